"""Tables of the invariance section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import special

from survey_kit.analyses.bands import CHEN
from survey_kit.analyses.invariance.fitting import group_size
from survey_kit.analyses.invariance.means import LatentDifference
from survey_kit.analyses.invariance.model import InvarianceModel
from survey_kit.analyses.item_names import item_code, reversed_note
from survey_kit.report.blocks import Column, Estimate, Label, Note, Row, Say, Table, say
from survey_kit.stats.cfa_groups_fit import Difference
from survey_kit.stats.cfa_indices import FitIndices
from survey_kit.stats.multiplicity import holm

NAN = float("nan")


def version(model: InvarianceModel, *, robust: bool) -> str:
    """How a row was estimated: the end of its key."""
    return "mlr" if robust else "fiml" if model.full_information else "ml"


def _versions(model: InvarianceModel) -> tuple[bool, ...]:
    return (False, True) if model.by_robust else (False,)


def _fits(model: InvarianceModel) -> Iterator[tuple[str, Say, FitIndices]]:
    for robust in _versions(model):
        kind = version(model, robust=robust)
        for step in model.steps:
            found = step.robust if robust and step.robust is not None else step.plain
            name = say(f"invariance.row_{kind}", step=say(f"invariance.name_{step.step}"))
            yield f"{step.step}_{kind}", name, found


def steps_table(model: InvarianceModel, suffix: str) -> Table:
    """χ² and fit indices of each step."""
    columns = (
        Column("model"),
        Column("chi2", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("cfi", "bounded", Label.of("CFI")),
        Column("tli", "bounded", Label.of("TLI")),
        Column("rmsea", "bounded", Label.of("RMSEA"), interval=True),
        Column("srmr", "bounded", Label.of("SRMR")),
    )
    rows = tuple(
        Row(
            key,
            (
                *(name, f.chi2, f.df, f.p, f.cfi, f.tli),
                Estimate(f.rmsea, f.rmsea_low, f.rmsea_high, 0.90),
                f.srmr,
            ),
        )
        for key, name, f in _fits(model)
    )
    kind = "missing" if model.full_information else "complete"
    notes = [
        Note(
            say(
                "invariance.note_model",
                scales=tuple(scale.label for scale in model.scales),
                items=len(model.usable.items),
            )
        ),
        Note(
            say(
                f"invariance.note_{kind}",
                n=model.n,
                groups=tuple(group_size(group) for group in model.groups),
            )
        ),
    ]
    if model.by_robust:
        notes.append(Note(say("invariance.note_robust")))
    notes.append(Note(say("invariance.note_rmsea"), column="rmsea"))
    return Table(
        f"steps{suffix}", say("invariance.steps", question=model.question), columns, rows, tuple(notes)
    )


def costs_table(model: InvarianceModel, suffix: str) -> Table:
    """What each step changes against the one before."""
    columns = (
        Column("comparison", label=say("invariance.comparison")),
        Column("delta_chi2", "number", say("invariance.delta_chi2")),
        Column("delta_df", "df", say("invariance.delta_df")),
        Column("p", "p"),
        Column("delta_cfi", "bounded", Label.of("ΔCFI")),
        Column("delta_rmsea", "bounded", Label.of("ΔRMSEA")),
        Column("delta_srmr", "bounded", Label.of("ΔSRMR")),
    )
    rows = []
    for robust in _versions(model):
        kind = version(model, robust=robust)
        for cost in model.costs:
            test = cost.scaled if robust else cost.plain
            test = test if test is not None else Difference(NAN, cost.plain.df, NAN)
            name = say(
                f"invariance.row_{kind}",
                step=say(
                    "invariance.against",
                    tied=say(f"invariance.name_{cost.step}"),
                    free=say(f"invariance.{cost.free.step}"),
                ),
            )
            changes = (cost.delta(index, robust=robust) for index in ("cfi", "rmsea", "srmr"))
            rows.append(Row(f"{cost.step}_{kind}", (name, test.chi2, test.df, test.p, *changes)))
    notes = [Note(say("invariance.note_limits", cfi=CHEN["cfi"], rmsea=CHEN["rmsea"]))]
    if model.by_robust:
        notes.append(Note(say("invariance.note_scaled")))
        if any(cost.scaled is None or not np.isfinite(cost.scaled.chi2) for cost in model.costs):
            notes.append(Note(say("invariance.note_no_scaled")))
    return Table(
        f"changes{suffix}",
        say("invariance.changes", question=model.question),
        columns,
        tuple(rows),
        tuple(notes),
    )


def hints_table(model: InvarianceModel, suffix: str) -> Table | None:
    """Score tests of every item's part in the first equality that does not hold."""
    found = model.hints
    if found is None:
        return None
    p = special.chdtrc(found.df, found.chi2)
    adjusted = holm(p)
    columns = (
        Column("item"),
        Column("scale"),
        Column("chi2", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    rows = tuple(
        Row(
            item.id,
            (
                item_code(item),
                model.scales[int(model.pattern.factor[at])].label,
                float(found.chi2[at]),
                found.df,
                float(p[at]),
                float(adjusted[at]),
            ),
        )
        for at, item in enumerate(model.usable.items)
    )
    what = "loadings" if model.reached == "configural" else "intercepts"
    notes = (Note(say("invariance.note_hints")), *reversed_note(model.usable.items))
    title = say(f"invariance.hints_{what}", question=model.question)
    return Table(f"released{suffix}", title, columns, rows, notes)


def means_table(model: InvarianceModel, differences: Sequence[LatentDifference], suffix: str) -> Table | None:
    """Differences in the factors, under scalar invariance."""
    if not differences:
        return None
    columns = (
        Column("scale"),
        Column("group"),
        Column("difference", "coefficient", interval=True),
        Column("se", "coefficient"),
        Column("z", "number"),
        Column("p", "p"),
        Column("p_holm", "p"),
        Column("standardized", "number", say("invariance.standardized")),
    )
    rows = tuple(
        Row(
            f"{each.scale.id}/{each.group.key}",
            (
                each.scale.label,
                each.group.label,
                *(each.estimate, each.se, each.z, each.p, each.p_holm, each.standardized),
            ),
        )
        for each in differences
    )
    kind = "robust" if model.by_robust else "plain"
    note = say(f"invariance.note_means_{kind}", reference=model.groups[0].label)
    title = say("invariance.means", question=model.question)
    return Table(f"means{suffix}", title, columns, rows, (Note(note),))
