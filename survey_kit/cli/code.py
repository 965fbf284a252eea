"""``survey-kit code``: prepare the coding of open answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from survey_kit.cli.options import (
    Debug,
    Encoding,
    HeaderRow,
    NoHeader,
    QuestionnaireOption,
    SheetOption,
)

app = typer.Typer(
    help="Prepare the coding of open answers and interviews.",
    epilog="Example: survey-kit code draft responses.xlsx -o responses.interviews.xlsx",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def common() -> None:
    """Prepare the coding of open answers and interviews."""


@app.command(
    "draft",
    short_help="Cut open answers into segments and propose codes.",
    epilog="Example: survey-kit code draft responses.xlsx -o responses.interviews.xlsx",
)
def draft(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Responses with open questions, or a table with the columns respondent and text.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Workbook for the coders (xlsx); must not exist."
        ),
    ],
    questionnaire: QuestionnaireOption = None,
    question: Annotated[
        str | None,
        typer.Option("--question", metavar="IDS", help="Open questions to draft from; default: all."),
    ] = None,
    codebook_out: Annotated[
        Path | None,
        typer.Option(
            "--codebook-out", metavar="FILE", help="Also write a draft codebook (toml); must not exist."
        ),
    ] = None,
    codes: Annotated[
        int, typer.Option("--codes", metavar="N", min=1, max=100, help="Codes proposed at most.")
    ] = 12,
    lang: Annotated[
        str,
        typer.Option(
            "--lang", metavar="en|zh", help="Language of heads and notes; default: that of the answers."
        ),
    ] = "auto",
    sheet: SheetOption = None,
    encoding: Encoding = None,
    header_row: HeaderRow = None,
    no_header: NoHeader = False,
    debug: Debug = False,
) -> None:
    """Cut open answers into segments and propose codes, which people confirm or not."""
    from dataclasses import asdict

    from survey_kit.cli.session import (
        chosen_language,
        message_language,
        read_input,
        read_options,
        remark,
        tell,
    )
    from survey_kit.errors import UsageError
    from survey_kit.interviews.draft_files import write_codebook, write_draft
    from survey_kit.interviews.drafting import answers_in, answers_of, draft, refuse_existing
    from survey_kit.interviews.table import holds_texts
    from survey_kit.output import shown
    from survey_kit.responses.files import read_sheet

    asked = chosen_language(lang)
    if codebook_out is not None and codebook_out.resolve() == output.resolve():
        raise UsageError(
            "--codebook-out and -o name the same file; give the codebook a name of its own.",
            "--codebook-out与-o为同一文件，请为编码本另取文件名。",
        )
    for target in (output, codebook_out):
        refuse_existing(target)
    how = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
    of_responses = file == "-" or questionnaire is not None or question is not None
    table = None if of_responses else read_sheet(file, **asdict(how))
    if table is not None and holds_texts(table.header[-1]):
        answers, remarks = answers_in(table)
    else:
        reading = read_input(file, questionnaire, how)
        names = [part.strip() for part in (question or "").split(",") if part.strip()]
        answers, remarks = answers_of(reading, names), reading.remarks
    made = draft(answers, most=codes)
    tell((*remarks, *made.remarks))
    write_draft(made, output, made.language if asked == "auto" else asked)
    if codebook_out is not None:
        write_codebook(made, codebook_out)
    names_of = "、" if message_language() == "zh" else ", "
    proposed = names_of.join(candidate.name for candidate in made.candidates)
    count = len(made.segments)
    remark(
        f"{shown(output)}：{count}个片段，两列编码均为空，待人工填写。建议编码（仅供参考）：{proposed}"
        if message_language() == "zh"
        else f"{shown(output)}: {count} segments; both columns of codes are empty, for people to fill. Proposals only: {proposed}"
    )
