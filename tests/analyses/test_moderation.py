"""The moderation section end to end."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses.moderation import ANALYSIS, compute, present
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, Moderation
from survey_kit.report.blocks import Estimate, Figure, Finding, Report, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan

from .regression_study import frame, study, with_frame

GOLDEN = Path(__file__).parent.parent / "golden" / "moderation_q93"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
METRIC = Moderation("motivation", "pay", "recognition", ("gender",))
GROUPS = Moderation("motivation", "pay", "tenure", ("recognition",))


def planned(*lines: Moderation, of: Study | None = None) -> Study:
    base = of or study()
    return with_plan(base, replace(base.plan, lines=Lines(moderation=lines)))


def typeset_both(section: Section) -> None:
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue([ANALYSIS.words]), language, chapter=4)


def test_tables_hold_the_numbers_of_r() -> None:
    section = present(compute(planned(METRIC), {}))
    theirs = EXPECTED["none"]
    for number, row in enumerate(section.table("model_1_slopes").rows, start=1):
        estimate, p = row.cells[1], row.cells[4]
        assert isinstance(estimate, Estimate)
        assert isinstance(p, float)
        b, _, _, their_p, low, high = theirs[f"slope_{number}"]
        assert_allclose([estimate.value, estimate.low, estimate.high, p], [b, low, high, their_p], rtol=1e-8)


def test_every_kind_of_moderator_is_said_in_both_languages() -> None:
    section = present(compute(planned(METRIC, GROUPS), {}))
    typeset_both(section)
    figures = [b.id for b in section.blocks if isinstance(b, Figure)]
    assert figures == ["model_1_lines", "model_1_region", "model_2_lines"]
    said = {b.say.key for b in section.blocks if isinstance(b, Finding)}
    assert {"moderation.not_found", "moderation.regions"} <= said


def test_reasons() -> None:
    with pytest.raises(NotApplicable) as none:
        compute(planned(), {})
    assert none.value.key == "moderation.no_plan"
    with pytest.raises(NotApplicable) as few:
        compute(planned(METRIC, of=with_frame(study(), frame().iloc[:14])), {})
    assert few.value.key == "withheld.too_few"
    without = frame().drop(columns=[f"REC{i}" for i in range(1, 6)])
    section = present(compute(planned(METRIC, GROUPS, of=with_frame(study(), without)), {}))
    keys = [b.say.key for b in section.blocks if isinstance(b, Finding)]
    assert keys[0] == "model.withheld"
    assert "model.warn_absent" in keys
    typeset_both(section)


def test_called_for_by_the_plan_only() -> None:
    assert ANALYSIS.called_for(planned(METRIC))
    assert not ANALYSIS.called_for(planned())


def test_words_have_the_same_values() -> None:
    for en, zh in ANALYSIS.words.values():
        assert set(placeholders(en)) == set(placeholders(zh))
