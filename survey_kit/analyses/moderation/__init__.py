"""Does the relation of a predictor and an outcome differ with a moderator?

For each line of the plan the product of the mean-centred variables is entered last (Aiken & West, 1991); simple
slopes one SD below, at and above the mean of the moderator or in its groups, and the Johnson–Neyman regions
(Bauer & Curran, 2005, doi:10.1207/s15327906mbr4003_5) say where the relation is significant.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.model_lines import WithheldLine, fit_lines
from survey_kit.analyses.moderation.findings import findings, interaction_sentence
from survey_kit.analyses.moderation.model import FittedModeration, fit_moderation, line_name
from survey_kit.analyses.moderation.tables import (
    coefficient_table,
    interaction_figure,
    neyman_figure,
    slopes_table,
)
from survey_kit.analyses.moderation.words import WORDS
from survey_kit.report.blocks import Block, Heading, Label, Say, Section, say
from survey_kit.study import Study

CONVENTIONS = frozenset(f"moderation.note_{name}" for name in ("centred", "beta", "lines", "band"))
"""Notes that hold for every model of the section."""


@dataclass(frozen=True, slots=True)
class ModerationResult:
    """The moderations of the plan, in its order; at least one is fitted."""

    models: tuple[FittedModeration | WithheldLine, ...]

    @property
    def fitted(self) -> tuple[FittedModeration, ...]:
        return tuple(each for each in self.models if isinstance(each, FittedModeration))

    @property
    def main_line(self) -> Say:
        """The first interaction in one sentence."""
        return interaction_sentence(self.fitted[0])


def compute(study: Study, earlier: Earlier) -> ModerationResult:  # noqa: ARG001
    """Fit every moderation of the plan.

    Raises
    ------
    NotApplicable
        The plan has none, or none can be computed (the reason of the first is given).
    """
    return ModerationResult(
        fit_lines(
            study.plan.lines.moderation,
            lambda line, model_id: fit_moderation(study, line, model_id),
            lambda line: line_name(study, line),
            "moderation.no_plan",
        )
    )


def present(result: ModerationResult) -> Section:
    """Coefficients, simple slopes, figures and findings of every model."""
    methods = [say("moderation.method")]
    references = ["aiken1991", "long2000"]
    if any(each.metric for each in result.fitted):
        methods.append(say("moderation.method_region"))
        references.append("bauer2005")
    blocks: list[Block] = []
    for each in result.models:
        if isinstance(each, WithheldLine):
            blocks.append(each.finding)
            continue
        if len(result.models) > 1:
            blocks.append(Heading(say("moderation.heading", name=each.name)))
        blocks += [coefficient_table(each), slopes_table(each), interaction_figure(each)]
        if each.model.effect is not None:
            blocks.append(neyman_figure(each, each.model.effect))
        blocks += findings(each)
    return Section(
        "moderation",
        say("moderation.title"),
        tuple(methods),
        tuple(explained_once(blocks, CONVENTIONS)),
        tuple(references),
    )


ANALYSIS = Analysis(
    "moderation",
    Label("Moderation", "调节效应分析"),
    compute,
    present,
    WORDS,
    called_for=lambda study: bool(study.plan.lines.moderation),
)
