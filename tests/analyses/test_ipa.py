"""Importance–performance analysis of the shipped sample, and where it does not apply."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from survey_kit import pipeline
from survey_kit.analyses import ANALYSES, ipa
from survey_kit.analyses.ipa.derived import DerivedItems
from survey_kit.analyses.ipa.placing import mean_estimates
from survey_kit.errors import NotApplicable, QuestionnaireError
from survey_kit.questionnaire.lines import ImportancePerformance, Lines
from survey_kit.questionnaire.load import read_questionnaire
from survey_kit.questionnaire.show import show
from survey_kit.report.blocks import Figure, Finding, Label, Report, Say, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.simulation import population_of, simulate, write
from survey_kit.simulation.population import Quality
from survey_kit.stats.quadrants import quadrant_of
from survey_kit.stats.relative_importance import determined, lmg, relative_weights
from survey_kit.study import Study, with_plan
from tests.conftest import ROOT


@lru_cache(maxsize=1)
def sample() -> Study:
    reading = pipeline.read(ROOT / "data" / "chenghua-320.sav", questionnaire="performance")
    study = pipeline.prepare(reading).study
    return with_plan(study, replace(study.plan, bootstrap_draws=400))


def under(*lines: ImportancePerformance) -> Study:
    return with_plan(sample(), replace(sample().plan, lines=Lines(ipa=lines)))


def section(result: ipa.IpaResult) -> Section:
    made = ipa.present(result)
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (made,))
        typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)
    return made


def keys(blocks: Sequence[object]) -> set[str]:
    return {block.say.key for block in blocks if isinstance(block, Finding)}


def test_the_sample_is_weak_where_it_was_made_weak() -> None:
    """Satisfaction is hardest with feedback (difficulty 0.5), easiest with planning (-0.4)."""
    made = section(ipa.compute(sample(), {}))
    rows = {row.key: row.cells for row in made.table("quadrants").rows}
    assert isinstance(rows["SAT5"][1], Say)
    assert rows["SAT5"][1].key == "ipa.improve"
    assert rows["SAT5"][2] > 95
    assert all(sum(cells[2:]) == pytest.approx(100) for cells in rows.values())
    assert {"ipa.gap_below_all", "ipa.weak_firm", "ipa.loose", "ipa.largest"} <= keys(made.blocks)
    figures = [block for block in made.blocks if isinstance(block, Figure)]
    assert [figure.kind for figure in figures] == ["quadrants"] * 3
    shares = [row.cells[3] for row in made.table("stages").rows]
    assert sum(shares) == pytest.approx(100)
    # monitoring has no weight of its own in the population: least of the four
    assert int(np.argmin(shares)) == 1


def test_importance_and_performance_by_hand() -> None:
    study = sample()
    one = ipa.compute(study, {}).comparisons[0]
    items = study.scores.items
    both = items[[f"IMP{i}" for i in range(1, 7)] + [f"SAT{i}" for i in range(1, 7)]].dropna()
    assert one.n == len(both)
    assert one.placing.y[4].value == pytest.approx(both["IMP5"].mean())
    assert one.placing.x_cut == pytest.approx(both[[f"SAT{i}" for i in range(1, 7)]].to_numpy().mean())
    gap = one.gaps[4]
    assert gap is not None
    assert gap.difference == pytest.approx((both["SAT5"] - both["IMP5"]).mean())


def test_how_often_a_stage_leads_is_one_number() -> None:
    """The sentence below the shares and the table of the ranks speak of the same resamples."""
    result = ipa.compute(sample(), {})
    stages = result.comparisons[0].stages
    assert stages is not None
    assert stages.found is not None
    assert stages.ranking is not None
    made = section(result)
    led = [row.cells[6] for row in made.table("ranking").rows]
    np.testing.assert_allclose(100 * stages.found.p_largest, led)  # type: ignore[arg-type]
    assert stages.ranking.stated_by[3] == ("IMP4", "IMP5")


def test_midpoint_cut_and_two_lines() -> None:
    plain = ImportancePerformance("importance", "satisfaction", cut="midpoint")
    two = ipa.compute(under(plain, ImportancePerformance("satisfaction", "importance")), {})
    assert (two.comparisons[0].placing.x_cut, two.comparisons[0].placing.y_cut) == (3.0, 3.0)
    assert two.comparisons[0].derived is None
    made = section(two)
    assert made.table("pairs_1").rows
    assert "ipa.gap_above" in keys(made.blocks)


def test_where_it_does_not_apply() -> None:
    cases = {
        "ipa.no_plan": under(),
        "ipa.not_held": under(ImportancePerformance("nothing", "satisfaction")),
        "ipa.unpaired": under(ImportancePerformance("importance", "planning")),
    }
    for key, study in cases.items():
        with pytest.raises(NotApplicable) as refused:
            ipa.compute(study, {})
        assert refused.value.key == key
    assert not ipa.ANALYSIS.called_for(under())
    assert ipa.ANALYSIS.called_for(sample())


def test_an_outcome_that_does_not_vary_is_said() -> None:
    study = sample()
    scales = study.scores.scales.assign(enthusiasm=3.0)
    flat = replace(study, scores=replace(study.scores, scales=scales))
    result = ipa.compute(flat, {})
    assert "ipa.no_derived" in keys(section(result).blocks)


def test_stated_and_derived_importance_rank_the_stages_among_the_same_people() -> None:
    study = sample()
    result = ipa.compute(study, {})
    made = section(result)
    rows = [row.cells for row in made.table("ranking").rows]
    items = study.scores.items
    scales = ["enthusiasm", "planning", "monitoring", "evaluation", "feedback"]
    both = np.column_stack(
        [
            *(study.scale_scores(scale) for scale in scales),
            items[["IMP1", "IMP2", "IMP3"]].to_numpy(),
            items[["IMP4", "IMP5"]].to_numpy().mean(axis=1),
        ]
    )
    both = both[np.isfinite(both).all(axis=1)]
    stated = both[:, 5:].mean(axis=0)
    np.testing.assert_allclose([cells[1].value for cells in rows], stated)  # type: ignore[union-attr]
    assert [cells[2] for cells in rows] == (4 - stated.argsort().argsort()).tolist()
    assert sum(cells[4].value for cells in rows) == pytest.approx(100)  # type: ignore[union-attr]
    assert sorted(cells[5] for cells in rows) == [1, 2, 3, 4]  # type: ignore[type-var]
    for column in (3, 6):
        assert sum(cells[column] for cells in rows) == pytest.approx(100)  # type: ignore[misc]
    stages = result.comparisons[0].stages
    assert stages is not None
    assert stages.found is not None
    assert stages.found.n == len(both)
    assert keys(made.blocks) & {"ipa.same_order", "ipa.other_order"}


def test_items_inside_the_stages() -> None:
    study = sample()
    result = ipa.compute(study, {})
    found = result.comparisons[0].items
    assert found is not None
    assert found.placing is not None
    assert len(found.items) == 16
    assert sum(each.value for each in found.placing.y) == pytest.approx(1)
    np.testing.assert_allclose(found.placing.probability.sum(axis=1), 1)
    assert found.placing.y_cut == pytest.approx(1 / 16)
    made = section(result)
    heads = [row.cells[0] for row in made.table("items").rows if row.head]
    assert len(heads) == 4
    # FEE2 and FEE4 were made the hardest of all items: difficulty 0.2 at level -0.35
    low = sorted(zip((x.value for x in found.placing.x), (item.id for item in found.items), strict=True))
    assert {low[0][1], low[1][1]} == {"FEE2", "FEE4"}
    assert {"ipa.items_weak", "ipa.items_firm"} <= keys(made.blocks)


def test_without_items_of_importance_for_the_stages_only_the_rest_is_shown() -> None:
    line = replace(sample().plan.lines.ipa[0], stated=())
    made = section(ipa.compute(under(line), {}))
    assert "ranking" not in {getattr(block, "id", "") for block in made.blocks}
    assert made.table("items").rows


def test_items_that_do_not_vary_are_said() -> None:
    study = sample()
    flat = replace(study, scores=replace(study.scores, items=study.scores.items.assign(FEE2=3.0)))
    made = section(ipa.compute(flat, {}))
    assert "ipa.no_items" in keys(made.blocks)


def test_shares_means_and_quadrants_of_many_items_equal_r() -> None:
    folder = ROOT / "tests" / "golden" / "relative_importance"
    expected = json.loads((folder / "items.json").read_text(encoding="utf-8"))
    data = np.loadtxt(folder / "items.csv", delimiter=",", skiprows=1)
    weights = relative_weights(determined(data, tuple(map(str, range(21)))))
    x = mean_estimates(data[:, 1:], 0.95)
    share = weights / weights.sum()
    # both sides in double precision by other decompositions: eigenvectors here, singular values there
    np.testing.assert_allclose(share, expected["share"], rtol=1e-9)
    np.testing.assert_allclose(weights.sum(), expected["r2"], rtol=1e-9)
    for key, of in (("mean", "value"), ("low", "low"), ("high", "high")):
        np.testing.assert_allclose([getattr(each, of) for each in x], expected[key], rtol=1e-9)
    assert quadrant_of(data[:, 1:].mean(axis=0), share).tolist() == expected["quadrant"]
    items = sample().scale("planning").items * 5
    found = DerivedItems(Label.of("y"), (), items, (), len(data), expected["r2"], None)
    assert found.r2_adjusted == pytest.approx(expected["r2_adjusted"], rel=1e-9)


def test_a_large_sample_recovers_the_importance_of_the_population(tmp_path: Path) -> None:
    """Shares of the stages follow from the score correlations of the population, means from its thresholds."""
    asked = read_questionnaire("performance")
    population = replace(population_of(asked), effects=(), quality=Quality())
    drawn = simulate(asked, 1500, 20262, population=population)
    write(drawn, tmp_path / "answers.csv")
    reading = pipeline.read(tmp_path / "answers.csv", questionnaire="performance")
    study = pipeline.prepare(reading).study
    study = with_plan(study, replace(study.plan, bootstrap_draws=800))
    stages = ipa.compute(study, {}).comparisons[0].stages
    assert stages is not None
    assert stages.placing is not None
    truth = drawn.truth
    at = [truth.factors.index(name) for name in ("enthusiasm", *study.plan.lines.ipa[0].stages)]
    shares = lmg(np.asarray(truth.score_correlations)[np.ix_(at, at)])
    shares /= shares.sum()
    for share, mean, x, y in zip(
        shares,
        (truth.means[truth.factors[j]] for j in at[1:]),
        stages.placing.x,
        stages.placing.y,
        strict=True,
    ):
        assert y.low <= share <= y.high
        # 95 % intervals of four means and four shares; half as wide again misses once in three hundred
        assert abs(x.value - mean) <= 1.5 * (x.high - x.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[["IMP1"], ["IMP2"], ["IMP3"]]', "one list for each of stages: 4, not 3"),
        ('[["IMP1"], ["IMP2"], ["IMP3"], ["IMP9"]]', "IMP9"),
        ('[["IMP1"], ["IMP2"], ["IMP3"], []]', "a list of lists of items"),
        ("[[1], [2], [3], [4]]", "1"),
        ("3", "a list of lists of items"),
    ],
)
def test_items_that_state_importance_are_checked(tmp_path: Path, written: str, said: str) -> None:
    text = (ROOT / "questionnaires" / "performance.toml").read_text(encoding="utf-8")
    right = '[["IMP1"], ["IMP2"], ["IMP3"], ["IMP4", "IMP5"]]'
    assert right in text
    path = tmp_path / "q.toml"
    path.write_text(text.replace(right, written), encoding="utf-8")
    with pytest.raises(QuestionnaireError) as caught:
        read_questionnaire(path)
    assert "plan.ipa[#1].stated" in caught.value.en
    assert said in caught.value.en


def test_the_plan_shows_which_items_state_importance() -> None:
    assert "stated = IMP1 | IMP2 | IMP3 | IMP4, IMP5" in " ".join(show(sample().questionnaire, "en").split())
