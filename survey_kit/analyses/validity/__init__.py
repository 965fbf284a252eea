"""Do the items group as the questionnaire supposes?

Kaiser–Meyer–Olkin measure (Kaiser 1974, doi:10.1007/BF02291575) and Bartlett's test; number of factors by
parallel analysis (Horn 1965, doi:10.1007/BF02289447; 95th percentile, Glorfeld 1995); exploratory factor
analysis by minimum residual with oblimin, or principal components with varimax where SPSS is to be followed;
Harman's share of the first component. All scale items enter together, listwise. Where the data suggest another number of
factors than there are scales, the solution with as many factors as scales is shown beside the suggested one.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.complete_items import UsableItems, usable_items
from survey_kit.analyses.validity import tables
from survey_kit.analyses.validity.findings import (
    adequacy_findings,
    number_findings,
    small,
    solution_findings,
    warnings,
)
from survey_kit.analyses.validity.solutions import Solution, solve
from survey_kit.analyses.validity.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.stats.adequacy import Adequacy, adequacy
from survey_kit.stats.moments import moments
from survey_kit.stats.parallel import ParallelAnalysis, parallel_analysis
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class ValidityResult:
    """Everything of the section; ``declared`` is None when as many factors are suggested as there are scales."""

    n: int
    n_total: int
    usable: UsableItems
    adequacy: Adequacy
    parallel: ParallelAnalysis
    scales: tuple[Scale, ...]
    suggested: Solution
    declared: Solution | None
    compat: Compat

    @property
    def harman(self) -> float:
        """Percent of variance in the first unrotated principal component."""
        return 100 * float(self.parallel.observed[0]) / len(self.usable.items)


def compute(study: Study, earlier: Earlier) -> ValidityResult:  # noqa: ARG001
    """Analyse all scale items together.

    Raises
    ------
    NotApplicable
        Fewer than three items.
    NotComputable
        No more complete respondents than items, or items that determine each other.
    """
    items = tuple(item for scale in study.scales for item in study.items_of(scale))
    if len(items) < 3:
        raise NotApplicable("validity.few_items", k=len(items))
    usable = usable_items(items, study.scores.items[[item.id for item in items]].to_numpy(dtype=float))
    if len(usable.items) < 3:
        raise NotApplicable("validity.few_items", k=len(usable.items))
    analysed = moments(usable.data, usable.names)
    fit = adequacy(analysed)
    compared = parallel_analysis(
        analysed.corr, analysed.n, study.rng("validity.parallel"), draws=study.plan.parallel_draws
    )
    kept = set(usable.names)
    scales = tuple(s for s in study.scales if any(item_id in kept for item_id in s.item_ids))
    compat = study.plan.compat
    number = compared.kaiser if compat == "spss" else compared.suggested
    declared = None
    if len(scales) != number and len(scales) > 1:
        declared = solve(analysed, len(scales), scales, compat)
    return ValidityResult(
        analysed.n,
        study.n,
        usable,
        fit,
        compared,
        scales,
        solve(analysed, number, scales, compat),
        declared,
        compat,
    )


def present(result: ValidityResult) -> Section:
    """Adequacy, eigenvalues, scree, loadings of one or two solutions, sentences."""
    blocks: list[Block] = [
        Heading(say("validity.heading_fit")),
        tables.adequacy_table(result.adequacy, len(result.usable.items)),
        tables.eigenvalue_table(result.parallel, result.suggested.factors, len(result.scales), result.compat),
        tables.scree(result.parallel, result.suggested.factors, result.compat),
        *adequacy_findings(result.adequacy, result.usable.names),
        *number_findings(result.parallel, result.suggested, result.declared, len(result.scales)),
    ]
    if result.suggested.found is None and (result.declared is None or result.declared.found is None):
        blocks.append(tables.msa_table(result.usable.items, result.adequacy))
    blocks += warnings(result.usable, result.n, result.n_total)
    blocks.append(Heading(_heading(result.suggested)))
    blocks += _solution_blocks(result, result.suggested, result.adequacy, suffix="")
    if result.declared is not None:
        blocks.append(Heading(say("validity.heading_declared", factors=result.declared.factors)))
        fit = result.adequacy if result.suggested.found is None else None
        blocks += _solution_blocks(result, result.declared, fit, suffix="_declared")
    blocks.append(Heading(say("validity.heading_harman")))
    blocks.append(Finding(say("validity.harman", percent=result.harman)))
    if result.compat == "spss":
        methods = (say("validity.methods"), say("validity.methods_spss"), say("validity.methods_harman"))
        special: tuple[str, ...] = ("kaiser1958", "kaiser1960")
    else:
        methods = (say("validity.methods"), say("validity.methods_default"), say("validity.methods_harman"))
        special = ("harman1966", "jennrich1966")
    references = (
        *("kaiser1974", "bartlett1951", "horn1965", "glorfeld1995", "hair2019", "podsakoff2003"),
        *special,
        *(("worthington2006",) if small(result.n, len(result.usable.items)) else ()),
    )
    return Section("validity", say("validity.title"), methods, tuple(blocks), references)


def _heading(solution: Solution) -> Say:
    if solution.found is None:
        return say("validity.heading_suggested_none")
    if solution.factors == 1:
        return say("validity.heading_suggested_one")
    return say("validity.heading_suggested", factors=solution.factors)


def _solution_blocks(
    result: ValidityResult, solution: Solution, fit: Adequacy | None, *, suffix: str
) -> list[Block]:
    found = solution.found
    if found is None:
        key = "validity.withheld" if solution.factors else "validity.withheld_none"
        return [Finding(say(key, factors=solution.factors, reason=solution.reason), "warning")]
    blocks: list[Block] = [
        tables.loadings_table(
            found, result.usable.items, fit, suffix, again=bool(suffix) and result.suggested.found is not None
        ),
        tables.variance_table(found, suffix),
    ]
    if found.rotation == "oblimin" and found.factors > 1:
        blocks.append(tables.correlations_table(found, suffix))
    if len(solution.matches) > 1:
        rows = [(m.scale, m.k, m.factor, m.there, m.own) for m in solution.matches]
        blocks.append(tables.matches_table(rows, found.factors, suffix))
    blocks += solution_findings(solution.matches, found)
    if found.heywood:
        blocks.append(Finding(say("validity.heywood", factors=found.factors, items=found.heywood), "warning"))
    return blocks


ANALYSIS = Analysis("validity", Label("Validity", "效度分析"), compute, present, WORDS)
