"""The sections on scales, correlations and groups: their numbers against R, and data that can hardly carry them."""

import json
import math
from dataclasses import replace
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from survey_kit.analyses import correlations, groups, reliability, scales
from survey_kit.analyses.groups import GroupsResult
from survey_kit.analyses.groups.comparison import Comparison
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Block, Finding, Heading, Label, Row, Say, Section, Table
from survey_kit.report.references import REFERENCES
from survey_kit.report.wording import Wording, placeholders
from survey_kit.report.words import catalogue
from survey_kit.responses.model import Responses
from survey_kit.scoring import score
from survey_kit.study import Study
from tests.analyses.regression_study import AGREE, GOLDEN, study, with_frame

MODULES = (scales, correlations, groups)
R = json.loads((GOLDEN.parent / "groups_q93" / "expected.json").read_text())
WORDS = catalogue([module.WORDS for module in (*MODULES, reliability)])


def planned(of: Study | None = None, **changes: object) -> Study:
    of = of or study()
    by = ("gender", "age_group", "education", "rank", "tenure")
    return replace(of, plan=replace(of.plan, **{"group_by": by, **changes}))


def section(module: ModuleType, of: Study) -> Section:
    earlier = {}
    if module is correlations:
        try:
            earlier = {"reliability": reliability.compute(of, {})}
        except NotApplicable:
            earlier = {}
    return module.present(module.compute(of, earlier))


def sentences(block: Block) -> list[Say]:
    match block:
        case Finding() | Heading():
            return [block.say]
        case Table():
            cells = [cell for row in block.rows for cell in row.cells if isinstance(cell, Say)]
            heads = [head for column in block.columns for head in (column.label, column.span)]
            return [
                block.title,
                *(note.say for note in block.notes),
                *cells,
                *(h for h in heads if isinstance(h, Say)),
            ]
        case _:
            return [block.title, *block.notes]


def check(made: Section) -> None:
    """Every sentence can be worded in both languages, every column has a head, every reference exists."""
    for language in ("en", "zh"):
        wording = Wording(WORDS, language)
        for block in made.blocks:
            for sentence in sentences(block):
                text = wording.text(sentence)
                assert text
                assert "nan" not in text
            if isinstance(block, Table):
                for column in block.columns:
                    assert column.label is not None or wording.has(f"column.{column.key}"), column.key
        for method in (*made.methods, made.title):
            assert wording.text(method)
    assert set(made.references) <= set(REFERENCES)


def refused(module: ModuleType, of: Study) -> str:
    with pytest.raises(NotApplicable) as caught:
        module.compute(of, {})
    for language in ("en", "zh"):
        assert Wording(WORDS, language).text(Say(caught.value.key, caught.value.values))
    return caught.value.key


def row(made: Section, table: str, key: str) -> dict[str, object]:
    found = made.table(table)
    (match,) = [each for each in found.rows if each.key == key]
    return dict(zip((column.key for column in found.columns), match.cells, strict=True))


@pytest.mark.parametrize("module", MODULES)
def test_words_name_the_same_values_in_both_languages(module: ModuleType) -> None:
    for key, (en, zh) in module.WORDS.items():
        assert placeholders(en) == placeholders(zh), key


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("compat", ["default", "spss"])
def test_sections_are_complete(module: ModuleType, compat: str) -> None:
    check(section(module, planned(compat=compat)))


def test_scales_equal_r() -> None:
    made = section(scales, planned())
    for scale, expected in R["one_sample"].items():
        shape, middle = row(made, "shape", scale), row(made, "midpoint", scale)
        assert_allclose(
            [shape["shapiro_w"], shape["p"]],
            [expected["shapiro"]["statistic"], expected["shapiro"]["p"]],
            rtol=1e-8,
        )
        theirs = expected["t_vs_3"]
        assert_allclose(
            [middle["t"], middle["df"], middle["p"]],
            [theirs["statistic"], theirs["parameter"]["df"], theirs["p"]],
            rtol=1e-8,
        )
        mean = row(made, "descriptives", scale)["mean"]
        assert_allclose([mean.low, mean.high], theirs["ci"], rtol=1e-9)


def test_two_groups_equal_r() -> None:
    made = section(groups, planned())
    for scale, expected in R["two"].items():
        main, further = row(made, "means_gender", f"{scale}/1"), row(made, "tests_gender", scale)
        assert main["n"] == expected["n"][0]
        assert_allclose([main["mean"], main["sd"]], [expected["mean"][0], expected["sd"][0]], rtol=1e-10)
        assert_allclose(
            [main["t"], main["df"], main["p"]],
            [expected["welch"]["statistic"], expected["welch"]["parameter"]["df"], expected["welch"]["p"]],
            rtol=1e-9,
        )
        assert_allclose(
            [further["t_classical"], further["p_classical"]],
            [expected["student"]["statistic"], expected["student"]["p"]],
            rtol=1e-9,
        )
        assert_allclose(further["f_levene"], expected["levene_mean"]["F value"], rtol=1e-8)
        g = further["hedges_g"]
        assert g.low <= g.value <= g.high


def test_several_groups_equal_r_where_no_group_is_too_small() -> None:
    made = section(groups, planned())
    compared = 0
    for question in ("age_group", "tenure"):
        for scale, by in R["several"].items():
            expected = by[question]
            if min(expected["n"]) < 5:
                continue
            compared += 1
            main, further = (
                row(made, f"means_{question}", f"{scale}/1"),
                row(made, f"tests_{question}", scale),
            )
            assert_allclose(
                [main["f"], main["df2"], main["p"]],
                [
                    expected["welch"]["statistic"],
                    expected["welch"]["parameter"]["denom df"],
                    expected["welch"]["p"],
                ],
                rtol=1e-9,
            )
            assert_allclose(
                [further["f_classical"], further["p_classical"]],
                [expected["anova"]["F"], expected["anova"]["p"]],
                rtol=1e-8,
            )
            assert_allclose(further["eta2"], expected["eta2"]["Eta2"], rtol=1e-8)
    assert compared > 6


def test_spss_conventions_put_the_classical_tests_first() -> None:
    made = section(groups, planned(compat="spss"))
    expected = R["two"]["pay"]
    assert_allclose(row(made, "means_gender", "pay/1")["t"], expected["student"]["statistic"], rtol=1e-9)
    assert_allclose(row(made, "tests_gender", "pay")["t_welch"], expected["welch"]["statistic"], rtol=1e-9)
    assert_allclose(
        row(made, "tests_gender", "pay")["hedges_g"].value, expected["hedges_g_pooled"]["Hedges_g"], rtol=1e-9
    )


def test_the_diagonal_is_alpha() -> None:
    made = section(correlations, planned())
    cell = row(made, "matrix", "pay")["r_pay"]
    found = {each.scale.id: each.found for each in reliability.compute(planned(), {}).scales}
    assert cell.values["alpha"] == found["pay"].alpha
    without = correlations.present(correlations.compute(planned(), {}))
    check(without)
    assert math.isnan(row(without, "matrix", "pay")["r_pay"])


def made_up(
    scores: dict[str, list[float]], groups_of: dict[str, list[float]], *, ordered: bool = False
) -> Study:
    """A study whose scales have one item each unless the name ends in 2, then two equal ones."""
    asked, columns = [], {}
    for name, values in scores.items():
        count = 2 if name.endswith("2") else 1
        items = tuple(Item(f"{name}_{i}", Label.of(name), AGREE, 1, 5) for i in range(count))
        columns |= {item.id: values for item in items}
        asked.append(Scale(name, Label(name, name), items, "outcome"))
    questions = tuple(
        Question(name, Label(name, name), "single", AGREE, ordered=ordered) for name in groups_of
    )
    frame = pd.DataFrame({**columns, **groups_of}, dtype=float)
    questionnaire = Questionnaire("x", Label.of("x"), questions, tuple(asked))
    responses = Responses(frame)
    plan = Plan(group_by=tuple(groups_of), outcomes=tuple(scores))
    return Study(questionnaire, responses, score(responses, questionnaire), plan)


def compared(of: Study) -> tuple[GroupsResult, Comparison]:
    result = groups.compute(of, {})
    check(groups.present(result))
    return result, result.questions[0].comparisons[0]


def test_small_neighbours_are_merged_when_ordered_and_left_out_when_not() -> None:
    codes = [1.0] * 8 + [2.0] * 7 + [3.0] * 3 + [4.0] * 2
    values = list(np.tile([2.0, 4.0, 3.0, 5.0, 1.0], 4))
    merged, _ = compared(made_up({"a2": values}, {"q": codes}, ordered=True))
    assert [(group.key, group.n) for group in merged.questions[0].groups] == [("1", 8), ("2", 7), ("3+4", 5)]
    assert merged.questions[0].merged[0].label.en == "answer 3 / answer 4"
    left_out, _ = compared(made_up({"a2": values}, {"q": codes}))
    assert [group.key for group in left_out.questions[0].groups] == ["1", "2"]
    assert [(group.key, group.n) for group in left_out.questions[0].left_out] == [("3", 3), ("4", 2)]


def test_questions_that_divide_nobody_are_named() -> None:
    values = [1.0, 2.0, 3.0, 4.0, 5.0, 3.0]
    one = {"q": [1.0] * 6}
    assert refused(groups, made_up({"a2": values}, one)) == "groups.one_group"
    small = {"q": [1.0, 1.0, 2.0, 2.0, 3.0, 3.0]}
    assert refused(groups, made_up({"a2": values}, small)) == "groups.all_small"
    nobody = {"q": [np.nan] * 6}
    assert refused(groups, made_up({"a2": values}, nobody)) == "groups.nobody"
    different = {"q": [1.0, 2.0, 3.0, 4.0, 5.0]}
    assert refused(groups, made_up({"a2": values[:5]}, different)) == "groups.all_different"
    beside = {"q": [1.0, 2.0] * 6, "r": [1.0] * 12}
    result, _ = compared(made_up({"a2": values * 2}, beside))
    assert [reason.key for reason in result.refused] == ["groups.one_group"]


def test_a_group_without_variance() -> None:
    values = [3.0] * 6 + [1.0, 2.0, 5.0, 4.0, 2.0, 1.0] + [5.0, 4.0, 4.0, 3.0, 5.0, 2.0]
    codes = [1.0] * 6 + [2.0] * 6 + [3.0] * 6
    of = made_up({"a2": values}, {"q": codes})
    _, comparison = compared(of)
    assert comparison.main is None
    assert comparison.reason.key == "withheld.no_variance_in_group"
    assert comparison.beside is not None
    assert math.isnan(comparison.p_holm)
    table = groups.present(groups.compute(of, {})).table("means_q")
    assert any(note.row == "a2/1" and note.column == "f" for note in table.notes)


def test_nobody_varies() -> None:
    of = made_up({"a2": [3.0] * 12, "b": [4.0] * 12}, {"q": [1.0, 2.0] * 6})
    _, comparison = compared(of)
    assert comparison.main is None
    assert comparison.beside is None
    check(section(scales, of))
    assert refused(correlations, of) == "correlations.too_few_scales"


def test_single_items_are_compared_by_ranks() -> None:
    rng = np.random.default_rng(2)
    codes = np.repeat([1.0, 2.0, 3.0], 20)
    values = np.clip(rng.integers(1, 4, 60) + (codes - 1), 1, 5)
    result, comparison = compared(made_up({"a": list(values)}, {"q": list(codes)}))
    assert comparison.ordinal
    assert comparison.p_holm < 0.05
    tables = [block.id for block in groups.present(result).blocks if isinstance(block, Table)]
    assert tables == ["ranks_q", "dunn_q"]
    _, two = compared(made_up({"a": list(values[:40])}, {"q": list(codes[:40])}))
    assert -1 <= two.ranks.rank_biserial <= 1


def test_one_family_is_the_scales_of_a_question() -> None:
    result = groups.compute(planned(), {})
    for question in result.questions:
        p = sorted(each.p for each in question.comparisons)
        assert min(each.p_holm for each in question.comparisons) == pytest.approx(min(1.0, p[0] * len(p)))


def test_a_large_sample_is_read_by_size() -> None:
    rng = np.random.default_rng(3)
    n = 20_000
    codes = rng.integers(1, 3, n).astype(float)
    values = np.clip(np.round(3 + 0.06 * codes + rng.normal(0, 1, n)), 1, 5)
    of = made_up({"a2": list(values), "b2": list(np.roll(values, 1))}, {"q": list(codes)})
    keys = [block.say.key for block in section(groups, of).blocks if isinstance(block, Finding)]
    assert "groups.slight_many" in keys
    assert "groups.two_differ" not in keys
    for module in MODULES:
        check(section(module, of))


def test_post_hoc_follows_a_significant_overall_test() -> None:
    rng = np.random.default_rng(4)
    codes = np.repeat([1.0, 2.0, 3.0, 4.0], 30)
    values = np.clip(np.round(rng.normal(2.2, 0.8, 120) + 0.5 * codes), 1, 5)
    of = made_up({"a2": list(values)}, {"q": list(codes)})
    for compat, table in (("default", "post_hoc_q"), ("spss", "post_hoc_q")):
        made = section(groups, replace(of, plan=replace(of.plan, compat=compat)))
        check(made)
        assert len(made.table(table).rows) == 6
        for each in made.table(table).rows:
            assert isinstance(each, Row)
            assert each.cells[3].low < each.cells[3].value < each.cells[3].high


def test_of_many_pairs_those_that_differ_most_are_listed() -> None:
    rng = np.random.default_rng(6)
    codes = np.repeat(np.arange(1.0, 13.0), 40)
    values = np.clip(np.round(2.5 + (codes % 4) / 2 + rng.normal(0, 0.8, len(codes))), 1, 5)
    many = Question("q", Label.of("q"), "single", tuple(Option(k, Label.of(f"g{k:g}")) for k in range(1, 13)))
    of = made_up({"a2": list(values), "b": list(values)}, {"q": list(codes)})
    of = replace(of, questionnaire=replace(of.questionnaire, background=(many,)))
    result = groups.compute(of, {})
    made = groups.present(result)
    check(made)
    pairs = result.questions[0].comparisons[0].post_hoc
    listed = {abs(round(each.cells[5], 9)) for each in made.table("post_hoc_q").rows}
    assert len(pairs.t) == 66
    assert len(made.table("post_hoc_q").rows) == len(made.table("dunn_q").rows) == 45
    assert min(listed) == round(sorted(abs(pairs.t))[-45], 9)
    for table in ("post_hoc_q", "dunn_q"):
        assert made.table(table).rows[0].cells[0] is not None
        assert "groups.note_listed" in {note.say.key for note in made.table(table).notes}
    said = next(b.say for b in made.blocks if isinstance(b, Finding) and "pairs_some" in b.say.key)
    first = said.values["pairs"][0].values
    widest = np.argmax(np.abs(pairs.t))
    tested = result.questions[0].comparisons[0].tested
    assert {first["high"], first["low"]} == {
        tested[pairs.first[widest]].label,
        tested[pairs.second[widest]].label,
    }


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_hardly_any_respondents(n: int) -> None:
    of = planned(with_frame(study(), study().responses.frame.iloc[:n]))
    for module in MODULES:
        try:
            made = section(module, of)
        except NotApplicable as reason:
            words = Wording(WORDS, "zh").text(Say(reason.key, reason.values))
        else:
            check(made)
            words = "given"
        assert words


def test_everything_missing() -> None:
    of = study()
    empty = planned(with_frame(of, of.responses.frame * np.nan))
    for module in MODULES:
        refused(module, empty)
    some = of.responses.frame.copy()
    some[[f"PAY{i}" for i in range(1, 6)]] = np.nan
    for module in MODULES:
        made = section(module, planned(with_frame(of, some)))
        check(made)


def test_the_order_of_rows_does_not_matter() -> None:
    of = planned()
    order = np.random.default_rng(1).permutation(of.n)
    shuffled = planned(with_frame(study(), of.responses.frame.iloc[order]))
    one, other = section(groups, of), section(groups, shuffled)
    for first, second in zip(one.blocks, other.blocks, strict=True):
        if isinstance(first, Table):
            for a, b in zip(first.rows, second.rows, strict=True):
                for x, y in zip(a.cells, b.cells, strict=True):
                    if isinstance(x, float):
                        assert_allclose(x, y, rtol=1e-9)
                    elif not hasattr(x, "low"):
                        assert x == y


def test_a_question_that_some_were_routed_past_says_its_base() -> None:
    from survey_kit import pipeline
    from survey_kit.companions import Beside
    from tests.conftest import SAMPLE

    prepared = pipeline.prepare(pipeline.read(SAMPLE, questionnaire="career"), beside=Beside(alone=True))
    section = pipeline.report(prepared, sections=["items"]).section("items")
    assert isinstance(section, Section)
    said = [note.say for note in section.table("single").notes if note.say.key == "frequency.note_asked"]
    (note,) = said
    assert note.values["n"] + note.values["routed"] == prepared.study.n
    assert note.values["question"] == prepared.study.label("destination")


def test_groups_of_few_respondents_are_named() -> None:
    from survey_kit import pipeline
    from survey_kit.companions import Beside
    from tests.conftest import SAMPLE

    prepared = pipeline.prepare(pipeline.read(SAMPLE, questionnaire="career"), beside=Beside(alone=True))
    section = pipeline.report(prepared, sections=["groups"]).section("groups")
    assert isinstance(section, Section)
    said = [b.say for b in section.blocks if isinstance(b, Finding) and b.say.key == "groups.few"]
    named = [group.values["group"].en for each in said for group in each.values["groups"]]
    codes = prepared.study.codes("education")
    assert named == ["Master’s degree or above"]
    assert (codes == 3).sum() < 10
