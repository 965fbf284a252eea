"""Tables of a fitted logit model."""

from __future__ import annotations

import math

from survey_kit.analyses.logit.model import FittedLogit
from survey_kit.analyses.regression.tables import block_notes, coding_notes, predictor_rows
from survey_kit.report.blocks import Cell, Column, Estimate, Label, Note, Row, Say, Starred, Table, say
from survey_kit.stats.ordinal_logit import OrdinalLogit
from survey_kit.stats.parallel_lines import ChiSquareStatistic, ParallelLines


def models_table(fitted: FittedLogit) -> Table:
    """One line a model: its likelihood-ratio test, what its block added, pseudo R², AIC."""
    several = len(fitted.steps) > 1
    columns = [
        Column("model"),
        Column("chi2", "number"),
        Column("df", "df"),
        Column("p", "p"),
    ]
    if several:
        change = say("logit.span_change")
        columns += [
            Column("chi2_change", "number", label=say("column.chi2"), span=change),
            Column("df_change", "df", label=say("column.df"), span=change),
            Column("p_change", "p", label=say("column.p"), span=change),
        ]
    columns += [
        Column("mcfadden", "bounded", label=say("logit.mcfadden")),
        Column("cox_snell", "bounded", label=say("logit.cox_snell")),
        Column("nagelkerke", "bounded", label=say("logit.nagelkerke")),
        Column("aic", "number", label=say("logit.aic")),
    ]
    rows = []
    for at, fit in enumerate(fitted.steps):
        cells: list[Cell] = [say("regression.model", number=at + 1), fit.chi2, fit.df, fit.p_chi2]
        if several:
            change_of = fitted.change(at)
            cells += [change_of.statistic, change_of.df, change_of.p]
        cells += [fit.mcfadden, fit.cox_snell, fit.nagelkerke, fit.aic]
        rows.append(Row(f"model_{at + 1}", tuple(cells)))
    notes = [n_note(fitted), Note(say("logit.note_lr"), column="chi2")]
    notes += block_notes(fitted.blocks, fitted.block_names)
    title = say("logit.models_title", outcome=fitted.label)
    return Table(f"{fitted.id}_models", title, tuple(columns), tuple(rows), tuple(notes))


def coefficient_table(fitted: FittedLogit) -> Table:
    """The final model: b, SE, z, p, odds ratio with interval; thresholds or the constant first."""
    fit = fitted.final
    columns = (
        Column("variable"),
        Column("estimate", "coefficient", label=say("regression.b")),
        Column("se", "coefficient"),
        Column("z", "number"),
        Column("p", "p"),
        Column("odds_ratio", "coefficient", label=say("logit.odds_ratio"), interval=True),
    )

    def line(key: str, name: Label | Say, level: int) -> Row:
        i = fit.at(key)
        ratio = odds_ratio(fit, i)
        numbers = tuple(float(v[i]) for v in (fit.b, fit.se, fit.z, fit.p))
        return Row(key, (name, *numbers, ratio), level)

    rows = predictor_rows(fitted.predictors, line, len(columns))
    for at, (threshold, se) in enumerate(zip(fit.thresholds, fit.se_thresholds, strict=True)):
        if fitted.binary:
            rows.insert(0, Row("(intercept)", (say("regression.intercept"), -float(threshold), float(se), None, None, None)))  # fmt: skip
            continue
        name = say("logit.threshold", below=fitted.categories[at], above=fitted.categories[at + 1])
        rows.append(Row(f"(threshold_{at + 1})", (name, float(threshold), float(se), None, None, None)))
    notes = [short_n_note(fitted), modelled_note(fitted), Note(say("logit.note_wald"))]
    notes += coding_notes(fitted.codings)
    title = say("logit.coefficients_title", outcome=fitted.label)
    return Table(f"{fitted.id}_coefficients", title, columns, tuple(rows), tuple(notes))


def effects_table(fitted: FittedLogit) -> Table:
    """Average marginal effects: with interval for a binary outcome, by category for an ordered one."""
    found, fit = fitted.effects, fitted.final
    columns: tuple[Column, ...]
    if fitted.binary:
        columns = (
            Column("variable"),
            Column("estimate", "coefficient", label=say("logit.ame"), interval=True),
            Column("se", "coefficient"),
            Column("p", "p"),
        )
    else:
        columns = (
            Column("variable"),
            *(
                Column(f"ame_{at + 1}", "coefficient", label=category)
                for at, category in enumerate(fitted.categories)
            ),
        )

    def line(key: str, name: Label | Say, level: int) -> Row:
        i = fit.at(key)
        if fitted.binary:
            value, low, high = (float(v[i, 1]) for v in (found.effects, found.low, found.high))
            estimate = Estimate(value, low, high, fit.level)
            return Row(key, (name, estimate, float(found.se[i, 1]), float(found.p[i, 1])), level)
        cells = tuple(
            Starred(*(float(v[i, at]) for v in (found.effects, found.p, found.low, found.high)))
            for at in range(len(fitted.categories))
        )
        return Row(key, (name, *cells), level)

    rows = predictor_rows(fitted.predictors, line, len(columns))
    key = "logit.note_ame" if fitted.binary else "logit.note_ame_categories"
    title = say("logit.effects_title", outcome=fitted.label)
    notes = (short_n_note(fitted), Note(say(key)))
    return Table(f"{fitted.id}_effects", title, columns, tuple(rows), notes)


def lines_table(fitted: FittedLogit, lines: ParallelLines) -> Table:
    """Brant's test, overall and by predictor."""
    labels = {predictor.term: predictor.term_label for predictor in fitted.predictors}

    def row(key: str, name: Label | Say, test: ChiSquareStatistic) -> Row:
        return Row(key, (name, test.statistic, test.df, test.p))

    rows = [row("(overall)", say("logit.overall"), lines.overall)]
    rows += [row(term, labels[term], test) for term, test in lines.terms.items()]
    columns = (Column("variable"), Column("chi2", "number"), Column("df", "df"), Column("p", "p"))
    title = say("logit.lines_title", outcome=fitted.label)
    return Table(f"{fitted.id}_parallel", title, columns, tuple(rows), (Note(say("logit.note_lines")),))


def odds_ratio(fit: OrdinalLogit, at: int) -> Estimate:
    """Odds ratio of a predictor with its Wald interval."""
    value, low, high = (math.exp(float(numbers[at])) for numbers in (fit.b, fit.low, fit.high))
    return Estimate(value, low, high, fit.level)


def short_n_note(fitted: FittedLogit) -> Note:
    """How many respondents a table rests on; the table of models says how they answered."""
    return Note(say("logit.note_n_short", n=fitted.final.n))


def n_note(fitted: FittedLogit) -> Note:
    """How many respondents are complete, and what they answered."""
    counts = tuple(
        say("logit.category", category=category, n=count)
        for category, count in zip(fitted.categories, fitted.final.counts, strict=True)
    )
    return Note(say("logit.note_n", n=fitted.final.n, asked=fitted.n_asked, counts=counts))


def modelled_note(fitted: FittedLogit) -> Note:
    """Which category is modelled, or which way the coefficients point."""
    if fitted.binary:
        return Note(say("logit.note_modelled", category=fitted.categories[1], other=fitted.categories[0]))
    return Note(say("logit.note_higher", low=fitted.categories[0], high=fitted.categories[-1]))
