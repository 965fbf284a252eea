"""Words of importance–performance analysis."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "ipa.title": ("Importance–performance analysis", "重要性—绩效分析（IPA）"),
    "ipa.no_plan": (
        'the plan names no importance scale and performance scale; write [[plan.ipa]] with importance = "…" and '
        'performance = "…" into the questionnaire',
        '分析计划未指定重要性量表与绩效量表；请在问卷文件中写入[[plan.ipa]]，并给出importance = "…"和performance = "…"',
    ),
    "ipa.not_held": (
        "the responses hold none of the scales that [[plan.ipa]] names",
        "答卷中没有[[plan.ipa]]所指定的量表",
    ),
    "ipa.unpaired": (
        "the items of {importance} ({first:count}) and of {performance} ({second:count}) do not pair off",
        "{importance}（{first:count}题）与{performance}（{second:count}题）的题项无法一一对应",
    ),
    "ipa.no_pairs": (
        "fewer than two pairs of items of {importance} and {performance} are in the responses",
        "答卷中{importance}与{performance}可配对的题项不足两对",
    ),
    "ipa.heading": ("{importance} and {performance}", "{importance}与{performance}"),
    "ipa.named": ("{label}", "{label}"),
    "ipa.methods": (
        "Importance–performance analysis (Martilla & James, 1977) sets how important each element is judged to be against how "
        "well it is judged to be done. The gap, performance minus importance, was tested by paired *t* tests with *p* values "
        "adjusted after Holm. The probability of each quadrant is the share of bootstrap resamples of respondents in which the "
        "element falls into it; only respondents who answered all items of both scales enter.",
        "重要性—绩效分析（importance–performance analysis，IPA；Martilla & James, 1977）将各要素的重要性评价与绩效（满意度）评价"
        "相对照。绩效与重要性之差采用配对样本*t*检验，*p*值经Holm校正。各要素落入各象限的概率为其在自助法（bootstrap）重抽样中落入"
        "该象限的比例；仅纳入完整作答两个量表全部题项者。",
    ),
    "ipa.methods_mean": (
        "The quadrants meet at the means of importance and of performance over all elements; the cut was computed anew in "
        "every resample. Such a cut is relative: some element always lies below it.",
        "象限以全部要素的重要性均值和绩效均值为界，每次重抽样均重新计算分界线。该分界是相对的：总有要素位于均值以下。",
    ),
    "ipa.methods_midpoint": (
        "The quadrants meet at the midpoints of the answer ranges; derived importance, which has no such midpoint, is cut at its mean.",
        "象限以量表中点为界；推导的重要性没有量表中点，以其均值为界。",
    ),
    "ipa.methods_derived": (
        "Beside what respondents state, importance was derived from the outcome: LMG shares, the increase of *R*^2^ by an element "
        "averaged over all orders of entry (the Shapley value of *R*^2^; Grömping, 2006, 2007), and relative weights (Johnson, 2000). "
        "Both add up to *R*^2^. They describe shared variance in this sample and do not show that an element brings about the outcome.",
        "除受访者陈述的重要性外，还由结果变量推导重要性：LMG贡献（某要素在所有进入次序下*R*^2^增量的平均值，即*R*^2^的Shapley值；"
        "Grömping, 2006, 2007）与相对权重（Johnson, 2000），二者之和均为*R*^2^。它们描述样本中的共同变异，不表示该要素导致了结果。",
    ),
    "ipa.methods_items": (
        "Importance was not asked item by item. For the single items inside the stages it is the share of *R*^2^ by relative weights "
        "of all items entered together, set against the mean of the item; what was stated for a stage is not passed on to its items.",
        "问卷没有逐题询问重要性。各环节内单个题项的重要性以全部题项同时进入时相对权重占*R*^2^的比例表示，并与题项均值相对照；"
        "对环节整体的重要性评价不分摊到题项。",
    ),
    "ipa.pairs": ("Stated importance and performance", "各要素的重要性与绩效评价"),
    "ipa.quadrants": (
        "Quadrants of the elements and their bootstrap probability",
        "各要素所处象限及其自助法概率",
    ),
    "ipa.derived_items": (
        "Stated importance beside importance derived from {outcome}",
        "陈述的重要性与由{outcome}推导的重要性",
    ),
    "ipa.derived_stages": (
        "Importance of the stages derived from {outcome}",
        "由{outcome}推导的各环节重要性",
    ),
    "ipa.stage_quadrants": (
        "Quadrants of the stages by derived importance and their bootstrap probability",
        "按推导重要性划分的各环节象限及其自助法概率",
    ),
    "ipa.ranking": (
        "Stated importance of the stages beside importance derived from {outcome}",
        "各环节陈述的重要性与由{outcome}推导的重要性对照",
    ),
    "ipa.items": (
        "Items of the stages: performance and importance derived from {outcome}",
        "各环节题项的绩效与由{outcome}推导的重要性",
    ),
    "ipa.item_quadrants": (
        "Quadrants of the items by derived importance and their bootstrap probability",
        "按推导重要性划分的题项象限及其自助法概率",
    ),
    "ipa.figure_stated": (
        "Importance and performance of the elements with confidence intervals",
        "各要素的重要性—绩效象限图（含置信区间）",
    ),
    "ipa.figure_stages": (
        "Derived importance and performance of the stages with confidence intervals",
        "各环节的推导重要性—绩效象限图（含置信区间）",
    ),
    "ipa.figure_items": (
        "Derived importance and performance of the items with confidence intervals",
        "各环节题项的推导重要性—绩效象限图（含置信区间）",
    ),
    "ipa.stage": ("Stage", "环节"),
    "ipa.span_stated": ("Stated", "陈述的重要性"),
    "ipa.span_derived": ("Derived", "推导的重要性"),
    "ipa.rank": ("Rank", "位次"),
    "ipa.first": ("First (%)", "居首（%）"),
    "ipa.importance": ("Importance *M*", "重要性均值"),
    "ipa.performance": ("Performance *M*", "绩效均值"),
    "ipa.stated": ("Stated importance *M*", "陈述的重要性均值"),
    "ipa.gap": ("Gap", "差距"),
    "ipa.element": ("Element", "要素"),
    "ipa.quadrant": ("Quadrant", "象限"),
    "ipa.probability": ("Bootstrap probability (%)", "自助法概率（%）"),
    "ipa.lmg": ("LMG", "LMG贡献"),
    "ipa.share": ("% of *R*^2^", "占*R*^2^的比例（%）"),
    "ipa.weight": ("Relative weight", "相对权重"),
    "ipa.axis_performance": ("Performance", "绩效（满意度）"),
    "ipa.axis_mean": ("Performance (mean)", "绩效（均值）"),
    "ipa.axis_stated": ("Importance", "重要性"),
    "ipa.axis_derived": ("Derived importance (share of R²)", "推导的重要性（占R²的比例）"),
    "ipa.improve": ("Concentrate here", "改进区"),
    "ipa.keep": ("Keep up the good work", "优势区"),
    "ipa.low": ("Low priority", "机会区"),
    "ipa.maintain": ("Possible overkill", "维持区"),
    "ipa.note_n": (
        "*n* = {n}, the respondents who answered all items of both scales. Importance: items of {importance}; performance: items of "
        "{performance}. Intervals are *t* intervals of the means.",
        "*n* = {n}，为完整作答两个量表全部题项者。重要性取自{importance}的题项，绩效取自{performance}的题项；区间为均值的*t*置信区间。",
    ),
    "ipa.note_gap": (
        "Gap: performance minus importance, paired *t* test with {df} degrees of freedom; *p*~Holm~ is adjusted over the elements.",
        "差距为绩效减重要性，配对样本*t*检验（自由度{df}）；*p*~Holm~按要素个数作Holm校正。",
    ),
    "ipa.note_no_gap": (
        "No gap is tested: the two scales are answered on different ranges.",
        "两个量表的取值范围不同，未检验差距。",
    ),
    "ipa.note_figure": (
        "Dashed lines: the cuts between the quadrants. Bars: {level:df}% confidence intervals.",
        "虚线为象限分界线，线段为{level:df}%置信区间。",
    ),
    "ipa.note_probability": (
        "Concentrate here: high importance, low performance; keep up the good work: both high; low priority: both low; possible "
        "overkill: low importance, high performance. Percentages of {draws} resamples.",
        "改进区：重要性高、绩效低；优势区：两者均高；机会区：两者均低；维持区：重要性低、绩效高。表中为{draws}次重抽样中的百分比。",
    ),
    "ipa.note_derived": (
        "Outcome: {outcome}; *R*^2^ = {r2:bounded}, *n* = {n}. Percentile intervals over {draws} resamples; shares cannot be negative, "
        "so that an interval does not reach zero even where an element contributes nothing.",
        "结果变量：{outcome}；*R*^2^ = {r2:bounded}，*n* = {n}。区间为{draws}次重抽样的百分位区间；贡献不会为负，因此即使某要素没有贡献，"
        "区间也不会到达零。",
    ),
    "ipa.note_ranking": (
        "*n* = {n}, the same respondents on both sides. Stated: mean of the importance items that belong to the stage: {items}. Derived: "
        "LMG share. First: percentage of the resamples in which the stage ranks first.",
        "*n* = {n}，两侧为同一批受访者。陈述的重要性为对应该环节的重要性题项的均值：{items}。推导的重要性为LMG贡献所占比例。居首为"
        "该环节在重抽样中排第一位的百分比。",
    ),
    "ipa.stated_by": ("{stage} ({items})", "{stage}（{items}）"),
    "ipa.note_items": (
        "Outcome: {outcome}; *R*^2^ = {r2:bounded}, adjusted *R*^2^ = {adjusted:bounded}, *n* = {n}. Means with *t* intervals; shares of "
        "*R*^2^ by relative weights with percentile intervals.",
        "结果变量：{outcome}；*R*^2^ = {r2:bounded}，调整后*R*^2^ = {adjusted:bounded}，*n* = {n}。均值附*t*置信区间；占*R*^2^的比例"
        "按相对权重计算，附百分位区间。",
    ),
    "ipa.rank_item": (
        "{item} (stated {stated}, derived {derived})",
        "{item}（陈述第{stated}位，推导第{derived}位）",
    ),
    "ipa.same_order": (
        "Stated and derived importance put the stages in the same order.",
        "按陈述的重要性与按推导的重要性，各环节的位次一致。",
    ),
    "ipa.other_order": (
        "Stated and derived importance differ in the ranks of {items}.",
        "陈述的重要性与推导的重要性位次不同的环节有：{items}。",
    ),
    "ipa.items_weak": (
        "Among the items, derived importance above the mean meets performance below it in {items}.",
        "在各题项中，推导的重要性高而绩效低（位于改进区）的有：{items}。",
    ),
    "ipa.items_none_weak": (
        "No item combines high derived importance with low performance.",
        "没有题项处于推导的重要性高而绩效低的改进区。",
    ),
    "ipa.items_firm": (
        "The quadrant of {count} of the {k} items is the same in at least {level:df}% of the resamples: {items}.",
        "{k}个题项中有{count}个在至少{level:df}%的重抽样中处于同一象限：{items}。",
    ),
    "ipa.items_loose": (
        "The sample settles the quadrant of none of the {k} items (at least {level:df}% of the resamples).",
        "{k}个题项中没有一个在至少{level:df}%的重抽样中处于同一象限。",
    ),
    "ipa.items_weak_loose": (
        "None of the weak items lies there in {level:df}% of the resamples; they are places to look, not results.",
        "位于改进区的题项均未在{level:df}%的重抽样中处于该区，只能作为进一步了解的线索，不宜作为结论。",
    ),
    "ipa.no_items": (
        "Importance of the single items was not derived from {outcome}: {reason}.",
        "未由{outcome}推导各题项的重要性：{reason}。",
    ),
    "ipa.gap_item": ("{item} ({gap:number}, {p:p})", "{item}（{gap:number}，{p:p}）"),
    "ipa.gap_below_all": (
        "Performance was rated significantly below importance for all {k:count} elements after Holm’s adjustment (largest {p:p}); the gap "
        "was widest for {widest} ({most:number}) and narrowest for {narrowest} ({least:number}).",
        "经Holm校正，全部{k:count}个要素的绩效评价均显著低于重要性评价（最大的{p:p}）；其中{widest}的差距最大（{most:number}），"
        "{narrowest}的差距最小（{least:number}）。",
    ),
    "ipa.gap_below": (
        "Performance was rated significantly below importance for {items} (gap and Holm-adjusted *p*).",
        "绩效评价显著低于重要性评价的有：{items}（括号内为差距与经Holm校正的*p*值）。",
    ),
    "ipa.gap_above": (
        "Performance was rated significantly above importance for {items} (gap and Holm-adjusted *p*).",
        "绩效评价显著高于重要性评价的有：{items}（括号内为差距与经Holm校正的*p*值）。",
    ),
    "ipa.gap_none": (
        "No gap between performance and importance was significant after Holm’s adjustment.",
        "经Holm校正后，各要素绩效与重要性之间的差距均未达到显著水平。",
    ),
    "ipa.quadrant_holds": ("“{quadrant}” ({items})", "“{quadrant}”（{items}）"),
    "ipa.in_quadrants_stated": (
        "By stated importance, the elements fall into {quadrants}.",
        "按陈述的重要性，各要素分别位于{quadrants}。",
    ),
    "ipa.in_quadrants_derived": (
        "By derived importance, the stages fall into {quadrants}.",
        "按推导的重要性，各环节分别位于{quadrants}。",
    ),
    "ipa.no_weak_stated": (
        "By stated importance, no element combines high importance with low performance.",
        "按陈述的重要性，没有要素处于重要性高而绩效低的改进区。",
    ),
    "ipa.no_weak_derived": (
        "By derived importance, no stage combines high importance with low performance.",
        "按推导的重要性，没有环节处于重要性高而绩效低的改进区。",
    ),
    "ipa.weak_firm": (
        "Weak and important in at least {level:df}% of the resamples: {items}.",
        "在至少{level:df}%的重抽样中均处于改进区的薄弱之处为：{items}。",
    ),
    "ipa.loose_item": ("{item} ({quadrant}, {percent:percent})", "{item}（{quadrant}，{percent:percent}）"),
    "ipa.loose": (
        "For these the sample does not settle the quadrant, as they lie too close to a cut line for the precision of the estimates (share "
        "of the resamples in the quadrant found below {level:df}%): {items}.",
        "下列各项与分界线的距离未超出抽样误差的范围，样本尚不足以确定其所处象限（落入该象限的重抽样比例低于{level:df}%）：{items}。",
    ),
    "ipa.largest": (
        "Of the {r2:bounded} of the variance of {outcome} that is explained together, {item} has the largest LMG share "
        "({percent:percent} of *R*^2^); it was the largest in {often:percent} of the resamples.",
        "在共同解释的{outcome}变异（*R*^2^ = {r2:bounded}）中，{item}的LMG贡献最大（占*R*^2^的{percent:percent}）；"
        "在{often:percent}的重抽样中其贡献居首。",
    ),
    "ipa.largest_once": (
        "Of the {r2:bounded} of the variance of {outcome} that is explained together, {item} has the largest LMG share "
        "({percent:percent} of *R*^2^).",
        "在共同解释的{outcome}变异（*R*^2^ = {r2:bounded}）中，{item}的LMG贡献最大（占*R*^2^的{percent:percent}）。",
    ),
    "ipa.no_derived": (
        "Importance was not derived from {outcome}: {reason}.",
        "未由{outcome}推导重要性：{reason}。",
    ),
}
