"""Which scales go together?

Pearson correlations of the scale scores over the respondents complete on all scales, with t-test
p-values, Fisher's z intervals and Holm-adjusted p over all pairs (Holm, 1979); coefficient alpha on the
diagonal.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.bands import R
from survey_kit.analyses.correlations.words import WORDS
from survey_kit.analyses.reliability import ReliabilityResult
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.report.blocks import (
    Block,
    Cell,
    Column,
    Estimate,
    Figure,
    Finding,
    Label,
    Note,
    Row,
    Say,
    Section,
    Starred,
    Table,
    say,
)
from survey_kit.stats.correlation import Correlations, pearson
from survey_kit.stats.moments import moments
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study

NAN = math.nan
MANY = 1000
"""From so many respondents on, significance alone says little about size."""
SHOWN = 3
"""How many correlations a sentence names."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A correlation of two scales (places in ``CorrelationsResult.labels``)."""

    first: int
    second: int
    r: Estimate
    p: float
    p_holm: float


@dataclass(frozen=True, slots=True)
class CorrelationsResult:
    """Correlations of the scales that vary, all from the same ``n`` respondents.

    ``left_out`` are scales that nobody answered or everybody answered alike. ``alphas`` has NaN where
    the section on reliability gives none.
    """

    ids: tuple[str, ...]
    labels: tuple[Label, ...]
    outcomes: tuple[int, ...]
    n: int
    respondents: int
    mean: np.ndarray
    sd: np.ndarray
    alphas: tuple[float, ...]
    matrix: Correlations
    pairs: tuple[Pair, ...]
    left_out: tuple[Label, ...]
    alpha: float


def compute(study: Study, earlier: Earlier) -> CorrelationsResult:
    """Correlate all scales that vary.

    Raises
    ------
    NotApplicable
        Fewer than two scales that vary, or fewer than three respondents complete on them.
    """
    scales = study.scales
    scores = {scale.id: study.scale_scores(scale.id) for scale in scales}
    kept = [scale for scale in scales if _varies(scores[scale.id])]
    if len(kept) < 2:
        raise NotApplicable("correlations.too_few_scales", k=len(kept))
    ids = tuple(scale.id for scale in kept)
    alphas = _alphas(earlier)
    level = study.plan.level
    try:
        of_scales = moments(np.column_stack([scores[i] for i in ids]), ids)
        matrix = pearson(of_scales, level=level)
    except NotComputable as reason:
        # a scale may vary, but not among those who answered all scales
        names = tuple(study.label(str(name)) for name in reason.values.get("names", ()))
        values = {**reason.values, "names": names} if names else reason.values
        raise NotApplicable(reason.key, **values) from None
    first, second = np.triu_indices(len(ids), k=1)
    p = matrix.p[first, second]
    pairs = tuple(
        Pair(int(i), int(j), _estimate(matrix, int(i), int(j)), float(matrix.p[i, j]), float(adjusted))
        for i, j, adjusted in zip(first, second, holm(p), strict=True)
    )
    return CorrelationsResult(
        ids=ids,
        labels=tuple(scale.label for scale in kept),
        outcomes=tuple(at for at, i in enumerate(ids) if i in study.plan.outcomes),
        n=of_scales.n,
        respondents=study.n,
        mean=of_scales.mean,
        sd=of_scales.sd,
        alphas=tuple(alphas.get(i, NAN) for i in ids),
        matrix=matrix,
        pairs=pairs,
        left_out=tuple(scale.label for scale in scales if scale not in kept),
        alpha=study.plan.alpha,
    )


def _varies(x: np.ndarray) -> bool:
    answered = x[np.isfinite(x)]
    return len(answered) > 1 and bool(answered.max() > answered.min())


def _estimate(matrix: Correlations, i: int, j: int) -> Estimate:
    return Estimate.holding(matrix.r[i, j], matrix.low[i, j], matrix.high[i, j], matrix.level)


def _alphas(earlier: Earlier) -> dict[str, float]:
    """Alpha by scale, as the section on reliability gives it; empty when that was withheld."""
    reliability = earlier.get("reliability")
    if not isinstance(reliability, ReliabilityResult):
        return {}
    return {each.scale.id: each.found.alpha for each in reliability.scales if each.found}


def present(result: CorrelationsResult) -> Section:
    """The matrix as a table and as a figure, every pair with its interval, and what they say."""
    blocks: list[Block] = [_matrix(result), _figure(result), _pairs(result), *_findings(result)]
    methods = (say("correlations.method"), say("correlations.method_holm"))
    return Section(
        "correlations", say("correlations.title"), methods, tuple(blocks), ("holm1979", "cohen1988")
    )


def _matrix(result: CorrelationsResult) -> Table:
    k = len(result.ids)
    columns = (
        Column("scale"),
        Column("mean", "number"),
        Column("sd", "number"),
        *(Column(f"r_{result.ids[j]}", "bounded", Label.of(str(j + 1))) for j in range(k)),
    )
    rows = []
    for i in range(k):
        cells: list[Cell] = [say("correlations.numbered", number=i + 1, scale=result.labels[i])]
        cells += [float(result.mean[i]), float(result.sd[i])]
        for j in range(k):
            if j < i:
                estimate = _estimate(result.matrix, i, j)
                p = float(result.matrix.p[i, j])
                cells.append(Starred(estimate.value, p, estimate.low, estimate.high))
            elif j == i and math.isfinite(result.alphas[i]):
                cells.append(say("correlations.alpha", alpha=result.alphas[i]))
            else:
                cells.append(None if j > i else NAN)
        rows.append(Row(result.ids[i], tuple(cells)))
    notes = [Note(say("correlations.note_n", n=result.n, all=result.respondents))]
    if any(math.isfinite(alpha) for alpha in result.alphas):
        notes.append(Note(say("correlations.note_alpha")))
    if result.left_out:
        notes.append(Note(say("correlations.note_left_out", scales=result.left_out)))
    notes.append(Note(say("correlations.note_stars")))
    return Table("matrix", say("correlations.table"), columns, tuple(rows), tuple(notes))


def _pairs(result: CorrelationsResult) -> Table:
    columns = (
        Column("scale_1", label=say("correlations.column_first")),
        Column("scale_2", label=say("correlations.column_second")),
        Column("n", "count"),
        Column("r", "bounded", interval=True),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    rows = tuple(
        Row(
            f"{result.ids[pair.first]}~{result.ids[pair.second]}",
            (result.labels[pair.first], result.labels[pair.second], result.n, pair.r, pair.p, pair.p_holm),
        )
        for pair in result.pairs
    )
    note = Note(say("correlations.note_family", m=len(result.pairs)))
    return Table("pairs", say("correlations.table_pairs"), columns, rows, (note,))


def _figure(result: CorrelationsResult) -> Figure:
    data = {"labels": list(result.labels), "values": result.matrix.r.tolist(), "p": result.matrix.p.tolist()}
    return Figure("heatmap", say("correlations.figure"), "heatmap", data)


def _findings(result: CorrelationsResult) -> list[Block]:
    significant = [pair for pair in result.pairs if pair.p_holm < result.alpha]
    counts = {
        "m": len(result.pairs),
        "raw": sum(pair.p < result.alpha for pair in result.pairs),
        "holm": len(significant),
    }
    found = [say("correlations.counts", **counts)]
    if len(result.pairs) == 1:
        found = [say("correlations.one_pair" if significant else "correlations.one_pair_not")]
    for outcome in result.outcomes:
        own = [pair for pair in result.pairs if outcome in (pair.first, pair.second)]
        found.append(_with_outcome(result, outcome, own))
    if not result.outcomes and significant:
        strongest = _strongest(significant)
        each = tuple(_named(result, pair) for pair in strongest)
        found.append(say("correlations.strongest", pairs=each))
    if result.n >= MANY:
        t = float(ndtri(1 - result.alpha / 2))  # with so many respondents t is normal
        smallest = t / math.sqrt(result.n - 2 + t * t)
        found.append(say("correlations.many", n=result.n, r=smallest))
    found.append(say("correlations.no_cause"))
    return [Finding(each) for each in found]


def _strongest(pairs: list[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: -abs(pair.r.value))[:SHOWN]


def _with_outcome(result: CorrelationsResult, outcome: int, pairs: list[Pair]) -> Say:
    label = result.labels[outcome]
    significant = [pair for pair in pairs if pair.p_holm < result.alpha]
    if not significant:
        return say("correlations.outcome_none", outcome=label)
    each = tuple(
        say(
            "correlations.one",
            scale=result.labels[pair.second if pair.first == outcome else pair.first],
            r=pair.r,
            p=pair.p_holm,
            size=R.word(pair.r.value),
        )
        for pair in _strongest(significant)
    )
    key = "correlations.outcome_all"
    if len(significant) > SHOWN:
        key = "correlations.outcome_every" if len(significant) == len(pairs) else "correlations.outcome"
    return say(key, outcome=label, scales=each, k=len(significant), m=len(pairs))


def _named(result: CorrelationsResult, pair: Pair) -> Say:
    return say(
        "correlations.two",
        first=result.labels[pair.first],
        second=result.labels[pair.second],
        r=pair.r,
        p=pair.p_holm,
        size=R.word(pair.r.value),
    )


ANALYSIS = Analysis(
    "correlations",
    Label("Correlations between the scales", "各量表的相关分析"),
    compute,
    present,
    WORDS,
    needs=("reliability",),
)
