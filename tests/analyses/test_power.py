"""What the sample can carry: the right n behind each effect, rules of thumb, limits in words."""

from dataclasses import replace

import pytest

from survey_kit.analyses import power, regression
from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Finding, Report
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue
from survey_kit.responses.model import Ledger
from survey_kit.stats.power import smallest_correlation, smallest_d, smallest_f2

from .regression_study import frame, study, with_frame


def computed(**earlier: object) -> power.SensitivityResult:
    return power.compute(study(), earlier)


def test_each_effect_rests_on_its_own_n() -> None:
    fitted = regression.compute(study(), {})
    found = {each.key: each for each in computed(regression=fitted).detectable}
    assert found["correlation"].effect == smallest_correlation(found["correlation"].n)
    sizes = frame()["gender"].value_counts()
    assert found["groups_gender"].effect == smallest_d(int(sizes[1]), int(sizes[2]))
    assert found["motivation_model"].n == 81
    assert found["motivation_model"].effect == smallest_f2(81, 19, 19)
    assert found["motivation_block"].effect == smallest_f2(81, 5, 19)
    assert found["motivation_coefficient"].effect == smallest_f2(81, 1, 19)
    assert found["groups_education"].measure == "f"


def test_rules_of_thumb() -> None:
    supplies = {each.key: each for each in computed(regression=regression.compute(study(), {})).supplies}
    assert (supplies["items"].n, supplies["items"].k, supplies["items"].wanted) == (60, 30, 300)
    assert supplies["motivation_model"].wanted == 50 + 8 * 19
    assert supplies["motivation_coefficients"].wanted == 104 + 19


def test_section() -> None:
    asked = study()
    asked = replace(asked, responses=replace(asked.responses, ledger=Ledger(100)))
    section = power.present(power.compute(asked, {"regression": regression.compute(asked, {})}))
    said = [block.say.key for block in section.blocks if isinstance(block, Finding)]
    assert said == [
        "power.say_correlation", "power.say_model", "power.limit_missed", "power.limit_method", "power.limit_time",
        "power.limit_sampling", "power.limit_returned",
    ]  # fmt: skip
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue([regression.ANALYSIS.words, power.ANALYSIS.words]), language, chapter=4)


def test_without_regression_and_with_few_people() -> None:
    assert {each.key for each in computed().detectable} == {
        "correlation",
        "groups_gender",
        "groups_education",
    }
    for n in range(8):
        small = with_frame(study(), frame().iloc[:n])
        try:
            section = power.present(power.compute(small, {}))
        except NotApplicable:
            continue
        assert section.blocks
    with pytest.raises(NotApplicable):
        power.compute(with_frame(study(), frame().iloc[:1]), {})


def test_words_agree() -> None:
    for key, (en, zh) in power.ANALYSIS.words.items():
        assert placeholders(en) == placeholders(zh), key
