"""Studies for the sections on sample, items, reliability and validity."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan import Compat, Plan
from survey_kit.report.blocks import Label
from survey_kit.responses.model import Exclusion, Ledger, Responses
from survey_kit.scoring import score
from survey_kit.study import Study
from tests.stats.scales_data import FOLDER, PREFIXES, columns

AGREE = tuple(Option(code, Label(f"Answer {code}", f"选项{code}")) for code in range(1, 6))
BACKGROUND = {"gender": 2, "age_group": 4, "education": 4, "rank": 5, "tenure": 4}
REVERSED = ("PRO4", "APP5")


def options(name: str, k: int) -> tuple[Option, ...]:
    return tuple(Option(code, Label(f"{name} {code}", f"{name}选项{code}")) for code in range(1, k + 1))


def scale_of(name: str, item_ids: tuple[str, ...], *, low: float = 1, high: float = 5) -> Scale:
    items = tuple(
        Item(i, Label(f"Text of {i}", f"{i}的题目"), AGREE, low, high, reverse=i in REVERSED)
        for i in item_ids
    )
    return Scale(name, Label(name.title(), f"量表{name}"), items)


def q93(*, compat: Compat = "default") -> Study:
    """The golden 93-person questionnaire, reverse-worded items as answered."""
    background = tuple(
        Question(name, Label(name.title(), f"问题{name}"), "single", options(name, k))
        for name, k in BACKGROUND.items()
    )
    scales = tuple(
        scale_of(name, tuple(f"{prefix}{i}" for i in range(1, 6))) for name, prefix in PREFIXES.items()
    )
    multiple = Question("MR", Label("Wanted", "期望"), "multiple", options("MR", 6))
    asked = Questionnaire("q93", Label.of("q93"), background, scales, (multiple,))
    data = {name: values for name, values in columns("q93").items() if not name.startswith("MR")}
    data |= {name: 6 - data[name] for name in REVERSED}
    data |= {f"MR/{i}": columns("q93")[f"MR{i}"] for i in range(1, 7)}
    return study_of(asked, pd.DataFrame(data), compat=compat)


def items_only(data: np.ndarray, *, sizes: tuple[int, ...], compat: Compat = "default") -> Study:
    """A study of unnamed items in scales of the given sizes."""
    ids = [f"I{i + 1}" for i in range(data.shape[1])]
    scales, at = [], 0
    for number, size in enumerate(sizes):
        scales.append(scale_of(f"s{number + 1}", tuple(ids[at : at + size]), low=0))
        at += size
    asked = Questionnaire("made", Label.of("made"), (), tuple(scales))
    return study_of(asked, pd.DataFrame(data, columns=ids), compat=compat)


def study_of(
    asked: Questionnaire,
    frame: pd.DataFrame,
    *,
    compat: Compat = "default",
    ledger: Ledger | None = None,
    routed: Mapping[str, np.ndarray] | None = None,
) -> Study:
    responses = Responses(frame, routed or {}, ledger=ledger or Ledger(len(frame)))
    return Study(asked, responses, score(responses, asked), Plan(compat=compat, parallel_draws=200))


__all__ = ["FOLDER", "Exclusion", "items_only", "q93", "study_of"]
