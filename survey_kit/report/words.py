"""The words that all sections share: column heads, notes, reasons, labels of the page.

Each analysis brings its own words; ``catalogue`` joins them with these. Templates are English and
Chinese side by side, with ``{name}`` or ``{name:kind}`` for values and ``*italic*``, ``^superscript^``
and ``~subscript~`` for style (see ``format``). A literal brace or mark is doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Catalogue: TypeAlias = Mapping[str, tuple[str, str]]

SHARED: dict[str, tuple[str, str]] = {
    # reasons why a number or section is withheld
    "withheld.too_few": (
        "only {n:count} usable respondents; at least {needed:count} are needed",
        "可用样本仅{n:count}人，至少需要{needed:count}人",
    ),
    "withheld.one_category": ("everything is in one category", "全部属于同一类别"),
    "withheld.no_units": ("nothing was judged by two", "没有由两人共同评定的对象"),
    "withheld.no_variance": (
        "no variance in {names}",
        "{names}没有变异（所有人作答相同）",
    ),
    "withheld.singular": (
        "the correlation matrix is singular because of {names}",
        "由于{names}，相关矩阵奇异",
    ),
    "withheld.too_few_items": (
        "only {k:count} {k?item|items} with variance; at least {needed:count} are needed",
        "有变异的题项仅{k:count}个，至少需要{needed:count}个",
    ),
    "withheld.more_items": (
        "{n:count} complete respondents for {k:count} items; there must be more respondents than items",
        "完整作答仅{n:count}人，而题项有{k:count}个；人数须多于题项数",
    ),
    "withheld.total_constant": (
        "the sum of {names} does not vary between respondents",
        "{names}的总分在受访者之间没有变异",
    ),
    "withheld.groups_overlap": (
        "the {n:count} total scores vary too little to form a high and a low group",
        "{n:count}人的总分差异过小，无法划分高分组与低分组",
    ),
    "withheld.too_many_factors": (
        "{k:count} items cannot identify {factors:count} {factors?factor|factors} (at most {most:count})",
        "{k:count}个题项无法识别{factors:count}个因子（最多{most:count}个）",
    ),
    "withheld.not_converged": (
        "the solution with {factors:count} {factors?factor|factors} did not converge",
        "{factors:count}个因子的解未能收敛",
    ),
    "withheld.one_rater": ("nobody was rated by two raters", "没有人由两名以上评价人评分"),
    "withheld.few_raters": (
        "only {n:count} {n?rater|raters}; at least {needed:count} are needed to draw them anew",
        "评价人仅{n:count}名，重复抽取评价人至少需要{needed:count}名",
    ),
    "withheld.ahp_size": (
        "{k:count} criteria; random consistency indices are tabulated for at most {most:count}",
        "判断矩阵有{k:count}项，随机一致性指标最多适用于{most:count}项",
    ),
    # words of the page
    "page.yes": ("yes", "是"),
    "page.no": ("no", "否"),
    "page.table": ("Table", "表"),
    "page.figure": ("Figure", "图"),
    "page.note": ("*Note.*", "注："),
    "page.stars": (
        "^**^*p* < .05, ^****^*p* < .01, ^******^*p* < .001.",
        "^**^*p* < 0.05，^****^*p* < 0.01，^******^*p* < 0.001。",
    ),
    "page.ci": ("{level} CI", "{level} CI"),
    "page.chapter_title": ("Data analysis and results", "数据分析与结果"),
    "page.remarks": ("Remarks on the data", "数据说明"),
    "page.references": ("References", "参考文献"),
    "page.skipped": (
        "This analysis is not reported: {reason}.",
        "本节未报告分析结果：{reason}。",
    ),
    "page.results_in": ("The results are shown in {places}.", "分析结果见{places}。"),
    "page.one_table": ("Table {first}", "表{first}"),
    "page.two_tables": ("Tables {first} and {last}", "表{first}、表{last}"),
    "page.more_tables": ("Tables {first} to {last}", "表{first}至表{last}"),
    "page.one_figure": ("Figure {first}", "图{first}"),
    "page.two_figures": ("Figures {first} and {last}", "图{first}、图{last}"),
    "page.more_figures": ("Figures {first} to {last}", "图{first}至图{last}"),
    "page.figure_alt": ("{title}. {kind}", "{title}。{kind}"),
    "page.figure.bars": ("Bar chart of the percentages of each answer.", "各选项百分比的条形图。"),
    "page.figure.likert": (
        "Stacked bar chart of the distribution of answers to each item.",
        "各题项作答分布的堆积条形图。",
    ),
    "page.figure.means": ("Means with their confidence intervals.", "各均值及其置信区间图。"),
    "page.figure.heatmap": ("Heat map of the correlation matrix.", "相关矩阵热图。"),
    "page.figure.scree": (
        "Scree plot of observed eigenvalues and of those of random data.",
        "实际数据与随机数据特征值的碎石图。",
    ),
    "page.figure.group_means": (
        "Group means with their confidence intervals.",
        "各组均值及其置信区间图。",
    ),
    "page.figure.coefficients": (
        "Estimates with their confidence intervals.",
        "各估计值及其置信区间图。",
    ),
    "page.figure.quadrants": (
        "Points with their confidence intervals in four quadrants.",
        "各点及其置信区间的四象限图。",
    ),
    "page.figure.residuals": ("Residual plots of the regression model.", "回归模型的残差诊断图。"),
    "page.figure.change": (
        "Means before and after, one line an item.",
        "各题项前后测均值的变化图。",
    ),
    "page.figure.path_diagram": (
        "Path diagram with the estimate of each path.",
        "标有各路径估计值的路径图。",
    ),
    "page.figure.curves": (
        "Lines with their confidence bands.",
        "各线及其置信带图。",
    ),
    "page.provenance": (
        "All analyses were run with survey-kit {version} (Python {python}, NumPy {numpy}, SciPy {scipy}) on the file "
        "{file} (SHA-256: {sha256}); the seed of the random numbers was {seed}.",
        "全部分析使用survey-kit {version}（Python {python}、NumPy {numpy}、SciPy {scipy}）完成，数据文件为{file}"
        "（SHA-256：{sha256}），随机种子为{seed}。",
    ),
    # words inside figures
    "figure.n": ("*n* = {n:count}", "*n* = {n:count}"),
    "figure.count_percent": ("{count:count} ({percent:percent})", "{count:count}（{percent:percent}）"),
    "figure.percent_axis": ("Percent of answers", "作答百分比"),
    "figure.mean_axis": ("Mean with {level} confidence interval", "均值及其{level}置信区间"),
    "figure.mean_ci": ("*M* [{level} CI]", "*M* [{level} CI]"),
    "figure.estimate_ci": ("Estimate [{level} CI]", "估计值 [{level} CI]"),
    "figure.mean": ("Mean", "均值"),
    "figure.difference": ("Change", "变化量"),
    "figure.midpoint": ("Midpoint of the answer range ({value})", "量表中点（{value}）"),
    "figure.correlation": ("Correlation coefficient", "相关系数"),
    "figure.factor_number": ("Factor number", "因子序号"),
    "figure.eigenvalue": ("Eigenvalue", "特征值"),
    "figure.observed": ("Observed data", "实际数据"),
    "figure.reference": ("Random data, 95th percentile", "随机数据（第95百分位数）"),
    "figure.unit_eigenvalue": ("Eigenvalue of 1", "特征值为1"),
    "figure.suggested": ("Suggested number of factors: {k:count}", "建议保留因子数：{k:count}"),
    "figure.fitted": ("Fitted value", "拟合值"),
    "figure.residual": ("Residual", "残差"),
    "figure.theoretical_quantile": ("Theoretical quantile", "理论分位数"),
    "figure.sample_quantile": ("Standardized residual", "标准化残差"),
    "figure.leverage": ("Leverage", "杠杆值"),
    "figure.cooks_distance": ("Cook’s distance", "库克距离"),
    "figure.respondent": ("Respondent number", "受访者编号"),
    "figure.residuals_fitted": ("(a) Residuals against fitted values", "（a）残差与拟合值"),
    "figure.residuals_normal": ("(b) Normal Q–Q plot", "（b）正态Q–Q图"),
    "figure.residuals_leverage": ("(c) Residuals against leverage", "（c）残差与杠杆值"),
    "figure.residuals_cooks": ("(d) Influence of single respondents", "（d）单个受访者的影响"),
    "withheld.not_comparable": (
        "some options were always placed before all the others, so that the distance between them cannot be estimated: {names}",
        "部分选项总是排在其余选项之前，无法估计其间的差距：{names}",
    ),
    "withheld.too_many_predictors": (
        "{k:count} predictors; at most {most:count} can be divided among",
        "预测变量有{k:count}个，最多可分解{most:count}个",
    ),
    "withheld.collinear": (
        "these predictors determine each other exactly (one is a sum or a recoding of the others), so their coefficients cannot be told apart: {names}; leave one of them out of the plan",
        "以下预测变量完全线性相关（其一可由其余变量求和或重新编码得到），系数无法区分：{names}；请在计划中去掉其中一个",
    ),
    "withheld.outcome_constant": (
        "the outcome does not vary: every respondent has {value:number}",
        "因变量没有变异：所有受访者均为{value:number}",
    ),
    "withheld.one_outcome": (
        "every respondent gave the same answer to the outcome question",
        "因变量没有变异：所有受访者的作答相同",
    ),
    "withheld.separation_complete": (
        "{names} classifies every respondent without fail (complete separation), so no finite odds ratio exists; leave it out of the plan or join categories",
        "{names}能够无误地判定每一位受访者的类别（完全分离），不存在有限的优势比；请在计划中去掉该变量或合并类别",
    ),
    "withheld.separation_quasi": (
        "within some values of {names} all respondents fall on one side (quasi-complete separation), so no finite odds ratio exists; leave it out of the plan or join categories",
        "在{names}的某些取值上，受访者全部落在同一侧（准完全分离），不存在有限的优势比；请在计划中去掉该变量或合并类别",
    ),
    "withheld.logit_not_converged": (
        "the estimation of the logit model did not converge",
        "Logit模型的估计未能收敛",
    ),
    "withheld.brant_singular": (
        "the covariance of the separate models is singular",
        "各分割模型的协方差矩阵奇异",
    ),
    "withheld.no_predictors": ("no predictor that varies", "没有存在变异的预测变量"),
    "band.negligible": ("negligible", "可忽略"),
    "band.small": ("small", "小"),
    "band.medium": ("medium", "中等"),
    "band.large": ("large", "大"),
    "band.unacceptable": ("unacceptable", "不可接受"),
    "band.poor": ("poor", "较差"),
    "band.moderate": ("moderate", "中等"),
    "band.questionable": ("questionable", "勉强可接受"),
    "band.acceptable": ("acceptable", "可接受"),
    "band.good": ("good", "良好"),
    "band.excellent": ("excellent", "优秀"),
    "band.miserable": ("miserable", "欠佳"),
    "band.mediocre": ("mediocre", "一般"),
    "band.middling": ("middling", "中等"),
    "band.meritorious": ("meritorious", "较好"),
    "band.marvelous": ("marvelous", "极佳"),
    # items of scales
    "item.text": ("{id} {text}", "{id} {text}"),
    "item.text_reversed": ("{id} {text} (R)", "{id} {text}（R）"),
    "item.reversed": ("{id} (R)", "{id}（R）"),
    "item.quoted": ("{id} (“{text}”)", "{id}（“{text}”）"),
    "item.quoted_reversed": ("{id} (R; “{text}”)", "{id}（R，“{text}”）"),
    "item.note_reversed": (
        "(R) = reverse-worded item, reverse-scored within its declared answer range before all analyses.",
        "（R）为反向计分题，分析前已按问卷规定的取值范围作反向转换。",
    ),
    # column heads; keys are the keys of the results file
    "column.percent_responses": ("% of responses", "占应答次数百分比（%）"),
    "column.percent_cases": ("% of cases", "占个案百分比（%）"),
    "column.mean_r": ("Mean *r*", "平均题项相关"),
    "column.mean_if_dropped": ("Scale *M* if dropped", "删除该项后的量表均值"),
    "column.variance_if_dropped": ("Scale variance if dropped", "删除该项后的量表方差"),
    "column.cumulative": ("Cumulative %", "累积百分比（%）"),
    "column.n": ("*n*", "*n*"),
    "column.mean": ("*M*", "*M*"),
    "column.sd": ("*SD*", "*SD*"),
    "column.se": ("*SE*", "*SE*"),
    "column.median": ("*Mdn*", "中位数"),
    "column.min": ("Min", "最小值"),
    "column.max": ("Max", "最大值"),
    "column.skewness": ("Skewness", "偏度"),
    "column.kurtosis": ("Kurtosis", "峰度"),
    "column.alpha": ("α", "α系数"),
    "column.alpha_standardized": ("Standardized α", "标准化α系数"),
    "column.omega_total": ("ω", "ω系数"),
    "column.item_rest_r": ("Item–rest *r*", "校正的项总相关"),
    "column.alpha_if_dropped": ("α if item dropped", "删除该项后的α系数"),
    "column.kmo": ("KMO", "KMO"),
    "column.msa": ("MSA", "MSA"),
    "column.chi2": ("χ^2^", "χ^2^"),
    "column.df": ("*df*", "*df*"),
    "column.df1": ("*df*~1~", "*df*~1~"),
    "column.df2": ("*df*~2~", "*df*~2~"),
    "column.p_holm": ("*p*~Holm~", "*p*~Holm~"),
    "column.r": ("*r*", "*r*"),
    "column.rho": ("ρ", "ρ"),
    "column.t": ("*t*", "*t*"),
    "column.f": ("*F*", "*F*"),
    "column.estimate": ("Estimate", "估计值"),
    "column.low": ("Lower", "下限"),
    "column.high": ("Upper", "上限"),
    "column.beta": ("β", "β"),
    "column.vif": ("VIF", "VIF"),
    "column.tolerance": ("Tolerance", "容差"),
    "column.r2": ("*R*^2^", "*R*^2^"),
    "column.r2_adjusted": ("Adjusted *R*^2^", "调整后*R*^2^"),
    "column.delta_r2": ("Δ*R*^2^", "Δ*R*^2^"),
    "column.f_change": ("Δ*F*", "Δ*F*"),
    "column.cohens_d": ("Cohen’s *d*", "Cohen’s *d*"),
    "column.hedges_g": ("Hedges’ *g*", "Hedges’ *g*"),
    "column.eta2": ("η^2^", "η^2^"),
    "column.omega2": ("ω^2^", "ω^2^"),
    "column.epsilon2": ("ε^2^", "ε^2^"),
    "column.cramers_v": ("Cramér’s *V*", "Cramér’s *V*"),
    "column.loading": ("Loading", "因子载荷"),
    "column.uniqueness": ("Uniqueness", "独特性"),
    "column.communality": ("Communality", "共同度"),
    "column.eigenvalue": ("Eigenvalue", "特征值"),
    "column.percent": ("%", "百分比（%）"),
    "column.percent_valid": ("Valid %", "有效百分比（%）"),
    "column.missing": ("Missing", "缺失"),
    "column.item": ("Item", "题项"),
    "column.items": ("Items", "题项数"),
    "column.scale": ("Scale", "量表"),
    "column.variable": ("Variable", "变量"),
    "column.group": ("Group", "组别"),
    "column.category": ("Category", "类别"),
    "column.option": ("Option", "选项"),
    "column.factor": ("Factor", "因子"),
    "column.model": ("Model", "模型"),
    "column.p": ("*p*", "*p*"),
    "withheld.no_spread": ("everybody has the same value", "所有人的取值相同"),
    "withheld.persons_alike": (
        "all respondents have the same mean over the measurements",
        "各受访者多次测量的均值完全相同",
    ),
    "withheld.no_spread_of_differences": (
        "all respondents differ between the measures by the same amount",
        "所有受访者在各测量之间的差异完全相同",
    ),
    "withheld.no_variance_within": ("no variance within the groups", "各组内部均无变异"),
    "withheld.few_clusters": (
        "only {clusters:count} clusters; at least {needed:count} are needed",
        "仅有{clusters:count}个聚类，至少需要{needed:count}个",
    ),
    "withheld.no_variance_in_group": (
        "a group in which everybody has the same value",
        "有一组内所有人的取值相同",
    ),
    "withheld.one_group": ("fewer than two groups", "不足两组"),
    "withheld.group_too_small": (
        "a group of {n:count}; at least {needed:count} are needed in each",
        "有一组仅{n:count}人，每组至少需要{needed:count}人",
    ),
    "withheld.shapiro_too_many": (
        "the Shapiro–Wilk test is made for at most {limit:count} respondents ({n:count} here)",
        "Shapiro–Wilk检验最多适用于{limit:count}人（此处为{n:count}人）",
    ),
    "column.shapiro_w": ("*W*", "*W*"),
    "column.z_skewness": ("*z*~skewness~", "偏度*z*值"),
    "column.z_kurtosis": ("*z*~kurtosis~", "峰度*z*值"),
    "column.midpoint": ("Midpoint", "量表中点"),
    "column.difference": ("Difference", "均值差"),
    "column.group_1": ("Group 1", "组别1"),
    "column.group_2": ("Group 2", "组别2"),
    "column.mean_rank": ("Mean rank", "平均秩"),
    "column.u": ("*U*", "*U*"),
    "column.h": ("*H*", "*H*"),
    "column.z": ("*z*", "*z*"),
    "column.rank_biserial": ("Rank-biserial *r*", "秩二列相关*r*"),
    "withheld.resamples": (
        "the model was not determined in {lost:count} of {draws:count} bootstrap resamples; the groups are too small or the variables too closely related",
        "{draws:count}次Bootstrap重复抽样中有{lost:count}次无法估计模型；组别过小或变量间相关过高",
    ),
    "withheld.many_rows": (
        "{n:count} respondents ({gaps:count} with missing answers) are too many to be resampled in reasonable time",
        "样本{n:count}人（其中{gaps:count}人有缺失作答），重复抽样耗时过长",
    ),
    "withheld.exact_fit": (
        "one equation reproduces its variable exactly, so there is nothing left to test; is a variable computed from the others?",
        "有一个方程完全再现了其因变量，无可检验的残差；是否有变量由其他变量计算而来？",
    ),
    "withheld.too_many_mediators": (
        "{k:count} mediators in series; at most {most:count} can be computed",
        "链式中介变量有{k:count}个，最多可计算{most:count}个",
    ),
    # models of several variables that a line of the plan names
    "model.dummy": ("{term}: {group} (ref. {reference})", "{term}：{group}（参照组：{reference}）"),
    "model.group": ("{term}: {group}", "{term}：{group}"),
    "model.reference": ("{group} ({term})", "{group}（{term}）"),
    "model.note_references": (
        "Reference groups of the covariates: {groups}.",
        "控制变量的参照组：{groups}。",
    ),
    "model.absent": ("the file holds no data for {names}", "数据文件中没有{names}的数据"),
    "model.withheld": ("{model} is not reported: {reason}.", "未报告{model}：{reason}。"),
    "model.note_n": (
        "*n* = {n:count} of {asked:count} respondents, complete on all variables of the model.",
        "*n* = {n:count}（共{asked:count}名受访者），均为模型全部变量数据完整者。",
    ),
    "model.note_n_covariates": (
        "*n* = {n:count} of {asked:count} respondents, complete on all variables of the model. Covariates: {names}.",
        "*n* = {n:count}（共{asked:count}名受访者），均为模型全部变量数据完整者。控制变量：{names}。",
    ),
    "model.warn_absent": (
        "In the plan but not in the file, and therefore not in the model: {names}.",
        "研究计划中有而数据文件中没有、因此未进入模型的变量：{names}。",
    ),
    "model.warn_constant": (
        "All respondents of the model give the same answer, so these were left out: {names}.",
        "模型中的受访者在以下变量上回答完全相同，故未纳入：{names}。",
    ),
    "model.warn_few": (
        "With {n:count} respondents for {k:count} coefficients ({ratio:number} each; fewer than 10), the coefficients vary considerably from sample to sample.",
        "{n:count}名受访者对应{k:count}个系数，平均每个系数{ratio:number}人，不足10人，系数在不同样本间波动较大。",
    ),
}


def catalogue(words_of_analyses: Iterable[Catalogue]) -> Catalogue:
    """All words. A key that two places define differently is a mistake of ours and raises."""
    joined = dict(SHARED)
    for words in words_of_analyses:
        for key, texts in words.items():
            if joined.setdefault(key, texts) != texts:
                raise ValueError(f"word {key!r} is defined twice, differently")
    return joined
