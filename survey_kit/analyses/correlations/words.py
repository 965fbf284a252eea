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
        "Pearson correlations were computed over the respondents with a score on every scale (listwise deletion); confidence intervals are based on Fisher’s *z*.",
        "以在所有量表上均有得分的受访者为样本（成列删除）计算皮尔逊相关系数，置信区间依据Fisher *z*变换。",
    ),
    "correlations.method_holm": (
        "Because many correlations were tested together, *p* values were adjusted by the method of Holm (1979); the text below refers to the adjusted values. Correlations are called small, medium, and large from .10, .30, and .50 (Cohen, 1988).",
        "由于同时检验多个相关系数，*p*值经Holm（1979）法校正，下文结论均以校正后的*p*值为准。相关强弱按Cohen（1988）的标准划分（0.10以上小，0.30以上中等，0.50以上大）。",
    ),
    "correlations.table": (
        "Means, standard deviations and correlations of the scales",
        "各量表的均值、标准差与相关系数",
    ),
    "correlations.table_pairs": ("All correlations with confidence intervals", "全部相关系数及其置信区间"),
    "correlations.figure": ("Correlation matrix of the scales", "各量表的相关矩阵"),
    "correlations.numbered": ("{number:count}. {scale}", "{number:count}. {scale}"),
    "correlations.alpha": (
        "({alpha:bounded})",
        "({alpha:bounded})",
    ),
    "correlations.column_first": ("Scale 1", "量表1"),
    "correlations.column_second": ("Scale 2", "量表2"),
    "correlations.note_n": (
        "*n* = {n:count} of {all:count} respondents with a score on every scale, from whom means and standard deviations are computed as well.",
        "*n* = {n:count}，为{all:count}名受访者中在所有量表上均有得分者，均值与标准差亦由其计算。",
    ),
    "correlations.note_alpha": (
        "Coefficient alpha is in parentheses on the diagonal.",
        "对角线括号内为克朗巴赫α系数。",
    ),
    "correlations.note_left_out": (
        "Left out because the scores do not vary: {scales}.",
        "因得分没有变异而未纳入：{scales}。",
    ),
    "correlations.note_stars": (
        "Stars refer to unadjusted two-sided *p* values; adjusted values are given in the table of all pairs.",
        "星号表示未校正的双侧*p*值，校正后的*p*值见下表。",
    ),
    "correlations.note_family": (
        "*p*~Holm~ is adjusted over the {m:count} correlations of this table.",
        "*p*~Holm~以本表的{m:count}个相关系数为一族进行校正。",
    ),
    "correlations.counts": (
        "Of the {m:count} correlations, {raw:count} were significant before and {holm:count} after Holm adjustment.",
        "在{m:count}个相关系数中，未校正时有{raw:count}个显著，经Holm校正后有{holm:count}个显著。",
    ),
    "correlations.one_pair": (
        "The two scales were significantly correlated.",
        "两个量表显著相关。",
    ),
    "correlations.one_pair_not": (
        "The correlation of the two scales was not significant, which does not show that they are unrelated.",
        "两个量表的相关未达到显著水平，但这并不说明它们之间没有关系。",
    ),
    "correlations.one": (
        "{scale} (*r* = {r:bounded}, {r:ci}, {p:p}, {size})",
        "{scale}（*r* = {r:bounded}，{r:ci}，{p:p}，效应量{size}）",
    ),
    "correlations.two": (
        "{first} with {second} (*r* = {r:bounded}, {r:ci}, {p:p}, {size})",
        "{first}与{second}（*r* = {r:bounded}，{r:ci}，{p:p}，效应量{size}）",
    ),
    "correlations.outcome": (
        "{outcome} was significantly correlated with {k:count} of the {m:count} other scales, most strongly with {scales}.",
        "{outcome}与其余{m:count}个量表中的{k:count}个显著相关，其中相关最强的依次为：{scales}。",
    ),
    "correlations.outcome_every": (
        "{outcome} was significantly correlated with all {m:count} other scales, most strongly with {scales}.",
        "{outcome}与其余{m:count}个量表均显著相关，其中相关最强的依次为：{scales}。",
    ),
    "correlations.outcome_all": (
        "Of the {m:count} other scales, {k:count} correlated significantly with {outcome}: {scales}.",
        "在其余{m:count}个量表中，与{outcome}显著相关的有{k:count}个：{scales}。",
    ),
    "correlations.outcome_none": (
        "No other scale correlated significantly with {outcome}, which does not show that they are unrelated.",
        "{outcome}与其他量表的相关均未达到显著水平，但这并不说明它们之间没有关系。",
    ),
    "correlations.strongest": (
        "The strongest correlations were those of {pairs}.",
        "相关最强的依次为：{pairs}。",
    ),
    "correlations.many": (
        "With {n:count} respondents, a single correlation of {r:bounded} is already significant, so that the size of the correlations matters rather than their stars.",
        "样本量为{n:count}人时，单个相关系数达到{r:bounded}即达到显著水平，因此应着重看相关系数的大小而非星号。",
    ),
    "correlations.no_cause": (
        "Correlations show that scales vary together, not why.",
        "相关系数只反映变量之间的共变关系，不能说明因果方向。",
    ),
}
