"""Two surveys of simulated people whose change is known, read from files as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from survey_kit import analyze
from survey_kit.api import Chapter
from survey_kit.companions import Beside
from survey_kit.errors import SurveyKitError
from survey_kit.report.blocks import Section, Skipped

QUESTIONNAIRE = """
id = "pair"
language = "en"
title = "A pair of surveys"

[[background]]
id = "office"
kind = "single"
label = "Office"
options = ["M", "Other"]

[[background]]
id = "round"
kind = "single"
label = "Round"
options = ["Before", "After"]

[[scale]]
id = "mood"
label = "Mood"
low = 1
high = 9
items = [{ id = "M1", en = "I am glad." }, { id = "M2", en = "I am sad.", reverse = true }]

[plan.screening]
min_seconds_per_item = false
straight_lining = false
duplicates = false
"""
TREATED = '[[plan.change]]\nquestion = "office"\ntreated = [1]\n'
EFFECT = 1.0


def people(n: int = 160, seed: int = 3) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everybody rises by 0.5, those of office M by EFFECT more."""
    rng = np.random.default_rng(seed)
    office = np.where(np.arange(n) % 2 == 0, "M", "Other")
    person = rng.normal(0, 1, n)
    waves = []
    for shift in (np.zeros(n), 0.5 + EFFECT * (office == "M")):
        level = 4 + person + shift + rng.normal(0, 0.5, n)
        up = np.clip(np.round(level + rng.normal(0, 0.3, n)), 1, 9)
        down = np.clip(np.round(10 - level + rng.normal(0, 0.3, n)), 1, 9)
        waves.append(
            pd.DataFrame({"staff": [f"S{k:03d}" for k in range(n)], "office": office, "M1": up, "M2": down})
        )
    return waves[0], waves[1]


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    def write(before: pd.DataFrame | None, after: pd.DataFrame, plan: str = "") -> Path:
        (tmp_path / "pair.toml").write_text(QUESTIONNAIRE + plan, encoding="utf-8")
        after.to_csv(tmp_path / "survey.csv", index=False)
        if before is not None:
            before.to_csv(tmp_path / "survey.before.csv", index=False)
        return tmp_path

    return write


def run(folder: Path, **named: object) -> Chapter:
    beside = Beside(**named)  # type: ignore[arg-type]
    return analyze(folder / "survey.csv", folder / "pair.toml", sections=["change"], beside=beside)


def section(chapter: Chapter) -> Section:
    found = chapter["change"].section
    assert isinstance(found, Section), found
    return found


def keys(chapter: Chapter) -> set[str]:
    return {block.say.key for block in section(chapter).blocks if hasattr(block, "say")}


def test_people_matched_by_id(folder: Callable[..., Path]) -> None:
    before, after = people()
    after = after.iloc[::-1].drop(index=range(140, 160))
    chapter = run(folder(before, after, TREATED), id_column="staff")
    assert chapter["change"]["respondents"]["n"].to_dict() == {
        "before": 160,
        "after": 140,
        "matched": 140,
        "lost": 20,
        "new": 0,
    }
    difference = chapter["change"]["differences"].loc["mood"]
    assert difference["estimate_low"] < EFFECT < difference["estimate_high"]
    assert difference["p"] < 0.001
    assert {"change.did_found", "change.parallel", "change.attrition"} <= keys(chapter)


def test_matching_tells_more_than_two_samples(folder: Callable[..., Path]) -> None:
    before, after = people()
    paired = run(folder(before, after), id_column="staff")["change"]["change"].loc["mood"]
    independent = run(folder(before, after))
    row = independent["change"]["change"].loc["mood"]
    assert row["difference"] == pytest.approx(paired["difference"])
    width = row["difference_high"] - row["difference_low"]
    assert paired["difference_high"] - paired["difference_low"] < 0.6 * width
    assert {"change.independent_caution", "change.no_comparison"} <= keys(independent)


def test_a_question_tells_the_surveys_apart(folder: Callable[..., Path]) -> None:
    before, after = people()
    both = pd.concat([before.assign(round="Before"), after.assign(round="After")])
    two = run(folder(before, after), id_column="staff")["change"]["change"]
    (folder(None, both) / "survey.before.csv").unlink()
    one = run(folder(None, both, '[[plan.change]]\nwave = "round"\nid = "staff"\n'))["change"]["change"]
    pd.testing.assert_frame_equal(one, two)


def test_rows_in_another_order_change_nothing(folder: Callable[..., Path]) -> None:
    before, after = people()
    one = run(folder(before, after, TREATED), id_column="staff")["change"]["differences"]
    mixed = after.sample(frac=1, random_state=4)
    two = run(folder(before.iloc[::-1], mixed, TREATED), id_column="staff")["change"]["differences"]
    pd.testing.assert_frame_equal(one, two, rtol=1e-12)


def test_ids_that_do_not_match_leave_two_samples(folder: Callable[..., Path]) -> None:
    before, after = people()
    chapter = run(folder(before, after.assign(staff=[f"T{k}" for k in range(160)])), id_column="staff")
    assert "matched" not in chapter["change"]["respondents"].index
    assert "change.independent_caution" in keys(chapter)


def test_an_id_given_twice_is_not_matched(folder: Callable[..., Path]) -> None:
    before, after = people()
    before.loc[1, "staff"] = before.loc[0, "staff"]
    chapter = run(folder(before, after), id_column="staff")
    assert chapter["change"]["respondents"]["n"]["matched"] == 158


def test_few_clusters_are_not_clustered(folder: Callable[..., Path]) -> None:
    before, after = people()
    plan = TREATED + 'cluster = "round"\n'
    both = [each.assign(round="After") for each in (before, after)]
    chapter = run(folder(*both, plan), id_column="staff")
    notes = [note.say.key for note in section(chapter).table("differences").notes]
    assert "change.note_unclustered" in notes


def test_without_an_earlier_survey_the_chapter_has_no_such_section(folder: Callable[..., Path]) -> None:
    _, after = people()
    where = folder(None, after)
    chapter = analyze(where / "survey.csv", where / "pair.toml")
    assert "change" not in chapter.sections
    asked = run(where)["change"].section
    assert isinstance(asked, Skipped)
    assert asked.reason.key == "change.no_wave"


@pytest.mark.parametrize("case", ["no column", "empty column", "same file", "one round", "both"])
def test_bad_pairs_are_refused_with_both_wordings(folder: Callable[..., Path], case: str) -> None:
    before, after = people()
    named: dict[str, object] = {"id_column": "staff"}
    plan = ""
    if case == "no column":
        named = {"id_column": "badge"}
    elif case == "empty column":
        after["staff"] = None
    elif case == "same file":
        before = after
    else:
        plan = '[[plan.change]]\nwave = "round"\n'
        rounds = "After" if case == "one round" else np.where(np.arange(160) < 80, "Before", "After")
        after = after.assign(round=rounds)
    with pytest.raises(SurveyKitError) as error:
        run(folder(before, after, plan), **named)
    assert error.value.en
    assert any("\u4e00" <= character <= "\u9fff" for character in error.value.zh)
