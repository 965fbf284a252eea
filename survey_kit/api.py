"""The Python interface: what the command line does, from a notebook or a script.

>>> from survey_kit import analyze                                    # doctest: +SKIP
>>> chapter = analyze("responses.xlsx", language="zh")                # doctest: +SKIP
>>> chapter["reliability"]                # shows itself as tables     # doctest: +SKIP
>>> chapter["reliability"]["scales"]      # a pandas data frame        # doctest: +SKIP
>>> chapter.save("chapter.docx")                                      # doctest: +SKIP
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from survey_kit import chapter as files
from survey_kit import pipeline
from survey_kit.companions import NOTHING_NAMED, Beside
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Estimate, Label, Language, Report, Say, Section, Skipped, Starred, Table
from survey_kit.report.document import Document, plain
from survey_kit.report.wording import Wording

if TYPE_CHECKING:
    import pandas as pd


def read_responses(
    source: str | Path,
    questionnaire: str | Path | Questionnaire | None = None,
    *,
    sheet: str | int | None = None,
    encoding: str | None = None,
    header_row: int | None = None,
    has_header: bool = True,
) -> pipeline.Reading:
    """Read and code a response file; nobody is excluded yet.

    Parameters
    ----------
    source : path of an xlsx, csv, sav, dta or parquet file.
    questionnaire : id of a shipped one, a file, or the thing itself; None: the shipped one that
        fits, else a draft inferred from the file.

    Returns
    -------
    ``Reading`` with ``responses`` (``.frame`` holds the codes, ``.log`` every cell changed),
    ``questionnaire`` and ``remarks``.

    Raises
    ------
    SurveyKitError
        The file cannot be read, or no answer of the questionnaire is in it.
    """
    options = pipeline.ReadOptions(sheet, encoding, header_row, has_header)
    return pipeline.read(source, questionnaire=questionnaire, options=options)


def analyze(
    source: str | Path | pipeline.Reading,
    questionnaire: str | Path | Questionnaire | None = None,
    *,
    output: str | Path | None = None,
    formats: Sequence[str] = files.FORMATS,
    sections: Sequence[str] | None = None,
    language: Language | Literal["auto"] = "auto",
    by: Sequence[str] | None = None,
    seed: int = 1,
    chapter: int = 4,
    compat: Compat = "default",
    beside: Beside = NOTHING_NAMED,
) -> Chapter:
    """Compute the chapter; with ``output`` also write it there.

    Parameters
    ----------
    source : path of a response file, or what ``read_responses`` gave.
    sections : ids of the sections wanted; None: all.
    by : ids or labels of the questions by which groups are compared.
    beside : an earlier survey, interviews, ratings; by default those that lie beside the responses.

    Returns
    -------
    ``Chapter``: shows itself in a notebook; sections and tables by id.
    """
    reading = (
        source
        if isinstance(source, pipeline.Reading)
        else pipeline.read(source, questionnaire=questionnaire, id_column=beside.id_column)
    )
    prepared = pipeline.prepare(reading, by=by, seed=seed, compat=compat, beside=beside)
    report = pipeline.report(prepared, sections=sections, language=language, chapter=chapter)
    result = Chapter(report)
    if output is not None:
        draft = pipeline.drafted_toml(prepared.study.questionnaire)
        extra = {"questionnaire.toml": draft} if draft else None
        files.write_chapter(report, Path(output), files.formats_named(list(formats)), extra=extra)
    return result


@dataclasses.dataclass(frozen=True)
class Chapter:
    """The computed chapter. ``chapter["groups"]`` is a section; ``save`` writes any format."""

    report: Report

    @property
    def language(self) -> Language:
        """Language in which it shows itself."""
        language: Language = self.report.meta["language"]
        return language

    @property
    def sections(self) -> tuple[str, ...]:
        """Ids of the sections, in order."""
        return tuple(section.id for section in self.report.sections)

    def __getitem__(self, section_id: str) -> SectionView:
        if section_id not in self.sections:
            raise KeyError(f"no section {section_id!r}; there are: {', '.join(self.sections)}")
        return SectionView(self.report, section_id)

    def __iter__(self) -> Iterator[SectionView]:
        return (self[section_id] for section_id in self.sections)

    def save(self, path: str | Path, language: Language | None = None) -> None:
        """Write one file; the suffix names the format."""
        files.write_one(self.report, Path(path), language)

    def document(self, language: Language | None = None) -> Document:
        """The chapter typeset: rounded and worded, without markup."""
        return files.setting(self.report, language)

    def _repr_html_(self) -> str:
        return _as_html(self.document())

    def __repr__(self) -> str:
        n = self.report.meta["n"]
        return f"<Chapter n={n} sections: {', '.join(self.sections)}>"


@dataclasses.dataclass(frozen=True)
class SectionView:
    """One section: shows itself as tables; ``section["scales"]`` is that table as a data frame."""

    report: Report
    id: str

    @property
    def section(self) -> Section | Skipped:
        """The section's blocks at full precision."""
        return self.report.section(self.id)

    @property
    def tables(self) -> tuple[str, ...]:
        """Ids of the tables; empty when the section was withheld."""
        if isinstance(self.section, Skipped):
            return ()
        return tuple(block.id for block in self.section.blocks if isinstance(block, Table))

    def __getitem__(self, table_id: str) -> pd.DataFrame:
        if table_id not in self.tables or isinstance(self.section, Skipped):
            raise KeyError(
                f"no table {table_id!r} in {self.id}; there are: {', '.join(self.tables) or 'none'}"
            )
        language: Language = self.report.meta["language"]
        return frame(self.section.table(table_id), Wording(pipeline.words(), language))

    def _document(self) -> Document:
        return files.setting(dataclasses.replace(self.report, sections=(self.section,)))

    def _repr_html_(self) -> str:
        return _as_html(self._document())

    def __repr__(self) -> str:
        from survey_kit.report.writers.text import dumps

        return dumps(self._document())


def frame(table: Table, wording: Wording) -> pd.DataFrame:
    """A table as a data frame of raw numbers: index row keys, columns column keys.

    Intervals become two further columns, ``<key>_low`` and ``<key>_high``.
    """
    import pandas as pd

    rows = {}
    for row in table.rows:
        if row.head:
            continue
        out: dict[str, object] = {}
        for column, cell in zip(table.columns, row.cells, strict=True):
            if isinstance(cell, Estimate):
                out |= {
                    column.key: cell.value,
                    f"{column.key}_low": cell.low,
                    f"{column.key}_high": cell.high,
                }
            elif isinstance(cell, Starred):
                out |= {column.key: cell.value, f"{column.key}_p": cell.p}
            else:
                out[column.key] = wording.text(cell) if isinstance(cell, Say | Label) else cell
        rows[row.key] = out
    return pd.DataFrame.from_dict(rows, orient="index")


def _as_html(document: Document) -> str:
    from html import escape

    from survey_kit.report.document import DocFigure, DocHeading, DocTable
    from survey_kit.report.writers.html import table_html

    parts = []
    for block in document.blocks:
        match block:
            case DocTable():
                parts.append(table_html(block))
            case DocFigure():
                continue
            case DocHeading():
                number = f"{block.number} " if block.number else ""
                parts.append(
                    f"<h{block.level + 1}>{escape(number + plain(block.spans))}</h{block.level + 1}>"
                )
            case _:
                parts.append(f"<p>{escape(plain(block.spans))}</p>")
    return "\n".join(parts)
