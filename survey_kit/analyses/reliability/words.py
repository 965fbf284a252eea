"""Words of the reliability section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "reliability.title": ("Reliability", "信度分析"),
    "reliability.no_scales": ("no scale has two items or more", "没有包含两个及以上题项的量表"),
    "reliability.single_item": (
        "a scale of one item has no internal consistency",
        "单一题项无法计算内部一致性",
    ),
    "reliability.methods": (
        "Internal consistency was estimated by coefficient alpha (Cronbach, 1951) with the confidence interval of Feldt "
        "(1965) and by omega total of a one-factor model (McDonald, 1999), which does not assume equal loadings. Each "
        "scale was analysed over the respondents who answered all of its items, after reverse scoring. The corrected "
        "item–total correlation relates an item to the sum of the other items of its scale; values of .30 or more are "
        "usually asked for (Nunnally & Bernstein, 1994).",
        "采用克朗巴赫α系数（Cronbach, 1951）检验各量表的内部一致性，置信区间按Feldt（1965）的方法计算；同时报告单因子模型的"
        "ω系数（McDonald, 1999），该系数不要求各题项载荷相等。各量表以完整作答其全部题项者为样本，反向计分题已作转换。"
        "题项与同量表其余题项总分的关系以校正的项总相关（CITC）表示，一般要求不低于0.30（Nunnally & Bernstein, 1994）。",
    ),
    "reliability.methods_welch": (
        "Item discrimination was examined by the critical ratio: Welch’s *t* test of each item between the upper and the "
        "lower 27% of the scale total (Kelley, 1939).",
        "题项鉴别度以临界比（决断值）检验：取量表总分最高与最低的27%为高、低分组（Kelley, 1939），以Welch *t*检验比较两组在"
        "各题项上的得分。",
    ),
    "reliability.methods_student": (
        "Item discrimination was examined by the critical ratio: Student’s *t* test of each item between the upper and "
        "the lower 27% of the scale total (Kelley, 1939).",
        "题项鉴别度以临界比（决断值）检验：取量表总分最高与最低的27%为高、低分组（Kelley, 1939），以独立样本*t*检验"
        "（假定方差相等）比较两组在各题项上的得分。",
    ),
    "reliability.scales": ("Reliability of the scales", "各量表的信度"),
    "reliability.items": ("Item analysis", "题项分析"),
    "reliability.critical_ratio": ("Critical ratio *t*", "临界比*t*"),
    "reliability.note_alpha": (
        "Unstandardized alpha with Feldt’s interval.",
        "未标准化的α系数，区间为Feldt置信区间。",
    ),
    "reliability.note_omega": (
        "Omega total of a one-factor model fitted to the covariances by maximum likelihood; programs that standardize "
        "the items or fit several factors report other values.",
        "以极大似然法对协方差矩阵拟合单因子模型所得的ω系数；先将题项标准化或拟合多因子的软件，其结果会有所不同。",
    ),
    "reliability.note_band": (
        "Benchmarks for alpha: at least .90 excellent, .80 good, .70 acceptable, .60 questionable, .50 poor, below .50 "
        "unacceptable (George & Mallery, 2019); Nunnally and Bernstein (1994) recommend at least .70.",
        "α系数的评价标准：0.90以上优秀，0.80以上良好，0.70以上可接受，0.60以上勉强可接受，0.50以上较差，0.50以下不可接受"
        "（George & Mallery, 2019）；Nunnally和Bernstein（1994）建议不低于0.70。",
    ),
    "reliability.note_withheld": ("Not computed: {reason}.", "未计算：{reason}。"),
    "reliability.note_welch": (
        "Welch’s *t* (equal variances not assumed; the second line of SPSS). Respondents tied at a cut-off belong to the "
        "group.",
        "Welch *t*检验（不假定方差相等，对应SPSS输出的第二行）；与分组临界分数相同者一并归入该组。",
    ),
    "reliability.note_student": (
        "Student’s *t* (equal variances assumed; the first line of SPSS). Respondents tied at a cut-off belong to the "
        "group.",
        "独立样本*t*检验（假定方差相等，对应SPSS输出的第一行）；与分组临界分数相同者一并归入该组。",
    ),
    "reliability.no_ratio": (
        "Too few respondents or too little variation to form a high and a low group.",
        "样本过少或总分差异过小，无法划分高、低分组。",
    ),
    "reliability.omega_two_items": (
        "A one-factor model of two items is not identified; for two items standardized alpha (Spearman–Brown) is the "
        "coefficient of choice (Eisinga et al., 2013).",
        "两个题项的单因子模型不可识别；两题项量表宜采用标准化α系数（即Spearman–Brown系数；Eisinga et al., 2013）。",
    ),
    "reliability.omega_singular": (
        "No one-factor model: some items determine each other exactly.",
        "部分题项完全线性相关，无法拟合单因子模型。",
    ),
    "reliability.omega_too_few": (
        "No one-factor model: no more respondents than items.",
        "样本人数不多于题项数，无法拟合单因子模型。",
    ),
    "reliability.omega_not_converged": (
        "The one-factor model did not converge.",
        "单因子模型未能收敛。",
    ),
    "reliability.scale": (
        "Coefficient alpha of {scale} ({k} items) was {alpha:bounded} ({alpha:ci}, *n* = {n}), which is {band} by the "
        "benchmarks of George and Mallery (2019); ω was {omega:bounded}.",
        "{scale}（{k}题）的克朗巴赫α系数为{alpha:bounded}（{alpha:ci}，*n* = {n}），信度{band}；ω系数为{omega:bounded}。",
    ),
    "reliability.scale_no_omega": (
        "Coefficient alpha of {scale} ({k} items) was {alpha:bounded} ({alpha:ci}, *n* = {n}), which is {band} by the "
        "benchmarks of George and Mallery (2019).",
        "{scale}（{k}题）的克朗巴赫α系数为{alpha:bounded}（{alpha:ci}，*n* = {n}），信度{band}。",
    ),
    "reliability.range": (
        "Coefficient alpha of the {k} scales ranged from {low:bounded} ({low_scale}) to {high:bounded} ({high_scale}).",
        "{k}个量表的克朗巴赫α系数介于{low:bounded}（{low_scale}）与{high:bounded}（{high_scale}）之间。",
    ),
    "reliability.named": ("{scale} ({alpha:bounded})", "{scale}（{alpha:bounded}）"),
    "reliability.all_in_band": (
        "By the benchmarks of George and Mallery (2019), all of them are {band}.",
        "按George和Mallery（2019）的标准，各量表信度均为{band}。",
    ),
    "reliability.first_band": (
        "By the benchmarks of George and Mallery (2019), reliability was {band} for {scales}.",
        "按George和Mallery（2019）的标准，信度{band}的有：{scales}。",
    ),
    "reliability.further_band": ("It was {band} for {scales}.", "信度{band}的有：{scales}。"),
    "reliability.omega_range": (
        "Omega total ranged from {low:bounded} to {high:bounded}.",
        "ω系数介于{low:bounded}与{high:bounded}之间。",
    ),
    "reliability.items_fine": (
        "The corrected item–total correlations ranged from {low:bounded} to {high:bounded}, all of them {limit:limit} "
        "or more.",
        "各题项的校正项总相关介于{low:bounded}与{high:bounded}之间，均不低于{limit:limit}。",
    ),
    "reliability.items_range": (
        "The corrected item–total correlations ranged from {low:bounded} to {high:bounded}.",
        "各题项的校正项总相关介于{low:bounded}与{high:bounded}之间。",
    ),
    "reliability.none_raises": (
        "Dropping any single item would not raise the alpha of its scale.",
        "删除任一题项均不会使所属量表的α系数升高。",
    ),
    "reliability.all_discriminate": (
        "All items distinguished the high from the low group (all *p* < {alpha:limit}).",
        "各题项的高、低分组得分差异均达到显著水平（*p* < {alpha:limit}），鉴别度良好。",
    ),
    "reliability.not_discriminating": (
        "These items did not distinguish the high from the low group (*p* ≥ {alpha:limit}): {items}.",
        "下列题项的高、低分组得分差异未达到显著水平（*p* ≥ {alpha:limit}）：{items}。",
    ),
    "reliability.negative_alpha": (
        "Coefficient alpha of {scale} ({k} items) was negative, α = {alpha:bounded} ({alpha:ci}, *n* = {n}): on the whole "
        "its items covary negatively, so they do not form a scale as scored. Reverse-worded items that the questionnaire "
        "does not declare are the usual cause.",
        "{scale}（{k}题）的克朗巴赫α系数为负，α = {alpha:bounded}（{alpha:ci}，*n* = {n}）：各题项总体上呈负协方差，"
        "按现有计分方式不构成量表。常见原因是问卷文件中未声明反向计分题。",
    ),
    "reliability.withheld": (
        "The reliability of {scale} was not computed: {reason}.",
        "未计算{scale}的信度：{reason}。",
    ),
    "reliability.item_r": ("{item} (*r* = {r:bounded})", "{item}（*r* = {r:bounded}）"),
    "reliability.item_alpha": ("{item} (α = {alpha:bounded})", "{item}（α = {alpha:bounded}）"),
    "reliability.negative_items": (
        "In {scale}, {items} correlated negatively with the rest of the scale. The scoring was left as it is; check "
        "whether the questionnaire declares the direction of these items correctly.",
        "{scale}中下列题项与其余题项总分呈负相关：{items}。计分方式未作任何改动，请核对问卷中这些题项的计分方向。",
    ),
    "reliability.weak_items": (
        "In {scale}, the corrected item–total correlation was below {limit:limit} for {items}.",
        "{scale}中校正项总相关低于{limit:limit}的题项有：{items}。",
    ),
    "reliability.raising": (
        "The alpha of {scale} ({alpha:bounded}) would be higher in this sample without {items}. This alone is no reason "
        "to drop an item: such differences are partly due to chance, and an item may carry content that the others do "
        "not.",
        "在本样本中，删除下列题项后{scale}的α系数（{alpha:bounded}）会升高：{items}。仅凭此点不足以删除题项："
        "该差异部分源于抽样误差，且题项可能承载其他题项未涵盖的内容。",
    ),
    "reliability.omega_negative": (
        "In the one-factor model of {scale} these items load negatively, which lowers ω: {items}.",
        "在{scale}的单因子模型中，下列题项的载荷为负，从而降低了ω系数：{items}。",
    ),
    "reliability.omega_heywood": (
        "In the one-factor model of {scale} the error variance of {items} reached its lower bound (Heywood case); ω is "
        "to be read with caution.",
        "在{scale}的单因子模型中，{items}的误差方差到达下界（Heywood现象），ω系数须谨慎解读。",
    ),
    "reliability.left_out": (
        "In {scale}, items that nobody answered or that do not vary were left out: {items}.",
        "{scale}中无人作答或没有变异的题项未纳入计算：{items}。",
    ),
    "reliability.lost": (
        "Only {n} of {total} respondents answered all items of {scale}; the others do not enter its reliability.",
        "{total}名受访者中仅{n}人完整作答了{scale}的全部题项，其余未进入信度计算。",
    ),
}
