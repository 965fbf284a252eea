"""The section on repeated measurements."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from survey_kit.analyses import retest
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, Repeated
from survey_kit.report.blocks import LANGUAGES, Estimate, Finding, Label, Section
from survey_kit.report.wording import Wording, placeholders
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan
from tests.analyses.scales_study import items_only
from tests.conftest import ROOT

GOLDEN = json.loads((ROOT / "tests/golden/repeated/expected.json").read_text(encoding="utf-8"))


def planned(study: Study, *lines: Repeated) -> Study:
    return with_plan(study, replace(study.plan, lines=Lines(retest=lines)))


def case(name: str) -> Study:
    data = np.array(GOLDEN["data"][name], dtype=float)
    study = items_only(data, sizes=(1,) * data.shape[1])
    return planned(study, Repeated(tuple(scale.id for scale in study.scales), Label("Ratings", "评分")))


def section(study: Study) -> Section:
    return retest.present(retest.compute(study, {}))


def sentences(found: Section, language: str = "en") -> str:
    words = Wording(catalogue([retest.WORDS]), language)  # type: ignore[arg-type]
    return " ".join(words.text(block.say) for block in found.blocks if isinstance(block, Finding))


def test_words_mention_the_same_values() -> None:
    for key, (en, zh) in retest.WORDS.items():
        assert placeholders(en) == placeholders(zh), key


def test_four_judges_of_shrout_and_fleiss() -> None:
    found = section(case("shrout_fleiss"))
    cells = [row.cells[3] for row in found.table("model_1_icc").rows]
    assert [round(cell.value, 2) for cell in cells if isinstance(cell, Estimate)] == [
        0.17, 0.29, 0.71, 0.44, 0.62, 0.91,
    ]  # fmt: skip
    assert [row.cells[1] for row in found.table("model_1_icc").rows] == [
        "ICC(1)", "ICC(A,1)", "ICC(C,1)", "ICC(k)", "ICC(A,k)", "ICC(C,k)",
    ]  # fmt: skip
    assert {row.key for row in found.table("model_1_precision").rows} == {
        "sem_consistency",
        "sem_agreement",
        "smallest_change",
    }
    assert "from poor to good" in sentences(found)
    assert "Only 6 respondents" in sentences(found)


def test_two_times_against_base_r() -> None:
    found = section(case("sleep"))
    rows = {row.key: row.cells[1] for row in found.table("model_1_precision").rows}
    r, expected = rows["r"], GOLDEN["retest_sleep"]
    assert isinstance(r, Estimate)
    assert (r.value, r.low, r.high) == pytest.approx((expected["r"], expected["low"], expected["high"]))
    change, paired = rows["change"], GOLDEN["within"]["sleep"]["paired"][0]
    assert isinstance(change, Estimate)
    ends = (-paired["difference"], -paired["high"], -paired["low"])
    assert (change.value, change.low, change.high) == pytest.approx(ends)
    for language in LANGUAGES:
        assert sentences(found, language)


def test_measurements_that_are_the_same_and_that_cannot_be_compared() -> None:
    base = np.arange(1.0, 6.0)
    study = items_only(np.column_stack([base, base, np.full(5, 3.0)]), sizes=(1, 1, 1))
    assert "excellent" in sentences(section(planned(study, Repeated(("s1", "s2")))))
    flat = items_only(np.tile([1.0, 2.0], (6, 1)), sizes=(1, 1))
    with pytest.raises(NotApplicable, match="persons_alike"):
        retest.compute(planned(flat, Repeated(("s1", "s2"))), {})
    with pytest.raises(NotApplicable, match=r"retest\.no_plan"):
        retest.compute(study, {})
    assert not retest.ANALYSIS.called_for(study)
