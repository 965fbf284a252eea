"""Indirect effects against lavaan and base R; the bootstrap against its own definition."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.bootstrap import bootstrap_covariances, slopes
from survey_kit.stats.mediation import Mediation, mediation, ways_through
from tests.analyses.regression_study import study

GOLDEN = Path(__file__).parent.parent / "golden" / "mediation_q93"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
STUDY = study()


def rows(*names: str) -> np.ndarray:
    columns = [STUDY.scale_scores(name) if STUDY.is_scale(name) else STUDY.codes(name) - 1 for name in names]
    data = np.column_stack(columns)
    complete: np.ndarray = data[np.isfinite(data).all(axis=1)]
    return complete


def fit(data: np.ndarray, mediators: int, *, serial: bool = False, draws: int = 200) -> Mediation:
    return mediation(
        data[:, 0],
        data[:, 2 : 2 + mediators],
        data[:, 1],
        data[:, 2 + mediators :],
        ("x", [f"m{i + 1}" for i in range(mediators)], ["g"][: data.shape[1] - 2 - mediators]),
        rng=np.random.default_rng(1),
        structure="serial" if serial else "parallel",
        draws=draws,
    )


@pytest.fixture(scope="module")
def simple() -> Mediation:
    return fit(rows("appraisal_fairness", "motivation", "recognition"), 1, draws=5000)


def test_simple_paths_are_rs(simple: Mediation) -> None:
    theirs, a, y = EXPECTED["simple"], simple.mediators[0], simple.outcome
    ours = [simple.n, a.b[1], y.b[2], simple.total.b[1], simple.direct, a.se[1], y.se[2], a.p[1], y.p[2]]
    keys = ["n", "a", "b", "c", "c_prime", "se_a", "se_b", "p_a", "p_b"]
    assert_allclose(ours, [theirs[key] for key in keys], rtol=1e-9)
    test = simple.sobel[0]
    assert test is not None
    assert_allclose(
        [test.se, test.z, test.p], [theirs[k] for k in ("sobel_se", "sobel_z", "sobel_p")], rtol=1e-9
    )
    standardized = [simple.indirect[0].value, simple.partial[0].value, simple.complete[0].value]
    assert_allclose(standardized, [theirs["indirect"], theirs["partial"], theirs["complete"]], rtol=1e-9)


def test_simple_bootstrap_is_rs_within_monte_carlo_error(simple: Mediation) -> None:
    theirs, ours = EXPECTED["simple"], simple.indirect[0]
    assert_allclose(ours.se, theirs["boot_se"], rtol=0.04)
    allowed = 0.15 * theirs["boot_se"]
    assert_allclose(ours.percentile, theirs["percentile"], atol=allowed)
    assert_allclose(ours.bca, theirs["bca"], atol=allowed)


def test_acceleration_is_the_jackknifes() -> None:
    data = rows("appraisal_fairness", "recognition", "motivation")

    def product(cov: np.ndarray) -> np.ndarray:
        result: np.ndarray = slopes(cov, 1, [0])[..., :1] * slopes(cov, 2, [0, 1])[..., 1:]
        return result

    found = bootstrap_covariances(data, product, 10, np.random.default_rng(1))
    assert_allclose(found.acceleration, [EXPECTED["simple"]["acceleration"]], rtol=1e-9)


def test_parallel_is_lavaans() -> None:
    found = fit(rows("pay", "motivation", "promotion", "recognition", "gender"), 2)
    theirs = EXPECTED["parallel"]
    ours = {
        "n": found.n, "a1": found.mediators[0].b[1], "a2": found.mediators[1].b[1], "cp": found.direct,
        "b1": found.outcome.b[2], "b2": found.outcome.b[3], "i1": found.indirect[0].value,
        "i2": found.indirect[1].value, "total": found.indirect[2].value, "contrast": found.contrasts[0][2].value,
    }  # fmt: skip
    assert_allclose([float(v) for v in ours.values()], [theirs[k] for k in ours], rtol=1e-5)
    for fitted, name, at in (
        (found.mediators[0], "a1", 1),
        (found.outcome, "b1", 2),
        (found.outcome, "cp", 1),
    ):
        ml = fitted.se[at] * math.sqrt(fitted.df2 / fitted.n)
        assert_allclose(ml, theirs[f"se_{name}"], rtol=1e-5)
    complete = theirs["total"] * theirs["sd_x"] / theirs["sd_y"]
    assert_allclose(found.complete[-1].value, complete, rtol=1e-5)
    assert_allclose(found.partial[-1].value, theirs["total"] / theirs["sd_y"], rtol=1e-5)


def test_serial_is_lavaans() -> None:
    found = fit(
        rows("pay", "motivation", "promotion", "appraisal_fairness", "recognition", "gender"), 3, serial=True
    )
    theirs = EXPECTED["serial"]
    assert found.ways == ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))
    keys = ["i1", "i2", "i3", "i12", "i13", "i23", "i123", "total"]
    # the optimiser's error of one small path is relative to the larger ones
    assert_allclose([e.value for e in found.indirect], [theirs[k] for k in keys], rtol=1e-5, atol=1e-7)
    assert found.contrasts == ()
    assert [test is not None for test in found.sobel] == [True] * 3 + [False] * 4


@given(st.integers(0, 2**32 - 1), st.booleans(), st.integers(1, 3))
@settings(max_examples=15, deadline=None)
def test_total_is_direct_plus_indirect(seed: int, serial: bool, mediators: int) -> None:
    data = np.random.default_rng(seed).normal(size=(40, 3 + mediators))
    found = fit(data, mediators, serial=serial, draws=20)
    assert_allclose(found.direct + found.indirect[-1].value, found.total.b[1], atol=1e-9)


def test_rows_may_be_in_any_order() -> None:
    data = rows("pay", "motivation", "promotion", "gender")
    again = fit(np.random.default_rng(3).permutation(data), 1)
    first = fit(data, 1)
    assert_allclose(again.indirect[0].value, first.indirect[0].value, rtol=1e-12)
    assert_allclose(again.indirect[0].percentile, first.indirect[0].percentile, rtol=1e-9)


def test_cells_and_rows_draw_the_same_distribution() -> None:
    """Few distinct rows take the multinomial way; a hair of noise makes all rows distinct."""
    rng = np.random.default_rng(5)
    x = rng.integers(0, 3, 600).astype(float)
    data = np.column_stack([x, x + rng.integers(0, 3, 600), x + rng.integers(0, 3, 600)])
    by_cells = fit(data[:, [0, 2, 1]], 1, draws=4000).indirect[0]
    by_rows = fit(data[:, [0, 2, 1]] + rng.normal(0, 1e-7, data.shape), 1, draws=4000).indirect[0]
    assert_allclose(by_cells.se, by_rows.se, rtol=0.06)
    assert_allclose(by_cells.percentile, by_rows.percentile, atol=0.15 * by_rows.se)
    assert_allclose(by_cells.bca, by_rows.bca, atol=0.15 * by_rows.se)


def test_bootstrap_error_is_the_delta_methods_in_a_large_sample() -> None:
    rng = np.random.default_rng(7)
    x = rng.normal(size=4000)
    m = 0.5 * x + rng.normal(size=4000)
    found = fit(np.column_stack([x, 0.4 * m + rng.normal(size=4000), m]), 1, draws=1000)
    assert found.sobel[0] is not None
    assert_allclose(found.indirect[0].se, found.sobel[0].se, rtol=0.1)


def test_resamples_that_lose_a_category_are_left_out() -> None:
    data = np.random.default_rng(2).normal(size=(60, 4))
    data[:, 3] = 0
    data[:4, 3] = 1  # absent from about 1.6 % of the resamples
    found = fit(data, 1, draws=1000)
    assert found.lost > 0
    assert found.draws + found.lost == 1000
    data[:4, 3] = [1, 1, 0, 0]
    with pytest.raises(NotComputable) as caught:
        fit(data, 1, draws=1000)
    assert caught.value.key == "withheld.resamples"


def test_refusals() -> None:
    data = np.random.default_rng(4).normal(size=(40, 4))
    with pytest.raises(NotComputable) as few:
        fit(data[:13], 1)
    assert few.value.key == "withheld.too_few"
    with pytest.raises(NotComputable) as same:
        fit(np.column_stack([data[:, :3], data[:, 0]]), 1)
    assert same.value.key == "withheld.collinear"
    with pytest.raises(NotComputable) as exact:
        fit(np.column_stack([data[:, 0], data[:, 1], 2 * data[:, 0]]), 1)
    assert exact.value.key in ("withheld.exact_fit", "withheld.collinear")
    with pytest.raises(NotComputable) as many:
        fit(np.random.default_rng(4).normal(size=(40, 6)), 4, serial=True)
    assert many.value.key == "withheld.too_many_mediators"


def test_ways() -> None:
    assert ways_through(3, "parallel") == ((0,), (1,), (2,))
    assert len(ways_through(3, "serial")) == 7
