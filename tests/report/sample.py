"""A report made by hand with every kind of block, for the tests of typesetting and of the writers.

The numbers are invented and mean nothing. The labels are the worst that files have been seen to
hold: formulas, markup, TeX, mathematics, pictographs, control characters, great length.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from survey_kit.report.blocks import (
    Column,
    Estimate,
    Figure,
    Finding,
    Heading,
    Label,
    Note,
    Remark,
    Report,
    Row,
    Section,
    Skipped,
    Starred,
    Table,
    say,
)
from survey_kit.report.document import Document, FigureFiles
from survey_kit.report.words import Catalogue, catalogue

LONG_EN = "I believe that the authority rewards those who work hard and do well, " * 5
LONG_ZH = "我认为本单位能够让工作努力并且表现突出的基层公务员得到应有的奖励与认可，" * 9
HOSTILE = (
    Label("=1+1", "=1+1"),
    Label("<script>alert('x')</script>", "<script>alert('甲')</script>"),
    Label("$x_1$ & 50% #1 ~ ^2 {a} \\b", "$x_1$ 与 50% #1 ~ ^2 {甲} \\b"),
    Label("\\input{/etc/passwd}", "\\input{/etc/passwd}"),
    Label("Pay 👍🏽 and 𠮷 – é ß Ж λ ✓", "薪酬👍🏽与𠮷、龘、䶮 é Ж λ ✓"),
    Label(LONG_EN[:300], LONG_ZH[:300]),
    Label("*stars* ^up^ ~down~ {name:count}", "*星* ^上^ ~下~ {name:count}"),
    Label("a|b `code` [link](http://example.org)", "甲|乙 `code` [link](http://example.org)"),
    Label("bell\x07 \x1b[31mred\x1b[0m \u202egnp.exe", "铃\x07 \x1b[31m红\x1b[0m \u202egnp.exe"),
    Label("+SUM(A1:A9)\r\nsecond line", "@SUM(A1:A9)\r\n第二行"),
)

SCALES = (
    Label("Pay and welfare", "薪酬福利"),
    Label("Promotion", "职务晋升"),
    Label("Performance appraisal", "绩效考核"),
    Label("Organizational culture", "组织文化"),
    Label("Training and development", "培训发展"),
    Label("Work motivation", "工作积极性"),
)

WORDS: Catalogue = {
    "sample.title": ("Reliability", "信度分析"),
    "sample.methods": (
        "Internal consistency was judged by Cronbach’s α with Feldt’s interval; "
        "answers to reverse-worded items were recoded beforehand ({names}).",
        "采用克朗巴赫α系数检验各量表的内部一致性，置信区间按Feldt法计算；反向计分题（{names}）已先行转换。",
    ),
    "sample.reliability": ("Reliability of the scales", "各量表的信度"),
    "sample.general": (
        "*N* = {n:count}. Values of α follow the covariance matrix.",
        "*N* = {n:count}。α系数由协方差矩阵计算。",
    ),
    "sample.reverse": ("(R) marks reverse-worded items.", "（R）表示反向计分题。"),
    "sample.cell": ("Only {n:count} respondents answered all items.", "仅有{n:count}人回答了全部题项。"),
    "sample.column": (
        "Correlation of the item with the sum of the others.",
        "题项与其余题项总分的相关。",
    ),
    "sample.finding": (
        "The α of {scale} was {alpha:bounded}, {alpha:ci}, *n* = {n:count}.",
        "{scale}量表的α系数为{alpha:bounded}，{alpha:ci}，*n* = {n:count}。",
    ),
    "sample.warning": (
        "{names} correlate negatively with the rest of their scale; check their coding.",
        "{names}与所属量表其余题项呈负相关，请核对计分方向。",
    ),
    "sample.test": (
        "The groups differed, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}, η^2^ = {eta:bounded}.",
        "各组差异具有统计学意义，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}，η^2^ = {eta:bounded}。",
    ),
    "sample.correlations": ("Correlations", "相关分析"),
    "sample.correlations.table": (
        "Means, standard deviations and correlations",
        "均值、标准差与相关矩阵",
    ),
    "sample.items": ("Items and labels", "题项与标签"),
    "sample.items.table": ("Descriptive statistics of {what}", "{what}的描述统计"),
    "sample.all_items": ("all items", "全部题项"),
    "sample.regression": ("Hierarchical regression", "层次回归分析"),
    "sample.regression.table": ("Hierarchical regression on {y}", "{y}的层次回归结果"),
    "sample.model": ("Model {k:count}", "模型{k:count}"),
    "sample.coefficients": ("Coefficients of the full model", "完整模型的回归系数"),
    "sample.mediation": ("Mediation", "中介效应"),
    "sample.reason": (
        "only {n:count} usable respondents; at least {needed:count} are needed",
        "可用样本仅{n:count}人，至少需要{needed:count}人",
    ),
    "sample.figures": ("Figures", "图示"),
    "sample.figures.sub": ("Answers and groups", "作答与分组"),
    "sample.figure": ("Figure of the kind {kind}", "{kind}类图"),
    "sample.figure.note": ("Bars show {percent:percent} intervals.", "误差线为{percent:percent}置信区间。"),
    "sample.xlabel": ("Standardized coefficient", "标准化系数"),
}
CATALOGUE: Catalogue = catalogue([WORDS])


def _reliability() -> Section:
    rows: list[Row] = []
    for s, scale in enumerate(SCALES):
        rows.append(Row(f"scale{s}", (scale,), head=True))
        for i in range(3):
            r = 0.62 - 0.11 * i - 0.02 * s
            rows.append(
                Row(
                    f"item{s}{i}",
                    (
                        f"PAY{s}{i}" + (" (R)" if i == 2 else ""),
                        93 - s,
                        3.125 + 0.1 * i,
                        0.9,
                        Estimate(r, r - 0.12, r + 0.09),
                        0.81 - 0.01 * i if (s, i) != (1, 1) else math.nan,
                    ),
                    level=1,
                )
            )
    table = Table(
        "alpha",
        say("sample.reliability"),
        (
            Column("item"),
            Column("n", "count"),
            Column("mean", "number"),
            Column("sd", "number"),
            Column("item_rest_r", "bounded", interval=True),
            Column("alpha_if_dropped", "bounded"),
        ),
        tuple(rows),
        (
            Note(say("sample.general", n=93)),
            Note(say("sample.column"), column="item_rest_r"),
            Note(say("sample.cell", n=9), column="alpha_if_dropped", row="item11"),
            Note(say("sample.cell", n=12), row="scale2"),
            Note(say("sample.reverse")),
        ),
    )
    return Section(
        "reliability",
        say("sample.title"),
        (say("sample.methods", names=("PAY02", "PAY12", "PAY22")),),
        (
            Heading(say("sample.reliability")),
            table,
            Finding(say("sample.finding", scale=SCALES[0], alpha=Estimate(0.823, 0.7605, 0.871), n=93)),
            Finding(say("sample.test", df1=3, df2=51.37, f=4.256, p=0.0093, eta=0.1295)),
            Finding(say("sample.warning", names=("PAY32", HOSTILE[2])), "warning"),
        ),
        references=("cronbach1951", "feldt1987"),
    )


def _correlations() -> Section:
    names = (*SCALES, HOSTILE[1])
    rows = tuple(
        Row(
            f"v{i}",
            (
                name,
                3.4 + 0.05 * i,
                0.7,
                *(
                    Starred(0.5 - 0.09 * (i + j) + 0.03 * j, (0.0002, 0.004, 0.03, 0.2)[(i + j) % 4])
                    if j < i
                    else (1.0 if j == i else None)
                    for j in range(len(names))
                ),
            ),
        )
        for i, name in enumerate(names)
    )
    table = Table(
        "matrix",
        say("sample.correlations.table"),
        (
            Column("variable"),
            Column("mean", "number"),
            Column("sd", "number"),
            *(Column(f"v{j}", "bounded", Label.of(str(j + 1))) for j in range(len(names))),
        ),
        rows,
        (Note(say("sample.general", n=1093)),),
    )
    size = len(names)
    heat = Figure(
        "heat",
        say("sample.figure", kind="heatmap"),
        "heatmap",
        {
            "labels": list(names),
            "values": [
                [1.0 if i == j else 0.5 - 0.09 * abs(i - j) for j in range(size)] for i in range(size)
            ],
            "p": [[0.0 if i == j else 0.01 * (i + j) for j in range(size)] for i in range(size)],
        },
    )
    return Section("correlations", say("sample.correlations"), (), (table, heat), ("cohen1988",))


def _items() -> Section:
    """A long table of hostile labels, every kind of cell and column."""
    rows = tuple(
        Row(
            f"r{k}",
            (
                HOSTILE[k % len(HOSTILE)],
                f"Q{k}",
                (93, 1234, 0)[k % 3],
                (2.675, -0.004, 12345.678, math.nan, -1.5)[k % 5],
                (1.2345, -0.5)[k % 2],
                (0.05, 0.0001, 1.0, None)[k % 4],
                (12.34, 100.0)[k % 2],
                (91, 51.37)[k % 2],
                k % 2 == 0,
            ),
        )
        for k in range(60)
    )
    table = Table(
        "long",
        say("sample.items.table", what=say("sample.all_items")),
        (
            Column("variable"),
            Column("item"),
            Column("n", "count"),
            Column("mean", "number"),
            Column("estimate", "coefficient"),
            Column("p", "p"),
            Column("percent", "percent"),
            Column("df", "df"),
            Column("missing"),
        ),
        rows,
    )
    one = Table("one", say("sample.items.table", what=HOSTILE[3]), (Column("n", "count"),), (Row("a", (5,)),))
    empty = Table("empty", say("sample.items"), (Column("item"), Column("p", "p")), ())
    return Section("items", say("sample.items"), (), (table, one, empty))


def _regression() -> Section:
    """A table too wide for the page: five models, a common head above the columns of each."""
    columns: list[Column] = [Column("variable")]
    for k in range(1, 6):
        span = say("sample.model", k=k)
        columns += [
            Column(f"estimate{k}", "coefficient", say("column.estimate"), span, interval=True),
            Column(f"se{k}", "coefficient", say("column.se"), span),
            Column(f"p{k}", "p", say("column.p"), span),
        ]
    rows = []
    for i, name in enumerate((*SCALES[:5], HOSTILE[4])):
        cells: list[object] = [name]
        for k in range(1, 6):
            shown = i < k + 1
            b = 0.31 - 0.07 * i + 0.01 * k
            cells += (
                [Estimate(b, b - 0.2, b + 0.2), 0.101, min(0.0004 * 7**i, 0.9)]
                if shown
                else [None, None, None]
            )
        rows.append(Row(f"x{i}", tuple(cells)))  # type: ignore[arg-type]
    rows.append(Row("r2", (Label("R²", "R²"), *(c for k in range(1, 6) for c in (0.1 * k, None, None)))))
    table = Table("wide", say("sample.regression.table", y=SCALES[5]), tuple(columns), tuple(rows))
    figure = Figure(
        "coefficients",
        say("sample.coefficients"),
        "coefficients",
        {
            "rows": [
                {"label": name, "estimate": Estimate(0.3 - 0.1 * i, 0.1 - 0.1 * i, 0.5 - 0.1 * i)}
                for i, name in enumerate(SCALES[:5])
            ],
            "xlabel": say("sample.xlabel"),
        },
        (say("sample.figure.note", percent=95.0),),
    )
    return Section("regression", say("sample.regression"), (), (table, figure), ("cohen1988",))


def _figures() -> Section:
    answers = (
        Label("Disagree", "不同意"),
        Label("Neutral", "一般"),
        Label("Agree", "同意"),
    )
    estimates = [Estimate(3.1 + 0.1 * i, 2.9 + 0.1 * i, 3.3 + 0.1 * i) for i in range(len(SCALES))]
    data: dict[str, Mapping[str, object]] = {
        "bars": {
            "panels": [
                {
                    "label": SCALES[0],
                    "n": 93,
                    "bars": [
                        {"label": label, "count": 31, "percent": 100 / 3} for label in (*answers, HOSTILE[5])
                    ],
                }
            ]
        },
        "likert": {
            "categories": list(answers),
            "middle": 1,
            "rows": [
                {"key": f"Q{i}", "label": label, "n": 93, "percents": [20.0, 30.0, 50.0]}
                for i, label in enumerate((*SCALES, *HOSTILE))
            ],
        },
        "means": {
            "rows": [
                {"label": label, "estimate": e, "n": 93} for label, e in zip(SCALES, estimates, strict=True)
            ],
            "low": 1.0,
            "high": 5.0,
            "midpoint": 3.0,
        },
        "scree": {"observed": [3.2, 1.4, 0.8, 0.4], "reference": [1.5, 1.2, 1.0, 0.9], "suggested": 2},
        "group_means": {
            "panels": [
                {
                    "label": SCALES[5],
                    "groups": [
                        {"label": label, "n": 31, "estimate": e}
                        for label, e in zip(answers, estimates, strict=False)
                    ],
                }
            ],
            "low": 1.0,
            "high": 5.0,
        },
        "quadrants": {
            "points": [
                {"label": label, "x": e, "y": Estimate(4.0 + 0.05 * i, 3.9 + 0.05 * i, 4.1 + 0.05 * i)}
                for i, (label, e) in enumerate(zip(SCALES, estimates, strict=True))
            ],
            "xcut": 3.3,
            "ycut": 4.1,
            "xlabel": say("sample.xlabel"),
            "ylabel": say("sample.xlabel"),
            "names": [say("sample.xlabel")] * 4,
        },
        "residuals": {
            "fitted": [3.0, 3.2, 3.4],
            "residuals": [-0.2, 0.1, 0.1],
            "theoretical": [-0.97, 0.0, 0.97],
            "ordered": [-1.4, 0.6, 0.8],
            "leverage": [0.1, 0.2, 0.1],
            "cooks": [0.01, 0.3, 0.02],
            "respondents": [1, 2, 3],
            "thinned": False,
        },
        "curves": {
            "lines": [
                {"label": label, "x": [1.0, 5.0], "y": [2.0, 4.0], "low": [1.5, 3.5], "high": [2.5, 4.5]}
                for label in HOSTILE[:2]
            ],
            "xlabel": SCALES[0],
            "ylabel": say("sample.xlabel"),
            "marks": [{"y": 3.0, "label": HOSTILE[2]}, {"x": 2.0, "label": say("sample.model", k=2)}],
            "xrange": None,
            "yrange": [1.0, 5.0],
        },
        "change": {
            "rows": [{"label": Label("Pay <b> & welfare", "薪酬 & 福利"), "before": 2.5, "after": 3.25}],
            "low": 1.0,
            "high": 5.0,
            "before": say("figure.mean"),
            "after": say("figure.difference"),
        },
        "path_diagram": {
            "columns": [
                [{"key": "f", "label": SCALES[0], "shape": "latent"}],
                [{"key": f"i{k}", "label": name, "shape": "observed"} for k, name in enumerate(HOSTILE[:3])],
            ],
            "paths": [
                {"start": "f", "end": f"i{k}", "text": say("sample.model", k=k), "strong": k != 1}
                for k in range(3)
            ],
            "links": [{"start": "i0", "end": "i2", "text": say("sample.model", k=9)}],
        },
    }
    figures = tuple(
        Figure(kind, say("sample.figure", kind=kind), kind, values)  # type: ignore[arg-type]
        for kind, values in data.items()
    )
    return Section(
        "figures", say("sample.figures"), (), (Heading(say("sample.figures.sub")), *figures), ("unknown2020",)
    )


REPORT = Report(
    meta={
        "title": {"en": "Results of the survey", "zh": "问卷调查结果"},
        "input": {"name": "responses <93> & 100%.xlsx", "sha256": "ab" * 32, "format": "xlsx"},
        "versions": {"survey-kit": "0.1.0", "python": "3.11"},
        "seed": 20260101,
        "language": "en",
        "chapter": 4,
        "questionnaire": {"id": "sample"},
        "n": 93,
    },
    plan={},
    sections=(
        _reliability(),
        _items(),
        _correlations(),
        Skipped("mediation", say("sample.mediation"), say("sample.reason", n=12, needed=30)),
        _regression(),
        _figures(),
    ),
    remarks=(
        Remark(Label("2 columns were kept out: name, telephone.", "已排除2列个人信息：姓名、电话。"), "note"),
        Remark(
            Label("Respondent 7 answered in 12 seconds.", "7号受访者用时12秒。"),
        ),
    ),
)


def figure_files(document: Document, folder: Path) -> dict[str, FigureFiles]:
    """A small grey picture for every figure of the document, by its stem."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for figure in document.figures:
        png, svg = folder / f"{figure.stem}.png", folder / f"{figure.stem}.svg"
        png.write_bytes(_png(60, 40))
        svg.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"></svg>', encoding="utf-8"
        )
        files[figure.stem] = FigureFiles(png, svg, 6.0, 4.0)
    return files


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    lines = b"".join(b"\0" + bytes((190,)) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )
