"""The invariance section of a study: which groups, which steps, which sentences."""

import json
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from survey_kit.analyses import ANALYSES, invariance
from survey_kit.analyses.cfa.model import Refused
from survey_kit.analyses.invariance.model import InvarianceModel
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Invariance
from survey_kit.questionnaire.model import Option, Question, Questionnaire
from survey_kit.report.blocks import Finding, Label, Report, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan
from tests.conftest import ROOT

from .scales_study import scale_of, study_of

GOLDEN = ROOT / "tests" / "golden" / "invariance"
ITEMS = tuple(f"I{i}" for i in range(1, 7))


def study_with(
    data: np.ndarray, group: np.ndarray, lines: Sequence[Invariance], *, ordered: bool = False
) -> Study:
    """Items I1 … in scales of three, and the question ``team`` with the codes ``group``."""
    ids = tuple(f"I{i + 1}" for i in range(data.shape[1]))
    codes = sorted({int(code) for code in group[np.isfinite(group)]} | {1, 2})
    options = tuple(Option(code, Label(f"Team {code}", f"第{code}队")) for code in codes)
    team = Question("team", Label("Team", "团队"), "single", options, ordered=ordered)
    scales = tuple(
        scale_of(f"s{at // 3 + 1}", ids[at : at + 3], low=-99, high=99) for at in range(0, len(ids), 3)
    )
    asked = Questionnaire("made", Label.of("made"), (team,), scales)
    study = study_of(asked, pd.DataFrame(data, columns=list(ids)).assign(team=group))
    return with_plan(study, replace(study.plan, lines=replace(study.plan.lines, invariance=tuple(lines))))


def two_factors(n: int, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(n, 2)) @ np.linalg.cholesky([[1, 0.4], [0.4, 1]]).T
    return np.repeat(common, 3, axis=1) * 0.8 + rng.normal(size=(n, 6)) * 0.6


def teams(*sizes: int) -> np.ndarray:
    return np.repeat(np.arange(1.0, len(sizes) + 1), sizes)


def only(study: Study) -> InvarianceModel:
    (model,) = invariance.compute(study, {}).models
    assert isinstance(model, InvarianceModel)
    return model


def section_of(study: Study) -> Section:
    return invariance.present(invariance.compute(study, {}))


def keys(section: Section, level: str = "finding") -> list[str]:
    return [b.say.key for b in section.blocks if isinstance(b, Finding) and b.level == level]


LINE = Invariance("team")


def holzinger() -> Study:
    frame = pd.read_csv(GOLDEN / "holzinger.csv")
    data = frame[[f"x{i}" for i in range(1, 10)]].to_numpy(float)
    return study_with(data, frame["school"].to_numpy(float), [LINE])


def test_holzinger_by_school_has_equal_loadings_and_unequal_intercepts() -> None:
    section = section_of(holzinger())
    fit, changes = section.table("steps"), section.table("changes")
    # lavaan: tests/golden/invariance/holzinger.json, school
    shown = {row.key: row.cells for row in fit.rows}
    assert shown["configural_ml"][1:4] == pytest.approx((115.851344, 48, 1.545e-7), rel=1e-3)
    assert shown["scalar_ml"][1] == pytest.approx(164.102831, abs=1e-5)
    assert [row.key for row in fit.rows] == [
        f"{step}_{kind}" for kind in ("ml", "mlr") for step in ("configural", "metric", "scalar")
    ]
    moved = {row.key: row.cells for row in changes.rows}
    assert moved["metric_ml"][1:4] == pytest.approx((8.192200, 6, 0.224358), abs=1e-5)
    assert moved["scalar_mlr"][1] == pytest.approx(40.838, abs=1e-3)
    golden = json.loads((GOLDEN / "holzinger.json").read_text())["school"]["ml"]["steps"]
    rise = [
        golden["scalar"]["fit"][name] - golden["metric"]["fit"][name] for name in ("cfi", "rmsea", "srmr")
    ]
    assert moved["scalar_ml"][4:] == pytest.approx(rise, abs=5.1e-4)
    said = keys(section)
    assert said[:3] == [
        "invariance.configural_fit_robust",
        "invariance.configural_misfits",
        "invariance.metric_holds",
    ]
    assert "invariance.scalar_fails" in said
    assert said[-2:] == ["invariance.most_intercepts", "invariance.reached_metric"]
    most = next(
        b.say.values["items"] for b in section.blocks if isinstance(b, Finding) and b.say.key == said[-2]
    )
    # x3 and x7, the two that textbooks set free
    assert [each.values["item"] for each in most] == ["I3", "I7"]
    # no comparison of means where they do not rest on the same measure
    assert "means" not in {getattr(block, "id", "") for block in section.blocks}


def test_the_same_measure_and_different_means() -> None:
    data, group = two_factors(600, seed=2), teams(300, 300)
    data[group == 2, :3] += 0.4
    section = section_of(study_with(data, group, [LINE]))
    assert keys(section) == [
        "invariance.configural_fit_robust", "invariance.configural_fits", "invariance.metric_holds",
        "invariance.scalar_holds", "invariance.reached_scalar", "invariance.means_differ",
    ]  # fmt: skip
    assert keys(section, "warning") == []
    first, second = section.table("means").rows
    # 0.4 of items whose loading is .8 of a factor with unit variance
    assert first.cells[-1] == pytest.approx(0.5, abs=0.15)
    assert second.cells[-2] > 0.05  # type: ignore[operator]


def test_loadings_that_differ_are_found() -> None:
    data, group = two_factors(800), teams(400, 400)
    rng = np.random.default_rng(8)
    data[group == 2, 1] = 0.15 * data[group == 2, 1] + rng.normal(size=400)
    section = section_of(study_with(data, group, [LINE]))
    said = keys(section)
    assert "invariance.metric_fails" in said
    assert "invariance.scalar_holds" not in said
    assert said[-2:] == ["invariance.most_loadings", "invariance.reached_configural"]
    rows = section.table("released").rows
    assert max(rows, key=lambda row: row.cells[2]).key == "I2"  # type: ignore[arg-type, return-value]


def test_three_items_say_nothing_of_the_configural_fit() -> None:
    study = study_with(two_factors(400), teams(200, 200), [Invariance("team", ("s1",))])
    said = keys(section_of(study))
    assert said[:2] == ["invariance.saturated", "invariance.metric_holds_saturated"]
    assert np.isnan(section_of(study).table("changes").rows[0].cells[5])  # type: ignore[arg-type]


def test_missing_answers_are_used() -> None:
    data, group = two_factors(400), teams(200, 200)
    data[np.random.default_rng(2).random(data.shape) < 0.05] = np.nan
    result = invariance.compute(study_with(data, group, [LINE]), {})
    (model,) = result.models
    assert isinstance(model, InvarianceModel)
    assert model.full_information
    assert model.n == int(np.isfinite(data).any(axis=1).sum())
    assert not model.by_robust
    section = invariance.present(result)
    assert [row.key for row in section.table("steps").rows] == [
        "configural_fiml",
        "metric_fiml",
        "scalar_fiml",
    ]


def test_groups_too_small_are_left_out_or_refused() -> None:
    # 13 free parameters a group
    study = study_with(two_factors(232), teams(120, 100, 12), [LINE])
    model = only(study)
    assert [group.n for group in model.groups] == [120, 100]
    assert [group.n for group in model.left_out] == [12]
    assert keys(section_of(study), "warning") == ["invariance.left_out"]
    with pytest.raises(NotApplicable) as refused:
        invariance.compute(study_with(two_factors(92), teams(80, 12), [LINE]), {})
    assert refused.value.key == "invariance.too_few"
    assert refused.value.values["needed"] == 13
    assert [each.values["n"] for each in refused.value.values["groups"]] == [80, 12]
    # beside another that can be carried it is only said
    group = teams(40, 10)
    both = study_with(two_factors(50), group, [Invariance("team"), Invariance("team", ("s1",))])
    models = invariance.compute(both, {}).models
    assert [type(each) for each in models] == [Refused, InvarianceModel]
    assert "invariance.refused" in keys(section_of(both), "warning")


def test_small_groups_are_warned_about_and_people_without_group_counted() -> None:
    group = teams(60, 60)
    group[:4] = np.nan
    section = section_of(study_with(two_factors(120), group, [LINE]))
    assert keys(section, "warning") == ["invariance.small", "invariance.nowhere"]
    ordered = teams(60, 60, 3)
    model = only(study_with(two_factors(123), ordered, [LINE], ordered=True))
    assert [each.n for each in model.merged] == [63]


def test_what_cannot_be_fitted_names_the_group() -> None:
    data, group = two_factors(200), teams(100, 100)
    data[group == 2, 4] = 3.0
    with pytest.raises(NotApplicable) as constant:
        invariance.compute(study_with(data, group, [LINE]), {})
    assert constant.value.key == "invariance.constant"
    assert constant.value.values["group"] == Label("Team 2", "第2队")
    assert constant.value.values["items"] == ("I5",)
    data = two_factors(200)
    data[group == 2, 4] = data[group == 2, 3]
    with pytest.raises(NotApplicable) as singular:
        invariance.compute(study_with(data, group, [LINE]), {})
    assert singular.value.key == "invariance.group_fails"


def heywood() -> Study:
    rng = np.random.default_rng(4)
    root = np.linalg.cholesky([[1.0, 0.9, 0.8], [0.9, 1.0, 0.55], [0.8, 0.55, 1.0]])
    data = np.concatenate([two_factors(150)[:, :3], rng.normal(size=(150, 3)) @ root.T])
    return study_with(data, teams(150, 150), [LINE])


def test_a_negative_error_variance_names_step_and_group() -> None:
    section = section_of(heywood())
    assert "invariance.heywood" in keys(section, "warning")
    places = next(
        b.say.values["places"]
        for b in section.blocks
        if isinstance(b, Finding) and b.say.key == "invariance.heywood"
    )
    assert places[0].values["group"] == Label("Team 2", "第2队")
    assert places[0].values["items"] == ("I1",)


def test_no_convergence_names_the_group() -> None:
    noise = np.random.default_rng(4).normal(size=(300, 6)).round(1)
    with pytest.raises(NotApplicable) as refused:
        invariance.compute(study_with(noise, teams(150, 150), [LINE]), {})
    assert refused.value.key == "invariance.group_fails"
    assert refused.value.values["reason"].key == "withheld.not_converged"


def test_nothing_to_fit() -> None:
    data, group = two_factors(100), teams(50, 50)
    with pytest.raises(NotApplicable) as without:
        invariance.compute(study_with(data, group, []), {})
    assert without.value.key == "invariance.no_line"
    assert not invariance.ANALYSIS.called_for(study_with(data, group, []))
    assert invariance.ANALYSIS.called_for(study_with(data, group, [LINE]))
    with pytest.raises(NotApplicable) as few:
        invariance.compute(study_with(data[:, :2], group, [LINE]), {})
    assert few.value.key == "invariance.no_scales"
    with pytest.raises(NotApplicable) as one:
        invariance.compute(study_with(data, np.ones(100), [LINE]), {})
    assert one.value.key == "groups.one_group"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_both_languages_word_everything(language: str) -> None:
    rng = np.random.default_rng(4)
    gaps = two_factors(300)
    gaps[rng.random(gaps.shape) < 0.05] = np.nan
    shifted = two_factors(300)
    shifted[:150, 0] += 1
    named = Invariance("team", ("s1",), Label("One", "一"))
    sections = [section_of(heywood())]
    for data, group, lines in (
        (two_factors(300), teams(150, 150), (LINE, named)),
        (shifted, teams(150, 150), (LINE,)),
        (gaps, teams(100, 100, 90, 10), (LINE,)),
    ):
        sections.append(section_of(study_with(data, group, lines)))
    for section in sections:
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue(a.words for a in ANALYSES), language)  # type: ignore[arg-type]
