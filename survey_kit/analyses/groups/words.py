"""The words of the section on group differences."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "groups.title": ("Differences between groups", "组间差异分析"),
    "groups.heading": ("Differences by {question}", "不同{question}的差异"),
    "groups.heading_figures": (
        "Means of the outcomes in all groups",
        "因变量在各组的均值",
    ),
    # why nothing is compared
    "groups.no_scales": ("there is no scale to compare", "没有可供比较的量表"),
    "groups.no_questions": (
        "no single-choice background question divides the respondents into groups",
        "没有可用于分组的单选背景题",
    ),
    "groups.not_single": (
        "{question} is not a single-choice question",
        "{question}不是单选题",
    ),
    "groups.nobody": (
        "nobody who has a scale score answered {question}",
        "有量表得分的受访者均未回答{question}",
    ),
    "groups.all_different": (
        "{question} has as many different answers as respondents ({n:count}), so it forms no groups",
        "{question}的不同答案数与人数相同（{n:count}），无法分组",
    ),
    "groups.one_group": (
        "{question} leaves only one group of at least {needed:count} respondents ({groups})",
        "按{question}分组后，人数不少于{needed:count}人的仅有一组（{groups}）",
    ),
    "groups.all_small": (
        "{question} leaves no group of at least {needed:count} respondents ({groups})",
        "按{question}分组后，没有人数达到{needed:count}人的组（{groups}）",
    ),
    "groups.scale_too_small": (
        "fewer than two groups with at least {needed:count} scores",
        "得分人数不少于{needed:count}人的组不足两组",
    ),
    "groups.refused": ("Not compared: {reason}.", "未作比较：{reason}。"),
    # methods
    "groups.method": (
        "Two groups were compared by Welch’s *t* test (Welch, 1947) with Hedges’ *g*, several by Welch’s *F* test (Welch, 1951) with ω^2^ and the pairwise comparisons of Games and Howell (1976); these tests do not assume equal variances (Delacre et al., 2017, 2019). Student’s *t*, the classical analysis of variance, and Levene’s test are reported beside them.",
        "两组比较采用Welch *t*检验（Welch, 1947），效应量为Hedges’ *g*；多组比较采用Welch *F*检验（Welch, 1951），效应量为ω^2^，事后比较采用Games–Howell法（Games & Howell, 1976）。这些方法不要求方差齐性（Delacre et al., 2017, 2019）。同时列出独立样本*t*检验、经典方差分析和Levene方差齐性检验的结果供对照。",
    ),
    "groups.method_spss": (
        "Two groups were compared by Student’s *t* test with Hedges’ *g*, several by the classical analysis of variance with η^2^, ω^2^, and Tukey’s pairwise comparisons (Kramer, 1956), as SPSS reports them first; Welch’s tests (Welch, 1951), which do not assume equal variances, are reported beside them.",
        "两组比较采用独立样本*t*检验，效应量为Hedges’ *g*；多组比较采用单因素方差分析，效应量为η^2^和ω^2^，事后比较采用Tukey法（Kramer, 1956），与SPSS的默认输出一致。同时列出不要求方差齐性的Welch检验（Welch, 1951）结果供对照。",
    ),
    "groups.method_holm": (
        "*p* values were adjusted by the method of Holm (1979) over all scales compared by one question; a difference is reported as a finding only when it is significant after adjustment. Effects are called small, medium, or large by the benchmarks of Cohen (1988). A difference that is not significant does not show that the groups are equal.",
        "*p*值经Holm（1979）法校正，以同一背景变量下的全部量表检验为一族，校正后仍显著的差异才视为研究发现。效应量大小按Cohen（1988）的标准划分。差异未达到显著水平并不说明各组相同。",
    ),
    "groups.method_ranks": (
        "Scales of a single item are ordinal and were compared by ranks (Mann & Whitney, 1947; Kruskal & Wallis, 1952; pairwise comparisons of Dunn, 1964; asymptotic *p* values, corrected for ties, without continuity correction).",
        "单题项量表属于顺序变量，采用秩检验（Mann & Whitney, 1947；Kruskal & Wallis, 1952；事后比较：Dunn, 1964；渐近*p*值，经同分校正，未作连续性校正）。",
    ),
    # tables and figures
    "groups.table": (
        "Scale means by {question}",
        "不同{question}受访者的量表得分比较",
    ),
    "groups.table_further": (
        "Further tests and effect sizes by {question}",
        "不同{question}受访者比较的补充检验与效应量",
    ),
    "groups.table_games_howell": (
        "Games–Howell comparisons by {question}",
        "不同{question}受访者的Games–Howell事后比较",
    ),
    "groups.table_tukey": (
        "Tukey comparisons by {question}",
        "不同{question}受访者的Tukey事后比较",
    ),
    "groups.table_ranks": (
        "Single-item scales by {question}, compared by ranks",
        "不同{question}受访者的单题项量表秩检验",
    ),
    "groups.table_dunn": (
        "Dunn comparisons by {question}",
        "不同{question}受访者的Dunn事后比较",
    ),
    "groups.figure": ("{scale}: means of the groups", "{scale}在各组的均值"),
    "groups.figure_part": (
        "{scale}: means of the groups (part {part:count} of {parts:count})",
        "{scale}在各组的均值（{part:count}/{parts:count}）",
    ),
    "groups.span_classical_t": ("Student’s *t*-test", "独立样本*t*检验"),
    "groups.span_classical_f": ("Classical ANOVA", "经典方差分析"),
    "groups.span_welch_t": ("Welch’s *t*-test", "Welch *t*检验"),
    "groups.span_welch_f": ("Welch’s ANOVA", "Welch方差分析"),
    "groups.span_levene": ("Levene’s test", "Levene检验"),
    # notes
    "groups.note_welch_t": (
        "Welch’s *t* test (equal variances not assumed); differences are the first group minus the second.",
        "Welch *t*检验（不假定方差相等），均值差为第一组减第二组。",
    ),
    "groups.note_welch_f": (
        "Welch’s *F* test (equal variances not assumed).",
        "Welch *F*检验（不假定方差相等）。",
    ),
    "groups.note_student": (
        "Student’s *t* test (equal variances assumed; the first line of SPSS); differences are the first group minus the second.",
        "独立样本*t*检验（假定方差相等，对应SPSS输出的第一行），均值差为第一组减第二组。",
    ),
    "groups.note_anova": (
        "Classical analysis of variance (equal variances assumed, as in SPSS).",
        "经典单因素方差分析（假定方差相等，与SPSS一致）。",
    ),
    "groups.note_family": (
        "*p*~Holm~ is adjusted over all scales compared by {question}, of which {m:count} are tested in this table.",
        "*p*~Holm~以{question}下的全部量表检验为一族进行校正，本表含其中{m:count}次检验。",
    ),
    "groups.note_family_ranks": (
        "*p*~Holm~ is adjusted over all scales compared by {question}, of which {m:count} are tested in this table by ranks.",
        "*p*~Holm~以{question}下的全部量表检验为一族进行校正，本表含其中{m:count}次秩检验。",
    ),
    "groups.note_unadjusted": (
        "The *p* values of this table are not adjusted.",
        "本表*p*值均未校正。",
    ),
    "groups.note_not_computable": ("Not computable: {reason}.", "无法计算：{reason}。"),
    "groups.note_not_computable_classical": (
        "Not computable: {reason}. The other test is given in the table of further tests; it is not part of the adjustment.",
        "无法计算：{reason}。另一检验的结果见补充检验表，不参与校正。",
    ),
    "groups.note_untested": (
        "Too few scores on this scale; left out of its tests.",
        "该组在此量表上的得分人数过少，未纳入检验。",
    ),
    "groups.note_levene": (
        "Levene’s test uses deviations from the group means, as SPSS does; R’s car and Python’s scipy use the medians by default.",
        "Levene检验以各组均值为中心，与SPSS一致（R的car包和Python的scipy默认以中位数为中心）。",
    ),
    "groups.note_g": (
        "Hedges’ *g* (Hedges, 1981) is standardized by the root of the mean of the two variances, which fits Welch’s test (Delacre et al., 2021); its interval is based on the noncentral *t* distribution.",
        "Hedges’ *g*（Hedges, 1981）以两组方差均值的平方根为标准化单位，与Welch检验相对应（Delacre et al., 2021）；置信区间依据非中心*t*分布。",
    ),
    "groups.note_g_pooled": (
        "Hedges’ *g* (Hedges, 1981) is standardized by the pooled standard deviation; its interval is based on the noncentral *t* distribution.",
        "Hedges’ *g*（Hedges, 1981）以合并标准差为标准化单位；置信区间依据非中心*t*分布。",
    ),
    "groups.note_omega": (
        "η^2^ and ω^2^ are computed from the classical sums of squares (Okada, 2013); the interval of ω^2^ is based on the noncentral *F* distribution (Steiger, 2004), and a negative estimate is given as 0.",
        "η^2^和ω^2^由经典平方和计算（Okada, 2013）；ω^2^的置信区间依据非中心*F*分布（Steiger, 2004），估计值为负时记为0。",
    ),
    "groups.note_games_howell": (
        "Differences are group 1 minus group 2. *p* values and intervals of Games and Howell hold for all pairs of a scale together; *SE* is that of the difference.",
        "均值差为组别1减组别2；*p*值与置信区间按Games–Howell法对同一量表的所有配对同时校正；*SE*为均值差的标准误。",
    ),
    "groups.note_tukey": (
        "Differences are group 1 minus group 2. *p* values and intervals of Tukey and Kramer hold for all pairs of a scale together; *SE* is that of the difference.",
        "均值差为组别1减组别2；*p*值与置信区间按Tukey–Kramer法对同一量表的所有配对同时校正；*SE*为均值差的标准误。",
    ),
    "groups.note_post_hoc": (
        "Listed are the scales whose overall test was significant after Holm adjustment.",
        "仅列出总体检验经Holm校正后显著的量表。",
    ),
    "groups.note_listed": (
        "Of up to {m:count} pairs of a scale, the {k:count} whose difference is largest relative to its standard error are listed; the adjustment is over all pairs.",
        "每个量表至多有{m:count}对组别，仅列出均值差与其标准误之比绝对值最大的{k:count}对；校正以全部配对为一族。",
    ),
    "groups.note_mann_whitney": (
        "Mann–Whitney test; *U* and *z* refer to the first group.",
        "采用Mann–Whitney检验，*U*与*z*以第一组为准。",
    ),
    "groups.note_kruskal": (
        "Kruskal–Wallis test; ε^2^ is computed from the ranks.",
        "采用Kruskal–Wallis检验，ε^2^由秩计算。",
    ),
    "groups.note_dunn": (
        "*z* = group 1 minus group 2; *p*~Holm~ is adjusted over the pairs of a scale.",
        "*z*为组别1减组别2；*p*~Holm~以同一量表的所有配对为一族进行校正。",
    ),
    # warnings
    "groups.size": ("{group} (*n* = {n:count})", "{group}（*n* = {n:count}）"),
    "groups.merged": (
        "Neighbouring answers with fewer than {needed:count} respondents were merged into {groups}.",
        "因人数少于{needed:count}人，相邻选项已合并为：{groups}。",
    ),
    "groups.left_out": (
        "Too small to be compared (fewer than {needed:count} respondents) and left out: {groups}.",
        "人数少于{needed:count}人而未纳入比较的组：{groups}。",
    ),
    "groups.untested": (
        "No test by {question} could be computed for {scales}.",
        "{scales}在{question}上无法进行检验。",
    ),
    "groups.few": (
        "Groups of fewer than {needed:count} respondents: {groups}. Comparisons with them rest on few answers, and only large differences could be found.",
        "人数不足{needed:count}人的组有：{groups}；涉及这些组的比较依据不足，只有很大的差异才可能被检出。",
    ),
    # findings
    "groups.counts": (
        "By {question}, {raw:count} of the {m:count} scales differed significantly before and {holm:count} after Holm adjustment.",
        "以{question}分组，{m:count}个量表中有{raw:count}个在校正前差异显著，经Holm校正后仍显著的有{holm:count}个。",
    ),
    "groups.counts_same": (
        "By {question}, {holm:count} of the {m:count} scales differed significantly, both before and after Holm adjustment.",
        "以{question}分组，{m:count}个量表中有{holm:count}个差异显著（校正前后一致）。",
    ),
    "groups.counts_one": (
        "By {question}, the difference was significant.",
        "以{question}分组，组间差异显著。",
    ),
    "groups.none": (
        "By {question}, {raw:count} of the {m:count} scales differed significantly before Holm adjustment, but none after it.",
        "以{question}分组，{m:count}个量表中有{raw:count}个在校正前差异显著，经Holm校正后{raw?|均}不再显著。",
    ),
    "groups.none_raw": (
        "By {question}, none of the {m:count} scales differed significantly, either before or after Holm adjustment.",
        "以{question}分组，{m:count}个量表在校正前后均无显著差异。",
    ),
    "groups.none_one": (
        "By {question}, the difference was not significant.",
        "以{question}分组，组间差异不显著。",
    ),
    "groups.two_differ": (
        "On {scale}, {high} (*M* = {high_mean:number}, *SD* = {high_sd:number}) scored higher than {low} (*M* = {low_mean:number}, *SD* = {low_sd:number}), Welch’s *t*({df:df}) = {t:number}, adjusted {p:p}, *g* = {g:number}, {g:ci_number}, a {size} effect.",
        "在{scale}上，{high}（*M* = {high_mean:number}，*SD* = {high_sd:number}）显著高于{low}（*M* = {low_mean:number}，*SD* = {low_sd:number}），Welch *t*({df:df}) = {t:number}，校正后{p:p}，*g* = {g:number}，{g:ci_number}，效应量{size}。",
    ),
    "groups.two_differ_spss": (
        "On {scale}, {high} (*M* = {high_mean:number}, *SD* = {high_sd:number}) scored higher than {low} (*M* = {low_mean:number}, *SD* = {low_sd:number}), *t*({df:df}) = {t:number}, adjusted {p:p}, *g* = {g:number}, {g:ci_number}, a {size} effect.",
        "在{scale}上，{high}（*M* = {high_mean:number}，*SD* = {high_sd:number}）显著高于{low}（*M* = {low_mean:number}，*SD* = {low_sd:number}），*t*({df:df}) = {t:number}，校正后{p:p}，*g* = {g:number}，{g:ci_number}，效应量{size}。",
    ),
    "groups.several_differ": (
        "{scale} differed between the groups, Welch’s *F*({df1:df}, {df2:df}) = {f:number}, adjusted {p:p}, ω^2^ = {omega2:bounded}, {omega2:ci}, a {size} effect; the mean of {high} was highest (*M* = {high_mean:number}) and that of {low} lowest (*M* = {low_mean:number}).",
        "{scale}的组间差异显著，Welch *F*({df1:df}, {df2:df}) = {f:number}，校正后{p:p}，ω^2^ = {omega2:bounded}，{omega2:ci}，效应量{size}；其中{high}的均值最高（*M* = {high_mean:number}），{low}的均值最低（*M* = {low_mean:number}）。",
    ),
    "groups.several_differ_spss": (
        "{scale} differed between the groups, *F*({df1:df}, {df2:df}) = {f:number}, adjusted {p:p}, ω^2^ = {omega2:bounded}, {omega2:ci}, a {size} effect; the mean of {high} was highest (*M* = {high_mean:number}) and that of {low} lowest (*M* = {low_mean:number}).",
        "{scale}的组间差异显著，*F*({df1:df}, {df2:df}) = {f:number}，校正后{p:p}，ω^2^ = {omega2:bounded}，{omega2:ci}，效应量{size}；其中{high}的均值最高（*M* = {high_mean:number}），{low}的均值最低（*M* = {low_mean:number}）。",
    ),
    "groups.pair": ("{high} > {low}", "{high} > {low}"),
    "groups.pairs_games_howell": (
        "In the Games–Howell comparisons on {scale}, {k:count} of the {m:count} pairs differed: {pairs}.",
        "Games–Howell事后比较显示，在{scale}上，{m:count}对组别中有{k:count}对差异显著：{pairs}。",
    ),
    "groups.pairs_some_games_howell": (
        "In the Games–Howell comparisons on {scale}, {k:count} of the {m:count} pairs differed, most clearly {pairs}.",
        "Games–Howell事后比较显示，在{scale}上，{m:count}对组别中有{k:count}对差异显著，其中最明显的是：{pairs}。",
    ),
    "groups.no_pair_games_howell": (
        "In the Games–Howell comparisons on {scale}, none of the {m:count} pairs differed: the groups differ as a whole, but no single pair can be named.",
        "Games–Howell事后比较显示，在{scale}上，{m:count}对组别的差异均不显著：各组总体上存在差异，但无法确定具体是哪一对。",
    ),
    "groups.pairs_tukey": (
        "In Tukey’s comparisons on {scale}, {k:count} of the {m:count} pairs differed: {pairs}.",
        "Tukey事后比较显示，在{scale}上，{m:count}对组别中有{k:count}对差异显著：{pairs}。",
    ),
    "groups.pairs_some_tukey": (
        "In Tukey’s comparisons on {scale}, {k:count} of the {m:count} pairs differed, most clearly {pairs}.",
        "Tukey事后比较显示，在{scale}上，{m:count}对组别中有{k:count}对差异显著，其中最明显的是：{pairs}。",
    ),
    "groups.no_pair_tukey": (
        "In Tukey’s comparisons on {scale}, none of the {m:count} pairs differed: the groups differ as a whole, but no single pair can be named.",
        "Tukey事后比较显示，在{scale}上，{m:count}对组别的差异均不显著：各组总体上存在差异，但无法确定具体是哪一对。",
    ),
    "groups.ranks_two": (
        "On {scale}, {high} tended to answer higher than {low}, adjusted {p:p}, rank-biserial *r* = {effect:bounded}.",
        "在{scale}上，{high}的作答倾向于高于{low}，校正后{p:p}，秩二列相关*r* = {effect:bounded}。",
    ),
    "groups.ranks_several": (
        "{scale} differed between the groups, adjusted {p:p}, ε^2^ = {effect:bounded}; the highest mean rank was that of {high}, the lowest that of {low}.",
        "{scale}的组间差异显著，校正后{p:p}，ε^2^ = {effect:bounded}；{high}的平均秩最高，{low}的平均秩最低。",
    ),
    "groups.more": (
        "Further significant differences after adjustment were found for {scales}.",
        "校正后差异同样显著的还有：{scales}。",
    ),
    "groups.slight": (
        "For {scales} the difference was significant, yet smaller than what Cohen (1988) calls small.",
        "{scales}的差异虽然显著，但小于Cohen（1988）所称的小效应。",
    ),
    "groups.slight_many": (
        "For {scales} the difference was significant, yet smaller than what Cohen (1988) calls small; with {n:count} respondents even such differences become significant, so that their size matters rather than their *p* value.",
        "{scales}的差异虽然显著，但小于Cohen（1988）所称的小效应；样本量达{n:count}人时，这样小的差异也会显著，应着重看效应量而非*p*值。",
    ),
}
