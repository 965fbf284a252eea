"""From a response file to coded answers: the first two arrows of the way of the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.infer import draft
from survey_kit.questionnaire.load import read_questionnaire, shipped
from survey_kit.questionnaire.matching import Match, NoneFitsError, choose, match
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Label, Language, Remark
from survey_kit.responses.decode import decode
from survey_kit.responses.dialects import recognise
from survey_kit.responses.files import read_bytes, read_sheet
from survey_kit.responses.identity import ids_of, require_ids
from survey_kit.responses.model import Responses, Sheet, Source


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file, where it does not say so itself."""

    sheet: str | int | None = None
    encoding: str | None = None
    header_row: int | None = None
    has_header: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """Coded answers before screening, and what they answer.

    ``path`` is where they were read, so that companions can be found beside; None for a stream.
    """

    questionnaire: Questionnaire
    responses: Responses
    source: Source
    remarks: tuple[Remark, ...]
    language: Language
    path: Path | None = None


def read(
    source: str | Path | bytes,
    *,
    questionnaire: str | Path | Questionnaire | None = None,
    options: ReadOptions = ReadOptions(),
    id_column: str | None = None,
) -> Reading:
    """Read a response file and decode it with the questionnaire that fits.

    Parameters
    ----------
    source
        Path of the file, or its bytes (standard input).
    questionnaire
        Id of a shipped one, path of a file, or the thing itself; None: the shipped one that fits,
        else a draft inferred from the file.
    id_column
        Heading of the column that tells people of two surveys apart; None: the one that the plan
        names, if the file has it.
    """
    sheet = _sheet(source, options)
    headings = recognise(sheet).headings(sheet)
    asked, drafted = _questionnaire(questionnaire, headings, sheet)
    responses = decode(sheet, headings, asked, ids=_ids(sheet, headings, asked.questionnaire, id_column))
    remarks = distinct((*drafted, *responses.remarks))
    path = None if isinstance(source, bytes) else Path(source)
    return Reading(asked.questionnaire, responses, sheet.source, remarks, _language(sheet), path)


def infer_questionnaire(
    source: str | Path | bytes, options: ReadOptions = ReadOptions()
) -> tuple[Questionnaire, tuple[Remark, ...]]:
    """Draft a questionnaire from a response file alone, whatever shipped one may fit."""
    sheet = _sheet(source, options)
    drafted = _draft(recognise(sheet).headings(sheet), sheet)
    return drafted, distinct((*sheet.remarks, *drafted.remarks))


def _ids(
    sheet: Sheet, headings: Sequence[Heading], questionnaire: Questionnaire, column: str | None
) -> np.ndarray | None:
    """The ids of the named column, which must exist, or of the one that the plan hopes for."""
    if column is not None:
        return require_ids(ids_of(sheet, headings, column), sheet, headings, column)
    planned = (line.id for line in questionnaire.plan.lines.change if line.id)
    return next((ids for name in planned if (ids := ids_of(sheet, headings, name)) is not None), None)


def _draft(headings: Sequence[Heading], sheet: Sheet) -> Questionnaire:
    labels = sheet.labels
    return draft(headings, sheet.cells, labels, Path(sheet.source.name).stem)


def _sheet(source: str | Path | bytes, options: ReadOptions) -> Sheet:
    how = asdict(options)
    if isinstance(source, bytes):
        return read_bytes(source, "stdin", **how)
    return read_sheet(source, **how)


def _questionnaire(
    wanted: str | Path | Questionnaire | None, headings: Sequence[Heading], sheet: Sheet
) -> tuple[Match, tuple[Remark, ...]]:
    """The questionnaire attached to the columns; a remark when it had to be drafted."""
    if wanted is not None:
        asked = wanted if isinstance(wanted, Questionnaire) else read_questionnaire(wanted)
        return match(asked, headings, sheet.cells), ()
    candidates = [read_questionnaire(name) for name in shipped()]
    try:
        return choose(candidates, headings, sheet.cells), ()
    except NoneFitsError as error:
        drafted = match(_draft(headings, sheet), headings, sheet.cells)
        return drafted, (_said_draft(error),)


def _said_draft(error: NoneFitsError) -> Remark:
    return Remark(
        Label(
            f"{error.en} For this run a draft was inferred from the file; analyze writes it beside the report "
            "as questionnaire.toml, to be corrected and given back with -q.",
            f"{error.zh}本次运行使用由文件推断的问卷草稿；analyze会将其写在报告旁（questionnaire.toml），修正后可用-q再次使用。",
        )
    )


def _language(sheet: Sheet) -> Language:
    """The language in which people were asked: Chinese when a third of the headers has Han characters."""
    texts = [*sheet.header[-1], *sheet.texts.values()]
    chinese = sum(any("\u4e00" <= c <= "\u9fff" for c in text) for text in texts)
    return "zh" if 3 * chinese >= max(len(sheet.header[-1]), 1) else "en"


def distinct(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks, each once."""
    return tuple(dict.fromkeys(remarks))
