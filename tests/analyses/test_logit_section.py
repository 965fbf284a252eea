"""The section on logit models: golden numbers reach the tables, and odd data do no harm."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses import ANALYSES
from survey_kit.analyses.logit import ANALYSIS, compute, present
from survey_kit.errors import Withheld
from survey_kit.questionnaire.model import Option, Question, Questionnaire
from survey_kit.questionnaire.plan import Plan, Regression
from survey_kit.report.blocks import Estimate, Finding, Label, Report, Section
from survey_kit.report.references import REFERENCES
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.responses.model import Responses
from survey_kit.scoring import score
from survey_kit.study import Study

GOLDEN = Path(__file__).parent.parent / "golden" / "logit"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
CATALOGUE = catalogue(each.words for each in ANALYSES)


def study(outcome: str, *blocks: tuple[str, ...]) -> Study:
    with (GOLDEN / "survey.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    frame = pd.DataFrame(
        {
            "male": [1.0 if row["Sex"] == "Male" else 2.0 for row in rows],
            "exercise": [1.0 + ["None", "Some", "Freq"].index(row["Exer"]) for row in rows],
            "pulse": [float(row["Pulse"]) for row in rows],
            "age": [float(row["Age"]) for row in rows],
        },
        index=pd.RangeIndex(1, len(rows) + 1),
    )
    yes = (Option(1, Label("Yes", "是")), Option(2, Label("No", "否")))
    amount = tuple(Option(k, Label(f"amount {k}", f"程度{k}")) for k in (1, 2, 3, 4))
    asked = Questionnaire(
        "x",
        Label.of("x"),
        (
            Question("male", Label("Male", "男性"), "single", yes),
            Question("exercise", Label("Exercise", "锻炼"), "single", amount, ordered=True),
            Question("pulse", Label("Pulse", "脉搏"), "number"),
            Question("age", Label("Age", "年龄"), "number"),
        ),
    )
    responses = Responses(frame)
    model = "binary" if outcome == "male" else "ordinal"
    plan = Plan(regressions=(Regression(outcome, blocks, (), model),))  # type: ignore[arg-type]
    return Study(asked, responses, score(responses, asked), plan)


def changed(of: Study, **columns: object) -> Study:
    return replace(of, responses=replace(of.responses, frame=of.responses.frame.assign(**columns)))


def section(of: Study) -> Section:
    found = present(compute(of, {}))
    assert set(found.references) <= REFERENCES.keys()
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (found,))
        typeset(report, CATALOGUE, language, chapter=4)
    return found


def column(found: Section, table: str, key: str) -> list[object]:
    block = found.table(table)
    at = [c.key for c in block.columns].index(key)
    return [row.cells[at] for row in block.rows if not row.head]


def keys(found: Section) -> set[str]:
    return {block.say.key for block in found.blocks if isinstance(block, Finding)}


def test_binary_numbers_are_rs_and_the_first_answer_is_modelled() -> None:
    theirs = EXPECTED["binary"]
    found = section(study("male", ("pulse", "age"), ("exercise",)))
    assert_allclose(column(found, "male_coefficients", "estimate"), theirs["b"], rtol=1e-6)
    assert_allclose(column(found, "male_coefficients", "se"), theirs["se"], rtol=1e-6)
    ratios = [each for each in column(found, "male_coefficients", "odds_ratio") if isinstance(each, Estimate)]
    assert_allclose([ratio.low for ratio in ratios], theirs["or_low"][1:], rtol=1e-6)
    assert_allclose([ratio.high for ratio in ratios], theirs["or_high"][1:], rtol=1e-6)
    effects = [each for each in column(found, "male_effects", "estimate") if isinstance(each, Estimate)]
    assert_allclose([effect.value for effect in effects], theirs["ame"]["effect"], rtol=1e-6)
    for key in ("chi2", "df", "p", "mcfadden", "cox_snell", "nagelkerke", "aic"):
        assert_allclose(column(found, "male_models", key)[-1], theirs[key], rtol=1e-8)  # type: ignore[arg-type]
    changes = np.array(column(found, "male_models", "chi2_change"), dtype=float)
    assert_allclose(changes.sum(), theirs["chi2"], rtol=1e-8)
    note = next(n for n in found.table("male_coefficients").notes if n.say.key == "logit.note_modelled")
    assert note.say.values["category"] == Label("Yes", "是")


def test_ordinal_numbers_are_rs_whatever_the_units() -> None:
    theirs = EXPECTED["ordinal"]
    found = section(study("exercise", ("pulse", "age", "male")))
    z = column(found, "exercise_coefficients", "z")
    # "male" is a dummy of its second answer here: the sign turns
    assert_allclose(
        np.array(z[:3], dtype=float), np.array(theirs["b"]) / theirs["se"] * [1, 1, -1], rtol=1e-6
    )
    chi2 = column(found, "exercise_parallel", "chi2")
    wanted = [theirs["brant"]["overall"], *theirs["brant"]["terms"]]
    assert_allclose(np.array(chi2, dtype=float), [each["chi2"] for each in wanted], rtol=1e-6)
    assert "logit.warn_empty" in keys(found)  # nobody gave the fourth answer


def test_separation_gives_no_odds_ratio_and_names_the_predictor() -> None:
    of = study("male", ("pulse", "age"))
    of = changed(of, pulse=of.responses.frame["male"] * 10 + np.arange(of.n) % 7)
    with pytest.raises(Withheld) as refusal:
        compute(of, {})
    assert refusal.value.key == "withheld.separation_complete"
    assert refusal.value.values["names"] == (Label("Pulse", "脉搏"),)


@pytest.mark.parametrize(
    ("change", "key"),
    [({"male": 1.0}, "withheld.one_outcome"), ({"pulse": 70.0, "age": 20.0}, "withheld.no_variance")],
)
def test_data_that_cannot_carry_it(change: dict[str, float], key: str) -> None:
    with pytest.raises(Withheld) as refusal:
        compute(changed(study("male", ("pulse", "age")), **change), {})
    assert refusal.value.key == key


def test_without_such_a_regression_it_says_what_to_write() -> None:
    of = study("male", ("pulse",))
    of = replace(of, plan=Plan())
    assert not ANALYSIS.called_for(of)
    with pytest.raises(Withheld) as refusal:
        compute(of, {})
    assert refusal.value.key == "logit.no_plan"
