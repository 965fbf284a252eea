"""The words of the section on the appraisal of people."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "appraisal.title": ("Appraisal of people", "人员综合评价"),
    # methods
    "appraisal.method_points": (
        "People were rated on a scale from 0 to 100 points; the points of a dimension are the mean of all raters who rated it.",
        "评分采用百分制；各维度得分为全部有效评分的均值。",
    ),
    "appraisal.method_stretched": (
        "People were rated on a scale from {low:df} to {high:df}, stretched to 0–100 points; the points of a dimension are the mean of all raters who rated it.",
        "评分范围为{low:df}至{high:df}，统一折算为0～100分；各维度得分为全部有效评分的均值。",
    ),
    "appraisal.method_scores": (
        "A person’s score is the weighted sum of the points; TOPSIS (Hwang & Yoon, 1981) orders the people by their distance from the best and the worst points that occur.",
        "综合得分为各维度得分的加权和；TOPSIS法（Hwang & Yoon, 1981）按与最优值、最劣值的距离排序。",
    ),
    "appraisal.method_occasions": (
        "Ordinary assessment weighs {ordinary:df}% and regular assessment {regular:df}%; where one of them is lacking, the other counts alone.",
        "平时考核权重为{ordinary:df}%，定期考核权重为{regular:df}%；缺少其一时以另一项为准。",
    ),
    "appraisal.method_one_occasion": (
        "The ratings are of one kind of assessment only.",
        "评分仅来自一种考核类型。",
    ),
    "appraisal.method_equal": (
        "The dimensions were weighted equally; entropy and CRITIC weights are given for comparison.",
        "各维度采用等权重，并给出熵权法与CRITIC法权重以资比较。",
    ),
    "appraisal.method_entropy": (
        "The dimensions were weighted by entropy (Hwang & Yoon, 1981), from the points divided by their column sums.",
        "各维度采用熵权法赋权（Hwang & Yoon, 1981），以各列得分占该列总和的比重计算。",
    ),
    "appraisal.method_critic": (
        "The dimensions were weighted by CRITIC (Diakoulaki et al., 1995).",
        "各维度采用CRITIC法赋权（Diakoulaki et al., 1995）。",
    ),
    "appraisal.method_ahp": (
        "The dimensions were weighted by the analytic hierarchy process: principal eigenvector of the judgement matrix, the experts’ judgements joined by their geometric mean (Forman & Peniwati, 1998; Saaty, 1977).",
        "各维度采用层次分析法（AHP）赋权：取判断矩阵的最大特征值对应的特征向量，多位专家的判断以几何平均法集结（Forman & Peniwati, 1998；Saaty, 1977）。",
    ),
    "appraisal.method_ahp_one": (
        "The dimensions were weighted by the analytic hierarchy process: principal eigenvector of an expert’s judgement matrix (Saaty, 1977).",
        "各维度采用层次分析法（AHP）赋权：取专家判断矩阵的最大特征值对应的特征向量（Saaty, 1977）。",
    ),
    "appraisal.method_given": (
        "The weights of the dimensions were given in advance.",
        "各维度权重为事先给定。",
    ),
    "appraisal.method_fuzzy": (
        "In the fuzzy comprehensive evaluation (after Zadeh, 1965), the membership of a dimension in a grade is the share of its ratings that lie in the grade’s range; dimensions were joined by the weighted average M(·, ⊕) and, for comparison, by M(∧, ∨).",
        "模糊综合评价以模糊集理论（Zadeh, 1965）为基础，各维度对各等次的隶属度为落入该等次分数区间的评分所占比例；合成算子采用加权平均型M(·, ⊕)，并以主因素决定型M(∧, ∨)对照。",
    ),
    "appraisal.method_stability": (
        "To see how firmly the ranking stands, weights were drawn from a Dirichlet distribution around those used (concentration 100, so that a weight of .20 varies with an SD of .04), and raters were drawn with replacement.",
        "为检验排序的稳健性，以所用权重为中心从狄利克雷分布抽取权重（集中度为100，0.20的权重标准差约为0.04），并对评价人作有放回抽样。",
    ),
    "appraisal.method_stability_experts": (
        "To see how firmly the ranking stands, experts and raters were each drawn with replacement.",
        "为检验排序的稳健性，分别对专家和评价人作有放回抽样。",
    ),
    # tables
    "appraisal.weights_title": ("Weights of the dimensions by method", "各赋权方法所得的维度权重"),
    "appraisal.consistency_title": (
        "Consistency of the experts’ judgements",
        "专家判断矩阵的一致性检验",
    ),
    "appraisal.dimensions_title": ("Points by dimension", "各维度得分"),
    "appraisal.people_title": ("Scores and places", "综合得分与排序"),
    "appraisal.grades_title": ("Grades by method of grading", "各评定方式下的考核等次分布"),
    "appraisal.fuzzy_title": ("Fuzzy comprehensive evaluation", "模糊综合评价结果"),
    "appraisal.raters_title": ("Severity of the raters", "评价人的宽严程度"),
    "appraisal.rivals_title": (
        "Agreement of the ranking with other rankings",
        "所得排序与其他排序的一致程度",
    ),
    "appraisal.stability_title": ("Stability of the places", "名次的稳定性"),
    # heads
    "appraisal.dimension": ("Dimension", "维度"),
    "appraisal.weights_equal": ("Equal", "等权重"),
    "appraisal.weights_entropy": ("Entropy", "熵权法"),
    "appraisal.weights_critic": ("CRITIC", "CRITIC法"),
    "appraisal.weights_ahp": ("AHP", "层次分析法"),
    "appraisal.weights_given": ("Given", "给定权重"),
    "appraisal.weights_span": ("Weights", "权重"),
    "appraisal.expert": ("Expert", "专家"),
    "appraisal.joined": ("All experts joined", "专家集结"),
    "appraisal.lambda_max": ("λ~max~", "λ~max~"),
    "appraisal.ci": ("CI", "CI"),
    "appraisal.cr": ("CR", "CR"),
    "appraisal.score": ("Score", "综合得分"),
    "appraisal.place": ("Place", "名次"),
    "appraisal.person": ("Person", "人员编号"),
    "appraisal.topsis": ("TOPSIS", "TOPSIS贴近度"),
    "appraisal.topsis_place": ("Place by TOPSIS", "TOPSIS名次"),
    "appraisal.grade": ("Grade", "等次"),
    "appraisal.grade_excellent": ("Excellent", "优秀"),
    "appraisal.grade_competent": ("Competent", "称职"),
    "appraisal.grade_basic": ("Basically competent", "基本称职"),
    "appraisal.grade_incompetent": ("Incompetent", "不称职"),
    "appraisal.by_points": ("By points", "按得分"),
    "appraisal.by_quota": ("With quota", "按名额控制"),
    "appraisal.by_fuzzy": ("Fuzzy, M(·, ⊕)", "模糊评价M(·, ⊕)"),
    "appraisal.by_cautious": ("Fuzzy, M(∧, ∨)", "模糊评价M(∧, ∨)"),
    "appraisal.count": ("People", "人数"),
    "appraisal.percent": ("%", "百分比（%）"),
    "appraisal.membership": ("Membership, M(·, ⊕)", "隶属度M(·, ⊕)"),
    "appraisal.fuzzy_points": ("Defuzzified points", "去模糊化得分"),
    "appraisal.rater": ("Rater", "评价人编号"),
    "appraisal.effect": ("Departure from the others", "与其他评价人之差"),
    "appraisal.ranking": ("Ranking", "排序"),
    "appraisal.spearman": ("Spearman’s ρ", "斯皮尔曼ρ"),
    "appraisal.kendall": ("Kendall’s τ~b~", "肯德尔τ~b~"),
    "appraisal.rival_equal": ("Equal weights", "等权重"),
    "appraisal.rival_entropy": ("Entropy weights", "熵权法"),
    "appraisal.rival_critic": ("CRITIC weights", "CRITIC法"),
    "appraisal.rival_ahp": ("AHP weights", "层次分析法"),
    "appraisal.rival_given": ("Given weights", "给定权重"),
    "appraisal.rival_topsis": ("TOPSIS, same weights", "TOPSIS（同一权重）"),
    "appraisal.drawn_weights": ("Weights drawn anew", "重新抽取权重"),
    "appraisal.drawn_raters": ("Raters drawn anew", "重新抽取评价人"),
    "appraisal.value": ("Value", "取值"),
    "appraisal.low": ("2.5%", "2.5%"),
    "appraisal.high": ("97.5%", "97.5%"),
    "appraisal.defuzzified_grade": ("Grade by these points", "按该得分"),
    "appraisal.by_defuzzified": ("Defuzzified", "去模糊化得分"),
    "appraisal.first": ("First (%)", "居首（%）"),
    "appraisal.among_best": ("Among the best {best:count} (%)", "前{best:count}名（%）"),
    # notes
    "appraisal.note_used": ("Weights used in this section.", "本节所用权重。"),
    "appraisal.note_entropy": (
        "Entropy (Hwang & Yoon, 1981) and CRITIC (Diakoulaki et al., 1995) weights say on which dimensions people differ, not which dimensions matter. Entropy: shares of the column sum, without stretching the columns first.",
        "熵权法（Hwang & Yoon, 1981）与CRITIC法（Diakoulaki et al., 1995）反映人员在各维度上的差异大小，并不说明维度的重要程度；熵权法以占列总和的比重计算，未作极差标准化。",
    ),
    "appraisal.note_unweighted": (
        "{method} weights are not given: {reason}.",
        "未给出{method}权重：{reason}。",
    ),
    "appraisal.note_cr": (
        "λ~max~ = largest eigenvalue of the judgement matrix; consistency index CI = (λ~max~ − *k*)/(*k* − 1) for *k* dimensions, here {k}; consistency ratio CR = CI/RI with the random indices RI of Saaty (1980). Judgements with a CR above .10 are refused.",
        "λ~max~为判断矩阵的最大特征值；CI为一致性指标，CI =（λ~max~ − *k*）/（*k* − 1），*k*为维度个数（{k}）；CR为一致性比率，CR = CI/RI，随机一致性指标RI取自Saaty（1980）。CR大于0.10的判断不予采用。",
    ),
    "appraisal.note_missing": (
        "Single ratings not given: {missing:count}; means are of those given.",
        "缺失的单项评分共{missing:count}个，均值以实际评分计算。",
    ),
    "appraisal.note_left_out": (
        "Not ranked, for want of any rating on a dimension: {people}.",
        "因某一维度没有任何评分而未参与排序：{people}。",
    ),
    "appraisal.note_place": (
        "Places by score; equal scores share the better place. TOPSIS is relative to the people compared (vector normalisation).",
        "名次按综合得分排列，同分者并列；TOPSIS贴近度（向量规范化）只在所比较的人员之间有意义。",
    ),
    "appraisal.note_interval": (
        "95% percentile interval over {draws:count} draws of raters with replacement.",
        "对评价人作{draws:count}次有放回抽样所得的95%百分位区间。",
    ),
    "appraisal.note_graded": (
        "By points; excellent within the quota only (see the table of grades).",
        "按得分评定，优秀等次受名额限制（见考核等次分布表）。",
    ),
    "appraisal.note_no_interval": (
        "No intervals: {reason}.",
        "未给出区间：{reason}。",
    ),
    "appraisal.note_cuts": (
        "Excellent from {first:df} points, competent from {second:df}, basically competent from {third:df}. These cuts are a convention of this analysis, not a legal rule; the grade of a real person is a decision of the authorities.",
        "{first:df}分及以上为优秀，{second:df}分及以上为称职，{third:df}分及以上为基本称职，其余为不称职。分数线为本分析的约定，并非法定标准；实际等次由主管机关确定。",
    ),
    "appraisal.note_operators": (
        "M(·, ⊕) and M(∧, ∨): by the largest membership in the fuzzy evaluation; defuzzified: by the points that follow from M(·, ⊕).",
        "M(·, ⊕)与M(∧, ∨)按模糊综合评价的最大隶属度定等次，去模糊化得分由M(·, ⊕)的隶属度求得。",
    ),
    "appraisal.note_quota": (
        "Excellent at most {share:df}% of those assessed, here {most:count} of {n:count}; for civil servants generally within 20% (Organization Department of the CPC Central Committee, 2020). People sharing a place across the limit are all graded competent.",
        "优秀等次不超过参加考核人数的{share:df}%，本例{n:count}人中至多{most:count}人；公务员优秀等次一般掌握在20%以内（中共中央组织部，2020）。名次并列而超出名额者均定为称职。",
    ),
    "appraisal.note_fuzzy": (
        "The grade is that of the largest membership; of equal ones the lower grade. M(∧, ∨) keeps the larger of the smaller values only and discards most of the information.",
        "等次按最大隶属度原则确定，隶属度相等时取较低等次；M(∧, ∨)只保留极值，信息损失较大。",
    ),
    "appraisal.note_tied": (
        "Under M(∧, ∨) no membership exceeds the largest weight, so that several grades often share the largest one, here for {tied:count} {tied?person|people}.",
        "M(∧, ∨)的隶属度不超过最大权重，常出现多个等次并列最大，本例有{tied:count}人。",
    ),
    "appraisal.note_values": (
        "Membership times the middle of each grade’s range: {values}.",
        "以各等次分数区间的中点加权：{values}。",
    ),
    "appraisal.note_raters": (
        "Mean difference, in points of the score, from the other raters of the same person; *n* = people whom the rater and somebody else rated completely; negative is severe. *t* test over people with its 95% interval; *p* adjusted by Holm’s method over the raters. Departures are relative: one very severe rater makes the others look lenient.",
        "为与同一被考核人的其他评价人在综合得分上的平均分差，*n*为该评价人与至少一名其他评价人均完整评过的人数，负值表示偏严；对被考核人作*t*检验并给出95%置信区间，*p*值在评价人之间按Holm法校正。宽严是相对的：一人过严会使其他评价人显得偏宽。",
    ),
    "appraisal.note_drawn": (
        "For rankings drawn anew: median of the draws, and the percentiles between which 95% of them lie.",
        "重新抽取的排序给出各次抽样的中位数，以及包含其95%的百分位范围。",
    ),
    "appraisal.note_partial": (
        "Draws of raters in which nobody was left without a rating: {n:count} of {draws:count}; the others do not count here.",
        "抽取评价人时无人缺少评分的抽样为{draws:count}次中的{n:count}次，其余不计入本表。",
    ),
    "appraisal.note_best": (
        "The best {best:count}: {share:df}% of the {n:count} people.",
        "前{best:count}名：占{n:count}人的{share:df}%。",
    ),
    "appraisal.note_never": (
        "People who reached none of this in any draw are left out: {n:count}.",
        "另有{n:count}人在各次抽样中均未达到上述名次，未列出。",
    ),
    # figures
    "appraisal.dimensions_figure": ("Mean points by dimension", "各维度平均得分"),
    "appraisal.grades_figure": ("Grades of the people", "考核等次分布"),
    "appraisal.grades_quota_figure": ("Grades of the people, with the quota", "考核等次分布（按名额控制）"),
    "appraisal.people_figure": (
        "Scores of the people as departures from the mean",
        "各人综合得分与平均分之差",
    ),
    "appraisal.note_away": (
        "Intervals: 95% percentiles over draws of raters with replacement. Each draw is compared with its own mean of all people, so that the severity common to all does not widen the intervals.",
        "区间为对评价人作有放回抽样所得的95%百分位区间；每次抽样均与该次全体人员的平均分比较，因而不受评价人整体宽严的影响。",
    ),
    "appraisal.away": ("Points above or below the mean", "与平均分之差（分）"),
    # sentences
    "appraisal.say_weight": (
        "{dimension} carries the largest weight ({weight:bounded}).",
        "权重最大的维度为{dimension}（{weight:bounded}）。",
    ),
    "appraisal.say_weight_shared": (
        "{dimensions} carry the largest weight ({weight:bounded} each).",
        "权重最大的维度为{dimensions}（均为{weight:bounded}）。",
    ),
    "appraisal.say_consistent_one": (
        "The expert’s judgements are consistent enough to be used (CR = {cr:bounded}).",
        "专家的判断矩阵通过一致性检验（CR = {cr:bounded}）。",
    ),
    "appraisal.say_consistent": (
        "The judgements of {n:count} experts are consistent enough to be used (largest CR = {cr:bounded}).",
        "{n:count}位专家的判断矩阵均通过一致性检验（最大CR = {cr:bounded}）。",
    ),
    "appraisal.say_grades": (
        "The {n:count} people scored *M* = {mean:number} points (*SD* = {sd:number}); graded excellent: {excellent:count}, competent: {competent:count}, basically competent: {basic:count}, incompetent: {incompetent:count}.",
        "{n:count}人综合得分*M* = {mean:number}（*SD* = {sd:number}）；优秀{excellent:count}人，称职{competent:count}人，基本称职{basic:count}人，不称职{incompetent:count}人。",
    ),
    "appraisal.say_quota": (
        "By points alone {reached:count} would be excellent; {moved:count} of them {moved?is|are} graded competent because of the quota.",
        "仅按得分有{reached:count}人达到优秀，其中{moved:count}人因名额限制定为称职。",
    ),
    "appraisal.say_fuzzy": (
        "The fuzzy evaluation by M(·, ⊕) gives {same:count} of the {n:count} people the grade that they have by points, M(∧, ∨) {cautious:count}.",
        "在{n:count}人中，模糊综合评价的等次与按得分所定等次一致的，M(·, ⊕)有{same:count}人，M(∧, ∨)有{cautious:count}人。",
    ),
    "appraisal.say_topsis": (
        "The order by TOPSIS correlates with that of the scores at ρ = {rho:bounded}.",
        "TOPSIS排序与综合得分排序的ρ = {rho:bounded}。",
    ),
    "appraisal.say_weights": (
        "The orders by other weights correlate with it at ρ = {low:bounded} or more.",
        "其他赋权方法所得排序与本文排序的ρ均不低于{low:bounded}。",
    ),
    "appraisal.say_agreement": (
        "Over the {n:count} people rated completely by all {k:count} raters, the absolute agreement of single raters on the score (Shrout & Fleiss, 1979) is ICC(2,1) = {single:bounded}, {single:ci}, and that of their mean ICC(2,*k*) = {average:bounded}, {average:ci}.",
        "在{k:count}名评价人均完整评过的{n:count}人中，单个评价人综合评分的绝对一致性（Shrout & Fleiss, 1979）为ICC(2,1) = {single:bounded}，{single:ci}，其均值的一致性为ICC(2,*k*) = {average:bounded}，{average:ci}。",
    ),
    "appraisal.say_no_agreement": (
        "The agreement of the raters is not given: {reason}.",
        "未给出评价人一致性：{reason}。",
    ),
    "appraisal.say_severe_and_lenient": (
        "After Holm’s adjustment, raters significantly more severe than the others: {severe}; significantly more lenient: {lenient}.",
        "经Holm校正，显著偏严的评价人有{severe}，显著偏宽的有{lenient}。",
    ),
    "appraisal.say_severe": (
        "After Holm’s adjustment, significantly more severe than the other raters: {raters}.",
        "经Holm校正，显著偏严的评价人有：{raters}。",
    ),
    "appraisal.say_lenient": (
        "After Holm’s adjustment, significantly more lenient than the other raters: {raters}.",
        "经Holm校正，显著偏宽的评价人有：{raters}。",
    ),
    "appraisal.say_even": (
        "No rater departs significantly from the others in severity.",
        "没有评价人的宽严程度与其他人存在显著差异。",
    ),
    "appraisal.say_stability": (
        "With weights drawn anew, the ranking correlates with the one reported at a median of ρ = {weights:bounded}; with raters drawn anew, at ρ = {raters:bounded}.",
        "重新抽取权重时，所得排序与本文排序的ρ中位数为{weights:bounded}；重新抽取评价人时为{raters:bounded}。",
    ),
    "appraisal.say_stability_weights": (
        "With weights drawn anew, the ranking correlates with the one reported at a median of ρ = {weights:bounded}.",
        "重新抽取权重时，所得排序与本文排序的ρ中位数为{weights:bounded}。",
    ),
    "appraisal.say_alike": (
        "All people have the same score, so there is no ranking whose stability could be judged.",
        "所有人的综合得分相同，不存在可供检验稳定性的排序。",
    ),
    "appraisal.say_sure": (
        "Of all people, {sure:count} would be among the best {best:count} in at least 95% of the draws of weights and of raters alike.",
        "无论重新抽取权重还是评价人，有{sure:count}人在至少95%的抽样中居于前{best:count}名。",
    ),
    # warnings
    "appraisal.warn_one_rater": (
        "There is one rater only: neither agreement nor severity can be judged, and the scores are his or her view.",
        "仅有一名评价人：无法判断评价的一致性与宽严程度，得分只代表其个人看法。",
    ),
    "appraisal.warn_not_crossed": (
        "Not every rater rated every person: differences between people may be differences between their raters.",
        "并非每名评价人都评价了所有人员：人员之间的差异可能部分来自评价人的差异。",
    ),
    "appraisal.warn_left_out": (
        "Not ranked, because no rating was given on a dimension: {people}.",
        "以下人员因某一维度没有评分而未参与排序：{people}。",
    ),
    # reasons
    "appraisal.few_crossed": (
        "people rated completely by all raters: {n:count}; at least {needed:count} are needed",
        "所有评价人均完整评过的仅{n:count}人，至少需要{needed:count}人",
    ),
    "appraisal.people_alike": (
        "all people have the same mean of their ratings",
        "所有被考核人的评分均值完全相同",
    ),
    "appraisal.no_whole_draw": (
        "in every draw of raters somebody was left without a rating",
        "每次抽取评价人时都有人没有评分",
    ),
    "appraisal.no_ratings": (
        "there are no ratings of people; lay a file <name>.ratings.xlsx beside the responses",
        "没有人员评分；请在答卷旁放置“文件名.ratings.xlsx”",
    ),
    "appraisal.too_few_people": (
        "only {n:count} {n?person|people} with ratings on every dimension; at least {needed:count} are needed",
        "各维度均有评分的仅{n:count}人，至少需要{needed:count}人",
    ),
    "appraisal.no_weights": (
        "the weights asked for cannot be computed: {reason}",
        "无法计算所要求的权重：{reason}",
    ),
    "appraisal.inconsistent": (
        "the judgement matrix is too inconsistent (CR above {limit:limit}): {experts}; the expert should revise these judgements",
        "判断矩阵的一致性不足（CR大于{limit:limit}）：{experts}；请专家修正这些判断",
    ),
    "appraisal.inconsistent_expert": (
        "{expert} (CR = {cr:bounded}; {judgements})",
        "{expert}（CR = {cr:bounded}；{judgements}）",
    ),
    "appraisal.inconsistent_judgement": (
        "{first} to {second} judged {judged:number}, implied {implied:number}",
        "{first}比{second}判断为{judged:number}、权重之比为{implied:number}",
    ),
}
