"""Regression against R (lm, car, sandwich, lmtest), and identities that hold whatever the data."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.design_matrix import CategoricalTerm, MetricTerm, complete_rows
from survey_kit.stats.exact_least_squares import solve_exactly
from survey_kit.stats.hierarchical import hierarchical, subset_test
from survey_kit.stats.least_squares import LeastSquares, least_squares
from survey_kit.stats.normality import shapiro_wilk
from survey_kit.stats.regression_diagnostics import (
    breusch_pagan,
    cooks_distance,
    durbin_watson,
    generalized_vif,
    reset,
    studentized_residuals,
)

GOLDEN = Path(__file__).parent.parent / "golden"
DEMOGRAPHICS = ("gender", "age_group", "education", "rank", "tenure")
FACTORS = ("pay", "promotion", "training", "appraisal_fairness", "recognition")
PREFIX = dict(zip((*FACTORS, "motivation"), ("PAY", "PRO", "TRA", "APP", "REC", "MOT"), strict=True))
REVERSED = ("PRO4", "APP5")
TIGHT = {"rtol": 1e-10, "atol": 1e-13}


def q93() -> dict[str, np.ndarray]:
    with (GOLDEN / "regression_q93" / "q93.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    def column(name: str) -> np.ndarray:
        values = np.array([float(row[name]) if row[name] not in {"", "NA"} else math.nan for row in rows])
        return 6 - values if name in REVERSED else values

    data = {name: column(name) for name in DEMOGRAPHICS}
    for scale, prefix in PREFIX.items():
        items = np.column_stack([column(f"{prefix}{i}") for i in range(1, 6)])
        answered = np.isfinite(items).sum(axis=1)
        total = np.nansum(items, axis=1)
        data[scale] = np.where(answered >= 4, total / np.maximum(answered, 1), math.nan)
    return data


def q93_model(*, demographics: bool, factors: bool) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    data = q93()
    dummies = [
        CategoricalTerm(name, data[name], tuple(np.unique(data[name][np.isfinite(data[name])])))
        for name in DEMOGRAPHICS
    ]
    metric = [MetricTerm(name, data[name]) for name in FACTORS]
    rows = complete_rows([*dummies, *metric], data["motivation"])
    # R keeps sparse categories apart; so the dummies here are made without joining any
    columns, names = [], []
    if demographics:
        for term in dummies:
            for level in term.levels[1:]:
                columns.append((term.codes[rows] == level).astype(float))
                names.append(f"{term.name}{level:g}")
    if factors:
        columns += [term.values[rows] for term in metric]
        names += list(FACTORS)
    return np.column_stack(columns), data["motivation"][rows], tuple(names)


def check_against_r(fit: LeastSquares, X: np.ndarray, expected: dict) -> None:
    rows = expected["coefficients"]
    for ours, theirs in (
        ("b", "b"),
        ("se", "se"),
        ("t", "t"),
        ("p", "p"),
        ("low", "ci_lo"),
        ("high", "ci_hi"),
    ):
        assert_allclose(getattr(fit, ours), [row[theirs] for row in rows], **TIGHT, err_msg=ours)
    assert_allclose(fit.beta[1:], [row["beta_dummy_standardised"] for row in rows[1:]], **TIGHT)
    assert math.isnan(fit.beta[0])
    assert math.isnan(fit.vif[0])
    assert_allclose(fit.se_hc3, list(expected["HC_se"]["HC3"].values()), **TIGHT)
    for ours, theirs in (("t_hc3", "t"), ("p_hc3", "p")):
        assert_allclose(getattr(fit, ours), [row[theirs] for row in expected["HC3_test"]], **TIGHT)
    assert_allclose(fit.vif[1:], list(expected["vif_by_column"].values()), **TIGHT)
    for ours, theirs in (
        ("n", "n"), ("r2", "r2"), ("r2_adjusted", "adj_r2"), ("sigma", "sigma"), ("f", "F"), ("df1", "df1"), ("df2", "df2"),
        ("p_f", "p"), ("log_likelihood", "logLik"), ("aic", "AIC"), ("bic", "BIC"), ("condition_index", "condition_index_scaled"),
    ):  # fmt: skip
        assert_allclose(getattr(fit, ours), expected[theirs], **TIGHT, err_msg=ours)
    partial = np.sign(fit.t[1:]) * np.sqrt(fit.t[1:] ** 2 / (fit.t[1:] ** 2 + fit.df2))
    assert_allclose(partial, list(expected["partial"]["partial_r"].values()), **TIGHT)
    assert_allclose(durbin_watson(fit.residuals), expected["durbin_watson"], **TIGHT)
    bp, theirs = breusch_pagan(X, fit.residuals), expected["breusch_pagan_koenker_studentized"]
    assert_allclose(
        [bp.statistic, bp.df, bp.p], [theirs["statistic"], theirs["parameter"]["df"], theirs["p"]], **TIGHT
    )
    test, theirs = reset(X, fit), expected["reset"]
    # 1e-8: the powers of the fitted values that R leaves unstandardised cost it digits
    assert_allclose([test.f, test.p], [theirs["statistic"], theirs["p"]], rtol=1e-8)
    assert (test.df1, test.df2) == tuple(theirs["parameter"].values())
    cooks = cooks_distance(fit)
    assert_allclose(cooks.max(), expected["cooks_max"], **TIGHT)
    assert_allclose(fit.leverage.max(), expected["leverage_max"], **TIGHT)
    assert_allclose(np.abs(studentized_residuals(fit)).max(), expected["max_abs_rstudent"], **TIGHT)
    shapiro = shapiro_wilk(fit.residuals)
    # 1e-6: Royston's approximation; R's C code works in single precision in places
    assert_allclose(
        [shapiro.w, shapiro.p],
        [expected["resid_shapiro"]["statistic"], expected["resid_shapiro"]["p"]],
        rtol=1e-6,
    )


@pytest.mark.parametrize(
    ("key", "demographics", "factors"),
    [("step1", True, False), ("step2", True, True), ("factors_only", False, True)],
)
def test_q93_equals_r(key: str, demographics: bool, factors: bool) -> None:
    expected = json.loads((GOLDEN / "regression_q93" / "expected.json").read_text(encoding="utf-8"))[key]
    X, y, names = q93_model(demographics=demographics, factors=factors)
    check_against_r(least_squares(X, y, names), X, expected)
    if demographics:
        terms = {
            term: [i for i, name in enumerate(names) if name.startswith(term)]
            for term in expected["vif_car"]["rows"]
        }
        for term, (gvif, df, root) in zip(
            expected["vif_car"]["rows"], expected["vif_car"]["values"], strict=True
        ):
            ours = generalized_vif(X, terms)[term]
            assert_allclose([ours.gvif, ours.df, math.sqrt(ours.comparable)], [gvif, df, root], rtol=1e-9)


def test_q93_blocks_equal_r() -> None:
    expected = json.loads((GOLDEN / "regression_q93" / "expected.json").read_text(encoding="utf-8"))
    X, y, names = q93_model(demographics=True, factors=True)
    k = len(names) - len(FACTORS)
    first, second = hierarchical([X[:, :k], X[:, k:]], y, [names[:k], names[k:]])
    assert_allclose(
        [first.delta_r2, first.f_change, first.p],
        [expected["step1"][key] for key in ("r2", "F", "p")],
        **TIGHT,
    )
    keys = ("delta_r2", "F_change", "df_change", "df_resid", "p_change")
    ours = [second.delta_r2, second.f_change, second.df1, second.df2, second.p]
    assert_allclose(ours, [expected[key] for key in keys], **TIGHT)
    together = subset_test(second.model, FACTORS)
    assert_allclose([together.delta_r2, together.f, together.df1, together.df2, together.p], ours, rtol=1e-9)
    for row in expected["step2"]["anova_type2"][:-1]:
        columns = [name for name in names if name.startswith(row[".row"])]
        # type II equals the F of entering the term last, because there is no interaction
        assert_allclose(subset_test(second.model, columns).f, row["F value"], rtol=1e-9)


def test_attitude_equals_r() -> None:
    folder = GOLDEN / "regression_attitude"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    table = np.genfromtxt(folder / "attitude.csv", delimiter=",", names=True)
    names = ("complaints", "privileges", "learning", "raises", "critical", "advance")
    X, y = np.column_stack([table[name] for name in names]), table["rating"]
    check_against_r(least_squares(X, y, names), X, expected["full"])
    _, change = hierarchical([X[:, [0]], X[:, [2, 5]]], y, [names[:1], ("learning", "advance")])
    row = expected["change"][1]
    assert_allclose(
        [change.f_change, change.df1, change.df2, change.p],
        [row["F"], row["Df"], row["Res.Df"], row["Pr(>F)"]],
        **TIGHT,
    )


# -- identities -------------------------------------------------------------------------------------


def drawn(seed: int, n: int, k: int) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, k)) @ rng.normal(size=(k, k))
    return X, X @ rng.normal(size=k) + rng.normal(size=n), tuple(f"x{i}" for i in range(k))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), n=st.integers(12, 60), k=st.integers(1, 5))
def test_identities(seed: int, n: int, k: int) -> None:
    X, y, names = drawn(seed, n, k)
    fit = least_squares(X, y, names)
    model_ss = float(((fit.fitted - y.mean()) ** 2).sum())
    assert_allclose(model_ss + fit.rss, fit.tss, rtol=1e-9)
    assert_allclose(fit.leverage.sum(), k + 1, rtol=1e-9)
    assert_allclose(fit.residuals.sum(), 0, atol=1e-9 * np.abs(y).sum())
    for i, name in enumerate(names, start=1):
        alone = subset_test(fit, [name])
        assert_allclose(alone.f, fit.t[i] ** 2, rtol=1e-8)
        assert_allclose(alone.p, fit.p[i], rtol=1e-6, atol=1e-14)
    if k == 1:
        assert_allclose(fit.f, fit.t[1] ** 2, rtol=1e-8)
        assert_allclose(fit.beta[1], np.corrcoef(X[:, 0], y)[0, 1], rtol=1e-8)
        assert_allclose(fit.vif[1], 1, rtol=1e-9)
    steps = hierarchical([X[:, [i]] for i in range(k)], y, [(name,) for name in names])
    assert_allclose(sum(step.delta_r2 for step in steps), fit.r2, rtol=1e-9)
    assert_allclose(steps[-1].f_change, fit.t[-1] ** 2, rtol=1e-6)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), shift=st.floats(-1e4, 1e4), factor=st.floats(0.01, 100))
def test_invariance(seed: int, shift: float, factor: float) -> None:
    X, y, names = drawn(seed, 40, 3)
    fit = least_squares(X, y, names)
    order = np.random.default_rng(seed).permutation(40)
    shuffled = least_squares(X[order], y[order], names)
    for key in ("b", "se", "se_hc3", "p"):
        assert_allclose(getattr(shuffled, key), getattr(fit, key), rtol=1e-7, atol=1e-10)
    assert_allclose(shuffled.leverage, fit.leverage[order], rtol=1e-8)
    moved = least_squares(X * factor + shift, y + shift, names)
    assert_allclose(moved.beta[1:], fit.beta[1:], rtol=1e-5, atol=1e-8)
    assert_allclose([moved.r2, moved.f], [fit.r2, fit.f], rtol=1e-6)


def test_exact_solution_agrees_with_floating_point() -> None:
    X, y, names = drawn(3, 30, 3)
    fit = least_squares(X, y, names, intercept=False)
    exact = solve_exactly(X, y, names)
    assert_allclose(exact.b, fit.b, rtol=1e-13)
    assert_allclose(exact.inverse * fit.sigma**2, fit.covariance, rtol=1e-12)
    assert_allclose(exact.residuals, fit.residuals, atol=1e-13)


def test_leaving_one_out_gives_cook_and_rstudent() -> None:
    X, y, names = drawn(5, 20, 2)
    fit = least_squares(X, y, names)
    for i in (0, 7):
        rows = np.arange(20) != i
        without = least_squares(X[rows], y[rows], names)
        predicted = without.b[0] + X @ without.b[1:]
        cook = ((predicted - fit.fitted) ** 2).sum() / (3 * fit.sigma**2)
        assert_allclose(cooks_distance(fit)[i], cook, rtol=1e-10)
        studentized = fit.residuals[i] / (without.sigma * math.sqrt(1 - fit.leverage[i]))
        assert_allclose(studentized_residuals(fit)[i], studentized, rtol=1e-10)


# -- what the data cannot carry ---------------------------------------------------------------------


def test_refusals_name_what_is_wrong() -> None:
    X, y, _ = drawn(1, 20, 2)
    with pytest.raises(NotComputable) as few:
        least_squares(X[:3], y[:3], ("a", "b"))
    assert few.value.values == {"n": 3, "needed": 4}
    with pytest.raises(NotComputable) as flat:
        least_squares(np.column_stack([X, np.full(20, 3.3)]), y, ("a", "b", "same"))
    assert flat.value.values == {"names": ("same",)}
    with pytest.raises(NotComputable) as constant:
        least_squares(X, np.full(20, 2.0), ("a", "b"))
    assert constant.value.key == "withheld.outcome_constant"
    sums = np.column_stack([X, X[:, 0] + X[:, 1], np.arange(20.0)])
    with pytest.raises(NotComputable) as collinear:
        least_squares(sums, y, ("a", "b", "sum", "other"))
    assert collinear.value.key == "withheld.collinear"
    assert collinear.value.values == {"names": ("a", "b", "sum")}
    trap = np.column_stack([np.arange(20) % 2, 1 - np.arange(20) % 2]).astype(float)
    with pytest.raises(NotComputable) as dummies:
        least_squares(trap, y, ("men", "women"))
    assert dummies.value.values == {"names": ("men", "women")}
    with pytest.raises(NotComputable, match="no_predictors"):
        hierarchical([np.empty((20, 0))], y, [()])


def test_a_dummy_of_one_person_loses_only_its_own_robust_error() -> None:
    X, y, _ = drawn(2, 25, 2)
    one = np.zeros((25, 1))
    one[4] = 1
    fit = least_squares(np.column_stack([X, one]), y, ("a", "b", "one"))
    rows = np.arange(25) != 4
    without = least_squares(X[rows], y[rows], ("a", "b"))
    assert math.isnan(fit.se_hc3[3])
    assert_allclose(fit.se_hc3[:3], without.se_hc3, rtol=1e-9)
    assert_allclose(fit.b[:3], without.b, rtol=1e-9)
    assert math.isnan(cooks_distance(fit)[4])
    assert math.isnan(studentized_residuals(fit)[4])


def test_a_perfect_fit_is_exact() -> None:
    x = np.arange(1.0, 9.0)
    fit = least_squares(x[:, None], 2 * x + 1, ("x",))
    assert_allclose(fit.b, [1, 2], rtol=1e-13)
    assert fit.r2 == pytest.approx(1)


def test_blocks_of_rows_change_nothing() -> None:
    X, y, names = drawn(9, 9_001, 6)
    fit = least_squares(X, y, names)
    design = np.column_stack([np.ones(len(y)), X])
    assert_allclose(fit.b, np.linalg.lstsq(design, y)[0], rtol=1e-10)
    assert_allclose(fit.covariance, np.linalg.inv(design.T @ design) * fit.sigma**2, rtol=1e-8)
    assert_allclose(fit.residuals, y - design @ fit.b, atol=1e-10)


def test_a_hundred_thousand_rows() -> None:
    X, y, names = drawn(9, 101_881, 30)
    fit = least_squares(X, y, names)
    assert fit.n == 101_881
    assert_allclose(fit.leverage.sum(), 31, rtol=1e-9)
