"""Studentised range, noncentral intervals and Shapiro–Wilk against R and scipy.stats."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import stdtr

from survey_kit.errors import NotComputable
from survey_kit.stats.effect_sizes import cohens_d, hedges_g
from survey_kit.stats.grouped import distinct_values, group_counts, group_moments
from survey_kit.stats.noncentral import noncentral_f_interval, noncentral_t_interval
from survey_kit.stats.normality import shapiro_wilk
from survey_kit.stats.roots import falling_root
from survey_kit.stats.studentized_range import studentized_range_quantile, studentized_range_tail

GOLDEN = Path(__file__).parent.parent / "golden"
R = json.loads((GOLDEN / "distributions" / "expected.json").read_text())
CORRELATIONS = json.loads((GOLDEN / "correlations" / "expected.json").read_text())


def test_studentized_range_equals_ptukey() -> None:
    for k in {row["k"] for row in R["tukey"]}:
        rows = [row for row in R["tukey"] if row["k"] == k]
        q, df, tail = (np.array([row[key] for row in rows]) for key in ("q", "df", "tail"))
        ours = studentized_range_tail(q, k, df)
        # R itself is off by 1.6e-8 at k = 2, df = 20000, where the t distribution is exact
        assert_allclose(ours[df < 1000], tail[df < 1000], atol=2e-9)
        assert_allclose(ours, tail, atol=3e-8)


@pytest.mark.parametrize(("k", "df", "q"), [(3, 2.0, 40.0), (5, 1.5, 3.0), (10, 3.7, 5.0), (20, 7.0, 4.0)])
def test_few_degrees_of_freedom_equal_scipy(k: int, df: float, q: float) -> None:
    # R's ptukey is off by up to 3e-3 here and refuses df below 2
    from scipy.stats import studentized_range

    assert_allclose(
        studentized_range_tail(np.array([q]), k, np.array([df]))[0],
        studentized_range.sf(q, k, df),
        atol=1e-10,
    )


def test_range_of_two_is_a_t_test() -> None:
    q, df = np.linspace(0.0, 30.0, 40), np.geomspace(1.0, 1e6, 40)
    assert_allclose(studentized_range_tail(q, 2, df), 2 * stdtr(df, -q / math.sqrt(2)), atol=1e-12)


def test_quantile_is_the_inverse_of_the_tail() -> None:
    df = np.array([1.0, 3.3, 20.0, 88.0, np.nan, 1e5])
    for k in (2, 4, 9):
        q = studentized_range_quantile(0.95, k, df)
        assert_allclose(studentized_range_tail(q, k, df), np.where(np.isnan(df), np.nan, 0.05), rtol=1e-8)


def test_noncentral_t_equals_r() -> None:
    for row in R["noncentral_t"]:
        low, high = noncentral_t_interval(np.array([row["t"]]), np.array([row["df"]]), level=row["level"])
        # R warns that pt with ncp need not reach full precision; 1e-6 is what its two branches agree to
        assert_allclose([low[0], high[0]], [row["low"], row["high"]], atol=2e-6)


def test_noncentral_f_equals_r() -> None:
    for row in R["noncentral_f"]:
        low, high = noncentral_f_interval(
            np.array([row["f"]]), np.array([row["df1"]]), np.array([row["df2"]]), level=row["level"]
        )
        assert_allclose([low[0], high[0]], [row["low"], row["high"]], rtol=1e-5, atol=1e-6)


def test_huge_statistics_have_intervals() -> None:
    low, high = noncentral_t_interval(np.array([300.0, -300.0, 40.0]), np.array([1e5, 1e5, 3.0]))
    assert (low < [300, -300, 40]).all()
    assert (high > [300, -300, 40]).all()
    # mirrored statistics have mirrored intervals
    assert_allclose([low[0], high[0]], [-high[1], -low[1]], rtol=1e-9)
    low, high = noncentral_f_interval(np.array([5000.0, 0.0]), np.array([9.0, 3.0]), np.array([1e5, 50.0]))
    assert low[0] < 45000 < high[0]
    assert high[1] == 0.0


@pytest.mark.parametrize(("name", "standardizer"), [("pooled", "pooled"), ("average", "average")])
def test_effect_size_intervals_equal_r(name: str, standardizer: str) -> None:
    y = np.array(R["x1"] + R["x2"])
    by = np.repeat([0, 1], [len(R["x1"]), len(R["x2"])])
    groups = group_moments(group_counts(distinct_values(y), by, 2))
    for size, key in (
        (cohens_d(groups, standardizer=standardizer), "d"),
        (hedges_g(groups, standardizer=standardizer), "g"),
    ):
        assert_allclose([size.value, size.low, size.high], [R[name][key], *R[name][f"{key}_ci"]], rtol=1e-6)


def expected_quantiles(n: int) -> np.ndarray:
    """R: round(qexp(ppoints(n)), 6)."""
    a = 0.375 if n <= 10 else 0.5
    return np.round(-np.log1p(-(np.arange(1, n + 1) - a) / (n + 1 - 2 * a)), 6)


@pytest.mark.parametrize("row", R["shapiro"], ids=lambda row: f"n{row['n']}")
def test_shapiro_wilk_equals_r(row: dict) -> None:
    x = np.array(row["x"]) if row.get("x") else expected_quantiles(row["n"])
    ours = shapiro_wilk(x)
    assert ours.n == row["n"]
    # W is the same algorithm in double precision; p amplifies its error for large n
    assert_allclose(ours.w, row["w"], rtol=1e-9)
    assert_allclose(ours.p, row["p"], rtol=1e-5, atol=1e-90)


def test_shapiro_wilk_with_ties_and_real_data() -> None:
    ours = shapiro_wilk(np.array(R["shapiro_tied"]["x"], dtype=float))
    assert_allclose([ours.w, ours.p], [R["shapiro_tied"]["w"], R["shapiro_tied"]["p"]], rtol=1e-7)
    data = np.genfromtxt(GOLDEN / "correlations" / "attitude.csv", delimiter=",", names=True, deletechars='"')
    for name, theirs in CORRELATIONS["attitude_shapiro"].items():
        ours = shapiro_wilk(np.asarray(data[name], dtype=float))
        assert_allclose([ours.w, ours.p], [theirs["statistic"], theirs["p"]], rtol=1e-9)


def test_shapiro_wilk_refuses_what_it_cannot_do() -> None:
    for x, key in (
        (np.array([1.0, 2.0, np.nan]), "withheld.too_few"),
        (np.full(10, 3.0), "withheld.no_spread"),
        (np.arange(5001.0), "withheld.shapiro_too_many"),
    ):
        with pytest.raises(NotComputable, match=key):
            shapiro_wilk(x)


def test_falling_root_keeps_to_its_bracket() -> None:
    roots = falling_root(lambda x: 1.0 - x**3, np.array([0.0, 2.0, 0.0, 1.0]), np.array([5.0, 3.0, 0.5, 9.0]))
    assert_allclose(roots, [1.0, 2.0, 0.5, 1.0], rtol=1e-10)
    flat = falling_root(lambda x: np.where(x < 3, 1.0, -1e-9), np.array([0.0]), np.array([1e6]))
    assert_allclose(flat, [3.0], rtol=1e-6)
