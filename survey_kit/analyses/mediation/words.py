"""The words of the mediation section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "mediation.title": ("Mediation analysis", "中介效应分析"),
    "mediation.name": ("{x} → {mediators} → {y}", "{x}→{mediators}→{y}"),
    "mediation.heading": ("{name}", "{name}"),
    "mediation.method": (
        "Indirect effects were estimated as products of least-squares paths for the respondents with complete data on all variables of the model and tested by {draws:count} bootstrap resamples (Hayes, 2022; Preacher & Hayes, 2008). An indirect effect is called significant when its {level} percentile interval excludes zero; bias-corrected and accelerated (BCa) intervals (Efron, 1987) stand beside it.",
        "以模型全部变量数据完整的受访者为样本，用最小二乘法估计各路径，以路径系数之积估计间接效应，并以{draws:count}次Bootstrap重复抽样加以检验（Hayes, 2022；Preacher & Hayes, 2008）。{level}百分位置信区间不含0即认为间接效应显著，并列偏差校正加速（BCa）区间（Efron, 1987）以资对照。",
    ),
    "mediation.method_covariates": (
        "Covariates entered every equation; categorical ones were dummy-coded against the first option that occurs.",
        "控制变量进入每个方程，其中分类变量以样本中出现的第一个选项为参照组转换为虚拟变量。",
    ),
    "mediation.method_serial": (
        "In serial models each mediator was also regressed on the mediators before it, in the order of the plan.",
        "链式中介模型中，各中介变量按研究计划的顺序同时对排在其前的中介变量回归。",
    ),
    "mediation.no_plan": (
        "the plan names no mediation; write [[plan.mediation]] with outcome, predictor and mediators into the questionnaire file",
        "研究计划未列出中介模型；请在问卷文件中写入[[plan.mediation]]，给出outcome、predictor与mediators",
    ),
    "mediation.several_groups": (
        "the predictor {name} has {k:count} groups; an indirect effect is computed for a metric predictor or for two groups",
        "自变量{name}有{k:count}个组别；间接效应仅适用于连续自变量或两个组别的自变量",
    ),
    # tables
    "mediation.paths_title": ("Path coefficients: {name}", "路径系数：{name}"),
    "mediation.effects_title": (
        "Total, direct and indirect effects: {name}",
        "总效应、直接效应与间接效应：{name}",
    ),
    "mediation.sobel_title": ("Sobel test, for comparison: {name}", "Sobel检验（对照）：{name}"),
    "mediation.figure_title": ("Path diagram: {name}", "路径图：{name}"),
    "mediation.path": ("Path", "路径"),
    "mediation.b": ("*b*", "*b*"),
    "mediation.se_hc3": ("*SE*~HC3~", "*SE*~HC3~"),
    "mediation.effect": ("Effect", "效应"),
    "mediation.span_percentile": ("Percentile interval", "百分位区间"),
    "mediation.span_bca": ("BCa interval", "BCa区间"),
    "mediation.span_standardized": ("Standardized", "标准化效应"),
    "mediation.partial": ("Partially", "部分"),
    "mediation.complete": ("Completely", "完全"),
    "mediation.intercept": ("(Intercept)", "（常量）"),
    "mediation.equation_m": (
        "Mediator {name}: *R*^2^ = {r2:bounded}, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}",
        "中介变量{name}：*R*^2^ = {r2:bounded}，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}",
    ),
    "mediation.equation_y": (
        "Outcome {name}: *R*^2^ = {r2:bounded}, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}",
        "因变量{name}：*R*^2^ = {r2:bounded}，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}",
    ),
    "mediation.equation_total": (
        "Outcome {name} without mediators: *R*^2^ = {r2:bounded}, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}",
        "因变量{name}（不含中介变量）：*R*^2^ = {r2:bounded}，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}",
    ),
    "mediation.a": ("*a*", "*a*"),
    "mediation.b_path": ("*b*", "*b*"),
    "mediation.c": ("*c*", "*c*"),
    "mediation.c_prime": ("*c*′", "*c*′"),
    "mediation.a_numbered": ("*a*~{to:count}~", "*a*~{to:count}~"),
    "mediation.b_numbered": ("*b*~{start:count}~", "*b*~{start:count}~"),
    "mediation.d": ("*d*~{start:count}{to:count}~", "*d*~{start:count}{to:count}~"),
    "mediation.total": ("Total effect *c*", "总效应*c*"),
    "mediation.direct": ("Direct effect *c*′", "直接效应*c*′"),
    "mediation.indirect_total": ("Sum of the indirect effects", "总间接效应"),
    "mediation.way_1": ("{x} → {m1} → {y}", "{x}→{m1}→{y}"),
    "mediation.way_2": ("{x} → {m1} → {m2} → {y}", "{x}→{m1}→{m2}→{y}"),
    "mediation.way_3": ("{x} → {m1} → {m2} → {m3} → {y}", "{x}→{m1}→{m2}→{m3}→{y}"),
    "mediation.contrast": ("Difference: {first} minus {second}", "差异：{first} − {second}"),
    "mediation.path_text_0": ("{b:coefficient}", "{b:coefficient}"),
    "mediation.path_text_1": ("{b:coefficient}**", "{b:coefficient}**"),
    "mediation.path_text_2": ("{b:coefficient}****", "{b:coefficient}****"),
    "mediation.path_text_3": ("{b:coefficient}******", "{b:coefficient}******"),
    "mediation.note_paths": (
        "Intervals and tests of paths are those of ordinary least squares; *SE*~HC3~ is robust to unequal variance. β of dummy variables uses the standard deviation of the dummy. Of the model without mediators only *c* is shown; it has the same covariates.",
        "路径的区间与检验基于普通最小二乘法；*SE*~HC3~为异方差稳健标准误。虚拟变量的β按其自身标准差计算。不含中介变量的模型仅列出*c*，其控制变量相同。",
    ),
    "mediation.note_bootstrap": (
        "Standard errors and {level} intervals of indirect effects are from {draws:count} bootstrap resamples (seed {seed:count}).",
        "间接效应的标准误与{level}区间由{draws:count}次Bootstrap重复抽样得到（随机种子{seed:count}）。",
    ),
    "mediation.note_regression_interval": (
        "Standard error and interval of the regression (*t* distribution), not of the bootstrap.",
        "标准误与区间来自回归（*t*分布），而非Bootstrap。",
    ),
    "mediation.note_partial": (
        "Effect divided by the standard deviation of the outcome.",
        "效应除以因变量的标准差。",
    ),
    "mediation.note_complete": (
        "Effect multiplied by the standard deviation of the predictor and divided by that of the outcome.",
        "效应乘以自变量的标准差，再除以因变量的标准差。",
    ),
    "mediation.note_complete_groups": (
        "Not given for a predictor of two groups, because it would depend on their sizes.",
        "自变量为两个组别时不报告，因其取决于组别人数的比例。",
    ),
    "mediation.note_lost": (
        "In {lost:count} further resamples the model was not determined (a category without respondents); they were left out.",
        "另有{lost:count}次重复抽样因某一类别无人而无法估计，已剔除。",
    ),
    "mediation.note_sobel": (
        "The Sobel test (Sobel, 1982) takes the product of two paths to be normally distributed, which it is not in samples of ordinary size; it is given for comparison with older studies and is not recommended. The bootstrap intervals decide.",
        "Sobel检验（Sobel, 1982）假定两条路径系数之积服从正态分布，一般样本量下并不成立；此处仅供与以往研究对照，不建议据此下结论，应以Bootstrap区间为准。",
    ),
    "mediation.note_figure": (
        "Unstandardized coefficients; dashed arrows are paths that are not significant. Covariates are not drawn.",
        "图中为非标准化系数，虚线表示未达到显著水平的路径；控制变量未画出。",
    ),
    "mediation.note_figure_stars": (
        "** *p* < .05, **** *p* < .01, ****** *p* < .001.",
        "** *p* < 0.05，**** *p* < 0.01，****** *p* < 0.001。",
    ),
    # findings
    "mediation.total_found": (
        "In the {n:count} respondents, {x} and {y} were significantly related without {mediators} in the model (total effect *b* = {b:coefficient}, {p:p}).",
        "在{n:count}名受访者中，不纳入{mediators}时，{x}与{y}的关系显著（总效应*b* = {b:coefficient}，{p:p}）。",
    ),
    "mediation.total_not": (
        "In the {n:count} respondents, no significant relation of {x} and {y} was found without {mediators} in the model (total effect *b* = {b:coefficient}, {p:p}); an indirect effect may exist all the same.",
        "在{n:count}名受访者中，不纳入{mediators}时，{x}与{y}的关系未达到显著水平（总效应*b* = {b:coefficient}，{p:p}），但间接效应仍可能存在。",
    ),
    "mediation.indirect_found_one": (
        "The indirect effect of {x} on {y} through {mediators} was significant, *b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "{x}经由{mediators}对{y}的间接效应显著，*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.indirect_not_one": (
        "The indirect effect of {x} on {y} through {mediators} was not significant, *b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "{x}经由{mediators}对{y}的间接效应不显著，*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.indirect_found_serial": (
        "The serial indirect effect of {x} on {y} through first to last {mediators} was significant, *b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "{x}依次经由{mediators}对{y}的链式间接效应显著，*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.indirect_not_serial": (
        "The serial indirect effect of {x} on {y} through first to last {mediators} was not significant, *b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "{x}依次经由{mediators}对{y}的链式间接效应不显著，*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.sum_found": (
        "The sum of the indirect effects was significant, *b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "总间接效应显著，*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.sum_not": (
        "The sum of the indirect effects was not significant, *b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "总间接效应不显著，*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.direct_found": (
        "With {mediators} in the model, {x} and {y} were significantly related (direct effect *b* = {b:coefficient}, {p:p}).",
        "纳入{mediators}后，{x}与{y}的关系显著（直接效应*b* = {b:coefficient}，{p:p}）。",
    ),
    "mediation.direct_not": (
        "With {mediators} in the model, the relation of {x} and {y} was not significant (direct effect *b* = {b:coefficient}, {p:p}), which does not show that no direct effect exists.",
        "纳入{mediators}后，{x}与{y}的关系未达到显著水平（直接效应*b* = {b:coefficient}，{p:p}），但这并不说明不存在直接效应。",
    ),
    "mediation.contrast_found": (
        "The indirect effects through {first} and through {second} differed significantly, difference = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "经由{first}与经由{second}的间接效应存在显著差异，差值 = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.contrast_not": (
        "No significant difference was found between the indirect effects through {first} and through {second}, difference = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "经由{first}与经由{second}的间接效应差异不显著，差值 = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "mediation.warn_cross_sectional": (
        "All variables were measured at the same time: the model assumes the order of its variables and cannot show it, and indirect effects in cross-sectional data can differ much from those over time (Maxwell & Cole, 2007). “Effect” is the name of a coefficient here, not evidence of a cause.",
        "各变量在同一时点测量：变量的先后顺序是模型的假定，数据无法证实；横断面数据的间接效应可能与纵向过程相差甚远（Maxwell & Cole, 2007）。文中“效应”仅指模型系数，不构成因果证据。",
    ),
    "mediation.warn_intervals": (
        "Percentile and BCa intervals disagree on whether zero is excluded for {effects}; the result is at the edge and should be read with caution.",
        "百分位区间与BCa区间在是否包含0上结论不一：{effects}；结果处于临界，解读时应谨慎。",
    ),
    "mediation.warn_unsettled": (
        "The limit of the bootstrap interval lies so close to zero that {draws:count} draws do not settle the decision for {effects}: another seed may give the opposite one. The result should be reported as borderline.",
        "Bootstrap区间的一端距0过近，{draws:count}次抽样不足以确定以下效应是否显著：{effects}；换一个随机种子，结论可能相反，应作为临界结果报告。",
    ),
    "mediation.warn_groups": (
        "{x} is a question of two groups; its coefficients compare them: {name}.",
        "{x}为两个组别的问题，其系数表示组间差异：{name}。",
    ),
}
