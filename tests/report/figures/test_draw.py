"""What figures show, and that their files come out the same every time."""

from __future__ import annotations

import math
import struct
import sys
import warnings
from pathlib import Path
from xml.etree import ElementTree

import pytest

from survey_kit.report.blocks import Estimate, FigureKind, Label, say
from survey_kit.report.figures import style
from survey_kit.report.figures.draw import LAYOUTS, draw
from survey_kit.report.figures.sheet import Area, Marks, Sheet, Stroke, Words
from tests.report.figures.samples import AGREE, HOSTILE, ITEMS, KINDS, both, figure, wording


def texts(sheet: Sheet) -> list[str]:
    return [thing.text for thing in sheet.things if isinstance(thing, Words)]


def test_files_have_300_dpi_and_the_width_of_a_column(tmp_path: Path) -> None:
    files = draw([("means", figure("means"))], wording("en"), tmp_path)["means"]
    data = files.png.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert width == round(15 / 2.54 * 300)
    assert abs(height - files.height * 300) <= 1
    assert struct.unpack(">II", data[data.index(b"pHYs") + 4 :][:8]) == (11811, 11811)
    root = ElementTree.fromstring(files.svg.read_text(encoding="utf-8"))
    assert root.attrib["width"] == f"{files.width * 72:.2f}".rstrip("0").rstrip(".") + "pt"


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    pairs = [(kind, figure(kind, 3)) for kind in KINDS]
    runs = []
    for workers in (0, 1, 2):
        folder = tmp_path / str(workers)
        folder.mkdir()
        files = draw(pairs, wording("zh"), folder, workers=workers)
        runs.append({stem: (f.png.read_bytes(), f.svg.read_bytes()) for stem, f in files.items()})
    assert runs[0] == runs[1] == runs[2]
    assert list(runs[0]) == [kind for kind, _ in pairs]
    joined = b"".join(part for pair in runs[0].values() for part in pair)
    assert b"atplotlib" not in joined
    assert b"tEXt" not in joined


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_labels_in_both_languages(kind: FigureKind, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for words in both():
            files = draw([("x", figure(kind, 9, hostile=True))], words, tmp_path)["x"]
            root = ElementTree.fromstring(files.svg.read_text(encoding="utf-8"))
            tags = {element.tag.rsplit("}", 1)[1] for element in root.iter()}
            assert tags <= {"svg", "defs", "path", "rect", "polyline", "g", "use"}
            for element in root.iter():
                for name, value in element.attrib.items():
                    if name.endswith("href"):
                        assert value.startswith("#")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_nothing_leaves_the_sheet(kind: FigureKind, rows: int) -> None:
    from survey_kit.report.figures import fonts

    for words in both():
        sheet = LAYOUTS[kind](figure(kind, rows).data, words)
        assert sheet.height < 1.2 * style.TALLEST
        for thing in sheet.things:
            if isinstance(thing, Words):
                length = fonts.width(thing.text, thing.size)
                assert thing.size >= 7
                assert thing.y - (length if thing.upward else 0) >= -0.1
                assert thing.y <= sheet.height + 1
                assert thing.x >= -0.1
                assert thing.upward or thing.x + length <= sheet.width + 0.6
            elif isinstance(thing, Area):
                assert thing.width >= 0
                assert -0.1 <= thing.x <= thing.x + thing.width <= sheet.width + 0.1


def test_dollar_signs_are_literal() -> None:
    sheet = LAYOUTS["coefficients"](
        {"rows": [{"label": HOSTILE[0], "estimate": Estimate(0.1, 0.0, 0.2)}], "xlabel": say("page.table")},
        wording("en"),
    )
    assert HOSTILE[0].en in texts(sheet)


def test_ratios_stand_on_a_logarithmic_axis_around_one() -> None:
    pairs = ((2.0, 0.5, 8.0), (0.25, 0.125, 0.5))
    rows = [
        {"label": label, "estimate": Estimate(*each)} for label, each in zip(HOSTILE, pairs, strict=False)
    ]
    data = {"rows": rows, "xlabel": say("page.table"), "ratios": True}
    sheet = LAYOUTS["coefficients"](data, wording("en"))
    assert {"0.2", "0.5", "1", "2", "5"} <= set(texts(sheet))
    first, second = (mark.points[0][0] for mark in sheet.things if isinstance(mark, Marks))
    (one,) = {
        t.points[0][0]
        for t in sheet.things
        if isinstance(t, Stroke)
        and t.color == style.INK
        and t.points[0][0] == t.points[1][0]
        and t.width == 0.8
    }
    # 2 and 1/4 lie once and twice as far from 1
    assert math.isclose((first - one) * 2, one - second, rel_tol=1e-9)


@pytest.mark.parametrize("bounds", [(0.9, 1.2), (1e-6, 1e9), (0.5, math.inf), (1.0, 1.0)])
def test_ratios_of_any_size_are_drawn(bounds: tuple[float, float]) -> None:
    rows = [{"label": HOSTILE[0], "estimate": Estimate(1.0, *bounds)}]
    sheet = LAYOUTS["coefficients"](
        {"rows": rows, "xlabel": say("page.table"), "ratios": True}, wording("en")
    )
    assert len(set(texts(sheet))) > 3


def test_likert_keeps_a_category_that_nobody_chose_and_its_order() -> None:
    data = {
        "categories": list(AGREE),
        "middle": 2,
        "rows": [{"key": "Q1", "label": ITEMS[0], "n": 93, "percents": [0.0, 0.0, 0.0, 60.0, 40.0]}],
    }
    for words in both():
        sheet = LAYOUTS["likert"](data, words)
        drawn = texts(sheet)
        names = [words.text(category) for category in AGREE]
        places = [drawn.index(name) for name in names]
        assert places == sorted(places)
        fills = [thing.fill for thing in sheet.things if isinstance(thing, Area)]
        assert fills == [*style.steps(5), *style.steps(5)[3:]]


def test_likert_is_centred_on_the_middle_category() -> None:
    percents = [10.0, 20.0, 30.0, 25.0, 15.0]
    data = {
        "categories": list(AGREE),
        "middle": 2,
        "rows": [{"key": "Q1", "label": ITEMS[0], "n": 93, "percents": percents}],
    }
    sheet = LAYOUTS["likert"](data, wording("en"))
    bars = [thing for thing in sheet.things if isinstance(thing, Area)][5:]
    zero = next(t.points[0][0] for t in sheet.things if isinstance(t, Stroke) and t.color == style.INK)
    assert bars[2].x + bars[2].width / 2 == pytest.approx(zero)
    assert [bar.width / bars[0].width for bar in bars] == pytest.approx([p / 10 for p in percents])


def test_likert_without_a_middle_parts_between_the_halves() -> None:
    data = {
        "categories": [AGREE[0], AGREE[1], AGREE[3], AGREE[4]],
        "middle": None,
        "rows": [{"key": "Q1", "label": ITEMS[0], "n": 93, "percents": [10.0, 20.0, 30.0, 40.0]}],
    }
    sheet = LAYOUTS["likert"](data, wording("en"))
    bars = [thing for thing in sheet.things if isinstance(thing, Area)][4:]
    zero = next(t.points[0][0] for t in sheet.things if isinstance(t, Stroke) and t.color == style.INK)
    assert bars[2].x == pytest.approx(zero)


def test_likert_row_that_nobody_answered() -> None:
    data = {
        "categories": list(AGREE),
        "middle": 2,
        "rows": [{"key": "Q1", "label": ITEMS[0], "n": 0, "percents": [None] * 5}],
    }
    assert "0" in texts(LAYOUTS["likert"](data, wording("zh")))


def test_ordered_colours_fall_in_luminance() -> None:
    for count in range(2, 12):
        light = [style.luminance(color) for color in style.steps(count)]
        assert light == sorted(light, reverse=True)
        assert len(set(light)) == count
    for sign in (-1, 1):
        light = [style.luminance(style.signed(sign * step / 10)) for step in range(11)]
        assert light == sorted(light, reverse=True)


def test_numbers_in_cells_can_be_read() -> None:
    for step in range(-100, 101):
        fill = style.signed(step / 100)
        light = sorted((style.luminance(fill), style.luminance(style.ink_on(fill))))
        assert (light[1] + 0.05) / (light[0] + 0.05) >= 4.5


def test_numbers_are_those_of_the_tables() -> None:
    rows = [{"label": ITEMS[0], "estimate": Estimate(3.125, 2.675, 3.5), "n": 93}]
    drawn = texts(LAYOUTS["means"]({"rows": rows, "low": 1, "high": 5, "midpoint": 3.0}, wording("en")))
    assert "3.13 [2.68, 3.50]" in drawn
    matrix = {"labels": list(ITEMS[:2]), "values": [[1.0, -0.25], [-0.25, 1.0]], "p": [[0, 0.01], [0.01, 0]]}
    assert "−.250" in texts(LAYOUTS["heatmap"](matrix, wording("en")))
    assert "−0.250" in texts(LAYOUTS["heatmap"](matrix, wording("zh")))


def test_interval_that_leaves_the_axis_is_cut_without_its_cap() -> None:
    rows = [{"label": ITEMS[0], "estimate": Estimate(4.9, 4.5, 5.3), "n": 3}]
    sheet = LAYOUTS["means"]({"rows": rows, "low": 1, "high": 5, "midpoint": None}, wording("en"))
    lines = [t for t in sheet.things if isinstance(t, Stroke) and t.color == style.MARK]
    assert len(lines) == 2  # the interval and one cap


def test_values_that_are_missing_are_left_out() -> None:
    nan = float("nan")
    draw_means = LAYOUTS["means"]
    rows = [{"label": Label.of("x"), "estimate": Estimate(nan, nan, nan), "n": 0}]
    assert "–" in texts(draw_means({"rows": rows, "low": 1, "high": 5, "midpoint": 3}, wording("en")))
    data = dict(figure("residuals", 1).data)
    data["cooks"] = [None, *data["cooks"][1:]]
    assert LAYOUTS["residuals"](data, wording("en")).things
    scree = {"observed": [2.0, None, 0.5], "reference": None, "suggested": None}
    assert LAYOUTS["scree"](scree, wording("en")).things


def test_pyplot_is_never_imported(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys; from pathlib import Path;"
        "from tests.report.figures.samples import figure, wording;"
        "from survey_kit.report.figures.draw import draw;"
        f"draw([('a', figure('scree', 3))], wording('zh'), Path({str(tmp_path)!r}));"
        "sys.exit('matplotlib.pyplot' in sys.modules or 'matplotlib.figure' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _panel(count: int, text: str) -> dict:
    groups = [
        {"label": Label.of(f"{text} {k}"), "n": 9, "estimate": Estimate(3.0, 2.5, 3.5)} for k in range(count)
    ]
    bars = [{"label": group["label"], "count": 9, "percent": 100 / count} for group in groups]
    return {"label": Label.of(text), "n": 9 * count, "groups": groups, "bars": bars}


def test_a_long_panel_does_not_cut_the_labels_of_its_neighbours() -> None:
    reason = _panel(4, "Resignation for another reason, number")
    for kind, most in (("bars", 45), ("group_means", 25)):
        data = {"panels": [reason, _panel(2, "Sex"), _panel(most, "Agency")], "low": 1.0, "high": 5.0}
        sheet = LAYOUTS[kind](data, wording("en"))
        drawn = texts(sheet)
        assert not any(text.endswith(("…", "...")) for text in drawn), kind
        assert sum(text == "Resignation for" for text in drawn) == 4, kind
        assert sheet.height <= style.TALLEST + 20, kind
