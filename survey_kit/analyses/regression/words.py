"""The words of the regression section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "regression.title": ("Regression analysis", "回归分析"),
    "regression.method": (
        "Linear regressions were estimated by ordinary least squares; blocks of predictors were entered one after the other, always for the respondents with complete data on all blocks, and Δ*R*^2^ was tested by the *F* for change (Cohen et al., 2003).",
        "采用普通最小二乘法进行分层线性回归：预测变量分层进入模型，各层均以在全部变量上数据完整的同一批受访者为样本，并以Δ*F*检验Δ*R*^2^（Cohen et al., 2003）。",
    ),
    "regression.method_one": (
        "Linear regressions were estimated by ordinary least squares for the respondents with complete data on all variables of the model (Cohen et al., 2003).",
        "采用普通最小二乘法进行线性回归（Cohen et al., 2003），以在模型全部变量上数据完整的受访者为样本。",
    ),
    "regression.method_dummies": (
        "Categorical background questions were dummy-coded; the reference group, named in the tables, is the first option that occurs.",
        "分类背景变量以样本中出现的第一个选项为参照组转换为虚拟变量，参照组列于表中。",
    ),
    "regression.method_se": (
        "Besides classical standard errors, heteroscedasticity-consistent ones are reported (HC3; MacKinnon & White, 1985; Long & Ervin, 2000) and referred to the *t* distribution with the residual degrees of freedom.",
        "除经典标准误外，同时报告异方差稳健标准误（HC3；MacKinnon & White, 1985；Long & Ervin, 2000），其检验以残差自由度的*t*分布为准。",
    ),
    "regression.method_checks": (
        "The residuals were checked for unequal variance (Breusch–Pagan test in the studentized form of Koenker, 1981), normality (Shapiro–Wilk test), functional form (RESET), and influential respondents (Cook’s distance above 4/*n*; Bollen & Jackman, 1990).",
        "对残差依次进行异方差检验（学生化Breusch–Pagan检验；Koenker, 1981）、正态性检验（Shapiro–Wilk检验）和函数形式检验（RESET），并以库克距离大于4/*n*识别强影响个案（Bollen & Jackman, 1990）。",
    ),
    "regression.heading": ("Outcome: {outcome}", "因变量：{outcome}"),
    "regression.main_line": (
        "The regression of {outcome} was significant, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}, adjusted *R*^2^ = {r2_adjusted:bounded} (*n* = {n:count}); the largest standardized coefficient was that of {strongest} (β = {beta:coefficient}, {p_strongest:p}).",
        "以{outcome}为因变量的回归模型（*n* = {n:count}）整体显著，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}，调整后*R*^2^ = {r2_adjusted:bounded}；标准化系数绝对值最大的预测变量为{strongest}（β = {beta:coefficient}，{p_strongest:p}）。",
    ),
    "regression.main_line_not": (
        "The regression of {outcome} was not significant, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}, adjusted *R*^2^ = {r2_adjusted:bounded} (*n* = {n:count}); the largest standardized coefficient was that of {strongest} (β = {beta:coefficient}, {p_strongest:p}).",
        "以{outcome}为因变量的回归模型（*n* = {n:count}）整体未达到显著水平，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}，调整后*R*^2^ = {r2_adjusted:bounded}；标准化系数绝对值最大的预测变量为{strongest}（β = {beta:coefficient}，{p_strongest:p}）。",
    ),
    "regression.size": (
        "The model explained {r2:percent} of the variance in this sample (*f*^2^ = {f2:number}), a {size} effect by the benchmarks of Cohen (1988).",
        "模型在本样本中解释了因变量{r2:percent}的变异（*f*^2^ = {f2:number}），按Cohen（1988）的标准，效应量{size}。",
    ),
    "regression.block_adds": (
        "Adding {terms} in model {number:count} significantly increased the explained variance, Δ*R*^2^ = {delta_r2:bounded}, Δ*F*({df1:df}, {df2:df}) = {f:number}, {p:p}.",
        "模型{number:count}加入{terms}后，解释力显著提高，Δ*R*^2^ = {delta_r2:bounded}，Δ*F*({df1:df}, {df2:df}) = {f:number}，{p:p}。",
    ),
    "regression.block_adds_not": (
        "Adding {terms} in model {number:count} did not significantly increase the explained variance, Δ*R*^2^ = {delta_r2:bounded}, Δ*F*({df1:df}, {df2:df}) = {f:number}, {p:p}.",
        "模型{number:count}加入{terms}后，解释力的增量未达到显著水平，Δ*R*^2^ = {delta_r2:bounded}，Δ*F*({df1:df}, {df2:df}) = {f:number}，{p:p}。",
    ),
    "regression.one": (
        "{name} (*b* = {b:coefficient}, β = {beta:coefficient}, {p:p})",
        "{name}（*b* = {b:coefficient}，β = {beta:coefficient}，{p:p}）",
    ),
    "regression.positive": (
        "With the other predictors held constant, {outcome} was positively related to {predictors}.",
        "在控制其他变量后，与{outcome}显著正相关的有：{predictors}。",
    ),
    "regression.negative": (
        "With the other predictors held constant, {outcome} was negatively related to {predictors}.",
        "在控制其他变量后，与{outcome}显著负相关的有：{predictors}。",
    ),
    "regression.group_higher": (
        "{group} above {reference} ({term}; *b* = {b:coefficient}, {p:p})",
        "{group}高于{reference}（{term}，*b* = {b:coefficient}，{p:p}）",
    ),
    "regression.group_lower": (
        "{group} below {reference} ({term}; *b* = {b:coefficient}, {p:p})",
        "{group}低于{reference}（{term}，*b* = {b:coefficient}，{p:p}）",
    ),
    "regression.groups": (
        "With the other predictors held constant, groups differed significantly in {outcome}: {groups}.",
        "在控制其他变量后，{outcome}存在显著的组间差异：{groups}。",
    ),
    "regression.silent": (
        "No significant coefficient was found for {predictors}, which does not show that they are unrelated to the outcome.",
        "{predictors}的系数未达到显著水平，但这并不说明其与因变量无关。",
    ),
    # tables
    "regression.summary_title": (
        "Regression models of {outcome}",
        "{outcome}的回归模型概要",
    ),
    "regression.coefficients_title": (
        "Regression coefficients of the final model of {outcome}",
        "{outcome}最终回归模型的系数",
    ),
    "regression.models_title": (
        "Hierarchical regression of {outcome}",
        "{outcome}的分层回归结果",
    ),
    "regression.diagnostics_title": (
        "Diagnostics of the regression of {outcome}",
        "{outcome}回归模型的诊断",
    ),
    "regression.betas_title": (
        "Standardized regression coefficients for {outcome}",
        "{outcome}回归的标准化系数",
    ),
    "regression.betas_axis": ("Standardized coefficient (β)", "标准化系数（β）"),
    "regression.residuals_title": (
        "Residual plots of the regression of {outcome}",
        "{outcome}回归的残差诊断图",
    ),
    "regression.span_model": ("Model", "模型拟合"),
    "regression.span_change": ("Change", "变化量"),
    "regression.model": ("Model {number:count}", "模型{number:count}"),
    "regression.b": ("*b*", "*b*"),
    "regression.se_hc3": (
        "*SE*~HC3~",
        "稳健*SE*",
    ),
    "regression.p_hc3": (
        "*p*~HC3~",
        "稳健*p*",
    ),
    "regression.intercept": ("(Intercept)", "（常量）"),
    "regression.reference": ("{term} (reference: {reference})", "{term}（参照组：{reference}）"),
    "regression.check": ("Check", "检验内容"),
    "regression.statistic": ("Statistic", "统计量"),
    "regression.reading": ("Reading", "说明"),
    "regression.breusch_pagan": ("Equal variance (Breusch–Pagan, χ^2^)", "同方差性（Breusch–Pagan，χ^2^）"),
    "regression.bp_equal": ("no sign of unequal variance", "未发现异方差"),
    "regression.bp_unequal": (
        "unequal variance: see the HC3 columns",
        "存在异方差，应看稳健列",
    ),
    "regression.shapiro": ("Normal residuals (Shapiro–Wilk, *W*)", "残差正态性（Shapiro–Wilk，*W*）"),
    "regression.shapiro_normal": ("no sign of departure from normality", "未发现偏离正态"),
    "regression.shapiro_not": ("residuals depart from normality", "残差偏离正态"),
    "regression.reset": ("Linear shape (RESET, *F*)", "线性形式（RESET，*F*）"),
    "regression.reset_linear": ("no sign of curvature", "未发现非线性"),
    "regression.reset_not": (
        "a straight line may not suffice",
        "线性形式可能不充分",
    ),
    "regression.durbin_watson": ("Serial correlation (Durbin–Watson)", "序列相关（Durbin–Watson）"),
    "regression.dw_reading": (
        "by respondent number; 2 = none",
        "按受访者编号排列，2表示无序列相关",
    ),
    "regression.vif": ("Collinearity (largest VIF)", "多重共线性（最大VIF）"),
    "regression.vif_low": ("{term}; below 5", "{term}；低于5"),
    "regression.vif_raised": ("{term}; between 5 and 10", "{term}；介于5与10之间"),
    "regression.vif_high": ("{term}; 10 or more", "{term}；达到或超过10"),
    "regression.condition": ("Collinearity (condition index)", "多重共线性（条件指数）"),
    "regression.condition_low": ("below 30", "低于30"),
    "regression.condition_high": ("30 or more", "达到或超过30"),
    "regression.cooks": (
        "Influence (largest Cook’s distance)",
        "强影响个案（最大库克距离）",
    ),
    "regression.cooks_above": (
        "above 4/*n*: {flagged:count}",
        "大于4/*n*者{flagged:count}人",
    ),
    "regression.cooks_reading": (
        "above 4/*n* = {cutoff:coefficient}: {flagged:count}",
        "大于4/*n* = {cutoff:coefficient}者{flagged:count}人",
    ),
    # notes
    "regression.note_n": (
        "Outcome: {outcome}; *n* = {n:count} of {asked:count} respondents, with complete data on all variables.",
        "因变量为{outcome}；*n* = {n:count}，为{asked:count}名受访者中全部变量数据完整者。",
    ),
    "regression.note_enters": ("Model {number:count}: {terms}.", "模型{number:count}：{terms}。"),
    "regression.note_adds": (
        "Model {number:count} adds {terms}.",
        "模型{number:count}加入{terms}。",
    ),
    "regression.note_enters_named": (
        "Model {number:count} ({name}): {terms}.",
        "模型{number:count}（{name}）：{terms}。",
    ),
    "regression.note_adds_named": (
        "Model {number:count} ({name}) adds {terms}.",
        "模型{number:count}（{name}）加入{terms}。",
    ),
    "regression.note_final": (
        "Coefficients are those of model {number:count}, with all blocks.",
        "表中为包含全部变量的模型{number:count}的系数。",
    ),
    "regression.note_se": (
        "*SE* and *p* are classical, as in SPSS; *SE*~HC3~ and *p*~HC3~ remain valid when the residual variance is unequal.",
        "*SE*与*p*为经典结果（SPSS默认）；稳健*SE*与稳健*p*（HC3）在残差方差不齐时仍然有效。",
    ),
    "regression.note_models": (
        "*b* = unstandardized coefficient, with stars by the classical *p* value; β = standardized coefficient.",
        "*b*为非标准化系数，星号依据经典*p*值；β为标准化系数。",
    ),
    "regression.note_beta_dummies": (
        "The β of a dummy variable is standardized with its own *SD*, as in SPSS, and depends on the size of the group; *b* is the difference from the reference group in units of the outcome.",
        "虚拟变量的β按其自身标准差标准化（与SPSS相同），受组别人数影响；宜看*b*，即与参照组相比因变量的差值。",
    ),
    "regression.note_vif_dummies": (
        "The VIF of a single dummy variable depends on the reference group; the table of diagnostics uses the generalized VIF of whole questions, GVIF^1/df^ (Fox & Monette, 1992).",
        "单个虚拟变量的VIF受参照组选择影响；诊断表采用整个问题的广义VIF，即GVIF^1/df^（Fox & Monette, 1992）。",
    ),
    "regression.note_hc3_undefined": (
        "– = rests on one respondent, for whom HC3 is not defined.",
        "“–”表示该系数仅由一名受访者决定，HC3无定义。",
    ),
    "regression.note_joined_neighbours": (
        "{term}: categories with fewer than 5 respondents were joined with a neighbouring one: {group} (*n* = {n:count}).",
        "{term}：人数不足5人的类别已与相邻类别合并：{group}（*n* = {n:count}）。",
    ),
    "regression.note_joined_rest": (
        "{term}: categories with fewer than 5 respondents were joined with each other: {group} (*n* = {n:count}).",
        "{term}：人数不足5人的类别已相互合并：{group}（*n* = {n:count}）。",
    ),
    "regression.note_small": (
        "{term}: {group} has only {n:count} respondents; its comparison is correspondingly imprecise.",
        "{term}：{group}仅{n:count}人，相应比较的精度很低。",
    ),
    "regression.note_checks": (
        "Diagnostics of the model with all predictors, *n* = {n:count}; collinearity of a question with several dummy variables is GVIF^1/df^.",
        "对包含全部预测变量的模型进行诊断，*n* = {n:count}；含多个虚拟变量的问题的共线性以GVIF^1/df^表示。",
    ),
    "regression.person": ("{number} ({cooks:coefficient})", "{number}（{cooks:coefficient}）"),
    "regression.note_influential": (
        "Respondents above the cut-off (number, Cook’s distance): {people}.",
        "超过临界值的受访者编号及其库克距离：{people}。",
    ),
    "regression.note_influential_first": (
        "The {shown:count} largest of the {flagged:count} respondents above the cut-off (number, Cook’s distance): {people}.",
        "超过临界值的{flagged:count}名受访者中，库克距离最大的{shown:count}名的编号及其库克距离：{people}。",
    ),
    "regression.note_influential_numbers": (
        "Respondents above the cut-off (number): {people}.",
        "超过临界值的受访者编号：{people}。",
    ),
    "regression.note_influential_first_numbers": (
        "The {shown:count} respondents with the largest distances, of the {flagged:count} above the cut-off (number): {people}.",
        "超过临界值的{flagged:count}名受访者中，库克距离最大的{shown:count}名的编号：{people}。",
    ),
    "regression.note_figure_interval": (
        "Intervals are those of *b*, rescaled by the standard deviations.",
        "区间由*b*的置信区间按标准差换算而得。",
    ),
    "regression.note_figure_dummies": (
        "Dummy variables are not shown, because their coefficients depend on the reference group.",
        "图中未列虚拟变量，其系数取决于参照组的选择。",
    ),
    "regression.note_thinned": (
        "{shown:count} of {n:count} respondents shown, spread evenly, the most influential always among them.",
        "图中均匀显示{n:count}名受访者中的{shown:count}名，强影响个案均予保留。",
    ),
    # warnings
    "regression.warn_absent": (
        "In the plan but not in the file, and therefore not in the model: {names}.",
        "研究计划中有而数据文件中没有、因此未进入模型的变量：{names}。",
    ),
    "regression.warn_unusable": (
        "Cannot be a predictor (neither a scale nor a single-choice or number question): {names}.",
        "不能作为预测变量（既非量表，也非单选题或数值题）：{names}。",
    ),
    "regression.warn_constant": (
        "All respondents of the model give the same answer, so these were left out: {names}.",
        "模型中的受访者在以下变量上回答完全相同，故未纳入：{names}。",
    ),
    "regression.warn_few": (
        "With {n:count} respondents for {k:count} coefficients ({ratio:number} each; fewer than 10), *R*^2^ tends to be too high and the coefficients vary considerably from sample to sample.",
        "{n:count}名受访者对应{k:count}个系数，平均每个系数{ratio:number}人，不足10人：此时*R*^2^往往偏高，系数在不同样本间波动较大。",
    ),
    "regression.warn_lost": (
        "The model leaves out {lost:count} respondents ({percent:percent}) because of missing data.",
        "有{lost:count}名受访者（{percent:percent}）因数据缺失未进入模型。",
    ),
    "regression.warn_unequal": (
        "The residual variance was unequal (Breusch–Pagan test, {p:p}), so that the HC3 columns should be relied upon. They lead to the same decisions here.",
        "残差方差不齐（Breusch–Pagan检验，{p:p}），应以稳健（HC3）列为准；此处两者的结论一致。",
    ),
    "regression.warn_unequal_changed": (
        "The residual variance was unequal (Breusch–Pagan test, {p:p}), so that the HC3 columns should be relied upon. They lead to another decision for {predictors}.",
        "残差方差不齐（Breusch–Pagan检验，{p:p}），应以稳健（HC3）列为准；两者结论不同的变量有：{predictors}。",
    ),
    "regression.warn_hc3": (
        "The Breusch–Pagan test found no unequal variance ({p:p}), but the HC3 columns lead to another decision for {predictors}; this result should be read with caution.",
        "Breusch–Pagan检验未发现异方差（{p:p}），但稳健（HC3）列对以下变量的结论不同：{predictors}；解读时应谨慎。",
    ),
    "regression.warn_shape": (
        "The RESET test ({p:p}) suggests that not all relations are straight lines; the coefficients describe them on average.",
        "RESET检验（{p:p}）提示部分关系可能并非直线，系数描述的是平均关系。",
    ),
    "regression.warn_normal": (
        "The residuals departed from normality (Shapiro–Wilk test, {p:p}); with *n* = {n:count} the tests of the coefficients are little affected.",
        "残差偏离正态分布（Shapiro–Wilk检验，{p:p}），但在*n* = {n:count}时对系数检验的影响较小。",
    ),
    "regression.warn_normal_small": (
        "The residuals departed from normality (Shapiro–Wilk test, {p:p}); with *n* = {n:count} the *p* values of the coefficients are approximate.",
        "残差偏离正态分布（Shapiro–Wilk检验，{p:p}），在*n* = {n:count}时系数的*p*值只是近似值。",
    ),
    "regression.warn_vif": (
        "{term} is strongly related to the other predictors (VIF = {vif:number}), so that its own contribution can hardly be separated from theirs.",
        "{term}与其他预测变量高度相关（VIF = {vif:number}），难以将其自身的作用与其他变量区分开。",
    ),
    "regression.warn_influential": (
        "The number of respondents with a Cook’s distance above 4/*n* is {flagged:count}; without them the same coefficients are significant.",
        "库克距离大于4/*n*的受访者有{flagged:count}名，剔除后各系数的显著性不变。",
    ),
    "regression.warn_influential_changed": (
        "The number of respondents with a Cook’s distance above 4/*n* is {flagged:count}; without them the decision changes for {predictors}.",
        "库克距离大于4/*n*的受访者有{flagged:count}名，剔除后显著性发生变化的变量有：{predictors}。",
    ),
    "regression.warn_influential_needed": (
        "The number of respondents with a Cook’s distance above 4/*n* is {flagged:count}; the model cannot be fitted without them.",
        "库克距离大于4/*n*的受访者有{flagged:count}名，剔除后模型无法拟合。",
    ),
    "regression.withheld": (
        "The regression of {outcome} is not reported: {reason}.",
        "未报告以{outcome}为因变量的回归：{reason}。",
    ),
    # reasons
    "regression.no_plan": (
        "the questionnaire names no outcome with predictors; give scales the roles outcome and predictor, or write [[plan.regression]] into the questionnaire file",
        "问卷未指明因变量与预测变量；请在问卷文件中为量表设定outcome与predictor角色，或写入[[plan.regression]]",
    ),
    "regression.no_outcome": (
        "the file holds no item of the outcome {outcome}",
        "数据文件中没有因变量{outcome}的任何题项",
    ),
    "regression.no_predictors": (
        "none of its predictors can be used: {names}",
        "其预测变量均不可用：{names}",
    ),
    "regression.perfect_fit": (
        "the predictors reproduce the outcome exactly, so there is nothing left to test; is the outcome computed from them?",
        "预测变量完全再现了因变量，无可检验的残差；因变量是否由这些变量计算而来？",
    ),
}
