"""The results file: lossless, stable paths, valid against the schema that ships."""

from __future__ import annotations

import json
import math
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.errors import FileError
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
from survey_kit.report.codec import decode, decode_value, encode, encode_value
from survey_kit.report.writers import json as writer

META = {
    "title": {"en": "T", "zh": "题"},
    "input": {"name": "a.csv", "sha256": "0" * 64, "format": "csv"},
    "versions": {"survey-kit": "0"},
    "seed": 1,
    "language": "zh",
    "chapter": 4,
    "questionnaire": {"id": "q"},
    "n": 93,
}


def sample() -> Report:
    table = Table(
        "scales",
        say("reliability.table"),
        (
            Column("scale"),
            Column("alpha", "bounded", interval=True),
            Column("r", "bounded", span=Label("Model 1", "模型1")),
        ),
        (
            Row("head", (Label("Group", "组"),), head=True),
            Row("pay", (Label("Pay", "薪酬"), Estimate(0.8, 0.7, 0.9), Starred(0.5, 0.01)), level=1),
            Row("bare", ("PAY1", math.nan, None)),
            Row("blank", ("", Estimate(0.8, math.nan, math.nan), -0.0)),
        ),
        (Note(say("n.a", n=3, names=("a", Label("b", "乙")))), Note(say("n.b"), column="alpha", row="pay")),
    )
    figure = Figure(
        "scree", say("f"), "scree", {"observed": [3.0, 1.0], "rows": [{"label": Label("a", "甲")}]}
    )
    section = Section(
        "reliability",
        say("reliability.title"),
        (say("reliability.method"),),
        (Heading(say("h")), table, figure, Finding(say("x", p=0.03)), Finding(say("y"), "warning")),
        ("Cronbach1951",),
    )
    skipped = Skipped("validity", say("validity.title"), say("withheld.too_few", n=3, needed=5))
    return Report(META, {"seed": 1}, (section, skipped), (Remark(Label("r", "注"), "note"),))


def test_the_file_goes_round_without_loss() -> None:
    text = writer.dumps(sample())
    assert writer.dumps(writer.loads(text, "x")) == text
    assert decode(json.loads(text)).section("reliability").table("scales").rows[1].cells[2] == Starred(
        0.5, 0.01
    )


def test_every_number_has_its_path() -> None:
    data = encode(sample())
    row = data["sections"]["reliability"]["tables"]["scales"]["rows"]["pay"]
    assert row["alpha"] == {"estimate": 0.8, "low": 0.7, "high": 0.9, "level": 0.95}


def test_nan_is_null_and_nothing_is_absent() -> None:
    rows = encode(sample())["sections"]["reliability"]["tables"]["scales"]["rows"]
    assert rows["bare"]["alpha"] is None
    assert "r" not in rows["bare"]
    cells = decode(encode(sample())).section("reliability").table("scales").rows[2].cells
    assert math.isnan(cells[1])
    assert cells[2] is None


def test_schema_accepts_the_sample_and_refuses_a_wrong_cell() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(files("survey_kit.report").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(writer.dumps(sample()))
    jsonschema.validate(data, schema)
    data["sections"]["reliability"]["tables"]["scales"]["rows"]["pay"]["alpha"] = {"estimate": "high"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_numpy_values_are_written_as_numbers() -> None:
    assert encode_value({"a": np.float64(0.5), "b": np.int64(3), "c": np.array([1.0, np.nan])}) == {
        "a": 0.5,
        "b": 3,
        "c": [1.0, None],
    }


def test_a_mapping_that_looks_like_a_typed_value_is_our_mistake() -> None:
    with pytest.raises(TypeError):
        encode_value({"en": 1, "zh": 2})


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_survives(value: float) -> None:
    assert decode_value(json.loads(json.dumps(encode_value(value)))) == value


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"generator": "survey-kit", "schema": 99}', "nonsense", "[" * 9999]
)
def test_other_files_are_refused_in_both_languages(text: str) -> None:
    with pytest.raises(FileError) as caught:
        writer.loads(text, "x.json")
    assert caught.value.en
    assert caught.value.zh


def test_a_damaged_results_file_is_a_clear_error() -> None:
    data = encode(sample())
    del data["sections"]["reliability"]["tables"]["scales"]["columns"]
    with pytest.raises(FileError, match="damaged"):
        decode(data)
