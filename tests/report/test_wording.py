"""Templates, values by type and kind, and values that nobody has vetted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.report.blocks import Estimate, Label, Starred, say
from survey_kit.report.document import Span
from survey_kit.report.wording import Wording, clean, parse, placeholders

CATALOGUE = {
    "page.yes": ("yes", "是"),
    "page.no": ("no", "否"),
    "any": ("{thing}", "{thing}"),
    "r": ("*r* = {r:bounded}, {p:p}", "*r* = {r:bounded}，{p:p}"),
    "ci": ("{e:number}, {e:ci}; {e:ci_number}; {e:ci_coefficient}", "{e:bounded}，{e:ci}"),
    "percent": ("{x:percent} of {n:count}", "{n:count}人中的{x:percent}"),
    "square": ("*R*^2^ = {x:bounded}, H~0~, a ** b, {{x}}, ^^ ~~", "*R*^2^"),
    "outer": ("Because {inner}.", "因为{inner}。"),
    "italic": ("*{thing}*", "*{thing}*"),
    "pvalue": ("{p:pvalue}", "{p:pvalue}"),
}
EN = Wording(CATALOGUE, "en")
ZH = Wording(CATALOGUE, "zh")


def test_statistics() -> None:
    assert EN.spans(say("r", r=-0.25, p=0.0004)) == (
        Span("r", "italic"),
        Span(" = −.250, "),
        Span("p", "italic"),
        Span(" < .001"),
    )
    assert ZH.text(say("r", r=-0.25, p=0.0123)) == "r = −0.250，p = 0.012"
    assert EN.text(say("pvalue", p=0.0004)) == "< .001"


def test_intervals() -> None:
    estimate = Estimate(0.8234, 0.7804, 0.8666)
    assert EN.text(say("ci", e=estimate)) == (
        "0.82, 95% CI [.780, .867]; 95% CI [0.78, 0.87]; 95% CI [0.780, 0.867]"
    )
    assert ZH.text(say("ci", e=estimate)) == "0.823，95% CI [0.780, 0.867]"
    with pytest.raises(TypeError):
        EN.text(say("ci", e=0.5))


def test_types() -> None:
    assert EN.text(say("any", thing=Label("Pay", "薪酬"))) == "Pay"
    assert ZH.text(say("any", thing=Label("Pay", "薪酬"))) == "薪酬"
    assert EN.text(say("any", thing=("a", "b", Label("c", "丙")))) == "a, b, and c"
    assert ZH.text(say("any", thing=("a", "b", Label("c", "丙")))) == "a、b和丙"
    assert EN.text(say("any", thing=("a", "b"))) == "a and b"
    assert ZH.text(say("any", thing=("晋升与职级", "培训"))) == "晋升与职级、培训"
    assert EN.text(say("any", thing=("a",))) == "a"
    assert EN.text(say("any", thing=())) == ""
    assert EN.text(say("any", thing=1234)) == "1,234"
    assert EN.text(say("any", thing=2.675)) == "2.68"
    assert ZH.text(say("any", thing=True)) == "是"
    assert EN.text(say("any", thing=None)) == "–"
    assert EN.spans(say("any", thing=Starred(0.5, 0.02))) == (Span("0.50"), Span("*", "superscript"))
    assert EN.text(say("percent", x=12.34, n=1000)) == "12.3% of 1,000"
    assert EN.text(say("outer", inner=say("r", r=0.5, p=0.5))) == "Because r = .500, p = .500."


def test_marks() -> None:
    assert EN.text(say("square", x=0.5)) == "R2 = .500, H0, a * b, {x}, ^ ~"
    assert EN.spans(say("square", x=0.5))[1] == Span("2", "superscript")
    assert EN.spans(say("italic", thing="x")) == (Span("x", "italic"),)


@pytest.mark.parametrize("template", ["*open", "{", "}", "{x:nokind}", "*a^b^*", "{X}"])
def test_faulty_template(template: str) -> None:
    with pytest.raises(ValueError, match="template"):
        parse(template)


def test_missing_words() -> None:
    with pytest.raises(KeyError, match=r"nothing\.here"):
        EN.text(say("nothing.here"))
    with pytest.raises(KeyError, match="thing"):
        EN.text(say("any"))


@pytest.mark.parametrize(("n", "expected"), [(1, "1 group was"), (0, "0 groups were"), (2, "2 groups were")])
def test_forms_for_one_and_many(n: int, expected: str) -> None:
    words = Wording({"x": ("{n:count} {n?group|groups} {n?was|were}", "{n:count}组")}, "en")
    assert words.text(say("x", n=n)) == expected


def test_placeholders() -> None:
    assert placeholders(CATALOGUE["ci"][0]) == {"e"}


@given(st.text())
def test_values_are_never_parsed(value: str) -> None:
    assert EN.spans(say("any", thing=value)) == ((Span(clean(value)),) if clean(value) else ())


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("a\x00b\x1bc", "abc"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("a\r\n\tb\u2028c", "a b c"),
        ("a\ud800b\uffffc", "a\ufffdb\ufffdc"),
        ("{x} *y* ^z^ 👍🏽 ‍", "{x} *y* ^z^ 👍🏽 ‍"),
    ],
)
def test_clean(value: str, kept: str) -> None:
    assert clean(value) == kept


def test_a_limit_has_two_decimals_and_no_zero_before_the_point_in_english() -> None:
    words = {"x.limit": ("{limit:limit}", "{limit:limit}")}
    assert Wording(words, "en").text(say("x.limit", limit=0.05)) == ".05"
    assert Wording(words, "zh").text(say("x.limit", limit=0.3)) == "0.30"
