"""One ranking question: its options, how far people agree, and groups of people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, ndtr

from survey_kit.analyses.groups.division import Division, divide
from survey_kit.analyses.item_names import asked
from survey_kit.errors import Withheld
from survey_kit.questionnaire.lines import Preference
from survey_kit.questionnaire.model import Option, Question
from survey_kit.report.blocks import Label, Say
from survey_kit.responses.model import option_column
from survey_kit.stats.grouped import distinct_values, group_counts
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.plackett_luce import Worth, plackett_luce
from survey_kit.stats.rank_tests import KruskalWallis, kruskal_wallis
from survey_kit.stats.ranking import Concordance, Places, kendall_w, places, within_ranks
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class Step:
    """Two options next to each other in the order of worth, the better one first; z test of their gap."""

    first: int
    second: int
    z: float
    p: float
    p_holm: float


@dataclass(frozen=True, slots=True)
class GroupRanks:
    """Places in the groups of a question.

    ``mean`` (g, k) mean places, ``tests`` one Kruskal–Wallis test an option (None: not computable),
    ``p_holm`` (k,) of them. ``chi2``, ``df``, ``p``: likelihood ratio of worths of their own in each group
    against common ones; NaN where a group has no worths.
    """

    division: Division
    mean: np.ndarray
    tests: tuple[KruskalWallis | None, ...]
    p_holm: np.ndarray
    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class RankedQuestion:
    """A ranking question; what is None was withheld, and the reason beside it says why."""

    id: str
    question: Label
    options: tuple[Option, ...]
    places: Places
    top: int
    partial: int
    concordance: Concordance | None
    no_concordance: Say | None
    worth: Worth | None
    no_worth: Say | None
    steps: tuple[Step, ...]
    groups: GroupRanks | None
    no_groups: Say | None

    @property
    def order(self) -> tuple[int, ...]:
        """Places of the options from the most to the least preferred."""
        merit = self.worth.log_worth if self.worth else self.places.borda
        return tuple(int(at) for at in np.argsort(-merit, kind="stable"))


def ranked_question(study: Study, question: Question, line: Preference) -> RankedQuestion:
    """Everything about one question.

    Raises
    ------
    NotComputable
        Nobody ranked anything, or there are fewer than two options.
    """
    frame = study.responses.frame
    options = tuple(o for o in question.options if option_column(question.id, o.code) in frame.columns)
    columns = [option_column(question.id, option.code) for option in options]
    ranks = frame[columns].to_numpy(dtype=float)
    level = study.plan.level
    found = places(ranks, top=min(line.top, len(options)), level=level)
    ranked = np.isfinite(ranks).sum(axis=1)
    concordance, no_concordance = _concordance(ranks)
    names = tuple(option.label for option in options)
    worth, no_worth = _worth(ranks, names, level)
    groups, no_groups = _groups(study, line, ranks)
    return RankedQuestion(
        id=question.id,
        question=asked(question),
        options=options,
        places=found,
        top=min(line.top, len(options)),
        partial=int(((ranked > 0) & (ranked < len(options))).sum()),
        concordance=concordance,
        no_concordance=no_concordance,
        worth=worth,
        no_worth=no_worth,
        steps=_steps(worth) if worth else (),
        groups=groups,
        no_groups=no_groups,
    )


def _concordance(ranks: np.ndarray) -> tuple[Concordance | None, Say | None]:
    try:
        return kendall_w(ranks), None
    except Withheld as reason:
        return None, Say(reason.key, reason.values)


def _worth(ranks: np.ndarray, names: tuple[Label, ...], level: float) -> tuple[Worth | None, Say | None]:
    try:
        return plackett_luce(ranks, tuple(str(at) for at in range(len(names))), level=level), None
    except Withheld as reason:
        values = dict(reason.values)
        if "names" in values:
            values["names"] = tuple(names[int(at)] for at in values["names"])
        return None, Say(reason.key, values)


def _steps(worth: Worth) -> tuple[Step, ...]:
    order = np.argsort(-worth.log_worth, kind="stable")
    first, second = order[:-1], order[1:]
    variance = np.diag(worth.cov)
    se = np.sqrt(variance[first] + variance[second] - 2 * worth.cov[first, second])
    z = (worth.log_worth[first] - worth.log_worth[second]) / se
    p = 2 * ndtr(-np.abs(z))
    return tuple(
        Step(int(a), int(b), float(x), float(y), float(h))
        for a, b, x, y, h in zip(first, second, z, p, holm(p), strict=True)
    )


def _groups(study: Study, line: Preference, ranks: np.ndarray) -> tuple[GroupRanks | None, Say | None]:
    held = {q.id: q for q in (*study.background, *study.questions)}
    if line.by not in held:
        return None, None
    answered = np.isfinite(ranks).any(axis=1)
    try:
        division = divide(study, held[line.by], answered)
    except Withheld as reason:
        return None, Say(reason.key, reason.values)
    filled = completed(ranks)
    g = len(division.groups)
    inside = [division.index == at for at in range(g)]
    mean = np.array([filled[group].mean(axis=0) for group in inside])
    tests = tuple(_kruskal(filled[:, j], division) for j in range(ranks.shape[1]))
    p = np.array([test.p if test else np.nan for test in tests])
    chi2, df = _likelihood_ratio(ranks, inside)
    return GroupRanks(division, mean, tests, holm(p), chi2, df, float(chdtrc(df, chi2))), None


def completed(ranks: np.ndarray) -> np.ndarray:
    """Ranks (n, k) in which every option that a respondent left out has the mean of the places left.

    Rows without any rank stay NaN.
    """
    own = within_ranks(ranks)
    ranked = np.isfinite(own).sum(axis=1)
    behind = np.where(ranked > 0, (ranked + 1 + ranks.shape[1]) / 2, np.nan)
    return np.where(np.isfinite(own), own, behind[:, None])


def _kruskal(places_given: np.ndarray, division: Division) -> KruskalWallis | None:
    try:
        return kruskal_wallis(
            group_counts(distinct_values(places_given), division.index, len(division.groups))
        )
    except Withheld:
        return None


def _likelihood_ratio(ranks: np.ndarray, inside: list[np.ndarray]) -> tuple[float, int]:
    k = ranks.shape[1]
    df = (k - 1) * (len(inside) - 1)
    names = ("",) * k
    try:
        apart = sum(plackett_luce(ranks[group], names).log_likelihood for group in inside)
        together = plackett_luce(ranks[np.any(inside, axis=0)], names).log_likelihood
    except Withheld:
        return float("nan"), df
    return max(2 * (apart - together), 0.0), df
