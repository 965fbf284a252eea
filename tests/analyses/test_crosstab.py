"""The section on cross tables: golden numbers reach the tables, and odd data do no harm."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses.crosstab import ANALYSIS, compute, present
from survey_kit.errors import Withheld
from survey_kit.questionnaire.lines import CrossTable, Lines
from survey_kit.questionnaire.model import Option, Question, Questionnaire
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Estimate, Figure, Finding, Label, Report, Section
from survey_kit.report.references import REFERENCES
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.responses.model import Responses
from survey_kit.scoring import score
from survey_kit.study import Study, with_plan

GOLDEN = Path(__file__).parent.parent / "golden" / "crosstab"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))


def question(name: str, k: int, kind: str = "single") -> Question:
    options = tuple(Option(code, Label(f"{name} {code}", f"选项{name}{code}")) for code in range(1, k + 1))
    return Question(name, Label(f"Question {name}", f"题目{name}"), kind, options)  # type: ignore[arg-type]


def study(*lines: tuple[str, str], seed: int = 1) -> Study:
    """Smoking (4) by exercise (3) as in the golden table; five options by group as simulated there."""
    counts = np.array(EXPECTED["tables"]["smoke_exercise"]["counts"])
    cells = [(r + 1, c + 1) for r in range(4) for c in range(3) for _ in range(counts[r, c])]
    frame = pd.DataFrame(cells, columns=["smoke", "exercise"], dtype=float)
    several = EXPECTED["several"]
    n = len(several["groups"])
    frame["group"] = np.append(np.array(several["groups"]) + 1.0, np.full(len(frame) - n, np.nan))
    for at in range(5):
        column = np.array(several["chosen"])[:, at].astype(float)
        frame[f"ticks/{at + 1}"] = np.append(column, np.full(len(frame) - n, np.nan))
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    asked = Questionnaire(
        "x", Label.of("x"), (question("exercise", 4), question("group", 3)), (),
        (question("smoke", 4), question("ticks", 5, "multiple")),
    )  # fmt: skip
    responses = Responses(frame)
    plan = Plan(
        lines=Lines(crosstab=tuple(CrossTable(*line) for line in lines)), seed=seed, bootstrap_draws=999
    )
    return Study(asked, responses, score(responses, asked), plan)


def section(of: Study) -> Section:
    found = present(compute(of, {}))
    assert set(found.references) <= REFERENCES.keys()
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (found,))
        typeset(report, catalogue([ANALYSIS.words]), language, chapter=4)
    return found


def cell(found: Section, table: str, row: str, column: str) -> object:
    block = found.table(table)
    at = [c.key for c in block.columns].index(column)
    return next(r for r in block.rows if r.key == row).cells[at]


def keys(found: Section) -> set[str]:
    return {block.say.key for block in found.blocks if isinstance(block, Finding)}


def test_numbers_of_a_single_choice_pair_are_rs() -> None:
    found = section(study(("smoke", "exercise")))
    theirs = EXPECTED["tables"]["smoke_exercise"]
    row = "smoke_exercise"
    assert_allclose(cell(found, "tests", row, "chi2"), theirs["chi2"], rtol=1e-10)
    assert_allclose(cell(found, "tests", row, "p"), theirs["p"], rtol=1e-10)
    # simulated with 10,000 draws: four standard errors
    assert abs(cell(found, "tests", row, "p_exact") - theirs["fisher"]) < 0.02  # type: ignore[operator]
    v = cell(found, "tests", row, "cramers_v")
    assert isinstance(v, Estimate)
    assert_allclose([v.value, v.low, v.high], [theirs["v"], theirs["v_low"], theirs["v_high"]], atol=2e-5)
    assert_allclose(cell(found, f"{row}_residuals", "2", "residual_3"), theirs["residuals"][1][2], rtol=1e-10)
    assert cell(found, f"{row}_counts", "2", "n_3") == 84
    assert_allclose(cell(found, f"{row}_counts", "2", "percent_3"), 100 * 84 / 98)
    assert keys(found) == {"crosstab.alike_exact", "crosstab.warn_sparse"}


def test_numbers_of_several_answers_are_rs() -> None:
    found = section(study(("ticks", "group")))
    theirs = EXPECTED["several"]
    for key in ("df", "p"):
        assert_allclose(cell(found, "ticks_group_tests", "(overall)", key), theirs[key], rtol=1e-9)
    assert_allclose(cell(found, "ticks_group_tests", "(overall)", "chi2"), theirs["statistic"], rtol=1e-9)
    for at, chi2 in enumerate(theirs["options"]):
        assert_allclose(cell(found, "ticks_group_tests", f"ticks/{at + 1}", "chi2"), chi2, rtol=1e-10)
    assert cell(found, "ticks_group_counts", "ticks/1", "n") == int(np.array(theirs["chosen"])[:, 0].sum())


def test_several_answers_are_drawn_the_most_chosen_first() -> None:
    found = section(study(("ticks", "group")))
    figure = next(block for block in found.blocks if isinstance(block, Figure))
    chosen = np.array(EXPECTED["several"]["chosen"])
    groups = np.array(EXPECTED["several"]["groups"])
    order = np.argsort(-chosen.sum(axis=0), kind="stable")
    for group, panel in enumerate(figure.data["panels"]):
        assert panel["n"] == (groups == group).sum()
        assert [bar["count"] for bar in panel["bars"]] == chosen[groups == group].sum(axis=0)[order].tolist()
        percents = [bar["percent"] for bar in panel["bars"]]
        assert_allclose(percents, 100 * chosen[groups == group].mean(axis=0)[order])


def test_order_of_respondents_and_other_pairs_change_nothing() -> None:
    alone = compute(study(("ticks", "group")), {}).pairs[0]
    of = study(("smoke", "exercise"), ("ticks", "group"))
    beside = compute(of, {}).pairs[1]
    assert alone.p == beside.p
    order = np.random.default_rng(1).permutation(of.n)
    shuffled = replace(of, responses=replace(of.responses, frame=of.responses.frame.iloc[order]))
    assert_allclose(compute(shuffled, {}).pairs[1].overall.p, beside.overall.p, rtol=1e-12)


def test_empty_options_and_groups_are_left_out_and_said() -> None:
    found = section(study(("exercise", "smoke")))
    notes = {note.say.key for note in found.table("exercise_smoke_counts").notes}
    assert "crosstab.note_unused" in notes
    assert len(found.table("exercise_smoke_counts").rows) == 3


def test_an_option_that_everybody_chose_is_not_tested() -> None:
    of = study(("ticks", "group"))
    frame = of.responses.frame.copy()
    frame.loc[frame["ticks/2"].notna(), "ticks/2"] = 1.0
    found = section(replace(of, responses=replace(of.responses, frame=frame)))
    assert cell(found, "ticks_group_tests", "ticks/2", "chi2") is None
    assert "crosstab.note_constant" in {note.say.key for note in found.table("ticks_group_tests").notes}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda frame: frame.drop(columns="smoke"), "crosstab.not_in_file"),
        (lambda frame: frame.assign(smoke=1.0), "withheld.no_variance"),
        (lambda frame: frame.assign(smoke=np.nan), "withheld.too_few"),
        (lambda frame: frame.assign(smoke=np.arange(len(frame), dtype=float)), "crosstab.too_many"),
    ],
)
def test_data_that_cannot_carry_it(change: object, key: str) -> None:
    of = study(("smoke", "exercise"))
    broken = replace(of, responses=replace(of.responses, frame=change(of.responses.frame)))  # type: ignore[operator]
    with pytest.raises(Withheld) as refusal:
        compute(broken, {})
    assert refusal.value.key == key
    both = with_plan(
        broken,
        replace(
            broken.plan, lines=Lines(crosstab=(CrossTable("smoke", "exercise"), CrossTable("ticks", "group")))
        ),
    )
    assert "crosstab.withheld" in keys(section(both))


def test_without_a_pair_it_says_what_to_write() -> None:
    assert not ANALYSIS.called_for(study())
    with pytest.raises(Withheld) as refusal:
        compute(study(), {})
    assert refusal.value.key == "crosstab.no_plan"
