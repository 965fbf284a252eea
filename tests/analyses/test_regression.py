"""The regression section end to end on the golden sample, and on what samples may look like."""

import json
import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses.regression import ANALYSIS, RegressionResult, compute, present
from survey_kit.analyses.regression.model import FittedRegression, WithheldRegression
from survey_kit.errors import Withheld
from survey_kit.questionnaire.plan import Regression
from survey_kit.report.blocks import Estimate, Figure, Finding, Report, Section, Table
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import placeholders
from survey_kit.report.words import catalogue

from .regression_study import GOLDEN, frame, questionnaire, study, with_frame

EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result() -> RegressionResult:
    return compute(study(), {})


def typeset_both(section: Section) -> None:
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue([ANALYSIS.words]), language, chapter=4)


def findings(section: Section, level: str) -> set[str]:
    return {block.say.key for block in section.blocks if isinstance(block, Finding) and block.level == level}


def test_every_number_of_the_tables_is_rs(result: RegressionResult) -> None:
    section = present(result)
    table = section.table("motivation_coefficients")
    at = {column.key: i for i, column in enumerate(table.columns)}
    rows = [row for row in table.rows if not row.head]
    expected = EXPECTED["step2"]
    assert len(rows) == len(expected["coefficients"])
    for row, theirs, hc3, vif in zip(
        rows,
        expected["coefficients"],
        expected["HC3_test"],
        [None, *expected["vif_by_column"].values()],
        strict=True,
    ):
        estimate = row.cells[at["estimate"]]
        assert isinstance(estimate, Estimate)
        ours = [
            estimate.value,
            estimate.low,
            estimate.high,
            *(row.cells[at[key]] for key in ("se", "t", "p", "se_hc3", "p_hc3")),
        ]
        wanted = [theirs[key] for key in ("b", "ci_lo", "ci_hi", "se", "t", "p")] + [hc3["se"], hc3["p"]]
        # closed forms: 1e-10 relative
        assert_allclose(np.array(ours, dtype=float), wanted, rtol=1e-10)
        if vif is None:
            assert row.cells[at["vif"]] is None
        else:
            assert_allclose(row.cells[at["vif"]], vif, rtol=1e-10)
            assert_allclose(row.cells[at["beta"]], theirs["beta_dummy_standardised"], rtol=1e-10)
    models = section.table("motivation_models")
    at = {column.key: i for i, column in enumerate(models.columns)}
    second = models.rows[1].cells
    for key, theirs in (("r2", expected["r2"]), ("r2_adjusted", expected["adj_r2"]), ("f", expected["F"]), ("p", expected["p"]),
                        ("delta_r2", EXPECTED["delta_r2"]), ("f_change", EXPECTED["F_change"]), ("p_change", EXPECTED["p_change"])):  # fmt: skip
        assert_allclose(second[at[key]], theirs, rtol=1e-9)
    worst = result.fitted[0].diagnostics.worst_vif
    assert worst is not None
    largest = max(root**2 for _, _, root in expected["vif_car"]["values"])
    assert worst[1] == pytest.approx(largest, rel=1e-9)


def test_section_is_complete_and_words_exist(result: RegressionResult) -> None:
    section = present(result)
    assert [type(block) for block in section.blocks][:6] == [Table, Table, Table, Figure, Table, Figure]
    assert section.blocks[6].say == result.main_line  # type: ignore[union-attr]
    assert findings(section, "warning") == {
        "regression.warn_few", "regression.warn_lost", "regression.warn_hc3", "regression.warn_influential_changed",
    }  # fmt: skip
    typeset_both(section)
    for key, (en, zh) in ANALYSIS.words.items():
        assert placeholders(en) == placeholders(zh), key


def test_influential_respondents_are_named_by_their_number(result: RegressionResult) -> None:
    fitted = result.fitted[0]
    assert fitted.diagnostics.influential[0].respondent == 77
    # R counts the 81 complete rows: its row 68 is respondent 77
    assert fitted.respondents[EXPECTED["step2"]["cooks_which"] - 1] == 77
    figure = next(
        block for block in present(result).blocks if isinstance(block, Figure) and block.kind == "residuals"
    )
    lengths = {
        len(figure.data[key])
        for key in ("fitted", "residuals", "theoretical", "ordered", "leverage", "cooks", "respondents")
    }
    assert lengths == {81}
    assert figure.data["ordered"] == sorted(figure.data["ordered"])


def test_row_order_does_not_matter(result: RegressionResult) -> None:
    original = study()
    shuffled = with_frame(original, frame().sample(frac=1, random_state=3).sort_index())
    assert_allclose(compute(shuffled, {}).fitted[0].final.b, result.fitted[0].final.b, rtol=1e-12)


def test_what_is_missing_is_named() -> None:
    data = frame().drop(columns=["gender", "PAY1", "PAY2", "PAY3", "PAY4", "PAY5"])
    data["rank"] = 2.0
    section = present(fitted := compute(study(data), {}))
    assert [label.en for label in fitted.fitted[0].absent] == ["Gender", "Pay"]
    assert [label.en for label in fitted.fitted[0].constant] == ["Rank"]
    assert {"regression.warn_absent", "regression.warn_constant"} <= findings(section, "warning")
    typeset_both(section)


def test_sparse_categories_are_joined_and_said() -> None:
    data = frame()
    data["education"] = np.where(
        np.arange(len(data)) < 2, 4.0, np.where(data["education"] == 4, 3.0, data["education"])
    )
    section = present(compute(study(data), {}))
    keys = {note.say.key for note in section.table("motivation_coefficients").notes}
    assert "regression.note_joined_neighbours" in keys
    typeset_both(section)


def test_collinear_predictors_are_refused_by_name() -> None:
    data = frame()
    for i in range(1, 6):
        data[f"REC{i}"] = 6 - data[f"TRA{i}"]
    with pytest.raises(Withheld) as refused:
        compute(study(data), {})
    assert refused.value.key == "withheld.collinear"
    assert [name.en for name in refused.value.values["names"]] == ["Training", "Recognition"]
    asked = (
        Regression("pay", (("training",),)),
        Regression("pay", (("training", "recognition"),)),
        Regression("pay", (("gender",),)),
    )
    result = compute(study(data, regressions=asked), {})
    assert [type(each) for each in result.regressions] == [
        FittedRegression,
        WithheldRegression,
        FittedRegression,
    ]
    assert [each.id for each in result.regressions] == ["pay", "pay_2", "pay_3"]
    section = present(result)
    assert "regression.withheld" in findings(section, "warning")
    typeset_both(section)


@pytest.mark.parametrize("n", range(0, 26, 2))
def test_few_people_are_refused_or_carried(n: int) -> None:
    small = with_frame(study(), frame().iloc[:n])
    try:
        result = compute(small, {})
    except Withheld as refused:
        assert refused.key in {"withheld.too_few", "withheld.no_variance", "withheld.collinear"}  # noqa: PT017
        assert n < 20
        return
    assert n > 10
    section = present(result)
    assert "regression.warn_few" in findings(section, "warning")
    typeset_both(section)


def test_nothing_planned_nothing_there() -> None:
    for regressions, key in (
        ((), "regression.no_plan"),
        ((Regression("nowhere", (("pay",),)),), "regression.no_outcome"),
        ((Regression("motivation", (("nowhere",),)),), "regression.no_predictors"),
        ((Regression("motivation", ()),), "regression.no_predictors"),
        ((Regression("motivation", (("motivation",),)),), "regression.no_predictors"),
    ):
        with pytest.raises(Withheld) as refused:
            compute(study(regressions=regressions), {})
        assert refused.value.key == key


def test_an_outcome_made_of_its_predictor_is_refused() -> None:
    data = frame()
    for i in range(1, 6):
        data[f"MOT{i}"] = data[f"PAY{i}"]
    with pytest.raises(Withheld) as refused:
        compute(study(data, regressions=(Regression("motivation", (("pay", "training"),)),)), {})
    assert refused.value.key == "regression.perfect_fit"


def test_one_binary_predictor() -> None:
    result = compute(study(regressions=(Regression("motivation", (("gender",),)),)), {})
    assert result.fitted[0].diagnostics.reset is None
    section = present(result)
    typeset_both(section)
    figure = next(block for block in section.blocks if isinstance(block, Figure))
    assert len(figure.data["rows"]) == 1


def test_a_large_sample_is_thinned_and_keeps_the_influential() -> None:
    rng = np.random.default_rng(1)
    base = frame()
    data = pd.DataFrame(
        {name: rng.integers(1, 6, 6000).astype(float) for name in base.columns}, index=pd.RangeIndex(1, 6001)
    )
    for name, options in (("gender", 2), ("age_group", 4), ("education", 4), ("tenure", 4)):
        data[name] = rng.integers(1, options + 1, 6000).astype(float)
    section = present(result := compute(study(data), {}))
    figure = next(
        block for block in section.blocks if isinstance(block, Figure) and block.kind == "residuals"
    )
    assert figure.data["thinned"]
    assert len(figure.data["fitted"]) <= 2000
    named = {one.respondent for one in result.fitted[0].diagnostics.influential}
    assert named <= set(figure.data["respondents"])
    assert result.fitted[0].diagnostics.shapiro_w is None
    typeset_both(section)


def test_distances_that_vanish_in_three_decimals_are_not_written() -> None:
    rng = np.random.default_rng(2)
    base = frame()
    n = 9000
    data = pd.DataFrame(
        {name: rng.integers(1, 6, n).astype(float) for name in base.columns}, index=pd.RangeIndex(1, n + 1)
    )
    for name, options in (("gender", 2), ("age_group", 4), ("education", 4), ("tenure", 4)):
        data[name] = rng.integers(1, options + 1, n).astype(float)
    section = present(result := compute(study(data), {}))
    table = section.table(f"{result.fitted[0].id}_diagnostics")
    reading = next(row for row in table.rows if row.key == "cooks").cells[-1]
    assert reading.key == "regression.cooks_above"
    note = next(note.say for note in table.notes if note.row == "cooks")
    assert note.key == "regression.note_influential_first_numbers"
    assert all(isinstance(person, str) for person in note.values["people"])
    typeset_both(section)


def test_hostile_names_do_nothing() -> None:
    asked = questionnaire()
    evil = replace(asked.scales[0], id="C(Q) ~ __import__('os')")
    hostile = replace(asked, scales=(evil, *asked.scales[1:]))
    plan = (Regression("motivation", ((evil.id, "gender"),)),)
    result = compute(study(regressions=plan, asked=hostile), {})
    assert result.fitted[0].final.names[1] == evil.id
    assert math.isfinite(result.fitted[0].final.r2)
