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
        "All scale items were analysed together over the respondents who answered every one of them, from Pearson "
        "correlations. Whether they can be factored was judged by the Kaiser–Meyer–Olkin measure (Kaiser, 1974) and "
        "Bartlett’s (1951) test of sphericity. The eigenvalues are compared with those of random data of the same size "
        "(parallel analysis: Horn, 1965; 95th percentile: Glorfeld, 1995).",
        "以完整作答全部量表题项者为样本，基于Pearson相关矩阵对所有题项一并分析。以KMO值（Kaiser, 1974）和Bartlett球形检验"
        "（Bartlett, 1951）判断是否适合因子分析，并将特征值与同等规模随机数据的特征值比较"
        "（平行分析：Horn, 1965；取第95百分位数：Glorfeld, 1995）。",
    ),
    "validity.methods_default": (
        "As many factors as parallel analysis suggests were extracted by minimum residual (Harman & Jones, 1966) and "
        "rotated by direct oblimin (Jennrich & Sampson, 1966), which lets factors correlate. An item is counted to a "
        "factor from a loading of .40 in size (Hair et al., 2019).",
        "按平行分析建议的因子数，采用最小残差法（Harman & Jones, 1966）提取因子，以直接斜交法（direct oblimin；"
        "Jennrich & Sampson, 1966）旋转，允许因子相关。载荷绝对值达到0.40即认为题项归属该因子（Hair等, 2019）。",
    ),
    "validity.methods_spss": (
        "As SPSS does by default, principal components with an eigenvalue above 1 (Kaiser, 1960) were extracted and "
        "rotated by varimax with Kaiser normalization (Kaiser, 1958). An item is counted to a component from a loading "
        "of .40 in size (Hair et al., 2019).",
        "按SPSS的默认做法，采用主成分法提取特征值大于1的成分（Kaiser, 1960），以Kaiser标准化最大方差法旋转"
        "（Kaiser, 1958）。载荷绝对值达到0.40即认为题项归属该成分（Hair等, 2019）。",
    ),
    "validity.methods_harman": (
        "Harman’s single-factor test reports the share of the first unrotated principal component (Podsakoff et al., "
        "2003).",
        "共同方法偏差采用Harman单因素检验，报告未旋转第一主成分的方差解释率（Podsakoff等, 2003）。",
    ),
    "validity.heading_fit": ("Fitness for factor analysis and number of factors", "因子分析适合度与因子数目"),
    "validity.heading_suggested": (
        "Solution with the number of factors suggested by the data",
        "按数据建议的因子数提取的结果",
    ),
    "validity.heading_declared": (
        "Solution with as many factors as scales",
        "按量表个数提取的结果",
    ),
    "validity.heading_harman": ("Common method variance", "共同方法偏差检验"),
    "validity.msa": ("Measure of sampling adequacy of each item", "各题项的取样适当性（MSA）"),
    "validity.adequacy_title": ("KMO and Bartlett’s test of sphericity", "KMO和Bartlett球形检验"),
    "validity.bartlett": ("Bartlett’s test", "Bartlett球形检验"),
    "validity.note_listwise": (
        "*n*: respondents who answered all items.",
        "*n*为完整作答全部题项的人数。",
    ),
    "validity.note_kmo": (
        "Kaiser (1974): above .90 marvelous, .80 meritorious, .70 middling, .60 mediocre, .50 miserable, below "
        "unacceptable.",
        "Kaiser（1974）的标准：0.90以上极佳，0.80以上较好，0.70以上中等，0.60以上一般，0.50以上欠佳，以下不可接受。",
    ),
    "validity.eigenvalues": ("Eigenvalues and parallel analysis", "特征值与平行分析"),
    "validity.random": ("Random data", "随机数据"),
    "validity.random_mean": ("Mean", "均值"),
    "validity.random_percentile": ("95th percentile", "第95百分位数"),
    "validity.retained": ("Retained", "保留"),
    "validity.note_parallel": (
        "Eigenvalues of the correlation matrix (principal components); random: {draws} draws of uncorrelated normal "
        "data. Retained are the leading eigenvalues above the 95th percentile.",
        "特征值取自相关矩阵（主成分）；随机数据为{draws}次不相关正态数据的模拟。保留前列大于第95百分位数的特征值。",
    ),
    "validity.note_parallel_spss": (
        "Eigenvalues of the correlation matrix (principal components); random: {draws} draws of uncorrelated normal "
        "data. Retained are eigenvalues above 1, the default of SPSS; parallel analysis is the better founded rule.",
        "特征值取自相关矩阵（主成分）；随机数据为{draws}次不相关正态数据的模拟。此处按SPSS默认规则保留大于1的特征值；"
        "平行分析的依据更为充分。",
    ),
    "validity.note_shown": (
        "The first {shown} of {k} eigenvalues; the figure shows all.",
        "表中列出{k}个特征值中的前{shown}个，其余见碎石图。",
    ),
    "validity.scree": ("Scree plot with parallel analysis", "碎石图与平行分析"),
    "validity.factors": ("Factor loadings", "因子载荷"),
    "validity.loadings": (
        "Rotated factor loadings (number of factors: {factors})",
        "旋转后的因子载荷（因子数：{factors}）",
    ),
    "validity.loadings_declared": (
        "Rotated factor loadings with as many factors as scales (number of factors: {factors})",
        "按量表个数提取的旋转后因子载荷（因子数：{factors}）",
    ),
    "validity.note_oblimin": (
        "*n* = {n}. Pattern loadings of minimum residual factors after direct oblimin rotation (delta 0, no Kaiser "
        "normalization, as R’s psych; SPSS normalizes); they may exceed 1. Salient from {limit:number}.",
        "*n* = {n}。最小残差法提取、直接斜交旋转（delta = 0，不作Kaiser标准化，与R的psych包一致；SPSS默认标准化）后的"
        "模式矩阵载荷，可能大于1。载荷达到{limit:number}视为归属该因子。",
    ),
    "validity.note_varimax": (
        "*n* = {n}. Principal components after varimax rotation with Kaiser normalization, as SPSS. Salient from "
        "{limit:number}.",
        "*n* = {n}。主成分法提取、Kaiser标准化最大方差法旋转，与SPSS一致。载荷达到{limit:number}视为归属该成分。",
    ),
    "validity.variance": (
        "Variance explained after rotation (number of factors: {factors})",
        "旋转后的方差解释率（因子数：{factors}）",
    ),
    "validity.ss_loadings": ("Sum of squared loadings", "载荷平方和"),
    "validity.note_variance": (
        "Correlated factors share variance; each is given its part of the joint contribution, so that the parts add up.",
        "因子相关时方差有重叠，此处按各因子在共同贡献中的份额分配，各项之和等于总解释方差。",
    ),
    "validity.correlations": (
        "Correlations of the factors (number of factors: {factors})",
        "因子间相关（因子数：{factors}）",
    ),
    "validity.match": (
        "Scales of the questionnaire and factors found (number of factors: {factors})",
        "问卷量表与所得因子的对应关系（因子数：{factors}）",
    ),
    "validity.there": ("Items loading on it", "归属该因子的题项数"),
    "validity.own": ("Factor of its own", "独占该因子"),
    "validity.note_match": (
        "The factor on which most items of the scale have their strongest loading, of at least {limit:number}.",
        "指该量表多数题项最大载荷（不低于{limit:number}）所在的因子。",
    ),
    "validity.adequacy": (
        "For the {k} items, KMO = {kmo:bounded}, which Kaiser (1974) calls {band}; Bartlett’s test: χ^2^({df:df}) = "
        "{chi2:number}, {p:p} (*n* = {n}).",
        "{k}个题项的KMO值为{kmo:bounded}，按Kaiser（1974）的标准属{band}；Bartlett球形检验χ^2^({df:df}) = {chi2:number}，"
        "{p:p}（*n* = {n}）。",
    ),
    "validity.item_msa": ("{item} ({msa:bounded})", "{item}（{msa:bounded}）"),
    "validity.low_msa": (
        "These items have a measure of sampling adequacy below .50: {items}.",
        "下列题项的MSA值低于0.50：{items}。",
    ),
    "validity.number": (
        "Parallel analysis suggests {suggested} factor(s); {kaiser} eigenvalue(s) are larger than 1; the questionnaire "
        "has {scales} scale(s).",
        "平行分析建议保留{suggested}个因子；特征值大于1的有{kaiser}个；问卷包含{scales}个量表。",
    ),
    "validity.number_same": (
        "The number extracted ({used}) is the number of scales ({scales}).",
        "提取的因子数（{used}个）与量表个数（{scales}个）一致。",
    ),
    "validity.number_differs": (
        "The number extracted ({used}) is not the number of scales ({scales}).",
        "提取的因子数（{used}个）与量表个数（{scales}个）不一致。",
    ),
    "validity.solution": (
        "The {factors} factor(s) explain {percent:percent} of the variance of the items.",
        "{factors}个因子共解释题项总方差的{percent:percent}。",
    ),
    "validity.components": (
        "The {factors} component(s) explain {percent:percent} of the variance of the items.",
        "{factors}个主成分共解释题项总方差的{percent:percent}。",
    ),
    "validity.withheld": (
        "The solution with {factors} factor(s) is not reported: {reason}.",
        "未报告{factors}个因子的解：{reason}。",
    ),
    "validity.withheld_none": (
        "No factors were extracted (number suggested: {factors}): {reason}.",
        "未提取因子（建议因子数为{factors}）：{reason}。",
    ),
    "validity.all_match": (
        "With {factors} factors, all items of every scale have their strongest loading, of at least {limit:number}, on "
        "a factor that belongs to that scale alone.",
        "{factors}因子解中，各量表的全部题项均在各自独占的因子上载荷最大，且不低于{limit:number}，与问卷的维度划分一致。",
    ),
    "validity.some_match": (
        "With {factors} factor(s), these scales have all their items, with loadings of at least {limit:number}, on a "
        "factor of their own: {scales}; the other scales do not.",
        "{factors}因子解中，下列量表的全部题项归属同一独占因子（载荷不低于{limit:number}）：{scales}；其余量表未能如此。",
    ),
    "validity.none_match": (
        "With {factors} factor(s), no scale has all its items, with loadings of at least {limit:number}, on a factor of "
        "its own.",
        "{factors}因子解中，没有量表的全部题项归属同一独占因子（载荷不低于{limit:number}）。",
    ),
    "validity.elsewhere": (
        "With {factors} factor(s), items that load most strongly on another factor than most items of their scale: "
        "{items}.",
        "{factors}因子解中，最大载荷不在本量表多数题项所属因子上的题项：{items}。",
    ),
    "validity.weak": (
        "With {factors} factor(s), items without a loading of {limit:number}: {items}.",
        "{factors}因子解中，所有载荷均低于{limit:number}的题项：{items}。",
    ),
    "validity.shared": (
        "Factor {factor} of {factors} unites the items of {scales}; in these data the scales are not told apart.",
        "{factors}个因子中的第{factor}个因子同时包含{scales}的题项，在本数据中这些量表未能区分开来。",
    ),
    "validity.heywood": (
        "With {factors} factor(s), the unique variance of {items} reached its lower bound (Heywood case): the solution "
        "is improper and its loadings are to be read with caution.",
        "{factors}因子解中，{items}的独特方差到达下界（Heywood现象），该解不恰当，载荷须谨慎解读。",
    ),
    "validity.harman": (
        "The first unrotated component holds {percent:percent} of the variance (Harman’s test). Even a small share does "
        "not rule out common method variance, and a large one can come from constructs that truly correlate; only the "
        "design of the study can separate the two.",
        "Harman单因素检验中，未旋转第一主成分的方差解释率为{percent:percent}。需要说明的是，比例较低并不能排除共同方法偏差，"
        "比例较高也可能源于构念本身相关，二者只能依靠研究设计加以区分。",
    ),
    "validity.small": (
        "{n} complete respondents for {k} items ({ratio:number} an item) are few for a factor analysis: fewer than 100 "
        "respondents or fewer than 3 an item are generally inadequate (Worthington & Whittaker, 2006). The loadings may look "
        "different in another sample.",
        "{k}个题项仅有{n}名完整作答者（每题{ratio:number}人），样本偏少：通常认为少于100人或每题少于3人不足以支持因子分析"
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
