"""Group comparisons against R (base, car, effectsize, rstatix), NIST, and identities."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.effect_sizes import (
    cohens_d,
    explained_variance,
    hedges_correction,
    hedges_g,
    one_sample_d,
)
from survey_kit.stats.grouped import GroupCounts, GroupMoments, distinct_values, group_counts, group_moments
from survey_kit.stats.mean_tests import anova, one_sample_t, student_t, welch_anova, welch_t
from survey_kit.stats.multiplicity import bonferroni, holm
from survey_kit.stats.post_hoc import games_howell, tukey_kramer
from survey_kit.stats.rank_tests import dunn, kruskal_wallis, mann_whitney
from survey_kit.stats.variance_tests import levene

GOLDEN = Path(__file__).parent.parent / "golden"
Q93 = json.loads((GOLDEN / "groups_q93" / "expected.json").read_text())
BFI = json.loads((GOLDEN / "groups_bfi" / "expected.json").read_text())
NIST = json.loads((GOLDEN / "nist_anova" / "expected.json").read_text())
SCALES = tuple(Q93["two"])
FACTORS = ("age_group", "education", "rank", "tenure")
TIGHT = {"rtol": 1e-10, "atol": 1e-13}


def columns(path: Path) -> dict[str, np.ndarray]:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        name: np.array([float(row[name]) if row[name] not in {"", "NA"} else math.nan for row in rows])
        for name in rows[0]
    }


SCORES = columns(GOLDEN / "groups_q93" / "scores.csv")
AGREE = columns(GOLDEN / "groups_bfi" / "agree.csv")


def grouped(y: np.ndarray, by: np.ndarray) -> GroupCounts:
    levels, codes = np.unique(by[np.isfinite(by)], return_inverse=True)
    groups = np.full(len(by), -1)
    groups[np.isfinite(by)] = codes
    return group_counts(distinct_values(y), groups, len(levels))


def cases() -> list[tuple[GroupCounts, dict]]:
    several = [(grouped(SCORES[s], SCORES[k]), Q93["several"][s][k]) for s in SCALES for k in FACTORS]
    return [*several, (grouped(AGREE["agree_sum"] / 5, AGREE["education"]), BFI["several"])]


def two_cases() -> list[tuple[GroupCounts, dict]]:
    two = [(grouped(SCORES[s], SCORES["gender"]), Q93["two"][s]) for s in SCALES]
    return [*two, (grouped(AGREE["agree_sum"] / 5, AGREE["gender"]), BFI["two"])]


@pytest.mark.parametrize("case", range(len(two_cases())))
def test_two_groups_equal_r(case: int) -> None:
    counts, expected = two_cases()[case]
    groups = group_moments(counts)
    assert groups.n.tolist() == expected["n"]
    assert_allclose(groups.mean, expected["mean"], **TIGHT)
    assert_allclose(groups.sd, expected["sd"], **TIGHT)
    for test, theirs in ((student_t(groups), expected["student"]), (welch_t(groups), expected["welch"])):
        assert_allclose(
            [test.t, test.df, test.p, test.se, test.low, test.high],
            [theirs["statistic"], theirs["parameter"]["df"], theirs["p"], theirs["stderr"], *theirs["ci"]],
            rtol=1e-10,
        )
    for center, key in (("mean", "levene_mean"), ("median", "levene_median_brown_forsythe")):
        ours = levene(counts, center=center)
        assert_allclose([ours.f, ours.p], [expected[key]["F value"], expected[key]["Pr(>F)"]], rtol=1e-9)
    for size, theirs, name in (
        (cohens_d(groups), expected["cohens_d_pooled"], "Cohens_d"),
        (hedges_g(groups, standardizer="pooled"), expected["hedges_g_pooled"], "Hedges_g"),
        (cohens_d(groups, standardizer="average"), expected["cohens_d_unpooled"], "Cohens_d"),
    ):
        assert_allclose(size.value, theirs[name], rtol=1e-10)
        # effectsize searches the noncentrality with a general optimiser
        assert_allclose([size.low, size.high], [theirs["CI_low"], theirs["CI_high"]], atol=2e-3)
    ranks = mann_whitney(counts)
    assert_allclose(
        [ranks.u, ranks.p, ranks.rank_biserial],
        [
            expected["mann_whitney"]["statistic"],
            expected["mann_whitney"]["p"],
            expected["cliffs_delta_manual"],
        ],
        rtol=1e-10,
    )


@pytest.mark.parametrize("case", range(len(cases())))
def test_several_groups_equal_r(case: int) -> None:
    counts, expected = cases()[case]
    groups = group_moments(counts)
    table = anova(groups)
    theirs = expected["anova"]
    assert_allclose(
        [table.ss_between, table.ss_within, table.test.f, table.test.df1, table.test.df2, table.test.p],
        [theirs[key] for key in ("ss_between", "ss_within", "F", "df1", "df2", "p")],
        rtol=1e-9,
    )
    welch = welch_anova(groups)
    assert_allclose(
        [welch.f, welch.df1, welch.df2, welch.p],
        [expected["welch"]["statistic"], *expected["welch"]["parameter"].values(), expected["welch"]["p"]],
        rtol=1e-10,
    )
    for center, key in (("mean", "levene_mean"), ("median", "levene_median_brown_forsythe")):
        ours = levene(counts, center=center)
        assert_allclose([ours.f, ours.p], [expected[key]["F value"], expected[key]["Pr(>F)"]], rtol=1e-9)
    sizes = explained_variance(table)
    for name, ours in (("Eta2", sizes.eta2), ("Omega2", sizes.omega2), ("Epsilon2", sizes.epsilon2)):
        assert_allclose(ours.value, max(0.0, expected[name.lower()][name]), rtol=1e-9, atol=1e-12)
    # effectsize: lambda / (lambda + df2), ours lambda / (lambda + N); compared as lambda
    n = groups.total
    ratio = expected["eta2"]["CI_high"]
    ours_lambda = n * sizes.omega2.high / (1 - sizes.omega2.high)
    assert_allclose(ours_lambda, table.test.df2 * ratio / (1 - ratio), rtol=5e-3, atol=1e-2)
    kruskal = kruskal_wallis(counts)
    assert_allclose(
        [kruskal.h, kruskal.p, kruskal.epsilon2],
        [
            expected["kruskal"]["statistic"],
            expected["kruskal"]["p"],
            expected["kruskal_epsilon2"]["rank_epsilon_squared"],
        ],
        rtol=1e-9,
    )


@pytest.mark.parametrize("case", range(len(cases())))
def test_post_hoc_equals_r(case: int) -> None:
    counts, expected = cases()[case]
    groups = group_moments(counts)
    levels = expected["levels"]
    pair_of = {
        (levels[i], levels[j]): m
        for m, (i, j) in enumerate(zip(*np.triu_indices(len(levels), 1), strict=True))
    }
    tukey, howell, ranks = tukey_kramer(groups), games_howell(groups), dunn(counts)
    for row in expected["tukey"]:
        later, earlier = row["pair"].split("-")
        m = pair_of[earlier, later]
        assert_allclose(-tukey.difference[m], row["diff"], rtol=1e-9, atol=1e-12)
        assert_allclose(tukey.p[m], row["p.adj"], atol=1e-8)
        assert_allclose([-tukey.high[m], -tukey.low[m]], [row["lwr"], row["upr"]], atol=1e-5)
    for row in expected["games_howell_manual_full"]:
        m = pair_of[row["group1"], row["group2"]]
        assert_allclose(-howell.difference[m], row["diff"], rtol=1e-9, atol=1e-12)
        assert_allclose([howell.se[m] / math.sqrt(2), howell.df[m]], [row["se"], row["df"]], rtol=1e-10)
        # R's ptukey loses digits below ten degrees of freedom (scipy's quadrature agrees with ours)
        assert_allclose(howell.p[m], row["p"], atol=1e-8 if row["df"] >= 10 else 2e-4)
        if row["df"] >= 10:
            assert_allclose([-howell.high[m], -howell.low[m]], [row["lwr"], row["upr"]], atol=1e-5)
    for row in expected["dunn_holm"]:
        m = pair_of[row["group1"], row["group2"]]
        # rstatix: second minus first
        assert_allclose(
            [-ranks.z[m], ranks.p[m], ranks.p_holm[m]], [row["statistic"], row["p"], row["p.adj"]], rtol=1e-8
        )


@pytest.mark.parametrize("scale", SCALES)
def test_one_sample_t_equals_r(scale: str) -> None:
    y = SCORES[scale][np.isfinite(SCORES[scale])]
    theirs = Q93["one_sample"][scale]["t_vs_3"]
    ours = one_sample_t(len(y), y.mean(), y.std(ddof=1), against=3.0)
    assert_allclose(
        [ours.t, ours.df, ours.p, 3 + ours.low, 3 + ours.high],
        [theirs["statistic"], theirs["parameter"]["df"], theirs["p"], *theirs["ci"]],
        rtol=1e-9,
    )
    d = one_sample_d(ours, len(y))
    assert_allclose(d.value, (y.mean() - 3) / y.std(ddof=1), rtol=1e-12)


def nist_groups(entry: dict) -> tuple[np.ndarray, np.ndarray]:
    if "pattern" in entry:
        half = (entry["pattern"]["per_group"] - 1) // 2
        groups = [[first] + [lower, upper] * half for first, lower, upper in entry["pattern"]["groups"]]
    else:
        groups = entry["groups"]
    y = np.array([float(value) for group in groups for value in group])
    return y, np.repeat(np.arange(len(groups)), [len(group) for group in groups])


@pytest.mark.parametrize("name", sorted(NIST))
def test_anova_reaches_the_digits_of_nist(name: str) -> None:
    y, by = nist_groups(NIST[name])
    result = anova(group_moments(group_counts(distinct_values(y), by, by.max() + 1)))
    certified = NIST[name]["certified"]
    digits = -math.log10(max(abs(result.test.f / certified["F"] - 1), 1e-15))
    assert result.test.df1 == certified["between/df"]
    assert result.test.df2 == certified["within/df"]
    assert digits >= (4 if name in {"smls07", "smls08", "smls09"} else 9)


samples = st.lists(
    st.lists(st.integers(1, 7), min_size=3, max_size=12).filter(lambda group: len(set(group)) > 1),
    min_size=2,
    max_size=5,
)


def counted(groups: list[list[int]]) -> GroupCounts:
    y = np.array([value for group in groups for value in group], dtype=float)
    by = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    return group_counts(distinct_values(y), by, len(groups))


@settings(max_examples=40, deadline=None)
@given(samples)
def test_sums_of_squares_add_up(groups: list[list[int]]) -> None:
    y = np.array([value for group in groups for value in group], dtype=float)
    result = anova(group_moments(counted(groups)))
    assert_allclose(result.ss_between + result.ss_within, ((y - y.mean()) ** 2).sum(), rtol=1e-10)


@settings(max_examples=40, deadline=None)
@given(samples)
def test_two_groups_f_is_t_squared_and_g_is_j_d(groups: list[list[int]]) -> None:
    moments = group_moments(counted(groups[:2]))
    assert_allclose(anova(moments).test.f, student_t(moments).t ** 2, rtol=1e-9, atol=1e-12)
    assert_allclose(welch_anova(moments).f, welch_t(moments).t ** 2, rtol=1e-9, atol=1e-12)
    assert_allclose(welch_anova(moments).p, welch_t(moments).p, rtol=1e-8)
    # with two groups the studentised range is the root of 2 times |t|
    assert_allclose(games_howell(moments).p[0], welch_t(moments).p, atol=1e-9)
    assert_allclose(games_howell(moments).low[0], welch_t(moments).low, atol=1e-8)
    for standardizer in ("pooled", "average"):
        d, g = cohens_d(moments, standardizer=standardizer), hedges_g(moments, standardizer=standardizer)
        df = student_t(moments).df if standardizer == "pooled" else welch_t(moments).df
        assert_allclose(
            [g.value, g.low, g.high], hedges_correction(df) * np.array([d.value, d.low, d.high]), rtol=1e-9
        )
        assert d.low <= d.value <= d.high


@settings(max_examples=30, deadline=None)
@given(samples, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_groups(groups: list[list[int]], random) -> None:
    # Levene's test has nothing to compare where everybody is equally far from the mean of the group
    assume(any(np.ptp(np.abs(np.array(group) - np.mean(group))) > 1e-9 for group in groups))
    order = list(range(len(groups)))
    random.shuffle(order)
    one, other = counted(groups), counted([groups[i] for i in order])
    assert_allclose(welch_anova(group_moments(one)).p, welch_anova(group_moments(other)).p, rtol=1e-9)
    assert_allclose(kruskal_wallis(one).p, kruskal_wallis(other).p, rtol=1e-9)
    assert_allclose(levene(one).f, levene(other).f, rtol=1e-7, atol=1e-10)

    def by_pair(result, names):
        return {
            frozenset((names[i], names[j])): p
            for i, j, p in zip(result.first, result.second, result.p, strict=True)
        }

    for method in (games_howell, tukey_kramer):
        first = by_pair(method(group_moments(one)), list(range(len(groups))))
        second = by_pair(method(group_moments(other)), order)
        for pair, p in first.items():
            assert_allclose(p, second[pair], atol=1e-10)


@settings(max_examples=30, deadline=None)
@given(samples, st.integers(-1000, 1000))
def test_adding_a_constant_changes_nothing(groups: list[list[int]], constant: int) -> None:
    one = group_moments(counted(groups))
    other = group_moments(counted([[value + constant for value in group] for group in groups]))
    assert_allclose(anova(one).test.f, anova(other).test.f, rtol=1e-9, atol=1e-12)
    assert_allclose(welch_anova(one).p, welch_anova(other).p, rtol=1e-9)
    assert_allclose(other.mean - one.mean, constant, atol=1e-9)


def test_rows_may_come_in_any_order() -> None:
    rng = np.random.default_rng(5)
    y, by = SCORES["pay"], SCORES["rank"]
    order = rng.permutation(len(y))
    assert_allclose(grouped(y, by).counts, grouped(y[order], by[order]).counts)


def test_a_group_without_variance_has_no_welch_f_but_a_classical_one() -> None:
    groups = group_moments(counted([[3, 3, 3], [1, 2, 4], [2, 5, 5]]))
    with pytest.raises(NotComputable, match="no_variance_in_group"):
        welch_anova(groups)
    assert math.isfinite(anova(groups).test.f)
    assert math.isfinite(welch_t(group_moments(counted([[3, 3, 3], [1, 2, 4]]))).t)


def test_what_cannot_be_computed_is_refused() -> None:
    constant = group_moments(counted([[3, 3], [4, 4]]))
    for test in (student_t, welch_t, anova, hedges_g):
        with pytest.raises(NotComputable):
            test(constant)
    single = group_moments(counted([[3], [4]]))
    for test in (student_t, welch_t, anova, welch_anova, games_howell, tukey_kramer):
        with pytest.raises(NotComputable):
            test(single)
    with pytest.raises(NotComputable):
        kruskal_wallis(counted([[3, 3], [3, 3]]))
    with pytest.raises(NotComputable):
        anova(GroupMoments(np.array([5]), np.array([1.0]), np.array([2.0])))
    with pytest.raises(NotComputable):
        one_sample_t(1, 3.0, math.nan)
    empty = group_moments(group_counts(distinct_values(np.array([np.nan, np.nan])), np.array([0, 1]), 2))
    with pytest.raises(NotComputable):
        anova(empty)


def test_a_pair_in_which_nobody_varies_has_no_p() -> None:
    result = games_howell(group_moments(counted([[3, 3, 3], [4, 4, 4], [1, 2, 5]])))
    assert np.isnan(result.p).tolist() == [True, False, False]


def test_a_small_f_has_an_interval_that_holds_its_value() -> None:
    sizes = explained_variance(anova(group_moments(counted([[1, 2, 3], [1, 2, 3], [1, 2, 3, 2]]))))
    for size in (sizes.eta2, sizes.omega2, sizes.epsilon2):
        assert size.low <= size.value <= size.high
    assert sizes.omega2.value == 0.0


def test_holm_and_bonferroni_by_hand() -> None:
    p = np.array([0.01, 0.04, 0.03, np.nan, 0.005])
    assert_allclose(holm(p), [0.03, 0.06, 0.06, np.nan, 0.02])
    assert_allclose(bonferroni(p), [0.04, 0.16, 0.12, np.nan, 0.02])
    assert holm(np.array([])).size == 0
