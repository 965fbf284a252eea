"""Sample, items, reliability and validity: the numbers reach the tables, and odd data do no harm."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from survey_kit.analyses import items, reliability, sample, validity
from survey_kit.analyses.item_names import asked
from survey_kit.errors import NotComputable, Withheld
from survey_kit.questionnaire.model import Item, Question, Questionnaire, Scale
from survey_kit.report.blocks import Estimate, Figure, Finding, Label, Report, Say, Section, Skipped
from survey_kit.report.references import REFERENCES
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import Wording, placeholders
from survey_kit.report.words import SHARED, catalogue
from survey_kit.responses.model import Exclusion, Ledger
from survey_kit.study import Study, with_plan
from tests.analyses.scales_study import items_only, options, q93, study_of
from tests.stats.scales_data import expected

ANALYSES = (sample.ANALYSIS, items.ANALYSIS, reliability.ANALYSIS, validity.ANALYSIS)
CATALOGUE = catalogue(each.words for each in ANALYSES)


def section(module: Any, study: Study) -> Section:
    return module.present(module.compute(study, {}))


def keys(found: Section) -> set[str]:
    return {block.say.key for block in found.blocks if isinstance(block, Finding)}


def value(found: Section, table: str, row: str, column: str) -> Any:
    block = found.table(table)
    at = [c.key for c in block.columns].index(column)
    return next(r for r in block.rows if r.key == row).cells[at]


@pytest.fixture(scope="module")
def study() -> Study:
    return q93()


# -- words ---------------------------------------------------------------------------------


@pytest.mark.parametrize("analysis", ANALYSES, ids=lambda a: a.id)
def test_words_say_the_same_in_both_languages(analysis: Any) -> None:
    for key, (en, zh) in analysis.words.items():
        assert placeholders(en) == placeholders(zh), key


@pytest.mark.parametrize("compat", ["default", "spss"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sentence_can_be_worded(compat: Any, language: Any) -> None:
    found = tuple(each.present(each.compute(q93(compat=compat), {})) for each in ANALYSES)
    document = typeset(Report({}, {}, found), CATALOGUE, language)
    assert len(document.tables) >= 12
    for each in found:
        assert set(each.references) <= set(REFERENCES), each.id


# -- sample ----------------------------------------------------------------------------------


def test_ledger_and_frequencies(study: Study) -> None:
    ledger = Ledger(100, (Exclusion("too_fast", (1, 2, 3)), Exclusion("duplicate", (7, 8, 9, 10))))
    counted = replace(study, responses=replace(study.responses, ledger=ledger))
    found = section(sample, counted)
    assert value(found, "ledger", "excluded_too_fast", "n") == 3
    assert value(found, "ledger", "valid", "percent") == pytest.approx(93)
    # R: table(q93$age_group) = 20 32 22 18, one NA
    assert [value(found, "background", f"age_group/{i}", "n") for i in range(1, 5)] == [20, 32, 22, 18]
    assert value(found, "background", "age_group/1", "percent") == pytest.approx(100 * 20 / 93)
    assert value(found, "background", "age_group/1", "percent_valid") == pytest.approx(100 * 20 / 92)
    assert value(found, "background", "age_group/missing", "n") == 1
    assert "sample.return" in keys(found)


def test_small_groups_are_pointed_out() -> None:
    question = Question("post", Label.of("post"), "single", options("post", 3))
    asked = Questionnaire("q", Label.of("q"), (question,))
    data = pd.DataFrame({"post": [1.0] * 20 + [2.0] * 4})
    found = section(sample, study_of(asked, data))
    warning = next(b for b in found.blocks if isinstance(b, Finding) and b.level == "warning")
    # the third option, which nobody chose, identifies nobody
    assert [cell.values["n"] for cell in warning.say.values["cells"]] == [4]


def test_routed_past_leave_the_denominator() -> None:
    question = Question("post", Label.of("post"), "single", options("post", 2))
    asked = Questionnaire("q", Label.of("q"), (question,))
    data = pd.DataFrame({"post": [1.0, 2.0, np.nan, np.nan]})
    found = section(sample, study_of(asked, data, routed={"post": np.array([False, False, False, True])}))
    assert value(found, "background", "post/1", "percent") == pytest.approx(100 / 3)
    assert value(found, "background", "post/1", "percent_valid") == pytest.approx(50)


def test_nobody_left() -> None:
    empty = items_only(np.empty((0, 3)), sizes=(3,))
    for module in (sample, items, reliability, validity):
        if module is reliability:
            assert section(module, empty)
            continue
        with pytest.raises(Withheld):
            module.compute(empty, {})


# -- items -----------------------------------------------------------------------------------


def test_items_equal_r(study: Study) -> None:
    found = section(items, study)
    reference = expected("q93")["describe"]
    for name in ("PAY1", "PRO4", "APP5"):
        scale = {"PAY": "pay", "PRO": "promotion", "APP": "appraisal"}[name[:3]]
        for key in ("n", "mean", "sd", "median", "skewness", "kurtosis"):
            given = value(found, "items", f"{scale}/{name}", key)
            assert given == pytest.approx(reference[name][key], rel=1e-10)
    assert value(found, "items", "promotion/PRO4", "item").key == "item.text_reversed"
    assert any(note.say.key == "item.note_reversed" for note in found.table("items").notes)
    heads = [row.key for row in found.table("items").rows if row.head]
    assert heads == [scale.id for scale in study.scales]


def test_answers_stand_in_one_table_for_each_list_of_answers() -> None:
    def scale(name: str, most: int) -> Scale:
        item = Item(f"{name}1", Label.of(f"{name}1"), options("agree", most), 1, most)
        return Scale(name, Label.of(name), (item,))

    made = Questionnaire("q", Label.of("q"), (), (scale("a", 5), scale("b", 5), scale("c", 7)))
    data = pd.DataFrame({"a1": [1.0, 2, 2, 5], "b1": [3.0, 3, 3, np.nan], "c1": [7.0, 7, 1, 4]})
    found = section(items, study_of(made, data))
    assert [row.key for row in found.table("answers").rows] == ["a", "a/a1", "b", "b/b1"]
    assert value(found, "answers", "a/a1", "percent_2") == 50
    assert value(found, "answers", "b/b1", "percent_3") == 100
    assert value(found, "answers_2", "c/c1", "percent_7") == 50
    # items answered on five and on seven steps are never compared with each other
    (means,) = [b.say for b in found.blocks if isinstance(b, Finding) and b.say.key == "items.means_of_range"]
    assert means.values["k"] == 2


def test_items_of_one_scale_with_two_lists_of_answers_stand_under_their_own_words() -> None:
    asked_of = Scale(
        "a",
        Label.of("a"),
        (
            Item("a1", Label.of("a1"), options("agree", 5), 1, 5),
            Item("a2", Label.of("a2"), options("satisfied", 5), 1, 5),
            Item("a3", Label.of("a3"), options("agree", 5), 1, 5),
        ),
    )
    data = pd.DataFrame({"a1": [1.0, 2, 2, 5], "a2": [3.0, 3, 3, 5], "a3": [5.0, 5, 5, 5]})
    found = section(items, study_of(Questionnaire("q", Label.of("q"), (), (asked_of,)), data))
    assert [row.key for row in found.table("answers").rows] == ["a", "a/a1", "a/a3"]
    assert [row.key for row in found.table("answers_2").rows] == ["a", "a/a2"]
    assert value(found, "answers", "a/a3", "percent_5") == 100
    assert value(found, "answers_2", "a/a2", "percent_3") == 75
    drawn = {b.id: [row["key"] for row in b.data["rows"]] for b in found.blocks if isinstance(b, Figure)}
    assert drawn == {"likert_a_1": ["a1", "a3"]}  # no picture of a single bar


def test_items_of_a_scale_that_differ_by_an_eighth_of_the_range_are_named() -> None:
    data = np.array([[4, 4, 2, 2], [4, 3, 2, 2], [5, 4, 2, 2], [4, 3, 3, 3]], dtype=float)
    found = section(items, items_only(data, sizes=(2, 2)))
    (gaps,) = [b.say for b in found.blocks if isinstance(b, Finding) and b.say.key == "items.gaps"]
    # 4.25 and 3.50 on 0 to 5 in the first scale, equal means in the second
    assert [(x.values["high_mean"], x.values["low_mean"]) for x in gaps.values["scales"]] == [(4.25, 3.5)]


def test_a_mark_of_the_kind_at_the_end_of_a_question_is_not_doubled() -> None:
    def text(en: str, zh: str) -> tuple[str, str]:
        label = asked(Question("q", Label(en, zh), "multiple"))
        return label.en, label.zh

    assert text("Which? (choose all that apply)", "哪些？（可多选）") == ("Which?", "哪些？")
    assert text("Rank these.", "请排序。[排序题]") == ("Rank these", "请排序")
    assert text("Which (if any)?", "哪些（如有）？") == ("Which (if any)?", "哪些（如有）？")


def test_multiple_response_denominators(study: Study) -> None:
    reference = expected("q93")["multiple"]
    found, spss = section(items, study), section(items, q93(compat="spss"))
    assert value(found, "multiple_MR", "MR/1", "n") == reference["counts"][0]
    assert value(found, "multiple_MR", "MR/1", "percent_cases") == pytest.approx(100 * 59 / 93)
    assert value(spss, "multiple_MR", "MR/1", "percent_cases") == pytest.approx(100 * 59 / 92)
    assert value(found, "multiple_MR", "MR/total", "percent_responses") == pytest.approx(100)


def test_measured_items_have_no_distribution_of_answers() -> None:
    for high in (10.0, 100.0):
        asked_of = tuple(Item(f"a{k}", Label.of(f"a{k}"), (), 0.0, high) for k in (1, 2))
        scores = Scale("a", Label.of("a"), asked_of)
        data = pd.DataFrame({"a1": [2.5, 4.25, 9.0, 3.5], "a2": [1.5, 8.0, 9.5, 6.0]})
        found = section(items, study_of(Questionnaire("q", Label.of("q"), (), (scores,)), data))
        assert [said.key for said in found.methods] == ["items.methods_measured"]
        assert [b.id for b in found.blocks if hasattr(b, "columns")] == ["items"]


def test_years_have_no_separators_and_ends_are_given_as_they_were_answered() -> None:
    asked_of = tuple(Question(name, Label.of(name), "number") for name in ("born", "children", "height"))
    data = pd.DataFrame(
        {"born": [1988.0, 1990, np.nan], "children": [0.0, 2, 1], "height": [1.62, 1.8, 1.75]}
    )
    found = section(sample, study_of(Questionnaire("q", Label.of("q"), asked_of), data))
    assert {row.key: row.kind for row in found.table("numbers").rows} == {
        "born": "df",
        "children": None,
        "height": None,
    }
    texts = {
        b.say.values["question"].en: b.say
        for b in found.blocks
        if isinstance(b, Finding) and "low" in b.say.values
    }
    worded = {name: Wording(CATALOGUE, "en").text(said) for name, said in texts.items()}
    assert worded["born"].endswith("*M* = 1989 (*SD* = 1.41) and ranged from 1988 to 1990.".replace("*", ""))
    assert worded["children"].endswith("ranged from 0 to 2.")
    assert worded["height"].endswith("ranged from 1.62 to 1.80.")


def test_likert_figure_keeps_every_category() -> None:
    found = section(items, items_only(np.full((20, 2), 2.0), sizes=(2,)))
    figure = next(block for block in found.blocks if isinstance(block, Figure))
    assert len(figure.data["categories"]) == 5
    assert figure.data["rows"][0]["percents"] == [0, 100, 0, 0, 0]
    assert "items.constant" in keys(found)


def test_open_answers_are_counted_and_never_quoted() -> None:
    question = Question("why", Label.of("Why?"), "text")
    asked = Questionnaire("q", Label.of("q"), (), (), (question,))
    data = pd.DataFrame({"why": ["a secret of mine", None, "another"]})
    found = section(items, study_of(asked, data))
    assert value(found, "open", "why", "n") == 2
    assert "secret" not in repr(found)


# -- reliability ------------------------------------------------------------------------------


def test_reliability_equals_r(study: Study) -> None:
    found = section(reliability, study)
    for scale, reference in expected("q93")["reliability"].items():
        alpha = value(found, "scales", scale, "alpha")
        assert isinstance(alpha, Estimate)
        assert (alpha.value, alpha.low, alpha.high) == pytest.approx(
            (reference["alpha"], reference["alpha_low"], reference["alpha_high"]), rel=1e-9
        )
        assert value(found, "scales", scale, "n") == reference["n"]
        assert value(found, "scales", scale, "omega_total") == pytest.approx(
            reference["omega_total"], abs=1e-7
        )
    first = expected("q93")["reliability"]["promotion"]
    for at in range(5):
        row = f"promotion/PRO{at + 1}"
        assert value(found, "items", row, "item_rest_r") == pytest.approx(first["item_rest_r"][at], rel=1e-9)
        assert value(found, "items", row, "t") == pytest.approx(first["critical_ratio"]["welch"][at]["t"])


def test_undeclared_reverse_item_is_reported(study: Study) -> None:
    data = study.responses.frame.copy()
    data["PAY3"] = 6 - data["PAY3"]
    said = keys(section(reliability, study_of(study.questionnaire, data)))
    assert {"reliability.negative_items", "reliability.omega_negative", "reliability.raising"} <= said


def test_negative_alpha_is_printed_with_its_reason() -> None:
    rng = np.random.default_rng(2)
    x = rng.integers(1, 6, 60).astype(float)
    found = section(reliability, items_only(np.column_stack([x, 6 - x, rng.integers(1, 6, 60)]), sizes=(3,)))
    assert value(found, "scales", "s1", "alpha").value < 0
    assert "reliability.negative_alpha" in keys(found)
    assert not {"reliability.raising", "reliability.weak_items"} & keys(found)


# -- validity ---------------------------------------------------------------------------------


def test_validity_equals_r(study: Study) -> None:
    found = section(validity, study)
    reference = expected("q93")["factors"]
    assert value(found, "adequacy", "all", "kmo") == pytest.approx(reference["kmo"], rel=1e-10)
    assert value(found, "adequacy", "all", "chi2") == pytest.approx(reference["chi2"], rel=1e-10)
    assert value(found, "loadings", "PAY1", "msa") == pytest.approx(reference["msa"][0], rel=1e-10)
    # six scales, of which parallel analysis sees four among 60 complete answers: both are shown
    assert value(found, "eigenvalues", "4", "retained") is True
    assert value(found, "eigenvalues", "5", "retained") is False
    theirs = np.array(reference["minres"]["communality"])
    ours = [row.cells[-1] for row in found.table("loadings_declared").rows]
    np.testing.assert_allclose(ours, theirs, atol=1e-6)
    assert {"validity.number_both", "validity.small", "validity.lost", "validity.harman"} <= keys(found)
    harman = next(b.say for b in found.blocks if isinstance(b, Finding) and b.say.key == "validity.harman")
    assert harman.values["percent"] == pytest.approx(reference["harman_percent"])


def test_spss_conventions() -> None:
    found = section(validity, q93(compat="spss"))
    # seven eigenvalues above 1 (R: eigen(cor(X)))
    assert len([c for c in found.table("loadings").columns if c.key.startswith("loading_")]) == 7
    reference = np.array(expected("q93")["factors"]["components"]["communality"])
    ours = [row.cells[-1] for row in found.table("loadings_declared").rows]
    np.testing.assert_allclose(ours, reference, atol=1e-10)


def two_scales(n: int, seed: int = 4) -> np.ndarray:
    rng = np.random.default_rng(seed)
    common = np.repeat(rng.normal(size=(n, 2)), 4, axis=1)
    return np.clip(np.round(3 + common + 0.8 * rng.normal(size=(n, 8))), 1, 5)


def test_scales_that_are_found_again() -> None:
    found = section(validity, items_only(two_scales(300), sizes=(4, 4)))
    assert {"validity.number_same", "validity.all_match"} <= keys(found)
    assert {value(found, "match", "s1", "factor"), value(found, "match", "s2", "factor")} == {"F1", "F2"}


def test_scales_that_are_one_in_the_data() -> None:
    found = section(validity, items_only(two_scales(300), sizes=(2, 2, 4)))
    assert "validity.shared" in keys(found)


def test_a_seed_repeats_the_section(study: Study) -> None:
    assert section(validity, study) == section(validity, study)
    other = with_plan(study, replace(study.plan, seed=2))
    one, two = (value(section(validity, s), "eigenvalues", "1", "random_mean") for s in (study, other))
    assert one != two


# -- odd data -----------------------------------------------------------------------------------

RNG = np.random.default_rng(9)
NAN_COLUMN = np.column_stack([RNG.integers(1, 6, (30, 4)), np.full(30, np.nan)]).astype(float)
CONSTANT = np.column_stack([RNG.integers(1, 6, (30, 4)), np.full(30, 3)]).astype(float)
IDENTICAL = np.column_stack([two_scales(30), two_scales(30)[:, :1]])
ODD: dict[str, tuple[np.ndarray, tuple[int, ...]]] = {
    "two respondents": (np.array([[1.0, 2, 3, 4], [2, 2, 5, 1]]), (2, 2)),
    "one respondent": (np.array([[1.0, 2, 3, 4]]), (2, 2)),
    "six by ten": (RNG.integers(1, 6, (6, 10)).astype(float), (5, 5)),
    "constant item": (CONSTANT, (5,)),
    "all constant": (np.full((20, 4), 3.0), (2, 2)),
    "all-missing item": (NAN_COLUMN, (5,)),
    "all missing": (np.full((20, 4), np.nan), (2, 2)),
    "identical items": (IDENTICAL, (4, 5)),
    "zero and one": (RNG.integers(0, 2, (60, 6)).astype(float), (3, 3)),
    "one-item scales": (RNG.integers(1, 6, (40, 3)).astype(float), (1, 1, 1)),
    "two-item scales": (two_scales(60), (2, 2, 2, 2)),
    "nobody complete": (
        np.where(np.eye(5, dtype=bool).repeat(6, axis=0), np.nan, RNG.integers(1, 6, (30, 5))),
        (5,),
    ),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("compat", ["default", "spss"])
@pytest.mark.filterwarnings("error")
def test_odd_data_give_a_section_or_a_reason(name: str, compat: Any) -> None:
    data, sizes = ODD[name]
    odd = items_only(data, sizes=sizes, compat=compat)
    done: list[Section | Skipped] = []
    for each in ANALYSES:
        try:
            done.append(each.present(each.compute(odd, {})))
        except Withheld as reason:
            title = Say(f"{each.id}.title")
            done.append(Skipped(each.id, title, Say(reason.key, reason.values)))
    for language in ("en", "zh"):
        typeset(Report({}, {}, tuple(done)), CATALOGUE, language)


def test_items_that_bar_the_way_are_named() -> None:
    with pytest.raises(NotComputable) as caught:
        validity.compute(items_only(IDENTICAL, sizes=(4, 5)), {})
    assert caught.value.values["names"] == ("I1", "I9")
    with pytest.raises(NotComputable) as caught:
        validity.compute(items_only(ODD["six by ten"][0], sizes=(5, 5)), {})
    assert caught.value.key == "withheld.more_items"


def test_what_is_left_out_is_said() -> None:
    for data in (CONSTANT, NAN_COLUMN):
        odd = items_only(data, sizes=(5,))
        assert "reliability.left_out" in keys(section(reliability, odd))
        assert "validity.left_out" in keys(section(validity, odd))
        assert value(section(reliability, odd), "scales", "s1", "items") == 4


def test_scale_of_one_item_says_why() -> None:
    found = section(reliability, items_only(two_scales(40), sizes=(1, 7)))
    note = next(n.say for n in found.table("scales").notes if n.row == "s1")
    assert note.values["reason"] == Say("reliability.single_item")
    assert np.isnan(value(found, "scales", "s1", "alpha"))


def test_shared_words_hold_every_reason() -> None:
    for key in ("too_few_items", "more_items", "total_constant", "too_many_factors", "not_converged"):
        assert f"withheld.{key}" in SHARED
