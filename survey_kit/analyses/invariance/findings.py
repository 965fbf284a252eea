"""What the steps say, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import special

from survey_kit.analyses.bands import CFA_LEAST, CFA_MOST, CHEN, CHEN_SMALL_CFI, CHEN_SMALL_N, LEAST_PER_GROUP
from survey_kit.analyses.invariance.fitting import group_size
from survey_kit.analyses.invariance.means import LatentDifference
from survey_kit.analyses.invariance.model import Cost, InvarianceModel
from survey_kit.analyses.item_names import item_code
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.multiplicity import holm


def findings(model: InvarianceModel, differences: Sequence[LatentDifference], alpha: float) -> list[Finding]:
    """The configural fit, each step, what follows, and the factor means."""
    said = _configural(model)
    for cost in model.costs:
        said += _cost(model, cost, alpha)
        if not model.holds(cost):
            said += _hints(model, alpha)
            break
    if model.failed is None or model.reached != "configural":
        said.append(say(f"invariance.reached_{model.reached}", question=model.question))
    return [Finding(sentence) for sentence in [*said, *_means(model, differences, alpha)]]


def _configural(model: InvarianceModel) -> list[Say]:
    best = model.best(model.steps[0])
    if not model.steps[0].fit.df:
        return [say("invariance.saturated")]
    said = [
        say(
            "invariance.configural_fit_robust" if model.by_robust else "invariance.configural_fit",
            groups=len(model.groups),
            question=model.question,
            n=model.n,
            chi2=best.chi2,
            df=best.df,
            p=best.p,
            cfi=best.cfi,
            tli=best.tli,
            rmsea=best.rmsea,
            srmr=best.srmr,
        )
    ]
    missed = [name.upper() for name, least in CFA_LEAST.items() if getattr(best, name) < least]
    missed += [name.upper() for name, most in CFA_MOST.items() if getattr(best, name) > most]
    if missed:
        said.append(say("invariance.configural_misfits", missed=tuple(missed)))
    else:
        said.append(say("invariance.configural_fits"))
    return said


def _cost(model: InvarianceModel, cost: Cost, alpha: float) -> list[Say]:
    test, holds = model.tested(cost), model.holds(cost)
    verdict = "holds" if holds else "fails"
    values = {
        "cfi": model.delta(cost, "cfi"),
        "srmr": model.delta(cost, "srmr"),
        "chi2": test.chi2,
        "df": test.df,
        "p": test.p,
        "limit": CHEN["cfi"],
    }
    rmsea = model.delta(cost, "rmsea")
    # a saturated model has no RMSEA to change
    if np.isnan(rmsea):
        said = [say(f"invariance.{cost.step}_{verdict}_saturated", **values)]
    else:
        said = [say(f"invariance.{cost.step}_{verdict}", rmsea=rmsea, **values)]
    if holds and model.doubtful(cost):
        said.append(say("invariance.stricter", limit=CHEN_SMALL_CFI, most=CHEN_SMALL_N, n=model.n))
    if np.isfinite(rmsea) and holds == (rmsea >= CHEN["rmsea"]):
        said.append(say(f"invariance.rmsea_against_{verdict}", limit=CHEN["rmsea"]))
    if holds == (test.p < alpha):
        said.append(say(f"invariance.chi2_against_{verdict}", alpha=alpha))
    return said


def _hints(model: InvarianceModel, alpha: float) -> list[Say]:
    found = model.hints
    if found is None:
        return []
    adjusted = holm(special.chdtrc(found.df, found.chi2))
    order = np.argsort(-found.chi2, kind="stable")
    items = tuple(
        say(
            "invariance.item", item=item_code(model.usable.items[at]), chi2=float(found.chi2[at]), df=found.df
        )
        for at in order
        if adjusted[at] < alpha
    )
    what = "loadings" if model.reached == "configural" else "intercepts"
    return [say(f"invariance.most_{what}", items=items)] if items else [say("invariance.most_none")]


def _means(model: InvarianceModel, differences: Sequence[LatentDifference], alpha: float) -> list[Say]:
    if not differences:
        return []
    reference = model.groups[0].label
    clear = tuple(
        say(
            "invariance.mean_higher" if each.estimate.value > 0 else "invariance.mean_lower",
            scale=each.scale.label,
            group=each.group.label,
            value=each.standardized,
        )
        for each in differences
        if each.p_holm < alpha
    )
    if clear:
        return [say("invariance.means_differ", reference=reference, differences=clear)]
    return [say("invariance.means_none", reference=reference)]


def warnings(model: InvarianceModel) -> list[Finding]:
    """Steps not estimated, improper solutions, small groups, and who was left out."""
    said: list[Say] = []
    if model.failed is not None:
        step, reason = model.failed
        said.append(say("invariance.failed", step=say(f"invariance.{step}"), reason=reason))
    if places := _heywood(model):
        said.append(say("invariance.heywood", places=places))
    if improper := _improper(model):
        said.append(say("invariance.phi_improper", places=improper))
    if model.small:
        small = tuple(group_size(group) for group in model.small)
        said.append(say("invariance.small", groups=small, least=LEAST_PER_GROUP))
    if model.left_out:
        left = tuple(group_size(group) for group in model.left_out)
        said.append(
            say(
                "invariance.left_out",
                question=model.question,
                groups=left,
                needed=model.pattern.free_count,
            )
        )
    if model.merged:
        said.append(say("invariance.merged", groups=tuple(group_size(group) for group in model.merged)))
    if model.nowhere:
        said.append(say("invariance.nowhere", n=model.nowhere, question=model.question))
    if model.incomplete:
        said.append(say("invariance.incomplete", n=model.incomplete))
    if items := model.usable.empty + model.usable.constant:
        said.append(say("invariance.items_left_out", items=items))
    return [Finding(sentence, "warning") for sentence in said]


def _heywood(model: InvarianceModel) -> tuple[Say, ...]:
    return tuple(
        say(
            "invariance.heywood_place",
            step=say(f"invariance.{step.step}"),
            group=model.groups[group].label,
            items=items,
        )
        for step in model.steps
        for group, items in step.fit.heywood
    )


def _improper(model: InvarianceModel) -> tuple[Say, ...]:
    return tuple(
        say(
            "invariance.place",
            step=say(f"invariance.{step.step}"),
            group=model.groups[group].label,
        )
        for step in model.steps
        for group in step.fit.phi_improper
    )
