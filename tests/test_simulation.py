"""Simulated samples: repeatable, as the platform writes them, and true to their population.

Expected population values come from the model: the alpha of congeneric normal items in closed form,
and otherwise a sample so large that its sampling error is far below the tolerance.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from survey_kit.errors import FileError, PlanError, QuestionnaireError, UsageError
from survey_kit.questionnaire.load import SIMULATION_SUFFIX, read_questionnaire, shipped, shipped_folder
from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.responses.model import option_column
from survey_kit.scoring import score_items, score_scale
from survey_kit.simulation import (
    Population,
    default_population,
    implied_truth,
    population_of,
    read_population,
    simulate,
    write,
)
from survey_kit.simulation.population import Measurement, Quality

DATA = Path(__file__).parent.parent / "data"
SAMPLES = {
    "career": "g-district-93.xlsx",
    "incentives": "heping-260.csv",
    "performance": "chenghua-320.sav",
    "appraisal": "towns-240.dta",
    "retention": "townships-380.parquet",
}
MADE_WITH = {
    ".xlsx": {"xlsxwriter": "3.3.1"},
    ".csv": {},
    ".sav": {"pyreadstat": "1.3.7"},
    ".dta": {"pandas": "3.1.1"},
    ".parquet": {"pyarrow": "26.0.1"},
}
PERFECT = Quality(0, 0, 0, 0)


def alpha(items: np.ndarray) -> float:
    """Cronbach's alpha from its definition."""
    covariance = np.cov(items, rowvar=False)
    k = len(covariance)
    return k / (k - 1) * (1 - np.trace(covariance) / covariance.sum())


def scores_of(simulated, q: Questionnaire) -> pd.DataFrame:
    items = score_items(simulated.answers, q.items)
    return pd.DataFrame({s.id: score_scale(items[list(s.item_ids)].to_numpy(), s) for s in q.scales})


# -- the samples that ship -------------------------------------------------------------------------


def read_cells(path: Path) -> list[list[str]]:
    """The file as texts, by readers that are not ours."""
    if path.suffix == ".xlsx":
        import openpyxl

        rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
        return [[str(cell) for cell in row] for row in rows]
    if path.suffix == ".csv":
        with path.open(encoding="gb18030", newline="") as file:
            return list(csv.reader(file))
    if path.suffix == ".sav":
        import pyreadstat

        frame = pyreadstat.read_sav(path, apply_value_formats=True)[0].astype(str)
    elif path.suffix == ".dta":
        frame = pd.read_stata(path).astype(str)
    else:
        frame = pd.read_parquet(path).astype(str)
    return [list(frame.columns.astype(str)), *frame.to_numpy().tolist()]


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_made_again_byte_for_byte(name, tmp_path):
    kept = DATA / SAMPLES[name]
    q = read_questionnaire(name)
    population = population_of(q)
    again = tmp_path / kept.name
    write(simulate(q, population.n, population.seed), again)
    assert read_cells(again) == read_cells(kept)
    if all(version(library) == made for library, made in MADE_WITH[kept.suffix].items()):
        assert again.read_bytes() == kept.read_bytes()


def test_the_readme_has_the_command_of_every_sample():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for name, file in SAMPLES.items():
        population = population_of(read_questionnaire(name))
        assert f"survey-kit simulate {name} -n {population.n} --seed {population.seed} -o data/{file}" in text
        assert f"### {name}" in text


def test_the_readme_states_the_truth():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for name in SAMPLES:
        q = read_questionnaire(name)
        truth = implied_truth(q, population_of(q))
        chapter = text.split(f"### {name}\n")[1].split("### ")[0]
        for scale in truth.factors:
            row = f"| `{scale}` | {truth.alphas[scale]:.3f} | {truth.means[scale]:.2f} | {truth.sds[scale]:.2f} |"
            assert row in chapter


def test_the_sample_of_ninety_three():
    rows = read_cells(DATA / "g-district-93.xlsx")
    head, people = rows[0], rows[1:]
    assert len(people) == 93
    assert head[:6] == ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
    assert all(re.fullmatch(r"\d+秒", row[2]) for row in people)
    assert all(row[5].startswith("192.0.2.") for row in people)
    assert head[11].startswith("6、自主需要—")
    assert not re.match(r"\d", head[12])
    q = read_questionnaire("career")
    simulated = simulate(q, 93, population_of(q).seed)
    bad = simulated.straight_liners + simulated.speeders + simulated.duplicates
    assert all((simulated.straight_liners, simulated.speeders, simulated.duplicates))
    assert 93 - len(bad) >= 86
    cells = {cell for row in people for cell in row}
    assert {"(跳过)", "(空)"} <= cells
    assert any("┋" in cell for cell in cells)


@pytest.mark.parametrize("name", ["career", "incentives"])
def test_every_answer_text_is_an_option(name):
    q = read_questionnaire(name)
    rows = read_cells(DATA / SAMPLES[name])
    by_head = dict(zip(rows[0], zip(*rows[1:], strict=True), strict=True))
    for item in q.items:
        column = next(cells for head, cells in by_head.items() if head.endswith(item.label.zh))
        assert set(column) <= {option.label.zh for option in item.options} | {"(空)"}


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_questionnaire_has_a_population_that_fits(name):
    q = read_questionnaire(name)
    population = read_population(shipped_folder() / f"{name}{SIMULATION_SUFFIX}", q)
    assert not population.assumed
    assert set(population.answering) == {question.id for question in q.asked}
    declared = tomllib.loads((shipped_folder() / f"{name}{SIMULATION_SUFFIX}").read_text("utf-8"))
    assert set(declared["scale"]) == {scale.id for scale in q.scales}
    assert set(declared["question"]) == {question.id for question in q.asked}
    truth = implied_truth(q, population)
    assert all(0.70 <= value <= 0.90 for value in truth.alphas.values())


# -- repeatability -----------------------------------------------------------------------------------


def test_same_seed_same_answers():
    q = read_questionnaire("career")
    pd.testing.assert_frame_equal(simulate(q, 50, 3).answers, simulate(q, 50, 3).answers)
    assert not simulate(q, 50, 3).answers["MOT1"].equals(simulate(q, 50, 4).answers["MOT1"])


def test_another_question_leaves_the_other_answers_alone():
    q = read_questionnaire("career")
    fewer = replace(q, questions=q.questions[:1], scales=q.scales)
    one = simulate(q, 60, 3).answers
    other = simulate(fewer, 60, 3, population=replace(population_of(q), routes={})).answers
    pd.testing.assert_frame_equal(one[list(other.columns)], other)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".sav", ".dta", ".parquet"])
def test_files_do_not_depend_on_the_clock(suffix, tmp_path, monkeypatch):
    simulated = simulate(read_questionnaire("retention"), 20, 1)
    write(simulated, tmp_path / f"a{suffix}")
    import time

    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 90_000)
    write(simulated, tmp_path / f"b{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_the_creation_date_of_a_sav_is_fixed(tmp_path):
    import pyreadstat

    write(simulate(read_questionnaire("career"), 5, 1), tmp_path / "x.sav")
    meta = pyreadstat.read_sav(tmp_path / "x.sav", metadataonly=True)[1]
    assert (meta.creation_time.year, meta.creation_time.month, meta.creation_time.day) == (2026, 1, 1)


# -- the truth is recovered ----------------------------------------------------------------------------


def normal_questionnaire(loadings: tuple[float, ...], categories: int) -> tuple[Questionnaire, Population]:
    options = tuple(Option(float(c), Label.of(f"o{c}")) for c in range(1, categories + 1))
    items = tuple(
        Item(f"A{j}", Label.of(f"a{j}"), options, 1, categories, reverse=j == 1) for j in range(len(loadings))
    )
    q = Questionnaire("one", Label.of("one"), scales=(Scale("a", Label.of("a"), items),))
    population = Population(("a",), np.eye(1), {"a": Measurement(loadings)}, quality=PERFECT)
    return q, population


def test_alpha_with_many_categories_is_that_of_the_continuous_answers():
    # congeneric normal items: alpha = k/(k-1) (1 - k / sum of the correlation matrix); 60 narrow
    # categories leave of the continuous answers all but their ends
    loadings = (0.8, 0.7, 0.6, 0.75)
    r = np.outer(loadings, loadings)
    np.fill_diagonal(r, 1)
    closed = 4 / 3 * (1 - 4 / r.sum())
    q, population = normal_questionnaire(loadings, 60)
    assert implied_truth(q, population).alphas["a"] == pytest.approx(closed, abs=0.004)


@pytest.mark.parametrize("categories", [2, 5, 7])
def test_implied_alpha_mean_and_sd_are_those_of_a_large_sample(categories):
    # n = 60,000: standard error of alpha about .001, of the mean about .004
    q, population = normal_questionnaire((0.8, 0.7, 0.6, 0.75), categories)
    population = replace(
        population, measurements={"a": Measurement((0.8, 0.7, 0.6, 0.75), 0.4, (0.0, 0.3, -0.2, 0.1))}
    )
    truth = implied_truth(q, population)
    items = score_items(simulate(q, 60_000, 11, population=population).answers, q.items).to_numpy()
    assert alpha(items) == pytest.approx(truth.alphas["a"], abs=0.006)
    assert items.mean() == pytest.approx(truth.means["a"], abs=0.02)
    assert items.mean(axis=1).std(ddof=1) == pytest.approx(truth.sds["a"], abs=0.015)


@pytest.mark.parametrize("name", shipped())
def test_a_large_sample_shows_the_population(name):
    # n = 30,000, nobody careless, no group effects: standard errors of correlations below .006
    q = read_questionnaire(name)
    population = replace(population_of(q), quality=PERFECT, effects=())
    simulated = simulate(q, 30_000, 5, population=population)
    truth = simulated.truth
    items = score_items(simulated.answers, q.items)
    for scale in q.scales:
        assert alpha(items[list(scale.item_ids)].to_numpy()) == pytest.approx(
            truth.alphas[scale.id], abs=0.012
        )
    observed = scores_of(simulated, q)[list(truth.factors)].corr().to_numpy()
    np.testing.assert_allclose(observed, truth.score_correlations, atol=0.025)


def test_latent_correlations_follow_from_the_paths():
    # two exogenous factors with r = .3, y = .5 a + .2 b: r(a, y) = .5 + .2 * .3, R2 = .25 + .04 + 2 * .5 * .2 * .3
    q, _ = normal_questionnaire((0.7, 0.7, 0.7), 5)
    (scale,) = q.scales
    named = tuple(
        replace(scale, id=name, items=tuple(replace(i, id=name + i.id) for i in scale.items))
        for name in "aby"
    )
    from survey_kit.simulation.population import Path as FactorPath

    population = Population(
        ("a", "b"),
        np.array([[1, 0.3], [0.3, 1]]),
        {name: Measurement((0.7,) * 3) for name in "aby"},
        paths=(FactorPath("y", {"a": 0.5, "b": 0.2}),),
    )
    truth = implied_truth(replace(q, scales=named), population)
    assert truth.factors == ("a", "b", "y")
    assert truth.r2["y"] == pytest.approx(0.35)
    np.testing.assert_allclose(truth.correlations[2], [0.56, 0.35, 1], atol=1e-12)


def test_shares_of_answers_are_those_declared():
    q = read_questionnaire("incentives")
    population = replace(population_of(q), quality=PERFECT)
    answers = simulate(q, 20_000, 2, population=population).answers
    shares = answers["office"].value_counts(normalize=True).sort_index().to_numpy()
    np.testing.assert_allclose(shares, population.answering["office"].p[0], atol=0.015)
    ticked = answers[[c for c in answers if c.startswith("wanted/")]].mean().to_numpy()
    np.testing.assert_allclose(ticked, population.answering["wanted"].p[0], atol=0.03)


def test_group_effects_show():
    q = read_questionnaire("incentives")
    population = replace(population_of(q), quality=PERFECT)
    simulated = simulate(q, 20_000, 2, population=population)
    after = scores_of(simulated, q)["after"].groupby(simulated.answers["office"].to_numpy()).mean()
    assert after[1] - after[3] > 0.4
    assert abs(after[2] - after[3]) < 0.1


def test_rankings_are_permutations_and_follow_the_utilities():
    q = read_questionnaire("retention")
    population = replace(population_of(q), quality=PERFECT)
    answers = simulate(q, 4000, 2, population=population).answers
    ranks = answers[[c for c in answers if c.startswith("policy/")]].to_numpy()
    np.testing.assert_array_equal(np.sort(ranks, axis=1), np.tile([1, 2, 3, 4], (4000, 1)))
    # Plackett–Luce: P(first) = exp(u) / sum of exp(u)
    u = np.exp(population.answering["policy"].utilities)
    np.testing.assert_allclose((ranks == 1).mean(axis=0), u / u.sum(), atol=0.03)


# -- people who answer badly --------------------------------------------------------------------------


def test_careless_respondents_are_as_declared():
    q = read_questionnaire("career")
    population = replace(population_of(q), quality=Quality(0.05, 0.04, 0.03, 0.02))
    simulated = simulate(q, 200, 9, population=population)
    assert [len(x) for x in (simulated.straight_liners, simulated.speeders, simulated.duplicates)] == [
        10,
        8,
        6,
    ]
    items = simulated.answers[[item.id for item in q.items]]
    for person in simulated.straight_liners:
        assert items.loc[person].nunique() == 1
    seconds = pd.Series(simulated.duration, index=items.index)
    limit = 2 * len(q.items)
    assert (seconds[list(simulated.speeders)] < limit).all()
    assert (seconds.drop(list(simulated.speeders)) > limit).all()
    for person in simulated.duplicates:
        earlier = simulated.answers.loc[: person - 1]
        assert any(row.equals(simulated.answers.loc[person]) for _, row in earlier.iterrows())
    blank = items.isna().to_numpy().mean()
    assert 0.01 < blank < 0.03


def test_only_those_who_want_to_leave_are_asked_where_to():
    q = read_questionnaire("career")
    simulated = simulate(q, 500, 1)
    asked = simulated.answers["considered"] == 1
    assert (simulated.routed["destination"] == ~asked.to_numpy()).all()
    assert simulated.answers.loc[~asked, "destination"].isna().all()


# -- anybody's questionnaire ----------------------------------------------------------------------------


def own_questionnaire() -> Questionnaire:
    q, _ = normal_questionnaire((0.7,) * 4, 5)
    bare = Scale("b", Label.of("b"), tuple(Item(f"B{j}", Label.of(f"b{j}"), (), 0, 10) for j in range(3)))
    ab = (Option(0, Label.of("x")), Option(1, Label.of("y")))
    return replace(
        q,
        background=(
            Question("sex", Label.of("sex"), "single", ab),
            Question("age", Label.of("age"), "number"),
        ),
        scales=(*q.scales, bare),
        questions=(
            Question("many", Label.of("many"), "multiple", ab),
            Question("order", Label.of("order"), "ranking", ab),
            Question("when", Label.of("when"), "date"),
            Question("说", Label.of("open"), "text"),
        ),
    )


@pytest.mark.parametrize("file", ["x.xlsx", "x.csv", "x.sav", "x.dta", "x.parquet"])
def test_a_questionnaire_without_a_population_can_be_simulated(file, tmp_path):
    simulated = simulate(own_questionnaire(), 40, 1)
    assert simulated.population.assumed
    assert len(simulated.answers) == 40
    assert simulated.answers["B0"].dropna().between(0, 10).all()
    assert option_column("many", 0) in simulated.answers
    write(simulated, tmp_path / file)
    assert len(read_cells(tmp_path / file)) == 41


def test_assumptions_are_loadings_of_seven_tenths_and_correlations_of_four():
    population = default_population(own_questionnaire())
    assert population.correlations.tolist() == [[1, 0.4], [0.4, 1]]
    assert population.measurements["a"].loadings == (0.7,) * 4


def test_another_questionnaire_under_a_shipped_id_gets_assumptions():
    assert population_of(replace(own_questionnaire(), id="career")).assumed


@pytest.mark.parametrize("n", [1, 2])
def test_very_few_respondents(n):
    assert len(simulate(read_questionnaire("career"), n, 1).answers) == n


@pytest.mark.parametrize(("n", "seed"), [(0, 1), (-3, 1), (10_000_000, 1), (5, -1)])
def test_impossible_sizes_are_refused(n, seed):
    with pytest.raises(PlanError):
        simulate(read_questionnaire("career"), n, seed)


# -- layouts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_plain_texts(language, tmp_path):
    q = read_questionnaire("career")
    write(simulate(q, 30, 1), tmp_path / "x.csv", layout="texts", language=language)
    frame = pd.read_csv(tmp_path / "x.csv", encoding="utf-8")
    words = {option.label.text(language) for option in q.items[0].options}
    assert set(frame["AUT1"].dropna()) <= words
    assert set(frame["measures_1"].dropna()) <= {0, 1}


def test_codes_in_a_workbook(tmp_path):
    write(simulate(read_questionnaire("career"), 30, 1), tmp_path / "x.xlsx", layout="codes")
    rows = read_cells(tmp_path / "x.xlsx")
    assert rows[0][:3] == ["id", "duration", "gender"]
    assert {row[2] for row in rows[1:]} <= {"1", "2"}


def test_what_a_format_cannot_hold_is_refused(tmp_path):
    simulated = simulate(read_questionnaire("career"), 3, 1)
    with pytest.raises(UsageError, match=r"xlsx, csv, sav, dta, parquet"):
        write(simulated, tmp_path / "x.pdf")
    with pytest.raises(UsageError, match="codes"):
        write(simulated, tmp_path / "x.sav", layout="texts")
    with pytest.raises(FileError):
        write(simulated, tmp_path / "nowhere" / "x.csv")
    assert list(tmp_path.iterdir()) == []


# -- population files ---------------------------------------------------------------------------------------


FAULTS = {
    "scale unknown": ("[scale]\n", "[scale]\npayy = {}\n", "payy"),
    "loading too large": ("0.78, 0.74, 0.76", "1.2, 0.74, 0.76", "scale.autonomy.loadings"),
    "loadings too few": ("0.78, 0.74, 0.76", "0.74, 0.76", "3 numbers, not 2"),
    "not positive definite": ("[0.40, 1.00]", "[1.00, 1.00]", "positive definite"),
    "more than all": ("competence = 0.38", "competence = 1.0", "all the variance"),
    "probabilities": ("p = [0.58, 0.42]", "p = [0.58, 0.52]", "add up to 1"),
    "rows for another question": ('given = "age"', 'given = "gender"', "one for each answer"),
    "later question": (
        "p = [0.58, 0.42]",
        'given = "age"\np = [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]]',
        "earlier",
    ),
    "effect of nothing": ('question = "age"', 'question = "agee"', 'Did you mean "age"'),
    "share too large": ("too_fast = 0.022", "too_fast = 0.9", "quality.too_fast"),
    "key unknown": ("n = 93", "m = 93", "unknown key"),
    "route": ("considered = [1]", "consider = [1]", 'Did you mean "considered"'),
    "broken": ("n = 93", "n = ", "TOML"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_faults_of_population_files(case, tmp_path):
    before, after, says = FAULTS[case]
    text = (shipped_folder() / "career.simulation.toml").read_text("utf-8")
    assert before in text
    path = tmp_path / "career.simulation.toml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(QuestionnaireError) as caught:
        read_population(path, read_questionnaire("career"))
    assert says in caught.value.en
    assert caught.value.zh != caught.value.en
