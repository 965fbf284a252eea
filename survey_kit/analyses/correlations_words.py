"""The words of the section on correlations."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "correlations.title": ("Correlations between the scales", "各量表的相关分析"),
    "correlations.too_few_scales": (
        "correlations need at least two scales whose scores differ between respondents; found: {k:count}",
        "相关分析至少需要两个有变异的量表，现有{k:count}个",
    ),
    "correlations.method": (
        "Pearson correlations were computed over the respondents who have a score on every scale (listwise deletion); intervals rest on Fisher's *z*.",
        "以在所有量表上均有得分的受访者（成列删除）计算皮尔逊相关系数，置信区间依据Fisher *z*变换。",
    ),
    "correlations.method_holm": (
        "Because many correlations are tested together, *p*-values adjusted by the method of Holm (1979) are given beside the unadjusted ones.",
        "由于同时检验多个相关系数，除未校正的*p*值外，同时报告经Holm（1979）法校正的*p*值。",
    ),
    "correlations.table": (
        "Means, standard deviations and correlations of the scales",
        "各量表的均值、标准差与相关系数",
    ),
    "correlations.table_pairs": ("All correlations with confidence intervals", "全部相关系数及其置信区间"),
    "correlations.figure": ("Correlation matrix of the scales", "各量表的相关矩阵"),
    "correlations.numbered": ("{number:count}. {scale}", "{number:count}. {scale}"),
    "correlations.alpha": ("({alpha:bounded})", "（{alpha:bounded}）"),
    "correlations.column_first": ("Scale 1", "量表1"),
    "correlations.column_second": ("Scale 2", "量表2"),
    "correlations.note_n": (
        "*n* = {n:count} of {all:count} respondents with a score on every scale; means and standard deviations are theirs too.",
        "在所有量表上均有得分的受访者*n* = {n:count}（全部{all:count}人）；均值与标准差亦由其计算。",
    ),
    "correlations.note_alpha": (
        "On the diagonal, in brackets: coefficient alpha.",
        "对角线括号内为克朗巴赫α系数。",
    ),
    "correlations.note_left_out": (
        "Left out because the scores do not vary: {scales}.",
        "因得分没有变异而未纳入：{scales}。",
    ),
    "correlations.note_stars": (
        "Stars stand for unadjusted two-sided *p*-values; adjusted ones are given with each pair.",
        "星号表示未校正的双侧*p*值；校正后的*p*值见各对相关系数表。",
    ),
    "correlations.note_family": (
        "Holm adjustment over the {m:count} correlations of this table.",
        "Holm校正以本表的{m:count}个相关系数为一族。",
    ),
    "correlations.counts": (
        "Of {m:count} correlations, {raw:count} are significant without and {holm:count} after adjustment for their number.",
        "在{m:count}个相关系数中，未校正时{raw:count}个显著，经多重比较校正后{holm:count}个显著。",
    ),
    "correlations.one_pair": (
        "Of {m:count} correlation tested, {raw:count} is significant ({holm:count} after adjustment).",
        "共检验{m:count}个相关系数，其中{raw:count}个显著（校正后{holm:count}个）。",
    ),
    "correlations.one": (
        "{scale} (*r* = {r:bounded}, {r:ci}, {p:p}; {size})",
        "{scale}（*r* = {r:bounded}，{r:ci}，{p:p}；效应量{size}）",
    ),
    "correlations.two": (
        "{first} with {second} (*r* = {r:bounded}, {r:ci}, {p:p}; {size})",
        "{first}与{second}（*r* = {r:bounded}，{r:ci}，{p:p}；效应量{size}）",
    ),
    "correlations.outcome": (
        "{outcome} is significantly correlated with {k:count} of {m:count} other scales after adjustment, most closely with {scales} (adjusted *p*; sizes named after Cohen, 1988).",
        "校正后，{outcome}与其余{m:count}个量表中的{k:count}个显著相关，相关最强的是{scales}（*p*为校正值，效应量名称依Cohen，1988）。",
    ),
    "correlations.outcome_all": (
        "{outcome} is significantly correlated with {k:count} of {m:count} other scales after adjustment: {scales} (adjusted *p*; sizes named after Cohen, 1988).",
        "校正后，{outcome}与其余{m:count}个量表中的{k:count}个显著相关：{scales}（*p*为校正值，效应量名称依Cohen，1988）。",
    ),
    "correlations.outcome_none": (
        "No correlation of {outcome} with another scale is significant after adjustment; this does not show that they are unrelated.",
        "校正后，{outcome}与其他量表的相关均未达到显著水平，但这并不说明它们之间没有关系。",
    ),
    "correlations.strongest": (
        "The closest relations after adjustment: {pairs} (adjusted *p*; sizes named after Cohen, 1988).",
        "校正后相关最强的是：{pairs}（*p*为校正值，效应量名称依Cohen，1988）。",
    ),
    "correlations.many": (
        "With {n:count} respondents a single correlation of {r:bounded} is already significant, so the size of the correlations should be read rather than their stars.",
        "样本量为{n:count}人时，单个相关系数达到{r:bounded}即达到显著水平，因此应着重看相关系数的大小而非星号。",
    ),
    "correlations.no_cause": (
        "Correlations show that scales vary together, not why.",
        "相关系数只反映量表之间的共变关系，不能说明因果方向。",
    ),
}
