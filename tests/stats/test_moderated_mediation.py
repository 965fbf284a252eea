"""First-stage moderated mediation against lavaan, and against simple mediation."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.mediation import mediation
from survey_kit.stats.moderated_mediation import FirstStage, ModeratedMediation, moderated_mediation
from tests.analyses.regression_study import study

GOLDEN = Path(__file__).parent.parent / "golden" / "mediation_q93"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))["moderated"]
STUDY = study()


def rows() -> np.ndarray:
    names = ("pay", "recognition", "motivation", "appraisal_fairness")
    data = np.column_stack([*(STUDY.scale_scores(name) for name in names), STUDY.codes("gender") - 1])
    complete: np.ndarray = data[np.isfinite(data).all(axis=1)]
    return complete


def fit(data: np.ndarray, *, metric: bool = True, draws: int = 300) -> ModeratedMediation:
    variables = FirstStage(data[:, 0], data[:, 1], data[:, 2], data[:, 3:4], data[:, 4:])
    return moderated_mediation(
        variables, ("x", "m", ["w"], ["g"]), metric=metric, rng=np.random.default_rng(1), draws=draws
    )


def test_equals_lavaan() -> None:
    """lavaan's optimiser stops at about 1e-6."""
    data = rows()
    found = fit(data)
    first, second = found.mediator, found.outcome
    ours = [found.n, *(first.b[first.at(name)] for name in ("x", "w", "x:w")), second.b[1], second.b[2]]
    assert_allclose(ours, [EXPECTED[key] for key in ("n", "a1", "a2", "a3", "cp", "b")], rtol=1e-5)
    assert_allclose(found.index[0].value, EXPECTED["index"], rtol=1e-5)
    assert_allclose([each.value for each in found.conditional], EXPECTED["conditional"], rtol=1e-5)
    assert_allclose(np.array(found.places) - data[:, 3].mean(), EXPECTED["at"], atol=1e-12)


def test_draws_of_the_index_are_those_of_the_definition() -> None:
    """The same resamples by refitting both equations with numpy's own least squares."""
    data = rows()
    found = fit(data, draws=4000)
    rng = np.random.default_rng(9)
    x, w = data[:, 0] - data[:, 0].mean(), data[:, 3] - data[:, 3].mean()
    first = np.column_stack([np.ones(len(x)), x, w, x * w, data[:, 4]])
    second = np.column_stack([np.ones(len(x)), x, data[:, 1], data[:, 4]])
    products = []
    for _ in range(1500):
        at = rng.integers(0, len(x), len(x))
        a = np.linalg.lstsq(first[at], data[at, 1], rcond=None)[0]
        b = np.linalg.lstsq(second[at], data[at, 2], rcond=None)[0]
        products.append(a[3] * b[2])
    # 1,500 and 4,000 draws: the SD is good to about 2 %, a limit to about 7 % of it
    assert_allclose(found.index[0].se, np.std(products), rtol=0.1)
    limits = np.quantile(products, [0.025, 0.975])
    assert_allclose(found.index[0].percentile, limits, atol=0.3 * np.std(products))


def test_groups_differ_by_the_index() -> None:
    data = rows()
    data[:, 3] = data[:, 3] > 3
    found = fit(data, metric=False)
    low, high = (each.value for each in found.conditional)
    assert_allclose(high - low, found.index[0].value, atol=1e-12)
    assert np.isnan(found.places).all()


def test_a_moderator_that_changes_nothing_leaves_simple_mediation() -> None:
    rng = np.random.default_rng(3)
    x, noise = np.tile([-1.0, 1.0], 40), rng.normal(size=(80, 2))
    w = np.repeat([-1.0, 1.0], 40)
    m = x + w + noise[:, 0]
    columns = np.column_stack([np.ones(80), x, w, x * w])
    m -= (x * w) * np.linalg.lstsq(columns, m, rcond=None)[0][3]
    y = m + noise[:, 1]
    found = fit(np.column_stack([x, m, y, w, rng.normal(size=80)]), draws=50)
    assert abs(found.index[0].value) < 0.1
    plain = mediation(
        x, m[:, None], y, np.empty((80, 0)), ("x", ["m"], []), rng=np.random.default_rng(1), draws=50
    )
    assert_allclose(found.conditional[1].value, plain.indirect[0].value, atol=0.1)


def test_refusals() -> None:
    data = rows()
    with pytest.raises(NotComputable) as few:
        fit(data[:14])
    assert few.value.key == "withheld.too_few"
    data[:, 3] = data[:, 0]
    with pytest.raises(NotComputable) as same:
        fit(data)
    assert same.value.key == "withheld.collinear"
