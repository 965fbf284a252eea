"""The Plackett–Luce model of rankings: how much each option is worth.

An option is chosen for the next place with a probability proportional to its worth among the options
not yet placed (Plackett, 1975, doi:10.2307/2346567).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import pinvh
from scipy.special import ndtri

from survey_kit.errors import NotComputable

NEAR = 1e-6
"""MM stops when no log worth moves by more; Newton's steps do the rest."""
MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Worth:
    """Worths of k options.

    Attributes
    ----------
    n
        Rankings that entered; ``tied`` were left out because they place two options alike.
    log_worth, cov
        (k,) natural logarithms, adding up to zero (0: the average option), and their covariance.
    share, share_low, share_high
        (k,) worths adding up to one – the probability of the first place – with intervals that are
        symmetric on the logit scale.
    low, high
        (k,) Wald interval of ``log_worth``.
    """

    n: int
    tied: int
    log_worth: np.ndarray
    cov: np.ndarray
    low: np.ndarray
    high: np.ndarray
    share: np.ndarray
    share_low: np.ndarray
    share_high: np.ndarray
    log_likelihood: float
    iterations: int
    level: float

    @property
    def se(self) -> np.ndarray:
        """(k,) standard errors of ``log_worth``."""
        return np.asarray(np.sqrt(np.diag(self.cov)))


@dataclass(frozen=True, slots=True)
class _Stages:
    """Distinct rankings and how often each occurs: ``chosen[s]`` (u,) and ``alive[s]`` (u, k) a stage."""

    counts: tuple[np.ndarray, ...]
    chosen: tuple[np.ndarray, ...]
    alive: tuple[np.ndarray, ...]


def plackett_luce(ranks: np.ndarray, names: tuple[str, ...], *, level: float = 0.95) -> Worth:
    """Maximum-likelihood worths by the MM algorithm (Hunter, 2004, doi:10.1214/aos/1079120141).

    Standard errors come from the observed information of the log worths at the maximum, whose sum is
    held at zero.

    Parameters
    ----------
    ranks : (n, k), 1 the best, NaN for an option not ranked: it counts as behind all ranked ones.
    names : what to call the options where the model cannot be fitted.

    Raises
    ------
    NotComputable
        ``withheld.too_few``; ``withheld.not_comparable`` when some options were always placed before
        all the others, so that their worth has no maximum.

    Examples
    --------
    >>> orders = np.array([[1.0, 2.0]] * 3 + [[2.0, 1.0]])
    >>> plackett_luce(orders, ("a", "b")).share.round(6)
    array([0.75, 0.25])
    """
    ranked = np.isfinite(ranks)
    filled = np.where(ranked, ranks, np.inf)
    in_order = np.sort(filled, axis=1)
    finite = np.where(np.isfinite(in_order), in_order, 0.0)
    ties = ((np.diff(finite, axis=1) == 0) & np.isfinite(in_order[:, 1:])).any(axis=1)
    usable = filled[ranked.any(axis=1) & ~ties]
    if len(usable) < 2 or ranks.shape[1] < 2:
        raise NotComputable("withheld.too_few", n=len(usable), needed=2)
    rows, counts = np.unique(usable, axis=0, return_counts=True)
    _check_comparable(rows, names)
    stages = _stages(rows, counts.astype(float))
    theta, steps = _maximum(stages, ranks.shape[1])
    _, information, log_likelihood = _derivatives(stages, theta)
    cov = np.asarray(pinvh(information))
    z = float(ndtri(0.5 + level / 2))
    se = np.sqrt(np.diag(cov))
    share = np.exp(theta) / np.exp(theta).sum()
    # gradient of logit(share): one for the option itself, minus the others' shares among themselves
    gradient = -share / (1 - share)[:, None]
    np.fill_diagonal(gradient, 1.0)
    spread = z * np.sqrt(np.einsum("ij,jk,ik->i", gradient, cov, gradient))
    logit = np.log(share) - np.log1p(-share)
    return Worth(
        n=len(usable),
        tied=int(ties.sum()),
        log_worth=theta,
        cov=cov,
        low=theta - z * se,
        high=theta + z * se,
        share=share,
        share_low=1 / (1 + np.exp(spread - logit)),
        share_high=1 / (1 + np.exp(-spread - logit)),
        log_likelihood=log_likelihood,
        iterations=steps,
        level=level,
    )


def _check_comparable(rows: np.ndarray, names: tuple[str, ...]) -> None:
    """Whether every option stands, over links, before every other (Hunter, 2004, assumption 1)."""
    k = rows.shape[1]
    reach = np.eye(k, dtype=bool)
    for i in range(k):
        reach[i] |= (rows[:, [i]] < rows).any(axis=0)
    for _ in range(int(np.ceil(np.log2(max(k, 2))))):
        reach = (reach.astype(int) @ reach.astype(int)) > 0
    if not reach.all():
        ahead: np.ndarray = np.logical_not(reach.all(axis=0))  # somebody never gets before these
        raise NotComputable(
            "withheld.not_comparable", names=tuple(n for n, a in zip(names, ahead, strict=True) if a)
        )


def _stages(rows: np.ndarray, counts: np.ndarray) -> _Stages:
    order = np.argsort(rows, axis=1, kind="stable")
    ranked = np.isfinite(rows).sum(axis=1)
    k = rows.shape[1]
    position = np.argsort(order, axis=1)
    taken, chosen, alive = [], [], []
    for stage in range(k - 1):
        at = np.flatnonzero(ranked > stage)
        if not len(at):
            break
        taken.append(counts[at])
        chosen.append(order[at, stage])
        alive.append((position[at] >= stage).astype(float))
    return _Stages(tuple(taken), tuple(chosen), tuple(alive))


def _maximum(stages: _Stages, k: int) -> tuple[np.ndarray, int]:
    wins = np.zeros(k)
    for counts, chosen in zip(stages.counts, stages.chosen, strict=True):
        wins += np.bincount(chosen, counts, minlength=k)
    theta = np.zeros(k)
    # an option that is never chosen is last of all rankings and has no maximum: refused before this
    step = 0
    moved = np.inf
    while moved >= NEAR and step < MOST_STEPS:
        step += 1
        worth = np.exp(theta)
        chances = sum(
            (counts / (alive @ worth)) @ alive
            for counts, alive in zip(stages.counts, stages.alive, strict=True)
        )
        new = np.log(wins / chances)
        new -= new.mean()
        moved = float(np.abs(new - theta).max())
        theta = new
    for _ in range(20):
        gradient, information, _ = _derivatives(stages, theta)
        move = pinvh(information) @ gradient
        theta = theta + move
        if float(np.abs(move).max()) < 1e-13:
            break
    return theta - theta.mean(), step


def _derivatives(stages: _Stages, theta: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Gradient (k,), observed information (k, k) and value of the log-likelihood at log worths."""
    k = len(theta)
    worth = np.exp(theta)
    gradient, information, value = np.zeros(k), np.zeros((k, k)), 0.0
    for counts, chosen, alive in zip(stages.counts, stages.chosen, stages.alive, strict=True):
        total = alive @ worth
        p = alive * worth / total[:, None]
        expected = counts @ p
        gradient += np.bincount(chosen, counts, minlength=k) - expected
        information += np.diag(expected) - p.T @ (p * counts[:, None])
        value += float(counts @ (theta[chosen] - np.log(total)))
    return gradient, information, value
