"""Words of the section on ranking questions."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "ranking.title": ("Ranking questions", "排序题分析"),
    "ranking.none": (
        'the responses hold no ranking question; declare one with kind = "ranking" in the questionnaire',
        '答卷中没有排序题；请在问卷文件中以kind = "ranking"声明',
    ),
    "ranking.none_usable": ("“{question}”: {reason}", "“{question}”：{reason}"),
    "ranking.withheld": (
        "“{question}” was not analysed: {reason}.",
        "未分析“{question}”：{reason}。",
    ),
    "ranking.heading": ("{question}", "{question}"),
    "ranking.methods": (
        "Rankings are described by the mean rank of each option with its *t* interval, the share of respondents who "
        "placed it first or among the first, and its Borda share. Agreement between respondents was measured by Kendall’s *W* "
        "(Kendall, 1948), whose χ^2^ is that of the Friedman test. How strongly the options are preferred was "
        "estimated by the Plackett–Luce model (Plackett, 1975), fitted by maximum likelihood with the MM algorithm of "
        "Hunter (2004): at every place, an option is chosen in proportion to its worth among the options not yet placed. "
        "Intervals rest on the observed information of the log worths. Neighbouring options were compared by *z* tests of "
        "their log worths, adjusted after Holm.",
        "排序题报告各选项的平均名次（附*t*置信区间）、排在首位（或前几位）的比例以及波达（Borda）得分率。受访者之间排序的一致"
        "程度以肯德尔和谐系数*W*（Kendall, 1948）衡量，其χ^2^即弗里德曼（Friedman）检验的统计量。各选项的偏好强度"
        "采用Plackett–Luce模型（Plackett, 1975）估计，以Hunter（2004）的MM算法求极大似然解：在每一名次上，某选项被选中的概率与其在"
        "尚未排序的选项中所占的偏好值成正比。置信区间由对数偏好值的观测信息矩阵得出；次序相邻的选项以对数偏好值之差的*z*检验"
        "比较，*p*值经Holm校正。",
    ),
    "ranking.methods_groups": (
        "Groups were compared by a likelihood-ratio test of worths of their own in each group against common worths, and, "
        "option by option, by the Kruskal–Wallis test (Kruskal & Wallis, 1952) with *p* values adjusted after Holm.",
        "组间比较先以似然比检验比较“各组偏好值不同”与“各组偏好值相同”两个模型，再就各选项的名次分别作Kruskal–Wallis检验"
        "（Kruskal & Wallis, 1952），*p*值经Holm校正。",
    ),
    "ranking.options": ("Ranking of the options: {question}", "各选项的排序结果：{question}"),
    "ranking.by_group": ("Mean ranks by {by}: {question}", "不同{by}人员的平均名次：{question}"),
    "ranking.figure_worth": (
        "Log worths of the options: {question}",
        "各选项的对数偏好值：{question}",
    ),
    "ranking.figure_means": ("Mean ranks of the options: {question}", "各选项的平均名次：{question}"),
    "ranking.mean_rank": ("Mean rank", "平均名次"),
    "ranking.first": ("Ranked first (%)", "排第一的比例（%）"),
    "ranking.top": ("Among the first {top} (%)", "排前{top}位的比例（%）"),
    "ranking.borda": ("Borda share (%)", "波达得分率（%）"),
    "ranking.worth": ("Worth", "偏好值"),
    "ranking.log_worth": ("Log worth (0: average of the options)", "对数偏好值（0为各选项的平均水平）"),
    "ranking.group": ("{group} (*n* = {n:count})", "{group}（*n* = {n:count}）"),
    "ranking.note_percent": (
        "Options in order of preference; rank 1 is the highest. Mean ranks refer to those who ranked the option, shares to the "
        "{cases} respondents who ranked at least one.",
        "选项按偏好由强到弱排列，名次1为最高。平均名次以对该选项排序者计算，各比例以参与排序的{cases}人为分母。",
    ),
    "ranking.note_borda": (
        "Borda share: points obtained (number of options behind it) as a percentage of the points possible; 50 is the "
        "average option.",
        "波达得分率：实得分（排在其后的选项个数）占满分的百分比，50为平均水平。",
    ),
    "ranking.note_worth": (
        "Plackett–Luce worth, adding up to 1: the probability, by the model, of being put first (*n* = {n}).",
        "Plackett–Luce模型的偏好值，合计为1，即模型估计的该选项被排在首位的概率（*n* = {n}）。",
    ),
    "ranking.note_no_worth": ("Not computed: {reason}.", "未计算：{reason}。"),
    "ranking.note_partial": (
        "{partial} respondents ranked some of the options only; the others count as placed behind, sharing the places left.",
        "{partial}人仅对部分选项排序，其未排序的选项视为排在其后，并平均分配剩余名次。",
    ),
    "ranking.note_groups": (
        "*H* of the Kruskal–Wallis test with {df} {df?degree|degrees} of freedom, corrected for ties; *p*~Holm~ is adjusted over the options.",
        "*H*为Kruskal–Wallis检验统计量（自由度{df}，已作同秩校正）；*p*~Holm~按选项个数作Holm校正。",
    ),
    "ranking.note_completed": (
        "Options that a respondent did not rank enter with the mean of the places left.",
        "未排序的选项以剩余名次的平均值计入。",
    ),
    "ranking.note_merged": (
        "Merged because of their size: {groups}.",
        "因人数过少而合并的组：{groups}。",
    ),
    "ranking.note_left_out": (
        "Left out because of their size: {groups}.",
        "因人数过少而未纳入的组：{groups}。",
    ),
    "ranking.order": (
        "In answer to “{question}”, the options stood in this order of worth: {options}. By the model, “{best}” is put "
        "first with a probability of {share:bounded} ({share:ci}, *n* = {n}).",
        "对于“{question}”，各选项按偏好值由高到低依次为：{options}。据模型估计，“{best}”被排在首位的概率为{share:bounded}"
        "（{share:ci}，*n* = {n}）。",
    ),
    "ranking.order_borda": (
        "In answer to “{question}”, the options stood in this order of Borda points: {options}. “{best}” obtained "
        "{share:percent} of the points possible.",
        "对于“{question}”，各选项按波达得分由高到低依次为：{options}。“{best}”的得分率为{share:percent}。",
    ),
    "ranking.no_worth": (
        "Worths of the Plackett–Luce model were not estimated: {reason}.",
        "未估计Plackett–Luce模型的偏好值：{reason}。",
    ),
    "ranking.step": ("{first} over {second} ({p:p})", "“{first}”高于“{second}”（{p:p}）"),
    "ranking.apart": (
        "Between neighbours in this order, the difference in worth was significant after Holm’s adjustment for {steps}.",
        "经Holm校正，次序相邻的选项中偏好值差异显著的有：{steps}。",
    ),
    "ranking.level": (
        "After Holm’s adjustment, the order of these neighbours is not settled by the data: {steps}.",
        "经Holm校正，下列相邻选项的偏好值差异未达到显著水平，其先后次序尚不能确定：{steps}。",
    ),
    "ranking.agree": (
        "The {m} respondents who ranked all options agreed more than chance would have it, *W* = {w:bounded}, "
        "χ^2^({df:df}) = {chi2:number}, {p:p}; *W* is 0 without any agreement and 1 with full agreement, and two respondents "
        "correlated at {rho:bounded} on average (Spearman).",
        "{m}名对全部选项排序的受访者，其排序的一致程度高于随机水平，*W* = {w:bounded}，χ^2^({df:df}) = {chi2:number}，{p:p}"
        "（*W*为0表示完全不一致，为1表示完全一致；两两受访者之间的平均斯皮尔曼相关为{rho:bounded}）。",
    ),
    "ranking.no_agreement": (
        "Agreement among the {m} respondents who ranked all options did not exceed chance significantly, *W* = {w:bounded}, "
        "χ^2^({df:df}) = {chi2:number}, {p:p} (mean Spearman correlation between two respondents {rho:bounded}).",
        "{m}名对全部选项排序的受访者，其排序的一致程度未显著高于随机水平，*W* = {w:bounded}，χ^2^({df:df}) = {chi2:number}，{p:p}"
        "（两两受访者之间的平均斯皮尔曼相关为{rho:bounded}）。",
    ),
    "ranking.no_concordance": (
        "Kendall’s *W* was not computed: {reason}.",
        "未计算肯德尔和谐系数：{reason}。",
    ),
    "ranking.groups_differ": (
        "The worths of the options differed by {by}, likelihood ratio χ^2^({df:df}) = {chi2:number}, {p:p}.",
        "不同{by}人员的偏好值存在显著差异，似然比χ^2^({df:df}) = {chi2:number}，{p:p}。",
    ),
    "ranking.groups_alike": (
        "The worths of the options did not differ significantly by {by}, likelihood ratio χ^2^({df:df}) = {chi2:number}, {p:p}.",
        "不同{by}人员的偏好值差异未达到显著水平，似然比χ^2^({df:df}) = {chi2:number}，{p:p}。",
    ),
    "ranking.option_test": (
        "{option} (*H* = {h:number}, {p:p})",
        "“{option}”（*H* = {h:number}，{p:p}）",
    ),
    "ranking.options_differ": (
        "Taken one by one and after Holm’s adjustment, the rank differed by {by} for {options}.",
        "逐项检验，经Holm校正后，不同{by}人员名次差异显著的选项有：{options}。",
    ),
    "ranking.options_alike": (
        "Taken one by one, no option’s rank differed significantly by {by} after Holm’s adjustment.",
        "逐项检验，经Holm校正后，各选项的名次在不同{by}人员之间的差异均未达到显著水平。",
    ),
    "ranking.no_groups": ("Groups were not compared: {reason}.", "未作组间比较：{reason}。"),
    "ranking.tied": (
        "{tied} rankings give one rank to two options; they do not enter the Plackett–Luce model.",
        "{tied}份排序中有两个选项名次相同，未纳入Plackett–Luce模型。",
    ),
}
