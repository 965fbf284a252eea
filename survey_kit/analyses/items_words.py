"""Words of the items section."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words
from survey_kit.analyses.choices import CHOICE_WORDS

WORDS: Words = {
    **CHOICE_WORDS,
    "items.title": ("Items and questions", "题项与问题的描述统计"),
    "items.nothing": (
        "the file holds neither items of a scale nor other questions",
        "数据文件中既没有量表题项，也没有其他问题",
    ),
    "items.methods": (
        "Each item is described by its mean, standard deviation, median, skewness and kurtosis over the respondents "
        "who answered it, and by the share of each answer. Skewness is *G*~1~ and kurtosis the excess kurtosis "
        "*G*~2~ (Joanes & Gill, 1998); an absolute skewness above 3 or kurtosis above 10 counts as severe "
        "(Kline, 2016).",
        "各题项以实际作答者的均值、标准差、中位数、偏度、峰度及各选项比例描述。偏度为*G*~1~，峰度为超额峰度*G*~2~"
        "（Joanes & Gill, 1998）；偏度绝对值大于3或峰度绝对值大于10视为严重偏离正态（Kline, 2016）。",
    ),
    "items.methods_multiple": (
        "Multiple-response questions are counted by option, as a percentage of all choices and of the respondents.",
        "多选题按选项统计频数，并分别报告占应答次数的百分比与占个案的百分比。",
    ),
    "items.scale": ("Items of {scale}", "{scale}各题项的描述统计"),
    "items.answers": ("Distribution of answers: {scale}", "{scale}各题项的作答分布"),
    "items.answers_span": ("Answers (%)", "作答比例（%）"),
    "items.figure": ("Distribution of answers: {scale}", "{scale}各题项作答分布图"),
    "items.note_shape": (
        "*G*~1~ and excess *G*~2~, as in SPSS and Excel.",
        "偏度为*G*~1~，峰度为超额峰度*G*~2~，与SPSS、Excel一致。",
    ),
    "items.means": (
        "Among the items of {scale}, {high} has the highest mean ({high_mean:number}) and {low} the lowest "
        "({low_mean:number}).",
        "{scale}的各题项中，{high}的均值最高（{high_mean:number}），{low}的均值最低（{low_mean:number}）。",
    ),
    "items.equal_means": (
        "The items of {scale}, from {high} to {low}, all have the same mean ({high_mean:number}; {low_mean:number}).",
        "{scale}的各题项（{high}至{low}）均值相同（{high_mean:number}；{low_mean:number}）。",
    ),
    "items.severe": (
        "The answers to {items} ({scale}) deviate severely from a normal distribution.",
        "{scale}的{items}作答分布严重偏离正态。",
    ),
    "items.empty": ("Nobody answered {items}.", "{items}无人作答。"),
    "items.constant": (
        "Everybody gave the same answer to {items}; these items tell nothing about differences between respondents.",
        "全体受访者对{items}的作答完全相同，这些题项无法反映个体差异。",
    ),
    "items.multiple": ("{question} (multiple response)", "{question}（多选题）"),
    "items.total": ("Total", "合计"),
    "items.note_cases": (
        "Of the {asked} respondents who were asked; {cases} of them chose at least one option. SPSS takes the "
        "latter as its base.",
        "以全部{asked}名应答对象为分母，其中{cases}人至少选择了一项；SPSS以后者为分母。",
    ),
    "items.note_cases_spss": (
        "Of the {cases} respondents who chose at least one option (as SPSS); {asked} were asked.",
        "以至少选择一项的{cases}人为分母（与SPSS一致），应答对象共{asked}人。",
    ),
    "items.note_cases_same": (
        "Of {asked} respondents, all of whom ({cases}) chose at least one option; adds up to more than 100% because "
        "several choices were possible.",
        "以{asked}名应答对象为分母（{cases}人均至少选择一项）；因可多选，合计可超过100%。",
    ),
    "items.multiple_most": (
        "{question}: {option} was chosen most often, by {n} respondents ({percent:percent} of cases).",
        "在“{question}”中，选择“{option}”的人数最多，为{n}人（占个案的{percent:percent}）。",
    ),
    "items.multiple_tied": (
        "{question}: {options} were chosen most often, by {n} respondents each ({percent:percent} of cases).",
        "在“{question}”中，“{options}”被选次数并列最多，各{n}人（占个案的{percent:percent}）。",
    ),
    "items.multiple_nobody": ("{question}: nobody chose an option.", "在“{question}”中，无人作出选择。"),
    "items.ranking": ("{question} (ranking)", "{question}（排序题）"),
    "items.mean_rank": ("Mean rank", "平均名次"),
    "items.first": ("Ranked first", "排第一的人数"),
    "items.percent_first": ("Ranked first (%)", "排第一的比例（%）"),
    "items.note_ranking": (
        "1 is the highest rank. The mean rank is taken over those who ranked the option; ranked first: percent of the "
        "{cases} respondents who ranked anything.",
        "名次1为最高。平均名次以对该选项排序者计算；排第一的比例以参与排序的{cases}人为分母。",
    ),
    "items.ranking_best": (
        "{question}: {option} has the best mean rank ({mean:number}, given by {n} respondents).",
        "在“{question}”中，“{option}”的平均名次最靠前（{mean:number}，{n}人排序）。",
    ),
    "items.single": ("Other questions", "其他单选题的频数分布"),
    "items.numbers": ("Other questions: numbers", "其他数值型问题的描述统计"),
    "items.open": ("Open questions", "开放题作答情况"),
    "items.question": ("Question", "问题"),
    "items.asked": ("Asked", "应答对象人数"),
    "items.answered": ("Answered", "作答人数"),
    "items.note_open": (
        "What was written is not reproduced here, because it can make people known.",
        "开放题的文字内容可能暴露个人身份，此处不予引用。",
    ),
}
