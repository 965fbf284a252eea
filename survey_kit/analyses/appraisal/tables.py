"""Tables of weights, people, grades and stability."""

from __future__ import annotations

import numpy as np

from survey_kit.analyses.appraisal.evaluation import AppraisalResult
from survey_kit.analyses.appraisal.points import grade_values
from survey_kit.analyses.appraisal.redrawing import DRAWS
from survey_kit.report.blocks import Cell, Column, Estimate, Label, Note, Row, Table, say
from survey_kit.stats.rank_stability import Stability

GRADES = ("excellent", "competent", "basic", "incompetent")


def _order(result: AppraisalResult) -> list[int]:
    return sorted(range(len(result.people)), key=lambda i: (int(result.place[i]), result.people[i]))


def weights_table(result: AppraisalResult) -> Table:
    """All ways of weighting side by side; the one used says so."""
    columns = (
        Column("dimension", label=say("appraisal.dimension")),
        *(Column(kind, "bounded", label=say(f"appraisal.weights_{kind}")) for kind in result.weights),
    )
    rows = tuple(
        Row(each.key, (each.label, *(float(weights[at]) for weights in result.weights.values())))
        for at, each in enumerate(result.dimensions)
    )
    notes = [Note(say("appraisal.note_used"), column=result.chosen), Note(say("appraisal.note_entropy"))]
    notes += [
        Note(say("appraisal.note_unweighted", method=say(f"appraisal.weights_{kind}"), reason=reason))
        for kind, reason in result.unweighted.items()
    ]
    return Table("weights", say("appraisal.weights_title"), columns, rows, tuple(notes))


def consistency_table(result: AppraisalResult) -> Table:
    """λmax, CI, CR an expert, and of the joined judgements."""
    columns = (
        Column("expert", label=say("appraisal.expert")),
        *(
            Column(each.key, "bounded", label=each.label, span=say("appraisal.weights_span"))
            for each in result.dimensions
        ),
        Column("lambda_max", "coefficient", label=say("appraisal.lambda_max")),
        Column("ci_index", "bounded", label=say("appraisal.ci")),
        Column("cr", "bounded", label=say("appraisal.cr")),
    )
    found = [(f"expert/{name}", Label.of(name), each) for name, each in result.experts]
    rows = [
        Row(key, (label, *map(float, each.weights), each.lambda_max, each.ci, each.cr))
        for key, label, each in found
    ]
    if result.group is not None and len(result.experts) > 1:
        group = result.group
        numbers = (*map(float, group.weights), group.lambda_max, group.ci, group.cr)
        rows.append(Row("joined", (say("appraisal.joined"), *numbers)))
    notes = (Note(say("appraisal.note_cr", k=len(result.dimensions)), column="cr"),)
    return Table("consistency", say("appraisal.consistency_title"), columns, tuple(rows), notes)


def dimensions_table(result: AppraisalResult) -> Table:
    """Mean and spread of the points of each dimension."""
    columns = (
        Column("dimension", label=say("appraisal.dimension")),
        Column("n", "count"),
        Column("mean", "number"),
        Column("sd", "number"),
        Column("min", "number"),
        Column("max", "number"),
    )
    sides = [*((each.key, each.label, result.points[:, at]) for at, each in enumerate(result.dimensions))]
    rows = [
        Row(key, (label, len(own), float(own.mean()), float(own.std(ddof=1)), float(own.min()), float(own.max())))
        for key, label, own in sides
    ]  # fmt: skip
    own = result.score
    numbers = (len(own), float(own.mean()), float(own.std(ddof=1)), float(own.min()), float(own.max()))
    rows.append(Row("score", (say("appraisal.score"), *numbers)))
    missing = result.appraisal.ratings.missing
    notes = [Note(say("appraisal.note_missing", missing=missing))] if missing else []
    if result.left_out:
        notes.append(Note(say("appraisal.note_left_out", people=result.left_out)))
    return Table("dimensions", say("appraisal.dimensions_title"), columns, tuple(rows), tuple(notes))


def people_table(result: AppraisalResult) -> Table:
    """Score, place and grade a person, the highest first."""
    columns = (
        Column("person", label=say("appraisal.person")),
        Column("place", "count", label=say("appraisal.place")),
        *(Column(each.key, "number", label=each.label) for each in result.dimensions),
        Column("score", "number", label=say("appraisal.score"), interval=True),
        Column("topsis", "bounded", label=say("appraisal.topsis")),
        Column("topsis_place", "count", label=say("appraisal.topsis_place")),
        Column("grade", label=say("appraisal.grade")),
    )
    rows = []
    for i in _order(result):
        score = Estimate(float(result.score[i]), float(result.low[i]), float(result.high[i]))
        cells: tuple[Cell, ...] = (
            result.people[i],
            int(result.place[i]),
            *map(float, result.points[i]),
            score,
            float(result.topsis[i]),
            int(result.topsis_place[i]) if np.isfinite(result.topsis[i]) else None,
            say(f"appraisal.grade_{GRADES[result.grade[i]]}"),
        )
        rows.append(Row(f"person/{result.people[i]}", cells))
    notes = [Note(say("appraisal.note_place"))]
    if isinstance(result.by_raters, Stability):
        notes.append(Note(say("appraisal.note_interval", draws=DRAWS), column="score"))
    else:
        notes.append(Note(say("appraisal.note_no_interval", reason=result.by_raters), column="score"))
    if result.moved:
        notes.append(Note(say("appraisal.note_graded"), column="grade"))
    return Table("people", say("appraisal.people_title"), columns, tuple(rows), tuple(notes))


def grades_table(result: AppraisalResult) -> Table:
    """How many reached each grade by points, with the quota and by fuzzy evaluation."""
    kinds = {"points": result.by_points}
    if result.excellent_at_most is not None:
        kinds["quota"] = result.grade
    kinds |= {
        "fuzzy": result.fuzzy_grade,
        "cautious": result.cautious_grade,
        "defuzzified": result.defuzzified_grade,
    }
    n = len(result.people)
    columns: list[Column] = [Column("grade", label=say("appraisal.grade"))]
    for kind in kinds:
        span = say(f"appraisal.by_{kind}")
        columns += [Column(f"n_{kind}", "count", label=say("appraisal.count"), span=span)]
        columns += [Column(f"percent_{kind}", "percent", label=say("appraisal.percent"), span=span)]
    rows = []
    for at, name in enumerate(GRADES):
        counts = [int((each == at).sum()) for each in kinds.values()]
        cells = [cell for count in counts for cell in (count, 100 * count / n)]
        rows.append(Row(name, (say(f"appraisal.grade_{name}"), *cells)))
    cuts = result.appraisal.rules.cuts
    notes = [
        Note(say("appraisal.note_cuts", first=cuts[0], second=cuts[1], third=cuts[2])),
        Note(say("appraisal.note_operators")),
    ]
    if result.excellent_at_most is not None and result.appraisal.rules.quota is not None:
        share = 100 * result.appraisal.rules.quota
        notes.append(Note(say("appraisal.note_quota", share=share, most=result.excellent_at_most, n=n)))
    return Table("grades", say("appraisal.grades_title"), tuple(columns), tuple(rows), tuple(notes))


def fuzzy_table(result: AppraisalResult) -> Table:
    """Membership in the grades a person, and the grades by both operators."""
    span = say("appraisal.membership")
    columns = (
        Column("person", label=say("appraisal.person")),
        *(
            Column(name, "bounded", label=say(f"appraisal.grade_{name}"), span=span) for name in GRADES
        ),
        Column("fuzzy", label=say("appraisal.by_fuzzy")),
        Column("cautious", label=say("appraisal.by_cautious")),
        Column("fuzzy_points", "number", label=say("appraisal.fuzzy_points")),
        Column("defuzzified", label=say("appraisal.defuzzified_grade")),
    )  # fmt: skip
    rows = tuple(
        Row(
            f"person/{result.people[i]}",
            (
                result.people[i],
                *map(float, result.memberships[i]),
                say(f"appraisal.grade_{GRADES[result.fuzzy_grade[i]]}"),
                say(f"appraisal.grade_{GRADES[result.cautious_grade[i]]}"),
                float(result.fuzzy_points[i]),
                say(f"appraisal.grade_{GRADES[result.defuzzified_grade[i]]}"),
            ),
        )
        for i in _order(result)
    )
    values = tuple(float(each) for each in grade_values(result.appraisal.rules.cuts))
    notes = [Note(say("appraisal.note_fuzzy"))]
    if result.cautious_tied:
        notes.append(Note(say("appraisal.note_tied", tied=result.cautious_tied)))
    notes.append(Note(say("appraisal.note_values", values=values), column="fuzzy_points"))
    return Table("fuzzy", say("appraisal.fuzzy_title"), columns, rows, tuple(notes))


def rivals_table(result: AppraisalResult) -> Table:
    """Rank correlation of the ranking with those of other weights, of TOPSIS, and of drawn ones."""
    columns = [Column("ranking", label=say("appraisal.ranking"))]
    for key in ("spearman", "kendall"):
        span = say(f"appraisal.{key}")
        columns += [
            Column(key, "bounded", label=say("appraisal.value"), span=span),
            Column(f"{key}_low", "bounded", label=say("appraisal.low"), span=span),
            Column(f"{key}_high", "bounded", label=say("appraisal.high"), span=span),
        ]
    rows = [
        Row(name, (say(f"appraisal.rival_{name}"), rho, None, None, tau, None, None))
        for name, rho, tau in result.rivals
    ]
    drawn = [("drawn_weights", result.by_weights)]
    if isinstance(result.by_raters, Stability):
        drawn.append(("drawn_raters", result.by_raters))
    rows += [
        Row(name, (say(f"appraisal.{name}"), *_median(each.spearman), *_median(each.kendall)))
        for name, each in drawn
    ]
    notes = [Note(say("appraisal.note_drawn"))]
    if isinstance(result.by_raters, Stability) and len(result.by_raters.spearman) < DRAWS:
        notes.append(Note(say("appraisal.note_partial", n=len(result.by_raters.spearman), draws=DRAWS)))
    return Table("rivals", say("appraisal.rivals_title"), tuple(columns), tuple(rows), tuple(notes))


def _median(drawn: np.ndarray) -> tuple[float, float, float]:
    drawn = drawn[np.isfinite(drawn)]
    if not len(drawn):
        return float("nan"), float("nan"), float("nan")
    low, middle, high = np.percentile(drawn, [2.5, 50, 97.5])
    return float(middle), float(low), float(high)


def stability_table(result: AppraisalResult) -> Table:
    """In which share of the draws a person is first, or among the best; who never is, is left out."""
    kinds = {"weights": result.by_weights}
    if isinstance(result.by_raters, Stability):
        kinds["raters"] = result.by_raters
    columns: list[Column] = [
        Column("person", label=say("appraisal.person")),
        Column("place", "count", label=say("appraisal.place")),
    ]
    shares: list[np.ndarray] = []
    for kind, drawn in kinds.items():
        span = say(f"appraisal.drawn_{kind}")
        columns.append(Column(f"first_{kind}", "percent", label=say("appraisal.first"), span=span))
        shares.append(100 * drawn.first)
        if result.best > 1:
            label = say("appraisal.among_best", best=result.best)
            columns.append(Column(f"best_{kind}", "percent", label=label, span=span))
            shares.append(100 * drawn.among_best)
    ever = np.max(shares, axis=0) > 0
    rows = tuple(
        Row(
            f"person/{result.people[i]}",
            (result.people[i], int(result.place[i]), *(float(each[i]) for each in shares)),
        )
        for i in _order(result)
        if ever[i]
    )
    never = int((~ever).sum())
    notes = []
    if result.best > 1:
        share = 100 * result.best_share
        notes.append(Note(say("appraisal.note_best", best=result.best, share=share, n=len(result.people))))
    if never:
        notes.append(Note(say("appraisal.note_never", n=never)))
    return Table("stability", say("appraisal.stability_title"), tuple(columns), rows, tuple(notes))
