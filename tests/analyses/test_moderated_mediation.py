"""The moderated-mediation section end to end."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses.moderated_mediation import ANALYSIS, compute, present
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, ModeratedMediation
from survey_kit.report.blocks import Finding, Report, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan

from .regression_study import frame, study, with_frame

GOLDEN = Path(__file__).parent.parent / "golden" / "mediation_q93"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))["moderated"]
METRIC = ModeratedMediation("motivation", "pay", "recognition", "appraisal_fairness", ("gender",))
GROUPS = ModeratedMediation("motivation", "pay", "recognition", "tenure", ("promotion",))


def planned(*lines: ModeratedMediation, of: Study | None = None) -> Study:
    base = of or study()
    return with_plan(base, replace(base.plan, lines=Lines(moderated_mediation=lines), bootstrap_draws=300))


def typeset_both(section: Section) -> None:
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue([ANALYSIS.words]), language, chapter=4)


def test_tables_hold_the_numbers_of_lavaan() -> None:
    section = present(compute(planned(METRIC), {}))
    effects = {row.key: row.cells[1] for row in section.table("model_1_effects").rows}
    ours = [float(str(effects[key])) for key in ("at_1", "at_2", "at_3", "index_1")]
    assert_allclose(ours, [*EXPECTED["conditional"], EXPECTED["index"]], rtol=1e-5)


def test_every_kind_of_moderator_is_said_in_both_languages() -> None:
    section = present(compute(planned(METRIC, GROUPS), {}))
    typeset_both(section)
    keys = [row.key for row in section.table("model_2_effects").rows]
    assert keys == ["at_1", "at_2", "at_3", "at_4", "index_1", "index_2", "index_3"]
    said = [b.say.key for b in section.blocks if isinstance(b, Finding)]
    assert said.count("moderated_mediation.warn_cross_sectional") == 1


def test_reasons() -> None:
    with pytest.raises(NotApplicable) as none:
        compute(planned(), {})
    assert none.value.key == "moderated_mediation.no_plan"
    with pytest.raises(NotApplicable) as few:
        compute(planned(METRIC, of=with_frame(study(), frame().iloc[:13])), {})
    assert few.value.key == "withheld.too_few"
    without = frame().drop(columns=[f"APP{i}" for i in range(1, 6)])
    section = present(compute(planned(METRIC, GROUPS, of=with_frame(study(), without)), {}))
    assert [b.say.key for b in section.blocks if isinstance(b, Finding)][1] == "model.withheld"
    typeset_both(section)


def test_called_for_by_the_plan_only() -> None:
    assert ANALYSIS.called_for(planned(METRIC))
    assert not ANALYSIS.called_for(planned())


def test_words_have_the_same_values() -> None:
    for en, zh in ANALYSIS.words.values():
        assert set(placeholders(en)) == set(placeholders(zh))
