"""The words of the moderated-mediation section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "moderated_mediation.title": ("Moderated mediation", "有调节的中介效应分析"),
    "moderated_mediation.name": ("{x} × {w} → {m} → {y}", "{x}×{w}→{m}→{y}"),
    "moderated_mediation.heading": ("{name}", "{name}"),
    "moderated_mediation.method": (
        "The first stage of an indirect effect, from predictor to mediator, was allowed to differ with a moderator; conditional indirect effects (*a*~1~ + *a*~3~*w*)*b* and the index of moderated mediation *a*~3~*b* were tested by {draws:count} bootstrap resamples (Hayes, 2015). An effect is called significant when its {level} percentile interval excludes zero; bias-corrected and accelerated (BCa) intervals (Efron, 1987) stand beside it.",
        "设调节变量作用于间接效应的前半路径（自变量到中介变量），以{draws:count}次Bootstrap重复抽样检验条件间接效应(*a*~1~ + *a*~3~*w*)*b*与有调节的中介指数*a*~3~*b*（Hayes, 2015）。{level}百分位置信区间不含0即认为效应显著，并列偏差校正加速（BCa）区间（Efron, 1987）以资对照。",
    ),
    "moderated_mediation.no_plan": (
        "the plan names no moderated mediation; write [[plan.moderated_mediation]] with outcome, predictor, mediator and moderator into the questionnaire file",
        "研究计划未列出有调节的中介模型；请在问卷文件中写入[[plan.moderated_mediation]]，给出outcome、predictor、mediator与moderator",
    ),
    "moderated_mediation.paths_title": ("Path coefficients: {name}", "路径系数：{name}"),
    "moderated_mediation.effects_title": (
        "Conditional indirect effects and index: {name}",
        "条件间接效应与有调节的中介指数：{name}",
    ),
    "moderated_mediation.path": ("Path", "路径"),
    "moderated_mediation.b": ("*b*", "*b*"),
    "moderated_mediation.se_hc3": ("*SE*~HC3~", "*SE*~HC3~"),
    "moderated_mediation.effect": ("Effect", "效应"),
    "moderated_mediation.span_percentile": ("Percentile interval", "百分位区间"),
    "moderated_mediation.span_bca": ("BCa interval", "BCa区间"),
    "moderated_mediation.intercept": ("(Intercept)", "（常量）"),
    "moderated_mediation.product": ("{x} × {w}", "{x}×{w}"),
    "moderated_mediation.a1": ("*a*~1~", "*a*~1~"),
    "moderated_mediation.a2": ("*a*~2~", "*a*~2~"),
    "moderated_mediation.a3": ("*a*~3~", "*a*~3~"),
    "moderated_mediation.b_path": ("*b*", "*b*"),
    "moderated_mediation.c_prime": ("*c*′", "*c*′"),
    "moderated_mediation.equation_m": (
        "Mediator {name}: *R*^2^ = {r2:bounded}, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}",
        "中介变量{name}：*R*^2^ = {r2:bounded}，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}",
    ),
    "moderated_mediation.equation_y": (
        "Outcome {name}: *R*^2^ = {r2:bounded}, *F*({df1:df}, {df2:df}) = {f:number}, {p:p}",
        "因变量{name}：*R*^2^ = {r2:bounded}，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}",
    ),
    "moderated_mediation.place_low": ("{w} at *M* − 1 *SD* ({at:number})", "{w}（*M* − 1*SD*，{at:number}）"),
    "moderated_mediation.place_mean": ("{w} at *M* ({at:number})", "{w}（*M*，{at:number}）"),
    "moderated_mediation.place_high": (
        "{w} at *M* + 1 *SD* ({at:number})",
        "{w}（*M* + 1*SD*，{at:number}）",
    ),
    "moderated_mediation.index": ("Index of moderated mediation *a*~3~*b*", "有调节的中介指数*a*~3~*b*"),
    "moderated_mediation.index_groups": (
        "Index: {group} against {reference}",
        "指数：{group}与{reference}之差",
    ),
    "moderated_mediation.note_centred": (
        "Predictor and moderator are centred at their means. Intervals and tests of paths are those of ordinary least squares; *SE*~HC3~ is robust to unequal variance.",
        "自变量与调节变量均已中心化。路径的区间与检验基于普通最小二乘法；*SE*~HC3~为异方差稳健标准误。",
    ),
    "moderated_mediation.note_centred_groups": (
        "The predictor is centred at its mean; *a*~1~ is its slope in the reference group. Intervals and tests of paths are those of ordinary least squares; *SE*~HC3~ is robust to unequal variance.",
        "自变量已中心化，*a*~1~为其在参照组内的斜率。路径的区间与检验基于普通最小二乘法；*SE*~HC3~为异方差稳健标准误。",
    ),
    "moderated_mediation.note_bootstrap": (
        "Standard errors and {level} intervals are from {draws:count} bootstrap resamples (seed {seed:count}); the values of the moderator are those of the sample in all of them.",
        "标准误与{level}区间由{draws:count}次Bootstrap重复抽样得到（随机种子{seed:count}），调节变量取值固定为样本值。",
    ),
    "moderated_mediation.note_outside": (
        "The moderator was observed from {low:number} to {high:number}; an effect outside this range is an extrapolation.",
        "调节变量的观测范围为{low:number}至{high:number}，范围之外的效应属于外推。",
    ),
    "moderated_mediation.note_lost": (
        "In {lost:count} further resamples the model was not determined (a category without respondents); they were left out.",
        "另有{lost:count}次重复抽样因某一类别无人而无法估计，已剔除。",
    ),
    "moderated_mediation.found_metric": (
        "In the {n:count} respondents, the indirect effect of {x} on {y} through {m} differed significantly with {w}: index of moderated mediation *a*~3~*b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "在{n:count}名受访者中，{x}经由{m}对{y}的间接效应随{w}显著不同：有调节的中介指数*a*~3~*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "moderated_mediation.not_metric": (
        "In the {n:count} respondents, no significant change of the indirect effect of {x} on {y} through {m} with {w} was found: index of moderated mediation *a*~3~*b* = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}]. This does not show that there is none.",
        "在{n:count}名受访者中，{x}经由{m}对{y}的间接效应随{w}的变化不显著：有调节的中介指数*a*~3~*b* = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]；但这并不说明不存在变化。",
    ),
    "moderated_mediation.found_groups": (
        "In the {n:count} respondents, the indirect effect of {x} on {y} through {m} differed significantly between groups of {w} ({name}): difference = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}].",
        "在{n:count}名受访者中，{x}经由{m}对{y}的间接效应在{w}的组别间存在显著差异（{name}）：差值 = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]。",
    ),
    "moderated_mediation.not_groups": (
        "In the {n:count} respondents, no significant difference of the indirect effect of {x} on {y} through {m} between groups of {w} was found ({name}): difference = {b:coefficient}, {level} bootstrap interval [{low:coefficient}, {high:coefficient}]. This does not show that there is none.",
        "在{n:count}名受访者中，{x}经由{m}对{y}的间接效应在{w}的组别间差异不显著（{name}）：差值 = {b:coefficient}，{level} Bootstrap区间为[{low:coefficient}, {high:coefficient}]；但这并不说明不存在差异。",
    ),
    "moderated_mediation.one": (
        "{b:coefficient} [{low:coefficient}, {high:coefficient}] for {place}",
        "{place}为{b:coefficient} [{low:coefficient}, {high:coefficient}]",
    ),
    "moderated_mediation.conditional": (
        "Conditional indirect effects and their {level} bootstrap intervals were {effects}.",
        "条件间接效应及其{level} Bootstrap区间：{effects}。",
    ),
    "moderated_mediation.warn_cross_sectional": (
        "All variables were measured at the same time: the model assumes the order of its variables and cannot show it (Maxwell & Cole, 2007). “Effect” is the name of a coefficient here, not evidence of a cause.",
        "各变量在同一时点测量：变量的先后顺序是模型的假定，数据无法证实（Maxwell & Cole, 2007）。文中“效应”仅指模型系数，不构成因果证据。",
    ),
    "moderated_mediation.warn_intervals": (
        "Percentile and BCa intervals disagree on whether zero is excluded for {effects}; the result is at the edge and should be read with caution.",
        "百分位区间与BCa区间在是否包含0上结论不一：{effects}；结果处于临界，解读时应谨慎。",
    ),
}
