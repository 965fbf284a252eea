"""The whole way: from a platform's export to files, and every number of the files back again."""

from __future__ import annotations

import filecmp
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from survey_kit import analyze, read_questionnaire
from survey_kit.chapter import setting, write_chapter
from survey_kit.companions import Beside
from survey_kit.report.document import DocTable, Document, plain
from survey_kit.report.writers import json as results_file
from survey_kit.simulation import simulate, write
from tests.conftest import SAMPLE


@pytest.fixture(scope="session")
def document(chapter_folder: Path) -> Document:
    return setting(results_file.read(chapter_folder / "report.json"))


def numbers(text: str) -> list[str]:
    """The numbers in a text, in order, with one kind of minus sign."""
    return re.findall(r"(?:(?<![\w.)])-)?\d*\.?\d+", text.replace("−", "-").replace("\u2212", "-"))


def cells_of(table: DocTable) -> list[str]:
    return [plain(cell.spans) for row in table.rows for cell in row.cells]


# -- numbers parsed back ---------------------------------------------------------------------------


def test_every_typeset_number_is_its_raw_number_rounded_once(document: Document) -> None:
    checked = 0
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                found = numbers(plain(cell.spans))
                if cell.value is None or not found or "<" in plain(cell.spans):
                    continue
                decimals = len(found[0].partition(".")[2])
                assert abs(float(found[0]) - cell.value) <= 0.5 * 10**-decimals * (1 + 1e-9), plain(
                    cell.spans
                )
                checked += 1
    assert checked > 500


def test_word_carries_the_numbers_of_the_results_file(chapter_folder: Path, document: Document) -> None:
    import docx

    tables = docx.Document(str(chapter_folder / "report.docx")).tables
    text = " ".join(
        node.text or "" for table in tables for node in table._tbl.iter() if node.tag.endswith("}t")
    )
    in_word = numbers(text)
    for table in document.tables:
        for cell in cells_of(table):
            for number in numbers(cell):
                assert number in in_word


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[str]] = []
        self.inside = False
        self.body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        self.body = tag != "thead" and (self.body or tag == "tbody")
        if tag in ("td", "th") and self.body:
            self.inside = True
            self.tables[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.tables:
            self.tables[-1][-1] += data


def test_html_carries_the_numbers_of_the_results_file(chapter_folder: Path, document: Document) -> None:
    parser = _Cells()
    parser.feed((chapter_folder / "report.html").read_text(encoding="utf-8"))
    assert len(parser.tables) == len(document.tables)
    for table, found in zip(document.tables, parser.tables, strict=True):
        expected = [n for cell in cells_of(table) for n in numbers(cell)]
        got = [n for cell in found for n in numbers(cell)]
        assert expected == got[: len(expected)], table.number


def test_excel_carries_the_raw_numbers(chapter_folder: Path, document: Document) -> None:
    import openpyxl

    book = openpyxl.load_workbook(chapter_folder / "report.xlsx")
    assert len(book.sheetnames) == len(document.tables) + 1
    for table, name in zip(document.tables, book.sheetnames[1:], strict=True):
        held = {c.value for row in book[name].iter_rows() for c in row if isinstance(c.value, int | float)}
        for row in table.rows:
            for cell in row.cells:
                if cell.value is not None:
                    assert any(abs(v - cell.value) <= 1e-12 * max(1, abs(v)) for v in held), (
                        name,
                        cell.value,
                    )
        formulas = [c for row in book[name].iter_rows() for c in row if c.data_type == "f"]
        assert formulas == []


def test_latex_carries_the_numbers_of_the_results_file(chapter_folder: Path, document: Document) -> None:
    text = (chapter_folder / "report.tex").read_text(encoding="utf-8").replace(r"\ensuremath{-}", "-")
    found = set(numbers(text))
    for table in document.tables:
        for cell in cells_of(table):
            assert set(numbers(cell)) <= found


def test_latex_compiles(chapter_folder: Path, tmp_path: Path) -> None:
    if shutil.which("xelatex") is None:
        pytest.skip("xelatex is not installed")
    shutil.copytree(chapter_folder, tmp_path / "out")
    done = subprocess.run(
        ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"],
        cwd=tmp_path / "out",
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]


# -- the same again --------------------------------------------------------------------------------


def files_below(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def assert_same_bytes(one: Path, other: Path) -> None:
    assert files_below(one) == files_below(other)
    different = [
        name for name in files_below(one) if not filecmp.cmp(one / name, other / name, shallow=False)
    ]
    assert different == []


def test_two_runs_give_the_same_bytes(chapter_folder: Path, tmp_path: Path) -> None:
    analyze(SAMPLE, output=tmp_path / "again", language="zh")
    assert_same_bytes(chapter_folder, tmp_path / "again")


def test_rendering_the_results_file_gives_the_same_bytes(chapter_folder: Path, tmp_path: Path) -> None:
    write_chapter(results_file.read(chapter_folder / "report.json"), tmp_path / "again")
    assert_same_bytes(chapter_folder, tmp_path / "again")


def test_both_languages_carry_the_same_numbers(chapter_folder: Path) -> None:
    report = results_file.read(chapter_folder / "report.json")
    english, chinese = setting(report, "en"), setting(report, "zh")
    assert len(english.tables) == len(chinese.tables)
    for one, other in zip(english.tables, chinese.tables, strict=True):
        assert [c.value for r in one.rows for c in r.cells] == [c.value for r in other.rows for c in r.cells]


def test_both_languages_say_the_same_number_of_things(chapter_folder: Path) -> None:
    report = results_file.read(chapter_folder / "report.json")
    kinds = [
        [type(block).__name__ for block in setting(report, language).blocks] for language in ("en", "zh")
    ]
    assert kinds[0] == kinds[1]


def leaves(value: Any, path: str = "") -> dict[str, Any]:
    if isinstance(value, dict):
        return {k: v for key, part in value.items() for k, v in leaves(part, f"{path}/{key}").items()}
    if isinstance(value, list):
        return {k: v for i, part in enumerate(value) for k, v in leaves(part, f"{path}/{i}").items()}
    return {path: value}


def test_the_order_of_rows_does_not_matter(results: dict[str, Any], tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(SAMPLE)
    rows = list(book.active.iter_rows(values_only=True))
    order = np.random.default_rng(5).permutation(len(rows) - 1)
    shuffled = openpyxl.Workbook()
    shuffled.active.append(rows[0])
    for i in order:
        shuffled.active.append(rows[1 + i])
    shuffled.save(tmp_path / "shuffled.xlsx")
    interviews = SAMPLE.with_name("g-district-93.interviews.xlsx")
    chapter = analyze(tmp_path / "shuffled.xlsx", language="zh", beside=Beside(interviews=interviews))
    other = json.loads(results_file.dumps(chapter.report))
    one, two = leaves(results["sections"]), leaves(other["sections"])
    assert one.keys() == two.keys()
    for path, value in one.items():
        if isinstance(value, float):
            assert two[path] == pytest.approx(value, rel=1e-9, abs=1e-9), path
        else:
            assert two[path] == value, path


# -- known truth -----------------------------------------------------------------------------------


def test_the_results_file_obeys_its_schema(results: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    from importlib.resources import files

    schema = json.loads(files("survey_kit.report").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(results, schema)


def test_no_section_is_missing(results: dict[str, Any]) -> None:
    assert list(results["sections"]) == [
        "sample",
        "items",
        "reliability",
        "ordinal",
        "validity",
        "cfa",
        "scales",
        "correlations",
        "crosstab",
        "groups",
        "regression",
        "logit",
        "mediation",
        "themes",
        "hypotheses",
        "power",
    ]
    assert all(section["status"] == "done" for section in results["sections"].values())


def test_nothing_personal_is_in_any_output(chapter_folder: Path) -> None:
    import openpyxl

    rows = list(openpyxl.load_workbook(SAMPLE).active.iter_rows(values_only=True))
    column = [str(h) for h in rows[0]].index("来自IP")
    addresses = {str(row[column]).split("(")[0] for row in rows[1:] if row[column]}
    for name in ("report.json", "report.html", "report.md", "report.tex"):
        text = (chapter_folder / name).read_text(encoding="utf-8")
        assert not any(address in text for address in addresses)


@pytest.mark.parametrize("name", ["incentives", "career", "performance", "appraisal", "retention"])
def test_every_study_runs_end_to_end(name: str, tmp_path: Path) -> None:
    asked = read_questionnaire(name)
    write(simulate(asked, 300, 11), tmp_path / "answers.xlsx")
    chapter = analyze(tmp_path / "answers.xlsx")
    assert chapter.report.meta["questionnaire"]["id"] == asked.id
    assert chapter.report.meta["collected"] == 300


def test_the_committed_example_is_of_the_shipped_sample() -> None:
    import hashlib

    folder = SAMPLE.parent.parent / "reports" / "example-career"
    example = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert example["meta"]["input"]["sha256"] == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    report = results_file.read(folder / "report.json")
    texts = [
        plain(cell.spans) for table in setting(report).tables for row in table.rows for cell in row.cells
    ]
    printed = set(numbers((folder / "report.md").read_text(encoding="utf-8")))
    assert {number for text in texts for number in numbers(text)} <= printed
