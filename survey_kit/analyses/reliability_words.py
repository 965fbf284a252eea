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
        "Internal consistency is measured by coefficient alpha (Cronbach, 1951) with the interval of Feldt (1965), and "
        "by omega total of a one-factor model (McDonald, 1999), which does not suppose equal loadings. Each scale is "
        "analysed over the respondents who answered all of its items. An item is compared with the sum of the others "
        "by the corrected item–total correlation, of which .30 is a usual lower limit (Nunnally & Bernstein, 1994).",
        "内部一致性以克朗巴赫α系数（Cronbach, 1951）衡量，并给出Feldt（1965）置信区间；同时报告单因子模型的ω系数"
        "（McDonald, 1999），后者不要求各题项载荷相等。每个量表以完整作答其全部题项者为样本。题项与其余题项总分的关系以"
        "校正的项总相关（CITC）表示，通常以0.30为下限（Nunnally & Bernstein, 1994）。",
    ),
    "reliability.methods_welch": (
        "The critical ratio compares the upper and lower 27% of the total score on each item (Kelley, 1939) by Welch’s "
        "*t* test.",
        "临界比（决断值）以量表总分前、后27%的受访者为高、低分组（Kelley, 1939），用Welch *t*检验比较两组在各题项上的得分。",
    ),
    "reliability.methods_student": (
        "The critical ratio compares the upper and lower 27% of the total score on each item (Kelley, 1939) by "
        "Student’s *t* test.",
        "临界比（决断值）以量表总分前、后27%的受访者为高、低分组（Kelley, 1939），用独立样本*t*检验（假定方差相等）"
        "比较两组在各题项上的得分。",
    ),
    "reliability.scales": ("Reliability of the scales", "各量表的信度"),
    "reliability.items": ("Item analysis", "题项分析"),
    "reliability.critical_ratio": ("Critical ratio *t*", "临界比*t*"),
    "reliability.note_alpha": (
        "Raw alpha of the items as scored, with Feldt’s interval.",
        "未标准化α系数，题项按问卷规定计分，区间为Feldt置信区间。",
    ),
    "reliability.note_omega": (
        "Omega total of a one-factor model fitted by maximum likelihood to the covariances; programs that standardize "
        "the items or fit several factors print other values.",
        "以极大似然法对协方差矩阵拟合单因子模型所得的ω系数；将题项标准化或拟合多因子的软件结果会有所不同。",
    ),
    "reliability.note_band": (
        "Bands of alpha: above .90 excellent, .80 good, .70 acceptable, .60 questionable, .50 poor, below "
        "unacceptable (George & Mallery, 2019); Nunnally and Bernstein (1994) ask for .70.",
        "α系数的评价标准：0.90以上优秀，0.80以上良好，0.70以上可接受，0.60以上勉强，0.50以上较差，以下不可接受"
        "（George & Mallery, 2019）；Nunnally与Bernstein（1994）建议不低于0.70。",
    ),
    "reliability.note_withheld": ("Not computed: {reason}.", "未计算：{reason}。"),
    "reliability.note_welch": (
        "Welch’s *t*, which does not suppose equal variances: the second line of SPSS. Respondents tied with the last "
        "one of a group belong to it.",
        "Welch *t*检验，不假定方差相等，对应SPSS输出的第二行；与分组临界分数相同者一并归入该组。",
    ),
    "reliability.note_student": (
        "Student’s *t* with equal variances: the first line of SPSS. Respondents tied with the last one of a group "
        "belong to it.",
        "假定方差相等的独立样本*t*检验，对应SPSS输出的第一行；与分组临界分数相同者一并归入该组。",
    ),
    "reliability.no_ratio": (
        "Too few respondents or too little variation to form a high and a low group.",
        "样本过少或总分差异过小，无法划分高、低分组。",
    ),
    "reliability.omega_two_items": (
        "A one-factor model of two items is not identified; for two items standardized alpha (Spearman–Brown) is the "
        "coefficient of choice (Eisinga et al., 2013).",
        "两个题项的单因子模型不可识别；两题项量表宜采用标准化α系数（即Spearman–Brown系数；Eisinga等, 2013）。",
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
        "The {k} items of {scale} have α = {alpha:bounded} ({alpha:ci}; *n* = {n}), which is called {band}, and "
        "ω = {omega:bounded}.",
        "{scale}（{k}题）的克朗巴赫α系数为{alpha:bounded}（{alpha:ci}，*n* = {n}），信度{band}；ω系数为{omega:bounded}。",
    ),
    "reliability.scale_no_omega": (
        "The {k} items of {scale} have α = {alpha:bounded} ({alpha:ci}; *n* = {n}), which is called {band}.",
        "{scale}（{k}题）的克朗巴赫α系数为{alpha:bounded}（{alpha:ci}，*n* = {n}），信度{band}。",
    ),
    "reliability.negative_alpha": (
        "The {k} items of {scale} have a negative alpha, α = {alpha:bounded} ({alpha:ci}; *n* = {n}): on the whole they "
        "covary negatively, so they do not form a scale as scored. Reverse-worded items that the questionnaire does "
        "not declare are the usual cause.",
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
        "In {scale}, these items correlate negatively with the rest of the scale: {items}. They were left as they are. "
        "Check whether the questionnaire declares their direction rightly.",
        "{scale}中下列题项与其余题项总分呈负相关：{items}。计分方式未作任何改动，请核对问卷中这些题项的计分方向。",
    ),
    "reliability.weak_items": (
        "In {scale}, these items have a corrected item–total correlation below {limit:number}: {items}.",
        "{scale}中下列题项的校正的项总相关低于{limit:number}：{items}。",
    ),
    "reliability.raising": (
        "Alpha of {scale} ({alpha:bounded}) would be higher in this sample without {items}. This alone is no reason to "
        "drop an item: such differences are partly chance, and an item may carry content that the others do not.",
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
