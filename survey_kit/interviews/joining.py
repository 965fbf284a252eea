"""Whose interview it is: people of the interviews among the respondents, by number or by a named column."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from survey_kit.interviews.reading import SegmentTable
from survey_kit.report.blocks import Label, Remark


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who answered (their numbers), who of them is valid, and their ids where a column was named."""

    everybody: Sequence[int | str]
    valid: Collection[int | str]
    ids: Sequence[str | None] | None = None


def joined(table: SegmentTable, people: People) -> tuple[SegmentTable, tuple[Remark, ...]]:
    """The table with respondent numbers in place of ids, and what is to be said about those not found.

    An id that several questionnaires carry goes to the first valid one. Where nobody is found by id but
    somebody by number, the numbers count: ``--id`` may have been meant for another file.

    Examples
    --------
    >>> _key("0012"), _key("A-7 ")
    ('12', 'a-7')
    """
    numbers = set(people.everybody)
    if people.ids is None:
        return table, _remarks(table, people, by_id=False)
    places: dict[str, int | str] = {}
    for number, name in zip(people.everybody, people.ids, strict=True):
        if name is not None:
            key = _key(name)
            if key not in places or (places[key] not in people.valid and number in people.valid):
                places[key] = number
    met = {_key(str(segment.respondent)) for segment in table.segments}
    if not met & places.keys() and any(segment.respondent in numbers for segment in table.segments):
        said = Remark(
            Label(
                "Interviews: nobody is found by --id, so the numbers of the respondents were used.",
                "访谈：按--id指定的列未找到任何受访者，改按答卷序号匹配。",
            )
        )
        return table, (said, *_remarks(table, people, by_id=False))
    segments = tuple(
        # a text where there is no number: a stranger's id must not pass for a respondent's number
        replace(segment, respondent=places.get(key, key))
        for segment in table.segments
        for key in (_key(str(segment.respondent)),)
    )
    found = replace(table, segments=segments)
    return found, _remarks(found, people, by_id=True)


def _key(name: str) -> str:
    """12, 012 and " 12" are the same person."""
    text = name.strip().casefold()
    return str(int(text)) if text.isascii() and text.isdecimal() and len(text) < 16 else text


def _remarks(table: SegmentTable, people: People, *, by_id: bool) -> tuple[Remark, ...]:
    """People who were interviewed and are not among the respondents; rows, not names."""
    everybody = set(people.everybody)
    met = tuple(dict.fromkeys(segment.respondent for segment in table.segments))
    absent = [person for person in met if person not in everybody]
    excluded = [person for person in met if person in everybody and person not in people.valid]
    remarks = []
    if absent:
        first = next(segment.row for segment in table.segments if segment.respondent == absent[0])
        en, zh = _advice(by_id=by_id) if len(absent) == len(met) else ("", "")
        remarks.append(
            Remark(
                Label(
                    f"Interviews: {len(absent)} of {len(met)} people do not occur in the responses (the first in row {first} of the "
                    f"interviews); they count in the frequencies but not in comparisons of groups.{en}",
                    f"访谈：{len(met)}名受访者中有{len(absent)}人不在答卷中（首见于访谈表第{first}行）；其访谈计入频数，但不计入组间比较。{zh}",
                )
            )
        )
    if excluded:
        remarks.append(
            Remark(
                Label(
                    f"Interviews: {len(excluded)} of {len(met)} people answered a questionnaire that was excluded; they count in the "
                    "frequencies but not in comparisons of groups.",
                    f"访谈：{len(met)}名受访者中有{len(excluded)}人的答卷已被剔除；其访谈计入频数，但不计入组间比较。",
                ),
                "note",
            )
        )
    return tuple(remarks)


def _advice(*, by_id: bool) -> tuple[str, str]:
    if by_id:
        return (
            " Nobody was found: check that the column named with --id and the column respondent of the interviews hold the same ids.",
            "没有任何人匹配：请检查--id指定的列与访谈表“受访者”一列是否为同一种编号。",
        )
    return (
        " Nobody was found: the column respondent should hold the numbers of the respondents, or ids of a column that --id names.",
        "没有任何人匹配：访谈表“受访者”一列应填写答卷序号；若填写的是其他编号，请用--id指明答卷中对应的列。",
    )
