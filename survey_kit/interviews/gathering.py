"""From the files beside the responses to coded interviews: which files, which codebook, who matches."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from survey_kit.companions import Beside, companion
from survey_kit.interviews.codebook import read_codebook, shipped_codebook
from survey_kit.interviews.model import Codebook, Interviews
from survey_kit.interviews.reading import SegmentTable, decode, fits, read_segments
from survey_kit.materials import Part
from survey_kit.questionnaire.faults import quoted
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.reading import Reading
from survey_kit.report.blocks import Label, Remark
from survey_kit.study import Study

SUFFIXES = (".xlsx", ".csv")


def gather_interviews(study: Study, reading: Reading, beside: Beside) -> Part | None:
    """Read the interviews that are named or lie beside the responses; None when there are none.

    Raises
    ------
    SurveyKitError
        The table or its codebook cannot be used.
    """
    path, responses = beside.interviews, reading.path
    if path is None and responses is not None and not beside.alone:
        path = companion(responses, "interviews", SUFFIXES)
    if path is None:
        return None
    table = read_segments(path)
    codebook, said = _codebook(responses, beside, study.questionnaire, table)
    interviews = decode(table, codebook)
    n = len(interviews.respondents)
    file = quoted(table.source.name).strip('"')
    remarks = (
        Remark(
            Label(
                f"Interviews with {n} people were read from {file}. {said.en}",
                f"已从{file}读入{n}人的访谈。{said.zh}",
            ),
            "note",
        ),
        *table.remarks,
        *_unmatched(interviews, set(reading.responses.frame.index), set(study.respondents)),
    )
    return Part({"interviews": interviews}, {"interviews": table.source}, remarks)


def _codebook(
    responses: Path | None, beside: Beside, questionnaire: Questionnaire, table: SegmentTable
) -> tuple[Codebook | None, Label]:
    """The codebook, and which it is; None when it must be drafted."""
    factors = [scale.id for scale in questionnaire.scales]
    path = beside.codebook
    if path is None and responses is not None and not beside.alone:
        path = companion(responses, "codebook", (".toml",))
    if path is not None:
        name = quoted(path.name).strip('"')
        return read_codebook(path, factors=factors), Label(f"Codebook: {name}.", f"编码本：{name}。")
    shipped = shipped_codebook(questionnaire.id)
    if shipped is not None:
        codebook = read_codebook(shipped)
        known = all(not theme.factor or theme.factor in factors for theme in codebook.themes)
        if known and fits(table, codebook):
            return codebook, Label(
                f"Codebook: the one that ships with {questionnaire.id}.",
                f"编码本：{questionnaire.id}内置编码本。",
            )
    return None, Label(
        "There is no codebook; the codes that occur serve as themes.", "没有编码本，以出现的编码作为主题。"
    )


def _unmatched(
    interviews: Interviews, everybody: Collection[int | str], valid: Collection[int | str]
) -> tuple[Remark, ...]:
    """People who were interviewed and are not among the respondents; rows, not names."""
    people = interviews.respondents
    absent = [person for person in people if person not in everybody]
    excluded = [person for person in people if person in everybody and person not in valid]
    remarks = []
    if absent:
        first = next(segment.row for segment in interviews.segments if segment.respondent == absent[0])
        remarks.append(
            Remark(
                Label(
                    f"Interviews: {len(absent)} of {len(people)} people do not occur in the responses (the first in row {first} of the "
                    "interviews); they count in the frequencies but not in comparisons of groups.",
                    f"访谈：{len(people)}名受访者中有{len(absent)}人不在答卷中（首见于访谈表第{first}行）；其访谈计入频数，但不计入组间比较。",
                )
            )
        )
    if excluded:
        remarks.append(
            Remark(
                Label(
                    f"Interviews: {len(excluded)} of {len(people)} people answered a questionnaire that was excluded; they count in the "
                    "frequencies but not in comparisons of groups.",
                    f"访谈：{len(people)}名受访者中有{len(excluded)}人的答卷已被剔除；其访谈计入频数，但不计入组间比较。",
                ),
                "note",
            )
        )
    return tuple(remarks)
