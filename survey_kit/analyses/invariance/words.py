"""Words of the section on measurement invariance."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "invariance.title": ("Measurement invariance across groups", "跨组测量等值性检验"),
    "invariance.heading": ("Invariance model {number}", "等值性模型{number}"),
    "invariance.heading_named": ("Invariance model {number}: {label}", "等值性模型{number}：{label}"),
    # why nothing is fitted
    "invariance.no_line": (
        "the plan names no groups: add a [[plan.invariance]] line with by (a single-choice question) and scales to the "
        "questionnaire",
        "分析计划未指定分组：请在问卷文件中添加[[plan.invariance]]，以by写明一道单选题，以scales列出量表",
    ),
    "invariance.not_in_file": (
        "the responses do not hold {question}, which by in a [[plan.invariance]] line names",
        "答卷中没有[[plan.invariance]]的by所指定的“{question}”",
    ),
    "invariance.no_scales": (
        "the factor model needs one scale of three items or two scales of two items each; name them under scales in the "
        "[[plan.invariance]] line of the questionnaire",
        "因子模型至少需要一个三题项量表或两个两题项量表，请在问卷文件的[[plan.invariance]]中以scales列出",
    ),
    "invariance.too_few": (
        "fewer than two groups of {question} have the {needed:count} respondents that the model needs, as many as it has free "
        "parameters in each group ({factors} {factors?factor|factors}, {items} items): {groups}. Name fewer scales or a question "
        "with larger groups in the [[plan.invariance]] line",
        "按{question}分组后，人数达到模型要求的组不足两组：每组至少需要{needed:count}人，即不少于每组的自由参数个数"
        "（{factors}个因子、{items}个题项）；各组人数为{groups}。请在[[plan.invariance]]中减少量表，或改用人数较多的分组",
    ),
    "invariance.constant": (
        "in the group {group} there is no variance in {items}; the model of several groups needs every item to vary in every "
        "group",
        "{group}组的{items}没有变异，而多组模型要求各题项在每一组均有变异",
    ),
    "invariance.group_fails": (
        "the model cannot be estimated in the group {group}: {reason}",
        "{group}组无法估计该模型：{reason}",
    ),
    "invariance.refused": ("This model was not estimated: {reason}.", "未估计该模型：{reason}。"),
    # methods
    "invariance.methods": (
        "Whether the groups answer by the same measure was examined by confirmatory factor analysis of several groups (Meredith, "
        "1993) with maximum likelihood, in three steps: the same factors in every group (configural), equal loadings (metric), "
        "equal loadings and intercepts (scalar). Variances and covariances of the factors and error variances were free in every "
        "group; in the scalar model so were the factor means of all groups but the first. Reverse-worded items had been "
        "reverse-scored.",
        "采用极大似然估计的多组验证性因子分析检验测量等值性（Meredith, 1993），依次比较三个模型：形态等值（各组因子结构相同）、"
        "弱等值（各组因子载荷相等）和强等值（各组载荷与截距均相等）。各模型中因子方差、协方差和误差方差均在各组自由估计；"
        "强等值模型将第一组的因子均值固定为0，其余各组自由估计。反向计分题已作转换。",
    ),
    "invariance.methods_robust": (
        "For complete answers scaled χ^2^ (MLR; Yuan & Bentler, 2000), its scaled difference test (Satorra & Bentler, 2001) and "
        "robust CFI, TLI and RMSEA (Brosseau-Liard et al., 2012; Brosseau-Liard & Savalei, 2014), which do not assume normal "
        "answers, are given beside maximum likelihood; the judgements rest on them.",
        "作答完整时，同时报告不要求正态分布的校正χ^2^（MLR；Yuan & Bentler, 2000）及其校正差异检验（Satorra & Bentler, 2001），"
        "以及稳健的CFI、TLI和RMSEA（Brosseau-Liard et al., 2012；Brosseau-Liard & Savalei, 2014），结论以此为准。",
    ),
    "invariance.methods_missing": (
        "Where answers were missing, full information maximum likelihood used every answer given, on the assumption that "
        "answers are missing at random (Enders & Bandalos, 2001); robust statistics are not given for it.",
        "存在缺失时，采用完全信息极大似然估计（FIML），利用全部已有作答，其前提为随机缺失（Enders & Bandalos, 2001）；"
        "此时不报告稳健统计量。",
    ),
    "invariance.methods_criteria": (
        "The configural model was judged by the limits of Hu and Bentler (1999). An equality was taken as supported when CFI fell "
        "by no more than .010 (ΔCFI ≥ −.010; Cheung & Rensvold, 2002; Chen, 2007). Changes in RMSEA and SRMR and the χ^2^ "
        "difference test are reported beside it; the test rejects trifling differences in large samples.",
        "形态等值模型的拟合依据Hu和Bentler（1999）的标准评价。若CFI的下降不超过0.010（ΔCFI ≥ −0.010），则认为相应的等值限制成立"
        "（Cheung & Rensvold, 2002；Chen, 2007）。同时报告RMSEA、SRMR的变化和χ^2^差异检验；大样本下该检验会拒绝微小的差异。",
    ),
    "invariance.methods_limit": (
        "These limits are conventions from simulations. That an equality is supported does not prove it, least of all in small "
        "groups.",
        "上述标准源于模拟研究，属于经验惯例；等值限制未被拒绝并不证明各组完全相同，各组人数较少时尤其如此。",
    ),
    # tables
    "invariance.configural": ("configural", "形态等值"),
    "invariance.metric": ("metric", "弱等值"),
    "invariance.scalar": ("scalar", "强等值"),
    "invariance.name_configural": ("Configural", "形态等值"),
    "invariance.name_metric": ("Metric", "弱等值"),
    "invariance.name_scalar": ("Scalar", "强等值"),
    "invariance.row_ml": ("{step}, ML", "{step}，ML"),
    "invariance.row_mlr": ("{step}, MLR", "{step}，MLR"),
    "invariance.row_fiml": ("{step}, FIML", "{step}，FIML"),
    "invariance.against": ("{tied} – {free}", "{tied}—{free}"),
    "invariance.group": ("{group} (*n* = {n:count})", "{group}（*n* = {n:count}）"),
    "invariance.steps": (
        "Invariance by {question}: fit of the steps",
        "按{question}的测量等值性：各步模型拟合",
    ),
    "invariance.changes": (
        "Invariance by {question}: changes from step to step",
        "按{question}的测量等值性：嵌套模型比较",
    ),
    "invariance.hints_loadings": (
        "Invariance by {question}: tests of each item’s equal loading",
        "按{question}的测量等值性：各题项载荷等值限制的检验",
    ),
    "invariance.hints_intercepts": (
        "Invariance by {question}: tests of each item’s equal intercept",
        "按{question}的测量等值性：各题项截距等值限制的检验",
    ),
    "invariance.means": ("Differences in the factors by {question}", "不同{question}的因子均值差异"),
    "invariance.comparison": ("Comparison", "比较"),
    "invariance.delta_chi2": ("Δχ^2^", "Δχ^2^"),
    "invariance.delta_df": ("Δ*df*", "Δ*df*"),
    "invariance.standardized": ("Standardized", "标准化差异"),
    "invariance.note_model": (
        "Factors: {scales} ({items:count} items).",
        "因子：{scales}（共{items:count}个题项）。",
    ),
    "invariance.note_complete": (
        "Complete answers only, *N* = {n:count}: {groups}. χ^2^ is the sum over the groups of *n* times the discrepancy, as in lavaan "
        "and Mplus; AMOS gives slightly smaller values.",
        "仅含完整作答者，*N* = {n:count}：{groups}。χ^2^为各组*n*与拟合函数值乘积之和（与lavaan、Mplus一致）；AMOS的结果略小。",
    ),
    "invariance.note_missing": (
        "Full information (FIML) over everybody who answered at least one of the items, *N* = {n:count}: {groups}.",
        "完全信息极大似然（FIML），样本为至少作答其中一题者，*N* = {n:count}：{groups}。",
    ),
    "invariance.note_robust": (
        "MLR: scaled χ^2^ of Yuan and Bentler; robust CFI, TLI and RMSEA, not the “scaled” ones.",
        "MLR行为Yuan–Bentler校正χ^2^以及稳健（robust）的CFI、TLI和RMSEA，而非“scaled”指数。",
    ),
    "invariance.note_rmsea": (
        "Multiplied by the root of the number of groups (Steiger, 1998), as in lavaan and Mplus, with a 90% interval; RMSEA of "
        "AMOS is smaller.",
        "已乘以组数的平方根（Steiger, 1998；与lavaan、Mplus一致），区间为90%置信区间；AMOS未作此乘，数值较小。",
    ),
    "invariance.note_limits": (
        "An equality is supported when CFI falls by no more than {cfi:bounded}; Chen (2007) also asks that RMSEA rise by less than "
        "{rmsea:bounded}. Differences are taken before rounding.",
        "CFI下降不超过{cfi:bounded}时认为等值限制成立；Chen（2007）另要求RMSEA的上升小于{rmsea:bounded}。差值由未取舍的数值求得。",
    ),
    "invariance.note_scaled": (
        "MLR: scaled difference test of Satorra and Bentler (2001).",
        "MLR行为Satorra–Bentler（2001）校正差异检验。",
    ),
    "invariance.note_no_scaled": (
        "A dash stands where the scale of the difference came out negative, which happens in small samples.",
        "校正系数为负时无法计算校正差异检验，小样本中可能出现此种情形。",
    ),
    "invariance.note_hints": (
        "Score tests, by normal theory, of letting the groups differ in this item alone while all other equalities stay. The "
        "tests are exploratory and depend on each other. *p*~Holm~ is adjusted over the items.",
        "得分检验（正态理论）：其余等值限制不变，仅放开该题项。各检验属探索性质且互不独立；*p*~Holm~为对全部题项的校正值。",
    ),
    "invariance.note_means_robust": (
        "Factor mean of the group minus that of {reference}, from the scalar model, in units of the first item of the scale; robust "
        "*SE*, *z* test. Standardized: by the pooled standard deviation of the factor. *p*~Holm~ is adjusted over the table.",
        "强等值模型中该组因子均值减去参照组（{reference}）的因子均值，单位同量表首个题项；稳健*SE*，*z*检验。标准化差异以因子的合并标准差为单位；"
        "*p*~Holm~为对全表检验的校正值。",
    ),
    "invariance.note_means_plain": (
        "Factor mean of the group minus that of {reference}, from the scalar model, in units of the first item of the scale; *z* test. "
        "Standardized: by the pooled standard deviation of the factor. *p*~Holm~ is adjusted over the table.",
        "强等值模型中该组因子均值减去参照组（{reference}）的因子均值，单位同量表首个题项；*z*检验。标准化差异以因子的合并标准差为单位；"
        "*p*~Holm~为对全表检验的校正值。",
    ),
    # findings
    "invariance.saturated": (
        "The configural model has no degrees of freedom: it reproduces the covariances exactly, so its fit says nothing, and the "
        "changes of the indices are to be read with caution.",
        "形态等值模型为饱和模型（自由度为0），必然完全拟合，其拟合指数不提供信息，后续指数的变化须谨慎解读。",
    ),
    "invariance.configural_fit": (
        "With the same factors in the {groups} groups of {question} (*N* = {n:count}) the model gave χ^2^({df:df}) = {chi2:number}, "
        "{p:p}, CFI = {cfi:bounded}, TLI = {tli:bounded}, RMSEA = {rmsea:bounded}, SRMR = {srmr:bounded}.",
        "按{question}分为{groups}组（*N* = {n:count}），形态等值模型的拟合结果为：χ^2^({df:df}) = {chi2:number}，{p:p}，CFI = "
        "{cfi:bounded}，TLI = {tli:bounded}，RMSEA = {rmsea:bounded}，SRMR = {srmr:bounded}。",
    ),
    "invariance.configural_fit_robust": (
        "With the same factors in the {groups} groups of {question} (*N* = {n:count}) the model gave robust χ^2^({df:df}) = {chi2:number}, "
        "{p:p}, CFI = {cfi:bounded}, TLI = {tli:bounded}, RMSEA = {rmsea:bounded}, SRMR = {srmr:bounded}.",
        "按{question}分为{groups}组（*N* = {n:count}），形态等值模型的拟合结果为：稳健χ^2^({df:df}) = {chi2:number}，{p:p}，CFI = "
        "{cfi:bounded}，TLI = {tli:bounded}，RMSEA = {rmsea:bounded}，SRMR = {srmr:bounded}。",
    ),
    "invariance.configural_fits": (
        "All four indices are within the limits of Hu and Bentler (1999): the same structure fits every group well.",
        "四项指数均达到Hu和Bentler（1999）的标准，各组因子结构相同的模型拟合良好。",
    ),
    "invariance.configural_misfits": (
        "Beyond the limits of Hu and Bentler (1999) are {missed}; the steps that follow compare with a model that itself does not "
        "fit well, and say accordingly less.",
        "未达到Hu和Bentler（1999）标准的有：{missed}；后续各步以拟合欠佳的模型为比较基准，其结论相应减弱。",
    ),
    "invariance.metric_holds": (
        "Equal loadings gave ΔCFI = {cfi:bounded}, ΔRMSEA = {rmsea:bounded}, ΔSRMR = {srmr:bounded} and "
        "Δχ^2^({df:df}) = {chi2:number}, {p:p}. CFI fell by no more than {limit:bounded}: metric invariance is supported.",
        "限定各组载荷相等后，ΔCFI = {cfi:bounded}，ΔRMSEA = {rmsea:bounded}，ΔSRMR = {srmr:bounded}，"
        "Δχ^2^({df:df}) = {chi2:number}，{p:p}。CFI的下降不超过{limit:bounded}，弱等值成立。",
    ),
    "invariance.metric_holds_saturated": (
        "Equal loadings gave ΔCFI = {cfi:bounded}, ΔSRMR = {srmr:bounded} and "
        "Δχ^2^({df:df}) = {chi2:number}, {p:p}. CFI fell by no more than {limit:bounded}: metric invariance is supported.",
        "限定各组载荷相等后，ΔCFI = {cfi:bounded}，ΔSRMR = {srmr:bounded}，"
        "Δχ^2^({df:df}) = {chi2:number}，{p:p}。CFI的下降不超过{limit:bounded}，弱等值成立。",
    ),
    "invariance.metric_fails": (
        "Equal loadings gave ΔCFI = {cfi:bounded}, ΔRMSEA = {rmsea:bounded}, ΔSRMR = {srmr:bounded} and "
        "Δχ^2^({df:df}) = {chi2:number}, {p:p}. CFI fell by more than {limit:bounded}: metric invariance is not supported.",
        "限定各组载荷相等后，ΔCFI = {cfi:bounded}，ΔRMSEA = {rmsea:bounded}，ΔSRMR = {srmr:bounded}，"
        "Δχ^2^({df:df}) = {chi2:number}，{p:p}。CFI的下降超过{limit:bounded}，弱等值不成立。",
    ),
    "invariance.metric_fails_saturated": (
        "Equal loadings gave ΔCFI = {cfi:bounded}, ΔSRMR = {srmr:bounded} and "
        "Δχ^2^({df:df}) = {chi2:number}, {p:p}. CFI fell by more than {limit:bounded}: metric invariance is not supported.",
        "限定各组载荷相等后，ΔCFI = {cfi:bounded}，ΔSRMR = {srmr:bounded}，"
        "Δχ^2^({df:df}) = {chi2:number}，{p:p}。CFI的下降超过{limit:bounded}，弱等值不成立。",
    ),
    "invariance.scalar_holds": (
        "Equal intercepts in addition gave ΔCFI = {cfi:bounded}, ΔRMSEA = {rmsea:bounded}, ΔSRMR = {srmr:bounded} and "
        "Δχ^2^({df:df}) = {chi2:number}, {p:p}. CFI fell by no more than {limit:bounded}: scalar invariance is supported.",
        "进一步限定各组截距相等后，ΔCFI = {cfi:bounded}，ΔRMSEA = {rmsea:bounded}，ΔSRMR = {srmr:bounded}，"
        "Δχ^2^({df:df}) = {chi2:number}，{p:p}。CFI的下降不超过{limit:bounded}，强等值成立。",
    ),
    "invariance.scalar_fails": (
        "Equal intercepts in addition gave ΔCFI = {cfi:bounded}, ΔRMSEA = {rmsea:bounded}, ΔSRMR = {srmr:bounded} and "
        "Δχ^2^({df:df}) = {chi2:number}, {p:p}. CFI fell by more than {limit:bounded}: scalar invariance is not supported.",
        "进一步限定各组截距相等后，ΔCFI = {cfi:bounded}，ΔRMSEA = {rmsea:bounded}，ΔSRMR = {srmr:bounded}，"
        "Δχ^2^({df:df}) = {chi2:number}，{p:p}。CFI的下降超过{limit:bounded}，强等值不成立。",
    ),
    "invariance.stricter": (
        "By the limit that Chen (2007) proposes for samples of up to {most:count} in all, a fall of at most {limit:bounded}, it would "
        "not be supported (here *N* = {n:count}).",
        "按Chen（2007）针对总样本不超过{most:count}人提出的更严格标准（CFI下降不超过{limit:bounded}），该等值限制则不成立"
        "（本研究*N* = {n:count}）。",
    ),
    "invariance.rmsea_against_holds": (
        "RMSEA, however, rose by {limit:bounded} or more (Chen, 2007), so that the indices disagree.",
        "但RMSEA的上升达到{limit:bounded}或以上（Chen, 2007），两项指数的结论不一致。",
    ),
    "invariance.rmsea_against_fails": (
        "RMSEA, however, rose by less than {limit:bounded} (Chen, 2007), so that the indices disagree.",
        "但RMSEA的上升小于{limit:bounded}（Chen, 2007），两项指数的结论不一致。",
    ),
    "invariance.chi2_against_holds": (
        "The χ^2^ difference test, in contrast, rejects the equality (*p* < {alpha:limit}).",
        "χ^2^差异检验则拒绝该等值限制（*p* < {alpha:limit}）。",
    ),
    "invariance.chi2_against_fails": (
        "The χ^2^ difference test, in contrast, does not reject the equality (*p* ≥ {alpha:limit}).",
        "χ^2^差异检验则未拒绝该等值限制（*p* ≥ {alpha:limit}）。",
    ),
    "invariance.item": (
        "{item} (χ^2^({df}) = {chi2:number})",
        "{item}（χ^2^({df}) = {chi2:number}）",
    ),
    "invariance.most_loadings": (
        "The equal loadings of these items stand most in the way (*p*~Holm~ significant): {items}. To let some loadings differ is partial "
        "invariance (Byrne et al., 1989), which needs reasons in the wording of the items, not only in the numbers.",
        "妨碍载荷等值的题项主要为（*p*~Holm~显著）：{items}。放开部分题项的载荷即为部分等值（Byrne et al., 1989），"
        "须有题项内容上的理由，而不能仅凭数值。",
    ),
    "invariance.most_intercepts": (
        "The equal intercepts of these items stand most in the way (*p*~Holm~ significant): {items}. To let some intercepts differ is "
        "partial invariance (Byrne et al., 1989), which needs reasons in the wording of the items, not only in the numbers.",
        "妨碍截距等值的题项主要为（*p*~Holm~显著）：{items}。放开部分题项的截距即为部分等值（Byrne et al., 1989），"
        "须有题项内容上的理由，而不能仅凭数值。",
    ),
    "invariance.most_none": (
        "No single item stands out after adjustment (score tests), so that partial invariance (Byrne et al., 1989) has no plain "
        "candidate.",
        "经校正后，没有单个题项的得分检验显著，部分等值（Byrne et al., 1989）没有明确的备选题项。",
    ),
    "invariance.reached_configural": (
        "The groups of {question} share the factors at most; relations and means of these scales are compared between them only "
        "with caution.",
        "按{question}划分的各组至多具有相同的因子结构，各组之间量表关系与均值的比较须谨慎。",
    ),
    "invariance.reached_metric": (
        "Relations between these scales can be compared between the groups of {question}. Differences in their means may come partly "
        "from answering the items differently, and are to be read with caution.",
        "可以比较这些量表之间的关系在{question}各组的差异；而均值差异可能部分源于各组对题项的作答方式不同，须谨慎解读。",
    ),
    "invariance.reached_scalar": (
        "By ΔCFI, relations and means of these scales can be compared between the groups of {question}.",
        "按ΔCFI标准，可以在按{question}划分的各组之间比较这些量表的关系与均值。",
    ),
    "invariance.mean_higher": (
        "{group} higher on {scale} (by {value:number} *SD*)",
        "{group}在{scale}上较高（差{value:number}个标准差）",
    ),
    "invariance.mean_lower": (
        "{group} lower on {scale} (by {value:number} *SD*)",
        "{group}在{scale}上较低（差{value:number}个标准差）",
    ),
    "invariance.means_differ": (
        "Compared with {reference}, the factor means differ significantly after adjustment: {differences}.",
        "与参照组（{reference}）相比，校正后差异显著的因子均值有：{differences}。",
    ),
    "invariance.means_none": (
        "No factor mean differs significantly from that of {reference} after adjustment, which does not show that the groups are "
        "equal.",
        "校正后，其余各组的因子均值与参照组（{reference}）均无显著差异，但这并不说明各组相同。",
    ),
    # warnings
    "invariance.failed": (
        "The {step} model was not estimated: {reason}.",
        "未得到{step}模型：{reason}。",
    ),
    "invariance.heywood_place": (
        "{items} in the {step} model, {group}",
        "{step}模型{group}组的{items}",
    ),
    "invariance.heywood": (
        "Error variances came out negative (Heywood cases): {places}. The solution is not admissible, and its numbers are to be "
        "read with caution.",
        "误差方差估计为负（Heywood现象）：{places}。该解不可接受，有关数值须谨慎解读。",
    ),
    "invariance.place": ("the {step} model, {group}", "{step}模型{group}组"),
    "invariance.phi_improper": (
        "The factor correlations are not possible together (one reaches or exceeds 1, or their matrix is not positive definite): "
        "{places}. The solution is not admissible.",
        "因子相关矩阵非正定（或有相关达到、超过1）：{places}。该解不可接受。",
    ),
    "invariance.small": (
        "With fewer than {least:count} respondents in {groups} these tests have little power (Meade & Bauer, 2007): an equality that is "
        "supported here may well not hold.",
        "{groups}不足{least:count}人，检验力偏低（Meade & Bauer, 2007），此处成立的等值限制实际上未必成立。",
    ),
    "invariance.left_out": (
        "Left out because the model has {needed:count} free parameters in each group and the groups of {question} need at least as many "
        "respondents: {groups}.",
        "模型在每组有{needed:count}个自由参数，{question}各组人数不得少于此数，未纳入的组有：{groups}。",
    ),
    "invariance.merged": (
        "Neighbouring groups were joined because they were very small: {groups}.",
        "人数过少的相邻组已合并：{groups}。",
    ),
    "invariance.nowhere": (
        "{n:count} {n?respondent|respondents} without an answer to {question} {n?belongs|belong} to no group.",
        "有{n:count}人未回答{question}，未归入任何一组。",
    ),
    "invariance.incomplete": (
        "The answers are missing in too many different ways for full information; {n:count} incomplete "
        "{n?respondent was|respondents were} left out.",
        "缺失模式过多，无法采用完全信息估计，{n:count}名作答不完整者未纳入。",
    ),
    "invariance.items_left_out": (
        "Items that nobody answered or that do not vary were left out: {items}.",
        "无人作答或没有变异的题项未纳入分析：{items}。",
    ),
}
