"""Figures of every kind with invented numbers, in the sizes that chapters have."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from survey_kit.report.blocks import LANGUAGES, Estimate, Figure, FigureKind, Label, Language, say
from survey_kit.report.wording import Wording
from survey_kit.report.words import catalogue

ITEMS = (
    Label(
        "I am satisfied with my pay compared with the work I do",
        "与付出的工作相比，我对目前的薪酬水平感到满意",
    ),
    Label("The welfare package of my unit is complete", "我所在单位的福利制度健全"),
    Label("Promotion is fair and open (R)", "单位的晋升机制公平公开（R）"),
    Label("Appraisal results are tied to rewards", "绩效考核结果与奖惩挂钩"),
    Label(
        "My superior cares about my growth, listens to my opinions and supports my work in every respect that "
        "matters to me",
        "我的上级关心我的成长、愿意听取我的意见，并且在我所看重的各个方面都支持我的工作，从不敷衍了事",
    ),
    Label("I take part in training", "我经常参加培训"),
)
HOSTILE = (
    Label("$x_1$ & 50% \\alpha {a} ^2", "$x_1$ 与 50% \\alpha {甲} ^2"),
    Label("<script>alert(1)</script>", "<script>alert(1)</script>"),
    Label("👩‍👩‍👧 emoji \x07 and \u202eright", "👩‍👩‍👧 表情 \x07 与𠮷䶮"),
    Label("Pneumonoultramicroscopicsilicovolcanoconiosis" * 3, "长" * 150),
    Label("", ""),
    Label("=1+1\r\nsecond\tline --> <!--", "=1+1\r\n第二行 --> <!--"),
)
AGREE = (
    Label("Strongly disagree", "非常不同意"),
    Label("Disagree", "不同意"),
    Label("Neutral", "一般"),
    Label("Agree", "同意"),
    Label("Strongly agree", "非常同意"),
)
WORDS = catalogue(
    [
        {
            "sample.xlabel": ("Standardized coefficient (β)", "标准化回归系数β"),
            "sample.loading": ("{value:bounded}", "{value:bounded}"),
        }
    ]
)


def wording(language: Language) -> Wording:
    return Wording(WORDS, language)


def both() -> tuple[Wording, ...]:
    return tuple(wording(language) for language in LANGUAGES)


def label(index: int, *, hostile: bool) -> Label:
    names = (*HOSTILE, *ITEMS) if hostile else ITEMS
    return names[index % len(names)]


def figure(kind: FigureKind, rows: int = 9, *, hostile: bool = False) -> Figure:
    """A figure with about ``rows`` rows, points or variables."""
    random = np.random.default_rng(rows)
    return Figure(kind, say("sample.xlabel"), kind, _DATA[kind](rows, random, hostile))


def _estimates(count: int, random: np.random.Generator, middle: float, width: float) -> list[Estimate]:
    values = [float(value) for value in random.normal(middle, width, count)]
    return [Estimate(v, v - width * 0.6, v + width * 0.6) for v in values]


def _bars(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    panels = []
    for number in range(max(rows // 3, 1)):
        counts = [int(count) for count in random.integers(0, 60, 2 + number % 4)]
        total = sum(counts) or 1
        bars = [
            {"label": label(k + number, hostile=hostile), "count": c, "percent": 100 * c / total}
            for k, c in enumerate(counts)
        ]
        panels.append({"label": label(number, hostile=hostile), "n": total, "bars": bars})
    return {"panels": panels}


def _likert(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    lines = []
    for row in range(rows):
        shares = 100 * random.dirichlet([1, 2, 2, 4, 2])
        shares[0], shares[1] = 0.0, shares[1] + shares[0]  # nobody chose the first category
        lines.append(
            {
                "key": f"Q{row}",
                "label": label(row, hostile=hostile),
                "n": 93 - row % 3,
                "percents": shares.tolist(),
            }
        )
    return {"categories": list(AGREE), "middle": 2, "rows": lines}


def _means(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    lines = [
        {"label": label(k, hostile=hostile), "estimate": e, "n": 93}
        for k, e in enumerate(_estimates(rows, random, 3.4, 0.3))
    ]
    return {"rows": lines, "low": 1, "high": 5, "midpoint": 3.0}


def _heatmap(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    draws = random.normal(size=(40, rows)) + random.normal(size=(40, 1))
    draws[:, 0] *= -1
    r = np.corrcoef(draws, rowvar=False).reshape(rows, rows)
    p = [[0.0001, 0.004, 0.03, 0.4, math.nan][(i + j) % 5] for i in range(rows) for j in range(rows)]
    return {
        "labels": [label(k, hostile=hostile) for k in range(rows)],
        "values": r.tolist(),
        "p": [p[k * rows : (k + 1) * rows] for k in range(rows)],
    }


def _scree(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    observed = sorted((float(v) for v in random.exponential(1.0, rows)), reverse=True)
    reference = [1.6 - 1.2 * k / rows for k in range(rows)]
    return {"observed": observed, "reference": reference, "suggested": 1 + rows // 8}


def _group_means(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    panels = [
        {
            "label": label(k, hostile=hostile),
            "groups": [
                {"label": label(g + 1, hostile=hostile), "n": 20 + g, "estimate": e}
                for g, e in enumerate(_estimates(3, random, 3.4, 0.3))
            ],
        }
        for k in range(max(rows // 3, 1))
    ]
    return {"panels": panels, "low": 1, "high": 5}


def _coefficients(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    lines = [
        {"label": label(k, hostile=hostile), "estimate": e}
        for k, e in enumerate(_estimates(rows, random, 0.1, 0.2))
    ]
    return {"rows": lines, "xlabel": say("sample.xlabel")}


def _quadrants(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    xs, ys = _estimates(rows, random, 3.4, 0.3), _estimates(rows, random, 4.0, 0.2)
    return {
        "points": [
            {"label": label(k, hostile=hostile), "x": x, "y": y}
            # many points stand in groups
            | ({"group": label(k // 4, hostile=hostile)} if rows > 6 else {})
            for k, (x, y) in enumerate(zip(xs, ys, strict=True))
        ],
        "xcut": 3.4,
        "ycut": 4.0,
        "xlabel": say("sample.xlabel"),
        "ylabel": say("sample.xlabel"),
        "names": [say("sample.xlabel")] * 4,
    }


def _residuals(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    count = rows * 10
    residuals = random.normal(0, 0.5, count)
    return {
        "fitted": random.normal(3.4, 0.4, count).tolist(),
        "residuals": residuals.tolist(),
        "theoretical": np.linspace(-2.3, 2.3, count).tolist(),
        "ordered": np.sort(residuals / 0.5).tolist(),
        "leverage": random.exponential(0.05, count).tolist(),
        "cooks": random.exponential(0.02, count).tolist(),
        "respondents": list(range(1, count + 1)),
        "thinned": False,
    }


def _curves(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    """Straight lines with bands that widen to both ends, a missing band, and reference lines."""
    x = np.linspace(1, 5, 21)
    lines = []
    for k in range(min(rows, 6)):
        y = 3 + float(random.uniform(-1, 1)) * (x - 3)
        half = 0.1 + 0.1 * (x - 3) ** 2
        band = (None, None) if k == 3 else ((y - half).tolist(), (y + half).tolist())
        lines.append(
            {
                "label": label(k, hostile=hostile),
                "x": x.tolist(),
                "y": y.tolist(),
                "low": band[0],
                "high": band[1],
            }
        )
    marks = [
        {"y": 3.0, "label": label(1, hostile=hostile)},
        {"x": 4.8, "label": say("sample.loading", value=4.8)},
        {"x": 99.0, "label": say("sample.loading", value=99.0)},
    ]
    return {
        "lines": lines, "xlabel": label(0, hostile=hostile), "ylabel": say("sample.xlabel"),
        "marks": marks, "xrange": None, "yrange": [1.0, 5.0] if rows % 2 else None,
    }  # fmt: skip


def _change(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    """Two groups of items where there are enough of them."""
    lines = [
        {
            "label": label(k, hostile=hostile),
            "before": float(random.uniform(1, 5)),
            "after": float(random.uniform(1, 5)),
        }
        for k in range(rows)
    ]
    half = max(rows // 2, 1)
    parts = [part for part in (lines[:half], lines[half:]) if part]
    return {
        "groups": [{"label": label(90 + g, hostile=hostile), "rows": part} for g, part in enumerate(parts)],
        "low": 1.0,
        "high": 5.0,
        "before": say("figure.mean"),
        "after": say("figure.difference"),
    }


def _path_diagram(rows: int, random: np.random.Generator, hostile: bool) -> dict[str, Any]:
    """A factor model with about five items a factor; every factor is correlated with every other."""
    factors = max(rows // 5, 1)
    latents = [
        {"key": f"F{f}", "label": label(f, hostile=hostile), "shape": "latent"} for f in range(factors)
    ]
    items = [{"key": f"Q{k}", "label": label(k, hostile=hostile), "shape": "observed"} for k in range(rows)]
    paths = [
        {
            "start": f"F{min(k * factors // rows, factors - 1)}",
            "end": f"Q{k}",
            "text": say("sample.loading", value=float(random.uniform(0.4, 0.9))),
            "strong": k % 4 != 3,
        }
        for k in range(rows)
    ]
    links = [
        {
            "start": f"F{i}",
            "end": f"F{j}",
            "text": say("sample.loading", value=float(random.uniform(0.1, 0.7))),
        }
        for i in range(factors)
        for j in range(i + 1, factors)
    ]
    return {"columns": [latents, items], "paths": paths, "links": links}


_DATA = {
    "bars": _bars,
    "likert": _likert,
    "means": _means,
    "heatmap": _heatmap,
    "scree": _scree,
    "group_means": _group_means,
    "coefficients": _coefficients,
    "quadrants": _quadrants,
    "residuals": _residuals,
    "curves": _curves,
    "path_diagram": _path_diagram,
    "change": _change,
}
KINDS: tuple[FigureKind, ...] = tuple(_DATA)  # type: ignore[arg-type]
