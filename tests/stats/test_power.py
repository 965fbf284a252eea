"""Sensitivity against R (pwr 1.3-0, stats 4.2.2) and printed tables."""

import json
import math
from pathlib import Path

import pytest

from survey_kit.errors import NotComputable
from survey_kit.stats import power

CASES = json.loads((Path(__file__).parent.parent / "golden" / "power" / "expected.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['test']}{case['args']}{case['effect']}")
def test_the_effect_with_rs_power_is_found_again(case: dict) -> None:
    function = getattr(power, f"smallest_{case['test']}")
    # 1e-7: R's noncentral distributions are accurate to about 1e-9 in the power
    assert function(*case["args"], power=case["power"]) == pytest.approx(case["effect"], rel=1e-7, abs=1e-7)


def test_printed_tables() -> None:
    # Cohen (1992), A power primer, table 2 (doi:10.1037/0033-2909.112.1.155): n for a medium effect at .80, alpha .05.
    # n is rounded up there, so that the smallest effect at that n is a little below the nominal one.
    assert power.smallest_d(64, 64) == pytest.approx(0.50, abs=0.005)
    assert power.smallest_d(26, 26) == pytest.approx(0.80, abs=0.01)
    assert power.smallest_correlation(85) == pytest.approx(0.30, abs=0.005)
    assert power.smallest_f([52] * 3) == pytest.approx(0.25, abs=0.005)
    assert power.smallest_w(87, 1) == pytest.approx(0.30, abs=0.005)
    assert power.smallest_f2(76, 3, 3) == pytest.approx(0.15, abs=0.005)


def test_one_coefficient_equals_two_groups() -> None:
    # one dummy of balanced groups: f = d / 2
    d = power.smallest_d(40, 40)
    assert math.sqrt(power.smallest_f2(80, 1, 1)) * 2 == pytest.approx(d, rel=1e-9)
    assert power.smallest_f([40, 40]) * 2 == pytest.approx(d, rel=1e-9)


def test_too_few() -> None:
    with pytest.raises(NotComputable):
        power.smallest_correlation(3)
    with pytest.raises(NotComputable):
        power.smallest_d(1, 90)
    with pytest.raises(NotComputable):
        power.smallest_f2(6, 5, 5)
    assert 0 < power.smallest_correlation(4) < 1
    assert power.smallest_d(50_000, 50_000) < 0.02
