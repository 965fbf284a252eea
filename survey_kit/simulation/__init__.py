"""Responses that nobody gave: drawn from a population that is written down, for samples and tests."""

from survey_kit.simulation.draw import Simulated, simulate
from survey_kit.simulation.files import LAYOUTS, Layout, write
from survey_kit.simulation.population import Population, default_population
from survey_kit.simulation.reading import population_of, read_population
from survey_kit.simulation.truth import Truth, implied_truth

__all__ = [
    "LAYOUTS",
    "Layout",
    "Population",
    "Simulated",
    "Truth",
    "default_population",
    "implied_truth",
    "population_of",
    "read_population",
    "simulate",
    "write",
]
