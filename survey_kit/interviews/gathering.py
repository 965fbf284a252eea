"""From the files beside the responses to coded interviews: which files, which codebook, who matches."""

from __future__ import annotations

from pathlib import Path

from survey_kit.companions import Beside, companion
from survey_kit.interviews.codebook import UNDEFINED, read_codebook, shipped_codebook
from survey_kit.interviews.joining import People, joined
from survey_kit.interviews.model import Codebook
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
    raw = read_segments(path)
    if beside.interviews is None and not raw.codes:
        return Part({}, {}, (_uncoded(raw),))
    # without --id the plan may name an id for two surveys; interviews then still go by number
    ids = reading.responses.ids if beside.id_column is not None else None
    everybody = reading.responses.frame.index.tolist()
    people = People(everybody, set(study.respondents), None if ids is None else ids.tolist())
    table, unmatched = joined(raw, people)
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
        *unmatched,
        *_undefined(codebook),
    )
    return Part({"interviews": interviews}, {"interviews": table.source}, remarks)


def _uncoded(table: SegmentTable) -> Remark:
    """A draft that nobody has coded yet must not stand in the way of the chapter."""
    name = quoted(table.source.name).strip('"')
    return Remark(
        Label(
            f"{name}: no segment has a code yet, so the interviews are left out. Fill the column coder 1 (and coder 2).",
            f"{name}：尚无任何片段被编码，未纳入访谈分析。请填写编码员1（及编码员2）一列。",
        )
    )


def _undefined(codebook: Codebook | None) -> tuple[Remark, ...]:
    """A drafted codebook whose definitions nobody has written yet would stand in the chapter as it is."""
    themes = codebook.themes if codebook is not None else ()
    left = [
        theme
        for theme in themes
        if theme.definition is not None
        and any(text.endswith(UNDEFINED) for text in (theme.definition.en, theme.definition.zh))
    ]
    if not left:
        return ()
    said = Label(
        f"The codebook is still a draft: {len(left)} of its {len(themes)} themes have no definition yet but the proposal of the program. Write what belongs to each.",
        f"编码本仍为草稿：{len(themes)}个主题中有{len(left)}个尚无界定，仍是程序的建议。请写明各主题的界定。",
    )
    return (Remark(said),)


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
