"""The section on ordered categories: what it shows, what it withholds, in both languages."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from survey_kit.analyses import ANALYSES, ordinal, reliability
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, OrdinalItems
from survey_kit.report.blocks import LANGUAGES, Finding, Heading, Label, Report, Section, Table
from survey_kit.report.references import REFERENCES
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.study import Study
from tests.test_references import cited

from .regression_study import frame, study, with_frame


def planned(*lines: OrdinalItems, of: Study | None = None) -> Study:
    of = of or study()
    return replace(of, plan=replace(of.plan, lines=Lines(ordinal=lines), parallel_draws=200))


def computed(of: Study) -> ordinal.OrdinalResult:
    return ordinal.compute(of, {"reliability": reliability.compute(of, {})})


def section(of: Study) -> Section:
    made = ordinal.present(computed(of))
    assert set(made.references) <= set(REFERENCES)
    for language in LANGUAGES:
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (made,))
        document = typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)
        assert "nan" not in str(document)
        assert cited(document) == set(made.references)
    return made


def said(made: Section, level: str) -> list[str]:
    return [block.say.key for block in made.blocks if isinstance(block, Finding) and block.level == level]


def given(cell: object) -> bool:
    return isinstance(cell, float) and not np.isnan(cell)


def items(prefix: str) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, 6)]


def test_all_scales_of_few_categories_without_a_line() -> None:
    made = section(study())
    rows = {row.key: row for row in made.table("scales").rows}
    assert list(rows) == ["pay", "promotion", "training", "appraisal_fairness", "recognition", "motivation"]
    # psych 2.2.9 on lavaan's correlations of the complete rows; see tests/golden/polychoric
    assert rows["pay"].cells[5] == pytest.approx(0.85694054, abs=1e-7)
    assert said(made, "finding")[:3] == ["ordinal.range", "ordinal.omega_range", "ordinal.all_higher"]
    # 60 complete respondents for 30 items
    assert said(made, "finding")[-1] == "ordinal.factors_withheld"
    assert "ordinal.sparse_error" in said(made, "warning")


def test_lines_name_scales_and_have_their_own_tables() -> None:
    made = section(
        planned(
            OrdinalItems(("pay", "training"), Label("Conditions", "条件")),
            OrdinalItems(("motivation",)),
        )
    )
    assert [row.key for row in made.table("scales").rows] == ["pay", "training"]
    assert [row.key for row in made.table("scales_2").rows] == ["motivation"]
    assert len([block for block in made.blocks if isinstance(block, Heading)]) == 2
    loadings = made.table("loadings_2")
    assert [row.key for row in loadings.rows] == items("MOT")
    assert "ordinal.scale" in said(made, "finding")
    assert "ordinal.number_one" in said(made, "finding")


def test_the_factors_of_two_scales_are_found() -> None:
    result = computed(planned(OrdinalItems(("training", "motivation"))))
    factors = result.parts[0].factors
    assert factors.solution is not None
    assert factors.solution.factors == 2
    assert factors.congruence is not None
    assert factors.congruence.min() > 0.95
    strongest = np.abs(factors.solution.loadings).argmax(axis=1)
    assert len(set(strongest[:5])) == len(set(strongest[5:])) == 1
    assert strongest[0] != strongest[5]


def test_the_order_of_respondents_changes_nothing() -> None:
    shuffled = with_frame(study(), frame().sample(frac=1, random_state=1))
    for one, other in zip(computed(study()).parts[0].scales, computed(shuffled).parts[0].scales, strict=True):
        assert one.found is not None
        assert other.found is not None
        assert one.found.alpha == pytest.approx(other.found.alpha, abs=1e-10)


def changed(columns: dict[str, np.ndarray]) -> Study:
    return with_frame(study(), frame().assign(**columns))


def test_a_scale_whose_correlations_have_no_estimate_is_withheld() -> None:
    pay = frame()["PAY1"].to_numpy()
    made = section(changed({"PAY2": pay}))
    cells = next(row for row in made.table("scales").rows if row.key == "pay").cells
    assert not given(cells[5])
    assert given(cells[3])
    assert "ordinal.withheld" in said(made, "finding")


def test_an_item_with_one_answer_is_left_out() -> None:
    constant = pd.Series(3.0, index=frame().index).to_numpy()
    made = section(changed({"PAY2": constant}))
    assert next(row for row in made.table("scales").rows if row.key == "pay").cells[1] == 4


def test_few_respondents_get_no_polychoric_correlations() -> None:
    few = with_frame(study(), frame().head(25))
    made = section(few)
    assert said(made, "finding").count("ordinal.withheld") == 6
    assert not any(given(row.cells[5]) for row in made.table("scales").rows)


def test_nobody_asked_and_nothing_to_analyse() -> None:
    assert not ordinal.ANALYSIS.called_for(study())
    assert ordinal.ANALYSIS.called_for(planned(OrdinalItems()))
    with pytest.raises(NotApplicable) as caught:
        ordinal.compute(study(), {})
    assert caught.value.key == "ordinal.no_scales"


def test_tables_have_heads_for_all_columns() -> None:
    words = catalogue(each.words for each in ANALYSES)
    for block in section(study()).blocks:
        if isinstance(block, Table):
            assert all(c.label is not None or f"column.{c.key}" in words for c in block.columns)
