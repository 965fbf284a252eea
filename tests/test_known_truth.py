"""Simulate, write as a platform does, analyze: the intervals of the chapter hold the known truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from survey_kit import analyze, read_questionnaire
from survey_kit.questionnaire.load import shipped
from survey_kit.report.blocks import Estimate, Section, Starred
from survey_kit.simulation import population_of, simulate, write

N = 1500
SEED = 20261


def rows_of(report: Any, section_id: str, table_id: str) -> dict[str, dict[str, Any]]:
    section = report.section(section_id)
    assert isinstance(section, Section)
    table = section.table(table_id)
    keys = [column.key for column in table.columns]
    return {row.key: dict(zip(keys, row.cells, strict=False)) for row in table.rows if not row.head}


@pytest.mark.parametrize("name", shipped())
def test_the_chapter_recovers_the_population(name: str, tmp_path: Path) -> None:
    asked = read_questionnaire(name)
    # no group effects: the implied truth is that of people who differ in nothing but the factors
    drawn = simulate(asked, N, SEED, population=replace(population_of(asked), effects=()))
    write(drawn, tmp_path / "answers.csv")
    report = analyze(
        tmp_path / "answers.csv", name, sections=["reliability", "scales", "correlations"]
    ).report
    truth = drawn.truth

    hits: list[bool] = []
    for scale, row in rows_of(report, "reliability", "scales").items():
        alpha = row["alpha"]
        assert isinstance(alpha, Estimate)
        hits.append(alpha.low <= truth.alphas[scale] <= alpha.high)
    for scale, row in rows_of(report, "scales", "descriptives").items():
        mean = row["mean"]
        assert isinstance(mean, Estimate)
        hits.append(mean.low <= truth.means[scale] <= mean.high)
    order = {scale: k for k, scale in enumerate(truth.factors)}
    for row in rows_of(report, "correlations", "pairs").values():
        r = row["r"]
        assert isinstance(r, Estimate | Starred)
        pair = [order[s.id] for s in asked.scales if s.label in (row["scale_1"], row["scale_2"])]
        hits.append(r.low <= truth.score_correlations[pair[0], pair[1]] <= r.high)
    # 95 % intervals miss one time in twenty, together when scales correlate; fewer than 85 % of
    # some dozens would have a probability below one in a thousand if the intervals were right
    assert len(hits) >= 20
    assert np.mean(hits) >= 0.85, f"{np.mean(hits):.2f} of {len(hits)}"


def test_the_regression_recovers_the_weights_of_the_scores(tmp_path: Path) -> None:
    """With the score correlations known, the standardized coefficients are known: R^-1 r."""
    asked = read_questionnaire("career")
    drawn = simulate(asked, N, SEED, population=replace(population_of(asked), effects=()))
    write(drawn, tmp_path / "answers.csv")
    report = analyze(tmp_path / "answers.csv", "career", sections=["regression"]).report
    section = report.section("regression")
    assert isinstance(section, Section)
    figures = {
        block.id: block.data for block in section.blocks if getattr(block, "kind", "") == "coefficients"
    }
    truth = drawn.truth
    at = {scale: k for k, scale in enumerate(truth.factors)}
    hits = []
    assert asked.plan.regressions is not None
    linear = [each for each in asked.plan.regressions if each.outcome in at]
    for regression, data in zip(linear, figures.values(), strict=True):
        names = [name for block in regression.blocks for name in block if name in at]
        inside = [at[name] for name in names]
        r = truth.score_correlations
        beta = np.linalg.solve(r[np.ix_(inside, inside)], r[inside, at[regression.outcome]])
        shown = {row["label"]: row["estimate"] for row in data["rows"]}
        for name, weight in zip(names, beta, strict=True):
            estimate = shown[asked.scale(name).label]
            hits.append(estimate.low <= weight <= estimate.high)
    assert len(hits) >= 14
    assert np.mean(hits) >= 0.85
