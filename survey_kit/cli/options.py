"""The options that several commands share: the same flag means the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Responses: TypeAlias = Annotated[
    str, typer.Argument(metavar="FILE", help="Response file: xlsx, csv, sav, dta, parquet; - reads stdin.")
]
QuestionnaireOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--questionnaire",
        "-q",
        metavar="ID|FILE",
        help="Questionnaire; default: the shipped one that fits, else a draft.",
    ),
]
OutputFile: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the terminal."),
]
Lang: TypeAlias = Annotated[
    str,
    typer.Option("--lang", metavar="en|zh", help="Language; default: the one in which people were asked."),
]
By: TypeAlias = Annotated[
    str | None,
    typer.Option("--by", metavar="IDS", help="Questions by which groups are compared: gender,age."),
]
Seed: TypeAlias = Annotated[
    int, typer.Option("--seed", metavar="N", min=0, help="Seed of everything random.")
]
Compat: TypeAlias = Annotated[
    str, typer.Option("--compat", metavar="default|spss", help="spss: the default conventions of SPSS.")
]
Chapter: TypeAlias = Annotated[
    int, typer.Option("--chapter", metavar="N", min=0, help="Chapter number in headings and captions.")
]
Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Stop when the input gives rise to a warning.")
]
Debug: TypeAlias = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
SheetOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME|N", help="Sheet of a workbook, by name or number (from 1)."),
]
Encoding: TypeAlias = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of a text file, e.g. gb18030.")
]
HeaderRow: TypeAlias = Annotated[
    int | None,
    typer.Option("--header-row", metavar="N", min=1, help="Row of the file that holds the headers."),
]
NoHeader: TypeAlias = Annotated[bool, typer.Option("--no-header", help="The first row is data already.")]
Before: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--before", metavar="FILE", help="The same questionnaire, answered earlier; default: FILE.before.*"
    ),
]
IdColumn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--id", metavar="COLUMN", help="Column by which people of two surveys, or of interviews, are matched."
    ),
]
Interviews: TypeAlias = Annotated[
    Path | None,
    typer.Option("--interviews", metavar="FILE", help="Coded interviews; default: FILE.interviews.*"),
]
Codebook: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--codebook",
        metavar="FILE",
        help="Codebook of the interviews; default: FILE.codebook.toml, else the shipped one.",
    ),
]
Ratings: TypeAlias = Annotated[
    Path | None, typer.Option("--ratings", metavar="FILE", help="Ratings of people; default: FILE.ratings.*")
]
Weights: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--weights",
        metavar="METHOD",
        help="Weights of the ratings: equal, entropy, critic, ahp:FILE or given:a=.5,b=.5.",
    ),
]
Alone: TypeAlias = Annotated[
    bool, typer.Option("--alone", help="Use no file that lies beside the responses unless it is named.")
]
