"""The simulated pair: same people, known change, and a chapter whose intervals hold it.

The implied truth is checked against a sample so large that its sampling error is below the tolerance, and its later
means against the quadrature of ``implied_truth``, which shares no formula with it.
"""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from survey_kit import analyze, read_questionnaire
from survey_kit.cli.app import app
from survey_kit.companions import Beside
from survey_kit.errors import PlanError, QuestionnaireError
from survey_kit.questionnaire.load import SIMULATION_SUFFIX, shipped_folder
from survey_kit.report.blocks import Section
from survey_kit.scoring import score_items, score_scale
from survey_kit.simulation import implied_truth, population_of, read_population, simulate, write
from survey_kit.simulation.before import simulate_before
from survey_kit.simulation.change_truth import implied_change
from survey_kit.simulation.population import Population, Quality

DATA = Path(__file__).parent.parent / "data"
LATER, EARLIER = DATA / "heping-260.csv", DATA / "heping-260.before.csv"
M, OTHERS = [0], [1, 2]


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="gb18030", newline="") as file:
        return list(csv.reader(file))


def perfect(population: Population) -> Population:
    """Nobody careless, everybody in both surveys with the right number."""
    assert population.before is not None
    number = replace(population.before.number, wrong=0.0, empty=0.0)
    before = replace(population.before, again=1.0, size=1.0, number=number)
    return replace(population, quality=Quality(0, 0, 0, 0), before=before)


# -- the pair that ships -----------------------------------------------------------------------------


def test_the_earlier_survey_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    made = CliRunner().invoke(
        app,
        [
            "simulate",
            "incentives",
            "-n",
            "260",
            "--seed",
            "2021",
            "--part",
            "before",
            "-o",
            str(tmp_path / "x.csv"),
        ],
    )
    assert made.exit_code == 0, made.output
    assert (tmp_path / "x.csv").read_bytes() == EARLIER.read_bytes()


def test_the_same_people_write_the_same_number() -> None:
    later, earlier = ({row[-1]: row for row in cells(path)[1:]} for path in (LATER, EARLIER))
    both = set(later) & set(earlier) - {"(空)"}
    assert 160 <= len(both) <= 191
    # gender to workplace, with a little room for a mistyped number that is somebody else's
    same = [later[name][6:12] == earlier[name][6:12] for name in both]
    assert np.mean(same) > 0.98


def test_the_staff_number_is_all_that_the_earlier_survey_adds_to_the_sample() -> None:
    asked = read_questionnaire("incentives")
    population = population_of(asked)
    alone = simulate(asked, 80, 5, population=replace(population, before=None))
    paired = simulate(asked, 80, 5, population=population)
    assert alone.answers.equals(paired.answers)
    assert alone.staff is None
    assert paired.staff is not None


def test_the_readme_states_how_it_was_made_and_what_is_true() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert (
        "survey-kit simulate incentives -n 260 --seed 2021 --part before -o data/heping-260.before.csv"
        in text
    )
    asked = read_questionnaire("incentives")
    truth = implied_change(asked, population_of(asked))
    for scale in truth.before:
        m, others = truth.change(scale, M), truth.change(scale, OTHERS)
        row = f"| `{scale}` | {m:.2f} | {others:.2f} | {m - others:.2f} |".replace("-", "−").replace(
            "−0.00", "0.00"
        )
        assert row in text


def test_the_chapter_of_the_sample_has_the_change_and_its_truth() -> None:
    chapter = analyze(LATER, sections=["change"])
    asked = read_questionnaire("incentives")
    truth = implied_change(asked, population_of(asked))
    section = chapter.report.section("change")
    assert isinstance(section, Section)
    held = []
    for scale, row in chapter["change"]["differences"].iterrows():
        effect = truth.change(str(scale), M) - truth.change(str(scale), OTHERS)
        held.append(row["estimate_low"] <= effect <= row["estimate_high"])
    assert len(held) == 9
    assert sum(held) >= 8
    notes = {note.say.key: note.say.values for note in section.table("change").notes}
    absent = notes["change.note_absent"]["scales"]
    assert [label.zh for label in absent] == ["改进前激励评价", "改进后激励评价"]


def test_one_file_alone_has_a_chapter_without_change(tmp_path: Path) -> None:
    shutil.copy(LATER, tmp_path)
    chapter = analyze(tmp_path / LATER.name, sections=["reliability"])
    assert not any("工号" in remark.text.zh for remark in chapter.report.remarks)
    asked = CliRunner().invoke(app, ["run", "change", str(tmp_path / LATER.name), "--lang", "en"])
    assert "there is no earlier survey" in " ".join(asked.output.split())


# -- the truth ---------------------------------------------------------------------------------------


def test_the_implied_change_is_that_of_many_people() -> None:
    asked = read_questionnaire("incentives")
    population = perfect(population_of(asked))
    later, earlier = (draw(asked, 12_000, 5, population=population) for draw in (simulate, simulate_before))
    assert later.staff is not None
    assert earlier.staff is not None
    place = {number: row for row, number in enumerate(later.staff)}
    rows = [place[number] for number in earlier.staff]
    truth = implied_change(asked, population)
    office = earlier.answers["office"].to_numpy()
    assert (office == later.answers["office"].to_numpy()[rows]).all()
    for scale in earlier.questionnaire.scales:
        first, second = (
            score_scale(score_items(each.answers, scale.items)[list(scale.item_ids)].to_numpy(), scale)
            for each in (earlier, later)
        )
        change = second[rows] - first
        for group, options in ((office == 1, M), (office != 1, OTHERS)):
            # four standard errors
            error = 4 * change[group].std() / np.sqrt(group.sum())
            assert change[group].mean() == pytest.approx(truth.change(scale.id, options), abs=error)
        r = np.corrcoef(first[office == 1], second[rows][office == 1])[0, 1]
        assert r == pytest.approx(truth.correlation[scale.id][0], abs=4 * (1 - r**2) / np.sqrt(3500))


def test_its_later_means_are_those_of_the_quadrature() -> None:
    asked = read_questionnaire("incentives")
    population = replace(population_of(asked), effects=())
    truth, quadrature = implied_change(asked, population), implied_truth(asked, population)
    for scale, means in truth.after.items():
        np.testing.assert_allclose(means, quadrature.means[scale], atol=1e-9)
    assert truth.shares == pytest.approx([0.30, 0.42, 0.28])


def test_without_change_scores_correlate_as_stability_and_reliability_say() -> None:
    asked = read_questionnaire("incentives")
    population = replace(population_of(asked), effects=())
    assert population.before is not None
    still = replace(population.before, change={}, stability=1.0, unique=0.0)
    truth = implied_change(asked, replace(population, before=still))
    quadrature = implied_truth(asked, population)
    for scale in truth.before:
        assert truth.change(scale, M) == 0
        # two parallel tests correlate as their reliability, of which alpha is close below
        r, alpha = truth.correlation[scale][0], quadrature.alphas[scale]
        assert alpha - 0.001 <= r <= alpha + 0.02


def test_the_chapter_recovers_the_effect(tmp_path: Path) -> None:
    asked = read_questionnaire("incentives")
    write(simulate(asked, 1500, 20261), tmp_path / "answers.csv")
    write(simulate_before(asked, 1500, 20261), tmp_path / "answers.before.csv")
    chapter = analyze(tmp_path / "answers.csv", "incentives", sections=["change"])["change"]
    truth = implied_change(asked, population_of(asked))
    held = []
    for scale in truth.before:
        m, others = truth.change(scale, M), truth.change(scale, OTHERS)
        for table, key, name, value in (
            ("differences", scale, "estimate", m - others),
            ("change", f"{scale}_treated", "difference", m),
            ("change", f"{scale}_comparison", "difference", others),
        ):
            row = chapter[table].loc[key]
            held.append(row[f"{name}_low"] <= value <= row[f"{name}_high"])
    # 95 % intervals of scales that correlate; see test_known_truth
    assert len(held) == 27
    assert np.mean(held) >= 0.85
    respondents = chapter["respondents"]
    share = respondents.loc["matched", "n_before"] / respondents.loc["answers", "n_before"]
    # of those who answer again some are careless (5 %) or leave or mistype the number (5 % each time)
    assert 0.80 * 0.95 * 0.90 - 0.05 < share < 0.80


# -- what cannot be simulated ------------------------------------------------------------------------


def test_a_study_without_an_earlier_survey_says_so(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="before"):
        simulate_before(read_questionnaire("career"), 20, 1)
    made = CliRunner().invoke(
        app, ["simulate", "career", "-n", "20", "--part", "before", "-o", str(tmp_path / "x.csv")]
    )
    assert made.exit_code == 1
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("suffix", [".xlsx", ".sav", ".dta"])
def test_the_pair_in_other_formats(suffix: str, tmp_path: Path) -> None:
    asked = read_questionnaire("incentives")
    write(simulate(asked, 120, 3), tmp_path / f"a{suffix}")
    write(simulate_before(asked, 120, 3), tmp_path / f"a.before{suffix}")
    # the code layout names the column by its variable name
    named = "您的工号" if suffix == ".xlsx" else "staff_number"
    chapter = analyze(
        tmp_path / f"a{suffix}", "incentives", sections=["change"], beside=Beside(id_column=named)
    )
    assert chapter["change"]["respondents"].loc["matched", "n_before"] > 60


FAULTS = {
    "stability": ("stability = 0.75", "stability = 1.75", "before.stability"),
    "key": ("again = 0.80", "agian = 0.80", "again"),
    "scale": ("fairness = [0.65", "fairnes = [0.65", "fairness"),
    "options": ("variety = [0.75, 0.10, 0.10]", "variety = [0.75, 0.10]", "3 numbers, not 2"),
    "question": (
        'not_asked = ["before", "after"]\nquestion = "office"',
        'not_asked = []\nquestion = "ofice"',
        "office",
    ),
    "date": ("start = 2025-04-14", "start = 2025", "before.start"),
    "not asked": ('not_asked = ["before", "after"]', 'not_asked = ["befor"]', "before"),
    "label": ('label = { en = "Your staff number", zh = "您的工号" }\n', "", "before.number.label"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_faults_of_the_earlier_survey_are_named(case: str, tmp_path: Path) -> None:
    old, new, says = FAULTS[case]
    text = (shipped_folder() / f"incentives{SIMULATION_SUFFIX}").read_text("utf-8")
    assert old in text
    path = tmp_path / f"incentives{SIMULATION_SUFFIX}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(QuestionnaireError) as caught:
        read_population(path, read_questionnaire("incentives"))
    assert says in caught.value.en
    assert caught.value.zh != caught.value.en
