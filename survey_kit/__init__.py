"""survey-kit: from a questionnaire export to the statistics chapter of a thesis."""

__version__ = "0.1.0"
