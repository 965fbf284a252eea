"""Words of the section on ordered categories."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "ordinal.title": ("Items as ordered categories", "有序分类题项分析"),
    "ordinal.no_scales": (
        "no scale has two items or more with at most {most:count} answer categories; a line [[plan.ordinal]] with scales "
        '= ["…"] in the questionnaire names others',
        '没有包含两个及以上题项且答案类别不超过{most:count}个的量表；可在问卷文件中以[[plan.ordinal]]和scales = ["…"]'
        "另行指定",
    ),
    "ordinal.few_items": (
        "a factor analysis needs three items that vary; there are {k:count}",
        "因子分析至少需要3个有变异的题项，现有{k:count}个",
    ),
    "ordinal.few_per_item": (
        "{n:count} complete respondents for {k:count} items; fewer than {least:count} per item do not carry a matrix of "
        "polychoric correlations",
        "完整作答{n:count}人，题项{k:count}个；人数不足题项数的{least:count}倍，不足以支持多分格相关矩阵的因子分析",
    ),
    "ordinal.no_factor": (
        "no eigenvalue is larger than what random data give",
        "没有特征值大于随机数据的参照值",
    ),
    "ordinal.many_categories": (
        "more than {most:count} different answers to {names}, which are numbers rather than ordered categories",
        "{names}的不同取值超过{most:count}个，属于数值而非有序类别",
    ),
    "ordinal.at_bound": (
        "empty cells leave the polychoric correlations of {names} without an estimate between −1 and 1",
        "因列联表存在空单元格，{names}之间的多分格相关在−1与1之间没有估计值",
    ),
    "ordinal.not_positive": (
        "the matrix of polychoric correlations is not positive definite (smallest eigenvalue {eigenvalue:coefficient}), "
        "and it was not smoothed",
        "多分格相关矩阵非正定（最小特征值为{eigenvalue:coefficient}），且未作平滑处理",
    ),
    "ordinal.methods": (
        "As the answers are ordered categories, reliability was also estimated from polychoric correlations, that is, "
        "from the correlations of normal variables supposed behind the answers. They were estimated in two steps, "
        "thresholds from the margins and then each correlation by maximum likelihood (Olsson, 1979), over the "
        "respondents who answered all items of the scale. Ordinal alpha is coefficient alpha of these correlations "
        "(Zumbo et al., 2007; Gadermann et al., 2012); ordinal omega rests on one factor extracted from them by minimum "
        "residuals.",
        "鉴于题项答案为有序类别，本研究另以多分格相关（polychoric correlation）估计信度，即答案背后假定的正态变量之间的相关。"
        "估计分两步进行：先由边际分布求得阈值，再以极大似然法估计各相关系数（Olsson, 1979），样本为完整作答该量表全部题项者。"
        "有序α系数（ordinal α）为基于多分格相关矩阵的α系数（Zumbo et al., 2007; Gadermann et al., 2012），"
        "有序ω系数则基于以最小残差法从该矩阵提取的单因子。",
    ),
    "ordinal.methods_meaning": (
        "Both describe the sum of the supposed normal variables and not the sum of the answers, to which the usual "
        "coefficients refer (Chalmers, 2018); they are given beside these and do not replace them.",
        "二者描述的是假定正态变量之和的信度，而非实际得分之和的信度，后者仍以常规系数为准（Chalmers, 2018）；"
        "因此仅与常规系数并列报告，不作替代。",
    ),
    "ordinal.methods_factors": (
        "Factors were extracted from the polychoric correlations of all items by minimum residuals (Harman & Jones, 1966) "
        "and rotated by direct oblimin (Jennrich & Sampson, 1966); their number was determined by parallel analysis "
        "(Horn, 1965) with the 95th percentile of random eigenvalues, for which the larger sampling error of polychoric "
        "correlations was allowed.",
        "以最小残差法（Harman & Jones, 1966）从全部题项的多分格相关矩阵提取因子，以直接斜交法（direct oblimin；"
        "Jennrich & Sampson, 1966）旋转；因子数以平行分析（Horn, 1965）确定，比较标准为随机特征值的第95百分位数，"
        "并已计入多分格相关较大的抽样误差。",
    ),
    "ordinal.part": ("{part}", "{part}"),
    "ordinal.part_number": ("Analysis {number}", "分析{number}"),
    "ordinal.scales": (
        "Reliability from the answers and from polychoric correlations",
        "常规信度与基于多分格相关的信度",
    ),
    "ordinal.span_usual": ("Usual", "常规"),
    "ordinal.span_ordinal": ("Ordinal", "有序"),
    "ordinal.column_alpha": ("α", "α系数"),
    "ordinal.column_omega": ("ω", "ω系数"),
    "ordinal.column_empty": ("Empty %", "空单元格（%）"),
    "ordinal.note_correction": (
        "Usual: from the answers; ordinal: from polychoric correlations. Two-step polychoric correlations without continuity correction, as in lavaan and in R’s psych with correct = 0; "
        "by default psych adds .5 to empty cells and prints other values. SPSS has no polychoric correlations.",
        "“常规”基于得分，“有序”基于多分格相关。多分格相关按两步法估计，不作连续性校正，与lavaan及R的psych包（correct = 0）一致；psych默认在空单元格中加0.5，"
        "结果会有所不同。SPSS不提供多分格相关。",
    ),
    "ordinal.note_empty": (
        "Cells without respondents in the contingency tables of all pairs of items, among the answers that occur.",
        "各题项两两列联表中（仅计出现过的答案）无人作答的单元格所占比例。",
    ),
    "ordinal.note_withheld": ("Not computed: {reason}.", "未计算：{reason}。"),
    "ordinal.omega_two_items": (
        "A one-factor model of two items is not identified.",
        "两个题项的单因子模型不可识别。",
    ),
    "ordinal.omega_not_converged": ("The one-factor model did not converge.", "单因子模型未能收敛。"),
    "ordinal.scale": (
        "Ordinal alpha of {scale} was {ordinal:bounded} and ordinal omega {omega:bounded} (*n* = {n}); coefficient alpha "
        "of the answers was {alpha:bounded}.",
        "{scale}的有序α系数为{ordinal:bounded}，有序ω系数为{omega:bounded}（*n* = {n}）；基于得分的克朗巴赫α系数为"
        "{alpha:bounded}。",
    ),
    "ordinal.scale_no_omega": (
        "Ordinal alpha of {scale} was {ordinal:bounded} (*n* = {n}); coefficient alpha of the answers was "
        "{alpha:bounded}.",
        "{scale}的有序α系数为{ordinal:bounded}（*n* = {n}）；基于得分的克朗巴赫α系数为{alpha:bounded}。",
    ),
    "ordinal.range": (
        "Ordinal alpha of the {k} scales ranged from {low:bounded} ({low_scale}) to {high:bounded} ({high_scale}).",
        "{k}个量表的有序α系数介于{low:bounded}（{low_scale}）与{high:bounded}（{high_scale}）之间。",
    ),
    "ordinal.omega_range": (
        "Ordinal omega ranged from {low:bounded} to {high:bounded}.",
        "有序ω系数介于{low:bounded}与{high:bounded}之间。",
    ),
    "ordinal.all_higher": (
        "Ordinal alpha was above coefficient alpha of the answers in every scale, by at most {apart:bounded} ({scale}). Polychoric "
        "correlations are usually larger than Pearson correlations of the same answers, so this does not mean that the "
        "scale scores are more reliable.",
        "各量表的有序α系数均高于基于得分的克朗巴赫α系数，最多相差{apart:bounded}（{scale}）。多分格相关通常大于相同数据的"
        "Pearson相关，因此这并不意味着量表得分的信度更高。",
    ),
    "ordinal.some_higher": (
        "Ordinal alpha was above coefficient alpha of the answers in {higher} of the {k} scales; the largest difference in either "
        "direction was {apart:bounded} ({scale}).",
        "{k}个量表中有{higher}个的有序α系数高于基于得分的克朗巴赫α系数；两者最大相差{apart:bounded}（{scale}）。",
    ),
    "ordinal.withheld": (
        "The ordinal coefficients of {scale} were not computed: {reason}.",
        "未计算{scale}的有序信度系数：{reason}。",
    ),
    "ordinal.sparse": (
        "Up to {most:percent} of the cells of the contingency tables are empty ({scale}, *n* = {n}). Polychoric "
        "correlations from such sparse tables are unstable, and so are the coefficients that rest on them.",
        "列联表中空单元格所占比例最高达{most:percent}（{scale}，*n* = {n}）。由如此稀疏的列联表估计的多分格相关并不稳定，"
        "据此得到的系数须谨慎解读。",
    ),
    "ordinal.sparse_error": (
        "Up to {most:percent} of the cells of the contingency tables are empty ({scale}, *n* = {n}), and standard errors "
        "of single polychoric correlations reach {se:bounded}. Correlations from such sparse tables are unstable, and so "
        "are the coefficients that rest on them.",
        "列联表中空单元格所占比例最高达{most:percent}（{scale}，*n* = {n}），单个多分格相关的标准误最大为{se:bounded}。"
        "由如此稀疏的列联表估计的多分格相关并不稳定，据此得到的系数须谨慎解读。",
    ),
    "ordinal.negative": (
        "In the one-factor model of {scale} these items load negatively, which lowers ordinal ω: {items}.",
        "在{scale}的单因子模型中，下列题项的载荷为负，从而降低了有序ω系数：{items}。",
    ),
    "ordinal.heywood": (
        "In the one-factor model of {scale} the uniqueness of {items} reached its lower bound (Heywood case); ordinal ω "
        "is to be read with caution.",
        "在{scale}的单因子模型中，{items}的独特性到达下界（Heywood现象），有序ω系数须谨慎解读。",
    ),
    "ordinal.factors_withheld": (
        "No factors were extracted from the polychoric correlations of the {k} items together: {reason}.",
        "未从全部{k}个题项的多分格相关矩阵提取因子：{reason}。",
    ),
    "ordinal.loadings": (
        "Factor loadings of the {factors}-factor solution from polychoric correlations",
        "基于多分格相关的{factors}因子解的因子载荷",
    ),
    "ordinal.factor_correlations": (
        "Correlations of the {factors} factors from polychoric correlations",
        "基于多分格相关的{factors}因子间相关",
    ),
    "ordinal.note_loadings": (
        "*n* = {n}. Pattern matrix after minimum residual extraction from polychoric correlations and direct oblimin "
        "rotation (delta = 0, no Kaiser normalization); loadings of at least {limit:number} in absolute value are in "
        "bold.",
        "*n* = {n}。以最小残差法从多分格相关矩阵提取、直接斜交法旋转（delta = 0，不作Kaiser标准化）所得的模式矩阵；"
        "绝对值不低于{limit:number}的载荷以粗体表示。",
    ),
    "ordinal.number": (
        "Parallel analysis of the polychoric correlations of {k} items (*n* = {n}) suggested {factors} factors, which "
        "explained {percent:percent} of the variance of the supposed normal variables.",
        "对{k}个题项的多分格相关矩阵（*n* = {n}）作平行分析，建议提取{factors}个因子，共解释假定正态变量{percent:percent}"
        "的方差。",
    ),
    "ordinal.number_one": (
        "Parallel analysis of the polychoric correlations of {k} items (*n* = {n}) suggested {factors:count} factor, "
        "which explained {percent:percent} of the variance of the supposed normal variables.",
        "对{k}个题项的多分格相关矩阵（*n* = {n}）作平行分析，建议提取{factors:count}个因子，解释假定正态变量"
        "{percent:percent}的方差。",
    ),
    "ordinal.pearson_same": (
        "Pearson correlations of the same answers suggested the same number.",
        "基于相同数据的Pearson相关矩阵，平行分析建议的因子数与此相同。",
    ),
    "ordinal.pearson_other": (
        "For Pearson correlations of the same answers it suggested {pearson:count}.",
        "基于相同数据的Pearson相关矩阵，平行分析建议的因子数为{pearson:count}。",
    ),
    "ordinal.congruence": (
        "With {factors:count} extracted from both, the lowest coefficient of congruence of a "
        "factor with the most similar one of the Pearson correlations was {low:bounded}.",
        "两种相关矩阵均提取{factors:count}个因子时，各因子与Pearson相关矩阵中最相近因子的一致性系数最低为{low:bounded}。",
    ),
    "ordinal.factors_heywood": (
        "The uniqueness of {items} reached its lower bound (Heywood case): the solution is improper.",
        "{items}的独特性到达下界（Heywood现象），该因子解不适当。",
    ),
}
