"""The words of the section on logit models."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "logit.title": ("Logistic regression", "Logistic回归分析"),
    "logit.method_binary": (
        "Outcomes with two answers were modelled by binary logistic regression.",
        "对于只有两个选项的因变量，采用二元Logistic回归。",
    ),
    "logit.method_ordinal": (
        "Outcomes with ordered answers were modelled by ordinal logistic regression with proportional odds (McCullagh, 1980), and the assumption of parallel lines was tested (Brant, 1990).",
        "对于选项有序的因变量，采用比例优势的有序Logistic回归（McCullagh, 1980），并检验平行线假设（Brant, 1990）。",
    ),
    "logit.method": (
        "The models were estimated by maximum likelihood for the respondents with complete data on all variables of the model; pseudo *R*^2^ values (Nagelkerke, 1991) and average marginal effects with delta-method standard errors (Williams, 2012) are reported beside the odds ratios.",
        "模型以在全部变量上数据完整的受访者为样本，用最大似然法估计；除优势比（OR）外，同时报告伪*R*^2^（Nagelkerke, 1991）和平均边际效应及其Delta法标准误（Williams, 2012）。",
    ),
    "logit.main_line": (
        "The logit model of “{outcome}” was significant against the model without predictors, χ^2^({df:df}, *n* = {n:count}) = {chi2:number}, {p:p}, Nagelkerke *R*^2^ = {r2:bounded}.",
        "以“{outcome}”为因变量的Logistic回归模型整体显著，χ^2^({df:df}, *n* = {n:count}) = {chi2:number}，{p:p}，Nagelkerke *R*^2^ = {r2:bounded}。",
    ),
    "logit.main_line_not": (
        "The logit model of “{outcome}” was not significant against the model without predictors, χ^2^({df:df}, *n* = {n:count}) = {chi2:number}, {p:p}, Nagelkerke *R*^2^ = {r2:bounded}.",
        "以“{outcome}”为因变量的Logistic回归模型整体未达到显著水平，χ^2^({df:df}, *n* = {n:count}) = {chi2:number}，{p:p}，Nagelkerke *R*^2^ = {r2:bounded}。",
    ),
    "logit.one": (
        "{name} (*OR* = {ratio:number}, {ratio:ci_number}, {p:p})",
        "{name}（*OR* = {ratio:number}，{ratio:ci_number}，{p:p}）",
    ),
    "logit.higher_binary": (
        "With the other predictors held constant, higher odds of “{category}” ({outcome}) went with: {predictors}.",
        "在控制其他变量后，与选择“{category}”（{outcome}）的优势较高显著相关的有：{predictors}。",
    ),
    "logit.lower_binary": (
        "With the other predictors held constant, lower odds of “{category}” ({outcome}) went with: {predictors}.",
        "在控制其他变量后，与选择“{category}”（{outcome}）的优势较低显著相关的有：{predictors}。",
    ),
    "logit.higher_ordinal": (
        "With the other predictors held constant, answers to “{outcome}” towards “{category}” went with: {predictors}.",
        "在控制其他变量后，下列变量的优势比显著大于1，即“{outcome}”的作答更靠近“{category}”：{predictors}。",
    ),
    "logit.lower_ordinal": (
        "With the other predictors held constant, answers to “{outcome}” away from “{category}” went with: {predictors}.",
        "在控制其他变量后，下列变量的优势比显著小于1，即“{outcome}”的作答更远离“{category}”：{predictors}。",
    ),
    "logit.silent": (
        "No significant coefficient was found for {predictors}, which does not show that they are unrelated to the outcome.",
        "{predictors}的系数未达到显著水平，但这并不说明其与因变量无关。",
    ),
    "logit.told_apart": (
        "In the sample it was fitted to, the model classified {correct:percent} of the respondents correctly at a cut of one half ({base:percent} when everybody is given the more frequent answer); the area under the ROC curve was {auc:bounded}.",
        "在拟合样本内，以0.5为分界点时模型的正确分类率为{correct:percent}（全部归入人数较多的一类时为{base:percent}），ROC曲线下面积为{auc:bounded}。",
    ),
    "logit.lines_hold": (
        "The test of parallel lines gave no significant evidence against proportional odds, χ^2^({df:df}) = {chi2:number}, {p:p}.",
        "平行线检验未发现违背比例优势假设的显著证据，χ^2^({df:df}) = {chi2:number}，{p:p}。",
    ),
    "logit.lines_broken": (
        "The test of parallel lines contradicts proportional odds, χ^2^({df:df}) = {chi2:number}, {p:p}: the odds ratios differ between thresholds, and one for all is an average of them.",
        "平行线检验显著，χ^2^({df:df}) = {chi2:number}，{p:p}，比例优势假设不成立：各分界处的优势比并不相同，表中的单一优势比只是其平均。",
    ),
    "logit.lines_withheld": (
        "The test of parallel lines is not reported: {reason}.",
        "未报告平行线检验：{reason}。",
    ),
    # tables
    "logit.models_title": ("Logit models of “{outcome}”", "“{outcome}”的Logistic回归模型概要"),
    "logit.coefficients_title": (
        "Coefficients and odds ratios of the final model of “{outcome}”",
        "“{outcome}”最终模型的回归系数与优势比",
    ),
    "logit.odds_title": (
        "Odds ratios of the final model of “{outcome}”",
        "“{outcome}”最终模型的优势比",
    ),
    "logit.odds_axis": ("Odds ratio (logarithmic axis)", "优势比（对数刻度）"),
    "logit.note_odds": (
        "Lines are Wald confidence intervals; an odds ratio of 1 is marked.",
        "横线为Wald置信区间；竖线处优势比为1。",
    ),
    "logit.effects_title": ("Average marginal effects on “{outcome}”", "“{outcome}”的平均边际效应"),
    "logit.lines_title": ("Test of parallel lines for “{outcome}”", "“{outcome}”的平行线检验"),
    "logit.span_change": ("Change", "变化量"),
    "logit.mcfadden": ("McFadden *R*^2^", "McFadden *R*^2^"),
    "logit.cox_snell": ("Cox–Snell *R*^2^", "Cox–Snell *R*^2^"),
    "logit.nagelkerke": ("Nagelkerke *R*^2^", "Nagelkerke *R*^2^"),
    "logit.aic": ("AIC", "AIC"),
    "logit.odds_ratio": ("*OR*", "*OR*"),
    "logit.ame": ("AME", "平均边际效应"),
    "logit.overall": ("All predictors together", "全部预测变量"),
    "logit.threshold": ("Threshold: {below} | {above}", "分界点：{below} | {above}"),
    "logit.category": ("{category} ({n:count})", "{category}（{n:count}人）"),
    "logit.note_n": (
        "*n* = {n:count} of {asked:count} asked, with complete data on all variables: {counts}.",
        "应答对象{asked:count}人，其中{n:count}人在全部变量上数据完整：{counts}。",
    ),
    "logit.note_n_short": ("*n* = {n:count}.", "*n* = {n:count}。"),
    "logit.note_lr": (
        "Likelihood-ratio test against the model without predictors.",
        "相对于不含预测变量的模型的似然比检验。",
    ),
    "logit.note_wald": (
        "Wald tests and intervals.",
        "检验与置信区间均为Wald法。",
    ),
    "logit.note_modelled": (
        "Modelled is the answer “{category}” against “{other}”.",
        "模型预测的是选择“{category}”（相对于“{other}”）。",
    ),
    "logit.note_higher": (
        "Positive coefficients and odds ratios above 1 go with answers from “{low}” towards “{high}”; SPSS and R (polr) use the same sign.",
        "系数为正、优势比大于1，表示作答由“{low}”向“{high}”方向移动；符号与SPSS及R（polr）一致。",
    ),
    "logit.note_ame": (
        "Change in the probability of the answer modelled: for one unit more of a score, or against the reference group.",
        "指所预测选项概率的变化：得分每增加一个单位，或相对于参照组。",
    ),
    "logit.note_ame_categories": (
        "Change in the probability of each answer: for one unit more of a score, or against the reference group; each row adds up to 0.",
        "指选择各选项概率的变化：得分每增加一个单位，或相对于参照组；每行之和为0。",
    ),
    "logit.note_lines": (
        "Wald tests that the coefficients are the same at every threshold; a small *p* speaks against proportional odds.",
        "检验各分界处的回归系数是否相同（Wald检验）；*p*值小说明比例优势假设不成立。",
    ),
    # warnings
    "logit.warn_absent": (
        "Not in the file and therefore left out of the model: {names}.",
        "以下变量在数据文件中不存在，未进入模型：{names}。",
    ),
    "logit.warn_unusable": (
        "Cannot be a predictor and therefore left out of the model: {names}.",
        "以下题目不能作为预测变量，未进入模型：{names}。",
    ),
    "logit.warn_constant": (
        "Does not vary and is therefore left out of the model: {names}.",
        "以下变量没有变异，未进入模型：{names}。",
    ),
    "logit.warn_empty": (
        "Answers that nobody in the model gave have no threshold: {names}.",
        "模型样本中无人选择、因而没有分界点的选项：{names}。",
    ),
    "logit.warn_small": (
        "Fewer than {needed:count} respondents gave these answers: {names}; estimates that rest on them are uncertain.",
        "选择以下选项的受访者不足{needed:count}人：{names}；以其为依据的估计很不确定。",
    ),
    "logit.warn_events": (
        "The rarer answer was given by {events:df}, {ratio:number} for each of the {k:count} coefficients; below {needed:count} odds ratios tend to be too extreme and intervals unreliable.",
        "较少的一类有{events:df}人，平均每个系数{ratio:number}人（共{k:count}个系数）；少于{needed:count}人时，优势比往往偏离过大，置信区间也不可靠。",
    ),
    "logit.warn_effective": (
        "The effective sample size of the ordered outcome (Harrell, 2015) is {events:number}, {ratio:number} for each of the {k:count} coefficients; below {needed:count} the estimates are unreliable.",
        "有序因变量的有效样本量（Harrell, 2015）为{events:number}，平均每个系数{ratio:number}（共{k:count}个系数）；低于{needed:count}时估计不可靠。",
    ),
    "logit.withheld": (
        "The logit model of {outcome} is not reported: {reason}.",
        "未报告以{outcome}为因变量的Logistic回归：{reason}。",
    ),
    # reasons
    "logit.no_plan": (
        "the plan has no regression of a single-choice question; write [[plan.regression]] with such an outcome and its blocks into the questionnaire file",
        "分析计划中没有以单选题为因变量的回归；请在问卷文件中写入[[plan.regression]]，以单选题为outcome并给出blocks",
    ),
    "logit.no_outcome": (
        "the file has no column of the outcome {outcome}",
        "数据文件中没有因变量{outcome}",
    ),
    "logit.no_predictors": (
        "none of its predictors can be used: {names}",
        "其预测变量均不可用：{names}",
    ),
    "logit.not_ordered": (
        "the answers to {outcome} are not ordered; write ordered = true into the questionnaire file if they are, or choose two answers",
        "{outcome}的选项没有顺序；若选项有序，请在问卷文件中写入ordered = true，否则请选用只有两个选项的题目",
    ),
}
