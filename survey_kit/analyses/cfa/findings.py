"""What the factor model says, in sentences."""

from __future__ import annotations

import numpy as np
from scipy import special

from survey_kit.analyses.bands import (
    CFA_LEAST,
    CFA_MOST,
    LEAST_AVE,
    LEAST_CR,
    LEAST_LOADING,
    MOST_HTMT,
)
from survey_kit.analyses.cfa.model import FactorModelResult
from survey_kit.report.blocks import Estimate, Finding, Say, say


def findings(model: FactorModelResult, alpha: float) -> list[Finding]:
    """Fit, rival, loadings, convergent and discriminant validity."""
    said = [
        *_scope(model),
        *_fit(model, alpha),
        *_rival(model),
        *_loadings(model, alpha),
        *_convergent(model),
    ]
    if model.pattern.factors > 1:
        said += _discriminant(model)
    return [Finding(sentence) for sentence in said]


def _scope(model: FactorModelResult) -> list[Say]:
    """Which scales, where they are not all."""
    k = len(model.scales)
    if k == model.declared:
        return []
    scales = tuple(scale.label for scale in model.scales)
    return [say("cfa.scope", k=k, declared=model.declared, scales=scales)]


def _fit(model: FactorModelResult, alpha: float) -> list[Say]:
    best = model.best
    if not best.df:
        return [say("cfa.saturated")]
    kind = "missing" if model.full_information else "complete"
    if model.full_information and model.main.robust is None:
        kind = "missing_plain"
    rmsea = Estimate(best.rmsea, best.rmsea_low, best.rmsea_high, 0.90)
    said = [
        say(
            f"cfa.fit_{kind}",
            n=best.n,
            factors=model.pattern.factors,
            items=len(model.usable.items),
            chi2=best.chi2,
            df=best.df,
            p=best.p,
            cfi=best.cfi,
            tli=best.tli,
            rmsea=rmsea,
            srmr=best.srmr,
        )
    ]
    met = [name for name, least in CFA_LEAST.items() if getattr(best, name) >= least]
    met += [name for name, most in CFA_MOST.items() if getattr(best, name) <= most]
    missed = tuple(name.upper() for name in (*CFA_LEAST, *CFA_MOST) if name not in met)
    if not missed:
        said.append(say("cfa.fits"))
    elif met:
        said.append(say("cfa.fits_partly", met=tuple(name.upper() for name in met), missed=missed))
    else:
        said.append(say("cfa.fits_not"))
    said.append(say("cfa.exact_rejected" if best.p < alpha else "cfa.exact_kept", alpha=alpha))
    return said


def _rival(model: FactorModelResult) -> list[Say]:
    if model.rival is None:
        return []
    one, own = model.rival, model.main.plain
    best = one.robust or one.plain
    key = "cfa.rival_worse" if own.bic < one.plain.bic else "cfa.rival_better"
    return [
        say(key, chi2=best.chi2, df=best.df, cfi=best.cfi, rmsea=best.rmsea, own=own.bic, one=one.plain.bic),
        say("cfa.rival_limit"),
    ]


def _loadings(model: FactorModelResult, alpha: float) -> list[Say]:
    solution = model.solution
    said = [
        say("cfa.loadings_range", low=float(solution.loadings.min()), high=float(solution.loadings.max()))
    ]
    with np.errstate(divide="ignore", invalid="ignore"):
        p = 2 * special.ndtr(-np.abs(solution.loadings / solution.loadings_se))
    names = model.usable.names
    weak = tuple(
        say("cfa.item", item=name, value=float(value))
        for name, value in zip(names, solution.loadings, strict=True)
        if value < LEAST_LOADING
    )
    if weak:
        said.append(say("cfa.weak_loadings", items=weak, limit=LEAST_LOADING))
    else:
        said.append(say("cfa.no_weak_loadings", limit=LEAST_LOADING))
    if zero := tuple(name for name, value in zip(names, p, strict=True) if not value < alpha):
        said.append(say("cfa.zero_loadings", items=zero, alpha=alpha))
    return said


def _convergent(model: FactorModelResult) -> list[Say]:
    found = model.validity
    cr, ave = found.composite_reliability, found.average_variance_extracted
    shown = np.isfinite(cr)
    if not shown.any():
        return []
    said = [
        say(
            "cfa.convergent_range",
            cr_low=float(cr[shown].min()),
            cr_high=float(cr[shown].max()),
            ave_low=float(ave[shown].min()),
            ave_high=float(ave[shown].max()),
        )
    ]
    low_cr = tuple(s.label for s, value in zip(model.scales, cr, strict=True) if value < LEAST_CR)
    low_ave = tuple(s.label for s, value in zip(model.scales, ave, strict=True) if value < LEAST_AVE)
    if low_cr:
        said.append(say("cfa.low_cr", scales=low_cr, limit=LEAST_CR))
    if low_ave:
        said.append(say("cfa.low_ave", scales=low_ave, limit=LEAST_AVE))
    if not (low_cr or low_ave) and shown.all():
        said.append(say("cfa.convergent", cr=LEAST_CR, ave=LEAST_AVE))
    return [*said, *_uncertain(model)]


def _uncertain(model: FactorModelResult) -> list[Say]:
    """Scales that meet a limit while the bootstrap interval does not."""
    if model.bootstrap is None:
        return []
    found = model.validity
    limits = (
        ("cfa.cr_uncertain", found.composite_reliability, LEAST_CR),
        ("cfa.ave_uncertain", found.average_variance_extracted, LEAST_AVE),
    )
    lows = (
        model.bootstrap.percentile(lambda refit: refit.composite_reliability)[0],
        model.bootstrap.percentile(lambda refit: refit.average_variance_extracted)[0],
    )
    said = []
    for (key, values, limit), low in zip(limits, lows, strict=True):
        reaching = (values >= limit) & (low < limit)
        if scales := tuple(s.label for s, below in zip(model.scales, reaching, strict=True) if below):
            said.append(say(key, scales=scales, limit=limit))
    return said


def _discriminant(model: FactorModelResult) -> list[Say]:
    ave, r = model.validity.average_variance_extracted, model.solution.correlations
    said, closer = [], []
    pairs = [(i, j) for i in range(len(model.scales)) for j in range(i + 1, len(model.scales))]
    for i, j in pairs:
        # NaN, of a factor without AVE, counts as not shown
        if not r[i, j] ** 2 < min(ave[i], ave[j]):
            closer.append(_pair(model, i, j))
    if closer:
        said.append(say("cfa.larcker_fails", pairs=tuple(closer)))
    else:
        said.append(say("cfa.larcker_holds"))
    if model.htmt is None:
        return said
    value, high = model.htmt.value, model.htmt.high
    above = tuple(_pair(model, i, j) for i, j in pairs if not value[i, j] < MOST_HTMT)
    if above:
        said.append(say("cfa.htmt_above", pairs=above, limit=MOST_HTMT))
    else:
        largest = float(np.nanmax(value))
        said.append(say("cfa.htmt_below", largest=largest, limit=MOST_HTMT))
    if reaching := tuple(_pair(model, i, j) for i, j in pairs if value[i, j] < 1 <= high[i, j]):
        said.append(say("cfa.htmt_reaches_one", pairs=reaching))
    return said


def _pair(model: FactorModelResult, i: int, j: int) -> Say:
    return say("cfa.pair", first=model.scales[i].label, second=model.scales[j].label)


def warnings(model: FactorModelResult) -> list[Finding]:
    """Improper solutions, a small sample, items and answers left out."""
    said: list[Say] = []
    fit, n = model.main.fit, model.main.fit.n
    if fit.heywood:
        said.append(say("cfa.heywood", items=fit.heywood))
    if fit.phi_improper:
        said.append(say("cfa.phi_improper"))
    if model.rival is not None and model.rival.fit.heywood:
        said.append(say("cfa.rival_heywood", items=model.rival.fit.heywood))
    q = model.pattern.free_count
    if model.small:
        said.append(say("cfa.small", n=n, parameters=q, ratio=n / q))
    if model.too_many_patterns:
        said.append(say("cfa.many_patterns", n=n))
    left = model.usable.empty + model.usable.constant
    if left:
        said.append(say("cfa.left_out", items=left))
    return [Finding(sentence, "warning") for sentence in said]
