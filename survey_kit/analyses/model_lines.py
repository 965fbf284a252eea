"""The variables that a line of the plan names, gathered; and what becomes of lines that fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from survey_kit.analyses.model_columns import ModelColumn, model_columns
from survey_kit.errors import NotApplicable, NotComputable, Withheld
from survey_kit.report.blocks import Finding, Label, Note, Say, say
from survey_kit.stats.design_matrix import CategoricalTerm, MetricTerm, Term, complete_rows, design_block
from survey_kit.study import Study

Fitted = TypeVar("Fitted")
PlanLine = TypeVar("PlanLine")
LeftOut = TypeVar("LeftOut")

FEW_PER_COEFFICIENT = 10
"""Respondents a coefficient below which a warning is given."""


@dataclass(frozen=True, slots=True)
class ModelBlock:
    """Columns (n, k) of some terms for the complete respondents."""

    X: np.ndarray
    columns: tuple[ModelColumn, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)


@dataclass(frozen=True, slots=True)
class ModelData:
    """Everything that a model's line names, for the respondents complete on all of it.

    ``absent`` covariates are not in the file; ``constant`` ones do not vary.
    """

    blocks: tuple[ModelBlock, ...]
    covariates: ModelBlock
    n_asked: int
    n: int
    absent: tuple[Label, ...]
    constant: tuple[Label, ...]

    @property
    def labels(self) -> dict[str, Label | Say]:
        """Name of every column by its key."""
        return {
            column.key: column.name for block in (*self.blocks, self.covariates) for column in block.columns
        }

    @property
    def table_labels(self) -> dict[str, Label | Say]:
        """As ``labels``, for a table under which `reference_notes` stand: covariates by their short names."""
        return self.labels | {column.key: column.short_name for column in self.covariates.columns}

    def reference_notes(self) -> tuple[Note, ...]:
        """What the groups of the covariates are compared with."""
        groups = tuple(
            dict.fromkeys(
                say("model.reference", term=column.term_label, group=column.reference)
                for column in self.covariates.columns
                if not column.metric
            )
        )
        return (Note(say("model.note_references", groups=groups)),) if groups else ()

    def relabelled(self, refusal: NotComputable) -> NotComputable:
        """The refusal with columns named as the reader knows them."""
        values = dict(refusal.values)
        if "names" in values:
            values["names"] = tuple(self.labels.get(name, name) for name in values["names"])
        return NotComputable(refusal.key, **values)

    def warnings(self, coefficients: int) -> Iterator[Finding]:
        """What was left out, and too few respondents for so many coefficients."""
        if self.absent:
            yield Finding(say("model.warn_absent", names=self.absent), "warning")
        if self.constant:
            yield Finding(say("model.warn_constant", names=self.constant), "warning")
        if self.n < FEW_PER_COEFFICIENT * coefficients:
            yield Finding(
                say("model.warn_few", n=self.n, k=coefficients, ratio=self.n / coefficients), "warning"
            )

    def note(self) -> Note:
        """How many respondents entered, and which covariates."""
        names = tuple(dict.fromkeys(column.term_label for column in self.covariates.columns))
        if names:
            return Note(say("model.note_n_covariates", n=self.n, asked=self.n_asked, names=names))
        return Note(say("model.note_n", n=self.n, asked=self.n_asked))


@dataclass(frozen=True, slots=True)
class WithheldLine:
    """A line of the plan that the data cannot carry, and why."""

    name: Label | Say
    reason: Say

    @property
    def finding(self) -> Finding:
        return Finding(say("model.withheld", model=self.name, reason=self.reason), "warning")


def fit_each(
    lines: Iterable[PlanLine],
    fit: Callable[[PlanLine], Fitted],
    withheld: Callable[[PlanLine, Say], LeftOut],
) -> tuple[Fitted | LeftOut, ...]:
    """Fit every line of at least one; what the data cannot carry becomes what ``withheld`` makes of its reason.

    Raises
    ------
    NotApplicable
        None can be fitted (the reason of the first).
    """
    results: list[Fitted | LeftOut] = []
    reasons: list[Withheld] = []
    for line in lines:
        try:
            results.append(fit(line))
        except Withheld as reason:
            reasons.append(reason)
            results.append(withheld(line, Say(reason.key, reason.values)))
    if len(reasons) == len(results):
        raise NotApplicable(reasons[0].key, **reasons[0].values)
    return tuple(results)


def fit_lines(
    lines: Sequence[PlanLine],
    fit: Callable[[PlanLine, str], Fitted],
    name: Callable[[PlanLine], Label | Say],
    empty: str,
) -> tuple[Fitted | WithheldLine, ...]:
    """Fit every line (its id is ``model_1``, …); what cannot be fitted is withheld with its reason.

    Raises
    ------
    NotApplicable
        No line (``empty`` is the reason), or none that can be fitted (the reason of the first).
    """
    if not lines:
        raise NotApplicable(empty)
    return fit_each(
        [(f"model_{at}", line) for at, line in enumerate(lines, start=1)],
        lambda entry: fit(entry[1], entry[0]),
        lambda entry, reason: WithheldLine(name(entry[1]), reason),
    )


def gather(study: Study, variables: Sequence[str], covariates: Sequence[str]) -> ModelData:
    """The variables of a line, one block each, and its covariates in one.

    Raises
    ------
    NotApplicable
        ``model.absent``: a variable (not a covariate) is not in the file.
    NotComputable
        ``withheld.no_variance`` of a variable; ``withheld.too_few``.
    """
    terms = [_term(study, name) for name in variables]
    missing = [study.label(name) for name, term in zip(variables, terms, strict=True) if term is None]
    if missing:
        raise NotApplicable("model.absent", names=tuple(missing))
    held = [term for term in terms if term is not None]
    controls = {name: _term(study, name) for name in dict.fromkeys(covariates) if name not in variables}
    entering = [term for term in controls.values() if term is not None]
    rows = complete_rows([*held, *entering], np.zeros(study.n))
    n = int(rows.sum())
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    blocks = []
    for term in held:
        block, constant = _block(study, [term], rows)
        if constant:
            raise NotComputable("withheld.no_variance", names=constant)
        blocks.append(block)
    control_block, constant = _block(study, entering, rows)
    absent = tuple(study.label(name) for name, term in controls.items() if term is None)
    return ModelData(tuple(blocks), control_block, study.n, n, absent, constant)


def _term(study: Study, name: str) -> Term | None:
    if study.is_scale(name):
        return MetricTerm(name, study.scale_scores(name))
    if name not in study.responses.frame.columns:
        return None
    question = study.questionnaire.question(name)
    if question.kind == "number":
        return MetricTerm(name, study.codes(name))
    levels = tuple(option.code for option in question.options)
    return CategoricalTerm(name, study.codes(name), levels, question.ordered)


def _block(study: Study, terms: list[Term], rows: np.ndarray) -> tuple[ModelBlock, tuple[Label, ...]]:
    design = design_block(terms, rows)
    constant = tuple(study.label(name) for name in design.constant)
    return ModelBlock(design.X, tuple(model_columns(study, [design]))), constant
