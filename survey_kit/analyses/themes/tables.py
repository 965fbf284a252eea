"""Tables and figures of the section on interview themes."""

from __future__ import annotations

import math

from survey_kit.analyses.themes.model import CodeAgreement, Grouped, Pair, ThemesResult
from survey_kit.interviews.model import Theme
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Label, Note, Row, Table, say
from survey_kit.stats.agreement import Coefficient

THEME = Column("theme", label=say("themes.column_theme"))


def codebook_table(result: ThemesResult) -> Table:
    """The themes under their headings, what each means, and the scale that measures the same."""
    rows: list[Row] = []
    group: Label | None = None
    for theme in result.themes:
        if theme.group is not None and theme.group != group:
            rows.append(Row(f"group {len(rows)}", (theme.group, None), head=True))
        group = theme.group
        rows.append(Row(theme.id, (theme.label, theme.definition), level=1 if group else 0))
    columns = (THEME, Column("definition", label=say("themes.column_definition")))
    return Table("codebook", say("themes.table_codebook"), columns, tuple(rows))


def frequency_table(result: ThemesResult) -> Table:
    """Segments and persons a theme, the most frequent first."""
    two = result.interviews.coders == 2
    columns = [THEME, Column("segments", "count", label=say("themes.column_segments"))]
    if two:
        columns.append(Column("named", "count", label=say("themes.column_named")))
    columns += [
        Column("persons", "count", label=say("themes.column_persons")),
        Column("percent", "percent", label=say("themes.column_percent"), interval=True),
    ]
    rows = []
    for each in sorted(result.frequencies, key=lambda each: -each.persons):
        cells: list[Cell] = [each.theme.label, each.segments]
        if two:
            cells.append(each.named)
        rows.append(Row(each.theme.id, (*cells, each.persons, each.percent)))
    notes = [Note(say("themes.note_persons", n=result.people))]
    notes.append(Note(say("themes.note_agreed" if two else "themes.note_one_coder")))
    if result.absent:
        names = tuple(theme.label for theme in result.absent)
        notes.append(Note(say("themes.note_absent", themes=names)))
    return Table("frequencies", say("themes.table_frequencies"), tuple(columns), tuple(rows), tuple(notes))


def group_table(result: ThemesResult, grouped: Grouped) -> Table:
    """Percent of each group that mentions a theme, with the exact test."""
    heads = tuple(
        Column(f"group_{key}", "percent", label=say("themes.group_head", group=group, n=size))
        for key, group, size in zip(grouped.keys, grouped.groups, grouped.sizes, strict=True)
    )
    rows = []
    for test in grouped.tests:
        shares = (
            100 * count / size if size else math.nan
            for count, size in zip(test.mentions, grouped.sizes, strict=True)
        )
        rows.append(Row(test.theme.id, (test.theme.label, *shares, test.p, test.p_holm)))
    notes = [Note(say("themes.note_exact", m=sum(math.isfinite(test.p) for test in grouped.tests)))]
    if result.matched < result.people:
        notes.append(Note(say("themes.note_matched", n=sum(grouped.sizes), all=result.people)))
    title = say("themes.table_groups", question=grouped.question)
    columns = (THEME, *heads, Column("p", "p"), Column("p_holm", "p"))
    return Table(f"groups_{grouped.question_id}", title, columns, tuple(rows), tuple(notes))


def agreement_table(result: ThemesResult) -> Table:
    """Agreement per theme and over the whole coding."""
    columns = (
        THEME,
        Column("coder_1", "count", label=say("themes.column_coder", number=1)),
        Column("coder_2", "count", label=say("themes.column_coder", number=2)),
        Column("percent", "percent", label=say("themes.column_agreement")),
        Column("kappa", "bounded", label=say("themes.column_kappa"), interval=True),
        Column("ac1", "bounded", label=say("themes.column_ac1"), interval=True),
        Column("krippendorff", "bounded", label=say("themes.column_krippendorff"), interval=True),
    )
    rows = tuple(_agreement_row(each) for each in result.agreement)
    notes = [
        Note(say("themes.note_agreement", n=result.shared)),
        Note(say("themes.note_overall")),
        Note(say("themes.note_intervals")),
    ]
    if any(_estimate(each.values.kappa).low >= 1 for each in result.agreement):
        notes.append(Note(say("themes.note_perfect")))
    if result.shared < result.coded:
        notes.append(Note(say("themes.note_unshared", n=result.coded - result.shared)))
    if any(math.isnan(each.values.kappa.value) for each in result.agreement):
        notes.append(Note(say("themes.note_no_kappa")))
    return Table("agreement", say("themes.table_agreement"), columns, rows, tuple(notes))


def _agreement_row(each: CodeAgreement) -> Row:
    values = each.values
    counts: tuple[Cell, Cell] = each.found if each.found is not None else (None, None)
    name: Cell = each.theme.label if each.theme else say("themes.whole_coding")
    coefficients = (_estimate(values.kappa), _estimate(values.ac1), _estimate(values.alpha))
    return Row(each.theme.id if each.theme else "(all)", (name, *counts, values.percent, *coefficients))


def _estimate(coefficient: Coefficient) -> Estimate:
    return Estimate(coefficient.value, coefficient.low, coefficient.high)


def pairs_table(result: ThemesResult) -> Table:
    """Pairs of themes that occur together, those with the largest phi first."""
    columns = (
        Column("theme_1", label=say("themes.column_first")),
        Column("theme_2", label=say("themes.column_second")),
        Column("both", "count", label=say("themes.column_both")),
        Column("jaccard", "bounded", label=say("themes.column_jaccard")),
        Column("phi", "bounded", label=say("themes.column_phi")),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    strongest = sorted(result.pairs, key=lambda pair: -abs(pair.phi))[:MOST_PAIRS]
    rows = tuple(
        Row(
            f"{pair.first.id}~{pair.second.id}",
            (pair.first.label, pair.second.label, pair.both, pair.jaccard, pair.phi, pair.p, pair.p_holm),
        )
        for pair in strongest
    )
    notes = [Note(say("themes.note_pairs", m=len(result.pairs)))]
    if len(result.pairs) > MOST_PAIRS:
        notes.append(Note(say("themes.note_strongest", k=MOST_PAIRS)))
    return Table("pairs", say("themes.table_pairs"), columns, rows, tuple(notes))


MOST_PAIRS = 10


def pairs_figure(result: ThemesResult) -> Figure:
    """Phi of every two themes that vary, as a heatmap."""
    themes = varied(result.pairs)
    place = {theme.id: at for at, theme in enumerate(themes)}
    values = [[1.0 if i == j else math.nan for j in range(len(themes))] for i in range(len(themes))]
    p = [[math.nan] * len(themes) for _ in themes]
    for pair in result.pairs:
        a, b = place[pair.first.id], place[pair.second.id]
        values[a][b] = values[b][a] = pair.phi
        p[a][b] = p[b][a] = pair.p
    data = {"labels": [theme.label for theme in themes], "values": values, "p": p}
    return Figure("heatmap", say("themes.figure_pairs"), "heatmap", data)


def varied(pairs: tuple[Pair, ...]) -> list[Theme]:
    """The themes that occur in pairs, in their order."""
    found = {theme.id: theme for pair in pairs for theme in (pair.first, pair.second)}
    return list(found.values())


def saturation_figure(result: ThemesResult) -> Figure | None:
    """Themes found by number of interviews: in their order, and on average over all orders."""
    found = result.saturation
    if found is None:
        return None
    x = list(range(1, len(found.found) + 1))
    lines = [
        {"label": say("themes.line_order"), "x": x, "y": found.found.tolist(), "low": None, "high": None},
        {"label": say("themes.line_random"), "x": x, "y": found.expected.tolist(), "low": None, "high": None},
    ]
    marks = []
    if found.reached is not None:
        marks.append({"x": found.reached, "label": say("themes.mark_reached", n=found.reached)})
    data = {
        "lines": lines,
        "xlabel": say("themes.axis_interviews"),
        "ylabel": say("themes.axis_themes"),
        "marks": marks,
        "xrange": [1, len(x)],
        # room above the lines for what the mark says
        "yrange": [0, 1.12 * max(int(found.found[-1]), 1)],
    }
    return Figure("saturation", say("themes.figure_saturation"), "curves", data)


def quotes_table(result: ThemesResult) -> Table:
    """One quotation a theme."""
    columns = (
        THEME,
        Column("person", label=say("themes.column_person")),
        Column("quote", label=say("themes.column_quote")),
    )
    rows = tuple(
        Row(
            each.theme.id,
            (
                each.theme.label,
                say(
                    "themes.respondent" if each.is_respondent else "themes.interview", number=str(each.person)
                ),
                Label.of(each.text),
            ),
        )
        for each in result.quotes
    )
    two = result.interviews.coders == 2
    note = Note(say("themes.note_quotes" if two else "themes.note_quotes_one"))
    return Table("quotes", say("themes.table_quotes"), columns, rows, (note,))


def contrast_table(result: ThemesResult) -> Table:
    """Scores on the factor of the same meaning: persons who mention the theme against the others."""
    columns = (
        THEME,
        Column("factor", label=say("themes.column_factor")),
        Column("n_mentioning", "count", label=say("themes.column_n_mentioning")),
        Column("mean_mentioning", "number", label=say("themes.column_mentioning")),
        Column("n_others", "count", label=say("themes.column_n_others")),
        Column("mean_others", "number", label=say("themes.column_others")),
        Column("difference", "number", interval=True),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    rows = tuple(
        Row(
            each.theme.id,
            (
                each.theme.label, each.factor, each.contrast.n, each.contrast.mentioning, each.contrast.n_others,
                each.contrast.others, each.contrast.difference, each.p, each.p_holm,
            ),
        )
        for each in result.joint
    )  # fmt: skip
    tests = sum(math.isfinite(each.p) for each in result.joint)
    notes = [Note(say("themes.note_contrast", m=tests))]
    if result.without_factor:
        notes.append(Note(say("themes.note_no_factor", themes=result.without_factor)))
    return Table("contrasts", say("themes.table_contrast"), columns, rows, tuple(notes))


def joint_table(result: ThemesResult) -> Table:
    """Themes beside the coefficients of the factors of the same meaning, one pair of columns a regression."""
    outcomes = {slope.outcome_id: slope.outcome for each in result.joint for slope in each.slopes}
    columns = [
        THEME,
        Column("percent", "percent", label=say("themes.column_percent")),
        Column("factor", label=say("themes.column_factor")),
    ]
    for outcome_id, outcome in outcomes.items():
        columns += [
            Column(f"b_{outcome_id}", "coefficient", label=say("themes.column_b"), span=outcome),
            Column(f"beta_{outcome_id}", "coefficient", label=say("column.beta"), span=outcome),
            Column(f"p_{outcome_id}", "p", label=say("column.p"), span=outcome),
        ]
    rows = []
    for each in result.joint:
        slopes = {slope.outcome_id: slope for slope in each.slopes}
        cells: list[Cell] = [each.theme.label, each.percent, each.factor]
        for outcome_id in outcomes:
            slope = slopes.get(outcome_id)
            cells += [slope.b, slope.beta, slope.p] if slope else [math.nan] * 3
        rows.append(Row(each.theme.id, tuple(cells)))
    notes = [Note(say("themes.note_joint"))]
    sizes = {slope.outcome_id: slope.n for each in result.joint for slope in each.slopes}
    notes += [Note(say("themes.note_joint_n", outcome=outcomes[key], n=n)) for key, n in sizes.items()]
    if any(len(each.slopes) < len(outcomes) for each in result.joint):
        notes.append(Note(say("themes.note_not_entered")))
    return Table("joint", say("themes.table_joint"), tuple(columns), tuple(rows), tuple(notes))
