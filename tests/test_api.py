"""The Python interface does what the command line does, and shows itself in a notebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import survey_kit
from survey_kit import SurveyKitError, analyze, read_questionnaire, read_responses
from tests.conftest import SAMPLE


def test_every_public_name_is_there() -> None:
    for name in survey_kit.__all__:
        assert getattr(survey_kit, name) is not None
    with pytest.raises(AttributeError):
        survey_kit.nonsense  # noqa: B018


def test_read_responses_gives_codes_and_remarks() -> None:
    reading = read_responses(SAMPLE)
    assert reading.questionnaire.id == "career"
    assert len(reading.responses.frame) == 93
    assert reading.responses.ledger.collected == 93
    assert reading.responses.frame["MOT1"].dropna().between(1, 5).all()


def test_analyze_takes_a_path_or_what_was_read() -> None:
    one = analyze(SAMPLE, sections=["scales"])
    other = analyze(read_responses(SAMPLE, read_questionnaire("career")), sections=["scales"])
    assert one.report.sections == other.report.sections


def test_sections_and_tables_by_name() -> None:
    chapter = analyze(SAMPLE, sections=["reliability", "scales"], language="en")
    assert chapter.sections == ("reliability", "scales")
    frame = chapter["reliability"]["scales"]
    assert frame.loc["motivation", "alpha_low"] < frame.loc["motivation", "alpha"]
    assert "Cronbach" in repr(chapter["reliability"])
    with pytest.raises(KeyError, match="reliability, scales"):
        chapter["nonsense"]
    with pytest.raises(KeyError, match="scales"):
        chapter["reliability"]["nonsense"]


def test_it_shows_itself_as_tables() -> None:
    chapter = analyze(SAMPLE, sections=["reliability"], language="zh")
    for page in (chapter._repr_html_(), chapter["reliability"]._repr_html_()):
        assert "<table" in page
        assert "信度" in page
        assert "<script" not in page


def test_save_is_what_the_command_writes(chapter_folder: Path, tmp_path: Path) -> None:
    chapter = analyze(SAMPLE, language="zh")
    chapter.save(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes() == (chapter_folder / "report.html").read_bytes()
    chapter.save(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["meta"]["n"] == 88


def test_errors_are_those_of_the_command_line() -> None:
    with pytest.raises(SurveyKitError) as caught:
        analyze("missing.xlsx")
    assert caught.value.zh != caught.value.en


def test_spss_conventions_are_one_argument_away() -> None:
    ours = analyze(SAMPLE, sections=["validity"])
    theirs = analyze(SAMPLE, sections=["validity"], compat="spss")
    assert ours.report.sections != theirs.report.sections
    assert theirs.report.plan["compat"] == "spss"
