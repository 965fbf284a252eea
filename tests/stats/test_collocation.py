"""Log-likelihood of neighbouring words against NLTK's own tests and R."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.stats.collocation import log_likelihood
from tests.conftest import ROOT

GOLDEN = json.loads((ROOT / "tests/golden/collocation/expected.json").read_text(encoding="utf-8"))


def g2(*counts: int) -> float:
    return float(log_likelihood(*(np.array(count) for count in counts)))


def test_nltk() -> None:
    for case in GOLDEN["nltk"]:
        assert g2(case["both"], case["first"], case["second"], case["n"]) == pytest.approx(
            case["g2"], abs=1e-8
        )


def test_loglm() -> None:
    for case in GOLDEN["loglm"]:
        a, b, c, d = case["table"]
        assert g2(a, a + b, a + c, a + b + c + d) == pytest.approx(case["g2"], rel=1e-9)


def test_independent_words_give_nothing_and_contradictions_no_number() -> None:
    assert g2(2, 20, 10, 100) == pytest.approx(0, abs=1e-9)
    assert np.isnan(g2(5, 3, 9, 100))
    assert np.isnan(g2(0, 0, 0, 0))
    assert g2(0, 5, 5, 100) > 0


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4).filter(sum))
def test_it_does_not_matter_which_word_is_called_first(cells: list[int]) -> None:
    a, b, c, _ = cells
    n = sum(cells)
    one, other = g2(a, a + b, a + c, n), g2(a, a + c, a + b, n)
    assert one == pytest.approx(other, abs=1e-8)
    assert one >= 0
