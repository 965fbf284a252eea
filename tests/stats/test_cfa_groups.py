"""Invariance of a factor model against lavaan (tests/golden/invariance), and what must hold whatever the data."""

import json
from functools import cache
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest

from survey_kit.errors import NotComputable
from survey_kit.stats.cfa import cfa
from survey_kit.stats.cfa_groups import GroupedFit, configural, tied
from survey_kit.stats.cfa_groups_fit import difference, grouped_indices, grouped_robust_indices, released
from survey_kit.stats.cfa_groups_model import GroupValues, slopes_of, ties_of
from survey_kit.stats.cfa_indices import FitIndices, fit_indices
from survey_kit.stats.cfa_likelihood import log_likelihood
from survey_kit.stats.cfa_model import FactorPattern, factor_pattern, implied
from survey_kit.stats.moments import moments
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "invariance"
CASES = [("holzinger", "school"), ("holzinger", "sex"), ("bfi", "education")]
NEAR = 2e-5  # lavaan's optimiser stops up to 2e-5 short in single estimates; likelihoods agree to 1e-9


@cache
def sample(name: str, by: str) -> tuple[tuple[np.ndarray, ...], FactorPattern, dict[str, Any]]:
    expected = json.loads((GOLDEN / f"{name}.json").read_text())[by]
    frame = pd.read_csv(GOLDEN / f"{name}.csv")
    items = tuple(expected["ml"]["steps"]["scalar"]["items"])
    size = 3 if name == "holzinger" else 5
    groups = tuple(items[at : at + size] for at in range(0, len(items), size))
    codes = sorted(frame[by].unique())
    rows = tuple(frame.loc[frame[by] == code, list(items)].to_numpy(float) for code in codes)
    return rows, factor_pattern(items, groups), expected


def steps(
    rows: tuple[np.ndarray, ...], pattern: FactorPattern, *, full: bool = False
) -> tuple[GroupedFit, ...]:
    free = configural(rows, pattern, full=full)
    return free, tied(free, "metric"), tied(free, "scalar")


@cache
def fitted(name: str, by: str, *, full: bool = False) -> tuple[GroupedFit, ...]:
    rows, pattern, _ = sample(name, by)
    return steps(rows, pattern, full=full)


def close(ours: Any, theirs: Any, tolerance: float = NEAR) -> None:
    np.testing.assert_allclose(ours, np.array(theirs, dtype=float), rtol=tolerance, atol=tolerance)


PLAIN = {
    "parameters": "npar", "chi2": "chisq", "df": "df", "p": "pvalue", "cfi": "cfi", "tli": "tli", "rmsea": "rmsea",
    "rmsea_low": "rmsea.ci.lower", "rmsea_high": "rmsea.ci.upper", "rmsea_p": "rmsea.pvalue", "srmr": "srmr", "aic": "aic",
    "bic": "bic", "baseline_chi2": "baseline.chisq", "baseline_df": "baseline.df",
}  # fmt: skip
ROBUST = {
    "chi2": "chisq.scaled", "p": "pvalue.scaled", "scale": "chisq.scaling.factor", "cfi": "cfi.robust",
    "tli": "tli.robust", "rmsea": "rmsea.robust", "rmsea_low": "rmsea.ci.lower.robust",
    "rmsea_high": "rmsea.ci.upper.robust", "rmsea_p": "rmsea.pvalue.robust", "srmr": "srmr",
    "baseline_chi2": "baseline.chisq.scaled",
}  # fmt: skip


def compare(found: FitIndices | None, reference: dict[str, float], names: dict[str, str]) -> None:
    for ours, theirs in names.items():
        np.testing.assert_allclose(
            getattr(found, ours), reference[theirs], rtol=1e-6, atol=1e-6, err_msg=ours
        )


@pytest.mark.parametrize(("name", "by", "full"), [*((*each, False) for each in CASES), (*CASES[2], True)])
def test_estimates_equal_lavaan(name: str, by: str, full: bool) -> None:
    expected = sample(name, by)[2]["fiml" if full else "ml"]["steps"]
    for fit in fitted(name, by, full=full):
        reference = expected[fit.step]
        assert [each.n for each in fit.samples] == reference["nobs"]
        close(fit.log_likelihood, reference["fit"]["logl"], 1e-9)
        close(fit.values.loadings.ravel(), reference["loading"])
        close(fit.values.errors.ravel(), reference["error"])
        close(fit.values.phi.diagonal(axis1=1, axis2=2).ravel(), reference["variance"])
        close(fit.values.intercepts.ravel(), reference["intercept"])
        close(fit.values.factor_means.ravel(), reference["mean"])
        close(fit.factor_means_se.ravel(), reference["mean_se"])
        compare(grouped_indices(fit), reference["fit"], PLAIN)


@pytest.mark.parametrize(("name", "by"), CASES)
def test_robust_statistics_equal_lavaan(name: str, by: str) -> None:
    expected = sample(name, by)[2]["mlr"]["steps"]
    for fit in fitted(name, by):
        reference = expected[fit.step]
        compare(grouped_robust_indices(fit), reference["fit"], ROBUST)
        assert fit.factor_means_robust is not None
        close(fit.factor_means_robust.ravel(), reference["mean_se"])


@pytest.mark.parametrize("kind", ["ml", "mlr", "fiml"])
@pytest.mark.parametrize(("name", "by"), CASES)
def test_differences_equal_lavaan(name: str, by: str, kind: str) -> None:
    reference = sample(name, by)[2].get(kind)
    if reference is None:
        pytest.skip("no answer is missing")
    free, metric, scalar = fitted(name, by, full=kind == "fiml")
    # the scaled difference divides by a small difference of traces
    tolerance = 1e-7 if kind != "mlr" else 2e-5
    for at, pair in enumerate(((free, metric), (metric, scalar))):
        found = difference(*pair, scaled=kind == "mlr")
        for attribute in ("chi2", "df", "p"):
            expected = reference["difference"][attribute][at]
            np.testing.assert_allclose(getattr(found, attribute), expected, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("by", ["school", "sex"])
def test_score_tests_equal_lavaan(by: str) -> None:
    expected = sample("holzinger", by)[2]["ml"]["score"]
    _, metric, scalar = fitted("holzinger", by)
    both: tuple[tuple[GroupedFit, Literal["loadings", "intercepts"]], ...] = (
        (metric, "loadings"),
        (scalar, "loadings"),
        (scalar, "intercepts"),
    )
    for fit, what in both:
        mark = "=~" if what == "loadings" else "~1"
        reference = [each["chi2"] for each in expected[fit.step] if mark in each["what"]]
        found = released(fit, what)
        assert found.df == 1
        # lavaan has no test of the first loadings, which it fixes
        kept = found.chi2 if what == "intercepts" else np.delete(found.chi2, fit.pattern.markers)
        close(kept, reference, 5e-5)


def test_configural_is_the_sum_of_the_groups() -> None:
    rows, pattern, _ = sample("bfi", "education")
    free = fitted("bfi", "education")[0]
    alone = [fit_indices(cfa(moments(group, pattern.names), pattern)) for group in rows]
    assert grouped_indices(free).chi2 == pytest.approx(sum(each.chi2 for each in alone), rel=1e-10)
    assert free.df == sum(each.df for each in alone)


def test_order_of_groups_rows_and_units_do_not_matter() -> None:
    rows, pattern, _ = sample("bfi", "education")
    rng = np.random.default_rng(3)
    stretched = np.arange(1, 11)
    moved = tuple(group[rng.permutation(len(group))] * stretched - 7 for group in rows[::-1])
    for plain, again in zip(fitted("bfi", "education"), steps(moved, pattern), strict=True):
        ours, theirs = grouped_indices(plain), grouped_indices(again)
        for name in ("chi2", "cfi", "rmsea", "srmr"):
            assert getattr(ours, name) == pytest.approx(getattr(theirs, name), rel=1e-7), name
    one, other = (fitted("bfi", "education")[2], steps(moved, pattern)[2])
    # the reference group is now the last: the differences between the groups are the same
    close(np.diff(other.values.factor_means[::-1, 0]), np.diff(one.values.factor_means[:, 0]), 1e-6)


def test_a_constant_added_to_all_items_of_a_group_is_a_factor_mean() -> None:
    rng = np.random.default_rng(5)
    common = rng.normal(size=(300, 1)) + rng.normal(size=(300, 4))
    pattern = factor_pattern(tuple("abcd"), (tuple("abcd"),))
    same = steps((common, common + 0.5), pattern)
    # the loadings of one sample taken twice are equal, and its intercepts differ by the loadings at most
    assert grouped_indices(same[1]).chi2 == pytest.approx(2 * fit_indices(same[0].samples[0]).chi2, rel=1e-8)
    level = (common, common + 0.5 * same[0].values.loadings[0])
    shifted = steps(level, pattern)[2]
    assert difference(same[1], shifted, scaled=False).chi2 == pytest.approx(0, abs=1e-7)
    assert shifted.values.factor_means[1, 0] == pytest.approx(0.5, abs=1e-7)


def test_the_difference_test_of_equal_groups_is_a_chi_square() -> None:
    rng = np.random.default_rng(11)
    pattern = factor_pattern(tuple("abcdef"), (tuple("abc"), tuple("def")))
    found = []
    for _ in range(20):
        common = np.repeat(rng.normal(size=(400, 2)), 3, axis=1) * 0.8 + rng.normal(size=(400, 6)) * 0.6
        free, metric, scalar = steps((common[:150], common[150:]), pattern)
        found.append(
            [difference(free, metric, scaled=True).chi2, difference(metric, scalar, scaled=True).chi2]
        )
    # 20 draws of χ²(4): mean 4, four standard errors of √(8 / 20) = .632
    assert np.abs(np.mean(found, axis=0) - 4).max() < 4 * 0.632


def test_derivatives_are_those_of_the_likelihood() -> None:
    pattern = sample("holzinger", "sex")[1]
    fit = fitted("holzinger", "sex")[2]
    patterns = [each.patterns for each in fit.samples]
    ties = ties_of(pattern, 2, "scalar", marker=True)
    rng = np.random.default_rng(1)
    at = fit.values.moved(ties @ rng.normal(0, 0.05, ties.shape[1]))

    def height(values: GroupValues) -> float:
        own = [values.of(pattern, group) for group in range(2)]
        total = sum(
            log_likelihood(each.means, implied(pattern, each), group)
            for each, group in zip(own, patterns, strict=True)
        )
        return -total / fit.n

    here = slopes_of(pattern, at, patterns, ties)
    units = [ties @ step for step in np.eye(ties.shape[1]) * 1e-5]
    # central differences of step 1e-5: errors of about 1e-9
    close([(height(at.moved(e)) - height(at.moved(-e))) / 2e-5 for e in units], here.gradient, 1e-7)
    bent = [
        (
            slopes_of(pattern, at.moved(e), patterns, ties).gradient
            - slopes_of(pattern, at.moved(-e), patterns, ties).gradient
        )
        / 2e-5
        for e in units
    ]
    close(bent, here.observed, 1e-7)


def test_what_cannot_be_fitted_says_so() -> None:
    rows, pattern, _ = sample("holzinger", "school")
    with pytest.raises(NotComputable) as few:
        configural((rows[0], rows[1][:9]), pattern, full=False)
    assert few.value.key == "withheld.more_items"
    constant = rows[1].copy()
    constant[:, 2] = 4.0
    with pytest.raises(NotComputable) as same:
        configural((rows[0], constant), pattern, full=False)
    assert same.value.key == "withheld.no_variance"
    full = fitted("bfi", "education", full=True)
    assert np.isnan(difference(*full[:2], scaled=True).chi2)
    assert grouped_robust_indices(full[0]) is None
