"""How high do the respondents score on each scale, how are the scores spread, and where is the midpoint?

Mean with t interval, SD, median, range, skewness G1 and kurtosis G2 (Joanes & Gill, 1998), Shapiro–Wilk
(Royston, 1995, doi:10.2307/2986146), one-sample t-test against the midpoint of the answer range with
Holm-adjusted p (Holm, 1979) and Cohen's d with its noncentral t interval (Steiger, 2004,
doi:10.1037/1082-989X.9.2.164).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.scales.findings import findings
from survey_kit.analyses.scales.lines import ScaleLine, answer_ends, by_range, describe_scale
from survey_kit.analyses.scales.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import ScoreRule
from survey_kit.report.blocks import (
    Block,
    Column,
    Figure,
    Label,
    Note,
    Row,
    Section,
    Table,
    say,
)
from survey_kit.scoring import MIN_ANSWERED
from survey_kit.stats.descriptives import describe
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.normality import SHAPIRO_MAX
from survey_kit.study import Study

NAN = math.nan
_SHARE: Final = round(100 * MIN_ANSWERED)
_RULES: Final[dict[ScoreRule, str]] = {"mean": "scales.method", "sum": "scales.method_sum"}


@dataclass(frozen=True, slots=True)
class ScalesResult:
    """Scales with at least one score, in the questionnaire's order; ``empty`` have none."""

    lines: tuple[ScaleLine, ...]
    empty: tuple[Label, ...]
    respondents: int
    alpha: float
    rules: tuple[ScoreRule, ...]


def compute(study: Study, earlier: Earlier) -> ScalesResult:  # noqa: ARG001
    """Describe and test every scale.

    Raises
    ------
    NotApplicable
        No scale, or nobody has a score.
    """
    scales = study.scales
    if not scales:
        raise NotApplicable("scales.none")
    scores = np.column_stack([study.scale_scores(scale.id) for scale in scales])
    described = describe(scores)
    lines = [
        describe_scale(scale, scores[:, at], described, at, study.plan.level)
        for at, scale in enumerate(scales)
        if described.n[at] > 0
    ]
    if not lines:
        raise NotApplicable("withheld.too_few", n=0, needed=2)
    adjusted = holm(np.array([line.test.p if line.test else NAN for line in lines]))
    lines = [replace(line, p_holm=float(p)) for line, p in zip(lines, adjusted, strict=True)]
    empty = tuple(scale.label for at, scale in enumerate(scales) if described.n[at] == 0)
    rules = tuple(dict.fromkeys(scale.score for scale in scales))
    return ScalesResult(tuple(lines), empty, study.n, study.plan.alpha, rules)


def present(result: ScalesResult) -> Section:
    """Three tables (level, shape, midpoint), a figure for each answer range, and what they say."""
    blocks: list[Block] = [_descriptives(result), _shape(result), _midpoint(result)]
    blocks += [*_figures(result), *findings(result.lines, result.alpha)]
    rule = "scales.method_mixed" if len(result.rules) > 1 else _RULES[result.rules[0]]
    methods = (say(rule, share=_SHARE), say("scales.method_shape"), say("scales.method_midpoint"))
    references = ("joanes1998", "royston1995", "holm1979", "steiger2004", "cohen1988", "kline2016")
    return Section("scales", say("scales.title"), methods, tuple(blocks), references)


def _descriptives(result: ScalesResult) -> Table:
    columns = (
        Column("scale"),
        Column("n", "count"),
        Column("missing", "count"),
        Column("mean", "number", interval=True),
        *(Column(key, "number") for key in ("sd", "median", "min", "max")),
    )
    rows = tuple(
        Row(line.id, (line.label, line.n, line.missing, line.mean, line.sd, line.median, line.min, line.max))
        for line in result.lines
    )
    notes = [Note(say("scales.note_missing", share=_SHARE))]
    if result.empty:
        notes.append(Note(say("scales.note_empty", scales=result.empty)))
    return Table("descriptives", say("scales.table"), columns, rows, tuple(notes))


def _shape(result: ScalesResult) -> Table:
    columns = (
        Column("scale"),
        Column("n", "count"),
        *(Column(key, "number") for key in ("skewness", "z_skewness", "kurtosis", "z_kurtosis")),
        Column("shapiro_w", "bounded"),
        Column("p", "p"),
    )
    rows = tuple(
        Row(
            line.id,
            (
                line.label,
                line.n,
                line.skewness,
                line.z_skewness,
                line.kurtosis,
                line.z_kurtosis,
                line.normality.w if line.normality else NAN,
                line.normality.p if line.normality else NAN,
            ),
        )
        for line in result.lines
    )
    notes = [Note(say("scales.note_shape"))]
    if any(line.n > SHAPIRO_MAX for line in result.lines):
        notes.append(Note(say("scales.note_shapiro_limit", limit=SHAPIRO_MAX), column="shapiro_w"))
    return Table("shape", say("scales.table_shape"), columns, rows, tuple(notes))


def _midpoint(result: ScalesResult) -> Table:
    columns = (
        Column("scale"),
        Column("mean", "number"),
        Column("midpoint", "number"),
        Column("t", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("p_holm", "p"),
        Column("cohens_d", "number", interval=True),
    )
    rows = []
    notes = [Note(say("scales.note_family", m=sum(line.test is not None for line in result.lines)))]
    for line in result.lines:
        test = line.test
        cells = (test.t, test.df, test.p) if test else (NAN, NAN, NAN)
        rows.append(Row(line.id, (line.label, line.mean.value, line.midpoint, *cells, line.p_holm, line.d)))
        if test is None:
            reason = say("withheld.too_few", n=line.n, needed=2) if line.n < 2 else say("withheld.no_spread")
            notes.append(Note(say("scales.note_no_test", reason=reason), column="t", row=line.id))
    return Table("midpoint", say("scales.table_midpoint"), columns, tuple(rows), tuple(notes))


def _figures(result: ScalesResult) -> list[Block]:
    figures: list[Block] = []
    for number, lines in enumerate(by_range(result.lines), start=1):
        rows = [{"label": line.label, "estimate": line.mean, "n": line.n} for line in lines]
        data = {"rows": rows, "low": lines[0].low, "high": lines[0].high, "midpoint": lines[0].midpoint}
        title = say("scales.figure", **answer_ends(lines))
        figures.append(Figure("means" if number == 1 else f"means_{number}", title, "means", data))
    return figures


ANALYSIS = Analysis(
    "scales", Label("Descriptive statistics of the scales", "各量表的描述性统计"), compute, present, WORDS
)
