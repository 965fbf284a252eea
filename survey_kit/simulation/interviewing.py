"""Drawing the interviews of a sample, and what is true of them in the population."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import ndtri

from survey_kit.interviews.codebook import read_codebook, shipped_codebook
from survey_kit.interviews.table import HEADS
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Label, Language
from survey_kit.sheets import Cell, SheetOf, write_sheets
from survey_kit.simulation.draw import Simulated, simulate
from survey_kit.simulation.interviews import InterviewModel, Raised, interviews_of
from survey_kit.simulation.people import stream
from survey_kit.simulation.population import Choice, Population

NO_THEME = Label("none", "无")
SEPARATOR = Label("; ", "；")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A segment: who says it to which question, the theme in it (place; −1: none), and both coders' marks."""

    respondent: int
    question: Label
    text: Label
    theme: int
    marks: tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class ThemeTruth:
    """Population values of one theme.

    ``raised`` is the share of persons who raise it, ``agreed`` the share in whose interview both coders
    mark it in the same segment, ``segments`` the share of segments that hold it; ``kappa`` and ``ac1`` the
    agreement of the coders on whether it is in a segment.
    """

    raised: float
    agreed: float
    segments: float
    kappa: float
    ac1: float


@dataclass(frozen=True, slots=True)
class InterviewTruth:
    """What holds in the population; ``same`` is the share of segments coded exactly alike."""

    themes: Mapping[str, ThemeTruth]
    same: float
    segments: float


def draw_interviews(simulated: Simulated, model: InterviewModel) -> tuple[Spoken, ...]:
    """One interview a respondent, in a random order of interviews; every purpose has its own random stream."""
    n, seed = len(simulated.answers), simulated.seed
    mentions = np.column_stack([_mentions(simulated, model, theme) for theme in model.themes])
    asides = stream(seed, "interviews asides").random((n, len(model.questions))) < model.aside
    asides[:, 0] = True
    words = stream(seed, "interviews words")
    marks = stream(seed, "interviews coders")
    spoken: list[Spoken] = []
    for person in stream(seed, "interviews order").permutation(n).tolist():
        for place, asked in enumerate(model.questions):
            said: list[tuple[int, Label]] = []
            for at, theme in enumerate(model.themes):
                if theme.question == asked.id:
                    chosen = words.permutation(len(theme.sentences))[: mentions[person, at]]
                    said += [(at, theme.sentences[which]) for which in chosen]
            said = [said[at] for at in words.permutation(len(said))]
            aside = asked.asides[words.integers(len(asked.asides))]
            if asides[person, place]:
                said.insert(0, (-1, aside))
            for at, text in said:
                which, led = words.integers(len(model.leads)), words.random() < model.lead
                words_said = _led(model.leads[which], text) if led and at >= 0 else text
                spoken.append(Spoken(person + 1, asked.label, words_said, at, _marks(model, at, marks)))
    return tuple(spoken)


def interview_truth(model: InterviewModel, population: Population) -> InterviewTruth:
    """Population values in closed form; the chance of agreeing on a theme that is not there enters
    ``agreed`` at the expected number of segments.
    """
    one, two = model.coders
    wrong = (1 - one.specificity) * (1 - two.specificity)
    found = one.sensitivity * two.sensitivity
    shares = [_share(theme, population) for theme in model.themes]
    total = model.segments + (1 + model.again) * sum(shares)
    themes: dict[str, ThemeTruth] = {}
    for theme, share in zip(model.themes, shares, strict=True):
        held = (1 + model.again) * share / total
        missed = (1 - model.again) * (1 - found) + model.again * (1 - found) ** 2
        never = (1 - share + share * missed) * (1 - wrong) ** total
        first = held * one.sensitivity + (1 - held) * (1 - one.specificity)
        second = held * two.sensitivity + (1 - held) * (1 - two.specificity)
        both = held * found + (1 - held) * wrong
        same = 1 - first - second + 2 * both
        by_chance = first * second + (1 - first) * (1 - second)
        mean = (first + second) / 2
        rare = 2 * mean * (1 - mean)
        themes[theme.id] = ThemeTruth(
            share, 1 - never, held, (same - by_chance) / (1 - by_chance), (same - rare) / (1 - rare)
        )
    absent = one.specificity * two.specificity + wrong
    present = found + (1 - one.sensitivity) * (1 - two.sensitivity)
    k, none = len(model.themes), model.segments / total
    same = none * absent**k + (1 - none) * present * absent ** (k - 1)
    return InterviewTruth(themes, same, total)


def write_interviews(questionnaire: Questionnaire, n: int, seed: int, path: Path, language: Language) -> None:
    """The part ``interviews`` of a simulated study: a table of segments with the codes of both coders."""
    model = interviews_of(questionnaire)
    spoken = draw_interviews(simulate(questionnaire, n, seed), model)
    book = shipped_codebook(questionnaire.id)
    labels = {theme.id: theme.label for theme in read_codebook(book).themes} if book else {}
    names = [labels.get(theme.id, Label.of(theme.id)).text(language) for theme in model.themes]
    heads = [HEADS[role][language == "zh"] for role in HEADS]
    rows: list[list[Cell]] = [
        [
            each.respondent,
            each.question.text(language),
            each.text.text(language),
            *(_codes(marks, names, language) for marks in each.marks),
        ]
        for each in spoken
    ]
    write_sheets(path, {"Sheet1": SheetOf([heads, *rows], (10, 36, 72, 26, 26))})


def _mentions(simulated: Simulated, model: InterviewModel, theme: Raised) -> np.ndarray:
    """How many segments of each person hold the theme: 0, 1 or 2."""
    n = len(simulated.answers)
    rng = stream(simulated.seed, f"interviews {theme.id}")
    noise, again = rng.standard_normal(n), rng.random(n) < model.again
    p = np.full(n, theme.p[0])
    latent = noise
    if theme.given is not None:
        options = simulated.questionnaire.question(theme.given).options
        codes = simulated.answers[theme.given].to_numpy()
        p = np.select([codes == option.code for option in options], theme.p, default=theme.p[0])
    elif theme.factor is not None:
        latent = theme.loading * simulated.factors[theme.factor] + np.sqrt(1 - theme.loading**2) * noise
    mentions: np.ndarray = np.where(latent > ndtri(1 - p), 1 + again, 0)
    return mentions


def _share(theme: Raised, population: Population) -> float:
    """Share of persons who raise the theme."""
    if theme.given is None:
        return theme.p[0]
    answering = population.answering[theme.given]
    if not isinstance(answering, Choice) or answering.given is not None:
        raise TypeError(f"{theme.given} itself depends on something")
    return float(np.dot(answering.p[0], theme.p))


def _led(lead: Label, text: Label) -> Label:
    return Label(f"{lead.en} {text.en}", f"{lead.zh}{text.zh}")


def _marks(
    model: InterviewModel, theme: int, rng: np.random.Generator
) -> tuple[frozenset[int], frozenset[int]]:
    u = rng.random((2, len(model.themes)))
    first, second = (
        frozenset(
            at
            for at in range(len(model.themes))
            if u[coder, at] < (each.sensitivity if at == theme else 1 - each.specificity)
        )
        for coder, each in enumerate(model.coders)
    )
    return first, second


def _codes(marks: frozenset[int], names: Sequence[str], language: Language) -> str:
    return SEPARATOR.text(language).join(names[at] for at in sorted(marks)) or NO_THEME.text(language)
