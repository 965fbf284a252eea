"""Exact tests of cross tables: Fisher's test for tables of any size, by enumeration or by simulation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

MOST_TABLES = 2_000_000
"""Tables held at once by the enumeration; beyond, the p-value is simulated."""

TIE = 1e-7
"""Tables whose probability exceeds the observed one by less than this share count as equal (R's fisher.test)."""


@dataclass(frozen=True, slots=True)
class ExactTest:
    """p-value of Fisher's exact test; ``draws`` tables were simulated, 0 when it was enumerated."""

    p: float
    draws: int

    @property
    def simulated(self) -> bool:
        return self.draws > 0


def fisher_exact(counts: np.ndarray, rng: np.random.Generator, *, draws: int = 10_000) -> ExactTest:
    """Fisher–Freeman–Halton test: the share of tables with these margins that are no more probable.

    Parameters
    ----------
    counts : (r, c) whole counts.
    rng : used only when the tables are too many to enumerate.
    draws : simulated tables then; p = (1 + as improbable) / (1 + draws), which keeps the level
        (Phipson & Smyth, 2010, doi:10.2202/1544-6115.1585).

    Notes
    -----
    Freeman & Halton (1951), doi:10.1093/biomet/38.1-2.141. Rows are added one at a time and tables that
    leave the same columns to fill with the same probability so far are held once, after Mehta & Patel
    (1983), doi:10.1080/01621459.1983.10477989.

    Examples
    --------
    >>> round(fisher_exact(np.array([[3, 1], [1, 3]]), np.random.default_rng(1)).p, 6)
    0.485714
    """
    table = np.asarray(counts, dtype=np.int64)
    if table.shape[1] > table.shape[0]:
        table = table.T
    # the most numerous row is filled last, where nothing is left to choose
    table = table[np.argsort(table.sum(axis=1), kind="stable")]
    margins = float(gammaln(table.sum(axis=1) + 1).sum() + gammaln(table.sum(axis=0) + 1).sum())
    constant = margins - float(gammaln(table.sum() + 1))
    observed = constant - float(gammaln(table + 1).sum())
    found = _enumerate(table.sum(axis=1), table.sum(axis=0))
    if found is not None:
        logs, ways = found
        weights = ways * np.exp(logs + constant)
        as_improbable = logs + constant <= observed + np.log1p(TIE)
        return ExactTest(float(min(weights[as_improbable].sum() / weights.sum(), 1.0)), 0)
    logs = constant + _simulate(table.sum(axis=1), table.sum(axis=0), rng, draws)
    extreme = int(np.count_nonzero(logs <= observed + np.log1p(TIE)))
    return ExactTest((1 + extreme) / (1 + draws), draws)


def _enumerate(rows: np.ndarray, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """Log probabilities (up to a constant) of all tables and how many share each; None: too many."""
    left = columns[None, :].copy()
    logs, ways = np.zeros(1), np.ones(1)
    for total in rows[:-1]:
        fillings = _compositions(int(total), columns)
        if fillings is None or len(fillings) * len(left) > MOST_TABLES:
            return None
        after = left[:, None, :] - fillings[None, :, :]
        possible = (after >= 0).all(axis=2)
        which, filled = np.nonzero(possible)
        left = after[possible]
        logs = logs[which] - gammaln(fillings + 1).sum(axis=1)[filled]
        ways = ways[which]
        left, logs, ways = _merged(left, logs, ways, columns)
    return logs - gammaln(left + 1).sum(axis=1), ways


def _compositions(total: int, columns: np.ndarray) -> np.ndarray | None:
    """All ways to place ``total`` into the columns within their sizes; None: too many."""
    placed = np.zeros((1, 0), dtype=np.int64)
    rest = np.array([total])
    for at, size in enumerate(columns):
        room = int(columns[at + 1 :].sum())
        if len(rest) * (min(int(size), total) + 1) > MOST_TABLES:
            return None
        amounts = np.arange(min(int(size), total) + 1)
        remaining = rest[:, None] - amounts[None, :]
        possible = (remaining >= 0) & (remaining <= room)
        which, amount = np.nonzero(possible)
        placed = np.column_stack([placed[which], amounts[amount]])
        rest = remaining[possible]
    return placed


def _merged(
    left: np.ndarray, logs: np.ndarray, ways: np.ndarray, columns: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Partial tables that leave the same columns with the same probability so far, held once."""
    code = np.zeros(len(left), dtype=float)
    for at, size in enumerate(columns[:-1]):
        code = code * (int(size) + 1) + left[:, at]
    order = np.lexsort((logs, code))
    code, logs, left, ways = code[order], logs[order], left[order], ways[order]
    first = np.ones(len(code), dtype=bool)
    first[1:] = (np.diff(code) != 0) | (np.diff(logs) > 1e-10)
    starts = np.flatnonzero(first)
    return left[starts], logs[starts], np.add.reduceat(ways, starts)


def _simulate(rows: np.ndarray, columns: np.ndarray, rng: np.random.Generator, draws: int) -> np.ndarray:
    """Log probabilities (up to a constant) of random tables with these margins."""
    left = np.broadcast_to(columns, (draws, len(columns))).copy()
    logs = np.zeros(draws)
    for total in rows[:-1]:
        rest = np.full(draws, total)
        for at in range(len(columns) - 1):
            others = left[:, at + 1 :].sum(axis=1)
            cell = rng.hypergeometric(left[:, at], others, rest)
            left[:, at] -= cell
            rest -= cell
            logs -= gammaln(cell + 1)
        left[:, -1] -= rest
        logs -= gammaln(rest + 1)
    simulated: np.ndarray = logs - gammaln(left + 1).sum(axis=1)
    return simulated


def permuted_sum(
    chosen: np.ndarray, groups: np.ndarray, rng: np.random.Generator, *, draws: int = 5000
) -> float:
    """p-value of the sum of the options' chi-squares when groups are dealt out at random.

    Parameters
    ----------
    chosen : (n, options) 1 chosen, 0 not; every option chosen by some and not by others.
    groups : (n,) place of each respondent's group, from 0.
    """
    share = chosen.mean(axis=0)
    sizes = np.bincount(groups)
    weights = 1 / (share * (1 - share))
    member = np.eye(len(sizes))[groups]

    def statistic(dealt: np.ndarray) -> np.ndarray:
        counts = np.einsum("dng,no->dgo", dealt, chosen, optimize=True)
        deviations = (counts - sizes[:, None] * share) ** 2 / sizes[:, None]
        summed: np.ndarray = (deviations.sum(axis=1) * weights).sum(axis=1)
        return summed

    observed = statistic(member[None])[0]
    at_once = max(1, 2_000_000 // member.size)
    extreme = 0
    for start in range(0, draws, at_once):
        many = min(at_once, draws - start)
        order = rng.permuted(np.broadcast_to(np.arange(len(groups)), (many, len(groups))), axis=1)
        extreme += int(np.count_nonzero(statistic(member[order]) >= observed * (1 - 1e-9)))
    return (1 + extreme) / (1 + draws)
