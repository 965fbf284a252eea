"""Agreement of coders against printed tables and psych, and what must hold whatever the codes."""

import json
import math

import numpy as np
import pytest

from survey_kit.errors import NotComputable
from survey_kit.stats.agreement import (
    agreement,
    bootstrap_alpha,
    cohens_kappa,
    cross_table,
    gwets_ac1,
    krippendorff_alpha,
)
from survey_kit.stats.saturation import saturation
from tests.conftest import ROOT

GOLDEN = json.loads((ROOT / "tests/golden/agreement/expected.json").read_text(encoding="utf-8"))


def test_kappa() -> None:
    found = cohens_kappa(np.array(GOLDEN["kappa_cohen"]["table"]))
    assert found.value == pytest.approx(GOLDEN["kappa_cohen"]["kappa"], abs=5e-4)
    psych = GOLDEN["kappa_psych"]
    assert found.value == pytest.approx(psych["kappa"], abs=1e-12)
    # psych takes 1.96 for the normal quantile
    assert found.se == pytest.approx(psych["se"], abs=1e-12)
    assert (found.low, found.high) == pytest.approx((psych["low"], psych["high"]), abs=5e-6)
    table = np.array(GOLDEN["abstractors"]["table"])
    assert cohens_kappa(table).value == pytest.approx(GOLDEN["abstractors"]["kappa"], abs=5e-8)


@pytest.mark.parametrize("case", ["krippendorff_12x4", "krippendorff_binary"])
def test_krippendorff(case: str) -> None:
    observers = np.array(GOLDEN[case]["observers"], dtype=float)
    assert krippendorff_alpha(observers.T) == pytest.approx(GOLDEN[case]["alpha"], abs=5e-4)


def test_all_coefficients_of_the_abstractors() -> None:
    printed = GOLDEN["abstractors"]
    table = np.array(printed["table"])
    assert cohens_kappa(table).se == pytest.approx(printed["kappa_se"], abs=5e-9)
    ac1 = gwets_ac1(table)
    assert ac1.value == pytest.approx(printed["ac1"], abs=5e-8)
    assert ac1.se == pytest.approx(printed["ac1_se"], abs=5e-9)
    assert (ac1.low, ac1.high) == pytest.approx((printed["ac1_low"], printed["ac1_high"]), abs=5e-4)
    first, second = np.divmod(np.repeat(np.arange(9), table.ravel()), 3)
    found = agreement(first, second, 3, np.random.default_rng(1))
    assert found.percent == pytest.approx(printed["percent"])
    assert found.alpha.value == pytest.approx(printed["krippendorff"], abs=5e-8)


def test_ac1_of_two_categories_by_hand() -> None:
    # 118 + 5 + 2 + 0 units: pa = 118/125, pi = (123 + 120)/250, pe = 2 pi (1 - pi)
    table = np.array([[118, 5], [2, 0]])
    pi = 243 / 250
    pe = 2 * pi * (1 - pi)
    assert gwets_ac1(table).value == pytest.approx((118 / 125 - pe) / (1 - pe))
    assert cohens_kappa(table).value < 0
    assert gwets_ac1(table).value > 0.9


def test_variance_of_ac1_is_that_of_the_jackknife() -> None:
    rng = np.random.default_rng(3)
    first = rng.integers(0, 3, 400)
    second = np.where(rng.random(400) < 0.8, first, rng.integers(0, 3, 400))
    every = gwets_ac1(cross_table(first, second, 3))
    keep = ~np.eye(400, dtype=bool)
    left_out = np.array([gwets_ac1(cross_table(first[k], second[k], 3)).value for k in keep])
    jackknife = math.sqrt(399 / 400 * ((left_out - left_out.mean()) ** 2).sum())
    assert every.se == pytest.approx(jackknife, rel=0.01)


def codes() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(7)
    first = rng.integers(0, 4, 60)
    return first, np.where(rng.random(60) < 0.7, first, rng.integers(0, 4, 60))


def test_a_coder_agrees_with_himself() -> None:
    first, _ = codes()
    found = agreement(first, first, 4, np.random.default_rng(1))
    assert (found.percent, found.kappa.value, found.ac1.value, found.alpha.value) == (100, 1, 1, 1)


def test_order_of_rows_and_coders_and_names_of_categories_do_not_matter() -> None:
    first, second = codes()
    every = agreement(first, second, 4, np.random.default_rng(1))
    order = np.random.default_rng(2).permutation(60)
    renamed = np.array([2, 0, 3, 1])
    for a, b in ((first[order], second[order]), (second, first), (renamed[first], renamed[second])):
        other = agreement(a, b, 4, np.random.default_rng(1))
        for name in ("kappa", "ac1"):
            one, two = getattr(every, name), getattr(other, name)
            assert (one.value, one.se) == pytest.approx((two.value, two.se))
        assert every.alpha.value == pytest.approx(other.alpha.value)


def test_interval_of_alpha_is_wider_over_whole_interviews() -> None:
    first, second = codes()
    values = np.column_stack([np.repeat(first, 5), np.repeat(second, 5)]).astype(float)
    units = bootstrap_alpha(values, np.random.default_rng(1))
    people = bootstrap_alpha(values, np.random.default_rng(1), clusters=np.repeat(np.arange(60), 5))
    assert people.value == units.value
    assert people.high - people.low > 1.5 * (units.high - units.low)


def test_nothing_to_compare() -> None:
    same = np.zeros(5, dtype=int)
    with pytest.raises(NotComputable, match="one_category"):
        cohens_kappa(cross_table(same, same, 2))
    with pytest.raises(NotComputable, match="no_units"):
        krippendorff_alpha(np.array([[1.0, np.nan], [np.nan, 2.0]]))
    with pytest.raises(NotComputable, match="no_units"):
        agreement(same[:0], same[:0], 2, np.random.default_rng(1))
    found = agreement(same, same, 2, np.random.default_rng(1))
    assert found.percent == 100
    assert math.isnan(found.kappa.value)


def test_saturation() -> None:
    present = np.zeros((8, 3), dtype=bool)
    present[0, 0] = present[2, 1] = present[5, 2] = True
    found = saturation(present, base=2, run=2, threshold=0.0)
    assert found.new.tolist() == [1, 0, 1, 0, 0, 1, 0, 0]
    assert found.base_themes == 1
    # runs 3-4 and 4-5: one and none new
    assert found.ratio[3:5].tolist() == [1.0, 0.0]
    assert found.reached == 3
    # each theme is in 1 of 8 interviews: t of 8 hold it with probability t/8
    assert found.expected == pytest.approx(3 * np.arange(1, 9) / 8)
    assert saturation(present[:3], base=2, run=2).reached is None


def test_saturation_of_the_example_of_guest_namey_and_chen() -> None:
    # their example (2020, doi:10.1371/journal.pone.0232076, as quoted elsewhere): 37 themes in the base, a run whose quotient is 11 %,
    # then one with a single new theme, so that saturation stands at "6+2"; the new themes of each interview are ours
    new = [20, 9, 5, 3, 1, 3, 0, 1]
    present = np.zeros((8, sum(new)), dtype=bool)
    for interview, (start, size) in enumerate(zip(np.cumsum([0, *new]), new, strict=False)):
        present[interview, start : start + size] = True
    found = saturation(present, base=4, run=2, threshold=0.05)
    assert found.base_themes == 37
    assert round(100 * found.ratio[5]) == 11
    assert found.ratio[7] == pytest.approx(1 / 37)
    assert found.reached == 6
