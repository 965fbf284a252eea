"""What two surveys of the same people would show if everybody answered both: means, change, and how stable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from survey_kit.errors import PlanError
from survey_kit.questionnaire.model import Questionnaire, Scale
from survey_kit.simulation.population import (
    Choice,
    Measurement,
    Population,
    codes_of,
    cuts,
    default_answering,
)
from survey_kit.simulation.waves import EarlierSurvey

DEGREE = 60
"""Terms of the expansion; correlations below .9 change no tenth digit beyond."""


@dataclass(frozen=True, slots=True)
class ChangeTruth:
    """Population values of attentive people who answer both surveys, by scale of the earlier one.

    Attributes
    ----------
    shares
        (g,) of the options of the question by which change differs.
    before, after
        (g,) means of the scale scores in answer units, reverse-worded items turned round.
    correlation
        (g,) of the two scores of a person.
    """

    shares: np.ndarray
    before: Mapping[str, np.ndarray]
    after: Mapping[str, np.ndarray]
    correlation: Mapping[str, np.ndarray]

    def change(self, scale: str, options: Sequence[int]) -> float:
        """Mean change of the people in these options (positions)."""
        at = list(options)
        by_option = self.after[scale][at] - self.before[scale][at]
        return float(np.average(by_option, weights=self.shares[at]))


def implied_change(questionnaire: Questionnaire, population: Population) -> ChangeTruth:
    """Means and correlations of both surveys, exact but for the end of a series.

    For standard normal u, v with correlation r and step functions f, g: cov(f(u), g(v)) is the sum over k of
    r^k f_k g_k, with the coefficients of f on the normalized Hermite polynomials in closed form.

    Raises
    ------
    PlanError
        The population has no earlier survey.
    """
    earlier = population.before
    if earlier is None:
        raise PlanError("The population has no earlier survey.", "该总体没有前一次调查。")
    sizes = {question.id: len(question.options) for question in questionnaire.all_questions}
    kinds = _kinds(questionnaire, population, earlier.question)
    shares = np.zeros(sizes[earlier.question])
    for at, p in kinds:
        shares[at[earlier.question]] += p
    before, after, correlation = {}, {}, {}
    for scale in questionnaire.scales:
        if scale.id in earlier.not_asked:
            continue
        sums = np.zeros((len(shares), 5))
        known: dict[tuple[float, float], tuple[float, ...]] = {}
        for at, p in kinds:
            option = at[earlier.question]
            shift = sum(
                effect.shifts[at[effect.question]]
                for effect in population.effects
                if effect.factor == scale.id
            )
            change = earlier.change[scale.id][option] if scale.id in earlier.change else 0.0
            levels = (shift - change, shift)
            if levels not in known:
                known[levels] = _two_scores(scale, population.measurements[scale.id], earlier, levels)
            m1, m2, v1, v2, c = known[levels]
            sums[option] += p * np.array([m1, m2, v1 + m1**2, v2 + m2**2, c + m1 * m2])
        m1, m2, s1, s2, c = (sums / shares[:, None]).T
        before[scale.id], after[scale.id] = m1, m2
        correlation[scale.id] = (c - m1 * m2) / np.sqrt((s1 - m1**2) * (s2 - m2**2))
    return ChangeTruth(shares, before, after, correlation)


def _kinds(
    questionnaire: Questionnaire, population: Population, question: str
) -> list[tuple[dict[str, int], float]]:
    """All kinds of people by the questions that shift factors (option positions), with their shares."""
    models = {
        each.id: population.answering.get(each.id) or default_answering(each)
        for each in questionnaire.all_questions
    }
    needed = [question, *(effect.question for effect in population.effects)]
    for name in needed:  # grows while it is read: what an answer depends on is needed too
        model = models[name]
        if isinstance(model, Choice) and model.given is not None and model.given not in needed:
            needed.append(model.given)
    kinds: list[tuple[dict[str, int], float]] = [({}, 1.0)]
    for name, model in models.items():
        if name in needed and isinstance(model, Choice):
            kinds = [
                ({**at, name: option}, share * p)
                for at, share in kinds
                for option, p in enumerate(model.p[0 if model.given is None else at[model.given]])
            ]
    return kinds


def _two_scores(
    scale: Scale, measurement: Measurement, earlier: EarlierSurvey, shifts: tuple[float, float]
) -> tuple[float, float, float, float, float]:
    """Means, variances and covariance of the earlier and the later score of one kind of people."""
    loadings = np.array(measurement.loadings)
    common = np.outer(loadings, loadings)
    items = [_item_series(scale, measurement, shift) for shift in shifts]
    means = [float(mean.mean()) for mean, _, _ in items]
    variances = []
    for _, variance, series in items:
        covariances = _covariances(series, series, common)
        np.fill_diagonal(covariances, variance)
        variances.append(float(covariances.mean()))
    over_time = earlier.stability * common + np.diag((1 - loadings**2) * earlier.unique)
    covariance = float(_covariances(items[0][2], items[1][2], over_time).mean())
    return means[0], means[1], variances[0], variances[1], covariance


def _covariances(first: np.ndarray, second: np.ndarray, r: np.ndarray) -> np.ndarray:
    powers = r[:, :, None] ** np.arange(1, DEGREE + 1)
    result: np.ndarray = np.einsum("ak,bk,abk->ab", first, second, powers)
    return result


def _item_series(
    scale: Scale, measurement: Measurement, shift: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean and variance (items,) of every scored item, and its coefficients (items, DEGREE)."""
    means, variances, series = [], [], []
    for j, item in enumerate(scale.items):
        values = codes_of(item)
        if item.reverse:
            values = (item.low + item.high - values)[::-1]
        centre = measurement.level - (measurement.difficulty[j] if measurement.difficulty else 0.0)
        edges = cuts(len(values)) - centre - measurement.loadings[j] * shift
        p = np.diff(ndtr(edges), prepend=0.0, append=1.0)
        mean = float(p @ values)
        means.append(mean)
        variances.append(float(p @ (values - mean) ** 2))
        density = np.diff(values) * np.exp(-(edges**2) / 2) / np.sqrt(2 * np.pi)
        polynomial, previous = np.ones_like(edges), np.zeros_like(edges)
        coefficients = []
        for k in range(1, DEGREE + 1):
            coefficients.append(float(density @ polynomial) / np.sqrt(k))
            polynomial, previous = (edges * polynomial - np.sqrt(k - 1) * previous) / np.sqrt(k), polynomial
        series.append(coefficients)
    return np.array(means), np.array(variances), np.array(series)
