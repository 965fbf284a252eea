"""Exclusion rules and the ledger."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.model import Item, Questionnaire, Scale
from survey_kit.questionnaire.plan import Screening
from survey_kit.report.blocks import Label
from survey_kit.responses.model import Ledger, Responses
from survey_kit.responses.quality import findings
from survey_kit.responses.screen import screen
from tests.responses.sheets import columns, decoded, numbered_scale, said


def scales(count: int = 20, *, reverse: bool = True) -> Questionnaire:
    items = tuple(
        Item(f"Q{k}", Label.of(f"Q{k}"), (), 1, 5, reverse=reverse and k == 1) for k in range(1, count + 1)
    )
    return Questionnaire("s", Label.of("s"), scales=(Scale("s", Label.of("s"), items),))


def responses(n: int = 30, count: int = 20, **more) -> Responses:
    rng = np.random.default_rng(5)
    table = rng.integers(1, 6, size=(n, count)).astype(float)
    frame = pd.DataFrame(table, columns=[f"Q{k}" for k in range(1, count + 1)], index=range(1, n + 1))
    return Responses(frame, ledger=Ledger(n), **more)


def reasons(screened: Responses) -> dict[str, tuple]:
    return {each.reason: each.respondents for each in screened.ledger.exclusions}


def test_nobody_is_dropped_without_reason() -> None:
    everybody = responses()
    assert (
        screen(everybody, scales(), Screening()) == everybody
        or reasons(screen(everybody, scales(), Screening())) == {}
    )


def test_each_is_counted_under_the_first_rule_that_hits() -> None:
    given = responses(duration=pd.Series(100.0, index=range(1, 31)))
    frame = given.frame.copy()
    frame.loc[3] = np.nan  # empty, and too fast
    frame.loc[5] = frame.loc[4]  # duplicate, and too fast
    frame.loc[7] = 3.0  # straight-lining
    frame.loc[9, [f"Q{k}" for k in range(1, 12)]] = np.nan  # 11 of 20 missing
    frame.loc[11, [f"Q{k}" for k in range(1, 11)]] = np.nan  # 10 of 20: stays
    given.duration.loc[[3, 5, 13]] = 39.0  # below 2 s times 20 items
    given.duration.loc[14] = 40.0
    given.duration.loc[15] = np.nan
    screened = screen(replace(given, frame=frame), scales(), Screening())
    assert reasons(screened) == {
        "empty": (3,),
        "duplicate": (5,),
        "too_fast": (13,),
        "straight_lining": (7,),
        "missing": (9,),
    }
    assert screened.ledger.valid == 25 == screened.n
    assert len(screened.duration) == 25
    assert screened.frame.index.is_monotonic_increasing
    assert "Respondents excluded: 5" in said(screened)
    assert "剔除答卷5份" in said(screened, "zh")


def test_rules_can_be_switched_off() -> None:
    given = responses(duration=pd.Series(1.0, index=range(1, 31)))
    given.frame.loc[7] = 3.0
    off = Screening(None, straight_lining=False, max_missing=None, duplicates=False)
    assert reasons(screen(given, scales(), off)) == {}


def test_the_same_answer_throughout_says_nothing_on_one_scale_without_reversed_items() -> None:
    given = responses()
    given.frame.loc[[7, 8]] = 3.0
    one = screen(given, scales(reverse=False), Screening())
    assert reasons(one) == {}
    assert "Same answer to all items: 2 respondents (no. 7, 8)" in said(one)
    items = scales(reverse=False).items
    two = Questionnaire(
        "t",
        Label.of("t"),
        scales=(Scale("a", Label.of("a"), items[:10]), Scale("b", Label.of("b"), items[10:])),
    )
    assert reasons(screen(given, two, Screening())) == {"straight_lining": (7, 8)}


def test_straight_lining_needs_ten_answers() -> None:
    given = responses(count=9)
    given.frame.loc[7] = 3.0
    assert reasons(screen(given, scales(9), Screening())) == {}


def test_few_equal_answers_are_no_second_submission() -> None:
    given = responses(count=10)
    given.frame.loc[8] = given.frame.loc[2]
    screened = screen(given, scales(10), Screening())
    assert reasons(screened) == {}
    assert "may be chance" in said(screened)


def test_those_who_give_nearly_one_answer_are_alike_without_being_one_person() -> None:
    given = responses()
    given.frame.loc[4] = given.frame.loc[5] = 4.0
    given.frame.loc[[4, 5], "Q7"] = 5.0  # 19 fours and a five, twice
    given.frame.loc[8] = given.frame.loc[9]
    screened = screen(given, scales(), Screening(straight_lining=False))
    assert reasons(screened) == {"duplicate": (9,)}
    assert "All answers equal to an earlier respondent's: 1 (no. 5)" in said(screened)


def test_those_routed_past_do_not_miss_anything() -> None:
    past = np.arange(1, 31) == 4
    given = responses(routed={f"Q{k}": past for k in range(1, 15)})
    given.frame.loc[4, [f"Q{k}" for k in range(1, 15)]] = np.nan
    assert reasons(screen(given, scales(), Screening())) == {}


def test_a_repeated_id_is_dropped_and_the_first_submission_stays() -> None:
    raw = columns(id=[1, 2, 1, 3], Q1=[1, 2, 3, 4], Q2=[2, 2, 5, 1])
    screened = screen(decoded(raw, numbered_scale(2)), numbered_scale(2), Screening())
    assert reasons(screened) == {"duplicate": (3,)}
    assert screened.frame["Q1"].tolist() == [1, 2, 4]


def test_nobody_left_is_an_error_that_names_the_rules() -> None:
    given = responses(duration=pd.Series(1.0, index=range(1, 31)))
    with pytest.raises(ResponseError, match="none of the 30 respondents: answered too fast 30") as error:
        screen(given, scales(), Screening())
    assert "作答过快30人" in error.value.zh


def test_findings_name_changes_gaps_and_columns() -> None:
    raw = columns(
        id=[1, 2, 1, 4],
        Q1=[1, 9, 3, "x"],
        Q2=[None, 2, 5, 1],
        Q3=[1, 2, 3, 4],
        colour=list("abcd"),
        姓名=list("王李张赵"),
    )
    screened = screen(decoded(raw, numbered_scale(3)), numbered_scale(3), Screening())
    found = {(each.kind, each.column): each for each in findings(screened, numbered_scale(3))}
    assert found[("out_of_range", "Q1")].rows == (3,)
    assert found[("not_a_number", "Q1")].count == 1
    assert found[("unanswered", "Q2")].count == 1
    assert found[("withheld", None)].text("zh").endswith("姓名。")
    assert "colour" in found[("unmatched", None)].text("en")
    assert len({*found.values()}) == len(found)  # hashable
