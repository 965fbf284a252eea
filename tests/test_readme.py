"""What the documents show of questionnaire files is right, and both READMEs tell the same things."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer.main

from survey_kit.cli.app import app
from survey_kit.questionnaire.lines import KINDS
from survey_kit.questionnaire.load import faults, shipped
from tests.conftest import ROOT

DOCUMENTS = ("README.md", "README.zh.md", "CONTRIBUTING.md")
BLOCK = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

SCALE = """
[[scale]]
id = "{id}"
label = "{id}"
role = "{role}"
options = "agree"
items = [{{ id = "{short}1", zh = "{id}1" }}, {{ id = "{short}2", zh = "{id}2" }}]
"""
SINGLE = '\n[[{kind}]]\nid = "{id}"\nkind = "single"\nlabel = "{id}"\noptions = ["a", "b", "c", "d", "e"]\n'
# what the excerpts name, as small as it can be
STUDY = (
    'id = "study"\ntitle = "study"\nlanguage = "zh"\n[options.agree]\nzh = ["1", "2", "3", "4", "5"]\n'
    + "".join(SINGLE.format(kind="background", id=name) for name in ("gender", "age", "office"))
    + '\n[[background]]\nid = "years"\nkind = "number"\nlabel = "years"\n'
    + SINGLE.format(kind="question", id="considered")
    + "ordered = true\n"
    + "".join(
        f'\n[[question]]\nid = "{name}"\nkind = "{kind}"\nlabel = "{name}"\noptions = ["a", "b", "c"]\n'
        for name, kind in (("wanted", "multiple"), ("policy", "ranking"))
    )
    + "".join(
        SCALE.format(id=name, short=name[:3].upper(), role="outcome" if name in ("motivation", "enthusiasm") else "predictor")
        for name in (
            "pay", "fairness", "training", "first", "second", "satisfaction", "motivation", "importance", "planning", "feedback",
            "enthusiasm",
        )
    )
)  # fmt: skip


def blocks(name: str) -> list[str]:
    return BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))


def complete(block: str) -> str:
    """The block itself when it is a questionnaire, else a questionnaire of which it is a part."""
    return block if "title" in tomllib.loads(block) else STUDY + "\n" + block


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_shown_of_a_questionnaire_can_be_read(name: str, tmp_path: Path) -> None:
    for at, block in enumerate(blocks(name)):
        path = tmp_path / f"block{at}.toml"
        path.write_text(complete(block), encoding="utf-8")
        assert [fault.text("en") for fault in faults(path)] == [], block


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_line_of_a_plan_is_shown(name: str) -> None:
    plans = [tomllib.loads(block).get("plan", {}) for block in blocks(name)]
    shown = {key for plan in plans for key in plan}
    assert set(KINDS) | {"regression", "hypothesis"} <= shown


def test_the_examples_are_the_same_but_for_their_comments() -> None:
    english, chinese = (
        [tomllib.loads(block) for block in blocks(name)] for name in ("README.md", "README.zh.md")
    )
    assert english == chinese


def test_every_command_and_option_stands_in_the_chinese_readme_too() -> None:
    text = (ROOT / "README.zh.md").read_text(encoding="utf-8")
    pending = [("", typer.main.get_command(app))]
    while pending:
        name, command = pending.pop()
        inside = getattr(command, "commands", {})
        pending += [(f"{name} {key}".strip(), each) for key, each in inside.items()]
        if not inside:
            assert f"survey-kit {name}" in text
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option == "--help" or option in text, f"{name} {option}"


def test_both_readmes_name_the_questionnaires_and_link_to_what_is_there() -> None:
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert all(f"`{questionnaire}`" in text for questionnaire in shipped())
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (ROOT / target).exists(), target
