"""The table of raters."""

from __future__ import annotations

from survey_kit.analyses.appraisal.evaluation import AppraisalResult
from survey_kit.report.blocks import Column, Estimate, Note, Row, Table, say
from survey_kit.stats.multiplicity import holm


def raters_table(result: AppraisalResult) -> Table:
    """How far each rater departs from the others."""
    found = result.severity
    if found is None:
        raise ValueError("no severity to show")
    columns = (
        Column("rater", label=say("appraisal.rater")),
        Column("n", "count"),
        Column("estimate", "number", label=say("appraisal.effect"), interval=True),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    adjusted = holm(found.p)
    rows = tuple(
        Row(
            f"rater/{name}",
            (
                name,
                int(found.n[at]),
                Estimate(float(found.effect[at]), float(found.low[at]), float(found.high[at])),
                float(found.p[at]),
                float(adjusted[at]),
            ),
        )
        for at, name in enumerate(result.appraisal.ratings.raters)
    )
    return Table(
        "raters", say("appraisal.raters_title"), columns, rows, (Note(say("appraisal.note_raters")),)
    )
