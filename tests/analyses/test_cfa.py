"""The confirmatory factor analysis of a study: which models, which rows, which sentences."""

from dataclasses import replace

import numpy as np
import pytest

from survey_kit.analyses import ANALYSES, cfa
from survey_kit.analyses.cfa.model import FactorModelResult, Refused
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import FactorModel, Lines
from survey_kit.report.blocks import Estimate, Figure, Finding, Label, Report, Section, Table
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan

from .scales_study import items_only, q93


def planned(study: Study, *lines: FactorModel) -> Study:
    plan = replace(study.plan, lines=replace(study.plan.lines, cfa=lines), bootstrap_draws=60)
    return with_plan(study, plan)


def only(study: Study) -> FactorModelResult:
    (model,) = cfa.compute(study, {}).models
    assert isinstance(model, FactorModelResult)
    return model


def keys(section: Section, level: str) -> list[str]:
    return [b.say.key for b in section.blocks if isinstance(b, Finding) and b.level == level]


def two_factors(n: int, seed: int = 1, *, r: float = 0.4) -> np.ndarray:
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(n, 2)) @ np.linalg.cholesky([[1, r], [r, 1]]).T
    return np.repeat(common, 3, axis=1) * 0.8 + rng.normal(size=(n, 6)) * 0.6


def test_missing_answers_are_used_and_the_complete_ones_withheld_when_too_few() -> None:
    model = only(planned(q93()))
    assert model.full_information
    # tests/golden/cfa/q93.json: fiml
    assert model.main.plain.n == 93
    assert model.main.plain.chi2 == pytest.approx(529.190963, abs=1e-5)
    # fiml_mlr
    assert model.best.chi2 == pytest.approx(527.652298, abs=1e-4)
    assert model.best.rmsea == pytest.approx(0.06367424, abs=1e-6)
    # 60 complete rows for 75 parameters
    assert model.complete is None
    assert model.complete_reason is not None
    assert model.complete_reason.key == "cfa.too_few"
    section = cfa.present(cfa.compute(planned(q93()), {}))
    assert [row.key for row in section.table("fit").rows] == ["fiml", "fiml_mlr", "one_fiml", "one_fiml_mlr"]
    assert keys(section, "warning") == ["cfa.small"]


def test_complete_answers_are_fitted_with_robust_statistics() -> None:
    section = cfa.present(cfa.compute(planned(items_only(two_factors(300), sizes=(3, 3))), {}))
    assert [row.key for row in section.table("fit").rows] == ["ml", "mlr", "one_ml", "one_mlr"]
    assert keys(section, "finding") == [
        "cfa.fit_complete", "cfa.fits", "cfa.exact_kept", "cfa.rival_worse", "cfa.rival_limit", "cfa.loadings_range",
        "cfa.no_weak_loadings", "cfa.convergent_range", "cfa.convergent", "cfa.larcker_holds", "cfa.htmt_below",
    ]  # fmt: skip
    assert keys(section, "warning") == []
    (figure,) = (block for block in section.blocks if isinstance(block, Figure))
    assert len(figure.data["paths"]) == 6
    assert len(figure.data["links"]) == 1
    assert {table.id for table in section.blocks if isinstance(table, Table)} == {
        "fit", "indices", "loadings", "convergent", "discriminant", "pairs",
    }  # fmt: skip


def test_without_scaled_statistics_the_plain_ones_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_kit.stats.cfa_scaling.MOST_ITEMS", 5)
    data = two_factors(120)
    data[:4, 0] = np.nan
    section = cfa.present(cfa.compute(planned(items_only(data, sizes=(3, 3))), {}))
    assert "cfa.fit_missing_plain" in keys(section, "finding")
    assert "cfa.note_not_scaled" in [note.say.key for note in section.table("fit").notes]
    assert [row.key for row in section.table("fit").rows] == [
        "fiml",
        "ml_complete",
        "mlr_complete",
        "one_fiml",
    ]


def test_a_limit_that_is_met_but_not_beyond_doubt_is_said() -> None:
    section = cfa.present(cfa.compute(planned(items_only(two_factors(60), sizes=(3, 3))), {}))
    (row, *_) = section.table("convergent").rows
    for cell, limit, key in ((4, 0.7, "cfa.cr_uncertain"), (5, 0.5, "cfa.ave_uncertain")):
        found = row.cells[cell]
        assert isinstance(found, Estimate)
        assert found.low < limit < found.value < found.high
        assert key in keys(section, "finding")


def test_scales_that_are_one_are_not_told_apart() -> None:
    section = cfa.present(cfa.compute(planned(items_only(two_factors(300, r=0.999), sizes=(3, 3))), {}))
    said = keys(section, "finding")
    assert {"cfa.rival_better", "cfa.larcker_fails", "cfa.htmt_above"} <= set(said)


def test_one_scale_has_no_rival_and_no_discriminant_validity() -> None:
    study = items_only(two_factors(200), sizes=(3, 3))
    model = only(planned(study, FactorModel(("s1",))))
    assert model.rival is None
    assert model.htmt is None
    section = cfa.present(cfa.compute(planned(study, FactorModel(("s1",))), {}))
    assert keys(section, "finding")[:2] == ["cfa.scope", "cfa.saturated"]


def test_a_model_too_large_for_its_sample_is_refused() -> None:
    study = planned(items_only(two_factors(12), sizes=(3, 3)))
    with pytest.raises(NotApplicable) as refused:
        cfa.compute(study, {})
    assert refused.value.key == "cfa.too_few"
    assert (refused.value.values["n"], refused.value.values["parameters"]) == (12, 13)
    # beside another that can be carried it is only said
    study = planned(
        items_only(two_factors(12), sizes=(3, 3)), FactorModel(("s1",)), FactorModel(("s1", "s2"))
    )
    models = cfa.compute(study, {}).models
    assert [type(model) for model in models] == [FactorModelResult, Refused]
    assert "cfa.refused" in keys(cfa.present(cfa.CfaResult(models, 0.05)), "warning")


def test_nothing_to_fit() -> None:
    with pytest.raises(NotApplicable) as refused:
        cfa.compute(planned(items_only(two_factors(100)[:, :2], sizes=(1, 1))), {})
    assert refused.value.key == "cfa.no_scales"


def test_the_plan_calls_for_it() -> None:
    assert not cfa.ANALYSIS.called_for(q93())
    assert cfa.ANALYSIS.called_for(planned(q93(), FactorModel()))
    assert Lines().cfa == ()


def test_a_negative_error_variance_is_said() -> None:
    rng = np.random.default_rng(4)
    root = np.linalg.cholesky([[1.0, 0.9, 0.8], [0.9, 1.0, 0.55], [0.8, 0.55, 1.0]])
    data = rng.normal(size=(150, 3)) @ root.T
    section = cfa.present(cfa.compute(planned(items_only(data, sizes=(3,))), {}))
    assert "cfa.heywood" in keys(section, "warning")
    reliability = section.table("convergent").rows[0].cells[4]
    assert isinstance(reliability, Estimate)
    assert np.isnan(reliability.value)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_both_languages_word_everything(language: str) -> None:
    heywood = np.random.default_rng(4).normal(size=(40, 6)).round(1)
    for study in (
        planned(q93(), FactorModel(("pay", "promotion"), Label("Two", "二")), FactorModel(("pay",))),
        planned(items_only(two_factors(60), sizes=(3, 3))),
        planned(items_only(heywood, sizes=(3, 3))),
    ):
        try:
            section = cfa.present(cfa.compute(study, {}))
        except NotApplicable:
            continue
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue(a.words for a in ANALYSES), language)  # type: ignore[arg-type]
