"""What the factor analysis says, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from survey_kit.analyses.bands import KMO, LEAST_PER_ITEM, LEAST_RESPONDENTS, SALIENT_LOADING
from survey_kit.analyses.complete_items import UsableItems
from survey_kit.analyses.validity.solutions import ScaleMatch, Solution
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.adequacy import Adequacy
from survey_kit.stats.factor import FactorSolution
from survey_kit.stats.parallel import ParallelAnalysis


def adequacy_findings(fit: Adequacy, names: Sequence[str]) -> list[Finding]:
    """KMO and Bartlett's test, and the items whose own measure is too low."""
    values = {"kmo": fit.kmo, "band": KMO.word(fit.kmo), "chi2": fit.chi2, "df": fit.df, "p": fit.p}
    found = [Finding(say("validity.adequacy", n=fit.n, k=len(names), **values))]
    low = tuple(
        say("validity.item_msa", item=name, msa=float(msa))
        for name, msa in zip(names, fit.msa, strict=True)
        if msa < 0.5
    )
    if low:
        found.append(Finding(say("validity.low_msa", items=low), "warning"))
    return found


def number_findings(
    parallel: ParallelAnalysis, suggested: Solution, declared: Solution | None, scales: int
) -> list[Finding]:
    """How many factors, by which rule, and which solutions follow."""
    said = [
        say(
            "validity.number",
            suggested=_counted("factors", parallel.suggested),
            kaiser=_counted("factors", parallel.kaiser),
            scales=_counted("scales", scales),
        )
    ]
    used = suggested.factors
    if used == scales:
        said.append(say("validity.number_same", used=used))
    elif suggested.found is not None and declared is not None and declared.found is not None:
        said.append(say("validity.number_both", used=used, scales=scales))
    else:
        said.append(say("validity.number_differs", used=used, scales=scales))
    return [Finding(sentence) for sentence in said]


def _counted(what: str, number: int) -> Say:
    """So many of something, in words that fit one of it too."""
    return say(f"validity.number_{what}_one" if number == 1 else f"validity.number_{what}", number=number)


def solution_findings(matches: Sequence[ScaleMatch], found: FactorSolution) -> list[Finding]:
    """Variance explained, and how the scales fare."""
    key = "validity.components" if found.extraction == "components" else "validity.solution"
    said = [say(key, factors=found.factors, percent=float(found.percent.sum()))]
    if len(matches) > 1:
        said += _matches(matches, found)
    return [Finding(sentence) for sentence in said]


def _matches(matches: Sequence[ScaleMatch], found: FactorSolution) -> list[Say]:
    clean = tuple(m.scale.label for m in matches if m.own and m.there == m.k)
    others = tuple(m.scale.label for m in matches if not (m.own and m.there == m.k))
    if not others:
        said = [say("validity.all_match", limit=SALIENT_LOADING)]
    elif not clean:
        said = [say("validity.none_match", limit=SALIENT_LOADING)]
    elif len(others) < len(clean):
        said = [say("validity.most_match", scales=others, limit=SALIENT_LOADING)]
    else:
        said = [say("validity.some_match", scales=clean, limit=SALIENT_LOADING)]
    if elsewhere := tuple(name for m in matches for name in m.elsewhere):
        said.append(say("validity.elsewhere", items=elsewhere))
    if weak := tuple(name for m in matches for name in m.weak):
        said.append(say("validity.weak", items=weak, limit=SALIENT_LOADING))
    shared = []
    for at in range(found.factors):
        sharing = tuple(m.scale.label for m in matches if m.factor == at)
        if len(sharing) > 1:
            shared.append(say("validity.sharing", factor=f"F{at + 1}", scales=sharing))
    if shared:
        said.append(say("validity.shared", factors=tuple(shared)))
    return said


def small(n: int, k: int) -> bool:
    """Whether a sample is small for a factor analysis of so many items."""
    return n < LEAST_RESPONDENTS or n < LEAST_PER_ITEM * k


def warnings(usable: UsableItems, n: int, n_total: int) -> list[Finding]:
    """Who and what is left out, and whether the rest is enough."""
    said = []
    k = len(usable.items)
    if small(n, k):
        said.append(say("validity.small", n=n, k=k, ratio=n / k))
    if n < 0.8 * n_total:
        said.append(say("validity.lost", n=n, total=n_total))
    if usable.empty + usable.constant:
        said.append(say("validity.left_out", items=usable.empty + usable.constant))
    return [Finding(sentence, "warning") for sentence in said]
