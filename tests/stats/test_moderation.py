"""Interactions against base R and sandwich."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.moderation import Moderation, johnson_neyman, moderation
from tests.analyses.regression_study import study

GOLDEN = Path(__file__).parent.parent / "golden" / "moderation_q93"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
STUDY = study()


def rows() -> np.ndarray:
    names = ("pay", "recognition", "motivation")
    data = np.column_stack([*(STUDY.scale_scores(name) for name in names), STUDY.codes("gender") - 1])
    complete: np.ndarray = data[np.isfinite(data).all(axis=1)]
    return complete


def fit(data: np.ndarray) -> Moderation:
    return moderation(data[:, 0], data[:, 1:2], data[:, 2], data[:, 3:], ("x", ["w"], ["g"]), metric=True)


def with_interaction() -> np.ndarray:
    data = rows()
    centred = data[:, :2] - data[:, :2].mean(axis=0)
    data[:, 2] += 0.6 * centred[:, 0] * centred[:, 1]
    return data


@pytest.mark.parametrize("case", ["none", "strong"])
def test_equals_r(case: str) -> None:
    theirs = EXPECTED[case]
    found = fit(rows() if case == "none" else with_interaction())
    model = found.model
    at = [model.at(name) for name in ("x", "w", "x:w")]
    assert_allclose(model.b[at], theirs["b"], rtol=1e-10)
    assert_allclose(model.se[at], theirs["se"], rtol=1e-10)
    assert_allclose(model.se_hc3[at], theirs["hc3"], rtol=1e-10)
    change = found.change
    assert_allclose(
        [found.n, model.r2, change.delta_r2, change.f, change.p],
        [theirs[key] for key in ("n", "r2", "delta_r2", "f", "p")],
        rtol=1e-9,
    )
    for number, slope in enumerate(found.slopes, start=1):
        ours = [slope.b, slope.se, slope.t, slope.p, slope.low, slope.high]
        assert_allclose(ours, theirs[f"slope_{number}"], rtol=1e-8)
    assert_allclose(johnson_neyman(model, "x", "x:w"), theirs["roots"], rtol=1e-9)


def test_boundaries_are_where_p_is_five_percent_and_cut_the_effect() -> None:
    found = fit(with_interaction())
    data = with_interaction()
    w = data[:, 1]
    roots = [root + w.mean() for root in EXPECTED["strong"]["roots"]]
    inside = [root for root in roots if w.min() < root < w.max()]
    assert_allclose(found.boundaries, inside, rtol=1e-9)
    assert found.effect is not None
    covers_zero = (found.effect.low < 0) & (found.effect.high > 0)
    in_region = np.zeros(len(covers_zero), dtype=bool)
    for region in found.regions:
        in_region |= (found.effect.x >= region.low) & (found.effect.x <= region.high)
        share = ((w >= region.low) & (w <= region.high)).mean()
        assert region.share == pytest.approx(share)
    assert (in_region == ~covers_zero).all()


def test_groups_equal_r() -> None:
    theirs = EXPECTED["groups"]
    data = np.column_stack(
        [STUDY.scale_scores("pay"), STUDY.codes("education"), STUDY.scale_scores("motivation")]
    )
    data = data[np.isfinite(data).all(axis=1)]
    dummies = (data[:, 1:2] == [2.0, 3.0, 4.0]).astype(float)
    found = moderation(
        data[:, 0], dummies, data[:, 2], np.empty((len(data), 0)), ("x", ["e2", "e3", "e4"], []), metric=False
    )
    change = found.change
    assert_allclose(
        [found.n, change.delta_r2, change.f, change.df1, change.p],
        [theirs[key] for key in ("n", "delta_r2", "f", "df1", "p")],
        rtol=1e-9,
    )
    assert_allclose([slope.b for slope in found.slopes], theirs["slopes"], rtol=1e-9)
    assert_allclose([slope.se for slope in found.slopes], theirs["se"], rtol=1e-9)
    assert found.effect is None
    assert len(found.lines) == 4


def test_shifting_a_variable_changes_no_slope() -> None:
    data = with_interaction()
    moved = fit(data + np.array([3.0, -2.0, 0.0, 0.0]))
    for first, second in zip(fit(data).slopes, moved.slopes, strict=True):
        assert_allclose([first.b, first.p], [second.b, second.p], rtol=1e-9)


def test_lines_are_predictions_with_their_interval() -> None:
    data = with_interaction()
    found = fit(data)
    line = found.lines[1]
    # at the means of all predictors the band is sigma / sqrt(n) wide up to the product's mean
    slope = (line.y[-1] - line.y[0]) / (line.x[-1] - line.x[0])
    assert slope == pytest.approx(found.slopes[1].b)
    assert (line.low < line.y).all()
    assert_allclose(line.y - line.low, line.high - line.y)


def test_refusals() -> None:
    data = rows()
    with pytest.raises(NotComputable) as few:
        fit(data[:14])
    assert few.value.key == "withheld.too_few"
    data[:, 1] = data[:, 0]
    with pytest.raises(NotComputable) as same:
        fit(data)
    assert same.value.key == "withheld.collinear"
