"""The section on comparisons within persons."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from survey_kit.analyses import within
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, Within
from survey_kit.report.blocks import LANGUAGES, Estimate, Finding, Label, Section
from survey_kit.report.wording import Wording, placeholders
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan
from tests.analyses.regression_study import with_frame
from tests.analyses.scales_study import items_only, q93


def planned(study: Study, *lines: Within) -> Study:
    return with_plan(study, replace(study.plan, lines=Lines(within=lines)))


def section(study: Study) -> Section:
    return within.present(within.compute(study, {}))


def sentences(found: Section, language: str = "en") -> str:
    words = Wording(catalogue([within.WORDS]), language)  # type: ignore[arg-type]
    return " ".join(words.text(block.say) for block in found.blocks if isinstance(block, Finding))


def test_words_mention_the_same_values() -> None:
    for key, (en, zh) in within.WORDS.items():
        assert placeholders(en) == placeholders(zh), key


def test_the_golden_study_against_car() -> None:
    study = q93()
    names = tuple(scale.id for scale in study.scales)[:5]
    found = section(planned(study, Within(names)))
    table = found.table("model_1_anova")
    rows = {row.key: row.cells for row in table.rows}
    # q93, five scale scores of 87 complete persons: car::Anova in R 4.2.2
    assert rows["assumed"][2:6] == pytest.approx((4, 344, 1.5548709836294, 0.185976883051557), rel=1e-9)
    assert rows["greenhouse_geisser"][1] == pytest.approx(0.929621447074533, rel=1e-9)
    assert rows["greenhouse_geisser"][5] == pytest.approx(0.190144899004241, rel=1e-8)
    assert rows["huynh_feldt"][1] == pytest.approx(0.976854481417083, rel=1e-9)
    assert rows["huynh_feldt"][5] == pytest.approx(0.187343149937707, rel=1e-8)
    pair = found.table("model_1_pairs").rows[0].cells
    assert isinstance(pair[1], Estimate)
    assert pair[1].value == pytest.approx(0.116666666666667)
    assert (pair[1].low, pair[1].high) == pytest.approx((-0.0753534766144867, 0.30868680994782))
    assert pair[2] == pytest.approx(1.20781941639826)
    assert pair[6] == pytest.approx(0.129491833614104)
    result = within.compute(planned(study, Within(names)), {}).comparisons[0]
    assert isinstance(result, within.Comparison)
    assert result.friedman.chi2 == pytest.approx(7.33492252681764)
    assert result.friedman.w == pytest.approx(0.0210773635828093)
    for language in LANGUAGES:
        assert sentences(found, language)


def made(columns: list[np.ndarray]) -> Study:
    return items_only(np.column_stack(columns), sizes=(1,) * len(columns))


def test_two_measures_and_a_clear_difference() -> None:
    random = np.random.default_rng(4)
    base = random.integers(1, 4, 40).astype(float)
    study = made([base, base + random.integers(0, 3, 40)])
    found = section(planned(study, Within(("s1", "s2"), Label("Now and then", "前后"))))
    anova, pairs = found.table("model_1_anova"), found.table("model_1_pairs")
    assert [row.key for row in anova.rows] == ["assumed"]
    # with two measures there is no sphericity to correct for and one pair to adjust for
    assert not {"epsilon", "p_holm"} & {column.key for table in (anova, pairs) for column in table.columns}
    heads = [column.key for column in pairs.columns]
    t, f = (
        dict(zip([c.key for c in each.columns], each.rows[0].cells, strict=True)) for each in (pairs, anova)
    )
    assert heads == ["pair", "difference", "t", "df", "p", "d_z", "g_av"]
    assert t["t"] ** 2 == pytest.approx(f["f"])
    assert t["p"] == pytest.approx(f["p"])
    assert "The mean of" in sentences(found)
    assert "显著高于" in sentences(found, "zh")


def test_pairs_are_not_listed_when_all_of_them_differ() -> None:
    random = np.random.default_rng(4)
    base = random.integers(1, 3, 60).astype(float)
    study = made([base, base + random.integers(0, 3, 60), 2 + base + random.integers(0, 2, 60)])
    found = section(planned(study, Within(("s1", "s2", "s3"))))
    assert "All 3 pairs differ significantly" in sentences(found)
    assert "全部3个配对" in sentences(found, "zh")


def test_what_cannot_be_computed_is_said() -> None:
    base = np.arange(1.0, 6.0)
    study = made([base, base, np.full(5, np.nan)])
    with pytest.raises(NotApplicable, match="no_spread_of_differences"):
        within.compute(planned(study, Within(("s1", "s2"))), {})
    with pytest.raises(NotApplicable, match=r"too_few|absent"):
        within.compute(planned(study, Within(("s1", "s3"))), {})
    with pytest.raises(NotApplicable, match=r"within\.no_plan"):
        within.compute(study, {})


def test_it_is_called_for_by_the_plan_only() -> None:
    study = made([np.arange(1.0, 6.0), np.arange(1.0, 6.0)])
    assert not within.ANALYSIS.called_for(study)
    assert within.ANALYSIS.called_for(planned(study, Within(("s1", "s2"))))


def test_only_the_groups_that_the_line_names() -> None:
    study = q93()
    names = tuple(scale.id for scale in study.scales)[:3]
    question = next(q for q in study.questionnaire.background if q.kind == "single")
    code = question.options[0].code
    lines = (Within(names, question.id, (code,)), Within(names))
    some, everybody = within.compute(planned(study, *lines), {}).comparisons
    assert isinstance(some, within.Comparison)
    assert isinstance(everybody, within.Comparison)
    among = np.isin(study.codes(question.id), [code])
    assert some.measures.asked == among.sum() < everybody.measures.asked == study.n
    scores = np.column_stack([study.scale_scores(name) for name in names])[among]
    np.testing.assert_array_equal(some.measures.scores, scores[np.isfinite(scores).all(axis=1)])
    for language, words in (("en", "Only respondents of these groups"), ("zh", "仅包括以下受访者")):
        spoken = Wording(catalogue([within.WORDS]), language)  # type: ignore[arg-type]
        note = section(planned(study, *lines)).table("model_1_means").notes[0].say
        assert words in spoken.text(note)
        assert question.options[0].label.text(language) in spoken.text(note)
    absent = with_frame(study, study.responses.frame.drop(columns=[question.id]))
    with pytest.raises(NotApplicable, match=r"model\.absent"):
        within.compute(planned(absent, lines[0]), {})
