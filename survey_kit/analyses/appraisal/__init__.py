"""Who does well on morality, ability, diligence, performance and honesty, and how sure is that?

Weights by pairwise judgements (Saaty, 1977, doi:10.1016/0022-2496(77)90033-5), entropy, CRITIC, equal or given; weighted points and
TOPSIS (Hwang & Yoon, 1981, doi:10.1007/978-3-642-48318-9); fuzzy comprehensive evaluation; grades with the quota rule as an
option. Raters and weights are drawn anew to see which places would stand.
"""

from __future__ import annotations

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.appraisal.evaluation import AppraisalResult, evaluate
from survey_kit.analyses.appraisal.findings import figures, findings, warnings
from survey_kit.analyses.appraisal.raters import raters_table
from survey_kit.analyses.appraisal.tables import (
    consistency_table,
    dimensions_table,
    fuzzy_table,
    grades_table,
    people_table,
    rivals_table,
    stability_table,
    weights_table,
)
from survey_kit.analyses.appraisal.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Block, Label, Section, say
from survey_kit.stats.intraclass import Intraclass
from survey_kit.study import Study


def compute(study: Study, earlier: Earlier) -> AppraisalResult:  # noqa: ARG001
    """The appraisal of the people whose ratings lie beside the responses."""
    if study.materials.appraisal is None:
        raise NotApplicable("appraisal.no_ratings")
    return evaluate(study.materials.appraisal, study.rng)


def present(result: AppraisalResult) -> Section:
    """Weights, scores, grades, raters, stability."""
    blocks: list[Block] = [weights_table(result)]
    if result.experts:
        blocks.append(consistency_table(result))
    blocks += [dimensions_table(result), people_table(result), grades_table(result), fuzzy_table(result)]
    if result.severity is not None:
        blocks.append(raters_table(result))
    if result.ranked:
        blocks += [rivals_table(result), stability_table(result)]
    blocks += [*figures(result), *findings(result), *warnings(result)]
    rules = result.appraisal.rules
    low, high = result.appraisal.ratings.low, result.appraisal.ratings.high
    methods = [
        say("appraisal.method_points")
        if (low, high) == (0, 100)
        else say("appraisal.method_stretched", low=low, high=high),
        say("appraisal.method_occasions", ordinary=100 * rules.ordinary, regular=100 - 100 * rules.ordinary)
        if len(result.appraisal.ratings.occasions) == 2
        else say("appraisal.method_one_occasion"),
        say(f"appraisal.method_{_way(result)}"),
        say("appraisal.method_scores"),
        say("appraisal.method_fuzzy"),
        say("appraisal.method_stability_experts" if result.by_experts else "appraisal.method_stability"),
    ]
    references = ["hwang1981", "diakoulaki1995", "zadeh1965"]
    if result.experts:
        references += ["saaty1977", "saaty1980", *(["forman1998"] if len(result.experts) > 1 else [])]
    if isinstance(result.agreement, Intraclass):
        references.append("shrout1979")
    if rules.quota is not None:
        references.append("organization2020")
    return Section("appraisal", say("appraisal.title"), tuple(methods), tuple(blocks), tuple(references))


def _way(result: AppraisalResult) -> str:
    """The way of weighting, by which its method is described."""
    alone = result.chosen == "ahp" and len(result.experts) == 1
    return "ahp_one" if alone else result.chosen


ANALYSIS = Analysis(
    "appraisal",
    Label("Appraisal of people", "人员综合评价"),
    compute,
    present,
    WORDS,
    called_for=lambda study: study.materials.appraisal is not None,
)
