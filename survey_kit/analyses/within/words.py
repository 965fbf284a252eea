"""The words of the section on comparisons within persons."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "within.title": ("Comparisons within persons", "被试内比较"),
    "within.no_plan": (
        'the plan compares no measures within persons; write [[plan.within]] with measures = ["…", "…"] into the questionnaire file',
        '分析计划中没有被试内比较；请在问卷文件中写入[[plan.within]]及measures = ["…", "…"]',
    ),
    "within.name": ("{measures}", "{measures}"),
    "within.heading": ("{name}", "{name}"),
    "within.method": (
        "Means of the same respondents were compared by a repeated-measures analysis of variance. With three or more measures, sphericity was examined by the test of Mauchly (1940), and the degrees of freedom were corrected by the epsilon of Greenhouse and Geisser (1959); the correction of Huynh and Feldt (1976) is shown beside it. Effect sizes are generalized eta squared (Olejnik & Algina, 2003) and partial eta squared with its noncentral *F* interval (Steiger, 2004).",
        "采用重复测量方差分析比较同一批受访者在各测量上的均值。测量为三个及以上时，以Mauchly（1940）球形检验考察球形假设，并用Greenhouse和Geisser（1959）的ε校正自由度，同时列出Huynh和Feldt（1976）的校正结果。效应量为广义η^2^（Olejnik & Algina, 2003）和偏η^2^，后者附非中心*F*分布的置信区间（Steiger, 2004）。",
    ),
    "within.method_two": (
        "Means of the same respondents were compared by a repeated-measures analysis of variance, which for two measures is the paired *t* test. Effect sizes are generalized eta squared (Olejnik & Algina, 2003) and partial eta squared with its noncentral *F* interval (Steiger, 2004).",
        "采用重复测量方差分析比较同一批受访者在各测量上的均值（两个测量时等价于配对样本*t*检验）。效应量为广义η^2^（Olejnik & Algina, 2003）和偏η^2^，后者附非中心*F*分布的置信区间（Steiger, 2004）。",
    ),
    "within.method_ranks": (
        "The test of Friedman (1937), which compares ranks and assumes no normal distribution, and Kendall’s *W* are given as a check.",
        "同时给出基于秩次、不要求正态分布的Friedman（1937）检验和肯德尔和谐系数*W*，作为稳健性检验。",
    ),
    "within.method_pairs": (
        "Pairs of measures were compared by paired *t* tests with *p* values adjusted by the method of Holm (1979); standardized differences are *d*~z~ and Hedges’ *g*~av~ (Lakens, 2013).",
        "各测量两两之间采用配对样本*t*检验，*p*值经Holm（1979）法校正；标准化差异为*d*~z~与Hedges’ *g*~av~（Lakens, 2013）。",
    ),
    "within.method_pair": (
        "The difference was also examined by the paired *t* test; standardized differences are *d*~z~ and Hedges’ *g*~av~ (Lakens, 2013).",
        "另列出配对样本*t*检验的结果，标准化差异为*d*~z~与Hedges’ *g*~av~（Lakens, 2013）。",
    ),
    "within.table_means": ("Means of the measures compared: {name}", "各测量的均值：{name}"),
    "within.table_anova": (
        "Repeated-measures analysis of variance: {name}",
        "重复测量方差分析：{name}",
    ),
    "within.table_pair": ("Paired comparison: {name}", "配对样本*t*检验：{name}"),
    "within.table_pairs": ("Paired comparisons: {name}", "两两配对比较：{name}"),
    "within.figure": (
        "Means with intervals for comparisons within persons: {name}",
        "各测量的均值及被试内置信区间：{name}",
    ),
    "within.note_whose": (
        "Only respondents of these groups – {question}: {groups}.",
        "仅包括以下受访者——{question}：{groups}。",
    ),
    "within.note_n": (
        "*n* = {n:count} of {asked:count} respondents, who have a score on every measure.",
        "共{asked:count}名受访者，其中各测量均有得分者*n* = {n:count}。",
    ),
    "within.note_interval": (
        "The interval is free of the differences between persons and meant for comparing the means with each other (Morey, 2008); it is not that of a mean on its own.",
        "置信区间已剔除个体间差异，用于各均值之间的相互比较（Morey, 2008），不同于单个均值的置信区间。",
    ),
    "within.note_friedman": (
        "Friedman test: χ^2^({df:count}) = {chi2:number}, {p:p}, Kendall’s *W* = {w:bounded}.",
        "Friedman检验：χ^2^({df:count}) = {chi2:number}，{p:p}，肯德尔*W* = {w:bounded}。",
    ),
    "within.assumed": ("Sphericity assumed", "假设球形性"),
    "within.greenhouse_geisser": ("Greenhouse–Geisser", "Greenhouse–Geisser"),
    "within.huynh_feldt": ("Huynh–Feldt", "Huynh–Feldt"),
    "within.column_source": ("Source", "变异来源"),
    "within.measures": ("Measures", "测量"),
    "within.column_correction": ("Correction", "校正方法"),
    "within.column_epsilon": ("ε", "ε"),
    "within.column_eta2_generalized": ("η^2^~G~", "广义η^2^"),
    "within.column_eta2_partial": ("η^2^~p~", "偏η^2^"),
    "within.column_pair": ("Pair", "配对"),
    "within.column_d_z": ("*d*~z~", "*d*~z~"),
    "within.column_g_av": ("*g*~av~", "*g*~av~"),
    "within.note_eta": (
        "Generalized eta squared relates the effect to all variance, differences between persons included; partial eta squared, which SPSS prints, leaves these out and is larger.",
        "广义η^2^以包含个体间差异在内的总变异为分母；SPSS输出的偏η^2^不含个体间差异，数值较大。",
    ),
    "within.note_corrections": (
        "A correction multiplies both degrees of freedom by ε; estimates above 1 are taken as 1. The Greenhouse–Geisser row is the one reported in the text.",
        "校正即将两个自由度同乘以ε，估计值大于1时取1。正文报告Greenhouse–Geisser校正结果。",
    ),
    "within.note_mauchly": (
        "Mauchly’s *W* = {w:bounded}, χ^2^({df:count}) = {chi2:number}, {p:p}.",
        "Mauchly球形检验：*W* = {w:bounded}，χ^2^({df:count}) = {chi2:number}，{p:p}。",
    ),
    "within.note_no_mauchly": (
        "Mauchly’s test cannot be computed: there are too few respondents for so many measures, or a measure follows from the others.",
        "Mauchly球形检验无法计算：相对于测量个数人数过少，或某一测量可由其他测量推得。",
    ),
    "within.pair": ("{first} – {second}", "{first} – {second}"),
    "within.note_pairs": (
        "First minus second measure. *p*~Holm~ is adjusted over the {m:count} tests of this table. *d*~z~ divides by the standard deviation of the differences, *g*~av~ by the mean of the two standard deviations, corrected for small samples.",
        "差值为前者减后者。*p*~Holm~为本表{m:count}次检验经Holm法校正的结果。*d*~z~以差值的标准差为单位，*g*~av~以两个标准差的均值为单位并作小样本校正。",
    ),
    "within.note_pair": (
        "First minus second measure. *d*~z~ divides by the standard deviation of the differences, *g*~av~ by the mean of the two standard deviations, corrected for small samples.",
        "差值为前者减后者。*d*~z~以差值的标准差为单位，*g*~av~以两个标准差的均值为单位并作小样本校正。",
    ),
    "within.note_same_difference": (
        "Every respondent has the same difference, so it cannot be tested.",
        "所有受访者的差值相同，无法检验。",
    ),
    "within.differ": (
        "The means differ significantly, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}, η^2^~G~ = {eta:bounded}, η^2^~p~ = {partial:bounded}, {partial:ci}; the highest is that of {highest} (*M* = {most:number}), the lowest that of {lowest} (*M* = {least:number}).",
        "各测量的均值差异显著，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}，广义η^2^ = {eta:bounded}，偏η^2^ = {partial:bounded}，{partial:ci}；其中{highest}最高（*M* = {most:number}），{lowest}最低（*M* = {least:number}）。",
    ),
    "within.differ_two": (
        "The mean of {highest} (*M* = {most:number}) is significantly higher than that of {lowest} (*M* = {least:number}), *F*({df1:df}, {df2:df}) = {f:number}, {p:p}, η^2^~G~ = {eta:bounded}, η^2^~p~ = {partial:bounded}, {partial:ci}.",
        "{highest}的均值（*M* = {most:number}）显著高于{lowest}（*M* = {least:number}），*F*({df1:df}, {df2:df}) = {f:number}，{p:p}，广义η^2^ = {eta:bounded}，偏η^2^ = {partial:bounded}，{partial:ci}。",
    ),
    "within.no_difference": (
        "No significant difference between the means was found, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}, η^2^~G~ = {eta:bounded}, η^2^~p~ = {partial:bounded}, {partial:ci}; they lie between *M* = {least:number} ({lowest}) and *M* = {most:number} ({highest}).",
        "未发现各测量均值之间存在显著差异，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}，广义η^2^ = {eta:bounded}，偏η^2^ = {partial:bounded}，{partial:ci}；均值介于*M* = {least:number}（{lowest}）与*M* = {most:number}（{highest}）之间。",
    ),
    "within.friedman_agrees": (
        "The Friedman test leads to the same conclusion, χ^2^({df:count}) = {chi2:number}, {p:p}, Kendall’s *W* = {w:bounded}.",
        "Friedman检验的结论与此一致，χ^2^({df:count}) = {chi2:number}，{p:p}，肯德尔*W* = {w:bounded}。",
    ),
    "within.friedman_disagrees": (
        "The Friedman test leads to another conclusion, χ^2^({df:count}) = {chi2:number}, {p:p}, Kendall’s *W* = {w:bounded}; the result depends on whether means or ranks are compared.",
        "Friedman检验的结论与此不同，χ^2^({df:count}) = {chi2:number}，{p:p}，肯德尔*W* = {w:bounded}；结果取决于比较的是均值还是秩次。",
    ),
    "within.pairs_apart": (
        "Of the {m:count} pairs, these differ significantly after adjustment by the Holm method: {pairs}.",
        "在{m:count}个配对中，经Holm法校正后差异显著的有：{pairs}。",
    ),
    "within.all_pairs": (
        "All {m:count} pairs differ significantly after adjustment by the Holm method.",
        "经Holm法校正后，全部{m:count}个配对的差异均显著。",
    ),
    "within.no_pairs": (
        "None of the {m:count} pairs differs significantly after adjustment by the Holm method.",
        "经Holm法校正后，{m:count}个配对的差异均不显著。",
    ),
    "within.warn_ranges": (
        "The measures do not share one answer range; differences between their means then also reflect the ranges.",
        "各测量的取值范围不同，均值之差同时反映了量程的差异。",
    ),
}
