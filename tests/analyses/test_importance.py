"""The section on relative importance: numbers of R, what it says, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from survey_kit.analyses import importance
from survey_kit.analyses.importance.model import Divided
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, PredictorImportance
from survey_kit.report.blocks import LANGUAGES, Estimate, Figure, Finding, Section
from survey_kit.report.wording import Wording, placeholders
from survey_kit.report.words import catalogue
from survey_kit.study import Study, with_plan
from tests.analyses.regression_study import SCALES, frame, study
from tests.conftest import ROOT

EXPECTED = json.loads((ROOT / "tests/golden/importance_q93/expected.json").read_text(encoding="utf-8"))
PREDICTORS = tuple(EXPECTED["names"])


def planned(base: Study, *lines: PredictorImportance, draws: int = 400) -> Study:
    lines_ = Lines(importance=lines)
    return with_plan(base, replace(base.plan, lines=lines_, bootstrap_draws=draws))


def divided(base: Study) -> Divided:
    found = importance.compute(base, {}).models[0]
    assert isinstance(found, Divided)
    return found


def section(base: Study) -> Section:
    return importance.present(importance.compute(base, {}))


def said(found: Section) -> list[str]:
    return [block.say.key for block in found.blocks if isinstance(block, Finding)]


def test_words_mention_the_same_values() -> None:
    for key, (en, zh) in importance.WORDS.items():
        assert placeholders(en) == placeholders(zh), key


def test_the_golden_study_against_r() -> None:
    # direct computations on both sides (tests/golden/importance_q93): rounding alone
    found = divided(planned(study(), PredictorImportance("motivation", PREDICTORS)))
    near = {"rel": 1e-9, "abs": 1e-12}
    assert found.data.n == EXPECTED["n"]
    assert found.found.lmg == pytest.approx(EXPECTED["lmg"], **near)
    assert found.found.weights == pytest.approx(EXPECTED["weights"], **near)
    assert found.r == pytest.approx(EXPECTED["r"], **near)
    assert found.r_p == pytest.approx(EXPECTED["r_p"], **near)
    assert found.beta == pytest.approx(EXPECTED["beta"], **near)
    assert found.beta_p == pytest.approx(EXPECTED["beta_p"], **near)
    assert (found.found.r2, found.f, found.p) == pytest.approx(
        (EXPECTED["r2"], EXPECTED["f"], EXPECTED["p"]), **near
    )
    assert [found.df1, found.df2] == EXPECTED["df"]


def test_tables_and_figure_are_in_order_of_the_shares() -> None:
    made = section(planned(study(), PredictorImportance("motivation", PREDICTORS)))
    table = made.table("model_1_shares")
    at = [column.key for column in table.columns].index("lmg")
    shares = [row.cells[at] for row in table.rows]
    values = [each.value if isinstance(each, Estimate) else each for each in shares]
    assert values[:-1] == pytest.approx(sorted(EXPECTED["lmg"], reverse=True))
    assert table.rows[-1].key == "total"
    assert sum(values[:-1]) == pytest.approx(values[-1])
    percent = [row.cells[at + 1] for row in table.rows]
    assert sum(each.value for each in percent[:-1] if isinstance(each, Estimate)) == pytest.approx(100)
    drawn = next(block for block in made.blocks if isinstance(block, Figure))
    assert [row["estimate"].value for row in drawn.data["rows"]] == values[:-1]
    assert [row.key for row in made.table("model_1_weights").rows] == [row.key for row in table.rows[:-1]]
    for language in LANGUAGES:
        words = Wording(catalogue([importance.WORDS]), language)
        text = " ".join(words.text(block.say) for block in made.blocks if isinstance(block, Finding))
        assert "38.6" in text  # percent of variance explained


def test_order_of_rows_and_of_predictors_changes_nothing() -> None:
    one = divided(planned(study(), PredictorImportance("motivation", PREDICTORS)))
    turned = divided(planned(study(), PredictorImportance("motivation", PREDICTORS[::-1])))
    np.testing.assert_allclose(one.found.lmg, turned.found.lmg[::-1], rtol=1e-10)
    mixed = divided(
        planned(study(frame().sample(frac=1, random_state=3)), PredictorImportance("motivation", PREDICTORS))
    )
    np.testing.assert_allclose(one.found.lmg, mixed.found.lmg, rtol=1e-10)


def test_without_a_line_the_roles_say_what_is_weighed() -> None:
    found = divided(planned(study()))
    assert found.keys == tuple(name for name in SCALES if name != "motivation")
    assert not importance.called_for(planned(study()))
    assert importance.called_for(planned(study(), PredictorImportance("motivation", PREDICTORS)))


def items_of(data: pd.DataFrame, prefix: str) -> list[str]:
    return [name for name in data if name.startswith(prefix)]


def test_direction_and_what_overlaps_are_said() -> None:
    random = np.random.default_rng(8)
    data = frame().sample(n=600, replace=True, random_state=1).reset_index(drop=True)
    common, own = random.normal(size=600), random.normal(size=600)
    # pay goes with motivation, and promotion only through what it shares with pay: its coefficient is negative
    spread = {"PAY": common + 0.3 * own, "PRO": common, "MOT": 0.2 * common + own, "TRA": -own}
    for prefix, values in spread.items():
        for name in items_of(data, prefix):
            data[name] = 3 + 0.5 * values + 0.05 * random.normal(size=600)
    data["PRO4"] = 6 - data["PRO4"]
    turned = section(planned(study(data), PredictorImportance("motivation", ("pay", "promotion"))))
    assert "importance.turned" in said(turned)
    lower = section(planned(study(data), PredictorImportance("motivation", ("promotion", "training"))))
    assert {"importance.lower", "importance.first_firm"} <= set(said(lower))


def test_nothing_explained_is_not_interpreted() -> None:
    random = np.random.default_rng(2)
    data = frame().apply(lambda column: random.permutation(column.to_numpy()))
    made = section(planned(study(data), PredictorImportance("motivation", PREDICTORS)))
    assert said(made)[-2:] == ["importance.explained", "importance.nothing"]


def test_what_cannot_be_divided_is_refused_with_its_reason() -> None:
    line = PredictorImportance("motivation", PREDICTORS)
    with pytest.raises(NotApplicable) as few:
        importance.compute(planned(study(frame().head(20)), line), {})
    assert few.value.key == "importance.too_few"
    flat = frame()
    flat[items_of(flat, "PAY")] = 3.0
    with pytest.raises(NotApplicable) as constant:
        importance.compute(planned(study(flat), line), {})
    assert constant.value.key == "withheld.no_variance"
    twin = frame()
    for i in range(1, 6):
        twin[f"PAY{i}"] = twin[f"TRA{i}"]
    with pytest.raises(NotApplicable) as collinear:
        importance.compute(planned(study(twin), line), {})
    assert collinear.value.key == "withheld.collinear"
    assert next(each.en for each in collinear.value.values["names"]) == "Pay"
    with pytest.raises(NotApplicable) as absent:
        importance.compute(planned(study(frame().drop(columns=items_of(frame(), "PAY"))), line), {})
    assert absent.value.key == "model.absent"
    bare = study()
    roles = tuple(replace(scale, role="none") for scale in bare.questionnaire.scales)
    nobody = replace(bare, questionnaire=replace(bare.questionnaire, scales=roles))
    with pytest.raises(NotApplicable) as unplanned:
        importance.compute(planned(nobody), {})
    assert unplanned.value.key == "importance.no_plan"
    # one line that cannot be divided does not take the others with it
    both = section(planned(study(flat), line, PredictorImportance("motivation", ("training", "recognition"))))
    assert "model.withheld" in said(both)


def test_many_predictors_are_divided_without_resampling_the_shares() -> None:
    random = np.random.default_rng(1)
    data = frame().sample(n=300, replace=True, random_state=2).reset_index(drop=True)
    for name in items_of(data, ""):
        if name[:3] in SCALES.values():
            data[name] = random.integers(1, 6, 300).astype(float)
    base = study(data)
    asked = base.questionnaire
    split = tuple(
        replace(scale, id=f"{scale.id}{i}", items=scale.items[i : i + 2])
        for scale in asked.scales
        for i in (0, 2)
        if scale.id != "motivation"
    )
    wide = replace(asked, scales=(*split, asked.scale("motivation")))
    line = PredictorImportance("motivation", tuple(scale.id for scale in split))
    table = section(planned(study(data, asked=wide), line, draws=50)).table("model_1_shares")
    assert "percent_largest" not in [column.key for column in table.columns]
    assert "importance.note_once" in [note.say.key for note in table.notes]
