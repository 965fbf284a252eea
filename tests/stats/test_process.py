"""Mediation and moderation against printed output of PROCESS (tests/golden/process)."""

import json

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from survey_kit.stats.least_squares import LeastSquares
from survey_kit.stats.mediation import Mediation, mediation
from survey_kit.stats.moderation import moderation
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "process"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
PMI = pd.read_csv(GOLDEN / "pmi.csv")
PROTEST = pd.read_csv(GOLDEN / "protest.csv")
PRINTED, BOOK_T = {"rtol": 0, "atol": 5.1e-5}, {"rtol": 0, "atol": 5.1e-4}


def mediated(frame: pd.DataFrame, *mediators: str) -> Mediation:
    nothing = np.empty((len(frame), 0))
    x, y = frame["cond"].to_numpy(float), frame["reaction"].to_numpy(float)
    m = frame[list(mediators)].to_numpy(float)
    return mediation(x, m, y, nothing, ("cond", mediators, ()), rng=np.random.default_rng(1), draws=50)


def agrees(found: LeastSquares, b: list[float | None], t: list[float]) -> None:
    printed = np.array(b, dtype=float)
    assert_allclose(found.b[np.isfinite(printed)], printed[np.isfinite(printed)], **PRINTED)
    assert_allclose(found.t, t, **BOOK_T)


def test_the_data_are_those_of_the_print() -> None:
    printed = EXPECTED["standardized_import"]
    for name, mean in printed["means"].items():
        assert PMI[name].mean() == pytest.approx(mean, abs=5.1e-8)
        assert PMI[name].std() == pytest.approx(printed["sd"][name], abs=5.1e-8)


def test_equation_of_a_mediator_as_process_prints_it() -> None:
    printed = EXPECTED["standardized_import"]
    frame = PMI.copy()
    for name in ("pmi", "import", "reaction"):
        frame[name] = (frame[name] - printed["means"][name]) / printed["sd"][name]
    found = mediated(frame, "import", "pmi").mediators[0]
    assert_allclose(
        [np.sqrt(found.r2), found.r2, found.f, found.p_f],
        [printed[k] for k in ("r", "r2", "f", "p")],
        **PRINTED,
    )
    assert (found.df1, found.df2) == (printed["df1"], printed["df2"])
    for at, name in enumerate(("constant", "cond")):
        ours = [getattr(found, key)[at] for key in ("b", "se", "t", "p", "low", "high")]
        assert_allclose(ours, list(printed[name].values()), **PRINTED)


def test_simple_mediation_of_the_book() -> None:
    printed, found = EXPECTED["simple"], mediated(PMI, "pmi")
    agrees(found.mediators[0], **printed["mediator"])
    agrees(found.outcome, **printed["outcome"])
    agrees(found.total, **printed["total"])
    assert found.indirect[0].value == pytest.approx(printed["indirect"], abs=5.1e-5)


def test_parallel_mediation_of_the_book() -> None:
    printed, found = EXPECTED["parallel"], mediated(PMI, "pmi", "import")
    for equation, b, t in zip(
        found.mediators, printed["mediators"]["b"], printed["mediators"]["t"], strict=True
    ):
        agrees(equation, b, t)
    agrees(found.outcome, **printed["outcome"])
    assert_allclose([effect.value for effect in found.indirect], printed["indirect"], **PRINTED)


def test_moderation_of_the_book() -> None:
    printed = EXPECTED["moderation"]
    x, w, y = (PROTEST[name].to_numpy(float) for name in ("prot2", "sexism", "liking"))
    names = ("protest", ["sexism"], [])
    model = moderation(x, w[:, None], y, np.empty((len(x), 0)), names, metric=True).model
    at = [model.at(name) for name in ("(intercept)", "sexism", "protest", "protest:sexism")]
    # PROCESS did not centre here: back from deviations to raw scores
    raw = np.array(
        [
            [1, -w.mean(), -x.mean(), x.mean() * w.mean()],
            [0, 1, 0, -x.mean()],
            [0, 0, 1, -w.mean()],
            [0, 0, 0, 1],
        ]
    )
    b = raw @ model.b[at]
    se = np.sqrt(np.diag(raw @ model.covariance[np.ix_(at, at)] @ raw.T))
    assert_allclose(b, list(printed["b"].values()), **PRINTED)
    assert_allclose(b / se, list(printed["t"].values()), **BOOK_T)
