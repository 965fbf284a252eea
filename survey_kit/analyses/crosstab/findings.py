"""What the tests of crossed questions say."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.crosstab.pairs import Pair, SeveralPair, SinglePair
from survey_kit.analyses.crosstab.tables import chosen_percents, standing_out, v_of
from survey_kit.report.blocks import Finding, Say, say


def main_line(pair: Pair, alpha: float) -> Say:
    """A pair in one sentence."""
    if isinstance(pair, SeveralPair):
        return _overall(pair, alpha)
    chi, exact = pair.test.chi, pair.test.exact
    differs = "differs" if pair.test.p < alpha else "alike"
    values = {"question": pair.question, "by": pair.by, "n": pair.n, "v": v_of(pair.test)}
    if exact is not None:
        return say(f"crosstab.{differs}_exact", p=exact.p, **values)
    return say(f"crosstab.{differs}", chi2=chi.statistic, df=chi.df, p=chi.p, **values)


def findings(pair: Pair, alpha: float) -> Iterator[Finding]:
    """The test, then what stands out where it is significant, then warnings."""
    yield Finding(main_line(pair, alpha))
    if isinstance(pair, SeveralPair):
        yield from _options(pair, alpha)
        return
    if pair.test.p < alpha:
        more, fewer = standing_out(pair)
        for key, cells in (("more", more), ("fewer", fewer)):
            if cells:
                named = tuple(say("crosstab.cell", answer=a.label, group=g.label) for a, g in cells)
                yield Finding(say(f"crosstab.{key}", cells=named))
    yield from _sparse(pair)


def _overall(pair: SeveralPair, alpha: float) -> Say:
    key = "crosstab.several_differs" if pair.p < alpha else "crosstab.several_alike"
    values = {"question": pair.question, "by": pair.by, "n": pair.n}
    overall = pair.overall
    if pair.permuted is None:
        return say(key, chi2=overall.statistic, df=overall.df, p=overall.p, **values)
    return say(f"{key}_permuted", total=overall.total, p=pair.permuted, **values)


def _options(pair: SeveralPair, alpha: float) -> Iterator[Finding]:
    clear = [at for at, adjusted in enumerate(pair.holm) if adjusted < alpha]
    for at in clear:
        shares = tuple(
            say("crosstab.share", group=group.label, percent=percent)
            for group, percent in zip(pair.groups, chosen_percents(pair, at), strict=True)
        )
        yield Finding(
            say(
                "crosstab.option_differs",
                option=pair.answers[at].label,
                p=float(pair.holm[at]),
                shares=shares,
            )
        )
    if not clear:
        yield Finding(say("crosstab.no_option"))


def _sparse(pair: SinglePair) -> Iterator[Finding]:
    if pair.test.exact is None:
        return
    expected = pair.test.chi.expected
    yield Finding(
        say(
            "crosstab.warn_sparse",
            question=pair.question,
            by=pair.by,
            cells=int((expected < 5).sum()),
            all=int(expected.size),
            least=float(expected.min()),
        ),
        "warning",
    )
