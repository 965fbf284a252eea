"""Counts, means and cross products: what most statistics need of the data, and all they need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True)
class Moments:
    """Sufficient statistics of complete rows.

    Attributes
    ----------
    names
        One name a variable.
    n
        Rows that entered, after deletion.
    mean
        (k,) means.
    cov
        (k, k) covariance matrix with denominator n - 1.
    """

    names: tuple[str, ...]
    n: int
    mean: np.ndarray
    cov: np.ndarray

    @property
    def sd(self) -> np.ndarray:
        """(k,) standard deviations, n - 1."""
        return np.sqrt(np.diag(self.cov))

    @property
    def corr(self) -> np.ndarray:
        """(k, k) correlation matrix; raises ``NotComputable`` when a variable is constant."""
        sd = self.sd
        constant = [name for name, s in zip(self.names, sd, strict=True) if not s > 0]
        if constant:
            raise NotComputable("withheld.no_variance", names=tuple(constant))
        corr = self.cov / np.outer(sd, sd)
        np.fill_diagonal(corr, 1.0)
        return corr

    def select(self, names: tuple[str, ...]) -> Moments:
        """The moments of some of the variables (of the same rows)."""
        at = [self.names.index(name) for name in names]
        return Moments(names, self.n, self.mean[at], self.cov[np.ix_(at, at)])


def moments(data: np.ndarray, names: tuple[str, ...]) -> Moments:
    """Moments of the complete rows of ``data`` (n, k), computed in two passes.

    Raises
    ------
    NotComputable
        Fewer than two complete rows.

    Examples
    --------
    >>> moments(np.array([[1.0, 2.0], [3.0, 6.0], [np.nan, 1.0]]), ("a", "b")).cov
    array([[2., 4.],
           [4., 8.]])
    """
    complete = data[np.isfinite(data).all(axis=1)]
    n = len(complete)
    if n < 2:
        raise NotComputable("withheld.too_few", n=n, needed=2)
    mean = complete.mean(axis=0)
    deviations = complete - mean
    return Moments(names, n, mean, deviations.T @ deviations / (n - 1))
