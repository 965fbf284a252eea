"""Tables and figures of the group comparisons."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.groups.comparison import Comparison, GroupLine, Test
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Block, Cell, Column, Estimate, Figure, Label, Note, Row, Table, say
from survey_kit.stats.mean_tests import TTest
from survey_kit.stats.rank_tests import KruskalWallis, MannWhitney

NAN = math.nan
CONVENTIONS = frozenset(
    f"groups.note_{name}"
    for name in (
        *("levene", "g", "g_pooled", "omega", "games_howell", "tukey", "post_hoc"),
        *("mann_whitney", "kruskal", "dunn"),
    )
)
"""Notes on a method, the same under every table of its kind."""
CITED_IN_NOTES = {
    "groups.note_g": ("hedges1981", "delacre2021"),
    "groups.note_g_pooled": ("hedges1981",),
    "groups.note_omega": ("okada2013", "steiger2004"),
}
PANELS = 6
"""Panels in one figure."""
MOST_PAIRS = 45
"""Pairs of groups of one scale that a table lists: all pairs of ten groups."""


def tables(question_id: str, question: Label, comparisons: tuple[Comparison, ...], plan: Plan) -> list[Block]:
    """The tables of one question: means and deciding tests, further tests, post hoc, ranks."""
    by_means = [each for each in comparisons if not each.ordinal]
    by_ranks = [each for each in comparisons if each.ordinal]
    result: list[Block] = []
    if by_means:
        two = _two(by_means)
        result.append(_main(question_id, question, by_means, plan, two=two))
        result.append(_further(question_id, question, by_means, plan, two=two))
        if any(each.post_hoc for each in by_means):
            result.append(_post_hoc(question_id, question, by_means, plan))
    if by_ranks:
        result.append(_ranks(question_id, question, by_ranks, two=_two(by_ranks)))
        if any(_rank_pairs_shown(each, plan) for each in by_ranks):
            result.append(_rank_post_hoc(question_id, question, by_ranks, plan))
    return result


def _two(comparisons: list[Comparison]) -> bool:
    return max(len(each.lines) for each in comparisons) == 2


def _numbers(test: Test | None, *, two: bool) -> tuple[Cell, ...]:
    """Statistic, df and p; an F that is the square of a t where the other scales have more groups."""
    if test is None:
        return (NAN,) * (3 if two else 4)
    if isinstance(test, TTest):
        return (test.t, test.df, test.p) if two else (test.t**2, 1.0, test.df, test.p)
    return (test.f, test.df1, test.df2, test.p)


def _main(
    question_id: str, question: Label, comparisons: list[Comparison], plan: Plan, *, two: bool
) -> Table:
    statistic = (("t", "number"), ("df", "df")) if two else (("f", "number"), ("df1", "df"), ("df2", "df"))
    columns = (
        Column("scale"),
        Column("group"),
        Column("n", "count"),
        Column("mean", "number"),
        Column("sd", "number"),
        *(Column(key, "number" if kind == "number" else "df") for key, kind in statistic),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    blank: tuple[Cell, ...] = (None,) * (len(statistic) + 2)
    rows: list[Row] = []
    notes: list[Note] = []
    for each in comparisons:
        for at, line in enumerate(each.lines):
            tests = blank if at else (*_numbers(each.main, two=two), each.p_holm)
            name = None if at else each.scale.label
            cells = (name, line.label, line.n, line.mean.value, line.sd, *tests)
            rows.append(Row(f"{each.scale.id}/{line.key}", cells))
        notes += _cell_notes(each, statistic[0][0])
    m = sum(not math.isnan(each.p_holm) for each in comparisons)
    spss = plan.compat == "spss"
    key = (
        ("groups.note_student" if two else "groups.note_anova")
        if spss
        else ("groups.note_welch_t" if two else "groups.note_welch_f")
    )
    general = [Note(say(key)), Note(say("groups.note_family", m=m, question=question))]
    title = say("groups.table", question=question)
    return Table(f"means_{question_id}", title, columns, tuple(rows), (*general, *notes))


def _cell_notes(each: Comparison, statistic: str) -> Iterator[Note]:
    first = f"{each.scale.id}/{each.lines[0].key}"
    if each.reason:
        key = "groups.note_not_computable_classical" if each.beside else "groups.note_not_computable"
        yield Note(say(key, reason=each.reason), column=statistic, row=first)
    if len(each.tested) >= 2:
        for line in each.lines:
            if not line.tested:
                yield Note(say("groups.note_untested"), column="n", row=f"{each.scale.id}/{line.key}")


def _further(
    question_id: str, question: Label, comparisons: list[Comparison], plan: Plan, *, two: bool
) -> Table:
    spss = plan.compat == "spss"
    other = "welch" if spss else "classical"
    head = say(f"groups.span_{other}_{'t' if two else 'f'}")
    equal = say("groups.span_levene")
    kinds = (("t", "number"), ("df", "df")) if two else (("f", "number"), ("df1", "df"), ("df2", "df"))
    columns = (
        Column("scale"),
        *(
            Column(f"{key}_{other}", "number" if kind == "number" else "df", say(f"column.{key}"), head)
            for key, kind in kinds
        ),
        Column(f"p_{other}", "p", say("column.p"), head),
        Column("f_levene", "number", say("column.f"), equal),
        Column("p_levene", "p", say("column.p"), equal),
        *(
            (Column("hedges_g", "number", interval=True),)
            if two
            else (Column("eta2", "bounded"), Column("omega2", "bounded", interval=True))
        ),
    )
    rows = []
    for each in comparisons:
        levene: tuple[Cell, ...] = (NAN, NAN)
        if each.equal_variances:
            levene = (each.equal_variances.f, each.equal_variances.p)
        effect: tuple[Cell, ...] = (each.hedges_g,) if two else (each.eta2, each.omega2)
        cells = (each.scale.label, *_numbers(each.beside, two=two), *levene, *effect)
        rows.append(Row(each.scale.id, cells))
    notes = [Note(say("groups.note_unadjusted")), Note(say("groups.note_levene"))]
    if two:
        notes.append(Note(say("groups.note_g_pooled" if spss else "groups.note_g")))
    else:
        notes.append(Note(say("groups.note_omega")))
    title = say("groups.table_further", question=question)
    return Table(f"tests_{question_id}", title, columns, tuple(rows), tuple(notes))


def _post_hoc(question_id: str, question: Label, comparisons: list[Comparison], plan: Plan) -> Table:
    columns = (
        Column("scale"),
        Column("group_1"),
        Column("group_2"),
        Column("difference", "number", interval=True),
        Column("se", "number"),
        Column("t", "number"),
        Column("df", "df"),
        Column("p", "p"),
    )
    rows = []
    for each in comparisons:
        pairs = each.post_hoc
        if pairs is None:
            continue
        tested = each.tested
        for place, at in enumerate(_listed(pairs.t)):
            one, other = tested[pairs.first[at]], tested[pairs.second[at]]
            low, high = float(pairs.low[at]), float(pairs.high[at])
            cells: tuple[Cell, ...] = (
                None if place else each.scale.label,
                one.label,
                other.label,
                Estimate(float(pairs.difference[at]), low, high, pairs.level),
                *(float(x[at]) for x in (pairs.se, pairs.t, pairs.df, pairs.p)),
            )
            rows.append(Row(f"{each.scale.id}/{one.key}~{other.key}", cells))
    spss = plan.compat == "spss"
    note = say("groups.note_tukey" if spss else "groups.note_games_howell")
    title = say("groups.table_tukey" if spss else "groups.table_games_howell", question=question)
    most = max(len(each.post_hoc.p) for each in comparisons if each.post_hoc)
    notes = (Note(note), Note(say("groups.note_post_hoc")), *_note_listed(most))
    return Table(f"post_hoc_{question_id}", title, columns, tuple(rows), notes)


def _listed(statistics: np.ndarray) -> np.ndarray:
    """Which pairs a table lists, in their order: all, or those that differ most in size."""
    sizes = np.nan_to_num(np.abs(statistics), nan=-1.0)
    return np.sort(np.argsort(-sizes, kind="stable")[:MOST_PAIRS])


def _note_listed(most: int) -> tuple[Note, ...]:
    return (Note(say("groups.note_listed", m=most, k=MOST_PAIRS)),) if most > MOST_PAIRS else ()


def _ranks(question_id: str, question: Label, comparisons: list[Comparison], *, two: bool) -> Table:
    tests = (
        (Column("u", "number"), Column("z", "number")) if two else (Column("h", "number"), Column("df", "df"))
    )
    size = Column("rank_biserial" if two else "epsilon2", "bounded")
    columns = (
        Column("scale"),
        Column("group"),
        Column("n", "count"),
        Column("median", "number"),
        Column("mean_rank", "number"),
        *tests,
        Column("p", "p"),
        Column("p_holm", "p"),
        size,
    )
    rows: list[Row] = []
    notes: list[Note] = []
    for each in comparisons:
        for at, line in enumerate(each.lines):
            numbers: tuple[Cell, ...] = (None,) * 5 if at else _rank_numbers(each, two=two)
            name = None if at else each.scale.label
            cells = (name, line.label, line.n, line.median, line.mean_rank, *numbers)
            rows.append(Row(f"{each.scale.id}/{line.key}", cells))
        notes += _cell_notes(each, "u" if two else "h")
    m = sum(not math.isnan(each.p_holm) for each in comparisons)
    general = (
        Note(say("groups.note_mann_whitney" if two else "groups.note_kruskal")),
        Note(say("groups.note_family_ranks", m=m, question=question)),
    )
    title = say("groups.table_ranks", question=question)
    return Table(f"ranks_{question_id}", title, columns, tuple(rows), (*general, *notes))


def _rank_numbers(each: Comparison, *, two: bool) -> tuple[Cell, ...]:
    test = each.ranks
    if isinstance(test, MannWhitney) and two:
        return (test.u, test.z, test.p, each.p_holm, test.rank_biserial)
    if isinstance(test, KruskalWallis):
        return (test.h, float(test.df), test.p, each.p_holm, test.epsilon2)
    if isinstance(test, MannWhitney):
        # with two groups H is the square of z
        n = sum(line.n for line in each.tested)
        return (test.z**2, 1.0, test.p, each.p_holm, test.z**2 / (n - 1))
    return (NAN,) * 5


def _rank_pairs_shown(each: Comparison, plan: Plan) -> bool:
    return each.rank_post_hoc is not None and each.p_holm < plan.alpha


def _rank_post_hoc(question_id: str, question: Label, comparisons: list[Comparison], plan: Plan) -> Table:
    columns = (
        Column("scale"),
        Column("group_1"),
        Column("group_2"),
        Column("z", "number"),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    rows = []
    most = 0
    for each in comparisons:
        pairs = each.rank_post_hoc
        if pairs is None or not _rank_pairs_shown(each, plan):
            continue
        most = max(most, len(pairs.p))
        for place, at in enumerate(_listed(pairs.z)):
            one, other = each.tested[pairs.first[at]], each.tested[pairs.second[at]]
            numbers = (float(x[at]) for x in (pairs.z, pairs.p, pairs.p_holm))
            cells = (None if place else each.scale.label, one.label, other.label, *numbers)
            rows.append(Row(f"{each.scale.id}/{one.key}~{other.key}", cells))
    title = say("groups.table_dunn", question=question)
    notes = (Note(say("groups.note_dunn")), Note(say("groups.note_post_hoc")), *_note_listed(most))
    return Table(f"dunn_{question_id}", title, columns, tuple(rows), notes)


def figures(
    outcomes: tuple[str, ...], by_question: tuple[tuple[Label, tuple[Comparison, ...]], ...]
) -> list[Block]:
    """For each outcome its means in the groups of every question, at most ``PANELS`` panels a figure."""
    result: list[Block] = []
    for outcome in outcomes:
        panels = []
        of_outcome = None
        for question, comparisons in by_question:
            for each in comparisons:
                if each.scale.id == outcome and len(each.tested) >= 2:
                    of_outcome = each.scale
                    panels.append({"label": question, "groups": [_bar(line) for line in each.tested]})
        if of_outcome is None:
            continue
        parts = math.ceil(len(panels) / PANELS)
        size = math.ceil(len(panels) / parts)
        for part in range(1, parts + 1):
            shown = panels[(part - 1) * size : part * size]
            data = {"panels": shown, "low": of_outcome.low, "high": of_outcome.high}
            suffix = f"_{part}" if part > 1 else ""
            title = say("groups.figure", scale=of_outcome.label)
            if parts > 1:
                title = say("groups.figure_part", scale=of_outcome.label, part=part, parts=parts)
            result.append(Figure(f"group_means_{outcome}{suffix}", title, "group_means", data))
    return result


def _bar(line: GroupLine) -> dict[str, object]:
    return {"label": line.label, "n": line.n, "estimate": line.mean}
