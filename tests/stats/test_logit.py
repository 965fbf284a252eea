"""Logit models against R, separation, and what must hold for any model."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.classification import classification
from survey_kit.stats.logit_effects import marginal_effects
from survey_kit.stats.ordinal_logit import category_probabilities, ordinal_logit
from survey_kit.stats.parallel_lines import brant

GOLDEN = Path(__file__).parent.parent / "golden" / "logit"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
MODEL = ("n", "chi2", "df", "p_chi2", "mcfadden", "cox_snell", "nagelkerke", "aic")


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def survey_columns() -> dict[str, np.ndarray]:
    data = rows("survey.csv")
    pulse, age = (np.array([float(row[key]) for row in data]) for key in ("Pulse", "Age"))
    return {
        "pulse": pulse,
        "age": age,
        "z_pulse": (pulse - pulse.mean()) / pulse.std(ddof=1),
        "z_age": (age - age.mean()) / age.std(ddof=1),
        "male": np.array([float(row["Sex"] == "Male") for row in data]),
        "some": np.array([float(row["Exer"] == "Some") for row in data]),
        "freq": np.array([float(row["Exer"] == "Freq") for row in data]),
        "exercise": np.array([["None", "Some", "Freq"].index(row["Exer"]) for row in data]),
    }


def binary() -> tuple[np.ndarray, np.ndarray]:
    c = survey_columns()
    return np.column_stack([c["pulse"], c["age"], c["some"], c["freq"]]), c["male"].astype(int)


def ordinal() -> tuple[np.ndarray, np.ndarray]:
    c = survey_columns()
    return np.column_stack([c["z_pulse"], c["z_age"], c["male"]]), c["exercise"]


def model_line(fit: object) -> list[float]:
    return [float(getattr(fit, key)) for key in MODEL]


def test_binary_is_rs_glm() -> None:
    theirs = EXPECTED["binary"]
    X, y = binary()
    fit = ordinal_logit(X, y, ["pulse", "age", "some", "freq"])
    assert_allclose(model_line(fit), [theirs[key if key != "p_chi2" else "p"] for key in MODEL], rtol=1e-8)
    for ours, key in ((fit.b, "b"), (fit.se, "se"), (fit.z, "z"), (fit.p, "p_b")):
        assert_allclose(ours, theirs[key][1:], rtol=1e-6)
    assert_allclose(np.exp(fit.low), theirs["or_low"][1:], rtol=1e-6)
    assert_allclose(np.exp(fit.high), theirs["or_high"][1:], rtol=1e-6)
    assert_allclose([-fit.thresholds[0], fit.se_thresholds[0]], [theirs["b"][0], theirs["se"][0]], rtol=1e-6)
    effects = marginal_effects(X, fit, [(2, 3)])
    assert_allclose(effects.effects[:, 1], theirs["ame"]["effect"], rtol=1e-6)
    assert_allclose(effects.se[:, 1], theirs["ame"]["se"], rtol=1e-6)
    found = classification(category_probabilities(X, fit.thresholds, fit.b)[:, 1], y)
    assert_allclose([found.auc, found.correct], [theirs["auc"], theirs["correct"]], rtol=1e-9)


def test_ordinal_is_rs_polr() -> None:
    theirs = EXPECTED["ordinal"]
    X, y = ordinal()
    fit = ordinal_logit(X, y, ["pulse", "age", "male"])
    assert_allclose(model_line(fit), [theirs[key if key != "p_chi2" else "p"] for key in MODEL], rtol=1e-8)
    for ours, key in (
        (fit.b, "b"),
        (fit.se, "se"),
        (fit.thresholds, "zeta"),
        (fit.se_thresholds, "se_zeta"),
    ):
        assert_allclose(ours, theirs[key], rtol=1e-6)
    assert_allclose(fit.se, theirs["polr_se"], rtol=1e-4)  # a numerical Hessian
    effects = marginal_effects(X, fit, [(2,)])
    assert_allclose(effects.effects.ravel(), theirs["ame"]["effect"], rtol=1e-6)
    assert_allclose(effects.se.ravel(), theirs["ame"]["se"], rtol=1e-6)
    assert_allclose(effects.effects.sum(axis=1), 0, atol=1e-14)


def test_brant_is_rs() -> None:
    theirs = EXPECTED["ordinal"]["brant"]
    X, y = ordinal()
    ours = brant(X, y, ["pulse", "age", "male"], {"pulse": [0], "age": [1], "male": [2]})
    for one, other in zip(
        [ours.overall, *ours.terms.values()], [theirs["overall"], *theirs["terms"]], strict=True
    ):
        assert_allclose([one.statistic, one.df, one.p], [other["chi2"], other["df"], other["p"]], rtol=1e-6)


def test_housing_is_rs_polr() -> None:
    theirs = EXPECTED["housing"]
    data = [row for row in rows("housing.csv") for _ in range(int(row["Freq"]))]
    y = np.array([["Low", "Medium", "High"].index(row["Sat"]) for row in data])
    dummies = [("Infl", "Medium"), ("Infl", "High"), ("Type", "Apartment"), ("Type", "Atrium"), ("Type", "Terrace"), ("Cont", "High")]  # fmt: skip
    X = np.column_stack([[float(row[name] == level) for row in data] for name, level in dummies])
    fit = ordinal_logit(X, y, [level + name for name, level in dummies])
    assert_allclose(fit.b, theirs["b"], rtol=1e-6)
    assert_allclose(fit.se, theirs["se"], rtol=1e-6)
    assert_allclose(fit.thresholds, theirs["zeta"], rtol=1e-6)
    assert_allclose([fit.log_likelihood, fit.aic], [theirs["ll"], theirs["aic"]], rtol=1e-9)
    assert fit.n == 1681


def test_units_do_not_matter() -> None:
    X, y = ordinal()
    one = ordinal_logit(X, y, ["a", "b", "c"])
    other = ordinal_logit(X * [1e-6, 1e6, 1] + [0, 1e8, 5], y, ["a", "b", "c"])
    assert_allclose(other.z, one.z, rtol=1e-6)
    assert_allclose(other.log_likelihood, one.log_likelihood, rtol=1e-12)


def test_categories_turned_round_turn_the_signs() -> None:
    X, y = ordinal()
    one, other = ordinal_logit(X, y, list("abc")), ordinal_logit(X, 2 - y, list("abc"))
    assert_allclose(other.b, -one.b, rtol=1e-8)
    assert_allclose(other.thresholds, -one.thresholds[::-1], rtol=1e-8)
    order = np.random.default_rng(3).permutation(len(y))
    assert_allclose(ordinal_logit(X[order], y[order], list("abc")).b, one.b, rtol=1e-9)


def test_complete_separation_is_refused_and_named() -> None:
    x = np.column_stack([np.random.default_rng(2).normal(size=40), np.arange(40.0)])
    with pytest.raises(NotComputable) as refusal:
        ordinal_logit(x, (np.arange(40) >= 17).astype(int), ["noise", "sure"])
    assert refusal.value.key == "withheld.separation_complete"
    assert refusal.value.values["names"] == ("sure",)


def test_quasi_complete_separation_is_refused_and_named() -> None:
    rng = np.random.default_rng(4)
    dummy = np.repeat([0.0, 1.0], [50, 10])
    y = np.where(dummy == 1, 2, rng.integers(0, 3, 60))
    with pytest.raises(NotComputable) as refusal:
        ordinal_logit(np.column_stack([rng.normal(size=60), dummy]), y, ["noise", "dummy"])
    assert refusal.value.key == "withheld.separation_quasi"
    assert refusal.value.values["names"] == ("dummy",)


def test_a_strong_effect_is_not_separation() -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=400) * 4
    y = (x * 6 + rng.logistic(size=400) > 0).astype(int)
    assert ordinal_logit(x[:, None], y, ["x"]).b[0] > 3


def test_what_cannot_be_fitted_is_refused() -> None:
    rng = np.random.default_rng(6)
    x, y = rng.normal(size=(30, 2)), rng.integers(0, 2, 30)
    for X, outcome, key in (
        (x, np.zeros(30, dtype=int), "withheld.one_outcome"),
        (x[:3], np.array([0, 1, 0]), "withheld.too_few"),
        (np.column_stack([x[:, 0], np.ones(30)]), y, "withheld.no_variance"),
        (np.column_stack([x[:, 0], 2 * x[:, 0] + 1]), y, "withheld.collinear"),
    ):
        with pytest.raises(NotComputable) as refusal:
            ordinal_logit(X, outcome, ["a", "b"])
        assert refusal.value.key == key


@pytest.mark.parametrize("start", [0, 50])
def test_a_rare_group_that_always_answers_alike_is_named(start):
    """Far out the likelihood is flat to the last digit: the search must not take a wild step for the top."""
    for seed in range(start, start + 50):
        rng = np.random.default_rng(seed)
        X = np.column_stack([rng.normal(size=(120, 3)), rng.random(120) < 0.06])
        y = (X[:, 0] + rng.logistic(size=120) > 1.2).astype(int)
        y[X[:, 3] == 1] = 0
        with pytest.raises(NotComputable) as refused:
            ordinal_logit(X, y, list("abcd"))
        assert refused.value.key == "withheld.separation_quasi"
        assert refused.value.values["names"] == ("d",)
