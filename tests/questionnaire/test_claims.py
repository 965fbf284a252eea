"""Claims of hypotheses: the five forms, and what has no test."""

from __future__ import annotations

import pytest

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.claims import claim_text, parse_claim
from survey_kit.questionnaire.plan import Claim


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("motivation ~ pay > 0", Claim("coefficient", "motivation", ("pay",), ">")),
        ("motivation~pay<0", Claim("coefficient", "motivation", ("pay",), "<")),
        ("motivation ~ pay + promotion != 0", Claim("block", "motivation", ("pay", "promotion"), "!=")),
        ("motivation, pay > 0", Claim("correlation", "motivation", ("pay",), ">")),
        ("motivation > 3", Claim("mean", "motivation", (), ">", 3.0)),
        ("mood != -1.5", Claim("mean", "mood", (), "!=", -1.5)),
        ("motivation by gender != 0", Claim("difference", "motivation", ("gender",), "!=")),
        ("积极性，薪酬 ＞ 0", Claim("correlation", "积极性", ("薪酬",), ">")),
        ("积极性 ～ 薪酬 ≠ 0", Claim("coefficient", "积极性", ("薪酬",), "!=")),
        ("by by by != 0", Claim("difference", "by", ("by",), "!=")),
        ("job-fit ~ pay.2 > 0", Claim("coefficient", "job-fit", ("pay.2",), ">")),
    ],
)
def test_claims_are_read_and_written(text, claim):
    assert parse_claim(text) == claim
    assert parse_claim(claim_text(claim)) == claim


@pytest.mark.parametrize(
    "text",
    ["", "pay", "a ~ b", "a ~ > 0", "a = 0", "a ~ b, c > 0", "a ~ b > x", "a > 0; b > 0", "__import__('os')", "a ~ b >= 0",
     "a ~ b + c > 0", "a by g > 0", "a ~ b > 1", "a, b > 0.5"],
)  # fmt: skip
def test_what_cannot_be_tested_is_refused(text):
    with pytest.raises(QuestionnaireError):
        parse_claim(text)
