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


def test_an_equation_is_not_broken() -> None:
    from survey_kit.report.writers.text import wrap

    text = "the largest standardized coefficient was that of Recognition (β = −0.148, p = .055)."
    assert wrap(text, 62) == [
        "the largest standardized coefficient was that of Recognition",
        "(β = −0.148, p = .055).",
    ]
    assert (
        wrap("调整后R² = 0.113；标准化系数绝对值最大的预测变量为认可（p < 0.001）。", 64)[-1]
        == "（p < 0.001）。"
    )


def test_a_warning_says_of_which_model_it_speaks(cli: Cli, tmp_path: Path) -> None:
    from tests.conftest import ROOT

    for language, said in (("en", "Regression analysis (Outcome: "), ("zh", "回归分析（因变量：")):
        sample = ROOT / "data" / "chenghua-320.sav"
        result = cli("run", "regression", sample, "-o", tmp_path / "r.json", "--lang", language)
        assert result.code == 0
        assert said in result.err


def test_commands_are_listed_whole(cli: Cli) -> None:
    for group in ((), ("questionnaire",), ("code",)):
        listed = cli(*group, "--help").out
        assert "..." not in listed.split("Commands:")[1]
        assert all(len(line) <= 80 for line in listed.splitlines())
