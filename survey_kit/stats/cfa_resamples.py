"""The likelihood of one factor model in many resamples of the same rows at once.

Resamples differ only in how often each row counts. The slopes are those of the factors' expectations given the
answers (Rubin & Thayer, 1982, doi:10.1007/BF02293851), which are the slopes of the likelihood (Fisher's identity),
with missing answers too; nothing larger than the factors has to be inverted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.stats.cfa_model import FactorPattern


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Parameters of B models with unit factor variances: (B, k) each, ``phi`` (B, factors, factors)."""

    loadings: np.ndarray
    errors: np.ndarray
    phi: np.ndarray
    means: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows (n, k), NaN for no answer, taken apart once for all resamples.

    Attributes
    ----------
    whole, products
        (n,) which rows are complete; their products of two answers (complete, k, k).
    filled, given, which
        All rows with zeros for gaps, and where answers were given; the pattern of each incomplete row.
    codes
        (g, k) what each of these patterns answers.
    member
        (k, factors) 1 where an item belongs to a factor.
    """

    pattern: FactorPattern
    whole: np.ndarray
    products: np.ndarray
    filled: np.ndarray
    given: np.ndarray
    which: np.ndarray
    codes: np.ndarray
    member: np.ndarray


def taken_apart(data: np.ndarray, pattern: FactorPattern) -> Rows:
    """``data`` (n, k) made ready; rows without any answer must have been left out."""
    answered = np.isfinite(data)
    whole = answered.all(axis=1)
    codes, which = np.unique(answered[~whole], axis=0, return_inverse=True)
    return Rows(
        pattern,
        whole,
        data[whole][:, :, None] * data[whole][:, None, :],
        np.where(answered, data, 0.0),
        answered.astype(float),
        which.ravel(),
        codes.astype(float),
        (pattern.factor[:, None] == np.arange(pattern.factors)).astype(float),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """B resamples.

    ``n`` (B,) rows drawn, ``whole`` (B,) complete ones; ``cross`` (B, k, k) and ``total`` (B, k) sums over the complete;
    ``count``, ``sum``, ``square`` (B, k) over all that answered an item; ``partial`` (B, r) and ``codes`` (B, g) how often
    each incomplete row, and each pattern, was drawn.
    """

    n: np.ndarray
    whole: np.ndarray
    cross: np.ndarray
    total: np.ndarray
    count: np.ndarray
    sum: np.ndarray
    square: np.ndarray
    partial: np.ndarray
    codes: np.ndarray

    def only(self, kept: np.ndarray) -> Weights:
        """Those of some resamples."""
        return Weights(*(getattr(self, name)[kept] for name in Weights.__slots__))


def weighted(rows: Rows, counts: np.ndarray) -> Weights:
    """Resamples in which row i is drawn ``counts[b, i]`` times (B, n)."""
    complete, partial, k = counts[:, rows.whole], counts[:, ~rows.whole], len(rows.member)
    pattern_of = np.zeros((len(rows.which), len(rows.codes)))
    pattern_of[np.arange(len(rows.which)), rows.which] = 1.0
    return Weights(
        counts.sum(axis=1),
        complete.sum(axis=1),
        (complete @ rows.products.reshape(-1, k * k)).reshape(-1, k, k),
        complete @ rows.filled[rows.whole],
        counts @ rows.given,
        counts @ rows.filled,
        counts @ rows.filled**2,
        partial,
        partial @ pattern_of,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Climb:
    """Minus the log-likelihood a row (B,), without constants and infinite where there is none; its slopes."""

    height: np.ndarray
    loadings: np.ndarray
    errors: np.ndarray
    phi: np.ndarray
    means: np.ndarray


@dataclass(slots=True, eq=False)
class _Expected:
    """Sums over the rows, for each item over those who answered it, its own factor being e:
    of (y - mean) e, e², e (B, k); of all factors' products (B, f, f); of log determinants and of what the
    factors explain of the squares (B,). ``fine`` (B,) says whether all covariance matrices are positive.
    """

    mixed: np.ndarray
    squares: np.ndarray
    sums: np.ndarray
    products: np.ndarray
    logs: np.ndarray
    explained: np.ndarray
    fine: np.ndarray


def climb(rows: Rows, at: Points, drawn: Weights) -> Climb:
    """Height and slopes of B models at B points."""
    errors = np.where(np.abs(at.errors) < 1e-9, 1e-9, at.errors)
    found = _whole(rows, at, errors, drawn)
    if len(rows.codes):
        _add_partial(found, rows, at, errors, drawn)
    n = drawn.n[:, None]
    square = drawn.square - 2 * at.means * drawn.sum + drawn.count * at.means**2
    logs = found.logs + (drawn.count * np.log(np.abs(errors))).sum(axis=1)
    height = (logs + (square / errors).sum(axis=1) - found.explained) / (2 * drawn.n)
    loadings = at.loadings
    residual = square - 2 * loadings * found.mixed + loadings**2 * found.squares
    possible = found.fine & (np.abs(np.linalg.det(at.phi)) > 1e-12)
    inverse = np.linalg.inv(np.where(possible[:, None, None], at.phi, np.eye(rows.pattern.factors)))
    return Climb(
        np.where(possible & np.isfinite(height), height, np.inf),
        (loadings * found.squares - found.mixed) / errors / n,
        (drawn.count / errors - residual / errors**2) / (2 * n),
        inverse - inverse @ found.products @ inverse / n[:, :, None],
        (loadings * found.sums - (drawn.sum - drawn.count * at.means)) / errors / n,
    )


def _spread(phi: np.ndarray, information: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Covariance matrices of the factors given the answers, log determinants, signs."""
    moved = np.eye(phi.shape[-1]) + phi * information[..., None, :]
    sign, logs = np.linalg.slogdet(moved)
    moved[sign == 0] = np.eye(phi.shape[-1])
    return np.linalg.inv(moved) @ phi, logs, sign


def _whole(rows: Rows, at: Points, errors: np.ndarray, drawn: Weights) -> _Expected:
    """The complete rows, from their moments."""
    own, member = rows.pattern.factor, rows.member
    weight = at.loadings / errors
    spread, logs, sign = _spread(at.phi, (weight * at.loadings) @ member)
    columns = weight[:, :, None] * member
    size = drawn.whole[:, None]
    apart = drawn.total - size * at.means
    centre = (weight * at.means) @ member
    seen = drawn.cross @ columns - drawn.total[:, :, None] * centre[:, None, :]
    seen -= at.means[:, :, None] * ((weight * apart) @ member)[:, None, :]
    inner = columns.transpose(0, 2, 1) @ seen
    mixed = seen @ spread
    products = size[:, :, None] * spread + spread @ inner @ spread
    sums = (((weight * apart) @ member)[:, None, :] @ spread)[:, 0]
    return _Expected(
        mixed[:, np.arange(len(own)), own],
        np.einsum("bff->bf", products)[:, own],
        sums[:, own],
        products,
        drawn.whole * logs,
        np.einsum("bij,bji->b", inner, spread),
        sign * np.prod(np.sign(errors), axis=1) > 0,
    )


def _add_partial(found: _Expected, rows: Rows, at: Points, errors: np.ndarray, drawn: Weights) -> None:
    """Add the rows with missing answers."""
    own, b, f = rows.pattern.factor, len(errors), rows.pattern.factors
    filled, given = rows.filled[~rows.whole], rows.given[~rows.whole]
    weight = at.loadings / errors

    def by_factor(each: np.ndarray, of: np.ndarray) -> np.ndarray:
        """(B, rows, f) sums over the items of a factor: one product of matrices."""
        spread_out = np.einsum("ri,if->irf", of, rows.member).reshape(len(own), -1)
        return np.asarray(each @ spread_out).reshape(b, len(of), f)

    spread, logs, sign = _spread(at.phi[:, None], by_factor(weight * at.loadings, rows.codes))
    towards = by_factor(weight, filled) - by_factor(weight * at.means, rows.codes)[:, rows.which]
    factors = (spread[:, rows.which] @ towards[..., None])[..., 0]
    heavy = factors * drawn.partial[..., None]
    variances = np.einsum("bgff->bgf", spread) * drawn.codes[..., None]
    for number in range(f):
        items = np.flatnonzero(own == number)
        mine = heavy[:, :, number]
        sums = mine @ given[:, items]
        found.mixed[:, items] += mine @ filled[:, items] - at.means[:, items] * sums
        found.sums[:, items] += sums
        found.squares[:, items] += (mine * factors[:, :, number]) @ given[:, items]
        found.squares[:, items] += variances[:, :, number] @ rows.codes[:, items]
    found.products += heavy.transpose(0, 2, 1) @ factors
    found.products += np.einsum("bg,bgij->bij", drawn.codes, spread)
    found.logs += (drawn.codes * logs).sum(axis=1)
    found.explained += (heavy * towards).sum(axis=(1, 2))
    negative = (errors < 0).astype(float) @ rows.codes.T
    found.fine &= ((sign > 0) == (negative % 2 == 0)).all(axis=1)
