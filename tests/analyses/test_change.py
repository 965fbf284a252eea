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
from survey_kit.report.blocks import Figure, Section, Skipped

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


def answers(chapter: Chapter) -> dict[str, tuple[int, int]]:
    """Rows of the first table: answers before and after."""
    table = chapter["change"]["respondents"]
    return {str(key): (int(row["n_before"]), int(row["n_after"])) for key, row in table.iterrows()}


def keys(chapter: Chapter) -> set[str]:
    return {block.say.key for block in section(chapter).blocks if hasattr(block, "say")}


def test_people_matched_by_id(folder: Callable[..., Path]) -> None:
    before, after = people()
    after = after.iloc[::-1].drop(index=range(140, 160))
    chapter = run(folder(before, after, TREATED), id_column="staff")
    assert answers(chapter) == {"answers": (160, 140), "matched": (140, 140), "unmatched": (20, 0)}
    difference = chapter["change"]["differences"].loc["mood"]
    assert difference["estimate_low"] < EFFECT < difference["estimate_high"]
    assert difference["p"] < 0.001
    assert {"change.main_line", "change.did_found", "change.parallel", "change.attrition"} <= keys(chapter)


def test_matching_tells_more_than_two_samples(folder: Callable[..., Path]) -> None:
    before, after = people()
    paired = run(folder(before, after), id_column="staff")["change"]["change"].loc["mood"]
    independent = run(folder(before, after))
    row = independent["change"]["change"].loc["mood"]
    assert row["difference"] == pytest.approx(paired["difference"])
    width = row["difference_high"] - row["difference_low"]
    assert paired["difference_high"] - paired["difference_low"] < 0.6 * width
    assert {"change.independent_caution", "change.no_comparison"} <= keys(independent)


def test_both_groups_stand_in_the_rows_of_their_scale(folder: Callable[..., Path]) -> None:
    before, after = people()
    table = section(run(folder(before, after, TREATED), id_column="staff")).table("change")
    assert [column.key for column in table.columns][:2] == ["scale", "group"]
    assert [row.key for row in table.rows] == ["mood_treated", "mood_comparison"]
    assert [row.cells[0] is None for row in table.rows] == [False, True]
    plain = section(run(folder(before, after), id_column="staff")).table("change")
    assert [row.key for row in plain.rows] == ["mood"]


def test_who_was_lost_is_told_for_both_groups(folder: Callable[..., Path]) -> None:
    before, after = people()
    gone = after.drop(index=[0, 2, 4, 1])
    found = section(run(folder(before, gone, TREATED), id_column="staff"))
    (said,) = (
        b.say for b in found.blocks if getattr(b, "say", None) and b.say.key == "change.attrition_groups"
    )
    counts = ("treated", "n_treated", "comparison", "n_comparison")
    assert [said.values[key] for key in counts] == [3, 80, 1, 80]
    assert said.values["share_treated"] == pytest.approx(3.75)


def test_who_changed_the_group_stays_in_the_first(folder: Callable[..., Path]) -> None:
    before, after = people()
    moved = after.assign(office=np.where(np.arange(160) < 3, "M", after["office"]))
    stayed = section(run(folder(before, after, TREATED), id_column="staff")).table("change")
    table = section(run(folder(before, moved, TREATED), id_column="staff")).table("change")
    assert table.rows == stayed.rows
    notes = [note.say for note in table.notes if note.say.key == "change.note_moved"]
    assert [note.values["n"] for note in notes] == [1]
    assert not any(note.say.key == "change.note_moved" for note in stayed.notes)


def test_item_means_are_of_those_who_answered_both_times(folder: Callable[..., Path]) -> None:
    before, after = people()
    before.loc[0, "M1"], before.loc[2, "M2"] = 9, 9
    after = after.astype({"M1": object, "M2": object})
    after.loc[0, "M1"], after.loc[2, "M2"] = None, None
    named: list[tuple[dict[str, object], str]] = [
        ({"id_column": "staff"}, "change.figure_n"),
        ({}, "change.figure_n_independent"),
    ]
    for beside, key in named:
        found = section(run(folder(before, after), **beside))
        (figure,) = (block for block in found.blocks if isinstance(block, Figure))
        assert figure.notes[0].key == key
        means = figure.data["groups"][0]["rows"]
        whole = before["M1"] if not beside else before["M1"].drop(index=0)
        assert means[0]["before"] == pytest.approx(whole.mean())


def test_a_question_tells_the_surveys_apart(folder: Callable[..., Path]) -> None:
    before, after = people()
    both = pd.concat([before.assign(round="Before"), after.assign(round="After")])
    two = run(folder(before, after), id_column="staff")["change"]["change"]
    (folder(None, both) / "survey.before.csv").unlink()
    one = run(folder(None, both, '[[plan.change]]\nwave = "round"\nid = "staff"\n'))["change"]["change"]
    pd.testing.assert_frame_equal(one, two)


def test_the_question_that_tells_the_surveys_apart_describes_nobody(folder: Callable[..., Path]) -> None:
    before, after = people()
    both = pd.concat([before.assign(round="Before"), after.assign(round="After")])
    plan = '[[plan.change]]\nwave = "round"\nid = "staff"\n'
    where = folder(None, both, plan)
    chapter = analyze(where / "survey.csv", where / "pair.toml", sections=["sample", "change"])
    sample = chapter["sample"].section
    assert isinstance(sample, Section)
    assert [row.key for row in sample.table("background").rows if row.head] == ["office"]
    said = [remark.text.en for remark in chapter.report.remarks]
    assert "Answers of the earlier survey are those with “Before” for “Round”." in said


def test_rows_in_another_order_change_nothing(folder: Callable[..., Path]) -> None:
    before, after = people()
    one = run(folder(before, after, TREATED), id_column="staff")["change"]["differences"]
    mixed = after.sample(frac=1, random_state=4)
    two = run(folder(before.iloc[::-1], mixed, TREATED), id_column="staff")["change"]["differences"]
    pd.testing.assert_frame_equal(one, two, rtol=1e-12)


def test_ids_that_do_not_match_leave_two_samples(folder: Callable[..., Path]) -> None:
    before, after = people()
    chapter = run(folder(before, after.assign(staff=[f"T{k}" for k in range(160)])), id_column="staff")
    assert answers(chapter) == {"answers": (160, 160), "matched": (0, 0), "unmatched": (160, 160)}
    assert "change.unmatched_caution" in keys(chapter)


def test_an_id_given_twice_is_not_matched(folder: Callable[..., Path]) -> None:
    before, after = people()
    before.loc[1, "staff"] = before.loc[0, "staff"]
    chapter = run(folder(before, after), id_column="staff")
    assert answers(chapter) == {
        "answers": (160, 160),
        "matched": (158, 158),
        "unmatched": (0, 2),
        "repeated_id": (2, 0),
    }


@pytest.mark.parametrize("empty", [None, "(空)", "  "])
def test_who_leaves_the_id_out_is_nobody(folder: Callable[..., Path], empty: str | None) -> None:
    before, after = people()
    before.loc[[3, 5], "staff"] = empty
    after.loc[[5, 7, 8], "staff"] = empty
    chapter = run(folder(before, after), id_column="staff")
    assert answers(chapter) == {
        "answers": (160, 160),
        "matched": (156, 156),
        "unmatched": (2, 1),
        "without_id": (2, 3),
    }


def test_the_column_that_asks_for_the_id_is_found_by_what_it_asks(folder: Callable[..., Path]) -> None:
    before, after = (each.rename(columns={"staff": "9、请填写您的工号："}) for each in people())
    plain = answers(run(folder(before, after), id_column="工号"))
    assert plain["matched"] == (160, 160)
    other = after.assign(**{"您的工号": "x"})
    with pytest.raises(SurveyKitError, match="no column of that name"):
        run(folder(before, other), id_column="工号")


def test_who_did_not_say_where_they_work_is_in_no_group(folder: Callable[..., Path]) -> None:
    before, after = people()
    before.loc[range(10), "office"] = None
    after.loc[range(4), "office"] = None
    paired = run(folder(before, after, TREATED), id_column="staff")["change"]["differences"].loc["mood"]
    assert paired["n"] == 156  # of matched people the later answer counts where the earlier is missing
    independent = run(folder(before, after, TREATED))["change"]["change"]
    assert independent.loc["mood_treated", "n_before"] == 75
    assert independent.loc["mood_comparison", "n_after"] == 78


def test_groups_that_the_earlier_survey_does_not_tell(folder: Callable[..., Path]) -> None:
    before, after = people()
    without = before.drop(columns="office")
    paired = run(folder(without, after, TREATED), id_column="staff")
    assert paired["change"]["differences"].loc["mood", "n"] == 160
    independent = run(folder(without, after, TREATED))
    assert {"change.unknown_group", "change.no_comparison"} <= keys(independent)


def test_nobody_in_one_of_the_groups(folder: Callable[..., Path]) -> None:
    before, after = (each.assign(office="M") for each in people())
    chapter = run(folder(before, after, TREATED), id_column="staff")
    assert "change.no_differences" in keys(chapter)
    assert "change.parallel" not in keys(chapter)


@pytest.mark.parametrize("id_column", [None, "staff"])
def test_what_was_not_tested_is_not_said_to_be_unchanged(
    folder: Callable[..., Path], id_column: str | None
) -> None:
    before, after = people(8)
    chapter = run(folder(before[:2], after), id_column=id_column)
    assert "change.none_tested" in keys(chapter)
    assert not {"change.none_changed", "change.changed", "change.independent_caution"} & keys(chapter)
    assert "change.note_withheld" in {note.say.key for note in section(chapter).table("change").notes}


def test_an_earlier_survey_without_anybody_of_the_plan(folder: Callable[..., Path]) -> None:
    before, after = people(8)
    chapter = run(folder(before[before["office"] == "Other"], after, TREATED))
    assert "change.no_differences" in keys(chapter)
    assert not [block for block in section(chapter).blocks if isinstance(block, Figure)]


def test_a_scale_that_nobody_answered_differently_is_named_as_untested(folder: Callable[..., Path]) -> None:
    second = """
[[scale]]
id = "calm"
label = "Calm"
low = 1
high = 9
items = [{ id = "C1", en = "I am calm." }]

"""
    before, after = (each.assign(C1=5) for each in people())
    assert {"change.changed", "change.untested"} <= keys(run(folder(before, after, second)))
    assert {"change.main_line", "change.did_untested"} <= keys(run(folder(before, after, second + TREATED)))


def test_a_plan_without_effect_is_not_found_effective(folder: Callable[..., Path]) -> None:
    before, _ = people()
    same = before.assign(M1=np.clip(before["M1"] + np.where(np.arange(160) % 3 == 0, 1, 0), 1, 9))
    chapter = run(folder(before, same, TREATED), id_column="staff")
    assert "change.main_line_not" in keys(chapter)
    assert not {"change.did_found", "change.did_not_found"} & keys(chapter)


def test_another_survey_is_no_earlier_one(folder: Callable[..., Path]) -> None:
    before, after = people()
    strange = before[["staff", "office"]].assign(Q1=1)
    chapter = run(folder(strange, after), id_column="staff")
    skipped = chapter["change"].section
    assert isinstance(skipped, Skipped)
    assert skipped.reason.key == "change.no_scales"
    with pytest.raises(SurveyKitError, match="does not fit"):
        run(folder(strange[["staff"]].assign(Q1=1), after), id_column="staff")


def test_ids_are_nowhere_in_the_report(folder: Callable[..., Path], tmp_path: Path) -> None:
    before, after = people()
    before.loc[1, "staff"] = before.loc[0, "staff"]
    chapter = run(folder(before, after, TREATED), id_column="staff")
    chapter.save(tmp_path / "report.json")
    assert "S00" not in (tmp_path / "report.json").read_text(encoding="utf-8")


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


@pytest.mark.parametrize("shared", [0, 4])
def test_too_few_shared_ids_are_counted(folder: Callable[..., Path], shared: int) -> None:
    before, after = people()
    after["staff"] = [f"S{k:03d}" if k < shared else f"T{k}" for k in range(160)]
    chapter = run(folder(before, after), id_column="staff")
    notes = [note.say for note in section(chapter).table("respondents").notes]
    assert [(each.key, each.values["n"]) for each in notes] == (
        [("change.note_few_matched", shared)] if shared else []
    )
    assert "change.unmatched_caution" in keys(chapter)


def test_what_is_evaluated_stands_over_its_table_and_figure(folder: Callable[..., Path]) -> None:
    before, after = people()
    named = TREATED + 'label = "The new canteen"\n'
    found = section(run(folder(before, after, named), id_column="staff"))
    assert found.table("differences").title.values["plan"].en == "The new canteen"
    figures = {block.id: block.data for block in found.blocks if isinstance(block, Figure)}
    (row,) = figures["differences_figure"]["rows"]
    assert row["estimate"].low < EFFECT < row["estimate"].high


def test_power_of_the_comparison_of_both_groups(folder: Callable[..., Path]) -> None:
    before, after = people()
    where = folder(before, after, TREATED)
    chapter = analyze(
        where / "survey.csv", where / "pair.toml", sections=["power"], beside=Beside(id_column="staff")
    )
    row = chapter["power"]["detectable"].loc["change"]
    # stats::power.t.test(n = 80, power = .8) in R 4.2.2: delta = 0.4456872
    assert row["n"] == 160
    assert row["effect"] == pytest.approx(0.4456872, abs=1e-4)
