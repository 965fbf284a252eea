"""What the sample can carry: the right n behind each effect, rules of thumb, limits in words."""

from dataclasses import replace
from types import ModuleType

import pytest

from survey_kit.analyses import ANALYSES, correlations, groups, power, regression
from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Finding, Label, Report, say
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue
from survey_kit.responses.model import Ledger
from survey_kit.stats.power import smallest_correlation, smallest_d, smallest_f2
from survey_kit.study import Study

from .regression_study import frame, study


def earlier(of: Study, *analyses: ModuleType) -> dict[str, object]:
    return {each.ANALYSIS.id: each.compute(of, {}) for each in analyses}


def computed(of: Study) -> power.SensitivityResult:
    return power.compute(of, earlier(of, correlations, groups, regression))


def test_each_effect_rests_on_its_own_n() -> None:
    found = {each.key: each for each in computed(study()).detectable}
    # 84 people have all six scores
    assert found["correlation"].n == 84
    assert found["correlation"].effect == smallest_correlation(84)
    sizes = frame()["gender"].value_counts()
    assert found["groups_gender"].effect == smallest_d(int(sizes[1]), int(sizes[2]))
    assert found["motivation_model"].n == 81
    assert found["motivation_model"].effect == smallest_f2(81, 19, 19)
    assert found["motivation_block"].effect == smallest_f2(81, 5, 19)
    assert found["motivation_coefficient"].effect == smallest_f2(81, 1, 19)
    assert found["groups_education"].measure == "f"


def test_rules_of_thumb() -> None:
    supplies = {each.key: each for each in computed(study()).supplies}
    assert (supplies["items"].n, supplies["items"].k, supplies["items"].wanted) == (60, 30, 300)
    assert supplies["motivation_model"].wanted == 50 + 8 * 19
    assert supplies["motivation_coefficients"].wanted == 104 + 19


def test_section() -> None:
    asked = study()
    asked = replace(asked, responses=replace(asked.responses, ledger=Ledger(100)))
    section = power.present(computed(asked))
    said = [block.say.key for block in section.blocks if isinstance(block, Finding)]
    assert said == [
        "power.say_correlation", "power.say_model", "power.limit_missed", "power.limit_method", "power.limit_time",
        "power.limit_sampling", "power.limit_returned",
    ]  # fmt: skip
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)


def test_people_who_were_asked_twice_are_not_called_cross_sectional() -> None:
    twice = power.present(replace(computed(study()), asked_twice=True))
    said = {block.say.key for block in twice.blocks if isinstance(block, Finding)}
    assert "power.limit_time_twice" in said
    assert "power.limit_time" not in said


def test_a_large_sample_is_read_by_size() -> None:
    one = power.Detectable("correlation", say("power.correlation"), 100_000, "r", 0.009)
    model = power.Detectable("m_model", say("power.correlation"), 100_000, "f2", 0.0002, Label.of("y"))
    large = power.SensitivityResult(100_000, 0.05, (one, model), (), 100_000, 100_000, has_scales=True)
    section = power.present(large)
    said = [block.say.key for block in section.blocks if isinstance(block, Finding)]
    assert said[:3] == ["power.say_correlation_slight", "power.say_model_slight", "power.limit_size"]
    for language, least in (("en", "< .001"), ("zh", "< 0.001")):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        document = typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)
        assert least in str(document)


def test_only_what_was_computed_is_spoken_of() -> None:
    asked = study()
    only = power.compute(asked, earlier(asked, regression))
    assert {each.measure for each in only.detectable} == {"f2"}
    two = power.compute(asked, earlier(asked, groups))
    assert {each.key for each in two.detectable} == {"groups_gender", "groups_education"}
    assert [each.key for each in two.supplies] == ["items"]
    assert power.present(two).blocks
    with pytest.raises(NotApplicable, match=r"power\.no_tests"):
        power.compute(asked, {})


def test_words_agree() -> None:
    for key, (en, zh) in power.ANALYSIS.words.items():
        assert placeholders(en) == placeholders(zh), key
