"""Ranking questions: the shipped samples recover their truth, and odd answers are said."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.special import chdtri

from survey_kit import pipeline
from survey_kit.analyses import ANALYSES, ranking
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Lines, Preference
from survey_kit.questionnaire.model import Option, Question, Questionnaire
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Estimate, Figure, Finding, Label, Report, Section
from survey_kit.report.typeset import typeset
from survey_kit.report.words import catalogue
from survey_kit.responses.model import Ledger, Responses
from survey_kit.scoring import score
from survey_kit.study import Study
from tests.conftest import ROOT


def keys(section: Section) -> list[str]:
    return [block.say.key for block in section.blocks if isinstance(block, Finding)]


@pytest.mark.parametrize(
    ("file", "name", "question"),
    [("towns-240.dta", "appraisal", "weight"), ("townships-380.parquet", "retention", "policy")],
)
def test_the_samples_recover_their_utilities(file: str, name: str, question: str) -> None:
    reading = pipeline.read(ROOT / "data" / file, questionnaire=name)
    of = pipeline.prepare(reading).study
    found = next(each for each in ranking.compute(of, {}).questions if each.id == question)
    written = tomllib.loads((ROOT / "questionnaires" / f"{name}.simulation.toml").read_text(encoding="utf-8"))
    truth = np.array(written["question"][question]["utilities"])
    assert found.worth is not None
    apart = found.worth.log_worth - (truth - truth.mean())
    # the joint 95 % region of all worths: single intervals miss more often together
    assert apart @ np.linalg.pinv(found.worth.cov) @ apart <= chdtri(len(truth) - 1, 0.05)
    section = shown(of)
    worth = [row.cells[-1] for row in section.table(f"options_{question}").rows]
    assert sum(cell.value for cell in worth if isinstance(cell, Estimate)) == pytest.approx(1)
    assert "ranking.agree" in keys(section)
    assert section.table(f"groups_{question}").rows


def study(ranks: Sequence[Sequence[float]], group: list[float] | None = None) -> Study:
    options = tuple(Option(code, Label(f"option {code}", f"选项{code}")) for code in (1, 2, 3))
    question = Question("wish", Label("What first?", "最希望什么？"), "ranking", options)
    side = Question(
        "side", Label("Side", "类别"), "single", tuple(Option(c, Label.of(f"s{c}")) for c in (1, 2))
    )
    frame = pd.DataFrame(np.array(ranks, dtype=float), columns=["wish/1", "wish/2", "wish/3"])
    frame["side"] = group if group is not None else 1.0
    asked = Questionnaire("q", Label.of("q"), (side,), (), (question,))
    responses = Responses(frame, ledger=Ledger(len(frame)))
    plan = Plan(lines=Lines(ranking=(Preference("wish", "side"),)))
    return Study(asked, responses, score(responses, asked), plan)


def shown(of: Study) -> Section:
    section = ranking.present(ranking.compute(of, {}))
    for language in ("en", "zh"):
        report = Report({"title": "t", "language": language, "chapter": 4}, {}, (section,))
        typeset(report, catalogue(each.words for each in ANALYSES), language, chapter=4)
    return section


def test_groups_are_told_apart() -> None:
    first, second = [[1, 2, 3], [1, 3, 2], [2, 1, 3], [1, 2, 3]], [[3, 2, 1], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
    section = shown(study(first * 10 + second * 10, [1.0] * 40 + [2.0] * 40))
    assert {"ranking.groups_differ", "ranking.options_differ"} <= set(keys(section))
    row = section.table("groups_wish").rows[0].cells
    assert {float(str(row[1])), float(str(row[2]))} <= {1.25, 2.0, 2.75}


def test_full_agreement_has_no_worth_and_says_so() -> None:
    section = shown(study([[1, 2, 3]] * 20))
    assert "ranking.no_worth" in keys(section)
    assert "ranking.no_groups" in keys(section)
    figure = next(block for block in section.blocks if isinstance(block, Figure))
    assert figure.kind == "means"


def test_partial_tied_and_empty_rankings() -> None:
    nan = float("nan")
    rows: list[list[float]] = [
        [1, nan, nan],
        [nan, 1, nan],
        [2, 1, nan],
        [1, 2, 3],
        [3, 1, 2],
        [nan, nan, 1],
        [1, 1, 2],
    ] * 4
    result = ranking.compute(study([*rows, [nan, nan, nan]]), {})
    only = result.questions[0]
    assert (only.partial, only.places.cases) == (16, 28)
    assert only.worth is not None
    assert only.worth.tied == 4
    assert "ranking.tied" in keys(shown(study(rows)))


def test_called_for_by_the_data_alone() -> None:
    with_it = study([[1, 2, 3]] * 9)
    bare = replace(with_it, plan=Plan())
    assert ranking.ANALYSIS.called_for(bare)
    assert ranking.compute(bare, {}).questions[0].groups is None
    without: Any = replace(bare, questionnaire=replace(bare.questionnaire, questions=()))
    assert not ranking.ANALYSIS.called_for(without)
    with pytest.raises(NotApplicable, match=r"ranking\.none"):
        ranking.compute(without, {})
    empty = replace(bare, responses=replace(bare.responses, frame=bare.responses.frame * np.nan))
    with pytest.raises(NotApplicable, match=r"ranking\.none_usable"):
        ranking.compute(empty, {})
