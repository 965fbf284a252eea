"""Confirmatory factor analysis against lavaan (tests/golden/cfa), and what must hold whatever the data."""

import json
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from survey_kit.errors import NotComputable
from survey_kit.stats.cfa import CfaFit, cfa, cfa_full_information
from survey_kit.stats.cfa_htmt import htmt, htmt_interval
from survey_kit.stats.cfa_indices import FitIndices, fit_indices, noncentrality, robust_indices
from survey_kit.stats.cfa_likelihood import answer_patterns, log_likelihood, scores, slopes
from survey_kit.stats.cfa_model import FactorPattern, Parameters, factor_pattern, implied
from survey_kit.stats.cfa_standardized import convergent_validity, standardized
from survey_kit.stats.moments import Moments, moments
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
NEAR = 1e-5  # lavaan stops up to 8e-6 short of the top (ours has the higher likelihood and no gradient left)


@cache
def case(name: str) -> tuple[np.ndarray, FactorPattern, dict[str, Any]]:
    expected = json.loads((GOLDEN / "cfa" / f"{name}.json").read_text())
    items = tuple(expected["ml"]["items"])
    folder = "cfa" if name == "holzinger" else "scales"
    frame = pd.read_csv(GOLDEN / folder / f"{name}.csv")
    if name == "q93":
        frame[["PRO4", "APP5"]] = 6 - frame[["PRO4", "APP5"]]
    size = 3 if name == "holzinger" else 5
    groups = tuple(items[at : at + size] for at in range(0, len(items), size))
    return frame[list(items)].to_numpy(float), factor_pattern(items, groups), expected


@cache
def fitted(name: str, kind: str) -> CfaFit:
    data, pattern, _ = case(name)
    if kind.startswith("fiml"):
        return cfa_full_information(data, pattern)
    return cfa(moments(data, pattern.names), pattern, data)


def close(ours: Any, theirs: Any, tolerance: float = NEAR) -> None:
    np.testing.assert_allclose(ours, np.array(theirs, dtype=float), rtol=tolerance, atol=tolerance)


def standard_errors(fit: CfaFit, *, robust: bool) -> np.ndarray:
    errors = np.zeros(len(fit.free))
    covariance = fit.robust if robust else fit.covariance
    assert covariance is not None
    errors[fit.free] = np.sqrt(np.diag(covariance))
    return errors


@pytest.mark.parametrize("kind", ["ml", "mlr", "fiml", "fiml_mlr"])
@pytest.mark.parametrize("name", ["holzinger", "q93"])
def test_estimates_equal_lavaan(name: str, kind: str) -> None:
    _, pattern, expected = case(name)
    reference, fit, k = expected[kind], fitted(name, kind), len(pattern.names)
    errors = standard_errors(fit, robust=kind.endswith("mlr"))
    assert fit.n == reference["n"]
    close(fit.log_likelihood, reference["fit"]["logl"], 1e-9)
    close(fit.parameters.loadings, reference["loading"])
    close(errors[:k], reference["loading_se"])
    close(fit.parameters.errors, reference["error"])
    close(errors[k : 2 * k], reference["error_se"])
    # lavaan: the variances, then the covariances row by row
    phi = fit.parameters.phi
    upper = np.triu_indices(pattern.factors, 1)
    close(np.concatenate([np.diag(phi), phi[upper]]), reference["factor"])
    solution = standardized(fit, robust=kind.endswith("mlr"))
    close(solution.loadings, reference["std"])
    close(solution.loadings_se, reference["std_se"])
    close(solution.correlations[upper], reference["r"])
    close(solution.correlations_se[upper], reference["r_se"])


PLAIN = {
    "parameters": "npar", "chi2": "chisq", "df": "df", "p": "pvalue", "cfi": "cfi", "tli": "tli", "rmsea": "rmsea",
    "rmsea_low": "rmsea.ci.lower", "rmsea_high": "rmsea.ci.upper", "rmsea_p": "rmsea.pvalue", "srmr": "srmr", "aic": "aic",
    "bic": "bic", "baseline_chi2": "baseline.chisq",
}  # fmt: skip
ROBUST = {
    "chi2": "chisq.scaled", "p": "pvalue.scaled", "scale": "chisq.scaling.factor", "cfi": "cfi.robust",
    "tli": "tli.robust", "rmsea": "rmsea.robust", "rmsea_low": "rmsea.ci.lower.robust",
    "rmsea_high": "rmsea.ci.upper.robust", "rmsea_p": "rmsea.pvalue.robust", "baseline_chi2": "baseline.chisq.scaled",
}  # fmt: skip


def compare(found: FitIndices, reference: dict[str, float], names: dict[str, str]) -> None:
    for ours, theirs in names.items():
        np.testing.assert_allclose(
            getattr(found, ours), reference[theirs], rtol=NEAR, atol=1e-7, err_msg=ours
        )


@pytest.mark.parametrize("name", ["holzinger", "q93"])
def test_indices_equal_lavaan(name: str) -> None:
    expected = case(name)[2]
    compare(fit_indices(fitted(name, "ml")), expected["ml"]["fit"], PLAIN | {"gfi": "gfi"})
    compare(robust_indices(fitted(name, "ml")), expected["mlr"]["fit"], ROBUST)
    compare(fit_indices(fitted(name, "fiml")), expected["fiml"]["fit"], PLAIN)
    assert np.isnan(fit_indices(fitted(name, "fiml")).gfi)
    compare(robust_indices(fitted(name, "fiml")), expected["fiml_mlr"]["fit"], ROBUST)


def test_too_large_a_model_is_not_scaled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_kit.stats.cfa_scaling.MOST_ITEMS", 8)
    data, pattern, _ = case("holzinger")
    fit = cfa_full_information(data, pattern)
    assert fit.scaling is None
    with pytest.raises(ValueError, match="rows"):
        robust_indices(fit)


def test_one_factor_equals_lavaan() -> None:
    data, pattern, expected = case("q93")
    one = factor_pattern(pattern.names, (pattern.names,))
    compare(
        fit_indices(cfa(moments(data, pattern.names), one)),
        expected["one_factor"]["fit"],
        PLAIN | {"gfi": "gfi"},
    )


@pytest.mark.parametrize("name", ["holzinger", "q93"])
def test_htmt_equals_semtools(name: str) -> None:
    data, pattern, expected = case(name)
    found = htmt_interval(data, pattern, np.random.default_rng(1), draws=400)
    off = ~np.eye(pattern.factors, dtype=bool)
    reference = np.array(expected["htmt"], dtype=float)
    close(found.value[off], reference[off], 1e-9)
    assert (found.low[off] < found.value[off]).all()
    assert (found.value[off] < found.high[off]).all()


def test_htmt_of_many_rows_resamples_blocks_of_them() -> None:
    rng = np.random.default_rng(3)
    common = rng.normal(size=(6000, 2)) @ np.array([[1, 0.5], [0, 0.9]])
    data = np.repeat(common, 3, axis=1) + rng.normal(size=(6000, 6))
    names = tuple("abcdef")
    pattern = factor_pattern(names, (names[:3], names[3:]))
    blocks = htmt_interval(data, pattern, np.random.default_rng(1), draws=2000)
    # the interval of 2,000 of the rows is wider by the root of three
    few = htmt_interval(data[:2000], pattern, np.random.default_rng(1), draws=2000)
    ratio = (few.high - few.low)[0, 1] / (blocks.high - blocks.low)[0, 1]
    assert ratio == pytest.approx(np.sqrt(3), rel=0.12)
    close(blocks.value, htmt(np.corrcoef(data, rowvar=False), pattern), 1e-12)


def test_composite_reliability_and_ave_by_hand() -> None:
    # loadings of .8, .7, .6: CR = 2.1² / (2.1² + .36 + .51 + .64), AVE = (.64 + .49 + .36) / 3
    loadings = np.array([0.8, 0.7, 0.6])
    cov = np.outer(loadings, loadings)
    np.fill_diagonal(cov, 1.0)
    names = ("a", "b", "c")
    fit = cfa(Moments(names, 200, np.zeros(3), cov), factor_pattern(names, (names,)))
    found = convergent_validity(fit)
    close(found.composite_reliability, [2.1**2 / (2.1**2 + 1.51)], 1e-8)
    close(found.average_variance_extracted, [1.49 / 3], 1e-8)
    close(standardized(fit, robust=False).loadings, loadings, 1e-8)
    saturated = fit_indices(fit)
    assert saturated.df == 0
    assert saturated.chi2 == pytest.approx(0, abs=1e-9)
    assert saturated.cfi == pytest.approx(1)
    assert np.isnan(saturated.rmsea)


def test_derivatives_are_those_of_the_likelihood() -> None:
    data, pattern, _ = case("holzinger")
    data = data[:120].copy()
    data[np.random.default_rng(2).random(data.shape) < 0.1] = np.nan
    patterns = answer_patterns(data)
    near = cfa_full_information(data, pattern).parameters
    at = Parameters(near.loadings * 1.1, near.errors * 0.9, near.phi * 1.2, near.means + 0.1)
    everything = np.ones(len(at.vector()), dtype=bool)

    def height(step: np.ndarray) -> float:
        there = at.moved(everything, step[:-9], at.means + step[-9:])
        return -log_likelihood(there.means, implied(pattern, there), patterns) / len(data)

    def gradient(step: np.ndarray) -> np.ndarray:
        there = at.moved(everything, step[:-9], at.means + step[-9:])
        return slopes(pattern, there, patterns).gradient

    here = slopes(pattern, at, patterns)
    units = np.eye(len(here.gradient)) * 1e-5
    # central differences of step 1e-5: errors of about 1e-9
    close([(height(e) - height(-e)) / 2e-5 for e in units], here.gradient, 1e-7)
    close([(gradient(e) - gradient(-e)) / 2e-5 for e in units], here.observed, 1e-7)
    close(-scores(pattern, at, data).mean(axis=0), here.gradient, 1e-10)


def test_order_and_units_do_not_matter() -> None:
    data, pattern, _ = case("holzinger")
    plain = fitted("holzinger", "ml")
    moved = data[np.random.default_rng(5).permutation(len(data))] * np.arange(1, 10) + 3
    again = cfa(moments(moved, pattern.names), pattern, moved)
    close(again.factor_correlations, plain.factor_correlations, 1e-7)
    close(robust_indices(again).chi2, robust_indices(plain).chi2, 1e-7)
    # a reversed item changes nothing but the sign of its loading
    turned = data.copy()
    turned[:, 1] *= -1
    other = cfa(moments(turned, pattern.names), pattern)
    close(other.parameters.loadings[1], -plain.parameters.loadings[1], 1e-7)
    close(fit_indices(other).chi2, fit_indices(plain).chi2, 1e-8)


def test_full_information_without_gaps_is_maximum_likelihood() -> None:
    plain, full = fitted("holzinger", "ml"), fitted("holzinger", "fiml")
    close(full.parameters.vector(), plain.parameters.vector(), 1e-7)
    close(full.log_likelihood, plain.log_likelihood, 1e-12)
    close(full.cov, plain.cov, 1e-9)


def test_a_heywood_case_is_named() -> None:
    names = ("a", "b", "c")
    cov = np.array([[1.0, 0.9, 0.8], [0.9, 1.0, 0.5], [0.8, 0.5, 1.0]])
    # loading of a: √(.9 · .8 / .5) = 1.2
    fit = cfa(Moments(names, 100, np.zeros(3), cov), factor_pattern(names, (names,)))
    assert fit.heywood == ("a",)
    assert np.isnan(convergent_validity(fit).composite_reliability).all()


def test_what_cannot_be_fitted_says_so() -> None:
    names = ("a", "b", "c", "d")
    with pytest.raises(NotComputable) as few:
        factor_pattern(names, (names[:1], names[1:]))
    assert few.value.key == "withheld.too_few_items"
    pattern = factor_pattern(names, (names[:2], names[2:]))
    with pytest.raises(NotComputable) as small:
        cfa(Moments(names, 4, np.zeros(4), np.eye(4)), pattern)
    assert small.value.key == "withheld.more_items"
    cov = np.full((4, 4), 0.5) + 0.5 * np.eye(4)
    cov[:, 3] = cov[3] = cov[2]
    cov[3, 3] = cov[2, 3] = cov[3, 2] = 1.0
    with pytest.raises(NotComputable) as twice:
        cfa(Moments(names, 50, np.zeros(4), cov), pattern)
    assert twice.value.key == "withheld.singular"


def test_noncentrality_inverts_the_distribution() -> None:
    # R 4.2.2: uniroot(function(l) pchisq(85.3055, 24, l) - .95, c(0, 85), tol = 1e-10) agrees with lavaan's interval
    low = case("holzinger")[2]["ml"]["fit"]["rmsea.ci.lower"]
    close(np.sqrt(noncentrality(85.30552177, 24, 0.95) / (301 * 24)), low)
    assert noncentrality(10.0, 24, 0.95) == 0.0
