"""The columns of a model's design under the names a reader knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.design_matrix import Coding, Design, DesignColumn
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class ModelColumn:
    """A column of a model under the names a reader knows.

    ``group`` and ``reference`` are None when it is metric; ``n_group`` counts the respondents in the
    category of a dummy.
    """

    key: str
    term: str
    term_label: Label
    group: Label | None = None
    reference: Label | None = None
    n_group: int = 0

    @property
    def metric(self) -> bool:
        return self.group is None

    @property
    def name(self) -> Label | Say:
        """Name of the column in a table, sentence or figure."""
        if self.group is None:
            return self.term_label
        return say("model.dummy", term=self.term_label, group=self.group, reference=self.reference)

    @property
    def short_name(self) -> Label | Say:
        """Name of the column where a note names the reference group."""
        if self.group is None:
            return self.term_label
        return say("model.group", term=self.term_label, group=self.group)


def model_columns(study: Study, designs: list[Design]) -> Iterator[ModelColumn]:
    """The columns of the designs, in their order."""
    codings = {coding.term: coding for design in designs for coding in design.codings}
    for design in designs:
        for column in design.columns:
            yield _model_column(study, column, codings.get(column.term))


def _model_column(study: Study, column: DesignColumn, coding: Coding | None) -> ModelColumn:
    label = study.label(column.term)
    if coding is None or column.group is None:
        return ModelColumn(column.key, column.term, label)
    return ModelColumn(
        column.key,
        column.term,
        label,
        group_label(study, column.term, coding.groups[column.group]),
        group_label(study, column.term, coding.groups[0]),
        coding.sizes[column.group],
    )


def group_label(study: Study, term: str, codes: Iterable[float]) -> Label:
    """Label of one or more joined answer options of a question."""
    options = {option.code: option.label for option in study.questionnaire.question(term).options}
    labels = [options.get(code, Label.of(f"{code:g}")) for code in codes]
    return Label(" / ".join(label.en for label in labels), "／".join(label.zh for label in labels))
