"""``survey-kit check``: data quality alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from survey_kit.pipeline import Prepared
    from survey_kit.report.blocks import Label, Language
    from survey_kit.responses.quality import QualityFinding

WIDTH = 80


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
    from survey_kit.cli.session import chosen_language, message_language, read_input, read_options
    from survey_kit.pipeline import prepare
    from survey_kit.report.blocks import Label
    from survey_kit.report.writers.text import wrap
    from survey_kit.responses.quality import CHANGES
    from survey_kit.responses.quality import findings as quality

    wanted = chosen_language(lang)
    how = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
    prepared = prepare(read_input(file, questionnaire, how))
    language = message_language() if wanted == "auto" else wanted
    warnings = [remark.text for remark in prepared.remarks if remark.level == "warning"]
    notes = [remark.text for remark in prepared.remarks if remark.level == "note"]
    findings = quality(prepared.study.responses, prepared.study.questionnaire)
    changed = [each.label for each in findings if each.kind in CHANGES]
    parts = [
        (Label("Findings", "发现的问题"), warnings),
        (Label("Cells changed or refused, by column", "被更改或拒绝的单元格（按列）"), changed),
        (Label("For information", "其他信息"), [*notes, *_gaps(findings), *_columns(findings)]),
    ]
    lines = [*wrap(_head(prepared, language), WIDTH)]
    for title, texts in parts:
        if texts:
            lines += ["", title.text(language)]
        for text in dict.fromkeys(texts):
            first, *rest = wrap(text.text(language), WIDTH - 2)
            lines += [f"- {first}", *(f"  {line}" for line in rest)]
    typer.echo("\n".join(lines))
    if warnings or changed:
        raise typer.Exit(1)


def _head(prepared: Prepared, language: Language) -> str:
    study = prepared.study
    title, ledger = study.questionnaire.title.text(language), study.responses.ledger
    items = study.scores.items.shape[1]
    if language == "zh":
        return f"{title}：收集{ledger.collected}份，有效{ledger.valid}份，匹配题项{items}个。"
    return f"{title}: {ledger.collected} collected, {ledger.valid} valid, {items} items matched."


def _gaps(findings: Sequence[QualityFinding]) -> list[Label]:
    """Answers missing and questions routed past, one line each however many columns."""
    kinds = {
        "unanswered": ("Without an answer", "缺失"),
        "routed": ("Routed past the question", "按跳转跳过"),
    }
    from survey_kit.report.blocks import Label

    found = []
    for kind, (en, zh) in kinds.items():
        amounts = [f"{each.column} {each.count}" for each in findings if each.kind == kind]
        if amounts:
            found.append(Label(f"{en}: {', '.join(amounts)}.", f"{zh}：{'、'.join(amounts)}。"))
    return found


def _columns(findings: Sequence[QualityFinding]) -> list[Label]:
    return [each.label for each in findings if each.kind in ("withheld", "unmatched")]
