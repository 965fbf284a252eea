"""``survey-kit check``: data quality alone."""

from __future__ import annotations

import typer

from survey_kit.cli.options import (
    Debug,
    Encoding,
    HeaderRow,
    Lang,
    NoHeader,
    QuestionnaireOption,
    Responses,
    SheetOption,
)


def check(
    file: Responses,
    questionnaire: QuestionnaireOption = None,
    lang: Lang = "auto",
    sheet: SheetOption = None,
    encoding: Encoding = None,
    header_row: HeaderRow = None,
    no_header: NoHeader = False,
    debug: Debug = False,
) -> None:
    """Check a response file: what was read, changed, refused, excluded. Exit 1 on findings."""
    from survey_kit.cli.session import chosen_language, read_input, read_options
    from survey_kit.pipeline import prepare
    from survey_kit.report.writers.text import clean, wrap
    from survey_kit.responses.quality import findings

    wanted = chosen_language(lang)
    how = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
    reading = read_input(file, questionnaire, how)
    prepared = prepare(reading)
    language = prepared.language if wanted == "auto" else wanted
    study = prepared.study
    ledger = study.responses.ledger
    title = clean(study.questionnaire.title.text(language))
    head = (
        f"{title}：收集{ledger.collected}份，有效{ledger.valid}份，匹配题项{study.scores.items.shape[1]}个。"
        if language == "zh"
        else f"{title}: {ledger.collected} collected, {ledger.valid} valid, {study.scores.items.shape[1]} items matched."
    )
    lines = wrap(head, 80)
    found = [*(remark.text for remark in prepared.remarks), *findings(study.responses, study.questionnaire)]
    for text in dict.fromkeys(found):
        first, *rest = wrap(text.text(language), 78)
        lines += [f"- {first}", *(f"  {line}" for line in rest)]
    if not found:
        lines.append("没有发现问题。" if language == "zh" else "Nothing found.")
    typer.echo("\n".join(lines))
    if found:
        raise typer.Exit(1)
