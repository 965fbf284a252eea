"""The shipped ratings and matrices: made as their table says, and their truth recovered."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from survey_kit.appraising import appraisal_report
from survey_kit.errors import PlanError, QuestionnaireError, UsageError
from survey_kit.questionnaire.faults import Faults
from survey_kit.questionnaire.fields import Reader
from survey_kit.questionnaire.load import read_questionnaire
from survey_kit.ratings.matrices import read_matrices
from survey_kit.ratings.model import DIMENSIONS, Rules
from survey_kit.ratings.reading import read_ratings
from survey_kit.ratings.settings import weighting_of
from survey_kit.report.blocks import Estimate, Finding, Section
from survey_kit.simulation import ratings as drawing
from survey_kit.simulation.parts import write_part
from survey_kit.simulation.reading import read_part
from survey_kit.stats.rank_stability import kendall_tau_b, spearman

DATA = Path(__file__).parent.parent.parent / "data"
RATINGS, MATRICES = DATA / "towns-240.ratings.xlsx", DATA / "towns-240.matrices.xlsx"
ASKED = read_questionnaire("appraisal")
N, SEED = 240, 2019
PEOPLE = drawing.ratings_population(ASKED)
EXPERTS = drawing.matrices_population(ASKED)


@pytest.fixture(scope="module")
def section() -> Section:
    found = read_ratings(RATINGS)
    made = appraisal_report(found, weighting_of(f"ahp:{MATRICES}", found)[0], Rules()).sections[0]
    assert isinstance(made, Section)
    return made


def column(section: Section, table: str, key: str) -> dict[str, Any]:
    found = section.table(table)
    at = [each.key for each in found.columns].index(key)
    return {row.key.rpartition("/")[2]: row.cells[at] for row in found.rows}


@pytest.mark.parametrize(("part", "path"), [("ratings", RATINGS), ("matrices", MATRICES)])
def test_the_shipped_files_are_what_the_command_makes(part: str, path: Path, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_part(part, ASKED, N, SEED, tmp_path / name, language="zh")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    if part == "ratings":
        ours, theirs = (read_ratings(each).ratings for each in (tmp_path / "a.xlsx", path))
        np.testing.assert_array_equal(ours.scores, theirs.scores)
        assert ours.people == theirs.people
    else:
        ours, theirs = (read_matrices(each, DIMENSIONS).matrices for each in (tmp_path / "a.xlsx", path))  # type: ignore[assignment]
        for one, other in zip(ours, theirs, strict=True):  # type: ignore[call-overload]
            np.testing.assert_array_equal(one.values, other.values)


def test_english_files_say_the_same(tmp_path: Path) -> None:
    write_part("ratings", ASKED, N, SEED, tmp_path / "r.xlsx", language="en")
    write_part("matrices", ASKED, N, SEED, tmp_path / "m.xlsx", language="en")
    np.testing.assert_array_equal(
        read_ratings(tmp_path / "r.xlsx").ratings.scores, read_ratings(RATINGS).ratings.scores
    )
    assert read_matrices(tmp_path / "m.xlsx", DIMENSIONS).matrices[0].expert == "Expert 1"


def test_the_true_order_is_recovered(section: Section) -> None:
    """Error of a person's score is that of 14 ratings on each dimension; so the correlation with the
    truth is known, and with normal worth tau = 2/pi asin r and rho = 6/pi asin(r/2)."""
    weights = np.array(EXPERTS.weights)
    true = drawing.draw_ratings(PEOPLE, SEED).worth @ weights
    scores = column(section, "people", "score")
    score = np.array([scores[f"T{at + 1:02d}"].value for at in range(len(true))])
    spread = np.array(PEOPLE.spread)
    variance = weights @ (PEOPLE.correlations * np.outer(spread, spread)) @ weights
    error = PEOPLE.residual**2 * (weights**2).sum() / (2 * len(PEOPLE.severity))
    r = np.sqrt(variance / (variance + error))
    n = len(true)
    # the standard errors under independence are larger than those near a perfect order
    tau, rho = kendall_tau_b(true, score[None])[0], spearman(true, score[None])[0]
    assert tau == pytest.approx(
        2 / np.pi * np.arcsin(r), abs=2 * np.sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)))
    )
    # Bonett and Wright (2000, doi:10.1007/BF02294183): variance of Fisher's z of a Spearman correlation
    expected = 6 / np.pi * np.arcsin(r / 2)
    half = 1.96 * np.sqrt((1 + expected**2 / 2) / (n - 3))
    assert np.arctanh(rho) == pytest.approx(np.arctanh(expected), abs=half)
    assert tau > 0.8
    # intervals over seven raters are a little short: bootstrap of seven
    inside = [scores[f"T{at + 1:02d}"].low <= true[at] <= scores[f"T{at + 1:02d}"].high for at in range(n)]
    assert np.mean(inside) >= 0.85


def test_severity_lies_within_its_intervals(section: Section) -> None:
    severity = np.array(PEOPLE.severity)
    others = (severity.sum() - severity) / (len(severity) - 1)
    found = column(section, "raters", "estimate")
    for at, true in enumerate(severity - others):
        effect = found[f"R{at + 1}"]
        assert isinstance(effect, Estimate)
        # seven intervals, of which one may miss: the simultaneous ones are a third wider
        half = 1.4 * (effect.high - effect.low) / 2
        assert abs(effect.value - true) < half
    said = {block.say.key: block.say.values for block in section.blocks if isinstance(block, Finding)}
    told = said["appraisal.say_severe_and_lenient"]
    assert "R1" in told["severe"]
    assert "R7" in told["lenient"]


def test_weights_of_the_experts_are_near_the_true_ones(section: Section) -> None:
    weights = column(section, "weights", "ahp")
    for dimension, true in zip(DIMENSIONS, EXPERTS.weights, strict=True):
        assert weights[dimension.key] == pytest.approx(true, abs=0.04)
    assert all(0 <= each <= 0.10 for each in column(section, "consistency", "cr").values())
    assert column(section, "consistency", "cr")["joined"] < 0.05


def test_an_expert_without_noise_gives_the_weights_back() -> None:
    exact = drawing.MatricesPopulation(1, (0.2, 0.1, 0.1, 0.4, 0.2), 0.0)
    matrix = drawing.draw_matrices(exact, 1)[0]
    np.testing.assert_allclose(matrix * matrix.T, 1)
    np.testing.assert_allclose(matrix[:, 0] / matrix[:, 0].sum(), exact.weights)


def test_parts_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--part songs"):
        write_part("songs", ASKED, 5, 1, tmp_path / "a.xlsx", language="en")
    with pytest.raises(UsageError, match="xlsx"):
        write_part("matrices", ASKED, 5, 1, tmp_path / "a.csv", language="en")
    with pytest.raises(PlanError, match=r"no table \[ratings\]"):
        write_part("ratings", read_questionnaire("career"), 5, 1, tmp_path / "a.xlsx", language="en")
    with pytest.raises(QuestionnaireError, match="should be a number"):
        read_part(ASKED, "ratings", lambda reader, table: reader.number("x", "here"))


def test_a_faulty_table_names_each_fault() -> None:
    faults = Faults()
    drawing._ratings(Reader(faults), {"level": [1], "correlations": [[1]], "people": 1, "colour": 3})
    drawing._matrices(Reader(faults), {"weights": [0.1, 0.1, 0.1, 0.1, 0.1]})
    where = {each.key for each in faults.found}
    assert {
        "ratings.level",
        "ratings.correlations",
        "ratings.people",
        "ratings.colour",
        "ratings.spread",
    } <= where
    assert {"ratings.severity", "matrices.weights"} <= where
