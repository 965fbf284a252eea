"""A draft of the coding: open answers cut into segments, with codes that a program proposes.

The proposals rest on how often words and pairs of words occur, nothing else; they stand in a column of their own,
and both coders' columns are empty. People decide what is a theme.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from survey_kit.errors import FileError, ResponseError
from survey_kit.interviews.candidates import Candidate, Said, candidates
from survey_kit.interviews.reading import NO_THEME, segments_of
from survey_kit.interviews.segmenting import chinese_cutter, is_chinese, sentences
from survey_kit.questionnaire.faults import nearest, quoted
from survey_kit.questionnaire.model import Question
from survey_kit.questionnaire.wording import answer_key, question_key
from survey_kit.reading import Reading
from survey_kit.report.blocks import Label, Language, Remark
from survey_kit.responses.model import Sheet

MOST = 12
"""Candidates proposed unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said to one question."""

    respondent: int | str
    question: Label
    text: str


@dataclass(frozen=True, slots=True)
class DraftSegment:
    """A sentence, and the proposed codes whose words occur in it."""

    respondent: int | str
    question: Label
    text: str
    proposed: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class CodingDraft:
    """Segments, candidates (those of most persons first) and how both came about.

    ``segmenter`` names the program that cut Chinese into words; empty: none was there, or none was needed.
    """

    segments: tuple[DraftSegment, ...]
    candidates: tuple[Candidate, ...]
    people: int
    fewest: int
    language: Language
    segmenter: str
    remarks: tuple[Remark, ...]


def answers_of(reading: Reading, wanted: Sequence[str] = ()) -> tuple[Answer, ...]:
    """The open answers of a response file, question by question.

    Parameters
    ----------
    wanted : ids or texts of the questions; none: all open questions.

    Raises
    ------
    ResponseError
        There is no open question, not the one wanted, or no answer to it.
    """
    frame = reading.responses.frame
    open_ones = [q for q in reading.questionnaire.all_questions if q.kind == "text" and q.id in frame]
    name = reading.source.name
    if not open_ones:
        raise ResponseError(
            f"{name} has no open question (kind text), so there is nothing to code. Name the right questionnaire with -q, "
            "or give a table of texts with the columns respondent and text.",
            f"{name}中没有开放题（kind为text），没有可编码的文本。请用-q指定正确的问卷，或提供含“受访者”“文本”两列的表格。",
        )
    chosen = [_question(each, open_ones) for each in wanted] or open_ones
    found = []
    for question in dict.fromkeys(chosen):
        for respondent, text in zip(frame.index.tolist(), frame[question.id].tolist(), strict=True):
            if isinstance(text, str) and text.strip():
                found.append(Answer(respondent, question.label, text.strip()))
    if not found:
        asked = ", ".join(quoted(question.id) for question in chosen)
        raise ResponseError(
            f"{name}: nobody wrote anything in {asked}, so there is nothing to code.",
            f"{name}：{asked}没有任何文字回答，没有可编码的文本。",
        )
    return tuple(found)


def answers_in(sheet: Sheet) -> tuple[tuple[Answer, ...], tuple[Remark, ...]]:
    """The texts of a table of interviews without codes; codes that it has are left where they are."""
    table = segments_of(sheet, coded=False)
    found = tuple(
        Answer(segment.respondent, Label.of(segment.question), segment.text)
        for segment in table.segments
        if segment.text
    )
    if not found:
        raise ResponseError(
            f"{table.source.name} holds no text, so there is nothing to code.",
            f"{table.source.name}中没有文本，没有可编码的内容。",
        )
    remarks = table.remarks
    if table.codes:
        said = Label(
            "The table has codes already; they are not taken over into the draft.",
            "表中已有编码，草稿不沿用这些编码。",
        )
        remarks = (*remarks, Remark(said))
    return found, remarks


def draft(answers: Sequence[Answer], *, most: int = MOST) -> CodingDraft:
    """Cut into sentences and propose codes; the same answers give the same draft.

    A word is a candidate when at least 3 % of the people use it, and two of them at least.

    Raises
    ------
    ResponseError
        Every answer only says that there is nothing to say.
    """
    kept = [each for each in answers if not _nothing(each.text)]
    if not kept:
        raise ResponseError(
            "The open answers say nothing but “none” or the like, so there is nothing to code.",
            "开放题回答均为“无”之类，没有可编码的内容。",
        )
    texts = [each.text for each in kept]
    language: Language = "zh" if is_chinese(texts) else "en"
    cut, segmenter = chinese_cutter()
    chinese = any("\u4e00" <= c <= "\u9fff" for text in texts for c in text)
    pieces = [(each, piece) for each in kept for piece in sentences(each.text)]
    people = len({each.respondent for each in kept})
    fewest = max(2, math.ceil(0.03 * people))
    said = [Said(each.respondent, piece) for each, piece in pieces]
    proposed = candidates(said, cut, most=most, fewest=fewest)
    of_sentence: dict[int, list[Candidate]] = {}
    for candidate in proposed:
        for at in candidate.sentences:
            of_sentence.setdefault(at, []).append(candidate)
    segments = tuple(
        DraftSegment(each.respondent, each.question, piece, tuple(of_sentence.get(at, ())))
        for at, (each, piece) in enumerate(pieces)
    )
    remarks = _remarks(len(answers) - len(kept), proposed, guessed=chinese and cut is None)
    return CodingDraft(segments, proposed, people, fewest, language, segmenter if chinese else "", remarks)


def refuse_existing(path: Path | None) -> None:
    """People fill in what is written here: it must never be overwritten.

    Raises
    ------
    FileError
        There is such a file.
    """
    if path is not None and path.exists():
        name = quoted(path.name).strip('"')
        raise FileError(
            f"{name} exists, and somebody may have coded in it. Choose another name, or move it away first.",
            f"{name}已存在，其中可能已有人工编码。请换一个文件名，或先将其移走。",
        )


def _question(wanted: str, open_ones: Sequence[Question]) -> Question:
    key = question_key(wanted)
    for question in open_ones:
        if wanted == question.id or key in {question_key(question.label.en), question_key(question.label.zh)}:
            return question
    hint = nearest(wanted, tuple(question.id for question in open_ones))
    raise ResponseError(
        f"--question {wanted}: no open question of that name. {hint.en}",
        f"--question {wanted}：没有这道开放题。{hint.zh}",
    )


def _nothing(text: str) -> bool:
    """Whether an answer says only that there is none."""
    return answer_key(text) in {
        answer_key(word) for word in NO_THEME | {"无", "没有了", "暂无", "n/a", "na", "no"}
    }


def _remarks(nothing: int, proposed: Sequence[Candidate], *, guessed: bool) -> tuple[Remark, ...]:
    remarks = []
    if nothing:
        text = Label(
            f"Answers that say only “none” or the like, left out: {nothing}.",
            f"仅填写“无”之类的回答{nothing}份，未列入。",
        )
        remarks.append(Remark(text, "note"))
    if guessed:
        text = Label(
            "Chinese words were guessed from character sequences, because no segmenter is installed; proposals are better with "
            "one: pip install survey-kit[zh].",
            "未安装中文分词程序，候选词由连续字串推测得出；安装后建议会更准确：pip install survey-kit[zh]。",
        )
        remarks.append(Remark(text))
    if not proposed:
        text = Label(
            "No word is used by several people, so no code is proposed; the segments can be coded all the same.",
            "没有多人共用的词语，因此没有建议编码；仍可直接对片段进行编码。",
        )
        remarks.append(Remark(text))
    return tuple(remarks)
