"""A study: questionnaire, responses, scores and the resolved plan, in one frozen value."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from survey_kit.errors import PlanError
from survey_kit.interviews.model import Interviews
from survey_kit.questionnaire.model import Item, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan import Compat, Model, Plan, Regression
from survey_kit.ratings.model import Appraisal
from survey_kit.report.blocks import Label
from survey_kit.responses.model import Responses
from survey_kit.scoring import Scores

PREDICTOR_ROLES = ("predictor", "mediator", "moderator")


@dataclass(frozen=True, slots=True)
class Wave:
    """An earlier survey with the same questionnaire: screened and scored like the present one."""

    responses: Responses
    scores: Scores


@dataclass(frozen=True, slots=True)
class Materials:
    """What was gathered beside the questionnaire."""

    before: Wave | None = None
    interviews: Interviews | None = None
    appraisal: Appraisal | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """What every analysis takes. Access goes through the methods, so that an analysis never has to
    know whether a scale or question really occurs in the file.
    """

    questionnaire: Questionnaire
    responses: Responses
    scores: Scores
    plan: Plan
    materials: Materials = field(default_factory=Materials)

    @property
    def n(self) -> int:
        """Respondents after screening."""
        return len(self.responses.frame)

    # -- scales and items --------------------------------------------------------------------

    @property
    def scales(self) -> tuple[Scale, ...]:
        """Scales of which the file holds at least one item, in the questionnaire's order."""
        return tuple(s for s in self.questionnaire.scales if s.id in self.scores.scales.columns)

    @property
    def outcomes(self) -> tuple[Scale, ...]:
        return tuple(s for s in self.scales if s.id in self.plan.outcomes)

    @property
    def predictors(self) -> tuple[Scale, ...]:
        return tuple(s for s in self.scales if s.id in self.plan.predictors)

    def scale(self, scale_id: str) -> Scale:
        return self.questionnaire.scale(scale_id)

    def items_of(self, scale: Scale) -> tuple[Item, ...]:
        """Items of the scale that the file holds."""
        return tuple(item for item in scale.items if item.id in self.scores.items.columns)

    def item_scores(self, scale: Scale) -> np.ndarray:
        """Scored items (reverse-worded ones turned round), float (n, k), NaN for no answer."""
        return self.scores.items[[item.id for item in self.items_of(scale)]].to_numpy(dtype=float)

    def scale_scores(self, scale_id: str) -> np.ndarray:
        """Scale scores, float (n,), NaN where the missing rule left none."""
        return self.scores.scales[scale_id].to_numpy(dtype=float)

    # -- questions -----------------------------------------------------------------------------

    @property
    def background(self) -> tuple[Question, ...]:
        """Background questions that the file holds."""
        return tuple(q for q in self.questionnaire.background if self.has(q))

    @property
    def questions(self) -> tuple[Question, ...]:
        """Other questions (multiple response, ranking, text, …) that the file holds."""
        return tuple(q for q in self.questionnaire.questions if self.has(q))

    @property
    def group_questions(self) -> tuple[Question, ...]:
        """Questions of ``plan.group_by`` that the file holds."""
        held = {q.id: q for q in (*self.background, *self.questions)}
        return tuple(held[question_id] for question_id in self.plan.group_by if question_id in held)

    def has(self, question: Question) -> bool:
        columns = self.responses.frame.columns
        return question.id in columns or any(str(c).startswith(f"{question.id}/") for c in columns)

    def codes(self, question_id: str) -> np.ndarray:
        """Codes of a single-choice or number question, float (n,), NaN for no answer."""
        return self.responses.frame[question_id].to_numpy(dtype=float)

    def routed(self, column: str) -> np.ndarray:
        """Boolean (n,): True where the respondent was routed past the column's question."""
        return self.responses.routed.get(column, np.zeros(self.n, dtype=bool))

    @property
    def respondents(self) -> pd.Index:
        """Respondent numbers, in the order of every array of this study."""
        return self.responses.frame.index

    # -- names ---------------------------------------------------------------------------------

    def label(self, name: str) -> Label:
        """Label of a scale or question id; the id itself when it has none."""
        names = {question.id: question.label for question in self.questionnaire.all_questions}
        names |= {scale.id: scale.label for scale in self.questionnaire.scales}
        return names.get(name, Label.of(name))

    def is_scale(self, name: str) -> bool:
        return name in self.scores.scales.columns

    # -- randomness ----------------------------------------------------------------------------

    def rng(self, purpose: str) -> np.random.Generator:
        """A generator for one purpose: the same whatever else is run, so that a section on its own
        prints the numbers of the whole chapter.
        """
        return np.random.default_rng([self.plan.seed, zlib.crc32(purpose.encode())])


def resolve_plan(
    questionnaire: Questionnaire,
    responses: Responses,
    *,
    by: Sequence[str] | None = None,
    seed: int = 1,
    compat: Compat = "default",
) -> Plan:
    """The plan of this run: command line before questionnaire file before defaults from the roles.

    Raises
    ------
    PlanError
        When ``by`` names a question that does not exist or is not single-choice.
    """
    declared = questionnaire.plan
    columns = set(responses.frame.columns)
    single = [q for q in questionnaire.all_questions if q.kind == "single" and q.id in columns and q.options]
    if by is not None:
        group_by = _checked_groups(by, single)
    elif declared.group_by is not None:
        group_by = tuple(declared.group_by)
    else:
        group_by = tuple(q.id for q in single if q in questionnaire.background)
    outcomes = tuple(s.id for s in questionnaire.scales_in_role("outcome"))
    predictors = tuple(s.id for s in questionnaire.scales if s.role in PREDICTOR_ROLES)
    controls = tuple(s.id for s in questionnaire.scales_in_role("control"))
    regressions = declared.regressions
    if regressions is None:
        blocks = tuple(
            block for block in (_told_once(group_by, questionnaire) + controls, predictors) if block
        )
        regressions = tuple(Regression(outcome, blocks) for outcome in outcomes) if predictors else ()
    return Plan(
        group_by=group_by,
        outcomes=outcomes,
        predictors=predictors,
        regressions=tuple(_settled(each, questionnaire) for each in regressions),
        hypotheses=declared.hypotheses,
        screening=declared.screening,
        lines=declared.lines,
        seed=seed,
        compat=compat,
    )


def _told_once(questions: tuple[str, ...], questionnaire: Questionnaire) -> tuple[str, ...]:
    """The questions without those computed from another of them, which would determine each other."""
    kept: list[str] = []
    told: set[str] = {name for name in questions if questionnaire.question(name).derived is None}
    for name in questions:
        derived = questionnaire.question(name).derived
        if derived is None or derived.source not in told:
            kept.append(name)
        if derived is not None:
            told.add(derived.source)
    return tuple(kept)


def _settled(regression: Regression, questionnaire: Questionnaire) -> Regression:
    """The regression with its model: linear for a scale, else by the number of answers."""
    if regression.model is not None:
        return regression
    singles = {q.id: q for q in questionnaire.all_questions}
    if regression.outcome not in singles:
        return replace(regression, model="linear")
    model: Model = "binary" if len(singles[regression.outcome].options) == 2 else "ordinal"
    return replace(regression, model=model)


def _checked_groups(by: Sequence[str], single: list[Question]) -> tuple[str, ...]:
    available = ", ".join(q.id for q in single) or "–"
    names: dict[str, str] = {}
    for q in single:
        names |= {q.id: q.id, q.label.en: q.id, q.label.zh: q.id}
    chosen = []
    for name in by:
        if name not in names:
            raise PlanError(
                f"--by {name}: no single-choice question of that name in the responses. Available: {available}.",
                f"--by {name}：答卷中没有这个单选题。可用：{available}。",
            )
        chosen.append(names[name])
    return tuple(dict.fromkeys(chosen))


def with_plan(study: Study, plan: Plan) -> Study:
    """The same study under another plan."""
    return replace(study, plan=plan)
