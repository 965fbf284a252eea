"""Words of the relative importance of predictors."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "importance.title": ("Relative importance of predictors", "预测变量的相对重要性分析"),
    "importance.no_plan": (
        "the plan names no outcome with predictors to be weighed against each other, and the scales’ roles give none; write "
        '[[plan.importance]] with outcome = "…" and predictors = ["…", "…"] into the questionnaire',
        "分析计划未指定需要比较重要性的因变量与预测变量，量表角色中也没有；请在问卷文件中写入[[plan.importance]]，"
        '并给出outcome = "…"和predictors = ["…", "…"]',
    ),
    "importance.too_few": (
        "{n:count} complete respondents for {k:count} predictors; fewer than {needed:count}, five a predictor, explain much by "
        "chance alone; name fewer predictors in the plan",
        "完整作答{n:count}人，预测变量{k:count}个；少于{needed:count}人（每个预测变量5人）时，仅凭偶然即可解释相当大的变异，"
        "请在计划中减少预测变量",
    ),
    "importance.name": ("Predictors of {outcome}", "{outcome}的预测变量"),
    "importance.heading": ("{name}", "{name}"),
    "importance.method": (
        "The variance of the outcome that the predictors explain together, *R*^2^, was divided among them by LMG shares (Lindeman "
        "et al., 1980; Grömping, 2006, 2007): the increase of *R*^2^ by a predictor, averaged over all orders in which the predictors "
        "can enter (also called general dominance, or the Shapley value of *R*^2^). Unlike standardized coefficients, the shares add up "
        "to *R*^2^ and are never negative when predictors are correlated. {level} intervals are percentiles of {draws:count} bootstrap "
        "resamples of respondents.",
        "预测变量共同解释的因变量变异（*R*^2^）采用LMG方法（Lindeman et al., 1980; Grömping, 2006, 2007）分解到各预测变量：以某变量在所有"
        "进入次序下*R*^2^增量的平均值作为其贡献（又称一般优势分析，即*R*^2^的Shapley值分解）。与标准化回归系数不同，在预测变量相关时，"
        "各贡献之和仍等于*R*^2^且不为负。{level}置信区间为{draws:count}次Bootstrap重复抽样的百分位区间。",
    ),
    "importance.method_weights": (
        "Relative weights (Johnson, 2000), which divide *R*^2^ by way of orthogonal counterparts of the predictors, stand beside them "
        "as a check. A predictor may have a share although its own coefficient is zero, through what it has in common with predictors "
        "that have one. Importance is what a predictor accounts for in these answers among the predictors of the plan; it does "
        "not show that a change of the predictor would change the outcome.",
        "同时给出相对权重（Johnson, 2000）作为印证，该方法借助与预测变量最接近的正交变量分解*R*^2^。即使某变量自身的回归系数为零，也可能因与"
        "其他变量相关而分得一定份额。此处的重要性指在本次作答中、在计划"
        "所列预测变量之内，某变量所能说明的变异，并不表示改变该变量就会改变因变量。",
    ),
    "importance.shares": (
        "Relative importance of the predictors of {outcome} (LMG shares of *R*^2^)",
        "{outcome}各预测变量的相对重要性（LMG贡献）",
    ),
    "importance.weights": (
        "Relative weights of the predictors of {outcome}",
        "{outcome}各预测变量的相对权重",
    ),
    "importance.figure": (
        "LMG shares of the predictors of {outcome} with confidence intervals",
        "{outcome}各预测变量的LMG贡献及其置信区间",
    ),
    "importance.axis": ("LMG share of R²", "LMG贡献（R²的份额）"),
    "importance.predictor": ("Predictor", "预测变量"),
    "importance.lmg": ("LMG", "LMG贡献"),
    "importance.percent": ("% of *R*^2^", "占*R*^2^比例（%）"),
    "importance.percent_largest": ("Largest (%)", "居首比例（%）"),
    "importance.weight": ("Relative weight", "相对权重"),
    "importance.total": ("Sum (*R*^2^)", "合计（*R*^2^）"),
    "importance.note_signs": (
        "*r*: correlation with the outcome; β: standardized coefficient beside the other predictors. Shares have no sign; the "
        "direction is that of *r* and β.",
        "*r*为与因变量的相关系数；β为控制其他预测变量后的标准化回归系数。贡献不带符号，方向见*r*与β。",
    ),
    "importance.note_shares": (
        "Largest: percentage of the {draws:count} resamples in which the predictor has the largest share. As shares cannot be "
        "negative, an interval that does not hold zero is no test of a predictor; the test is that of its coefficient.",
        "居首比例为{draws:count}次重复抽样中该变量贡献最大的百分比。贡献不会为负，区间不含零并不等于该变量显著，显著性应以回归系数的检验为准。",
    ),
    "importance.note_once": (
        "With {k:count} predictors the shares were not resampled; the relative weights were.",
        "预测变量有{k:count}个，LMG贡献未作重复抽样；相对权重给出了区间。",
    ),
    "importance.note_weights": (
        "Percentile intervals; relative weights also add up to *R*^2^.",
        "区间为百分位区间；相对权重之和同样等于*R*^2^。",
    ),
    "importance.explained": (
        "Together the {k:count} predictors explained {percent:percent} of the variance of {outcome}, *F*({df1:df}, {df2:df}) = "
        "{f:number}, {p:p}.",
        "{k:count}个预测变量共同解释了{outcome}{percent:percent}的变异，*F*({df1:df}, {df2:df}) = {f:number}，{p:p}。",
    ),
    "importance.nothing": (
        "As this is not significant, the shares divide what may be chance and are not interpreted.",
        "由于整体解释率不显著，所分解的可能只是偶然变异，故不对各贡献作解释。",
    ),
    "importance.item": ("{name} ({percent:percent})", "{name}（{percent:percent}）"),
    "importance.order": (
        "In descending order of their share of *R*^2^ (LMG): {items}.",
        "按LMG贡献占*R*^2^的比例由大到小依次为：{items}。",
    ),
    "importance.first_firm": (
        "{name} had the largest share in {often:percent} of the resamples.",
        "在{often:percent}的重复抽样中，{name}的贡献均居首位。",
    ),
    "importance.first_open": (
        "{name} had the largest share in {often:percent} of the resamples, fewer than {level:percent}: this sample does not settle "
        "which predictor comes first.",
        "{name}在{often:percent}的重复抽样中贡献居首，未达{level:percent}，本样本尚不足以确定哪一预测变量最为重要。",
    ),
    "importance.same_order": (
        "The relative weights put the predictors in the same order.",
        "相对权重给出的次序与此一致。",
    ),
    "importance.other_order": (
        "The relative weights put them in another order: {names}.",
        "相对权重给出的次序有所不同，依次为：{names}。",
    ),
    "importance.lower": (
        "Higher values of {names} went with lower {outcome} (*r* negative and significant).",
        "与{outcome}呈显著负相关的有：{names}。",
    ),
    "importance.turned": (
        "The significant coefficient of {names} has another sign than the correlation with the outcome: the predictors overlap so much "
        "that the direction depends on which others are in the model.",
        "{names}的回归系数显著，但方向与其同因变量的相关相反：预测变量之间重叠较大，方向取决于模型中的其他变量。",
    ),
}
