"""The chapter as a XeLaTeX document that compiles by itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from survey_kit.report.document import (
    DocFigure,
    DocHeading,
    DocParagraph,
    DocTable,
    Document,
    FigureFiles,
)
from survey_kit.report.writers.columns import Page
from survey_kit.report.writers.latex.tables import WIDER, note_source, table_source
from survey_kit.report.writers.latex.text import comment, escape, inline

TEXT_WIDTH, WIDE_TEXT_WIDTH = 15.5, 24.2  # cm
FIGURE_WIDTH, FIGURE_HEIGHT = 15.0, 18.0  # cm
POINTS_PER_CM: Final = 28.4528


def _page(size: float, width: float, *, landscape: bool = False) -> Page:
    return Page(size, width * POINTS_PER_CM / size / WIDER, landscape)


PAGES: Final = (
    _page(10.5, TEXT_WIDTH),
    _page(9, TEXT_WIDTH),
    _page(7.5, TEXT_WIDTH),
    _page(9, WIDE_TEXT_WIDTH, landscape=True),
)
_LEVELS: Final = {1: "section", 2: "subsection", 3: "subsubsection"}

_CLASS: Final = {
    "zh": r"\documentclass[UTF8,zihao=-4,a4paper,fontset=fandol]{ctexart}",
    "en": "\\documentclass[12pt,a4paper]{article}\n"
    "% names that exist in Chinese only are printed too\n"
    "\\usepackage[UTF8,scheme=plain,fontset=fandol]{ctex}",
}
_PREAMBLE: Final = r"""% !TeX program = xelatex
CLASS
\usepackage[top=2.5cm,bottom=2.5cm,left=3cm,right=2.5cm]{geometry}
\usepackage{array,booktabs,longtable,multirow,graphicx,pdflscape}
\usepackage[font=small,labelfont=bf,textfont=bf,labelsep=quad,justification=centering]{caption}
\newfontfamily\unusualfont{FandolSong-Regular.otf}
% a character that neither the Latin nor the Chinese fonts have is printed as its code, never lost
\newcommand{\unusual}[1]{\iffontchar\font"#1 \char"#1 \else{\unusualfont
  \iffontchar\font"#1 \char"#1 \else\normalfont\texttt{[U+#1]}\allowbreak\fi}\fi}
\setlength{\heavyrulewidth}{1.5pt}
\setlength{\lightrulewidth}{0.75pt}
\setlength{\LTleft}{0pt plus 1fill}
\setlength{\LTright}{0pt plus 1fill}
\setlength{\emergencystretch}{3em}
\renewcommand{\thetable}{CHAPTER-\arabic{table}}
\renewcommand{\thefigure}{CHAPTER-\arabic{figure}}
\linespread{1.5}
\begin{document}
"""


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:
    """Write the source; pictures are read from ``figures/`` beside it when it is compiled."""
    path.write_text(dumps(document, figures), encoding="utf-8", newline="\n")


def dumps(document: Document, figures: Mapping[str, FigureFiles]) -> str:
    """The whole source."""
    chinese = document.language == "zh"
    parts = [
        comment(document.title)
        + "\n"
        + _PREAMBLE.replace("CLASS", _CLASS[document.language]).replace("CHAPTER", str(document.chapter))
    ]
    headings: list[str] = []
    for block in document.blocks:
        if not isinstance(block, DocHeading | DocTable):
            parts += headings
            headings = []
        match block:
            case DocTable():
                # a heading goes along when the page turns
                parts.append(table_source(block, PAGES, chinese=chinese, before=headings))
                headings = []
            case DocFigure():
                parts.append(_figure(block, figures.get(block.stem)))
            case DocHeading():
                headings.append(_heading(block))
            case DocParagraph():
                parts.append(_paragraph(block))
    return "\n\n".join([*parts, *headings]) + "\n\n\\end{document}\n"


def _heading(block: DocHeading) -> str:
    command = _LEVELS[block.level]
    title = inline(block.spans)
    if not block.number:
        return rf"\{command}*{{{title}}}"
    last = int(block.number.rpartition(".")[2])
    return rf"\setcounter{{{command}}}{{{last - 1}}}\{command}{{{title}}}"


def _paragraph(block: DocParagraph) -> str:
    if block.role == "reference":
        return rf"{{\small\noindent\hangindent=2em\hangafter=1\raggedright {inline(block.spans)}\par}}"
    return inline(block.spans)


def _figure(block: DocFigure, files: FigureFiles | None) -> str:
    if files is None:
        picture = rf"\fbox{{\parbox{{0.8\linewidth}}{{\centering {escape(block.alt)}}}}}"
    else:
        scale = min(1.0, FIGURE_WIDTH / (files.width * 2.54), FIGURE_HEIGHT / (files.height * 2.54))
        width = files.width * 2.54 * scale
        picture = rf"\includegraphics[width={width:.2f}cm]{{figures/{block.stem}.png}}"
    last = int(block.number.rpartition("-")[2])
    return "\n".join(
        [
            comment(block.alt),
            rf"\setcounter{{figure}}{{{last - 1}}}",
            r"\begin{center}\begin{minipage}{\linewidth}\centering",
            picture,
            rf"\captionof{{figure}}{{{inline(block.caption)}}}",
            *[note_source(note) for note in block.notes],
            r"\end{minipage}\end{center}",
        ]
    )
