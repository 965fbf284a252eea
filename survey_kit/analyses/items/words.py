"""Words of the items section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words
from survey_kit.analyses.frequency import FREQUENCY_WORDS

WORDS: Words = {
    **FREQUENCY_WORDS,
    "items.title": ("Items and questions", "题项与问题的描述统计"),
    "items.nothing": (
        "the file holds neither items of a scale nor other questions",
        "数据文件中既没有量表题项，也没有其他问题",
    ),
    "items.methods": (
        "Each item is described by its mean, standard deviation, median, skewness and kurtosis over the respondents "
        "who answered it, and by the percentage of each answer. Skewness is *G*~1~ and kurtosis the excess kurtosis "
        "*G*~2~ (Joanes & Gill, 1998); an absolute skewness above 3 or an absolute kurtosis above 10 is regarded as "
        "severe non-normality (Kline, 2016).",
        "对各题项以实际作答者为样本，报告均值、标准差、中位数、偏度、峰度及各选项的作答比例。偏度为*G*~1~，峰度为超额峰度"
        "*G*~2~（Joanes & Gill, 1998）；偏度绝对值大于3或峰度绝对值大于10视为严重偏离正态（Kline, 2016）。",
    ),
    "items.methods_measured": (
        "Each item is described by its mean, standard deviation, median, skewness and kurtosis over the respondents "
        "who answered it. Skewness is *G*~1~ and kurtosis the excess kurtosis "
        "*G*~2~ (Joanes & Gill, 1998); an absolute skewness above 3 or an absolute kurtosis above 10 is regarded as "
        "severe non-normality (Kline, 2016).",
        "对各题项以实际作答者为样本，报告均值、标准差、中位数、偏度和峰度。偏度为*G*~1~，峰度为超额峰度"
        "*G*~2~（Joanes & Gill, 1998）；偏度绝对值大于3或峰度绝对值大于10视为严重偏离正态（Kline, 2016）。",
    ),
    "items.methods_multiple": (
        "Multiple-response questions are tabulated by option, as a percentage of all responses and of all cases.",
        "多选题按选项统计频数，并分别报告响应百分比与个案百分比。",
    ),
    "items.methods_ranking": (
        "Ranking questions are summarized by the mean rank of each option and the percentage of respondents who put it "
        "first.",
        "排序题报告各选项的平均名次及排在第一位的比例。",
    ),
    "items.heading_scales": ("Items of the scales", "量表题项"),
    "items.heading_questions": ("Other questions", "其他问题"),
    "items.table": ("Descriptive statistics of the items", "各量表题项的描述统计"),
    "items.answers": ("Percentage of each answer to the items", "各量表题项的作答分布"),
    "items.answers_list": (
        "Percentage of each answer to the items answered from “{first}” to “{last}”",
        "各量表题项的作答分布（选项为“{first}”至“{last}”）",
    ),
    "items.answers_span": ("Answers (%)", "作答比例（%）"),
    "items.note_answers_reversed": (
        "(R) = reverse-worded item; percentages are those of the reversed scores, so that “{last}” stands for the "
        "original answer “{first}”.",
        "（R）为反向计分题，表中为反向转换后的比例，即“{last}”一列对应原始作答“{first}”。",
    ),
    "items.figure": ("Distribution of answers: {scale}", "{scale}各题项作答分布图"),
    "items.figure_list": (
        "Distribution of answers: {scale}, items answered from “{first}” to “{last}”",
        "{scale}各题项作答分布图（选项为“{first}”至“{last}”）",
    ),
    "items.note_shape": (
        "*G*~1~ and excess *G*~2~, as in SPSS and Excel.",
        "偏度为*G*~1~，峰度为超额峰度*G*~2~，与SPSS、Excel一致。",
    ),
    "items.means": (
        "Of the {k} items, {high} had the highest mean (*M* = {high_mean:number}, *SD* = {high_sd:number}) and {low} "
        "the lowest (*M* = {low_mean:number}, *SD* = {low_sd:number}).",
        "在{k}个题项中，{high}的均值最高（*M* = {high_mean:number}，*SD* = {high_sd:number}），{low}的均值最低"
        "（*M* = {low_mean:number}，*SD* = {low_sd:number}）。",
    ),
    "items.means_of_range": (
        "Of the {k} items answered from {from_:text} to {to:text}, {high} had the highest mean (*M* = "
        "{high_mean:number}, *SD* = {high_sd:number}) and {low} the lowest (*M* = {low_mean:number}, *SD* = "
        "{low_sd:number}).",
        "在取值范围为{from_:text}～{to:text}的{k}个题项中，{high}的均值最高（*M* = {high_mean:number}，"
        "*SD* = {high_sd:number}），{low}的均值最低（*M* = {low_mean:number}，*SD* = {low_sd:number}）。",
    ),
    "items.equal_means": (
        "The {k} items all had the same mean (*M* = {mean:number}).",
        "{k}个题项的均值相同（*M* = {mean:number}）。",
    ),
    "items.gap": (
        "{scale} ({high} {high_mean:number}, {low} {low_mean:number})",
        "{scale}（{high}为{high_mean:number}，{low}为{low_mean:number}）",
    ),
    "items.gaps": (
        "The highest and the lowest item mean of a scale differed by {gap:number} points or more in {scales}; in the other "
        "scales the item means lay closer together.",
        "同一量表内题项均值的最大差距达到{gap:number}分的有：{scales}；其余量表各题项的均值较为接近。",
    ),
    "items.gaps_all": (
        "In every scale the highest and the lowest item mean differed by {gap:number} points or more: {scales}.",
        "各量表内题项均值的最大差距均达到{gap:number}分：{scales}。",
    ),
    "items.gaps_of_range": (
        "In the scales of these items the highest and the lowest item mean differed by {gap:number} points or more: {scales}.",
        "在上述题项所属的各量表内，题项均值的最大差距均达到{gap:number}分：{scales}。",
    ),
    "items.no_gaps_of_range": (
        "Within the scales of these items the item means differed by less than {gap:number} points.",
        "在上述题项所属的各量表内，题项均值较为接近，最大差距均小于{gap:number}分。",
    ),
    "items.gaps_some": (
        "The highest and the lowest item mean of a scale differed by {gap:number} points or more in {k} scales, most "
        "clearly in {scales}.",
        "同一量表内题项均值的最大差距达到{gap:number}分的量表有{k}个，其中差距最大的是：{scales}。",
    ),
    "items.no_gaps": (
        "Within each scale the item means differed by less than {gap:number} points.",
        "各量表内部题项均值较为接近，最大差距均小于{gap:number}分。",
    ),
    "items.not_severe": (
        "Skewness (at most {skewness:number} in absolute value) and kurtosis (at most {kurtosis:number}) of the items "
        "stayed within the limits of Kline (2016; {skewness_limit:count} and {kurtosis_limit:count}).",
        "各题项偏度绝对值最大为{skewness:number}，峰度绝对值最大为{kurtosis:number}，均未超过Kline（2016）所称的严重程度"
        "（{skewness_limit:count}和{kurtosis_limit:count}）。",
    ),
    "items.severe": (
        "The answers to {items} deviated severely from a normal distribution.",
        "{items}的作答分布严重偏离正态。",
    ),
    "items.empty": ("Nobody answered {items}.", "{items}无人作答。"),
    "items.constant": (
        "Everybody gave the same answer to {items}; these items tell nothing about differences between respondents.",
        "全体受访者对{items}的作答完全相同，这些题项无法反映个体差异。",
    ),
    "items.multiple": ("{question} (multiple response)", "{question}（多选题）"),
    "items.total": ("Total", "合计"),
    "items.note_cases": (
        "Percentage of the {asked} respondents who were asked, {cases} of whom chose at least one option; SPSS takes "
        "the latter as its base. Totals can exceed 100% because several options could be chosen.",
        "以全部{asked}名应答对象为分母，其中{cases}人至少选择了一项，SPSS以后者为分母；因可多选，合计可超过100%。",
    ),
    "items.note_cases_spss": (
        "Percentage of the {cases} respondents who chose at least one option, as in SPSS; {asked} were asked. Totals "
        "can exceed 100% because several options could be chosen.",
        "以至少选择一项的{cases}人为分母（与SPSS一致），应答对象共{asked}人；因可多选，合计可超过100%。",
    ),
    "items.note_cases_same": (
        "Percentage of the {asked} respondents, all of whom ({cases}) chose at least one option. Totals can exceed 100% "
        "because several options could be chosen.",
        "以{asked}名应答对象为分母（{cases}人均至少选择一项）；因可多选，合计可超过100%。",
    ),
    "items.chosen": (
        "“{option}” (*n* = {n}, {percent:percent})",
        "“{option}”（{n}人，{percent:percent}）",
    ),
    "items.multiple_most": (
        "In answer to “{question}”, respondents most often chose “{option}” (*n* = {n}, {percent:percent} of cases), "
        "followed by {following}.",
        "对于“{question}”，选择“{option}”的人数最多（{n}人，占个案的{percent:percent}），其次为{following}。",
    ),
    "items.multiple_only": (
        "In answer to “{question}”, respondents chose “{option}” only (*n* = {n}, {percent:percent} of cases).",
        "对于“{question}”，受访者仅选择了“{option}”（{n}人，占个案的{percent:percent}）。",
    ),
    "items.multiple_tied": (
        "In answer to “{question}”, {options} were chosen most often, by {n} respondents each ({percent:percent} of "
        "cases).",
        "对于“{question}”，{options}被选次数并列最多，各{n}人（占个案的{percent:percent}）。",
    ),
    "items.multiple_nobody": (
        "In answer to “{question}”, nobody chose an option.",
        "对于“{question}”，无人作出选择。",
    ),
    "items.ranking": ("{question} (ranking)", "{question}（排序题）"),
    "items.mean_rank": ("Mean rank", "平均名次"),
    "items.first": ("Ranked first", "排第一的人数"),
    "items.percent_first": ("Ranked first (%)", "排第一的比例（%）"),
    "items.note_ranking": (
        "1 is the highest rank. Mean ranks are computed over the respondents who ranked the option; percentages refer to "
        "the {cases} respondents who ranked at least one option.",
        "名次1为最高。平均名次以对该选项排序者计算；排第一的比例以参与排序的{cases}人为分母。",
    ),
    "items.ranking_best": (
        "In answer to “{question}”, “{option}” had the best mean rank ({mean:number}; *n* = {n}); {first} respondents "
        "put it first.",
        "对于“{question}”，“{option}”的平均名次最靠前（{mean:number}，{n}人排序），{first}人将其排在第一位。",
    ),
    "items.single": ("Other questions", "其他单选题的频数分布"),
    "items.numbers": ("Other questions: numbers", "其他数值型问题的描述统计"),
    "items.open": ("Open questions", "开放题作答情况"),
    "items.question": ("Question", "问题"),
    "items.asked": ("Asked", "应答对象人数"),
    "items.answered": ("Answered", "作答人数"),
    "items.note_open": (
        "Answers are not quoted because they may identify respondents.",
        "开放题的文字内容可能暴露个人身份，此处不予引用。",
    ),
}
