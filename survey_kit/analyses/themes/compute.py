"""From coded interviews to what the section shows."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.analysis import Earlier
from survey_kit.analyses.themes.joint import beside_the_factors
from survey_kit.analyses.themes.model import (
    CodeAgreement,
    Frequency,
    Grouped,
    GroupTest,
    Pair,
    Quote,
    ThemesResult,
    code_sets,
    persons_by_theme,
)
from survey_kit.errors import NotApplicable
from survey_kit.interviews.model import Interviews, Theme
from survey_kit.questionnaire.wording import question_key
from survey_kit.report.blocks import Estimate, Label
from survey_kit.responses.personal import mask
from survey_kit.stats.agreement import agreement
from survey_kit.stats.exact_tests import fisher_exact
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.proportions import wilson
from survey_kit.stats.saturation import Saturation, saturation
from survey_kit.study import Study

MOST_QUESTIONS = 2
"""Themes are compared in the groups of at most this many questions, the first of the plan."""

LONGEST_QUOTE = 150
"""Characters of a quotation."""


def compute(study: Study, earlier: Earlier) -> ThemesResult:
    """Count, compare and set beside each other.

    Raises
    ------
    NotApplicable
        There are no interviews, or in no segment any theme.
    """
    interviews = study.materials.interviews
    if interviews is None:
        raise NotApplicable("themes.no_interviews")
    found = interviews.matrix([segment.agreed for segment in interviews.segments])
    named = interviews.matrix([segment.named for segment in interviews.segments])
    if not named.any():
        raise NotApplicable("themes.no_theme")
    persons = persons_by_theme(interviews, found)
    themes = interviews.codebook.themes
    heard = [at for at in range(len(themes)) if named[:, at].any()]
    of_study = {person: at for at, person in enumerate(study.respondents)}
    rows = np.array([of_study.get(person, -1) for person in interviews.respondents], dtype=int)
    level = study.plan.level
    coded = sum(segment.coded for segment in interviews.segments)
    return ThemesResult(
        interviews=interviews,
        themes=themes,
        people=len(persons),
        matched=int((rows >= 0).sum()),
        coded=coded,
        uncoded=len(interviews.segments) - coded,
        shared=len(_shared(interviews)),
        alpha=study.plan.alpha,
        frequencies=tuple(
            _frequency(themes[at], found[:, at], named[:, at], persons[:, at], level) for at in heard
        ),
        absent=tuple(theme for at, theme in enumerate(themes) if at not in heard),
        grouped=tuple(_grouped(study, themes, persons, rows, heard)),
        pairs=_pairs(study, themes, persons, heard),
        agreement=tuple(_agreement(study, interviews, heard)),
        saturation=_saturation(persons),
        quotes=tuple(_quotes(interviews, heard)),
        joint=beside_the_factors(study, themes, persons, rows, earlier.get("regression")),
        written=_written(study, interviews),
        without_factor=tuple(
            theme.label
            for at, theme in enumerate(themes)
            if persons[:, at].any() and not (theme.factor and study.is_scale(theme.factor))
        ),
    )


def _written(study: Study, interviews: Interviews) -> tuple[Label, ...]:
    """The open questions that all segments answer; none where anything else was said."""
    known = {
        question_key(text): question.label
        for question in study.questions
        if question.kind == "text"
        for text in (question.label.en, question.label.zh)
    }
    keys = dict.fromkeys(question_key(segment.question) for segment in interviews.segments)
    return tuple(dict.fromkeys(known[key] for key in keys)) if all(key in known for key in keys) else ()


def _frequency(
    theme: Theme, found: np.ndarray, named: np.ndarray, persons: np.ndarray, level: float
) -> Frequency:
    count, n = int(persons.sum()), len(persons)
    low, high = wilson(count, n, level=level)
    share = Estimate(100 * count / n, 100 * low, 100 * high, level)
    return Frequency(theme, int(found.sum()), int(named.sum()), count, share)


def _grouped(
    study: Study, themes: tuple[Theme, ...], persons: np.ndarray, rows: np.ndarray, heard: list[int]
) -> Iterator[Grouped]:
    """Persons who mention each theme, in the groups of the first questions of the plan."""
    matched = rows >= 0
    if not matched.any():
        return
    for question in study.group_questions[:MOST_QUESTIONS]:
        codes = study.codes(question.id)[rows[matched]]
        options = [option for option in question.options if (codes == option.code).any()]
        if len(options) < 2:
            continue
        member = np.column_stack([codes == option.code for option in options])
        sizes = member.sum(axis=0)
        mentions = persons[matched].T.astype(int) @ member
        p = np.full(len(heard), math.nan)
        for place, at in enumerate(heard):
            inside = mentions[at]
            if 0 < inside.sum() < sizes.sum():
                table = np.stack([inside, sizes - inside])
                p[place] = fisher_exact(table, study.rng(f"themes {question.id} {themes[at].id}")).p
        adjusted = holm(p)
        yield Grouped(
            question.id,
            question.label,
            tuple(option.label for option in options),
            tuple(f"{option.code:g}" for option in options),
            tuple(int(size) for size in sizes),
            tuple(
                GroupTest(
                    themes[at],
                    tuple(int(count) for count in mentions[at]),
                    float(p[place]),
                    float(adjusted[place]),
                )
                for place, at in enumerate(heard)
            ),
        )


def _pairs(
    study: Study, themes: tuple[Theme, ...], persons: np.ndarray, heard: list[int]
) -> tuple[Pair, ...]:
    """Every two themes that vary over the persons."""
    n = len(persons)
    varied = [at for at in heard if 0 < persons[:, at].sum() < n]
    places = [(a, b) for i, a in enumerate(varied) for b in varied[i + 1 :]]
    counts = []
    for a, b in places:
        both = int((persons[:, a] & persons[:, b]).sum())
        one, other = int(persons[:, a].sum()) - both, int(persons[:, b].sum()) - both
        counts.append((both, one, other, n - both - one - other))
    p = np.array(
        [
            fisher_exact(np.array(c).reshape(2, 2), study.rng(f"themes pair {a} {b}")).p
            for (a, b), c in zip(places, counts, strict=True)
        ]
    )
    adjusted = holm(p)
    return tuple(
        Pair(
            themes[a],
            themes[b],
            both,
            both / (both + one + other),
            (both * neither - one * other)
            / math.sqrt((both + one) * (other + neither) * (both + other) * (one + neither)),
            float(p[at]),
            float(adjusted[at]),
        )
        for at, ((a, b), (both, one, other, neither)) in enumerate(zip(places, counts, strict=True))
    )


def _shared(interviews: Interviews) -> list[int]:
    """Segments that both coders coded."""
    if interviews.coders < 2:
        return []
    return [
        at for at, each in enumerate(interviews.segments) if all(codes is not None for codes in each.codes)
    ]


def _agreement(study: Study, interviews: Interviews, heard: list[int]) -> Iterator[CodeAgreement]:
    """Per theme (found or not), then on the sets of codes as they are."""
    shared = _shared(interviews)
    if not shared:
        return
    level = study.plan.level
    clusters = interviews.interviewed()[shared]
    segments = [interviews.segments[at] for at in shared]
    sets = [[segment.codes[coder] or frozenset() for segment in segments] for coder in (0, 1)]
    first, second = (interviews.matrix(each).astype(int) for each in sets)
    for at in heard:
        theme = interviews.codebook.themes[at]
        if not (first[:, at].any() or second[:, at].any()):
            continue
        rng = study.rng(f"themes agreement {theme.id}")
        values = agreement(first[:, at], second[:, at], 2, rng, clusters=clusters, level=level)
        yield CodeAgreement(theme, (int(first[:, at].sum()), int(second[:, at].sum())), values)
    categories = code_sets([*sets[0], *sets[1]])
    k = int(categories.max()) + 1
    rng = study.rng("themes agreement")
    n = len(segments)
    values = agreement(categories[:n], categories[n:], k, rng, clusters=clusters, level=level)
    yield CodeAgreement(None, None, values)


def _saturation(persons: np.ndarray) -> Saturation | None:
    """None where nobody mentions anything that the coders agree on, or with too few interviews for a run."""
    found = saturation(persons)
    return found if persons.any() and len(persons) >= found.base + found.run else None


def _quotes(interviews: Interviews, heard: list[int]) -> Iterator[Quote]:
    """One a theme: of the lowest respondent number in whose segment all coders found the theme, if
    possible of somebody not quoted before.

    Names are no numbers: people known by another id are given by their place in the interviews.
    """
    place = {person: at + 1 for at, person in enumerate(interviews.respondents)}
    order = sorted(
        (segment for segment in interviews.segments if segment.text),
        key=lambda segment: (
            (0, segment.respondent)
            if isinstance(segment.respondent, int)
            else (1, place[segment.respondent]),
            segment.row,
        ),
    )
    quoted: set[int | str] = set()
    for at in heard:
        theme = interviews.codebook.themes[at]
        fitting = [segment for segment in order if theme.id in segment.agreed]
        if not fitting:
            continue
        chosen = next((segment for segment in fitting if segment.respondent not in quoted), fitting[0])
        person = chosen.respondent
        quoted.add(person)
        text = mask(chosen.text)
        shortened = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
        number = person if isinstance(person, int) else place[person]
        yield Quote(theme, number, isinstance(person, int), shortened)
