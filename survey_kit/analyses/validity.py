"""Do the items group as the questionnaire supposes?

Kaiser–Meyer–Olkin measure (Kaiser 1974, doi:10.1007/BF02291575) and Bartlett's test; number of factors by
parallel analysis (Horn 1965, doi:10.1007/BF02289447; 95th percentile, Glorfeld 1995); exploratory factor
analysis by minimum residual with oblimin, or principal components with varimax where SPSS is to be followed;
Harman's share of the first component. All scale items enter together, listwise. Where the data suggest another number of
factors than there are scales, the solution with as many factors as scales is shown beside the suggested one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses import validity_tables as tables
from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.bands import KMO, LEAST_PER_ITEM, LEAST_RESPONDENTS, SALIENT_LOADING
from survey_kit.analyses.complete_items import UsableItems, usable_items
from survey_kit.analyses.validity_words import WORDS
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.stats.adequacy import Adequacy, adequacy
from survey_kit.stats.factor import FactorSolution, factor_analysis
from survey_kit.stats.moments import Moments, moments
from survey_kit.stats.parallel import ParallelAnalysis, parallel_analysis
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class ScaleMatch:
    """Where the items of one declared scale load in a solution.

    ``factor`` (from 0) is the one on which most of its items have their strongest salient loading, None when
    none has one; ``there`` counts those; ``elsewhere`` names items whose strongest salient loading is on another
    factor, ``weak`` items without a salient one. ``own``: no other scale has this factor.
    """

    scale: Scale
    factor: int | None
    there: int
    elsewhere: tuple[str, ...]
    weak: tuple[str, ...]
    own: bool

    @property
    def k(self) -> int:
        """Items analysed."""
        return self.there + len(self.elsewhere) + len(self.weak)


@dataclass(frozen=True, slots=True)
class Solution:
    """A factor solution, or the reason why there is none, with what it says about the scales."""

    factors: int
    found: FactorSolution | None
    matches: tuple[ScaleMatch, ...] = ()
    reason: Say | None = None


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
        declared = _solution(analysed, len(scales), scales, compat)
    return ValidityResult(
        analysed.n,
        study.n,
        usable,
        fit,
        compared,
        scales,
        _solution(analysed, number, scales, compat),
        declared,
        compat,
    )


def _solution(analysed: Moments, factors: int, scales: Sequence[Scale], compat: Compat) -> Solution:
    if not factors:
        return Solution(0, None, reason=say("validity.no_factor"))
    try:
        found = (
            factor_analysis(analysed, factors, extraction="components", rotation="varimax")
            if compat == "spss"
            else factor_analysis(analysed, factors)
        )
    except Withheld as reason:
        return Solution(factors, None, reason=Say(reason.key, reason.values))
    return Solution(factors, found, _matches(found, scales))


def _matches(found: FactorSolution, scales: Sequence[Scale]) -> tuple[ScaleMatch, ...]:
    size = np.abs(found.loadings)
    strongest = np.where(size.max(axis=1) >= SALIENT_LOADING, size.argmax(axis=1), -1)
    on = dict(zip(found.names, (int(at) for at in strongest), strict=True))
    places: list[list[int]] = []
    for scale in scales:
        salient = [on[i] for i in scale.item_ids if on.get(i, -1) >= 0]
        places.append([salient.count(factor) for factor in range(found.factors)])
    homes = [int(np.argmax(counts)) if sum(counts) else None for counts in places]
    matches = []
    for scale, home, counts in zip(scales, homes, places, strict=True):
        held = [i for i in scale.item_ids if i in on]
        elsewhere = tuple(i for i in held if on[i] >= 0 and on[i] != home)
        weak = tuple(i for i in held if on[i] < 0)
        there = counts[home] if home is not None else 0
        matches.append(
            ScaleMatch(scale, home, there, elsewhere, weak, home is not None and homes.count(home) == 1)
        )
    return tuple(matches)


def present(result: ValidityResult) -> Section:
    """Adequacy, eigenvalues, scree, loadings of one or two solutions, sentences."""
    blocks: list[Block] = [
        Heading(say("validity.heading_fit")),
        tables.adequacy_table(result.adequacy, len(result.usable.items)),
        tables.eigenvalue_table(result.parallel, result.suggested.factors, len(result.scales), result.compat),
        tables.scree(result.parallel, result.suggested.factors, result.compat),
        *_adequacy_findings(result),
        *_number_findings(result),
    ]
    if result.suggested.found is None and (result.declared is None or result.declared.found is None):
        blocks.append(tables.msa_table(result.usable.items, result.adequacy))
    blocks += _warnings(result)
    blocks.append(Heading(say("validity.heading_suggested")))
    blocks += _solution_blocks(result, result.suggested, result.adequacy, suffix="")
    if result.declared is not None:
        blocks.append(Heading(say("validity.heading_declared")))
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
        *(("worthington2006",) if _small(result) else ()),
    )
    return Section("validity", say("validity.title"), methods, tuple(blocks), references)


def _solution_blocks(
    result: ValidityResult, solution: Solution, fit: Adequacy | None, *, suffix: str
) -> list[Block]:
    found = solution.found
    if found is None:
        key = "validity.withheld" if solution.factors else "validity.withheld_none"
        return [Finding(say(key, factors=solution.factors, reason=solution.reason), "warning")]
    blocks: list[Block] = [
        tables.loadings_table(found, result.usable.items, fit, suffix),
        tables.variance_table(found, suffix),
    ]
    if found.rotation == "oblimin" and found.factors > 1:
        blocks.append(tables.correlations_table(found, suffix))
    if len(solution.matches) > 1:
        rows = [(m.scale, m.k, m.factor, m.there, m.own) for m in solution.matches]
        blocks.append(tables.matches_table(rows, found.factors, suffix))
    blocks.append(
        Finding(
            say(
                "validity.components" if found.extraction == "components" else "validity.solution",
                factors=found.factors,
                percent=float(found.percent.sum()),
            )
        )
    )
    blocks += _match_findings(solution, found)
    if found.heywood:
        blocks.append(Finding(say("validity.heywood", factors=found.factors, items=found.heywood), "warning"))
    return blocks


def _adequacy_findings(result: ValidityResult) -> list[Finding]:
    fit = result.adequacy
    found = [
        Finding(
            say(
                "validity.adequacy",
                kmo=fit.kmo,
                band=KMO.word(fit.kmo),
                chi2=fit.chi2,
                df=fit.df,
                p=fit.p,
                n=result.n,
                k=len(result.usable.items),
            )
        )
    ]
    low = tuple(
        say("validity.item_msa", item=name, msa=float(msa))
        for name, msa in zip(result.usable.names, fit.msa, strict=True)
        if msa < 0.5
    )
    if low:
        found.append(Finding(say("validity.low_msa", items=low), "warning"))
    return found


def _number_findings(result: ValidityResult) -> list[Finding]:
    values = {
        "suggested": result.parallel.suggested,
        "kaiser": result.parallel.kaiser,
        "scales": len(result.scales),
    }
    used = result.suggested.factors
    key = "validity.number_same" if used == len(result.scales) else "validity.number_differs"
    return [
        Finding(say("validity.number", **values)),
        Finding(say(key, used=used, scales=len(result.scales))),
    ]


def _match_findings(solution: Solution, found: FactorSolution) -> list[Finding]:
    matches = solution.matches
    if len(matches) < 2:
        return []
    clean = [m for m in matches if m.own and m.there == m.k]
    said: list[Finding] = []
    if len(clean) == len(matches):
        said.append(Finding(say("validity.all_match", factors=found.factors, limit=SALIENT_LOADING)))
    elif clean:
        names = tuple(m.scale.label for m in clean)
        said.append(
            Finding(say("validity.some_match", factors=found.factors, scales=names, limit=SALIENT_LOADING))
        )
    else:
        said.append(Finding(say("validity.none_match", factors=found.factors, limit=SALIENT_LOADING)))
    elsewhere = tuple(name for m in matches for name in m.elsewhere)
    weak = tuple(name for m in matches for name in m.weak)
    if elsewhere:
        said.append(Finding(say("validity.elsewhere", factors=found.factors, items=elsewhere)))
    if weak:
        said.append(Finding(say("validity.weak", factors=found.factors, items=weak, limit=SALIENT_LOADING)))
    for at in range(found.factors):
        sharing = tuple(m.scale.label for m in matches if m.factor == at)
        if len(sharing) > 1:
            said.append(Finding(say("validity.shared", factor=at + 1, factors=found.factors, scales=sharing)))
    return said


def _small(result: ValidityResult) -> bool:
    return result.n < LEAST_RESPONDENTS or result.n < LEAST_PER_ITEM * len(result.usable.items)


def _warnings(result: ValidityResult) -> list[Finding]:
    usable = result.usable
    said = []
    if _small(result):
        k = len(usable.items)
        said.append(say("validity.small", n=result.n, k=k, ratio=result.n / k))
    if result.n < 0.8 * result.n_total:
        said.append(say("validity.lost", n=result.n, total=result.n_total))
    if usable.empty + usable.constant:
        said.append(say("validity.left_out", items=usable.empty + usable.constant))
    return [Finding(sentence, "warning") for sentence in said]


ANALYSIS = Analysis("validity", Label("Validity", "效度分析"), compute, present, WORDS)
