"""The words of the section on scales."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "scales.title": ("Descriptive statistics of the scales", "各量表的描述性统计"),
    "scales.none": ("the questionnaire has no scales", "问卷中没有量表"),
    "scales.method": (
        "Scale scores are the mean of the items of a scale after reverse scoring; a respondent who answered fewer than {share:text}% of its items has no score. Confidence intervals of the means are based on the *t* distribution.",
        "量表得分取所属题项的均值（反向计分题已作转换），作答题项不足{share:text}%者不计该量表得分。均值的置信区间依据*t*分布计算。",
    ),
    "scales.method_sum": (
        "Scale scores are the sum of the items of a scale after reverse scoring; a respondent who answered fewer than {share:text}% of its items has no score, and smaller gaps are filled with the mean of the items answered. Confidence intervals of the means are based on the *t* distribution.",
        "量表得分取所属题项之和（反向计分题已作转换），作答题项不足{share:text}%者不计该量表得分，少量缺失以本人已答题项的均值代替。均值的置信区间依据*t*分布计算。",
    ),
    "scales.method_mixed": (
        "Scale scores are the mean or, where the questionnaire says so, the sum of the items of a scale after reverse scoring; a respondent who answered fewer than {share:text}% of its items has no score. Confidence intervals of the means are based on the *t* distribution.",
        "量表得分取所属题项的均值或总和（依问卷规定，反向计分题已作转换），作答题项不足{share:text}%者不计该量表得分。均值的置信区间依据*t*分布计算。",
    ),
    "scales.method_shape": (
        "Normality was examined by skewness, kurtosis, and the Shapiro–Wilk test (Royston, 1995).",
        "以偏度、峰度和Shapiro–Wilk检验（Royston, 1995）考察得分的正态性。",
    ),
    "scales.method_midpoint": (
        "Each mean was compared with the midpoint of its answer range by a one-sample *t* test; *p* values were adjusted by the method of Holm (1979), and Cohen’s *d* expresses the distance in standard deviations.",
        "采用单样本*t*检验将各量表均值与量表中点进行比较，*p*值经Holm（1979）法校正；Cohen’s *d*表示均值与中点相差多少个标准差。",
    ),
    "scales.table": (
        "Means and standard deviations of the scales",
        "各量表的均值与标准差",
    ),
    "scales.table_shape": ("Distribution of the scale scores", "各量表得分的分布形态"),
    "scales.table_midpoint": (
        "Means compared with the midpoint of the answer range",
        "各量表均值与量表中点的比较",
    ),
    "scales.figure": (
        "Scale means on the answer range {low:text} to {high:text}",
        "各量表均值（取值范围{low:text}～{high:text}）",
    ),
    "scales.note_missing": (
        "Missing = respondents without a score, having answered fewer than {share:text}% of the items.",
        "“缺失”指作答题项不足{share:text}%、没有该量表得分的人数。",
    ),
    "scales.note_empty": (
        "No respondent has a score on {scales}.",
        "{scales}没有任何受访者的得分。",
    ),
    "scales.note_shape": (
        "Skewness is *G*~1~ and kurtosis the excess *G*~2~, as in SPSS (both 0 for a normal distribution); *z* is each divided by its standard error; *W* and *p* are those of the Shapiro–Wilk test.",
        "偏度为*G*~1~，峰度为超额峰度*G*~2~，与SPSS一致（正态分布时均为0）；*z*值为其与标准误之比；*W*与*p*为Shapiro–Wilk检验的结果。",
    ),
    "scales.note_shapiro_limit": (
        "The Shapiro–Wilk test is not applied to more than {limit:count} respondents.",
        "人数超过{limit:count}时不进行Shapiro–Wilk检验。",
    ),
    "scales.note_family": (
        "*p*~Holm~ is adjusted over the {m:count} tests of this table.",
        "*p*~Holm~以本表的{m:count}次检验为一族进行校正。",
    ),
    "scales.note_no_test": ("Not computable: {reason}.", "无法计算：{reason}。"),
    "scales.one": (
        "{scale} (*M* = {mean:number}, *d* = {d:number})",
        "{scale}（*M* = {mean:number}，*d* = {d:number}）",
    ),
    "scales.order": (
        "On the answer range from {low:text} to {high:text}, {top} had the highest mean (*M* = {top_mean:number}, *SD* = {top_sd:number}) and {bottom} the lowest (*M* = {bottom_mean:number}, *SD* = {bottom_sd:number}). This order describes the sample; differences between scales are not tested here.",
        "在{low:text}～{high:text}的取值范围内，{top}的均值最高（*M* = {top_mean:number}，*SD* = {top_sd:number}），{bottom}的均值最低（*M* = {bottom_mean:number}，*SD* = {bottom_sd:number}）。该排序仅描述本样本，此处未检验量表之间的差异。",
    ),
    "scales.above": (
        "After Holm adjustment, the mean lay significantly above the midpoint for {scales}.",
        "经Holm校正，均值显著高于量表中点的有：{scales}。",
    ),
    "scales.below": (
        "After Holm adjustment, the mean lay significantly below the midpoint for {scales}.",
        "经Holm校正，均值显著低于量表中点的有：{scales}。",
    ),
    "scales.open": (
        "The mean did not differ significantly from the midpoint for {scales}, which does not show that it equals the midpoint.",
        "{scales}的均值与量表中点无显著差异，但这并不说明均值等于中点。",
    ),
    "scales.slight": (
        "For {scales} the distance from the midpoint was significant, yet smaller than what Cohen (1988) calls small (|*d*| < 0.20).",
        "{scales}与中点的差异虽然显著，但小于Cohen（1988）所称的小效应（|*d*| < 0.20）。",
    ),
    "scales.slight_many": (
        "For {scales} the distance from the midpoint was significant, yet smaller than what Cohen (1988) calls small (|*d*| < 0.20); with {n:count} respondents even such distances become significant, so that their size matters rather than their *p* value.",
        "{scales}与中点的差异虽然显著，但小于Cohen（1988）所称的小效应（|*d*| < 0.20）；样本量达{n:count}人时，这样小的差异也会显著，应着重看效应量而非*p*值。",
    ),
    "scales.normal": (
        "The Shapiro–Wilk test gave no indication against normality for any scale it was applied to.",
        "Shapiro–Wilk检验未发现所检验量表的得分偏离正态分布。",
    ),
    "scales.not_normal": (
        "The Shapiro–Wilk test indicated a departure from normality for {scales}.",
        "Shapiro–Wilk检验表明，{scales}的得分偏离正态分布。",
    ),
    "scales.not_normal_all": (
        "The Shapiro–Wilk test indicated a departure from normality for all scales it was applied to ({m:count}).",
        "Shapiro–Wilk检验表明，所检验的全部{m:count}个量表的得分均偏离正态分布。",
    ),
    "scales.severe": (
        "The skewness or kurtosis of {scales} exceeded the limits of Kline (2016; |skewness| > {skewness_limit:count}, |kurtosis| > {kurtosis_limit:count}).",
        "{scales}的偏度或峰度超过Kline（2016）所称的严重程度（|偏度| > {skewness_limit:count}，|峰度| > {kurtosis_limit:count}）。",
    ),
    "scales.not_severe": (
        "Skewness (at most {skewness:number} in absolute value) and kurtosis (at most {kurtosis:number}) stayed within the limits of Kline (2016; {skewness_limit:count} and {kurtosis_limit:count}).",
        "各量表偏度绝对值最大为{skewness:number}，峰度绝对值最大为{kurtosis:number}，均未超过Kline（2016）所称的严重程度（{skewness_limit:count}和{kurtosis_limit:count}）。",
    ),
}
