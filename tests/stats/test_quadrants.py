"""Quadrants of points and what resampling does to them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.stats.quadrants import quadrant_of, quadrant_probabilities, resampled_moments


def test_given_cuts_and_means() -> None:
    x, y = np.array([2.0, 3.0, 4.0]), np.array([3.0, 5.0, 1.0])
    assert quadrant_of(x, y).tolist() == [0, 1, 3]
    assert quadrant_of(x, y, x_cut=3.5, y_cut=4.0).tolist() == [2, 0, 3]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000))
def test_probabilities_add_up_and_ignore_the_order(seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(50, 4)), rng.normal(size=(50, 4))
    found = quadrant_probabilities(x, y)
    assert_allclose(found.sum(axis=1), 1.0)
    order = rng.permutation(4)
    assert_allclose(quadrant_probabilities(x[:, order], y[:, order]), found[order])


def test_resampled_moments_centre_on_the_sample() -> None:
    data = np.random.default_rng(3).integers(1, 6, size=(200, 3)).astype(float)
    means, cov = resampled_moments(data, 2000, np.random.default_rng(1))
    se = data.std(axis=0) / np.sqrt(200)
    assert_allclose(means.mean(axis=0), data.mean(axis=0), atol=0.02)
    # the SD of resampled means is the standard error; 2,000 draws give it to some 5 %
    assert_allclose(means.std(axis=0), se, rtol=0.06)
    assert_allclose(cov.mean(axis=0), np.cov(data, rowvar=False), rtol=0.05, atol=0.03)
    again, _ = resampled_moments(data, 2000, np.random.default_rng(1))
    assert_allclose(means, again, atol=0)


def test_a_resample_is_what_its_counts_say() -> None:
    rows = np.array([[1.0, 2.0], [1.0, 2.0], [5.0, 0.0]])
    means, cov = resampled_moments(rows, 50, np.random.default_rng(2))
    share = (means[:, 0] - 1) / 4  # of the third row
    assert_allclose(means[:, 1], 2 - 2 * share)
    assert_allclose(cov[:, 0, 0], 16 * share * (1 - share) * 3 / 2, atol=1e-12)
    assert set((share * 3).round(9)) <= {0.0, 1.0, 2.0, 3.0}


def test_paired_t_tests_equal_r() -> None:
    import csv
    import json
    from pathlib import Path

    from survey_kit.stats.mean_tests import one_sample_t
    from survey_kit.stats.multiplicity import holm

    folder = Path(__file__).parent.parent / "golden" / "relative_importance"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["paired"]
    with (folder / "attitude.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    column = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}
    pairs = (("rating", "complaints"), ("privileges", "learning"), ("raises", "critical"))
    tests = []
    for first, second in pairs:
        gap = column[second] - column[first]
        tests.append(one_sample_t(len(gap), float(gap.mean()), float(gap.std(ddof=1))))
    for key in ("t", "p", "difference", "low", "high"):
        assert_allclose([getattr(test, key) for test in tests], expected[key], rtol=1e-9)
    assert holm(np.array([test.p for test in tests])) == pytest.approx(expected["holm"], rel=1e-9)
