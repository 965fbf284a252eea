"""The words of the section on cross tables."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "crosstab.title": ("Cross tables", "交叉分析"),
    "crosstab.method": (
        "Whether the answers to single-choice questions differ between groups was tested by Pearson’s χ^2^ without continuity correction; adjusted residuals (Haberman, 1973) show which cells depart from independence.",
        "单选题的作答在不同组别间是否存在差异，采用Pearson χ^2^检验（不作连续性校正）；以调整后标准化残差（Haberman, 1973）判断哪些单元格偏离独立假设。",
    ),
    "crosstab.method_several": (
        "For questions with several answers each option (chosen or not) was tested separately, with the *p* values adjusted for their number (Holm, 1979); because the same respondents answer all options, the overall test uses the second-order corrected sum of their χ^2^ values (Bilder & Loughin, 2004).",
        "对于多选题，逐一检验各选项（选择与未选择）的组间差异，并以Holm法（Holm, 1979）校正*p*值；由于各选项由同一批受访者作答，整体检验采用各选项χ^2^之和的二阶校正统计量（Bilder & Loughin, 2004）。",
    ),
    "crosstab.method_exact": (
        "Where an expected count is below 1 or more than a fifth of them are below 5 (Cochran, 1954), Fisher’s exact test in its general form (Freeman & Halton, 1951) decides.",
        "若有期望频数小于1，或超过五分之一的单元格期望频数小于5（Cochran, 1954），则以扩展的Fisher精确检验（Freeman & Halton, 1951）为准。",
    ),
    "crosstab.method_v": (
        "Cramér’s *V* is given with a confidence interval from the noncentral χ^2^ distribution (Smithson, 2003).",
        "效应量为Cramér’s *V*，其置信区间由非中心χ^2^分布求得（Smithson, 2003）。",
    ),
    "crosstab.heading_single": ("Single-choice questions", "单选题"),
    "crosstab.by": ("{question} by {by}", "{question}与{by}"),
    "crosstab.pair": ("Question by groups", "题目与分组变量"),
    "crosstab.group": ("{group} (*n* = {n:count})", "{group}（*n* = {n:count}）"),
    "crosstab.total": ("Total (*n* = {n:count})", "合计（*n* = {n:count}）"),
    "crosstab.percent": ("%", "%"),
    "crosstab.p_exact": ("*p*~exact~", "精确*p*值"),
    "crosstab.overall": ("All options together", "全部选项（整体检验）"),
    "crosstab.counts_title": ("“{question}” by {by}", "“{question}”与{by}的交叉表"),
    "crosstab.residuals_title": (
        "Adjusted residuals: “{question}” by {by}",
        "调整后标准化残差：“{question}”与{by}",
    ),
    "crosstab.tests_title": ("Tests of the cross tables", "交叉表的检验结果"),
    "crosstab.options_title": (
        "Tests of the options: “{question}” by {by}",
        "各选项的检验：“{question}”与{by}",
    ),
    "crosstab.figure": (
        "Options of “{question}” chosen, by {by}",
        "“{question}”各选项的选择情况：按{by}",
    ),
    # notes
    "crosstab.note_all": (
        "*n* = {n:count}; all who were asked answered both questions.",
        "*n* = {n:count}，应答对象对两题均有作答。",
    ),
    "crosstab.note_n": (
        "*n* = {n:count} of {asked:count} asked answered both questions.",
        "应答对象{asked:count}人，其中{n:count}人对两题均有作答。",
    ),
    "crosstab.note_column": (
        "Column percentages: of all respondents in the same column (by {by}).",
        "百分比以{by}各组人数为分母（列百分比）。",
    ),
    "crosstab.note_several": (
        "Column percentages: of all respondents in the same column (by {by}); as several answers were allowed, they can add up to more than 100.",
        "百分比以{by}各组人数为分母；本题可多选，各选项百分比之和可超过100%。",
    ),
    "crosstab.note_unused": (
        "Chosen by nobody and left out: {names}.",
        "无人选择、未列入表中的选项：{names}。",
    ),
    "crosstab.note_residuals": (
        "Approximately standard normal under independence; values of at least 1.96 in size are set in bold.",
        "在独立假设下近似服从标准正态分布；绝对值不小于1.96者以粗体标示。",
    ),
    "crosstab.note_chi2": (
        "Without Yates’s continuity correction; SPSS prints the corrected value beside it for 2 × 2 tables.",
        "未作Yates连续性校正；对于2×2表，SPSS会同时给出校正值。",
    ),
    "crosstab.note_exact": (
        "Fisher’s exact test, given where expected counts are small; it decides there.",
        "期望频数较小时给出Fisher精确检验的*p*值，并以其为准。",
    ),
    "crosstab.note_simulated": (
        "Too many tables to enumerate: from {draws:count} random tables with the same margins.",
        "可能的表格过多，无法逐一列举：由{draws:count}个边际相同的随机表格模拟得到。",
    ),
    "crosstab.note_v": (
        "The interval is for *V* in the population; the sample value tends to lie above it in small tables.",
        "置信区间针对总体*V*；样本较小时，样本*V*往往偏高。",
    ),
    "crosstab.note_holm": (
        "Adjusted by Holm’s method over the options, from the exact *p* value where there is one.",
        "在各选项之间按Holm法校正；有精确*p*值的选项以精确*p*值为基础。",
    ),
    "crosstab.note_overall": (
        "Sum of the options’ χ^2^ with the second-order correction of Rao and Scott for their dependence.",
        "各选项χ^2^之和，按Rao与Scott的方法对选项间的相关作二阶校正。",
    ),
    "crosstab.note_permuted": (
        "From {draws:count} random allocations of the respondents to the groups.",
        "由{draws:count}次随机重新分组（置换检验）得到。",
    ),
    "crosstab.note_constant": (
        "Chosen by everybody or by nobody and therefore not tested: {names}.",
        "所有人均选择或均未选择、因而未作检验的选项：{names}。",
    ),
    # findings
    "crosstab.differs": (
        "The answers to “{question}” differed significantly by {by}, χ^2^({df:df}, *n* = {n:count}) = {chi2:number}, {p:p}, Cramér’s *V* = {v:bounded}, {v:ci}.",
        "“{question}”的作答在{by}上存在显著差异，χ^2^({df:df}, *n* = {n:count}) = {chi2:number}，{p:p}，Cramér’s *V* = {v:bounded}，{v:ci}。",
    ),
    "crosstab.alike": (
        "No significant difference by {by} was found in the answers to “{question}”, χ^2^({df:df}, *n* = {n:count}) = {chi2:number}, {p:p}, Cramér’s *V* = {v:bounded}, {v:ci}; this does not show that the groups answer alike.",
        "“{question}”的作答在{by}上的差异未达到显著水平，χ^2^({df:df}, *n* = {n:count}) = {chi2:number}，{p:p}，Cramér’s *V* = {v:bounded}，{v:ci}；但这并不说明各组作答相同。",
    ),
    "crosstab.differs_exact": (
        "The answers to “{question}” differed significantly by {by}, Fisher’s exact {p:p} (*n* = {n:count}), Cramér’s *V* = {v:bounded}, {v:ci}.",
        "“{question}”的作答在{by}上存在显著差异，Fisher精确检验{p:p}（*n* = {n:count}），Cramér’s *V* = {v:bounded}，{v:ci}。",
    ),
    "crosstab.alike_exact": (
        "No significant difference by {by} was found in the answers to “{question}”, Fisher’s exact {p:p} (*n* = {n:count}), Cramér’s *V* = {v:bounded}, {v:ci}; this does not show that the groups answer alike.",
        "“{question}”的作答在{by}上的差异未达到显著水平，Fisher精确检验{p:p}（*n* = {n:count}），Cramér’s *V* = {v:bounded}，{v:ci}；但这并不说明各组作答相同。",
    ),
    "crosstab.cell": ("{answer} ({group})", "{answer}（{group}）"),
    "crosstab.more": (
        "More often than expected under independence: {cells}.",
        "频数高于独立假设下期望值的单元格：{cells}。",
    ),
    "crosstab.fewer": (
        "Less often than expected under independence: {cells}.",
        "频数低于独立假设下期望值的单元格：{cells}。",
    ),
    "crosstab.several_differs": (
        "Over all options, the choices in “{question}” differed significantly by {by}, corrected χ^2^({df:df}, *n* = {n:count}) = {chi2:number}, {p:p}.",
        "就全部选项而言，“{question}”的选择在{by}上存在显著差异，校正后χ^2^({df:df}, *n* = {n:count}) = {chi2:number}，{p:p}。",
    ),
    "crosstab.several_alike": (
        "Over all options, no significant difference by {by} was found in the choices in “{question}”, corrected χ^2^({df:df}, *n* = {n:count}) = {chi2:number}, {p:p}.",
        "就全部选项而言，“{question}”的选择在{by}上的差异未达到显著水平，校正后χ^2^({df:df}, *n* = {n:count}) = {chi2:number}，{p:p}。",
    ),
    "crosstab.several_differs_permuted": (
        "Over all options, the choices in “{question}” differed significantly by {by} (sum of the options’ χ^2^ before correction = {total:number}, *n* = {n:count}, permutation {p:p}).",
        "就全部选项而言，“{question}”的选择在{by}上存在显著差异（校正前各选项χ^2^之和 = {total:number}，*n* = {n:count}，置换检验{p:p}）。",
    ),
    "crosstab.several_alike_permuted": (
        "Over all options, no significant difference by {by} was found in the choices in “{question}” (sum of the options’ χ^2^ before correction = {total:number}, *n* = {n:count}, permutation {p:p}); this does not show that the groups choose alike.",
        "就全部选项而言，“{question}”的选择在{by}上的差异未达到显著水平（校正前各选项χ^2^之和 = {total:number}，*n* = {n:count}，置换检验{p:p}）；但这并不说明各组的选择相同。",
    ),
    "crosstab.share": ("{group} {percent:percent}", "{group}{percent:percent}"),
    "crosstab.option_differs": (
        "After Holm’s adjustment the groups differed in “{option}” ({p:p}): {shares}.",
        "经Holm校正，“{option}”的选择比例存在显著的组间差异（{p:p}）：{shares}。",
    ),
    "crosstab.no_option": (
        "No single option differed significantly between the groups after Holm’s adjustment.",
        "经Holm校正，没有单个选项的组间差异达到显著水平。",
    ),
    "crosstab.warn_sparse": (
        "In the table of “{question}” by {by}, {cells:count} of {all:count} expected counts are below 5 (the smallest is {least:number}); the χ^2^ approximation is doubtful there, so the exact test decides.",
        "“{question}”与{by}的交叉表中，{all:count}个单元格有{cells:count}个期望频数小于5（最小为{least:number}），χ^2^近似不可靠，故以精确检验为准。",
    ),
    "crosstab.withheld": (
        "The cross table of “{question}” by {by} is not reported: {reason}.",
        "未报告“{question}”与{by}的交叉表：{reason}。",
    ),
    # reasons
    "crosstab.no_plan": (
        "the plan names no pair of questions; write [[plan.crosstab]] with question and by into the questionnaire file",
        "分析计划未指明交叉的题目；请在问卷文件中写入[[plan.crosstab]]，并给出question与by",
    ),
    "crosstab.not_in_file": ("not in the file: {names}", "数据文件中没有{names}"),
    "crosstab.too_many": (
        "{name} has {k:count} different answers; a cross table can show at most {most:count}",
        "{name}有{k:count}种不同的作答，交叉表最多容纳{most:count}种",
    ),
}
