"""The words of the section on repeated measurements."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "retest.title": ("Agreement of repeated measurements", "重测信度与评分者一致性"),
    "retest.no_plan": (
        'the plan names no columns that measure the same; write [[plan.retest]] with measures = ["…", "…"] in order of time or rater into the questionnaire file',
        '分析计划中没有重复测量；请在问卷文件中写入[[plan.retest]]，并按时间或评分者顺序列出measures = ["…", "…"]',
    ),
    "retest.name": ("{measures}", "{measures}"),
    "retest.heading": ("{name}", "{name}"),
    "retest.method": (
        "Agreement is given by the six intraclass correlations of Shrout and Fleiss (1979) with the intervals of McGraw and Wong (1996), the standard error of measurement, and the smallest detectable change (de Vet et al., 2006). ICC(2,1) was judged by its interval after Koo and Li (2016).",
        "以Shrout & Fleiss（1979）的六种组内相关系数（ICC）及McGraw & Wong（1996）的置信区间、测量标准误和最小可检测变化（de Vet et al., 2006）表示一致性，并按Koo & Li（2016）的标准依据ICC(2,1)的置信区间作出评价。",
    ),
    "retest.method_two": (
        "For two measurements, the test–retest correlation with Fisher’s interval, the paired *t* test of the change, and the limits of agreement of Bland and Altman (1999) were added.",
        "两次测量时，另给出重测相关及其Fisher置信区间、变化量的配对样本*t*检验和Bland & Altman（1999）一致性界限。",
    ),
    "retest.table_icc": ("Intraclass correlations: {name}", "组内相关系数：{name}"),
    "retest.table_precision": ("Precision of a single score: {name}", "单次得分的测量精度：{name}"),
    "retest.column_form": ("Shrout & Fleiss", "Shrout & Fleiss记法"),
    "retest.column_other_name": ("McGraw & Wong", "McGraw & Wong记法"),
    "retest.column_model": ("Model", "模型"),
    "retest.column_icc": ("ICC", "ICC"),
    "retest.column_statistic": ("Statistic", "统计量"),
    "retest.one_way": ("one-way random", "单因素随机"),
    "retest.random": ("two-way, agreement", "双因素，绝对一致"),
    "retest.fixed": ("two-way, consistency", "双因素，相对一致"),
    "retest.note_n": (
        "*n* = {n:count} of {asked:count} respondents, who have all {k:count} measurements.",
        "共{asked:count}名受访者，其中{k:count}次测量齐全者*n* = {n:count}。",
    ),
    "retest.note_forms": (
        "Forms ending in 1 are the reliability of a single measurement, those ending in *k* that of the mean of all. Agreement counts differences between the means of the measurements as error, consistency does not. *F* tests an ICC of zero.",
        "以1结尾者为单次测量的信度，以*k*结尾者为全部测量均值的信度。绝对一致将各次测量的均值差异计入误差，相对一致则不计入。*F*检验的原假设为ICC等于零。",
    ),
    "retest.r": ("Test–retest *r*", "重测相关*r*"),
    "retest.change": ("Mean change (second – first)", "平均变化（后测 – 前测）"),
    "retest.sem_consistency": ("Standard error of measurement, consistency", "测量标准误（相对一致）"),
    "retest.sem_agreement": ("Standard error of measurement, agreement", "测量标准误（绝对一致）"),
    "retest.smallest_change": ("Smallest detectable change", "最小可检测变化"),
    "retest.lower_limit": ("Lower limit of agreement", "一致性界限下限"),
    "retest.upper_limit": ("Upper limit of agreement", "一致性界限上限"),
    "retest.note_precision": (
        "In units of the score, except for *r*. The smallest detectable change is *z* √2 times the standard error of measurement (agreement).",
        "除*r*外均以得分为单位。最小可检测变化为测量标准误（绝对一致）的*z*√2倍。",
    ),
    "retest.note_limits": (
        "Within the limits of agreement lie 95% of the changes if these are normally distributed.",
        "若变化量服从正态分布，则95%的变化量落在一致性界限之内。",
    ),
    "retest.agreement": (
        "A single measurement has ICC(2,1) = {icc:bounded}, {icc:ci}; over the whole interval this is {band} agreement by the standard of Koo and Li (2016).",
        "单次测量的ICC(2,1) = {icc:bounded}，{icc:ci}；按Koo & Li（2016）的标准，整个置信区间均处于“{band}”水平。",
    ),
    "retest.agreement_between": (
        "A single measurement has ICC(2,1) = {icc:bounded}, {icc:ci}; by the standard of Koo and Li (2016) the interval reaches from {low} to {high} agreement.",
        "单次测量的ICC(2,1) = {icc:bounded}，{icc:ci}；按Koo & Li（2016）的标准，置信区间从“{low}”到“{high}”。",
    ),
    "retest.agreement_alone": (
        "A single measurement has ICC(2,1) = {icc:bounded}; an interval cannot be computed.",
        "单次测量的ICC(2,1) = {icc:bounded}，置信区间无法计算。",
    ),
    "retest.undetermined": (
        "ICC(2,1) is not determined by these data.",
        "这些数据不能确定ICC(2,1)。",
    ),
    "retest.stability": (
        "The two measurements correlate with *r* = {r:bounded}, {r:ci}, {p:p}.",
        "两次测量的相关为*r* = {r:bounded}，{r:ci}，{p:p}。",
    ),
    "retest.changed": (
        "The mean changed by {change:number}, {change:ci_number}, *t*({df:df}) = {t:number}, {p:p}; a correlation alone would not show this.",
        "均值变化了{change:number}，{change:ci_number}，*t*({df:df}) = {t:number}，{p:p}；仅看相关系数无法发现这一变化。",
    ),
    "retest.no_change": (
        "No significant change of the mean was found: {change:number}, {change:ci_number}, *t*({df:df}) = {t:number}, {p:p}.",
        "未发现均值有显著变化：{change:number}，{change:ci_number}，*t*({df:df}) = {t:number}，{p:p}。",
    ),
    "retest.same_change": (
        "Every respondent changed by the same amount, {change:number}.",
        "所有受访者的变化量相同，均为{change:number}。",
    ),
    "retest.smallest": (
        "The scores of one person must differ by more than {value:number} before the difference exceeds the error of measurement.",
        "同一人两次得分之差须大于{value:number}，才超出测量误差的范围。",
    ),
    "retest.warn_few": (
        "Only {n:count} respondents have all measurements; Koo and Li (2016) ask for at least {needed:count}.",
        "测量齐全的受访者仅{n:count}人，Koo & Li（2016）建议至少{needed:count}人。",
    ),
    "retest.warn_ranges": (
        "The measurements do not share one answer range, so agreement in absolute terms means little.",
        "各次测量的取值范围不同，绝对一致性意义不大。",
    ),
}
