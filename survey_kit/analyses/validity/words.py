"""Words of the validity section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "validity.title": ("Structural validity", "效度分析"),
    "validity.few_items": (
        "a factor analysis needs three items that vary; there are {k:count}",
        "因子分析至少需要3个有变异的题项，现有{k:count}个",
    ),
    "validity.no_factor": (
        "no eigenvalue is larger than what random data give",
        "没有特征值大于随机数据的参照值",
    ),
    "validity.methods": (
        "All scale items were analysed together, from Pearson correlations over the respondents who answered every one "
        "of them. The Kaiser–Meyer–Olkin measure (KMO; Kaiser, 1974) and the test of sphericity of Bartlett (1951) "
        "served to judge whether the items can be factored. The number of factors was determined by parallel analysis "
        "(Horn, 1965) with the 95th percentile of random eigenvalues (Glorfeld, 1995).",
        "以完整作答全部量表题项者为样本，基于Pearson相关矩阵对所有题项一并作探索性因子分析。以KMO值（Kaiser, 1974）和"
        "Bartlett球形检验（Bartlett, 1951）判断数据是否适合因子分析，以平行分析（Horn, 1965）确定因子数，"
        "比较标准为随机数据特征值的第95百分位数（Glorfeld, 1995）。",
    ),
    "validity.methods_default": (
        "Factors were extracted by minimum residuals (Harman & Jones, 1966) and rotated by direct oblimin (Jennrich & "
        "Sampson, 1966), which allows them to correlate. An item was assigned to a factor from an absolute loading of "
        "0.40 (Hair et al., 2019).",
        "因子提取采用最小残差法（Harman & Jones, 1966），旋转采用允许因子相关的直接斜交法（direct oblimin；"
        "Jennrich & Sampson, 1966）；载荷绝对值不低于0.40时视为题项归属该因子（Hair et al., 2019）。",
    ),
    "validity.methods_spss": (
        "Following the defaults of SPSS, principal components with an eigenvalue above 1 (Kaiser, 1960) were extracted "
        "and rotated by varimax with Kaiser normalization (Kaiser, 1958). An item was assigned to a component from an "
        "absolute loading of 0.40 (Hair et al., 2019).",
        "按SPSS的默认做法，采用主成分法提取特征值大于1的成分（Kaiser, 1960），以Kaiser标准化最大方差法旋转"
        "（Kaiser, 1958）；载荷绝对值不低于0.40时视为题项归属该成分（Hair et al., 2019）。",
    ),
    "validity.methods_harman": (
        "Common method variance was examined by Harman’s single-factor test, that is, by the variance explained by the "
        "first unrotated principal component (Podsakoff et al., 2003).",
        "共同方法偏差采用Harman单因素检验，即考察未旋转第一主成分的方差解释率（Podsakoff et al., 2003）。",
    ),
    "validity.heading_fit": (
        "Suitability for factor analysis and number of factors",
        "因子分析适合度与因子数目",
    ),
    "validity.heading_suggested": (
        "Solution suggested by the data: {factors} factors",
        "按数据建议提取的{factors}因子解",
    ),
    "validity.heading_suggested_one": (
        "Solution suggested by the data: one factor",
        "按数据建议提取的单因子解",
    ),
    "validity.heading_suggested_none": ("Solution suggested by the data", "按数据建议提取的结果"),
    "validity.heading_declared": (
        "Solution with one factor per scale: {factors} factors",
        "按问卷量表个数提取的{factors}因子解",
    ),
    "validity.heading_harman": ("Common method variance", "共同方法偏差检验"),
    "validity.msa": ("Measure of sampling adequacy of each item", "各题项的取样适当性（MSA）"),
    "validity.adequacy_title": ("KMO and Bartlett’s test of sphericity", "KMO和Bartlett球形检验"),
    "validity.bartlett": ("Bartlett’s test", "Bartlett球形检验"),
    "validity.note_listwise": ("*n* = respondents who answered all items.", "*n*为完整作答全部题项的人数。"),
    "validity.note_kmo": (
        "Labels of Kaiser (1974): at least .90 marvelous, .80 meritorious, .70 middling, .60 mediocre, .50 miserable, "
        "below .50 unacceptable.",
        "Kaiser（1974）的标准：0.90以上极佳，0.80以上较好，0.70以上中等，0.60以上一般，0.50以上欠佳，0.50以下不可接受。",
    ),
    "validity.eigenvalues": ("Eigenvalues and parallel analysis", "特征值与平行分析"),
    "validity.random": ("Random data", "随机数据"),
    "validity.random_mean": ("Mean", "均值"),
    "validity.random_percentile": ("95th percentile", "第95百分位数"),
    "validity.retained": ("Retained", "保留"),
    "validity.note_parallel": (
        "Eigenvalues of the correlation matrix (principal components). Random data: {draws} samples of uncorrelated "
        "normal variables of the same size. Factors are retained as long as their eigenvalue exceeds the 95th "
        "percentile.",
        "特征值取自相关矩阵（主成分）；随机数据为{draws}个同等规模的不相关正态样本。自第一个因子起，特征值大于第95百分位数者"
        "予以保留。",
    ),
    "validity.note_parallel_spss": (
        "Eigenvalues of the correlation matrix (principal components). Random data: {draws} samples of uncorrelated "
        "normal variables of the same size. Eigenvalues above 1 are retained, as SPSS does by default; parallel analysis "
        "is the better founded rule.",
        "特征值取自相关矩阵（主成分）；随机数据为{draws}个同等规模的不相关正态样本。此处按SPSS默认规则保留大于1的特征值，"
        "而平行分析的依据更为充分。",
    ),
    "validity.note_shown": (
        "The first {shown} of {k} eigenvalues are listed; the scree plot shows all.",
        "表中仅列出{k}个特征值中的前{shown}个，其余见碎石图。",
    ),
    "validity.scree": ("Scree plot with parallel analysis", "碎石图与平行分析"),
    "validity.span_loadings": ("Factor loadings", "因子载荷"),
    "validity.loadings": (
        "Rotated factor loadings of the {factors}-factor solution",
        "{factors}因子解旋转后的因子载荷",
    ),
    "validity.note_oblimin": (
        "*n* = {n}. Pattern matrix after minimum residual extraction and direct oblimin rotation (delta = 0, no Kaiser "
        "normalization, as in R’s psych; SPSS normalizes); loadings may exceed 1. Loadings of at least {limit:number} in "
        "absolute value are in bold.",
        "*n* = {n}。最小残差法提取、直接斜交法旋转（delta = 0，不作Kaiser标准化，与R的psych包一致；SPSS默认作标准化）所得的"
        "模式矩阵，载荷可能大于1；绝对值不低于{limit:number}的载荷以粗体表示。",
    ),
    "validity.note_again": (
        "*n* = {n}. Extraction and rotation as in the preceding solution; loadings of at least {limit:number} in absolute "
        "value are in bold.",
        "*n* = {n}。提取与旋转方法同上一个解；绝对值不低于{limit:number}的载荷以粗体表示。",
    ),
    "validity.note_varimax": (
        "*n* = {n}. Principal components after varimax rotation with Kaiser normalization, as in SPSS; loadings of at "
        "least {limit:number} in absolute value are in bold.",
        "*n* = {n}。主成分法提取、Kaiser标准化最大方差法旋转，与SPSS一致；绝对值不低于{limit:number}的载荷以粗体表示。",
    ),
    "validity.variance": (
        "Variance explained by the {factors}-factor solution after rotation",
        "{factors}因子解旋转后的方差解释率",
    ),
    "validity.ss_loadings": ("Sum of squared loadings", "载荷平方和"),
    "validity.note_variance": (
        "Correlated factors share variance; each is credited with its part of the joint contribution, so that the parts "
        "add up to the total.",
        "因子相关时所解释的方差有重叠，此处按各因子在共同贡献中的份额分配，各项之和等于总解释方差。",
    ),
    "validity.correlations": (
        "Factor correlations of the {factors}-factor solution",
        "{factors}因子解的因子间相关",
    ),
    "validity.match": (
        "Scales of the questionnaire and factors of the {factors}-factor solution",
        "问卷量表与{factors}因子解的对应关系",
    ),
    "validity.there": ("Items loading on it", "归属该因子的题项"),
    "validity.own": ("Factor not shared", "独占该因子"),
    "validity.note_match": (
        "Factor = the one on which most items of the scale have their highest absolute loading, of at least "
        "{limit:number}.",
        "“因子”指该量表多数题项最大载荷（绝对值不低于{limit:number}）所在的因子。",
    ),
    "validity.adequacy": (
        "The KMO of the {k} items was {kmo:bounded}, which Kaiser (1974) calls {band}. Bartlett’s test of sphericity gave "
        "χ^2^({df:df}) = {chi2:number}, {p:p} (*n* = {n}).",
        "{k}个题项的KMO值为{kmo:bounded}，按Kaiser（1974）的标准属{band}；Bartlett球形检验χ^2^({df:df}) = {chi2:number}，"
        "{p:p}（*n* = {n}）。",
    ),
    "validity.item_msa": ("{item} ({msa:bounded})", "{item}（{msa:bounded}）"),
    "validity.low_msa": (
        "The measure of sampling adequacy was below .50 for {items}.",
        "下列题项的取样适当性（MSA）低于0.50：{items}。",
    ),
    "validity.number": (
        "Parallel analysis suggested {suggested}; by the criterion of eigenvalues above 1 there would be {kaiser}. The "
        "questionnaire has {scales}.",
        "平行分析建议保留{suggested}，按特征值大于1的标准则为{kaiser}；问卷含{scales}。",
    ),
    "validity.number_factors": ("{number} factors", "{number}个因子"),
    "validity.number_factors_one": ("{number} factor", "{number}个因子"),
    "validity.number_scales": ("{number} scales", "{number}个量表"),
    "validity.number_scales_one": ("{number} scale", "{number}个量表"),
    "validity.number_same": (
        "The number of factors extracted thus equals the number of scales ({used}).",
        "提取的因子数与问卷的量表个数一致（{used}个）。",
    ),
    "validity.number_both": (
        "As the number of factors extracted ({used}) differs from the number of scales ({scales}), the solution suggested "
        "by the data is reported first and a solution with one factor per scale second. The number of factors of the "
        "second is set by the questionnaire, not by the data, so that it can only show whether the items group as "
        "intended once that number is given.",
        "由于提取的因子数（{used}个）与量表个数（{scales}个）不一致，下文先报告按数据建议提取的解，再报告按量表个数提取的解作为对照；"
        "后者的因子数由问卷结构而非数据决定，只能说明在给定因子数时题项是否按预期归类。",
    ),
    "validity.number_differs": (
        "The number of factors extracted ({used}) differs from the number of scales ({scales}).",
        "提取的因子数（{used}个）与量表个数（{scales}个）不一致。",
    ),
    "validity.solution": (
        "The {factors}-factor solution explained {percent:percent} of the variance of the items.",
        "{factors}因子解共解释题项总方差的{percent:percent}。",
    ),
    "validity.components": (
        "The {factors}-component solution explained {percent:percent} of the variance of the items.",
        "{factors}个主成分共解释题项总方差的{percent:percent}。",
    ),
    "validity.withheld": (
        "The {factors}-factor solution is not reported: {reason}.",
        "未报告{factors}因子解：{reason}。",
    ),
    "validity.withheld_none": (
        "No factors were extracted (number suggested: {factors}): {reason}.",
        "未提取因子（建议因子数为{factors}）：{reason}。",
    ),
    "validity.all_match": (
        "All items of every scale loaded highest, with at least {limit:number}, on a factor that this scale has to "
        "itself, as the questionnaire intends.",
        "各量表的全部题项均归属于该量表独占的因子，载荷绝对值不低于{limit:number}，与问卷的维度划分一致。",
    ),
    "validity.most_match": (
        "All items of every scale but {scales} loaded highest, with at least {limit:number}, on a factor that their scale "
        "has to itself.",
        "除{scales}外，其余量表的全部题项均归属于该量表独占的因子，载荷绝对值不低于{limit:number}。",
    ),
    "validity.some_match": (
        "Only the items of {scales} all loaded, with at least {limit:number}, on a factor that their scale has to itself.",
        "仅下列量表的全部题项归属于该量表独占的因子（载荷绝对值不低于{limit:number}）：{scales}。",
    ),
    "validity.none_match": (
        "No scale had all its items load, with at least {limit:number}, on a factor of its own.",
        "没有一个量表的全部题项归属于该量表独占的因子（载荷绝对值不低于{limit:number}）。",
    ),
    "validity.elsewhere": (
        "Items that loaded highest on another factor than most items of their scale: {items}.",
        "最大载荷不在本量表多数题项所属因子上的题项有：{items}。",
    ),
    "validity.weak": (
        "Items without a loading of at least {limit:number}: {items}.",
        "在各因子上的载荷绝对值均低于{limit:number}的题项有：{items}。",
    ),
    "validity.shared": (
        "Several scales share a factor, so that these data do not tell them apart: {factors}.",
        "多个量表共用同一因子的情形有：{factors}；这些量表在本数据中未能相互区分。",
    ),
    "validity.sharing": ("{factor} ({scales})", "{factor}（{scales}）"),
    "validity.heywood": (
        "In the {factors}-factor solution, the unique variance of {items} reached its lower bound (Heywood case): the "
        "solution is improper, and its loadings should be read with caution.",
        "{factors}因子解中，{items}的独特方差到达下界（Heywood现象），该解不恰当，载荷须谨慎解读。",
    ),
    "validity.harman": (
        "The first unrotated principal component accounted for {percent:percent} of the variance. Even a small share does "
        "not rule out common method variance, and a large one can come from constructs that truly correlate; only the "
        "design of a study can separate the two.",
        "未旋转第一主成分的方差解释率为{percent:percent}。需要说明的是，比例较低并不能排除共同方法偏差，"
        "比例较高也可能源于构念本身相关，二者只能依靠研究设计加以区分。",
    ),
    "validity.small": (
        "With {n} complete respondents for {k} items ({ratio:number} per item), the sample is small for a factor "
        "analysis: fewer than 100 respondents or fewer than 3 per item are generally considered inadequate (Worthington & "
        "Whittaker, 2006). The loadings may look different in another sample.",
        "完整作答者为{n}人，题项为{k}个（每题{ratio:number}人），样本偏少：通常认为少于100人或每题少于3人不足以支持因子分析"
        "（Worthington & Whittaker, 2006），换一个样本载荷可能明显不同。",
    ),
    "validity.lost": (
        "Only {n} of {total} respondents answered all items; the others do not enter the factor analysis.",
        "{total}名受访者中仅{n}人完整作答全部题项，其余未进入因子分析。",
    ),
    "validity.left_out": (
        "Items that nobody answered or that do not vary were left out: {items}.",
        "无人作答或没有变异的题项未纳入分析：{items}。",
    ),
}
