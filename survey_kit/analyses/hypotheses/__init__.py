"""Which hypotheses of the thesis do the data support?

Each hypothesis of the plan is put to the test that its claim names: a coefficient or a block of
coefficients in the planned regression, a Pearson correlation, a one-sample t, or the test between groups of
the section on groups. p-values are two-sided; a directed hypothesis is supported only when the estimate has the
stated sign too. Holm's (1979) adjustment over all tested hypotheses stands beside.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.analysis import Analysis, Earlier, Words
from survey_kit.analyses.hypotheses.claims import NotTested, Outcome, put_to_test
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.report.blocks import Block, Column, Finding, Label, Note, Row, Say, Section, Table, say
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class HypothesesResult:
    """The plan's hypotheses in order; ``p_holm`` belongs to those that were tested, in order."""

    hypotheses: tuple[Outcome | NotTested, ...]
    p_holm: tuple[float, ...]
    alpha: float

    @property
    def tested(self) -> tuple[Outcome, ...]:
        return tuple(each for each in self.hypotheses if isinstance(each, Outcome))


def compute(study: Study, earlier: Earlier) -> HypothesesResult:
    """Test every hypothesis of the plan.

    Raises
    ------
    NotApplicable
        The plan has none.
    """
    if not study.plan.hypotheses:
        raise NotApplicable("hypotheses.none")
    results: list[Outcome | NotTested] = []
    for hypothesis in study.plan.hypotheses:
        try:
            results.append(put_to_test(study, hypothesis, earlier))
        except Withheld as reason:
            results.append(NotTested(hypothesis, Say(reason.key, reason.values)))
    p = np.array([each.p for each in results if isinstance(each, Outcome)])
    return HypothesesResult(tuple(results), tuple(float(value) for value in holm(p)), study.plan.alpha)


def present(result: HypothesesResult) -> Section:
    """One table, and what it comes to."""
    methods = (say("hypotheses.method", alpha=result.alpha), say("hypotheses.method_holm"))
    blocks: tuple[Block, ...] = (_table(result), *_findings(result))
    return Section("hypotheses", say("hypotheses.title"), methods, blocks, ("holm1979",))


def _table(result: HypothesesResult) -> Table:
    columns = (
        Column("hypothesis", label=say("hypotheses.column")),
        Column("text", label=say("hypotheses.text")),
        Column("test", label=say("hypotheses.test")),
        Column("n", "count"),
        Column("estimate", "coefficient", interval=True),
        Column("p", "p"),
        Column("p_holm", "p"),
        Column("decision", label=say("hypotheses.decision")),
    )
    adjusted = iter(result.p_holm)
    rows: list[Row] = []
    notes = [Note(say("hypotheses.note_estimate"))]
    for each in result.hypotheses:
        key, text = each.hypothesis.id, each.hypothesis.text
        if isinstance(each, NotTested):
            rows.append(Row(key, (key, text, None, None, None, None, None, say("hypotheses.not_testable"))))
            notes.append(Note(say("hypotheses.note_reason", reason=each.reason), "decision", key))
            continue
        decision = say(f"hypotheses.{each.decision(result.alpha)}")
        rows.append(Row(key, (key, text, each.test, each.n, each.estimate, each.p, next(adjusted), decision)))
    return Table("hypotheses", say("hypotheses.table"), columns, tuple(rows), tuple(notes))


def _findings(result: HypothesesResult) -> Iterator[Finding]:
    tested = result.tested
    named: dict[str, list[str]] = {"supported": [], "not_supported": [], "contrary": []}
    for each in tested:
        named[each.decision(result.alpha)].append(each.hypothesis.id)
    untested = [each.hypothesis.id for each in result.hypotheses if isinstance(each, NotTested)]
    total = len(result.hypotheses)
    also = False
    for decision, ids in named.items():
        if ids:
            key = f"hypotheses.also_{decision}" if also else f"hypotheses.list_{decision}"
            yield Finding(say(key, total=total, ids=tuple(ids)))
            also = True
    if named["not_supported"]:
        yield Finding(say("hypotheses.absence"))
    if untested:
        yield Finding(say("hypotheses.list_not_testable", ids=tuple(untested)), "warning")
    fragile = [
        each.hypothesis.id
        for each, adjusted in zip(tested, result.p_holm, strict=True)
        if each.decision(result.alpha) == "supported" and not adjusted < result.alpha
    ]
    if fragile:
        yield Finding(say("hypotheses.fragile", ids=tuple(fragile)), "warning")
    robust = [
        each.hypothesis.id
        for each in tested
        if not math.isnan(each.p_hc3) and (each.p_hc3 < result.alpha) != (each.p < result.alpha)
    ]
    if robust:
        yield Finding(say("hypotheses.hc3", ids=tuple(robust)), "warning")


WORDS: Words = {
    "hypotheses.title": ("Tests of the hypotheses", "假设检验"),
    "hypotheses.method": (
        "Each hypothesis was tested as stated in the plan. *p* values are two-sided at α = {alpha:limit}; a directed hypothesis counts as supported only when the estimate also has the stated sign.",
        "按研究计划逐一检验各研究假设。*p*值均为双侧，显著性水平α = {alpha:limit}；有方向的假设只有在估计值符号与假设一致时才视为得到支持。",
    ),
    "hypotheses.method_holm": (
        "*p*~Holm~ adjusts for the number of hypotheses tested (Holm, 1979).",
        "*p*~Holm~为针对所检验的假设个数的校正值（Holm, 1979）。",
    ),
    "hypotheses.table": ("Hypotheses and decisions", "研究假设检验结果汇总"),
    "hypotheses.column": ("No.", "编号"),
    "hypotheses.text": ("Hypothesis", "研究假设"),
    "hypotheses.test": ("Test", "检验"),
    "hypotheses.decision": ("Decision", "结论"),
    "hypotheses.supported": ("supported", "支持"),
    "hypotheses.not_supported": ("not supported", "未获支持"),
    "hypotheses.contrary": ("contrary sign", "方向相反"),
    "hypotheses.not_testable": ("not testable", "无法检验"),
    "hypotheses.test_coefficient_planned": (
        "*b*, regression; *t*({df:df}) = {t:number}",
        "回归系数*b*；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_coefficient_own": (
        "*b*, regression on this predictor alone; *t*({df:df}) = {t:number}",
        "仅含该变量的回归系数*b*；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_block_planned": (
        "Δ*R*^2^, entered last; *F*({df1:df}, {df2:df}) = {f:number}",
        "最后进入的Δ*R*^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_block_own": (
        "*R*^2^, regression on these predictors alone; *F*({df1:df}, {df2:df}) = {f:number}",
        "仅含这些变量的回归*R*^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_correlation": ("*r*({df:df})", "相关系数*r*({df:df})"),
    "hypotheses.test_mean": (
        "*M* against {against:number}; *t*({df:df}) = {t:number}",
        "均值与{against:number}比较；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_two_welch": (
        "*M* difference, {first} − {second}; Welch *t*({df:df}) = {t:number}",
        "均值差（{first}−{second}）；Welch *t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_two_student": (
        "*M* difference, {first} − {second}; *t*({df:df}) = {t:number}",
        "均值差（{first}−{second}）；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_several_welch": (
        "ω^2^; Welch *F*({df1:df}, {df2:df}) = {f:number}",
        "ω^2^；Welch *F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_several_student": (
        "ω^2^; *F*({df1:df}, {df2:df}) = {f:number}",
        "ω^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_two_ranks": (
        "rank-biserial *r*; Mann–Whitney *z* = {z:number}",
        "等级二列相关*r*；Mann–Whitney *z* = {z:number}",
    ),
    "hypotheses.test_several_ranks": (
        "ε^2^; Kruskal–Wallis *H*({df:df}) = {h:number}",
        "ε^2^；Kruskal–Wallis *H*({df:df}) = {h:number}",
    ),
    "hypotheses.note_estimate": (
        "The estimate is the quantity named in the column “Test”. Regression coefficients are those of the final model.",
        "估计值为“检验”一列所列的量；回归系数取自回归的最终模型。",
    ),
    "hypotheses.note_reason": ("Not testable: {reason}.", "无法检验：{reason}。"),
    "hypotheses.list_supported": (
        "Of the {total:count} hypotheses, the data supported {ids}.",
        "在{total:count}个研究假设中，得到支持的有{ids}。",
    ),
    "hypotheses.list_not_supported": (
        "Of the {total:count} hypotheses, the data did not support {ids}.",
        "在{total:count}个研究假设中，未获支持的有{ids}。",
    ),
    "hypotheses.also_not_supported": (
        "They did not support {ids}.",
        "未获支持的有{ids}。",
    ),
    "hypotheses.list_contrary": (
        "Of the {total:count} hypotheses, the data contradicted {ids}: the result was significant with the opposite sign.",
        "在{total:count}个研究假设中，结果显著但方向与假设相反的有{ids}。",
    ),
    "hypotheses.also_contrary": (
        "They contradicted {ids}: the result was significant with the opposite sign.",
        "结果显著但方向与假设相反的有{ids}。",
    ),
    "hypotheses.list_not_testable": (
        "The data do not allow a test of {ids}.",
        "利用现有数据无法检验{ids}。",
    ),
    "hypotheses.absence": (
        "A hypothesis that is not supported is not thereby refuted: the sample may be too small to detect an effect of that size.",
        "未获支持并不等于假设被否定：样本量可能不足以检出该大小的效应。",
    ),
    "hypotheses.fragile": (
        "After adjustment for the number of hypotheses (Holm), {ids} would no longer be supported.",
        "对假设个数进行Holm校正后，{ids}不再显著。",
    ),
    "hypotheses.hc3": (
        "With heteroscedasticity-consistent standard errors (HC3), the decision would be another for {ids}.",
        "采用异方差稳健标准误（HC3）时，{ids}的结论不同。",
    ),
    "hypotheses.none": (
        'the questionnaire states no hypotheses; add them to the questionnaire file, for each one [[plan.hypothesis]] with id = "H1", text = {{ en = "…", zh = "…" }} and claim = "motivation ~~ pay > 0"',
        '问卷文件中没有研究假设；请在问卷文件中为每个假设添加[[plan.hypothesis]]，写明id = "H1"、text = {{ en = "…", zh = "…" }}与claim = "motivation ~~ pay > 0"',
    ),
    "hypotheses.not_in_file": ("the file holds no answers to {name}", "数据文件中没有{name}的作答"),
    "hypotheses.not_in_model": (
        "not in the model, because missing in the file or without variance: {names}",
        "因数据文件中缺失或没有变异而未进入模型：{names}",
    ),
    "hypotheses.no_direction": (
        "{name} has more than two categories, so a difference has no direction; write != 0",
        "{name}有两个以上类别，差异没有方向；请写!= 0",
    ),
}

ANALYSIS = Analysis(
    "hypotheses",
    Label("Tests of the hypotheses", "假设检验"),
    compute,
    present,
    WORDS,
    ("correlations", "groups", "regression"),
)
