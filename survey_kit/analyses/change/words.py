"""The words of the comparison of two surveys."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "change.title": ("Change between the two surveys", "前后测比较"),
    "change.method_paired": (
        "People who answered both surveys were matched by their id and compared with paired *t* tests.",
        "按编号匹配两次调查均作答的人员，采用配对样本*t*检验比较。",
    ),
    "change.method_independent": (
        "The two surveys were compared as samples of different people, with Welch’s *t* test.",
        "两次调查按独立样本处理，采用Welch *t*检验比较。",
    ),
    "change.method_d": (
        "The standardized change *d*~av~ divides the change by the square root of the average variance of the two surveys and is corrected for small samples (Bonett, 2008); *p*~Holm~ adjusts for the number of comparisons in the table (Holm, 1979).",
        "标准化变化量*d*~av~为均值之差除以两次调查方差均值的平方根，并作小样本校正（Bonett, 2008）；*p*~Holm~为针对表中比较次数的校正值（Holm, 1979）。",
    ),
    "change.method_did_hc3": (
        "Difference in differences is the change of those who took part in the plan minus the change of the comparison group (Angrist & Pischke, 2009), with heteroscedasticity-consistent standard errors (HC3; Long & Ervin, 2000).",
        "双重差分为实施组的变化减去对照组的变化（Angrist & Pischke, 2009），采用异方差稳健标准误（HC3；Long & Ervin, 2000）。",
    ),
    "change.method_did_cluster": (
        "Difference in differences is the change of those who took part in the plan minus the change of the comparison group (Angrist & Pischke, 2009), with cluster-robust standard errors (Cameron & Miller, 2015).",
        "双重差分为实施组的变化减去对照组的变化（Angrist & Pischke, 2009），采用聚类稳健标准误（Cameron & Miller, 2015）。",
    ),
    "change.table_respondents": ("Respondents of the two surveys", "两次调查的样本情况"),
    "change.before": ("Before", "前测"),
    "change.after": ("After", "后测"),
    "change.note_few_matched": (
        "Only {n:count} people could be matched by id, too few for a comparison of their own: everybody is compared instead.",
        "按编号仅能匹配{n:count}人，不足以单独比较，故对全部样本作独立比较。",
    ),
    "change.table_change": ("Scale scores before and after", "量表得分的前后测比较"),
    "change.n_before": ("*n* before", "前测*n*"),
    "change.n_after": ("*n* after", "后测*n*"),
    "change.mean_before": ("*M* before", "前测*M*"),
    "change.sd_before": ("*SD* before", "前测*SD*"),
    "change.mean_after": ("*M* after", "后测*M*"),
    "change.sd_after": ("*SD* after", "后测*SD*"),
    "change.difference": ("Change", "变化量"),
    "change.d_av": ("*d*~av~", "*d*~av~"),
    "change.note_direction": ("Change is after minus before.", "变化量为后测减前测。"),
    "change.note_withheld": ("Not tested: {reason}.", "未检验：{reason}。"),
    "change.table_differences": ("Difference in differences", "双重差分结果"),
    "change.change_treated": ("Change, plan", "实施组变化"),
    "change.change_comparison": ("Change, comparison", "对照组变化"),
    "change.did": ("Difference in differences", "双重差分"),
    "change.note_groups": (
        "Plan: {treated}. Comparison: {comparison}.",
        "实施组：{treated}；对照组：{comparison}。",
    ),
    "change.note_clusters": (
        "Standard errors clustered over {by} ({n:count} clusters).",
        "标准误按{by}聚类（共{n:count}个聚类）。",
    ),
    "change.note_unclustered": (
        "Standard errors are HC3 and not clustered over {by}: {reason}.",
        "标准误为HC3，未按{by}聚类：{reason}。",
    ),
    "change.figure_items": ("Item means before and after", "各题项前后测均值"),
    "change.figure_items_treated": (
        "Item means before and after, {treated}",
        "{treated}各题项前后测均值",
    ),
    "change.figure_note": (
        "Reverse-worded items are turned round, so that higher is more of the construct everywhere.",
        "反向题已反向计分，得分越高表示相应构念水平越高。",
    ),
    "change.figure_n": (
        "Means of the {n:count} people who answered in both surveys.",
        "均值取自两次均作答的{n:count}人。",
    ),
    "change.figure_n_range": (
        "Means of the people who answered the item in both surveys, {low:count} to {high:count} an item.",
        "均值取自两次均作答该题项者，各题项{low:count}至{high:count}人。",
    ),
    "change.figure_n_independent": (
        "Means of all who answered the item, at most {before:count} before and {after:count} after.",
        "均值取自各次作答该题项者，前测至多{before:count}人，后测至多{after:count}人。",
    ),
    "change.parallel": (
        "The difference is the effect of the plan only if, without it, both groups would have changed alike. Two surveys cannot test this; say in the text why it is plausible.",
        "只有在没有该方案时两组变化趋势相同的前提下，双重差分才等于方案的效果。两次调查无法检验这一前提，请在正文中说明其合理性。",
    ),
    "change.changed": (
        "After adjustment (Holm), the change differs from zero for {scales}.",
        "经Holm校正后，{scales}的前后变化显著不为零。",
    ),
    "change.none_tested": (
        "No change could be tested; the notes under the table give the reason for each scale. Whether anything changed is open.",
        "各量表的变化均无法检验，原因见表注；是否发生变化尚无法判断。",
    ),
    "change.untested": (
        "The change could not be tested for {scales}; the note under the table gives the reason.",
        "{scales}的变化无法检验，原因见表注。",
    ),
    "change.did_untested": (
        "Difference in differences could not be computed for {scales}: one of the groups has too few people with scores in both surveys, or "
        "nobody differs.",
        "{scales}无法计算双重差分：其中一组在两次调查中均有得分的人数过少，或得分没有差异。",
    ),
    "change.none_changed": (
        "After adjustment (Holm), no change differs from zero; this does not show that nothing changed.",
        "经Holm校正后，没有量表的变化显著不为零；这并不等于没有变化。",
    ),
    "change.no_comparison": (
        "Without a comparison group, change between the surveys cannot be told from what would have happened anyway.",
        "没有对照组，无法将前后变化与本来就会发生的变化区分开来。",
    ),
    "change.independent_caution": (
        "The people of the two surveys were not matched. Where some of them are the same, the standard errors are too large or too small; name the id column with --id if there is one.",
        "两次调查的人员未作匹配。若其中部分为同一批人，标准误会偏大或偏小；如有编号列，请用--id指明。",
    ),
    "change.no_wave": (
        "there is no earlier survey; give it with --before FILE, or name the question that tells the two surveys apart as wave in [[plan.change]]",
        "没有前一次调查；请用--before FILE给出，或在[[plan.change]]中用wave指明区分两次调查的题目",
    ),
    "change.no_scales": (
        "no scale has scores in both surveys",
        "没有量表在两次调查中都有得分",
    ),
    "change.answers_head": (
        "Answers",
        "答卷",
    ),
    "change.answers": (
        "Valid answers",
        "有效答卷",
    ),
    "change.matched": (
        "Same person in both, matched by id",
        "两次均作答（按编号匹配）",
    ),
    "change.unmatched": (
        "Id not found in the other survey",
        "编号未见于另一次调查",
    ),
    "change.without_id": (
        "No id given",
        "未填编号",
    ),
    "change.repeated_id": (
        "Id given more than once, not matched",
        "编号重复，未予匹配",
    ),
    "change.treated": ("Plan", "实施组"),
    "change.comparison": ("Comparison", "对照组"),
    "change.note_moved": (
        "{n:count} {n?person|people} changed between the groups and {n?counts|count} where {n?the person was|they were} before.",
        "两次调查之间有{n:count}人变动所在组，按前测所在组计。",
    ),
    "change.note_stability": (
        "The scores of the same people in both surveys correlate between *r* = {low:bounded} and *r* = {high:bounded}.",
        "同一批人两次得分的相关系数*r*在{low:bounded}至{high:bounded}之间。",
    ),
    "change.figure_differences": (
        "Difference in differences of each scale with its interval",
        "各量表的双重差分及其置信区间",
    ),
    "change.note_absent": (
        "Not compared, because the earlier survey did not ask: {scales}.",
        "前次调查未施测、故未比较的量表：{scales}。",
    ),
    "change.table_differences_of": (
        "{plan}: difference in differences",
        "{plan}：双重差分结果",
    ),
    "change.table_attrition": (
        "Earlier scores of those who could not be matched and of those who were",
        "未匹配者与已匹配者的前测得分比较",
    ),
    "change.n_lost": (
        "*n* not matched",
        "未匹配*n*",
    ),
    "change.mean_lost": (
        "*M* not matched",
        "未匹配*M*",
    ),
    "change.n_stayed": (
        "*n* matched",
        "已匹配*n*",
    ),
    "change.mean_stayed": (
        "*M* matched",
        "已匹配*M*",
    ),
    "change.stayed_minus_lost": (
        "Difference",
        "差值",
    ),
    "change.note_attrition": (
        "Difference is matched minus not matched; the *p* values are not adjusted, so that a difference is rather found than overlooked.",
        "差值为已匹配者减未匹配者；*p*值未作校正，以免遗漏差异。",
    ),
    "change.main_line": (
        "After adjustment (Holm), the change where the plan was carried out differs from that of the comparison group for {scales}.",
        "经Holm校正后，{scales}的变化在实施组与对照组之间存在显著差异。",
    ),
    "change.main_line_not": (
        "After adjustment (Holm), no scale changed differently where the plan was carried out; this does not show that the plan had no effect.",
        "经Holm校正后，各量表的变化在实施组与对照组之间均无显著差异；这并不等于方案没有作用。",
    ),
    "change.did_found": (
        "{scale} changed by {treated:number} where the plan was carried out and by {comparison:number} in the comparison group: difference in differences {estimate:number}, {estimate:ci_number}, {p:p} (Holm-adjusted {p_holm:p}).",
        "实施组{scale}的变化量为{treated:number}，对照组为{comparison:number}，双重差分为{estimate:number}，{estimate:ci_number}，{p:p}（Holm校正后{p_holm:p}）。",
    ),
    "change.did_not_found": (
        "The change under the plan cannot be told from that of the comparison group for {scales}; this does not show that the plan had no effect there.",
        "{scales}的变化在两组之间无显著差异；这并不等于方案在这些方面没有作用。",
    ),
    "change.no_differences": (
        "Difference in differences could be computed for no scale: one of the groups has too few people with scores in both surveys, or nobody differs.",
        "各量表均无法计算双重差分：其中一组在两次调查中均有得分的人数过少，或得分没有差异。",
    ),
    "change.unknown_group": (
        "The plan compares groups by “{question}”, but the earlier survey does not hold that question: everybody is compared together.",
        "计划按“{question}”划分实施组与对照组，但前一次调查中没有这道题，故对全部样本一并比较。",
    ),
    "change.unmatched_caution": (
        "Too few ids occur in both surveys, so the surveys were compared as if their people were all different. Where some are the same, the standard errors are too large or too small; check how the ids were written.",
        "两次调查中相同的编号过少，故按不同的人作独立比较。若其中部分为同一批人，标准误会偏大或偏小；请检查编号的填写方式。",
    ),
    "change.attrition": (
        "For {lost:count} of the {n:count} valid answers of the earlier survey ({share:percent}) no valid later answer of the same person could be found.",
        "前测{n:count}份有效答卷中，有{lost:count}份（{share:percent}）未能找到同一人的有效后测答卷。",
    ),
    "change.attrition_groups": (
        "That is {treated:count} of {n_treated:count} ({share_treated:percent}) where the plan was carried out, and {comparison:count} of {n_comparison:count} ({share_comparison:percent}) in the comparison group.",
        "其中实施组{n_treated:count}份中有{treated:count}份（{share_treated:percent}），对照组{n_comparison:count}份中有{comparison:count}份（{share_comparison:percent}）。",
    ),
    "change.attrition_selective": (
        "Those who could not be matched had answered differently before on {scales}: the change of those who were may not be that of all.",
        "未匹配者在{scales}上的前测得分与已匹配者不同，已匹配者的变化未必代表全体。",
    ),
}
