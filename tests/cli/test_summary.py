"""What is said when a chapter is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.conftest import Result

Cli = Callable[..., Result]


def test_nothing_is_said_twice_and_a_single_item_has_no_alpha(cli: Cli, tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    trait = rng.normal(3, 1, (60, 1))
    answers = np.clip(np.round(trait + rng.normal(0, 0.7, (60, 4))), 1, 5).astype(int)
    lines = ["a1,a2,a3,b1", *(",".join(map(str, row)) for row in answers)]
    (tmp_path / "r.csv").write_text("\n".join(lines), encoding="utf-8")
    items = [
        "".join(f'{{ id = "{name}{k}", text = "{name}{k}" }}, ' for k in ks)
        for name, ks in (("a", (1, 2, 3)), ("b", (1,)))
    ]
    (tmp_path / "q.toml").write_text(
        'id = "q"\ntitle = "Q"\nlanguage = "zh"\n'
        f'[[scale]]\nid = "many"\nlabel = "多题"\nlow = 1\nhigh = 5\nitems = [{items[0]}]\n'
        f'[[scale]]\nid = "single"\nlabel = "单题"\nlow = 1\nhigh = 5\nitems = [{items[1]}]\n',
        encoding="utf-8",
    )
    out = tmp_path / "out"
    result = cli(
        "analyze", tmp_path / "r.csv", "-q", tmp_path / "q.toml", "-o", out, "-f", "json", "--lang", "zh"
    )
    assert result.code == 0, result.err
    (alphas,) = [line for line in result.out.splitlines() if line.startswith("克朗巴赫α：")]
    assert "多题 0." in alphas
    assert "单题" not in alphas
    assert "未给出" not in result.out  # stderr says what is left out
    assert ": " not in "".join(line for line in result.err.splitlines() if "分析：" in line)
