"""The words of the moderation section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "moderation.title": ("Moderation analysis", "调节效应分析"),
    "moderation.name": ("{x} × {w} → {y}", "{x}×{w}→{y}"),
    "moderation.heading": ("{name}", "{name}"),
    "moderation.method": (
        "Moderation was tested by entering the product of predictor and moderator last, after both and the covariates; metric variables of the product were centred at their means, and Δ*R*^2^ was tested by the *F* for change (Aiken & West, 1991). Simple slopes are those one standard deviation below the mean of the moderator, at the mean and one above, or those in its groups. Standard errors robust to unequal variance are given beside the classical ones (HC3; Long & Ervin, 2000).",
        "在自变量、调节变量与控制变量之后加入二者的乘积项，以Δ*F*检验Δ*R*^2^，据此检验调节效应；构成乘积项的连续变量先作均值中心化（Aiken & West, 1991）。简单斜率取调节变量均值及均值加减一个标准差处，调节变量为分类变量时取各组。经典标准误之外，同时报告异方差稳健标准误（HC3；Long & Ervin, 2000）。",
    ),
    "moderation.method_region": (
        "The Johnson–Neyman technique shows at which observed values of the moderator the slope is significant (Bauer & Curran, 2005).",
        "以Johnson–Neyman法确定在调节变量的哪些观测取值上斜率显著（Bauer & Curran, 2005）。",
    ),
    "moderation.no_plan": (
        "the plan names no moderation; write [[plan.moderation]] with outcome, predictor and moderator into the questionnaire file",
        "研究计划未列出调节模型；请在问卷文件中写入[[plan.moderation]]，给出outcome、predictor与moderator",
    ),
    "moderation.coefficients_title": ("Regression with the product: {name}", "含乘积项的回归：{name}"),
    "moderation.slopes_title": ("Simple slopes: {name}", "简单斜率：{name}"),
    "moderation.lines_title": ("Interaction: {name}", "交互作用图：{name}"),
    "moderation.region_title": ("Johnson–Neyman curve: {name}", "Johnson–Neyman图：{name}"),
    "moderation.b": ("*b*", "*b*"),
    "moderation.se_hc3": ("*SE*~HC3~", "*SE*~HC3~"),
    "moderation.p_hc3": ("*p*~HC3~", "*p*~HC3~"),
    "moderation.intercept": ("(Intercept)", "（常量）"),
    "moderation.product": ("{x} × {w}", "{x}×{w}"),
    "moderation.at": ("{w}", "{w}"),
    "moderation.slope": ("Slope *b*", "斜率*b*"),
    "moderation.place_low": ("{w} at *M* − 1 *SD* ({at:number})", "{w}（*M* − 1*SD*，{at:number}）"),
    "moderation.place_mean": ("{w} at *M* ({at:number})", "{w}（*M*，{at:number}）"),
    "moderation.place_high": ("{w} at *M* + 1 *SD* ({at:number})", "{w}（*M* + 1*SD*，{at:number}）"),
    "moderation.predicted": ("Predicted {y}", "{y}预测值"),
    "moderation.slope_of": ("Slope of {x}", "{x}的斜率"),
    "moderation.zero": ("Slope of 0", "斜率为0"),
    "moderation.boundary": ("{at:number}", "{at:number}"),
    "moderation.note_change": (
        "*R*^2^ = {r2:bounded}, *F*({df1_model:df}, {df2:df}) = {f_model:number}, {p_model:p}; the product added Δ*R*^2^ = {delta_r2:bounded}, Δ*F*({df1:df}, {df2:df}) = {f:number}, {p:p}.",
        "*R*^2^ = {r2:bounded}，*F*({df1_model:df}, {df2:df}) = {f_model:number}，{p_model:p}；乘积项的增量Δ*R*^2^ = {delta_r2:bounded}，Δ*F*({df1:df}, {df2:df}) = {f:number}，{p:p}。",
    ),
    "moderation.note_centred": (
        "Predictor and moderator are centred at their means: the coefficient of each is its slope at the mean of the other.",
        "自变量与调节变量均已中心化：其各自的系数为另一变量取均值时的斜率。",
    ),
    "moderation.note_centred_groups": (
        "The predictor is centred at its mean; its coefficient is the slope in the reference group, and a product is the difference of a group’s slope from it.",
        "自变量已中心化，其系数为参照组内的斜率；各乘积项为该组斜率与参照组斜率之差。",
    ),
    "moderation.note_beta": (
        "Standardized coefficients of products are not given; they are not those of standardized variables.",
        "不报告乘积项的标准化系数，因其并非由标准化变量之积得到。",
    ),
    "moderation.note_slopes": (
        "Classical standard errors, *t* tests with {df:df} degrees of freedom.",
        "经典标准误，*t*检验的自由度为{df:df}。",
    ),
    "moderation.note_outside": (
        "The moderator was observed from {low:number} to {high:number}; a slope outside this range is an extrapolation.",
        "调节变量的观测范围为{low:number}至{high:number}，范围之外的斜率属于外推。",
    ),
    "moderation.note_lines": (
        "Covariates at their means; bands are {level} confidence bands of the mean, point by point.",
        "控制变量取均值；带状区域为均值的逐点{level}置信带。",
    ),
    "moderation.note_band": (
        "Over the observed range of the moderator, with the {level} confidence band, point by point; vertical lines are Johnson–Neyman boundaries.",
        "横轴为调节变量的观测范围，带状区域为逐点{level}置信带，竖线为Johnson–Neyman临界值。",
    ),
    # findings
    "moderation.found": (
        "In the {n:count} respondents, the relation of {x} and {y} differed significantly with {w}, Δ*R*^2^ = {delta_r2:bounded}, Δ*F*({df1:df}, {df2:df}) = {f:number}, {p:p}.",
        "在{n:count}名受访者中，{x}与{y}的关系随{w}显著不同，调节效应显著，Δ*R*^2^ = {delta_r2:bounded}，Δ*F*({df1:df}, {df2:df}) = {f:number}，{p:p}。",
    ),
    "moderation.not_found": (
        "In the {n:count} respondents, no significant moderation of the relation of {x} and {y} by {w} was found, Δ*R*^2^ = {delta_r2:bounded}, Δ*F*({df1:df}, {df2:df}) = {f:number}, {p:p}; interactions need large samples, so that this does not show that there is none.",
        "在{n:count}名受访者中，{w}对{x}与{y}关系的调节效应不显著，Δ*R*^2^ = {delta_r2:bounded}，Δ*F*({df1:df}, {df2:df}) = {f:number}，{p:p}；检验交互作用需要较大样本，因此这并不说明调节效应不存在。",
    ),
    "moderation.one_slope": (
        "{place}: *b* = {b:coefficient}, {p:p}",
        "{place}：*b* = {b:coefficient}，{p:p}",
    ),
    "moderation.slopes": (
        "Simple slopes of {x} on {y} – {slopes}.",
        "{x}对{y}的简单斜率：{slopes}。",
    ),
    "moderation.region": (
        "{low:number} to {high:number} ({percent:percent} of the respondents)",
        "{low:number}至{high:number}（占受访者的{percent:percent}）",
    ),
    "moderation.regions": (
        "The slope of {x} was significant for values of {w} from {regions}.",
        "{w}取值在以下区间时，{x}的斜率显著：{regions}。",
    ),
    "moderation.regions_only": (
        "That the slope is significant in one part of the range and not in another does not show that the slopes differ; the test of the interaction decides this.",
        "斜率在部分区间显著、在其余区间不显著，并不说明斜率之间存在差异；是否存在差异应以交互作用的检验为准。",
    ),
    "moderation.everywhere": (
        "The slope of {x} was significant over the whole observed range of {w} ({low:number} to {high:number}).",
        "在{w}的整个观测范围（{low:number}至{high:number}）内，{x}的斜率均显著。",
    ),
    "moderation.nowhere": (
        "The slope of {x} was not significant anywhere in the observed range of {w} ({low:number} to {high:number}).",
        "在{w}的整个观测范围（{low:number}至{high:number}）内，{x}的斜率均不显著。",
    ),
    "moderation.warn_hc3": (
        "With the heteroscedasticity-consistent standard error (HC3) the interaction leads to another decision ({p:p}); it should be read with caution.",
        "采用异方差稳健标准误（HC3）时，交互项的结论不同（{p:p}），解读时应谨慎。",
    ),
}
