"""The LaTeX source: nothing from outside is a command, and it compiles."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.report.document import DocParagraph, Document, Span
from survey_kit.report.typeset import typeset
from survey_kit.report.writers.latex import dumps, write
from survey_kit.report.writers.latex.text import comment, escape, inline
from tests.report.sample import CATALOGUE, REPORT, figure_files

COMMANDS = {
    "allowbreak", "dots", "ensuremath", "nobreakspace", "textasciicircum", "textasciigrave", "textasciitilde",
    "textbackslash",
    "textquotedbl", "textquotesingle", "textsuperscript", "unusual",
}  # fmt: skip


@pytest.fixture(scope="module", params=["en", "zh"])
def document(request: pytest.FixtureRequest) -> Document:
    return typeset(REPORT, CATALOGUE, request.param)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (r"\input{/etc/passwd}", r"\textbackslash{}input\{/etc/passwd\}"),
        ("50% & $x_1$ #1", r"50\% \& \$x\_1\$ \#1"),
        ("a^b~c", r"a\textasciicircum{}b\textasciitilde{}c"),
        ("[.78, .87]*", "{[}.78{,} .87{]}{*}"),
        ("---", "{-}{-}{-}"),
        ("−1 ± 2, α, χ", r"\ensuremath{-}1 \ensuremath{\pm} 2{,} \ensuremath{\alpha}{,} \ensuremath{\chi}"),
        ("Cohen’s “d” 1–2", "Cohen's ``d'' 1--2"),
        ("选“同意”", "选“同意”"),
        ("👍\ufe0f", r"\unusual{1F44D}"),
        ("龘", r"\unusual{9F98}"),
        ("é工", "é工"),
        ("a\x00\u202eb\u200d", "ab"),
        ("10⁻³", r"10\textsuperscript{-}\textsuperscript{3}"),
    ],
)
def test_escape(text: str, source: str) -> None:
    assert escape(text) == source


@given(st.text())
def test_escaped_text_has_no_command_but_ours_and_balanced_braces(text: str) -> None:
    for source in (escape(text), inline((Span(text),))):
        bare = re.sub(r"\\[\\{}$&#_%]", "", source)
        commands = set(re.findall(r"\\([a-zA-Z]+)", bare))
        greek = set(re.findall(r"\\ensuremath\{\\([a-zA-Z]+)\}", bare))
        assert commands <= COMMANDS | greek
        depth = 0
        for char in bare:
            depth += {"{": 1, "}": -1}.get(char, 0)
            assert depth >= 0
        assert depth == 0
        assert not re.search(r"[%#$&_^~\n\r]", bare)


def test_a_checksum_before_a_bracket_may_run_over_the_line() -> None:
    source = inline((Span("(SHA-256: " + 64 * "a" + ")"),))
    assert source.count(r"\allowbreak{}") >= 63
    assert r"a\allowbreak{}a" in source
    address = inline((Span("https://doi.org/10.1207/s15327906mbr4003_5"),))
    assert "doi." in address
    assert "s15327906mbr4003" in address
    assert inline((Span("(questionnaires"),)).endswith("questionnaires")
    assert inline((Span("questionnaires"),)) == "questionnaires"


def test_comment_stays_on_its_line() -> None:
    assert "\n" not in comment("a\r\nb\u2028\x0b\\input{x}")


def test_captions_have_the_numbers_of_the_document(document: Document) -> None:
    source = dumps(document, {})
    assert r"\renewcommand{\thetable}{4-\arabic{table}}" in source
    for number in range(1, 7):
        assert rf"\setcounter{{table}}{{{number - 1}}}" in source
    for number in range(1, 9):
        assert rf"\setcounter{{figure}}{{{number - 1}}}" in source
    assert "\\setcounter{section}{3}\\section{" in source


def test_long_and_wide_tables(document: Document) -> None:
    source = dumps(document, {})
    assert source.count(r"\begin{longtable}") == 2
    assert r"\endhead" in source
    again = "续表4-6" if document.language == "zh" else "Table 4-6 (continued)"
    assert rf"\captionof*{{table}}{{{again}\quad" in source


def test_pictures_are_relative(document: Document, tmp_path: Path) -> None:
    source = dumps(document, figure_files(document, tmp_path / "figures"))
    assert re.findall(r"\\includegraphics\[[^]]*\]\{([^}]*)\}", source) == [
        f"figures/{figure.stem}.png" for figure in document.figures
    ]
    assert str(tmp_path) not in source
    assert r"\includegraphics" not in dumps(document, {})


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xelatex") is None, reason="xelatex is not installed")
def test_compiles(document: Document, tmp_path: Path) -> None:
    hostile = "".join(map(chr, (*range(0x20, 0x250), *range(0x370, 0x400), 0x1F600, 0x20BB7, 0x0E01, 0xAC00)))
    text = DocParagraph((Span(hostile), Span("甲乙", "italic"), Span("丙", "bold"), Span("1", "subscript")))
    document = replace(document, blocks=(*document.blocks, text))
    write(document, figure_files(document, tmp_path / "figures"), tmp_path / "report.tex")
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "report.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=300, check=False)
    log = (tmp_path / "report.log").read_text(encoding="utf-8", errors="replace")
    if "ctexart.cls' not found" in log or "ctex.sty' not found" in log:
        pytest.skip("this TeX has no ctex")
    assert done.returncode == 0, re.findall(r"^! .*(?:\n.*){3}", log, re.MULTILINE)
    assert "Missing character" not in log
