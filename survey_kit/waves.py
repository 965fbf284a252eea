"""Two surveys with one questionnaire: the earlier one from its own file, or told apart by a question."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from survey_kit.companions import Beside, companion
from survey_kit.errors import QuestionnaireError, ResponseError
from survey_kit.materials import Part
from survey_kit.questionnaire.model import Question, Questionnaire
from survey_kit.reading import Reading, read
from survey_kit.report.blocks import Label, Remark
from survey_kit.responses.decode import reordered
from survey_kit.responses.model import Ledger, Responses
from survey_kit.responses.screen import screen
from survey_kit.scoring import score
from survey_kit.study import Study, Wave


def wave_question(questionnaire: Questionnaire, responses: Responses) -> Question | None:
    """The question that says to which survey an answer belongs, where the plan names one that the file holds."""
    for line in questionnaire.plan.lines.change:
        if line.wave and line.wave in responses.frame.columns:
            return questionnaire.question(line.wave)
    return None


def split(reading: Reading) -> tuple[Responses, Responses | None]:
    """The present answers, and the earlier ones where a question of the plan tells them apart.

    The first option of that question is the earlier survey, the last the present one.

    Raises
    ------
    ResponseError
        Only one of the two surveys occurs in the file.
    """
    responses = reading.responses
    question = wave_question(reading.questionnaire, responses)
    if question is None:
        return responses, None
    codes = responses.frame[question.id].to_numpy(dtype=float)
    first, last = question.options[0], question.options[-1]
    earlier, present = np.flatnonzero(codes == first.code), np.flatnonzero(codes == last.code)
    for option, rows in ((first, earlier), (last, present)):
        if not len(rows):
            raise ResponseError(
                f"{question.label.en}: nobody belongs to “{option.label.en}”, so there is only one survey in the file. "
                "Change cannot be seen in one survey: give the other with --before, or take wave out of [[plan.change]].",
                f"{question.label.zh}：没有人属于“{option.label.zh}”，文件中只有一次调查。"
                "仅凭一次调查无法看出变化：请用--before给出另一次调查，或从[[plan.change]]中去掉wave。",
            )
    left = len(codes) - len(earlier) - len(present)
    # within one survey everybody gives the same answer to it: nothing to describe or to compare by
    responses = replace(responses, frame=responses.frame.drop(columns=question.id))
    now = _part(responses, present)
    if left:
        text = Label(
            f"Left out because they belong to neither survey ({question.label.en}): {left} of the respondents.",
            f"有{left}人不属于任何一次调查（{question.label.zh}），未纳入分析。",
        )
        now = replace(now, remarks=(*now.remarks, Remark(text)))
    return now, _part(responses, earlier)


def _part(responses: Responses, rows: np.ndarray) -> Responses:
    """Some respondents on their own; an id that occurs in both surveys is no repetition."""
    return replace(reordered(responses, rows), ledger=Ledger(len(rows)), repeated=None)


def wave_of(responses: Responses, questionnaire: Questionnaire) -> Wave:
    """Screen and score an earlier survey by the rules of the present one."""
    valid = screen(responses, questionnaire, questionnaire.plan.screening)
    return Wave(valid, score(valid, questionnaire))


def told_apart(reading: Reading, wave: Wave) -> tuple[Remark, ...]:
    """Which answers of the file are the earlier survey, and who was left out of it."""
    question = wave_question(reading.questionnaire, reading.responses)
    if question is None:
        return ()
    survey, asked = question.options[0].label, question.label
    said = Label(
        f"Answers of the earlier survey are those with “{survey.en}” for “{asked.en}”.",
        f"前一次调查的答卷为“{asked.zh}”中选“{survey.zh}”者。",
    )
    own = [each for each in wave.responses.remarks if each not in reading.responses.remarks]
    about = (Label(f"{survey.en}: {each.text.en}", f"{survey.zh}：{each.text.zh}") for each in own)
    return (Remark(said, "note"), *(Remark(text, each.level) for text, each in zip(about, own, strict=True)))


def gather_before(study: Study, reading: Reading, beside: Beside) -> Part | None:
    """The earlier survey from its file, if one is named or lies beside the responses.

    Raises
    ------
    ResponseError
        The same file twice.
    """
    path = beside.before
    if path is None and not beside.alone and reading.path is not None:
        path = companion(reading.path, "before")
    if path is None:
        return None
    if study.materials.before is not None:
        raise ResponseError(
            f"{path.name}: the responses hold both surveys already, told apart by a question of the plan. Give one of the two.",
            f"{path.name}：答卷文件已按计划中的题目包含两次调查，请只给出其中一种。",
        )
    try:
        earlier = read(path, questionnaire=study.questionnaire, id_column=beside.id_column)
    except QuestionnaireError as error:
        # which of the two files does not fit
        what = f"--before {path.name}"
        raise QuestionnaireError(f"{what}: {error.en}", f"{what}：{error.zh}") from error
    if earlier.source.sha256 == reading.source.sha256:
        raise ResponseError(
            f"--before {earlier.source.name}: both surveys are the same file, so nothing can have changed.",
            f"--before {earlier.source.name}：两次调查是同一个文件，无法比较变化。",
        )
    wave = wave_of(earlier.responses, study.questionnaire)
    name = earlier.source.name
    said = Remark(
        Label(f"Answers of the earlier survey were read from {name}.", f"前一次调查的答卷读自{name}。"),
        "note",
    )
    told = tuple(each.about(name) for each in (*earlier.remarks, *wave.responses.remarks))
    remarks = (said, *dict.fromkeys(told), *_nobody_twice(reading.responses, earlier.responses, name))
    return Part({"before": wave}, {"before": earlier.source}, remarks)


def _nobody_twice(present: Responses, earlier: Responses, name: str) -> tuple[Remark, ...]:
    """A warning when ids are asked for in both surveys and none occurs in both."""
    if present.ids is None or earlier.ids is None:
        return ()
    if {each for each in present.ids if each is not None} & set(earlier.ids):
        return ()
    text = Label(
        f"No id occurs both in the responses and in {name}, so nobody can be compared with themselves. Check that both columns "
        "hold the same kind of number.",
        f"没有任何编号同时出现在答卷与{name}中，无法作同一人的前后比较。请核对两个文件的编号列是否为同一种编号。",
    )
    return (Remark(text),)
