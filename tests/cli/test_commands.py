"""Commands, exit codes and streams, as a user meets them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from survey_kit.cli.app import app
from tests.conftest import ROOT, SAMPLE, Result

Cli = Callable[..., Result]
COMMAND = typer.main.get_command(app)


def commands() -> dict[str, object]:
    found = {}
    for name, command in COMMAND.commands.items():  # type: ignore[attr-defined]
        found |= {f"{name} {sub}": c for sub, c in getattr(command, "commands", {}).items()} or {
            name: command
        }
    return found


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_and_an_example(cli: Cli, name: str) -> None:
    result = cli(*name.split(), "--help")
    assert result.code == 0
    assert f"Example: survey-kit {name}" in re.sub(r"\s+", " ", result.out)


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_documented(name: str) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"survey-kit {name}" in text
    for parameter in commands()[name].params:  # type: ignore[attr-defined]
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert option in text, f"{name} {option}"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['survey-kit', '--help']\n"
        "from survey_kit.cli import _run\n_run()\n"
        "print(sorted({'numpy', 'pandas', 'scipy', 'matplotlib', 'rich', 'statsmodels'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_one_section_imports_neither_plotting_nor_models() -> None:
    code = (
        "import sys; sys.argv = ['survey-kit', 'run', 'reliability', sys.argv[1]]\n"
        "from survey_kit.cli import _run\n_run()\n"
        "print(sorted({'matplotlib', 'statsmodels', 'scipy.stats', 'docx', 'xlsxwriter'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)], capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == "[]"
    assert "α" in done.stdout


def test_analyze_writes_everything_and_says_so(cli: Cli, tmp_path: Path) -> None:
    result = cli("analyze", SAMPLE, "-o", tmp_path / "out", "-f", "json,markdown", "--lang", "en")
    assert result.code == 0
    assert "93 collected" in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert {p.name for p in (tmp_path / "out").iterdir()} >= {"report.json", "report.md", "figures"}


def test_a_folder_of_somebody_else_is_refused_before_any_work(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    result = cli("analyze", SAMPLE, "-o", tmp_path)
    assert result.code == 1
    assert "did not write" in result.err
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_run_prints_one_section_within_80_columns(cli: Cli) -> None:
    from survey_kit.report.writers.text import text_width

    result = cli("run", "reliability", SAMPLE)
    assert result.code == 0
    assert max(map(text_width, result.out.splitlines())) <= 80


def test_run_prints_the_numbers_of_the_whole_chapter(cli: Cli, chapter_folder: Path, tmp_path: Path) -> None:
    whole = json.loads((chapter_folder / "report.json").read_text(encoding="utf-8"))
    for section in whole["sections"]:
        result = cli("run", section, SAMPLE, "-o", tmp_path / "one.json")
        assert result.code == 0
        one = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
        assert one["sections"] == {section: whole["sections"][section]}


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx", ".tex", ".md", ".json", ".txt"])
def test_run_writes_every_format(cli: Cli, tmp_path: Path, suffix: str) -> None:
    assert cli("run", "scales", SAMPLE, "-o", tmp_path / f"one{suffix}").code == 0
    assert (tmp_path / f"one{suffix}").stat().st_size > 100


def test_render_is_the_direct_run(cli: Cli, chapter_folder: Path, tmp_path: Path) -> None:
    for suffix in (".docx", ".html", ".xlsx", ".tex", ".md", ".json"):
        assert cli("render", chapter_folder / "report.json", "-o", tmp_path / f"report{suffix}").code == 0
        assert (tmp_path / f"report{suffix}").read_bytes() == (
            chapter_folder / f"report{suffix}"
        ).read_bytes()


def test_render_in_the_other_language(cli: Cli, chapter_folder: Path) -> None:
    result = cli("render", chapter_folder / "report.json", "--lang", "en", "--chapter", "5")
    assert result.code == 0
    assert "Table 5-1" in result.out


def test_check_reports_findings_with_exit_1(cli: Cli) -> None:
    result = cli("check", SAMPLE, "--lang", "en")
    assert result.code == 1
    assert "93 collected" in result.out


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".sav"])
def test_score_writes_the_same_bytes_twice(cli: Cli, tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        assert cli("score", SAMPLE, "-o", tmp_path / f"{name}{suffix}").code == 0
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_score_to_stdout_is_csv(cli: Cli) -> None:
    result = cli("score", SAMPLE)
    assert result.code == 0
    assert result.out.startswith("respondent,")


def test_simulate_then_analyze(cli: Cli, tmp_path: Path) -> None:
    assert cli("simulate", "career", "-n", "60", "--seed", "3", "-o", tmp_path / "r.xlsx").code == 0
    assert cli("analyze", tmp_path / "r.xlsx", "-o", tmp_path / "out", "-f", "json").code == 0


def test_questionnaire_commands(cli: Cli, tmp_path: Path) -> None:
    assert "career" in cli("questionnaire", "list").out
    shown = cli("questionnaire", "show", "career", "--lang", "zh")
    assert shown.code == 0
    drafted = cli("questionnaire", "infer", SAMPLE, "-o", tmp_path / "q.toml")
    assert drafted.code == 0
    assert cli("questionnaire", "validate", tmp_path / "q.toml").code == 0
    (tmp_path / "bad.toml").write_text('id = "x"\nscales = []\n', encoding="utf-8")
    faults = cli("questionnaire", "validate", tmp_path / "bad.toml")
    assert faults.code == 1
    assert "title" in faults.out


def test_list_and_version(cli: Cli) -> None:
    listing = cli("list")
    assert "reliability" in listing.out
    assert "wenjuanxing" in listing.out.lower()
    assert cli("--version").out.startswith("survey-kit ")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("analyze", "missing.xlsx"), 1, "missing.xlsx"),
        (("analyze", str(SAMPLE), "-f", "pdf"), 2, "docx"),
        (("analyze", str(SAMPLE), "--lang", "fr"), 2, "zh"),
        (("analyze", str(SAMPLE), "--by", "shoe-size"), 1, "gender"),
        (("analyze", str(SAMPLE), "-q", "nonsense"), 1, "career"),
        (("run", "nonsense", str(SAMPLE)), 1, "reliability"),
        (("run", "scales", str(SAMPLE), "-o", "x.pdf"), 2, ".docx"),
        (("score", str(SAMPLE), "-o", "x.pdf"), 2, ".sav"),
        (("analyze",), 2, "FILE"),
        (("analyze", str(SAMPLE), "--unknown"), 2, "--unknown"),
    ],
)
def test_errors_are_one_paragraph_on_stderr(
    cli: Cli,
    arguments: tuple[str, ...],
    code: int,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli(*arguments)
    assert result.code == code
    assert says in result.err
    assert result.out == ""
    assert "Traceback" not in result.err
    assert list(tmp_path.iterdir()) == []


def test_errors_speak_chinese(cli: Cli) -> None:
    result = cli("analyze", "missing.xlsx", "--lang", "zh")
    assert result.code == 1
    assert result.err.startswith("错误：")


def test_strict_stops_at_a_warning(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(
        "id;Q1;Q2;Q3\n" + "".join(f"{i};{i % 5 + 1};{i % 4 + 1};{i % 3 + 1}\n" for i in range(40))
    )
    assert cli("analyze", tmp_path / "r.csv", "-o", tmp_path / "a", "-f", "json").code == 0
    result = cli("analyze", tmp_path / "r.csv", "-o", tmp_path / "b", "-f", "json", "--strict")
    assert result.code == 1
    assert "--strict" in result.err
    assert not (tmp_path / "b").exists()


def test_standard_input(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "survey_kit", "run", "reliability", "-"],
        input=SAMPLE.read_bytes(),
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0
    assert "α" in done.stdout.decode()


def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    command = f"{sys.executable} -m survey_kit questionnaire show career | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_a_plain_locale_still_prints(tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "survey_kit", "run", "reliability", str(SAMPLE)],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
