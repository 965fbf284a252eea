"""Numbers as a reader sees them. Nothing else in the program rounds.

Rounded once, at display, half away from zero on the decimal digits that the reader would write
down (2.675 is 2.68, 0.125 is 0.13), never on the binary neighbours below them. English follows APA
7: no zero before the point of a quantity that cannot exceed one. Chinese follows GB/T 15835 and
keeps it. Negative numbers carry the true minus sign, U+2212.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, TypeAlias

from survey_kit.report.blocks import Estimate, Kind, Language, Starred

MISSING: Final = "–"
MINUS: Final = "−"
DECIMALS: Final[dict[Kind, int]] = {
    "text": 2,
    "count": 0,
    "number": 2,
    "coefficient": 3,
    "bounded": 3,
    "p": 3,
    "percent": 1,
    "df": 2,
}
SMALLEST_P: Final = 0.001
CUSTOMARY_P: Final = 0.05
MOST_P_DECIMALS: Final = 6
SMALLEST_PERCENT: Final = 0.1
LARGE: Final = 10_000  # from here on decimals of a measured quantity are noise
HUGE: Final = 1e15  # from here on digits are no longer exact: powers of ten

Number: TypeAlias = int | float

# 14 significant digits: what is left of a double after a few operations, so that 100 * (29 / 400)
# is the 7.25 of the reader's own calculator and not 7.249999999999999
_DIGITS: Final = ".14g"
_CUSTOMARY: Final = Decimal("0.05")
_EXACT: Final = Context(prec=60)
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def number(value: Number | None, kind: Kind, language: Language) -> str:
    """The number in the digits of its kind; ``–`` when there is none.

    Kind ``percent`` gives the number without the sign, for columns whose head has it; kind ``p``
    gives the probability alone (``.012``, ``< .001``).

    Examples
    --------
    >>> number(2.675, "number", "en"), number(-0.0004, "bounded", "en"), number(-0.25, "bounded", "zh")
    ('2.68', '.000', '−0.250')
    >>> number(0.0002, "p", "en"), number(1234, "count", "en"), number(1234, "count", "zh")
    ('< .001', '1,234', '1234')
    >>> number(0.0098, "percent", "en"), number(0.0, "percent", "en")
    ('< 0.1', '0.0')
    """
    if value is None or math.isnan(value):
        return MISSING
    if kind == "p" and value < SMALLEST_P:
        return "< " + _digits(Decimal(repr(SMALLEST_P)), kind, language)
    if _slight(value, kind):
        return f"< {SMALLEST_PERCENT}"
    if abs(value) >= HUGE:
        return _huge(value)
    return _digits(rounded(value, decimals(value, kind)), kind, language)


def p_relation(value: Number | None, language: Language) -> tuple[str, str]:
    """A probability as relation and digits: ``("=", ".012")`` or ``("<", ".001")``."""
    digits = number(value, "p", language)
    return ("<", digits[2:]) if digits.startswith("< ") else ("=", digits)


def limit(value: Number | None, language: Language) -> str:
    """A conventional limit of a quantity below one, in two decimals: ``.05``, ``.30``."""
    return MISSING if value is None else _digits(rounded(value, 2), "bounded", language)


def interval(low: Number, high: Number, kind: Kind, language: Language) -> str:
    """``[.780, .870]``; ``–`` when there is no interval."""
    if math.isnan(low) or math.isnan(high):
        return MISSING
    return f"[{number(low, kind, language)}, {number(high, kind, language)}]"


def level(estimate: Estimate) -> str:
    """The confidence level as in front of CI: ``95%``, ``99.9%``."""
    return f"{estimate.level * 100:g}%"


def stars(p: Number | None) -> str:
    """``*`` below .05, ``**`` below .01, ``***`` below .001."""
    if p is None or math.isnan(p):
        return ""
    return "***" if p < 0.001 else "**" if p < 0.01 else "*" if p < 0.05 else ""


def value_of(cell: object) -> Number | None:
    """The number that a cell shows, or None when it shows none."""
    if isinstance(cell, Estimate | Starred):
        cell = cell.value
    if isinstance(cell, bool) or cell is None or isinstance(cell, str):
        return None
    plain: Callable[[], Number] | None = getattr(cell, "item", None)  # a numpy scalar
    if plain is not None:
        cell = plain()
    if isinstance(cell, int | float) and not math.isnan(cell):
        return cell
    return None


def number_format(kind: Kind, language: Language, *, value: Number | None = None, suffix: str = "") -> str:
    """The Excel format that shows a number as `number` does; ``suffix`` holds stars or note letters."""
    after = f'"{suffix}"' if suffix else ""
    if kind == "p":
        least, digits = ("< .001", ".000") if language == "en" else ("< 0.001", "0.000")
        if value is not None:
            digits += "0" * (decimals(value, kind) - DECIMALS[kind])
        return f'[<{SMALLEST_P}]"{least}"{after};{digits}{after}'
    if value is not None and abs(value) >= HUGE:
        return f"0.00E+00{after}"
    if value is not None and _slight(value, kind):
        return f'"< {SMALLEST_PERCENT}"{after}'
    places = DECIMALS[kind] if value is None else decimals(value, kind)
    whole = "" if kind == "bounded" and language == "en" else "0"
    if language == "en" and kind in ("count", "number", "coefficient"):
        whole = "#,##0"
    shown = whole + ("." + "0" * places if places else "") + after
    if value is not None and value < 0 and rounded(value, places).is_zero():
        return f"{shown};{shown}"
    return f'{shown};"{MINUS}"{shown}'


def _slight(value: Number, kind: Kind) -> bool:
    """A share that is not nothing but would be written 0.0."""
    return kind == "percent" and 0 < value < SMALLEST_PERCENT and rounded(value, 1).is_zero()


def decimals(value: Number, kind: Kind) -> int:
    """How many decimals this value gets.

    A probability that three decimals would show as the customary level itself gets as many as tell its side.

    Examples
    --------
    >>> number(0.0499, "p", "en"), number(0.0503, "p", "en"), number(0.05, "p", "en")
    ('.0499', '.0503', '.050')
    """
    if kind == "p" and abs(value - CUSTOMARY_P) < SMALLEST_P:
        telling = range(DECIMALS["p"], MOST_P_DECIMALS + 1)
        return next((n for n in telling if rounded(value, n) != _CUSTOMARY), DECIMALS["p"])
    if kind == "df" and rounded(value, DECIMALS["df"]) == round(value):
        return 0
    if kind in ("number", "coefficient", "text"):
        if isinstance(value, int) and kind == "text":
            return 0
        if abs(value) >= LARGE:
            return 0
    return DECIMALS[kind]


def rounded(value: Number, places: int) -> Decimal:
    """Half away from zero, with no negative zero."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(format(float(value), _DIGITS))
    result = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    return result.copy_abs() if result.is_zero() else result


def _digits(value: Decimal, kind: Kind, language: Language) -> str:
    # degrees of freedom and bounded quantities have no groups of thousands to set apart
    grouped = language == "en" and kind not in ("df", "p", "bounded")
    text = f"{value.copy_abs():{',' if grouped else ''}f}"
    if language == "en" and kind in ("bounded", "p") and text.startswith("0."):
        text = text[1:]
    return MINUS + text if value.is_signed() else text


def _huge(value: Number) -> str:
    sign = MINUS if value < 0 else ""
    if isinstance(value, float) and math.isinf(value):
        return sign + "∞"
    digits, power = f"{Decimal(value):.2e}".lstrip("-").split("e")
    return f"{sign}{digits}×10{str(int(power)).translate(_SUPERSCRIPTS)}"
