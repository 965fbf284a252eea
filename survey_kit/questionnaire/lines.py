"""The lines of a plan that call for an analysis of their own: ``[[plan.mediation]]`` and its like.

Each kind of line is one frozen dataclass; its fields say through ``metadata`` (``line_rules``) what a questionnaire
file may write there, so that reading, checking, writing and showing follow from the declaration. A
new kind is a dataclass and a field of ``Lines``; the field's name is the key in the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from survey_kit.questionnaire.line_rules import (
    LABEL,
    MEASURED,
    PREDICTING,
    Codes,
    Heading,
    ItemGroups,
    Ladder,
    OneOf,
    Share,
    Whole,
    maybe_name,
    maybe_names,
    one_name,
    several_names,
)
from survey_kit.report.blocks import Label


@dataclass(frozen=True, slots=True)
class FactorModel:
    """``[[plan.cfa]]``: a confirmatory factor analysis, one factor a scale. No scales: all of them."""

    scales: tuple[str, ...] = maybe_names("scale")
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Invariance:
    """``[[plan.invariance]]``: the factor model of these scales in the groups of a question. No scales: all."""

    by: str = one_name("single")
    scales: tuple[str, ...] = maybe_names("scale")
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class OrdinalItems:
    """``[[plan.ordinal]]``: reliability and factor analysis of the items as ordered categories."""

    scales: tuple[str, ...] = maybe_names("scale")
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Repeated:
    """``[[plan.retest]]``: columns (scores, numbers) that measure the same, in order of time or rater."""

    measures: tuple[str, ...] = several_names(*MEASURED, least=2)
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Within:
    """``[[plan.within]]``: scores of the same people compared with each other.

    ``codes`` of ``question`` say whose; left out, everybody's.
    """

    measures: tuple[str, ...] = several_names(*MEASURED, least=2)
    question: str = maybe_name("single")
    codes: tuple[float, ...] = field(default=(), metadata={"rule": Codes("question")})
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class ImportancePerformance:
    """``[[plan.ipa]]``: where importance and performance part.

    ``importance`` and ``performance`` are scales whose items pair off in order. ``stages`` are the
    scales that measure the same things at length (each with its items), and ``outcome`` is what
    importance is derived from. ``stated`` says for each stage which items of the importance scale state
    its importance; left out, one item a stage in order where there are as many. ``cut`` is where the
    quadrants meet.
    """

    importance: str = one_name("scale")
    performance: str = one_name("scale")
    stages: tuple[str, ...] = maybe_names("scale", least=2)
    outcome: str = maybe_name("scale")
    stated: tuple[tuple[str, ...], ...] = field(
        default=(), metadata={"rule": ItemGroups("importance", "stages")}
    )
    cut: str = field(default="mean", metadata={"rule": OneOf(("mean", "midpoint"))})
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Mediation:
    """``[[plan.mediation]]``: the effect of a predictor on an outcome through mediators."""

    outcome: str = one_name(*MEASURED)
    predictor: str = one_name("scale", "number", "single")
    mediators: tuple[str, ...] = several_names(*MEASURED)
    covariates: tuple[str, ...] = maybe_names(*PREDICTING)
    structure: str = field(default="parallel", metadata={"rule": OneOf(("parallel", "serial"))})
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Moderation:
    """``[[plan.moderation]]``: the effect of a predictor at different values of a moderator."""

    outcome: str = one_name(*MEASURED)
    predictor: str = one_name(*MEASURED)
    moderator: str = one_name("scale", "number", "single")
    covariates: tuple[str, ...] = maybe_names(*PREDICTING)
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class ModeratedMediation:
    """``[[plan.moderated_mediation]]``: an indirect effect whose first stage a moderator changes."""

    outcome: str = one_name(*MEASURED)
    predictor: str = one_name(*MEASURED)
    mediator: str = one_name(*MEASURED)
    moderator: str = one_name("scale", "number", "single")
    covariates: tuple[str, ...] = maybe_names(*PREDICTING)
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class CrossTable:
    """``[[plan.crosstab]]``: answers to a question (one or several each) in the groups of another."""

    question: str = one_name("single", "multiple")
    by: str = one_name("single")


@dataclass(frozen=True, slots=True)
class PredictorImportance:
    """``[[plan.importance]]``: how much of what is explained in an outcome each predictor accounts for."""

    outcome: str = one_name(*MEASURED)
    predictors: tuple[str, ...] = several_names(*MEASURED, least=2)
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Preference:
    """``[[plan.ranking]]``: a ranking question, in all and in the groups of ``by``; ``top`` places count."""

    question: str = one_name("ranking")
    by: str = maybe_name("single")
    top: int = field(default=1, metadata={"rule": Whole(1, 20)})


@dataclass(frozen=True, slots=True)
class Change:
    """``[[plan.change]]``: what changed between two waves.

    ``wave`` is the question that says to which wave an answer belongs, first option first; left
    out when the earlier wave is a file of its own. ``treated`` codes of ``question`` received what
    is evaluated; the others are the comparison. Standard errors cluster over ``cluster``. ``id`` is
    the heading of the column by which people are matched.
    """

    scales: tuple[str, ...] = maybe_names("scale")
    wave: str = maybe_name("single")
    question: str = maybe_name("single")
    treated: tuple[float, ...] = field(default=(), metadata={"rule": Codes("question")})
    cluster: str = maybe_name("single", "number")
    id: str = field(default="", metadata={"rule": Heading()})
    label: Label | None = field(default=None, metadata=LABEL)


@dataclass(frozen=True, slots=True)
class Appraising:
    """``[[plan.appraisal]]``: how people are appraised from the ratings beside the responses; one line at most.

    ``weights`` as after ``--weights``; left out, by the judgement matrices beside the responses, else
    equal. ``range`` is the scale on which was rated, ``ordinary`` the weight of ordinary beside regular
    assessment, ``quota`` the largest share of excellent, ``cuts`` the least points for excellent, competent
    and basically competent.
    """

    weights: str = field(default="", metadata={"rule": Heading()})
    range: tuple[float, ...] = field(default=(), metadata={"rule": Ladder(2, 0, 1e6)})
    ordinary: float | None = field(default=None, metadata={"rule": Share()})
    quota: float | None = field(default=None, metadata={"rule": Share()})
    cuts: tuple[float, ...] = field(default=(), metadata={"rule": Ladder(3, 0, 100, falling=True)})


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a plan that call for an analysis of their own, by kind, in their order."""

    cfa: tuple[FactorModel, ...] = ()
    invariance: tuple[Invariance, ...] = ()
    ordinal: tuple[OrdinalItems, ...] = ()
    retest: tuple[Repeated, ...] = ()
    within: tuple[Within, ...] = ()
    ipa: tuple[ImportancePerformance, ...] = ()
    mediation: tuple[Mediation, ...] = ()
    moderation: tuple[Moderation, ...] = ()
    moderated_mediation: tuple[ModeratedMediation, ...] = ()
    crosstab: tuple[CrossTable, ...] = ()
    importance: tuple[PredictorImportance, ...] = ()
    ranking: tuple[Preference, ...] = ()
    change: tuple[Change, ...] = ()
    appraisal: tuple[Appraising, ...] = ()


Line: TypeAlias = (
    FactorModel
    | Invariance
    | OrdinalItems
    | Repeated
    | Within
    | ImportancePerformance
    | Mediation
    | Moderation
    | ModeratedMediation
    | CrossTable
    | PredictorImportance
    | Preference
    | Change
    | Appraising
)

KINDS: dict[str, type[Line]] = {
    "cfa": FactorModel,
    "invariance": Invariance,
    "ordinal": OrdinalItems,
    "retest": Repeated,
    "within": Within,
    "ipa": ImportancePerformance,
    "mediation": Mediation,
    "moderation": Moderation,
    "moderated_mediation": ModeratedMediation,
    "crosstab": CrossTable,
    "importance": PredictorImportance,
    "ranking": Preference,
    "change": Change,
    "appraisal": Appraising,
}
"""Key in a questionnaire file -> the kind of line; the same names as the fields of ``Lines``."""

ONCE = frozenset({"appraisal"})
"""Kinds of which a plan holds one line at most."""

LINE_LABELS: dict[str, Label] = {
    "cfa": Label("confirmatory factor analysis", "验证性因子分析"),
    "invariance": Label("measurement invariance", "测量等值性"),
    "ordinal": Label("items as ordered categories", "有序分类题项"),
    "retest": Label("repeated measurement", "重复测量信度"),
    "within": Label("comparison within persons", "被试内比较"),
    "ipa": Label("importance–performance analysis", "重要性—绩效分析"),
    "mediation": Label("mediation", "中介效应"),
    "moderation": Label("moderation", "调节效应"),
    "moderated_mediation": Label("moderated mediation", "有调节的中介效应"),
    "crosstab": Label("cross table", "交叉表"),
    "importance": Label("relative importance of predictors", "预测变量的相对重要性"),
    "ranking": Label("ranking", "排序题"),
    "change": Label("change between waves", "前后变化"),
    "appraisal": Label("appraisal of people", "人员综合评价"),
}
