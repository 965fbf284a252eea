"""Claims of hypotheses: their forms, what has no test, and what no model of the plan decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from survey_kit import read_questionnaire
from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.claims import claim_text, parse_claim
from survey_kit.questionnaire.dump import to_toml
from survey_kit.questionnaire.model import Questionnaire
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
        ("motivation ~ pay * fairness != 0", Claim("interaction", "motivation", ("pay", "fairness"))),
        ("motivation~pay×fairness>0", Claim("interaction", "motivation", ("pay", "fairness"), ">")),
        ("pay -> satisfaction -> stay > 0", Claim("indirect", "stay", ("pay", "satisfaction"), ">")),
        ("pay->a->b->stay<0", Claim("indirect", "stay", ("pay", "a", "b"), "<")),
        ("薪酬→满意度 → 留任 ＞ 0", Claim("indirect", "留任", ("薪酬", "满意度"), ">")),
        ("pay -> m -> stay by care != 0", Claim("index", "stay", ("pay", "m", "care"))),
        ("by -> by2 -> y by w < 0", Claim("index", "y", ("by", "by2", "w"), "<")),
        ("job-fit -> m -> y > 0", Claim("indirect", "y", ("job-fit", "m"), ">")),
        ("job-fit ~ pay.2 > 0", Claim("coefficient", "job-fit", ("pay.2",), ">")),
    ],
)
def test_claims_are_read_and_written(text, claim):
    assert parse_claim(text) == claim
    assert parse_claim(claim_text(claim)) == claim


@pytest.mark.parametrize(
    "text",
    ["", "pay", "a ~ b", "a ~ > 0", "a = 0", "a ~ b, c > 0", "a ~ b > x", "a > 0; b > 0", "__import__('os')", "a ~ b >= 0",
     "a -> b > 0", "a -> b -> > 0", "a -> b -> c", "a -> b -> a > 0", "a -> b -> c > 1", "a -> b -> c by b != 0",
     "a -> b -> c -> d by w != 0", "a -> b - > c > 0", "y ~ a * b * c != 0", "y ~ a * b + c != 0", "y ~ a * a != 0",
     "y ~ a * y != 0", "y ~ a * b != 0.2", "a -> b -> c ~ d > 0",
     "a ~ b + c > 0", "a by g > 0", "a ~ b > 1", "a, b > 0.5"],
)  # fmt: skip
def test_what_cannot_be_tested_is_refused(text):
    with pytest.raises(QuestionnaireError):
        parse_claim(text)


FILE = """
id = "mine"
title = { en = "Mine", zh = "我的" }
[options.agree]
en = ["no", "so so", "yes"]
zh = ["否", "一般", "是"]
[[background]]
id = "age"
kind = "single"
ordered = true
label = { en = "Age", zh = "年龄" }
options = { en = ["young", "middle", "old"], zh = ["青", "中", "老"] }
[[background]]
id = "sex"
kind = "single"
label = { en = "Sex", zh = "性别" }
options = { en = ["m", "f"], zh = ["男", "女"] }
[[question]]
id = "wants"
kind = "multiple"
label = { en = "Wants", zh = "需求" }
options = { en = ["a", "b"], zh = ["甲", "乙"] }
SCALES
[[plan.mediation]]
outcome = "stay"
predictor = "pay"
mediators = ["joy", "trust"]
structure = "serial"
[[plan.mediation]]
outcome = "stay"
predictor = "care"
mediators = ["joy", "trust"]
[[plan.moderation]]
outcome = "stay"
predictor = "pay"
moderator = "age"
[[plan.moderated_mediation]]
outcome = "stay"
predictor = "pay"
mediator = "joy"
moderator = "care"
[[plan.crosstab]]
question = "wants"
by = "age"
[[plan.regression]]
outcome = "sex"
blocks = [["age"], ["pay"]]
[[plan.hypothesis]]
id = "H1"
text = { en = "It is so.", zh = "如此。" }
claim = "CLAIM"
"""
SCALES = "".join(
    f"""
[[scale]]
id = "{name}"
label = {{ en = "{name}", zh = "{name}" }}
options = "agree"
items = [{{ id = "{name}1", en = "{name} 1", zh = "{name}一" }}]
"""
    for name in ("pay", "care", "joy", "trust", "stay")
)


def read(claim: str, tmp_path: Path) -> Questionnaire:
    path = tmp_path / "mine.toml"
    path.write_text(FILE.replace("SCALES", SCALES).replace("CLAIM", claim), encoding="utf-8")
    return read_questionnaire(path)


@pytest.mark.parametrize(
    "claim",
    ["pay -> joy -> stay > 0", "pay -> joy -> trust -> stay > 0", "care -> trust -> stay != 0", "stay ~ pay * age != 0",
     "stay ~ age * pay != 0", "pay -> joy -> stay by care < 0", "wants by age != 0", "sex ~ pay > 0", "sex ~ age + pay != 0"],
)  # fmt: skip
def test_a_model_of_the_plan_decides(claim, tmp_path):
    asked = read(claim, tmp_path)
    again = tmp_path / "again.toml"
    again.write_text(to_toml(asked), encoding="utf-8")
    assert read_questionnaire(again).plan == asked.plan


UNDECIDED = {
    "pay -> trust -> joy -> stay > 0": '[[plan.mediation]] outcome = "stay", predictor = "pay", '
    'mediators = ["trust", "joy"], structure = "serial"',
    "care -> joy -> trust -> stay > 0": 'structure = "serial"',
    "trust -> joy -> stay > 0": '[[plan.mediation]] outcome = "stay", predictor = "trust", mediators = ["joy"]',
    "stay ~ pay * care > 0": '[[plan.moderation]] outcome = "stay", predictor = "pay", moderator = "care"',
    "pay -> joy -> stay by sex != 0": '[[plan.moderated_mediation]] outcome = "stay", predictor = "pay", '
    'mediator = "joy", moderator = "sex"',
    "wants by sex != 0": '[[plan.crosstab]] question = "wants", by = "sex"',
    "age by sex != 0": '[[plan.crosstab]] question = "age", by = "sex"',
    "age ~ pay > 0": '[[plan.regression]] outcome = "age", blocks = [["pay"]]',
    "sex ~ care > 0": '[[plan.regression]] outcome = "sex", blocks = [["care"]]',
}


@pytest.mark.parametrize("claim", UNDECIDED)
def test_without_a_model_the_fault_says_what_to_write(claim, tmp_path):
    with pytest.raises(QuestionnaireError) as caught:
        read(claim, tmp_path)
    for text in (caught.value.en, caught.value.zh):
        assert "plan.hypothesis[H1].claim" in text
        assert UNDECIDED[claim] in text


@pytest.mark.parametrize(
    ("claim", "says"),
    [("pay -> joi -> stay > 0", '"joy"'), ("stay ~ pay * wants != 0", '"wants"'), ("stay ~ pay * age > 0", "3 answers"),
     ("sex ~ age > 0", "several coefficients"), ("stay, sex > 0", '"sex"'), ("wants > 3", '"wants"')],
)  # fmt: skip
def test_faults_of_names_and_directions(claim, says, tmp_path):
    with pytest.raises(QuestionnaireError, match=says):
        read(claim, tmp_path)
