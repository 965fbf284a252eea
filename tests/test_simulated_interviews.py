"""The simulated interviews: repeatable, plausible, and the section recovers what is true of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from survey_kit import analyze, read_questionnaire
from survey_kit.errors import PlanError
from survey_kit.interviews.codebook import read_codebook, shipped_codebook
from survey_kit.interviews.reading import decode, read_segments
from survey_kit.questionnaire.faults import Faults
from survey_kit.questionnaire.fields import Reader
from survey_kit.questionnaire.load import SIMULATION_SUFFIX, shipped_folder
from survey_kit.report.blocks import Estimate, Section
from survey_kit.simulation import population_of, simulate, write
from survey_kit.simulation.interviewing import draw_interviews, interview_truth
from survey_kit.simulation.interviews import interviews_of, read_interviews
from survey_kit.simulation.parts import write_part
from tests.conftest import ROOT

DATA = ROOT / "data"
CAREER = read_questionnaire("career")
MODEL = interviews_of(CAREER)
SHIPPED = DATA / "g-district-93.interviews.xlsx"
N, SEED = 700, 20262


def cells(path: Path) -> list[tuple[Any, ...]]:
    import openpyxl

    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def test_the_shipped_interviews_are_made_again(tmp_path: Path) -> None:
    population = population_of(CAREER)
    again = tmp_path / SHIPPED.name
    write_part("interviews", CAREER, population.n, population.seed, again, language="zh")
    assert cells(again) == cells(SHIPPED)
    text = (DATA / "README.md").read_text(encoding="utf-8")
    command = f"simulate career -n 93 --seed {population.seed} --part interviews -o data/{SHIPPED.name}"
    assert command in text


def test_everybody_of_the_sample_was_interviewed_in_another_order() -> None:
    path = shipped_codebook("career")
    assert path is not None
    interviews = decode(read_segments(SHIPPED), read_codebook(path))
    assert sorted(interviews.respondents) == list(range(1, 94))
    assert list(interviews.respondents) != sorted(interviews.respondents)
    assert interviews.coders == 2
    assert len(interviews.segments) == len(cells(SHIPPED)) - 1
    assert all(8 <= len(segment.text) <= 60 for segment in interviews.segments)
    assert {question.label.zh for question in MODEL.questions} == {s.question for s in interviews.segments}


def test_every_theme_of_the_codebook_is_raised() -> None:
    path = shipped_codebook("career")
    assert path is not None
    book = read_codebook(path)
    assert {theme.id for theme in MODEL.themes} == set(book.ids)
    # a theme leans on the factor that the codebook sets beside it
    factors = {theme.id: theme.factor for theme in book.themes}
    assert all(theme.factor is None or theme.factor == factors[theme.id] for theme in MODEL.themes)


def test_the_readme_states_the_truth() -> None:
    truth = interview_truth(MODEL, population_of(CAREER))
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for name, each in truth.themes.items():
        row = f"| `{name}` | {each.raised:.3f} | {each.agreed:.3f} | {each.segments:.3f} | {each.kappa:.3f} | {each.ac1:.3f} |"
        assert row in text
    assert f"{100 * truth.same:.1f} % of the segments" in text


def test_the_section_recovers_the_truth(tmp_path: Path) -> None:
    write(simulate(CAREER, N, SEED), tmp_path / "s.csv")
    write_part("interviews", CAREER, N, SEED, tmp_path / "s.interviews.csv", language="en")
    section = analyze(tmp_path / "s.csv", "career", sections=["themes"]).report.section("themes")
    assert isinstance(section, Section)
    truth = interview_truth(MODEL, population_of(CAREER))

    def rows(table_id: str) -> dict[str, dict[str, Any]]:
        table = section.table(table_id)
        keys = [column.key for column in table.columns]
        return {row.key: dict(zip(keys, row.cells, strict=True)) for row in table.rows if not row.head}

    hits = []
    for name, row in rows("frequencies").items():
        shown = row["percent"]
        assert isinstance(shown, Estimate)
        hits.append(shown.low <= 100 * truth.themes[name].agreed <= shown.high)
    agreement = rows("agreement")
    whole = agreement.pop("(all)")
    for name, row in agreement.items():
        hits.append(row["kappa"].low <= truth.themes[name].kappa <= row["kappa"].high)
        hits.append(row["ac1"].low <= truth.themes[name].ac1 <= row["ac1"].high)
        hits.append(row["krippendorff"].low <= truth.themes[name].kappa <= row["krippendorff"].high)
    # 95 % intervals; as in test_known_truth
    assert len(hits) == 32
    assert np.mean(hits) >= 0.85
    segments = N * truth.segments
    assert whole["percent"] == pytest.approx(
        100 * truth.same, abs=400 * np.sqrt(truth.same * (1 - truth.same) / segments)
    )
    # people of 31 to 40 speak of their families, the young hardly do; men and women do not differ
    age, gender = rows("groups_age"), rows("groups_gender")
    assert age["family"]["p_holm"] < 0.001
    assert all(row["p_holm"] > 0.001 for row in gender.values())
    family = next(theme for theme in MODEL.themes if theme.id == "family")
    seen = truth.themes["family"].agreed / truth.themes["family"].raised
    for code, p in enumerate(family.p, start=1):
        # some 160 people at least in a group: four standard errors are below 16 points
        assert age["family"][f"group_{code}"] == pytest.approx(100 * p * seen, abs=16)
    loadings = {theme.id: theme.loading for theme in MODEL.themes}
    contrasts = rows("contrasts")
    assert contrasts
    for name, row in contrasts.items():
        # the theme leans on the factor beside it, downwards where it is a complaint
        assert row["difference"].value * loadings[name] > 0
        assert row["p_holm"] < 0.001


def test_sentences_of_a_person_are_not_repeated() -> None:
    spoken = draw_interviews(simulate(CAREER, 200, 3), MODEL)
    said = [(each.respondent, each.text.en.split(".", 1)[-1] or each.text.en, each.theme) for each in spoken]
    assert len(set(said)) == len(said)


def test_only_what_is_declared_can_be_drawn(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        write_part("interviews", read_questionnaire("retention"), 9, 1, tmp_path / "x.xlsx", language="zh")
    assert "interviews" in caught.value.en


FAULTS = {
    "factor": ('factor = "autonomy"', 'factor = "autonomie"', "autonomy"),
    "both": ("p = [0.15, 0.58", 'factor = "fit"\np = [0.15, 0.58', "not both"),
    "rows": ("p = [0.15, 0.58, 0.30]", "p = [0.15, 0.58]", "3 numbers"),
    "question": ('question = "unit"', 'question = "units"', "question of the interview"),
    "coders": (", { sensitivity = 0.87, specificity = 0.985 }]", "]", "two coders"),
    "share": ("again = 0.30", "again = 3", "interviews.again"),
    "texts": ('"有个同事是事业编', '"一", "有个同事是事业编', "as many texts"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_faults(case: str) -> None:
    before, after, says = FAULTS[case]
    text = (shipped_folder() / f"career{SIMULATION_SUFFIX}").read_text("utf-8")
    assert before in text
    faults = Faults()
    document = tomllib.loads(text.replace(before, after, 1))
    read_interviews(document["interviews"], Reader(faults), CAREER)
    assert any(says in fault.text("en") for fault in faults.found)
