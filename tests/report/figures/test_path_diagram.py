"""Path diagrams: outlines, arrows that meet them, and nothing under a line that it does not belong to."""

from __future__ import annotations

from typing import Any

import pytest

from survey_kit.report.blocks import Label, say
from survey_kit.report.figures import style
from survey_kit.report.figures.draw import LAYOUTS
from survey_kit.report.figures.path_nodes import Node, place_nodes
from survey_kit.report.figures.sheet import Area, Sheet, Stroke, Words
from tests.report.figures.samples import figure, wording


def chain(columns: list[list[str]], paths: list[tuple[str, str]]) -> dict[str, Any]:
    text = say("sample.loading", value=0.5)
    return {
        "columns": [
            [{"key": key, "label": Label.of(key), "shape": "observed"} for key in column]
            for column in columns
        ],
        "paths": [{"start": a, "end": b, "text": text, "strong": True} for a, b in paths],
        "links": [],
    }


def nodes_of(data: dict[str, Any]) -> dict[str, Node]:
    nodes, _ = place_nodes(data, wording("en"), left=0.0, right=420.0, top=0.0)
    return {node.key: node for node in nodes}


def shafts(sheet: Sheet) -> list[Stroke]:
    return [thing for thing in sheet.things if isinstance(thing, Stroke) and thing.fill is None]


SERIAL = chain([["x"], ["m1"], ["m2"], ["m3"], ["y"]], [("x", "m2"), ("m1", "m3"), ("m1", "y"), ("x", "y")])


def test_a_mediator_stands_above_the_direct_path() -> None:
    nodes = nodes_of(chain([["x"], ["m"], ["y"]], [("x", "m"), ("m", "y"), ("x", "y")]))
    assert nodes["x"].y == nodes["y"].y
    assert nodes["m"].y + nodes["m"].height / 2 < nodes["x"].y - nodes["x"].height / 2


def test_no_path_runs_through_a_node_that_it_skips() -> None:
    nodes = nodes_of(SERIAL)
    for path in SERIAL["paths"]:
        a, b = nodes[path["start"]], nodes[path["end"]]
        for key, node in nodes.items():
            if key not in (path["start"], path["end"]) and a.column < node.column < b.column:
                share = (node.x - a.x) / (b.x - a.x)
                assert a.y + share * (b.y - a.y) > node.y + node.height / 2, (path, key)


def test_a_model_without_skipping_paths_is_level() -> None:
    nodes = nodes_of(chain([["x"], ["y"]], [("x", "y")]))
    assert nodes["x"].y == nodes["y"].y


def test_latent_variables_stand_beside_the_middle_of_their_items() -> None:
    data = dict(figure("path_diagram", 15).data)
    nodes = nodes_of(data)
    for factor in ("F0", "F1", "F2"):
        ends = [nodes[path["end"]].y for path in data["paths"] if path["start"] == factor]
        assert nodes[factor].y == pytest.approx((min(ends) + max(ends)) / 2, abs=1.0)


@pytest.mark.parametrize("rows", [1, 8, 30])
def test_outlines_do_not_touch(rows: int) -> None:
    nodes = list(nodes_of(dict(figure("path_diagram", rows, hostile=True).data)).values())
    for k, one in enumerate(nodes):
        for other in nodes[k + 1 :]:
            apart = abs(one.x - other.x) - (one.width + other.width) / 2
            above = abs(one.y - other.y) - (one.height + other.height) / 2
            assert max(apart, above) > 0.5


def test_arrows_end_on_outlines() -> None:
    nodes = nodes_of(SERIAL)
    for node in nodes.values():
        x, y = node.edge((node.x + 300.0, node.y + 40.0))
        assert abs(abs(x - node.x) - node.width / 2) < 1e-9 or abs(abs(y - node.y) - node.height / 2) < 1e-9


def test_weak_paths_are_dashed_and_latent_variables_round() -> None:
    data = dict(figure("path_diagram", 4).data)
    sheet = LAYOUTS["path_diagram"](data, wording("en"))
    assert sum(bool(line.dashes) for line in shafts(sheet)) == 1
    boxes = [t for t in sheet.things if isinstance(t, Area) and t.edge == style.INK]
    rounds = [t for t in sheet.things if isinstance(t, Stroke) and t.fill == style.PAPER]
    assert (len(boxes), len(rounds)) == (4, 1)


def test_six_factors_and_thirty_items_fit_a_page_with_every_number() -> None:
    for language in ("en", "zh"):
        data = figure("path_diagram", 30).data
        words = wording(language)  # type: ignore[arg-type]
        sheet = LAYOUTS["path_diagram"](data, words)
        assert sheet.height <= style.TALLEST + 20
        drawn = [thing.text for thing in sheet.things if isinstance(thing, Words)]
        for arrow in (*data["paths"], *data["links"]):
            assert words.text(arrow["text"]) in drawn


def test_numbers_do_not_cover_each_other() -> None:
    sheet = LAYOUTS["path_diagram"](figure("path_diagram", 30).data, wording("en"))
    papers = [t for t in sheet.things if isinstance(t, Area) and t.edge is None]
    assert len(papers) == 30 + 15
    for k, one in enumerate(papers):
        for other in papers[k + 1 :]:
            apart = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
            above = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
            assert max(apart, above) > -1.0
