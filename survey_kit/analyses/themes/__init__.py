"""What did people say in the interviews, do two coders find the same in it, and does it agree with the numbers?

Themes are counted in segments and in persons (interval: Wilson, 1927), compared between groups by
Fisher's exact test with Holm's adjustment, and set beside each other within persons. Agreement of two
coders: percent, Cohen's kappa (1960), Gwet's AC1 (2008), Krippendorff's alpha (2011). Saturation by base size
and run length (Guest, Namey & Chen, 2020, doi:10.1371/journal.pone.0232076). The joint display (Fetters, Curry &
Creswell, 2013, doi:10.1111/1475-6773.12117) sets themes beside the regression's factors.
"""

from __future__ import annotations

from survey_kit.analyses.analysis import Analysis
from survey_kit.analyses.themes.compute import compute
from survey_kit.analyses.themes.findings import findings
from survey_kit.analyses.themes.model import ThemesResult
from survey_kit.analyses.themes.tables import (
    agreement_table,
    codebook_table,
    contrast_table,
    frequency_table,
    group_table,
    joint_table,
    pairs_figure,
    pairs_table,
    quotes_table,
    saturation_figure,
    varied,
)
from survey_kit.analyses.themes.words import WORDS
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.study import Study


def present(result: ThemesResult) -> Section:
    """Codebook, frequencies, groups, co-occurrence, agreement, saturation, quotations, joint display."""
    two = result.interviews.coders == 2
    methods: list[Say] = [say("themes.method_two" if two else "themes.method_one")]
    if result.written:
        questions = tuple(say("themes.question", question=label) for label in result.written)
        methods.insert(0, say("themes.method_answers", n=result.people, questions=questions))
    references = ["wilson1927"]
    said = findings(result)
    blocks: list[Block] = [Heading(say("themes.heading_frequencies"))]
    if not result.interviews.codebook.drafted:
        blocks.append(codebook_table(result))
    blocks += [frequency_table(result), *said.frequencies]
    if result.grouped:
        methods.append(say("themes.method_groups"))
        references += ["freeman1951", "holm1979"]
        blocks += [group_table(result, grouped) for grouped in result.grouped]
        blocks += said.groups
    if result.pairs:
        blocks.append(Heading(say("themes.heading_pairs")))
        blocks.append(pairs_table(result))
        if len(varied(result.pairs)) > 2:
            blocks.append(pairs_figure(result))
        blocks += said.pairs
    if result.agreement:
        methods.append(say("themes.method_agreement"))
        references += ["cohen1960", "fleiss1969", "gwet2008", "krippendorff2011"]
        # cited only where a sentence says so
        keys = {block.say.key for block in said.agreement if isinstance(block, Finding)}
        references += ["landis1977"] if "themes.agreement" in keys else []
        weak = {"themes.agreement_weak", "themes.agreement_weak_whole"}
        references += ["krippendorff2004"] if weak & keys else []
        blocks += [Heading(say("themes.heading_agreement")), agreement_table(result), *said.agreement]
    elif two:
        blocks.append(Finding(say("themes.coders_apart"), "warning"))
    figure = saturation_figure(result)
    if figure is not None:
        methods.append(say("themes.method_saturation"))
        references += ["guest2020", "colwell2004"]
        blocks += [Heading(say("themes.heading_saturation")), figure, *said.saturation]
    if result.quotes:
        blocks += [Heading(say("themes.heading_quotes")), quotes_table(result)]
    if result.joint:
        methods.append(say("themes.method_joint"))
        references += ["fetters2013", "welch1947"]
        blocks += [Heading(say("themes.heading_joint")), contrast_table(result), *said.contrasts]
        if any(each.slopes for each in result.joint):
            blocks += [joint_table(result), *said.joint]
    return Section("themes", say("themes.title"), tuple(methods), tuple(blocks), tuple(references))


def _called_for(study: Study) -> bool:
    return study.materials.interviews is not None


ANALYSIS = Analysis(
    "themes",
    Label("Themes of the interviews", "访谈主题分析"),
    compute,
    present,
    WORDS,
    needs=("regression",),
    called_for=_called_for,
)

__all__ = ["ANALYSIS", "ThemesResult", "compute", "present"]
