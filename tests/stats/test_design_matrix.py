"""Dummy coding: which category is the reference, what happens to sparse ones, what is missing."""

import numpy as np
from numpy.testing import assert_array_equal

from survey_kit.stats.design_matrix import (
    CategoricalTerm,
    MetricTerm,
    code_categories,
    complete_rows,
    design_block,
)


def coded(sizes: dict[float, int], *, ordered: bool = False) -> CategoricalTerm:
    codes = np.repeat(list(sizes), list(sizes.values())).astype(float)
    return CategoricalTerm("q", codes, (1.0, 2.0, 3.0, 4.0, 5.0), ordered)


def test_reference_is_the_first_option_that_occurs() -> None:
    coding = code_categories(term := coded({3: 9, 2: 8, 5: 7}), term.codes)
    assert coding.groups == ((2,), (3,), (5,))
    assert coding.sizes == (8, 9, 7)
    assert coding.regrouping == "none"


def test_sparse_ordered_categories_join_the_smaller_neighbour() -> None:
    coding = code_categories(term := coded({1: 20, 2: 2, 3: 10, 4: 8, 5: 1}, ordered=True), term.codes)
    assert coding.groups == ((1,), (2, 3), (4, 5))
    assert coding.sizes == (20, 12, 9)
    assert coding.regrouping == "neighbours"
    two = code_categories(term := coded({1: 3, 2: 10}, ordered=True), term.codes)
    assert two.groups == ((1,), (2,))
    assert two.regrouping == "small"


def test_sparse_unordered_categories_join_each_other_never_a_large_one() -> None:
    coding = code_categories(term := coded({1: 3, 2: 20, 3: 15, 4: 4}), term.codes)
    assert coding.groups == ((2,), (3,), (1, 4))
    assert coding.sizes == (20, 15, 7)
    assert coding.regrouping == "rest"
    lone = code_categories(term := coded({1: 2, 2: 20, 3: 15}), term.codes)
    assert lone.groups == ((2,), (3,), (1,))
    assert lone.regrouping == "small"
    tiny = code_categories(term := coded({1: 2, 2: 1, 3: 3}), term.codes)
    assert tiny.groups == ((1,), (2,), (3,))
    assert tiny.regrouping == "small"


def test_columns_rows_and_constants() -> None:
    group = CategoricalTerm("g", np.array([1, 1, 2, 2, np.nan, 2, 1] * 5, dtype=float), (1.0, 2.0))
    score = MetricTerm("x", np.tile([1.0, 2.0, np.nan, 4.0, 5.0, 6.0, 7.0], 5))
    same = MetricTerm("flat", np.full(35, 3.0))
    rows = complete_rows([group, score, same], np.zeros(35))
    assert rows.sum() == 25
    design = design_block([group, score, same], rows)
    assert design.keys == ("g=2", "x")
    assert design.constant == ("flat",)
    assert_array_equal(design.X[:5, 0], [0, 0, 1, 1, 0])
    nobody = design_block([score], np.zeros(35, dtype=bool))
    assert nobody.X.shape == (0, 0)
    assert nobody.constant == ("x",)


def test_names_from_data_are_never_read_as_formulas() -> None:
    hostile = MetricTerm("__import__('os').system('true') ~ C(Q) + 1", np.arange(6.0))
    assert design_block([hostile], np.ones(6, dtype=bool)).keys == (hostile.name,)
