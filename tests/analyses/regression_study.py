"""The simulated 93-person questionnaire of the golden case as a study."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan import Hypothesis, Plan, Regression
from survey_kit.report.blocks import Label
from survey_kit.responses.model import Responses
from survey_kit.scoring import score
from survey_kit.study import Study

GOLDEN = Path(__file__).parent.parent / "golden" / "regression_q93"
SCALES = {
    "pay": "PAY", "promotion": "PRO", "training": "TRA", "appraisal_fairness": "APP", "recognition": "REC", "motivation": "MOT",
}  # fmt: skip
QUESTIONS = {"gender": 2, "age_group": 4, "education": 4, "rank": 5, "tenure": 4}
REVERSED = ("PRO4", "APP5")
AGREE = tuple(Option(code, Label(f"answer {code}", f"选项{code}")) for code in range(1, 6))


def questionnaire() -> Questionnaire:
    background = tuple(
        Question(
            name,
            Label(name.replace("_", " ").title(), f"问题{name}"),
            "single",
            tuple(Option(code, Label(f"{name} {code}", f"{name}选项{code}")) for code in range(1, k + 1)),
            ordered=name in ("age_group", "education", "tenure"),
        )
        for name, k in QUESTIONS.items()
    )
    scales = tuple(
        Scale(
            name,
            Label(name.replace("_", " ").title(), f"量表{name}"),
            tuple(
                Item(item := f"{prefix}{i}", Label.of(item), AGREE, 1, 5, reverse=item in REVERSED)
                for i in range(1, 6)
            ),
            "outcome" if name == "motivation" else "predictor",
        )
        for name, prefix in SCALES.items()
    )
    return Questionnaire("q93", Label.of("q93"), background, scales)


def frame() -> pd.DataFrame:
    with (GOLDEN / "q93.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = [*QUESTIONS, *(f"{prefix}{i}" for prefix in SCALES.values() for i in range(1, 6))]
    values = {
        name: [float(row[name]) if row[name] not in ("", "NA") else np.nan for row in rows] for name in names
    }
    return pd.DataFrame(values, index=pd.Index([int(row["id"]) for row in rows]))


def study(
    data: pd.DataFrame | None = None,
    regressions: tuple[Regression, ...] | None = None,
    hypotheses: tuple[Hypothesis, ...] = (),
    asked: Questionnaire | None = None,
) -> Study:
    asked = asked or questionnaire()
    responses = Responses(frame() if data is None else data)
    default = Regression(
        "motivation", (tuple(QUESTIONS), tuple(name for name in SCALES if name != "motivation"))
    )
    plan = Plan(
        group_by=("gender", "education"),
        outcomes=("motivation",),
        predictors=tuple(name for name in SCALES if name != "motivation"),
        regressions=(default,) if regressions is None else regressions,
        hypotheses=hypotheses,
    )
    return Study(asked, responses, score(responses, asked), plan)


def with_frame(of: Study, data: pd.DataFrame) -> Study:
    responses = replace(of.responses, frame=data)
    return replace(of, responses=responses, scores=score(responses, of.questionnaire))
