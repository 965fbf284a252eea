"""Hypotheses against base R, their decisions, and what cannot be tested."""

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses import ANALYSES, correlations, groups, hypotheses, regression, scales
from survey_kit.analyses.hypotheses import HypothesesResult
from survey_kit.analyses.hypotheses.outcome import NotTested, Outcome
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.plan import Claim, Hypothesis
from survey_kit.report.blocks import Finding, Label, Report
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue
from survey_kit.scoring import score

from .regression_study import frame, study

EXPECTED = json.loads(
    (Path(__file__).parent.parent / "golden" / "hypotheses_q93" / "expected.json").read_text(encoding="utf-8")
)
CLAIMS = (
    Claim("coefficient", "motivation", ("appraisal_fairness",), ">"),
    Claim("block", "motivation", ("pay", "promotion", "training")),
    Claim("correlation", "motivation", ("pay",), ">"),
    Claim("mean", "motivation", (), ">", 3.0),
    Claim("difference", "motivation", ("gender",)),
    Claim("difference", "motivation", ("education",)),
    Claim("mean", "motivation", (), "<", 3.0),
    Claim("coefficient", "pay", ("training",), ">"),
)


def examined(*claims: Claim, data: pd.DataFrame | None = None) -> HypothesesResult:
    stated = tuple(
        Hypothesis(f"H{i}", Label(f"claim {i}", f"假设{i}"), claim) for i, claim in enumerate(claims, 1)
    )
    asked = study(data, hypotheses=stated)
    return hypotheses.compute(asked, {"regression": regression.compute(asked, {})})


def test_every_kind_of_claim_equals_r() -> None:
    result = examined(*CLAIMS)
    assert len(result.tested) == len(EXPECTED)
    for ours, holm, theirs in zip(result.tested, result.p_holm, EXPECTED, strict=True):
        assert ours.hypothesis.id == theirs["id"]
        # closed forms: 1e-9 relative
        assert_allclose([ours.p, holm], [theirs["p"], theirs["p_holm"]], rtol=1e-9)
        if theirs["estimate"] is not None:
            assert_allclose(ours.estimate.value, theirs["estimate"], rtol=1e-9)
        if theirs["low"] is not None:
            assert_allclose(
                [ours.estimate.low, ours.estimate.high], [theirs["low"], theirs["high"]], rtol=1e-9
            )
        statistic = ours.test.values.get("t", ours.test.values.get("f"))
        if statistic is not None:
            assert_allclose(statistic, theirs["statistic"], rtol=1e-9)


def test_decisions() -> None:
    decisions = [each.decision(0.05) for each in examined(*CLAIMS).tested]
    assert decisions == [
        "supported", "not_supported", "supported", "supported", "not_supported", "not_supported", "contrary", "supported",
    ]  # fmt: skip


def test_section() -> None:
    untestable = (
        Claim("mean", "nowhere", (), ">", 3.0),
        Claim("coefficient", "motivation", ("rank",), ">"),
        Claim("difference", "motivation", ("nowhere",)),
        Claim("correlation", "motivation", ("nowhere",)),
        Claim("coefficient", "motivation", ("nowhere",)),
    )
    result = examined(*CLAIMS, *untestable)
    assert [type(each) for each in result.hypotheses] == [Outcome] * 8 + [NotTested] * 5
    section = hypotheses.present(result)
    assert [row.key for row in section.table("hypotheses").rows] == [f"H{i}" for i in range(1, 14)]
    warnings = {
        b.say.key: b.say.values for b in section.blocks if isinstance(b, Finding) and b.level == "warning"
    }
    assert warnings["hypotheses.fragile"]["ids"] == ("H8",)
    assert warnings["hypotheses.list_not_testable"]["ids"] == ("H9", "H10", "H11", "H12", "H13")
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)


def test_a_mean_against_the_midpoint_stands_in_the_section_on_scales() -> None:
    claims = [Claim("mean", "motivation", (), ">", value) for value in (3.0, 2.5)]
    asked = study(
        hypotheses=tuple(Hypothesis(f"H{i}", Label.of("x"), claim) for i, claim in enumerate(claims))
    )
    described = scales.ANALYSIS.compute(asked, {})
    at_midpoint, elsewhere = hypotheses.compute(asked, {"scales": described}).tested
    assert at_midpoint.place is not None
    assert elsewhere.place is None
    table = scales.ANALYSIS.present(described).table("midpoint")
    assert at_midpoint.place.table == table.title
    (cells,) = (row.cells for row in table.rows if row.key == "motivation")
    heads = [column.key for column in table.columns]
    assert cells[heads.index("t")] == pytest.approx(at_midpoint.test.values["t"])


def test_what_a_hypothesis_compares_is_in_the_section_on_groups() -> None:
    asked = study(
        hypotheses=(Hypothesis("H1", Label.of("x"), Claim("difference", "motivation", ("gender",))),)
    )
    kept = tuple(replace(s, role="none") if s.id == "motivation" else s for s in asked.questionnaire.scales)
    asked = replace(
        asked,
        questionnaire=replace(asked.questionnaire, scales=kept),
        plan=replace(asked.plan, outcomes=(), group_by=("gender",)),
    )
    compared = groups.compute(asked, {})
    assert "motivation" in {each.scale.id for each in compared.questions[0].comparisons}
    unasked = groups.compute(replace(asked, plan=replace(asked.plan, hypotheses=())), {})
    assert "motivation" not in {each.scale.id for each in unasked.questions[0].comparisons}
    result = hypotheses.compute(asked, {"groups": compared})
    (outcome,) = result.tested
    assert outcome.place is not None
    its = {each.scale.id: each.p_holm for each in compared.questions[0].comparisons}
    assert outcome.place.p_holm == its["motivation"]

    def said(p: float, p_holm: float) -> bool:
        assert outcome.place is not None
        one = replace(outcome, p=p, place=replace(outcome.place, p_holm=p_holm))
        made = hypotheses.present(replace(result, hypotheses=(one,)))
        return "hypotheses.family" in {b.say.key for b in made.blocks if isinstance(b, Finding)}

    assert said(0.01, 0.06)
    assert not said(0.01, 0.04)
    assert not said(0.06, 0.06)


def test_words_agree() -> None:
    for key, (en, zh) in hypotheses.ANALYSIS.words.items():
        assert placeholders(en) == placeholders(zh), key


def test_none_stated() -> None:
    with pytest.raises(NotApplicable, match=r"hypotheses\.none"):
        hypotheses.compute(study(), {})


def test_a_withheld_regression_makes_its_hypothesis_untestable() -> None:
    data = frame()
    data[[f"MOT{i}" for i in range(1, 6)]] = 3.0
    stated = (Hypothesis("H1", Label.of("one"), CLAIMS[0]), Hypothesis("H2", Label.of("two"), CLAIMS[7]))
    result = hypotheses.compute(study(data, hypotheses=stated), {})
    assert isinstance(result.hypotheses[0], NotTested)
    assert result.hypotheses[0].reason.key == "withheld.outcome_constant"
    assert isinstance(result.hypotheses[1], Outcome)


def test_a_group_of_one_is_left_out() -> None:
    data = frame()
    data["gender"] = np.where(np.arange(len(data)) == 0, 2.0, 1.0)
    only = examined(CLAIMS[4], data=data).hypotheses[0]
    assert isinstance(only, NotTested)
    assert only.reason.key == "groups.one_group"
    data["education"] = np.where(
        np.arange(len(data)) == 0, 4.0, np.where(data["education"] == 4, 3.0, data["education"])
    )
    three = examined(CLAIMS[5], data=data).hypotheses[0]
    assert isinstance(three, Outcome)
    assert three.test.values["df1"] == 2
    assert math.isfinite(three.p)


def test_numbers_are_those_of_the_sections_before() -> None:
    stated = tuple(Hypothesis(f"H{i}", Label.of(str(i)), CLAIMS[at]) for i, at in enumerate((2, 4, 5)))
    asked = study(hypotheses=stated)
    earlier = {name.ANALYSIS.id: name.compute(asked, {}) for name in (correlations, groups, regression)}
    r, two, several = hypotheses.compute(asked, earlier).tested
    table = earlier["correlations"].matrix
    assert r.n == table.n[0, 1]
    assert r.estimate.value == table.r[table.names.index("motivation"), table.names.index("pay")]
    for ours, question in ((two, "gender"), (several, "education")):
        compared = next(each for each in earlier["groups"].questions if each.id == question)
        theirs = next(each for each in compared.comparisons if each.scale.id == "motivation")
        assert theirs.main is not None
        assert (ours.p, ours.n) == (theirs.main.p, sum(line.n for line in theirs.tested))
    alone = hypotheses.compute(asked, {}).tested
    assert [each.p for each in alone[1:]] == [two.p, several.p]


def test_conventions_of_spss_and_single_items() -> None:
    stated = tuple(Hypothesis(f"H{i}", Label.of(str(i)), CLAIMS[at]) for i, at in enumerate((4, 5)))
    asked = study(hypotheses=stated)
    spss = replace(asked, plan=replace(asked.plan, compat="spss"))
    keys = [each.test.key for each in hypotheses.compute(spss, {}).tested]
    assert keys == ["hypotheses.test_two_student", "hypotheses.test_several_student"]
    single = study(frame().drop(columns=[f"MOT{i}" for i in range(2, 6)]), hypotheses=stated)
    scores = score(single.responses, _one_item(single.questionnaire))
    single = replace(single, questionnaire=_one_item(single.questionnaire), scores=scores)
    result = hypotheses.compute(single, {})
    assert [each.test.key for each in result.tested] == [
        "hypotheses.test_two_ranks",
        "hypotheses.test_several_ranks",
    ]
    hypotheses.present(result)


def _one_item(asked: Questionnaire) -> Questionnaire:
    scales = tuple(replace(s, items=s.items[:1]) if s.id == "motivation" else s for s in asked.scales)
    return replace(asked, scales=scales)
