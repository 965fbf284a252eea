"""Hypotheses that a model of the plan decides: equal to R, to the section that shows the model, and to its decision."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses import (
    ANALYSES,
    correlations,
    crosstab,
    groups,
    hypotheses,
    logit,
    mediation,
    moderated_mediation,
    moderation,
    regression,
)
from survey_kit.analyses.hypotheses.outcome import NotTested, Outcome
from survey_kit.questionnaire.lines import CrossTable, Lines, Mediation, ModeratedMediation, Moderation
from survey_kit.questionnaire.plan import Claim, Hypothesis, Regression
from survey_kit.report.blocks import Finding, Label, Report, Section, Table
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.stats.bootstrap import bootstrap_covariances
from survey_kit.study import Study

from .regression_study import frame, study

GOLDEN = Path(__file__).parent.parent / "golden" / "hypotheses_models"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
SECTIONS = (correlations, crosstab, groups, regression, logit, mediation, moderation, moderated_mediation)
LINES = Lines(
    mediation=(
        Mediation("motivation", "pay", ("recognition",)),
        Mediation("motivation", "pay", ("promotion", "recognition"), structure="serial"),
        Mediation("motivation", "nowhere", ("recognition",)),  # in no file
    ),
    moderation=(
        Moderation("motivation", "pay", "appraisal_fairness"),
        Moderation("motivation", "pay", "tenure"),
    ),
    moderated_mediation=(
        ModeratedMediation("motivation", "pay", "recognition", "training"),
        ModeratedMediation("motivation", "pay", "recognition", "tenure"),
    ),
    crosstab=(CrossTable("tenure", "gender"),),
)
REGRESSIONS = (
    Regression("motivation", (("pay",), ("recognition",)), model="linear"),
    Regression("gender", (("pay", "training", "recognition"),), model="binary"),
    Regression("age_group", (("pay", "training"),), model="ordinal"),
)
CLAIMS = {
    "interaction": Claim("interaction", "motivation", ("appraisal_fairness", "pay")),
    "odds_ratio": Claim("coefficient", "gender", ("pay",), "<"),
    "odds_ratios": Claim("block", "gender", ("training", "recognition")),
    "ordinal": Claim("coefficient", "age_group", ("pay",), "<"),
    "crosstab": Claim("difference", "tenure", ("gender",)),
    "simple": Claim("indirect", "motivation", ("pay", "recognition"), ">"),
    "serial": Claim("indirect", "motivation", ("pay", "promotion", "recognition"), ">"),
    "index": Claim("index", "motivation", ("pay", "recognition", "training")),
    "groups": Claim("interaction", "motivation", ("pay", "tenure")),
    "linear": Claim("coefficient", "motivation", ("pay",), ">"),
}


def asked(*claims: Claim, data=None) -> Study:
    stated = tuple(Hypothesis(f"H{i}", Label(f"claim {i}", f"假设{i}"), c) for i, c in enumerate(claims, 1))
    made = study(data, regressions=REGRESSIONS, hypotheses=stated)
    return replace(made, plan=replace(made.plan, lines=LINES, bootstrap_draws=400))


@pytest.fixture(scope="module")
def sections():
    made = asked(*CLAIMS.values())
    earlier = {name.ANALYSIS.id: name.compute(made, {}) for name in SECTIONS}
    return earlier, hypotheses.compute(made, earlier)


@pytest.mark.parametrize(
    ("name", "rtol"),
    [
        ("interaction", 1e-9),
        ("odds_ratio", 1e-7),
        ("odds_ratios", 1e-7),
        ("ordinal", 1e-4),
        ("crosstab", 1e-9),
    ],
)
def test_numbers_equal_r(sections, name, rtol):
    ours, theirs = sections[1].hypotheses[list(CLAIMS).index(name)], EXPECTED[name]
    assert isinstance(ours, Outcome)
    assert_allclose(ours.p, theirs["p"], rtol=rtol)
    statistic = next(ours.test.values[key] for key in ("t", "z", "chi2") if key in ours.test.values) if name != "crosstab" else None  # fmt: skip
    if statistic is not None:
        assert_allclose(statistic, theirs["statistic"], rtol=rtol)
    if "estimate" in theirs:
        assert_allclose(ours.estimate.value, theirs["estimate"], rtol=rtol)
    if "low" in theirs:
        assert_allclose([ours.estimate.low, ours.estimate.high], [theirs["low"], theirs["high"]], rtol=rtol)


def test_numbers_are_those_of_the_sections_before(sections):
    earlier, result = sections
    found = dict(zip(CLAIMS, result.hypotheses, strict=True))
    simple, serial = earlier["mediation"].models[:2]
    for name, effect in (
        ("simple", simple.model.indirect[0]),
        ("serial", serial.model.indirect[serial.model.ways.index((0, 1))]),
        ("index", earlier["moderated_mediation"].models[0].model.index[0]),
    ):
        ours = found[name]
        assert (ours.estimate.value, ours.estimate.low, ours.estimate.high) == (
            effect.value,
            *effect.percentile,
        )
        assert (ours.p < 0.05) == (effect.percentile[0] > 0 or effect.percentile[1] < 0)
    change = earlier["moderation"].models[1].model.change
    assert (found["groups"].p, found["groups"].test.values["df1"]) == (change.p, 3)


def test_numbers_do_not_need_the_sections_before(sections):
    alone = hypotheses.compute(asked(*CLAIMS.values()), {})
    assert [each.p for each in alone.tested] == [each.p for each in sections[1].tested]


def test_every_place_is_a_table_of_its_section(sections):
    earlier, result = sections
    shown: dict[str, Section] = {
        name.ANALYSIS.id: name.present(earlier[name.ANALYSIS.id]) for name in SECTIONS
    }
    places = [each.place for each in result.tested if each.place is not None]
    assert {place.section for place in places} == {
        "moderation", "logit", "crosstab", "mediation", "moderated_mediation", "regression",
    }  # fmt: skip
    for place in places:
        titles = [block.title for block in shown[place.section].blocks if isinstance(block, Table)]
        assert place.table in titles, place
    notes = hypotheses.present(result).table("hypotheses").notes
    assert sum(note.say.key == "hypotheses.note_places" for note in notes) == 6


def test_what_cannot_be_tested_says_why():
    untestable = {
        Claim("indirect", "motivation", ("training", "recognition")): "hypotheses.no_model",
        Claim("indirect", "motivation", ("nowhere", "recognition")): "model.absent",
        Claim("interaction", "motivation", ("pay", "training")): "hypotheses.no_model",
        Claim("interaction", "motivation", ("pay", "tenure"), ">"): "hypotheses.no_direction",
        Claim("index", "motivation", ("pay", "recognition", "tenure")): "hypotheses.several_indexes",
        Claim("coefficient", "tenure", ("pay",), ">"): "hypotheses.no_model",
        Claim("difference", "tenure", ("rank",)): "hypotheses.no_model",
        Claim("difference", "education", ("gender",)): "hypotheses.no_model",
    }
    made = asked(*untestable)
    for earlier in ({}, {name.ANALYSIS.id: name.compute(made, {}) for name in (mediation, moderation)}):
        result = hypotheses.compute(made, earlier)
        for each, key in zip(result.hypotheses, untestable.values(), strict=True):
            assert isinstance(each, NotTested)
            assert each.reason.key == key
    first = result.hypotheses[0]
    assert isinstance(first, NotTested)
    assert first.reason.values["line"] == (
        '[[plan.mediation]] outcome = "motivation", predictor = "training", mediators = ["recognition"]'
    )


def test_a_logit_predictor_that_is_not_in_the_file():
    data = frame().drop(columns=[f"TRA{i}" for i in range(1, 6)])
    (only,) = hypotheses.compute(
        asked(Claim("coefficient", "gender", ("training",)), data=data), {}
    ).hypotheses
    assert isinstance(only, NotTested)
    assert only.reason.key == "hypotheses.not_in_model"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_section_is_worded(sections, language):
    result = sections[1]
    first = result.hypotheses[5]
    unlike = replace(first, bca=not first.p < 0.05)
    section = hypotheses.present(
        replace(result, hypotheses=(*result.hypotheses[:5], unlike, *result.hypotheses[6:]))
    )
    assert any(isinstance(b, Finding) and b.say.key == "hypotheses.bca" for b in section.blocks)
    report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
    typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)


def test_the_bootstrap_p_is_where_the_percentile_interval_reaches_zero():
    rng = np.random.default_rng(5)
    x = rng.normal(size=60)
    rows = np.column_stack([x, 0.15 * x + rng.normal(size=60), -0.1 * x + rng.normal(size=60)])
    found = bootstrap_covariances(rows, lambda cov: cov[..., 0, 1:], 999, rng)
    for at, p in enumerate(found.p):
        assert 2 / 1000 < p < 1
        low, high = found.percentile(1 - p)[:, at]
        assert_allclose(min(abs(low), abs(high)), 0, atol=1e-9)
    # draws that are all on one side show no more than that p is below 2 / (B + 1)
    clear = replace(found, draws=np.abs(found.draws) + 0.1)
    assert_allclose(clear.p, 2 / 1000)
    assert_allclose(replace(found, draws=-clear.draws).p, clear.p)
    assert_allclose(replace(found, draws=np.zeros((9, 1))).p, 1.0)
