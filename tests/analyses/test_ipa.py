"""Importance–performance analysis of the shipped sample, and where it does not apply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from survey_kit import pipeline
from survey_kit.analyses import ANALYSES, ipa
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import ImportancePerformance, Lines
from survey_kit.report.blocks import Figure, Finding, Report, Say, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
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
    assert {"ipa.gap_below", "ipa.weak_firm", "ipa.loose", "ipa.largest"} <= keys(made.blocks)
    figures = [block for block in made.blocks if isinstance(block, Figure)]
    assert [figure.kind for figure in figures] == ["quadrants", "quadrants"]
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
