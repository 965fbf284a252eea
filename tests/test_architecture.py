"""The house stays as it is drawn: imports go down only, and every word has both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from survey_kit.analyses import ANALYSES
from survey_kit.report.blocks import FigureKind
from survey_kit.report.words import SHARED
from tests.conftest import ROOT

PACKAGE = ROOT / "survey_kit"
FILES = sorted(PACKAGE.rglob("*.py"))

# room -> rooms that it must not import
FORBIDDEN = {
    "stats": (
        "analyses",
        "study",
        "scoring",
        "responses",
        "questionnaire",
        "report",
        "cli",
        "pipeline",
        "chapter",
    ),
    "analyses": (
        "cli",
        "pipeline",
        "chapter",
        "report.writers",
        "report.format",
        "report.typeset",
        "report.figures",
    ),
    "report": (
        "analyses",
        "stats",
        "study",
        "scoring",
        "responses",
        "questionnaire",
        "cli",
        "pipeline",
        "chapter",
    ),
    "questionnaire": ("analyses", "stats", "study", "scoring", "responses", "cli", "pipeline", "chapter"),
    "responses": ("analyses", "stats", "study", "scoring", "cli", "pipeline", "chapter"),
}
OUTSIDE = {
    "report/writers": ("pandas", "scipy", "statsmodels"),
    "analyses": ("matplotlib", "typer", "docx", "jinja2"),
    "stats": ("pandas", "matplotlib", "typer"),
}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_down_only(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    found = imports(path)
    for other in FORBIDDEN.get(place.split("/")[0], ()):
        wrong = {name for name in found if (name + ".").startswith(f"survey_kit.{other}.")}
        assert not wrong, f"{place} imports {sorted(wrong)}"
    for room, libraries in OUTSIDE.items():
        if place.startswith(room):
            assert not {name.split(".")[0] for name in found} & set(libraries), place


PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)(?::\w+)?\}(?!\})")
ALL_WORDS = {key: texts for words in (SHARED, *(a.words for a in ANALYSES)) for key, texts in words.items()}


@pytest.mark.parametrize("key", sorted(ALL_WORDS))
def test_every_word_exists_in_both_languages_with_the_same_values(key: str) -> None:
    english, chinese = ALL_WORDS[key]
    assert english.strip()
    assert chinese.strip()
    assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(chinese))
    assert not re.search(r"[\u4e00-\u9fff]", english), "Chinese in the English text"


@pytest.mark.parametrize("analysis", ANALYSES, ids=lambda a: a.id)
def test_words_belong_to_their_analysis(analysis: object) -> None:
    words = analysis.words  # type: ignore[attr-defined]
    assert f"{analysis.id}.title" in words  # type: ignore[attr-defined]
    # words that two analyses share are named after the module that holds them
    rooms = {path.stem for path in (PACKAGE / "analyses").iterdir()}
    assert {key.split(".")[0] for key in words} <= rooms


def test_needs_come_earlier() -> None:
    seen: set[str] = set()
    for analysis in ANALYSES:
        assert set(analysis.needs) <= seen, analysis.id
        seen.add(analysis.id)


def test_no_path_of_a_machine_is_in_the_project() -> None:
    for path in [*FILES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        assert not re.search(r"/home/|/root/|/Users/", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("kind", get_args(FigureKind))
def test_every_kind_of_figure_can_be_drawn_and_described(kind: FigureKind) -> None:
    from survey_kit.report.figures.draw import LAYOUTS

    assert kind in LAYOUTS
    assert f"page.figure.{kind}" in SHARED
