"""The mediation section end to end, on the golden sample and on what samples may look like."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses.mediation import ANALYSIS, compute, present
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, Mediation
from survey_kit.report.blocks import Cell, Estimate, Figure, Finding, Label, Report, Say, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan

from .regression_study import frame, study, with_frame

GOLDEN = Path(__file__).parent.parent / "golden" / "mediation_q93"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
SIMPLE = Mediation("motivation", "appraisal_fairness", ("recognition",))
SERIAL = Mediation(
    "motivation", "pay", ("promotion", "appraisal_fairness", "recognition"), ("gender",), structure="serial"
)
PARALLEL = Mediation("motivation", "gender", ("promotion", "recognition"), ("age_group", "rank"))


def planned(*lines: Mediation, of: Study | None = None) -> Study:
    base = of or study()
    return with_plan(base, replace(base.plan, lines=Lines(mediation=lines), bootstrap_draws=300))


def typeset_both(section: Section) -> None:
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue([ANALYSIS.words]), language, chapter=4)


def numbers(cells: tuple[Cell, ...]) -> list[float]:
    assert all(isinstance(cell, float) for cell in cells)
    return [cell for cell in cells if isinstance(cell, float)]


def levels(section: Section, level: str) -> list[str]:
    return [b.say.key for b in section.blocks if isinstance(b, Finding) and b.level == level]


def test_tables_hold_the_numbers_of_r() -> None:
    section = present(compute(planned(SIMPLE), {}))
    theirs = EXPECTED["simple"]
    paths = {row.key: row for row in section.table("model_1_paths").rows if not row.head}
    ours = []
    for key in ("m1:appraisal_fairness", "y:recognition", "y:appraisal_fairness", "total:appraisal_fairness"):
        estimate = paths[key].cells[2]
        assert isinstance(estimate, Estimate)
        ours.append(estimate.value)
    assert_allclose(ours, [theirs[k] for k in ("a", "b", "c_prime", "c")], rtol=1e-9)
    effects = {row.key: row.cells for row in section.table("model_1_effects").rows}
    assert set(effects) == {"total", "direct", "indirect_1"}
    assert_allclose(numbers(effects["indirect_1"][1:2]), [theirs["indirect"]], rtol=1e-9)
    assert_allclose(numbers(effects["indirect_1"][7:]), [theirs["partial"], theirs["complete"]], rtol=1e-9)
    assert_allclose(numbers(section.table("model_1_sobel").rows[0].cells[4:]), [theirs["sobel_p"]], rtol=1e-9)


def test_every_kind_of_model_is_said_in_both_languages() -> None:
    section = present(compute(planned(SIMPLE, SERIAL, PARALLEL), {}))
    typeset_both(section)
    said = levels(section, "warning")
    assert said.count("mediation.warn_cross_sectional") == 1
    assert "mediation.warn_groups" in said
    assert "mediation.indirect_not_serial" in levels(section, "finding")
    figure = [b for b in section.blocks if isinstance(b, Figure)][1]
    assert len(figure.data["columns"]) == 5
    assert len(figure.data["paths"]) == 3 + 3 + 4
    contrast = section.table("model_3_effects").rows[-1]
    assert contrast.key == "contrast_1_2"
    # a predictor of two groups has no completely standardized effect
    assert all(row.cells[8] is None for row in section.table("model_3_effects").rows)


def test_the_same_draws_in_the_same_section() -> None:
    first, second = (compute(planned(SIMPLE), {}).fitted[0].model for _ in range(2))
    assert first.indirect == second.indirect


def test_one_line_that_fails_does_not_take_the_others_along() -> None:
    several = Mediation("motivation", "rank", ("recognition",))
    section = present(compute(planned(several, SIMPLE), {}))
    assert levels(section, "warning")[1] == "model.withheld"
    typeset_both(section)


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ((), "mediation.no_plan"),
        ((Mediation("motivation", "rank", ("recognition",)),), "mediation.several_groups"),
    ],
)
def test_reasons(lines: tuple[Mediation, ...], key: str) -> None:
    with pytest.raises(NotApplicable) as caught:
        compute(planned(*lines), {})
    assert caught.value.key == key


def test_what_the_file_does_not_hold() -> None:
    data = frame()
    without = data.drop(columns=[c for c in data if str(c).startswith("REC")])
    with pytest.raises(NotApplicable) as caught:
        compute(planned(SIMPLE, of=with_frame(study(), without)), {})
    assert caught.value.key == "model.absent"
    section = present(compute(planned(SERIAL, of=with_frame(study(), data.drop(columns="gender"))), {}))
    assert "model.warn_absent" in levels(section, "warning")
    constant = data.assign(gender=np.ones(len(data)))
    section = present(compute(planned(SERIAL, of=with_frame(study(), constant)), {}))
    assert "model.warn_constant" in levels(section, "warning")
    with pytest.raises(NotApplicable) as few:
        compute(planned(SIMPLE, of=with_frame(study(), data.iloc[:12])), {})
    assert few.value.key == "withheld.too_few"


def test_called_for_by_the_plan_only() -> None:
    assert ANALYSIS.called_for(planned(SIMPLE))
    assert not ANALYSIS.called_for(planned())


def test_words_have_the_same_values() -> None:
    for en, zh in ANALYSIS.words.values():
        assert set(placeholders(en)) == set(placeholders(zh))


def test_groups_of_the_covariates_are_short_and_their_reference_is_named() -> None:
    table = present(compute(planned(SERIAL), {})).table("model_1_paths")
    names = [row.cells[0] for row in table.rows if row.key.startswith("y:gender")]
    assert [name.key for name in names if isinstance(name, Say)] == ["model.group"]
    (named,) = (note.say for note in table.notes if note.say.key == "model.note_references")
    (reference,) = named.values["groups"]
    assert reference.values["group"] == Label("gender 1", "gender选项1")


def test_a_decision_that_hangs_on_the_seed_is_said() -> None:
    result = compute(planned(SIMPLE), {})
    fitted = result.fitted[0]
    near = tuple(replace(effect, p=0.045, unsettled=True) for effect in fitted.model.indirect)
    edge = replace(fitted, model=replace(fitted.model, indirect=near))
    section = present(replace(result, models=(edge,)))
    typeset_both(section)
    assert "mediation.warn_unsettled" in levels(section, "warning")
    assert all(
        effect.unsettled is (abs(effect.p - 0.05) < 2 * 1.96 * (0.025 * 0.975 / 300) ** 0.5)
        for effect in fitted.model.indirect
    )
