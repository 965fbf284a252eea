"""The words of the section on what the sample can carry."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "power.title": (
        "Sample size and statistical power",
        "样本量与检验力",
    ),
    "power.method": (
        "For each main test, a sensitivity analysis gives the smallest effect that a sample of this size detects with a power of .80 at α = {alpha:limit}, two-sided (Cohen, 1988; Faul et al., 2009).",
        "采用敏感性分析，计算在现有样本量和双侧α = {alpha:limit}的条件下，各主要检验以0.80的检验力所能检出的最小效应量（Cohen, 1988；Faul et al., 2009）。",
    ),
    "power.method_observed": (
        "Power was not computed from the observed effects, because that would only restate their *p* values (Hoenig & Heisey, 2001).",
        "未根据观察到的效应计算事后检验力，因为它只是*p*值的另一种表述（Hoenig & Heisey, 2001）。",
    ),
    "power.detectable_title": (
        "Smallest effects that this sample can detect",
        "本样本可检出的最小效应量",
    ),
    "power.supply_title": (
        "Sample size in relation to the number of parameters",
        "样本量与待估参数的比例",
    ),
    "power.test": ("Test", "检验"),
    "power.measure": ("Measure", "效应量指标"),
    "power.smallest": (
        "Smallest effect",
        "最小效应量",
    ),
    "power.size": (
        "Size",
        "大小",
    ),
    "power.what": (
        "Analysis",
        "分析",
    ),
    "power.k": (
        "Parameters",
        "参数个数",
    ),
    "power.ratio": (
        "*n* per parameter",
        "人数/参数",
    ),
    "power.wanted": (
        "Recommended *n*",
        "建议样本量",
    ),
    "power.rule": ("Rule", "依据"),
    "power.reading": (
        "Recommendation",
        "是否达到",
    ),
    "power.reached": ("reached", "达到"),
    "power.short": ("not reached", "未达到"),
    "power.measure_r": ("|*r*|", "|*r*|"),
    "power.measure_d": ("Cohen’s *d*", "Cohen’s *d*"),
    "power.measure_f": ("Cohen’s *f*", "Cohen’s *f*"),
    "power.measure_f2": ("Cohen’s *f*^2^", "Cohen’s *f*^2^"),
    "power.correlation": ("Correlation between two scales", "两个量表之间的相关"),
    "power.change": (
        "Difference in differences ({first:count} and {second:count}), in standard deviations of the change",
        "双重差分（{first:count}人与{second:count}人），以变化量的标准差为单位",
    ),
    "power.two_groups": (
        "Two groups by {question} ({first:count} and {second:count})",
        "{question}的两组比较（{first:count}人与{second:count}人）",
    ),
    "power.several_groups": (
        "{groups:count} groups by {question}",
        "{question}的{groups:count}组比较",
    ),
    "power.model": (
        "Regression of {outcome}: whole model ({k:count} coefficients)",
        "{outcome}的回归：整体模型（{k:count}个系数）",
    ),
    "power.block": (
        "Regression of {outcome}: last block ({tested:count} of {k:count} coefficients)",
        "{outcome}的回归：最后一层（{k:count}个系数中的{tested:count}个）",
    ),
    "power.coefficient": (
        "Regression of {outcome}: one of {k:count} coefficients",
        "{outcome}的回归：{k:count}个系数中的单个系数",
    ),
    "power.items": (
        "Factor analysis of all items (parameters = items)",
        "全部题项的因子分析（参数为题项）",
    ),
    "power.supply_model": ("Regression of {outcome}: *R*^2^", "{outcome}的回归：*R*^2^"),
    "power.supply_coefficients": (
        "Regression of {outcome}: single coefficients",
        "{outcome}的回归：单个系数",
    ),
    "power.rule_items": ("10 per item", "每题项10人"),
    "power.rule_model": ("50 + 8*k*", "50 + 8*k*"),
    "power.rule_coefficients": ("104 + *k*", "104 + *k*"),
    "power.note_bands": (
        "Size by the benchmarks of Cohen (1988). A smaller true effect may be detected as well, but is missed more than one time in five.",
        "大小按Cohen（1988）的标准划分。更小的真实效应也可能被检出，但漏检的概率超过五分之一。",
    ),
    "power.note_f2": (
        "*f*^2^ = variance explained by what is tested over the residual variance of the whole model; noncentrality parameter *f*^2^*n*, as in G**Power.",
        "*f*^2^为被检验部分解释的变异与整体模型残差变异之比；非中心参数为*f*^2^*n*，与G**Power一致。",
    ),
    "power.note_rules": (
        "Rules of thumb: at least 10 respondents per item for a factor analysis, though high loadings need fewer and low ones more (Costello & Osborne, 2005); 50 + 8*k* and 104 + *k* for *k* predictors and medium effects (Green, 1991).",
        "经验标准：因子分析一般要求每题项至少10人，载荷高时可更少，载荷低时需更多（Costello & Osborne, 2005）；回归分析在*k*个预测变量、中等效应时为50 + 8*k*与104 + *k*（Green, 1991）。",
    ),
    "power.say_correlation": (
        "With *n* = {n:count}, correlations of |*r*| = {r:bounded} or more are detected with a power of at least .80; weaker ones may exist and have gone unnoticed.",
        "在*n* = {n:count}时，|*r*| ≥ {r:bounded}的相关可以0.80以上的检验力检出，更弱的相关可能存在而未被发现。",
    ),
    "power.say_model": (
        "With *n* = {n:count}, the regression of {outcome} as a whole is detected with a power of at least .80 when *R*^2^ in the population is {r2:bounded} or more.",
        "在*n* = {n:count}时，若总体*R*^2^不低于{r2:bounded}，以{outcome}为因变量的回归模型可以0.80以上的检验力检出。",
    ),
    "power.say_correlation_slight": (
        "With *n* = {n:count}, even a correlation of |*r*| = {r:bounded}, which Cohen (1988) would not call small, is detected with a power of .80.",
        "在*n* = {n:count}时，即使是|*r*| = {r:bounded}、尚达不到Cohen（1988）小效应标准的相关，也能以0.80的检验力检出。",
    ),
    "power.say_model_slight": (
        "With *n* = {n:count}, the regression of {outcome} as a whole is detected with a power of at least .80 even when the predictors explain less than what Cohen (1988) calls a small effect.",
        "在*n* = {n:count}时，即使总体中预测变量的解释力低于Cohen（1988）的小效应标准，以{outcome}为因变量的回归模型也能以0.80以上的检验力检出。",
    ),
    "power.limit_size": (
        "Effects that these tests miss are thus likely to be smaller than what Cohen (1988) calls small; conversely, significance alone says little in a sample of this size, and results should be judged by the size of the effects.",
        "因此，上述检验未能检出的效应多半低于Cohen（1988）的小效应标准；反之，在如此大的样本中，显著性本身意义有限，应以效应量大小来判断结果。",
    ),
    "power.limit_missed": (
        "Results that are not significant are therefore no evidence of the absence of an effect.",
        "因此，结果不显著并不能说明不存在效应。",
    ),
    "power.limit_method": (
        "All scales were answered by the same persons in the same questionnaire; common method variance can raise the correlations between them (Podsakoff et al., 2003).",
        "各量表由同一批受访者在同一份问卷中作答，共同方法因素可能抬高变量之间的相关（Podsakoff et al., 2003）。",
    ),
    "power.limit_time": (
        "The data are cross-sectional: they show which variables go together, not which comes first or causes the other.",
        "数据为每人一次作答的横截面数据，只能说明变量之间的关联，不能说明先后顺序或因果关系。",
    ),
    "power.limit_time_twice": (
        "Apart from the comparison with the earlier survey, the results rest on one survey: they show which variables go together, not which comes first or causes the other.",
        "除与前一次调查的比较外，其余结果均来自同一次调查的横截面数据，只能说明变量之间的关联，不能说明先后顺序或因果关系。",
    ),
    "power.limit_sampling": (
        "The data do not show how the {n:count} respondents were selected. Unless they were drawn at random from the population of interest, *p* values and intervals cover random error alone, not selection, and the results should not be generalized beyond people like these.",
        "数据本身不能说明这{n:count}名受访者是如何选取的。若并非从目标总体中随机抽取，则*p*值与置信区间仅反映随机误差而不反映选择偏差，结论不宜推广到类似人群之外。",
    ),
    "power.limit_returned": (
        "Of {collected:count} questionnaires collected, {valid:count} were analysed; how many people were invited and did not answer is not recorded in the data.",
        "共收集{collected:count}份问卷，其中{valid:count}份纳入分析；有多少人被邀请而未作答，数据中没有记录。",
    ),
    "power.no_tests": (
        "there is no correlation, group comparison or regression in this chapter whose sensitivity could be given",
        "本章没有可供计算检验力的相关分析、组间比较或回归分析",
    ),
}
