"""Numbers as printed: every case with the reason for it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.report import format as fmt
from survey_kit.report.blocks import Estimate, Kind, Starred

CASES: list[tuple[float | None, Kind, str, str, str]] = [
    (2.675, "number", "2.68", "2.68", "a tie in the written digits, though the double lies below it"),
    (0.125, "number", "0.13", "0.13", "half away from zero, not to even"),
    (-0.125, "number", "−0.13", "−0.13", "away from zero on the negative side; U+2212"),
    (-0.004, "number", "0.00", "0.00", "no negative zero"),
    (-0.0, "coefficient", "0.000", "0.000", "no negative zero from a computation either"),
    (math.nan, "number", "–", "–", "nothing to show"),
    (None, "p", "–", "–", "nothing to show"),
    (0.5, "bounded", ".500", "0.500", "APA 6.36; GB/T 15835 5.1.3"),
    (-0.0504, "bounded", "−.050", "−0.050", "sign before the point"),
    (1.0, "bounded", "1.000", "1.000", "one keeps its digit"),
    (1.032, "bounded", "1.032", "1.032", "HTMT may exceed one: printed, not clipped"),
    (0.0123, "p", ".012", "0.012", "three decimals"),
    (0.00099999, "p", "< .001", "< 0.001", "below .001 although it rounds to .001"),
    (0.001, "p", ".001", "0.001", "not below"),
    (1.0, "p", "1.000", "1.000", "Holm-adjusted values reach one"),
    (0.049857, "p", ".0499", "0.0499", "below the customary level, and seen to be"),
    (0.050296, "p", ".0503", "0.0503", "above it, and seen to be"),
    (0.04999999, "p", ".050", "0.050", "no digit of six tells the side"),
    (0.05, "p", ".050", "0.050", "the level itself"),
    (0.0494, "p", ".049", "0.049", "three decimals tell the side"),
    (0.0123, "coefficient", "0.012", "0.012", "may exceed one, so the zero stays"),
    (1234, "count", "1,234", "1234", "thousands apart in English"),
    (999, "count", "999", "999", "three digits"),
    (93.0, "count", "93", "93", "a count that went through floating point"),
    (91.0, "df", "91", "91", "whole when whole"),
    (87.456, "df", "87.46", "87.46", "Welch"),
    (1234.0, "df", "1234", "1234", "APA 6.38: no comma in degrees of freedom"),
    (35.625, "percent", "35.6", "35.6", "one decimal"),
    (100 * (29 / 400), "percent", "7.3", "7.3", "7.25 for a reader, 7.249999999999999 for the machine"),
    (0.0098, "percent", "< 0.1", "< 0.1", "ten of 101,881 are not nobody"),
    (0.0, "percent", "0.0", "0.0", "nobody"),
    (0.05, "percent", "0.1", "0.1", "rounded half away from zero"),
    (12345.678, "number", "12,346", "12346", "decimals of large quantities are noise"),
    (1e20, "number", "1.00×10²⁰", "1.00×10²⁰", "digits beyond 15 are not known"),
    (-math.inf, "number", "−∞", "−∞", "infinite"),
]


@pytest.mark.parametrize(("value", "kind", "en", "zh", "reason"), CASES)
def test_number(value: float | None, kind: Kind, en: str, zh: str, reason: str) -> None:
    assert fmt.number(value, kind, "en") == en, reason
    assert fmt.number(value, kind, "zh") == zh, reason


@given(st.floats(-9999, 9999))
def test_number_is_near_has_no_hyphen_and_no_negative_zero(value: float) -> None:
    text = fmt.number(value, "number", "zh")
    assert "-" not in text
    assert text != "−0.00"
    assert abs(float(text.replace("−", "-")) - value) <= 0.005 + 1e-9


@given(st.floats(-1e300, 1e300), st.sampled_from(list(fmt.DECIMALS)))
def test_every_finite_number_has_a_text(value: float, kind: Kind) -> None:
    assert fmt.number(value, kind, "en")
    assert fmt.number_format(kind, "en", value=value)


def test_interval() -> None:
    assert fmt.interval(0.78, 0.87, "bounded", "en") == "[.780, .870]"
    assert fmt.interval(-0.1, 0.87, "number", "zh") == "[−0.10, 0.87]"
    assert fmt.interval(math.nan, math.nan, "bounded", "en") == "–"
    assert fmt.level(Estimate(0.0, 0.0, 0.0, 0.9)) == "90%"


@pytest.mark.parametrize(
    ("p", "stars"),
    [(0.05, ""), (0.049, "*"), (0.01, "*"), (0.0099, "**"), (0.001, "**"), (0.0009, "***"), (math.nan, "")],
)
def test_stars(p: float, stars: str) -> None:
    assert fmt.stars(p) == stars


def test_value_of_cells() -> None:
    assert fmt.value_of(Estimate(0.5, 0.4, 0.6)) == 0.5
    assert fmt.value_of(Starred(0.5, 0.01)) == 0.5
    assert fmt.value_of(math.nan) is None
    assert fmt.value_of("12") is None
    assert fmt.value_of(True) is None


@pytest.mark.parametrize(
    ("value", "kind", "suffix", "en", "zh"),
    [
        (0.5, "bounded", "", '.000;"−".000', '0.000;"−"0.000'),
        (0.5, "bounded", "**", '.000"**";"−".000"**"', '0.000"**";"−"0.000"**"'),
        (-0.004, "number", "", "#,##0.00;#,##0.00", "0.00;0.00"),
        (0.2, "p", "", '[<0.001]"< .001";.000', '[<0.001]"< 0.001";0.000'),
        (0.0499, "p", "", '[<0.001]"< .001";.0000', '[<0.001]"< 0.001";0.0000'),
        (93, "count", "", '#,##0;"−"#,##0', '0;"−"0'),
        (91.0, "df", "", '0;"−"0', '0;"−"0'),
    ],
)
def test_excel_formats(value: float, kind: Kind, suffix: str, en: str, zh: str) -> None:
    assert fmt.number_format(kind, "en", value=value, suffix=suffix) == en
    assert fmt.number_format(kind, "zh", value=value, suffix=suffix) == zh
