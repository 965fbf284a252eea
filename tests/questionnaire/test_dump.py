"""A questionnaire written as TOML and read again is the same questionnaire."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from survey_kit.questionnaire.dump import to_toml
from survey_kit.questionnaire.load import read_questionnaire, shipped
from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan import Claim, DeclaredPlan, Hypothesis, Regression, Screening
from survey_kit.report.blocks import Label


def reread(questionnaire: Questionnaire, folder: Path) -> Questionnaire:
    path = folder / "dumped.toml"
    path.write_text(to_toml(questionnaire), encoding="utf-8")
    return read_questionnaire(path)


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("inferred", [False, True])
def test_shipped_questionnaires_survive(name, inferred, tmp_path):
    q = replace(read_questionnaire(name), inferred=inferred)
    assert reread(q, tmp_path) == q


def test_a_draft_says_that_it_is_one():
    q = replace(read_questionnaire("career"), inferred=True)
    assert to_toml(q).startswith("# A draft")
    assert "# A draft" not in to_toml(read_questionnaire("career"))


text = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=12
).filter(str.strip)
label = st.one_of(st.builds(Label, text, text), text.map(Label.of))
codes = st.lists(
    st.sampled_from([-2.0, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 99.0]), min_size=2, max_size=5, unique=True
)


@st.composite
def options(draw):
    numbers = draw(codes)
    labels = draw(
        st.lists(
            label, min_size=len(numbers), max_size=len(numbers), unique_by=(lambda x: x.en, lambda x: x.zh)
        )
    )
    return tuple(Option(code, name) for code, name in zip(numbers, labels, strict=True))


@st.composite
def questionnaires(draw):
    shared = draw(options())
    bounds = (min(o.code for o in shared), max(o.code for o in shared))
    wide = draw(st.booleans())
    low, high = (bounds[0] - 1, bounds[1] + 1) if wide else bounds
    mixed = draw(st.booleans())
    items = tuple(
        Item(
            f"项目_{i}",
            draw(label),
            () if mixed and i == 0 else shared,
            low,
            high,
            draw(st.booleans()),
            draw(st.sampled_from([(), ("Q1", "Q 2")])),
        )
        for i in range(3)
    )
    bare = Item("x.1", draw(label), (), 0, draw(st.sampled_from([7.0, 10.5])), True)
    return Questionnaire(
        id="q-1",
        title=draw(label),
        background=(Question("g", draw(label), "single", shared, draw(st.booleans())), Question("n", draw(label), "number")),
        scales=(Scale("s", draw(label), items, "outcome"), Scale("t", draw(label), (bare,), "none", "sum")),
        questions=(Question("m", draw(label), "multiple", draw(options()), columns=("A", "B")), Question("d", draw(label), "date")),
        plan=draw(
            st.sampled_from(
                [
                    DeclaredPlan(),
                    DeclaredPlan((), (), (), Screening(None, False, None, False)),
                    DeclaredPlan(
                        ("g",),
                        (Regression("s", (("g",), ("t",)), (Label("a", "b"), Label.of("c"))),),
                        (Hypothesis("H1", Label("a", "甲"), Claim("mean", "s", (), ">", 2.5)),),
                        Screening(1.25),
                    ),
                ]
            )
        ),
        source=draw(st.sampled_from(["", 'a "source"\\ with\nlines'])),
        inferred=draw(st.booleans()),
    )  # fmt: skip


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(questionnaires())
def test_any_questionnaire_survives(tmp_path, q):
    assert reread(q, tmp_path) == q


def test_control_characters_do_not_break_the_file(tmp_path):
    q = replace(read_questionnaire("career"), title=Label.of("a\x1b[31mb\u202ec"))
    assert reread(q, tmp_path).title == Label.of("a�[31mb�c")
