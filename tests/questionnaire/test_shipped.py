"""The questionnaires that ship: no faults, both languages, and what a study must have."""

from __future__ import annotations

import re

import pytest

from survey_kit.questionnaire.load import faults, read_questionnaire, shipped, shipped_folder
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Label

CHINESE = re.compile(r"[\u4e00-\u9fff]")

CONSTRUCTS = {
    "incentives": {"pay", "promotion", "training", "fairness", "recognition", "variety", "motivation", "slack_attitude", "slack_efficiency", "before", "after"},
    "career": {"autonomy", "competence", "relatedness", "distributive", "procedural", "interactional", "fit", "practice", "motivation", "leaving"},
    "performance": {"planning", "monitoring", "evaluation", "feedback", "awareness", "use", "enthusiasm", "trust", "importance", "satisfaction"},
    "appraisal": {"morality", "ability", "diligence", "achievement", "honesty", "ledger", "duties", "development", "rules", "initiative"},
    "retention": {"workload", "living", "pay", "promotion", "training", "care", "satisfaction", "stay", "capability"},
}  # fmt: skip


@pytest.fixture(params=shipped())
def questionnaire(request) -> Questionnaire:
    return read_questionnaire(request.param)


def labels(q: Questionnaire) -> list[Label]:
    found = [q.title]
    for question in q.all_questions:
        found += [question.label, *(option.label for option in question.options)]
    for scale in q.scales:
        found += [scale.label, *(item.label for item in scale.items)]
        found += [option.label for item in scale.items for option in item.options]
    for regression in q.plan.regressions or ():
        found += regression.labels
    return [*found, *(hypothesis.text for hypothesis in q.plan.hypotheses)]


def test_the_five_studies_are_there():
    assert set(shipped()) == set(CONSTRUCTS)


def test_without_faults(questionnaire):
    assert faults(shipped_folder() / f"{questionnaire.id}.toml") == ()


def test_every_text_is_english_and_chinese(questionnaire):
    for label in labels(questionnaire):
        assert not CHINESE.search(label.en), label
        assert CHINESE.search(label.zh), label


def test_constructs_of_the_study(questionnaire):
    assert {scale.id for scale in questionnaire.scales} == CONSTRUCTS[questionnaire.id]
    assert 25 <= len(questionnaire.items) <= 45
    assert all(len(scale.items) >= 3 for scale in questionnaire.scales)
    assert sum(item.reverse for item in questionnaire.items) >= 2


def test_parts_a_study_must_have(questionnaire):
    kinds = {question.kind for question in questionnaire.questions}
    assert {"multiple", "text"} <= kinds
    assert any(question.ordered for question in questionnaire.background)
    assert questionnaire.scales_in_role("outcome")
    assert questionnaire.scales_in_role("predictor")
    plan = questionnaire.plan
    assert plan.group_by
    assert plan.regressions
    assert all(len(regression.labels) == len(regression.blocks) for regression in plan.regressions)
    assert [h.id for h in plan.hypotheses] == [f"H{i}" for i in range(1, len(plan.hypotheses) + 1)]
    assert len({h.claim.kind for h in plan.hypotheses}) >= 3


def test_a_coefficient_claimed_is_in_a_regression(questionnaire):
    held = {r.outcome: {name for block in r.blocks for name in block} for r in questionnaire.plan.regressions}
    for hypothesis in questionnaire.plan.hypotheses:
        if hypothesis.claim.kind in ("coefficient", "block"):
            assert set(hypothesis.claim.predictors) <= held[hypothesis.claim.outcome], hypothesis.id


def test_labels_fit_into_tables(questionnaire):
    assert all(len(scale.label.zh) <= 10 and len(scale.label.en) <= 40 for scale in questionnaire.scales)


def test_ninety_three_people_can_carry_the_regressions_of_career():
    q = read_questionnaire("career")
    for regression in q.plan.regressions:
        names = [name for block in regression.blocks for name in block]
        singles = {question.id: len(question.options) - 1 for question in q.all_questions}
        assert sum(singles.get(name, 1) for name in names) <= 12
