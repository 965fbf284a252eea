"""Words of the section on hypotheses."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "hypotheses.title": ("Tests of the hypotheses", "假设检验"),
    "hypotheses.method": (
        "Each hypothesis was tested as stated in the plan. *p* values are two-sided at α = {alpha:limit}; a directed hypothesis counts as supported only when the estimate also has the stated sign.",
        "按研究计划逐一检验各研究假设。*p*值均为双侧，显著性水平α = {alpha:limit}；有方向的假设只有在估计值符号与假设一致时才视为得到支持。",
    ),
    "hypotheses.method_holm": (
        "*p*~Holm~ adjusts for the number of hypotheses tested (Holm, 1979).",
        "*p*~Holm~为针对所检验的假设个数的校正值（Holm, 1979）。",
    ),
    "hypotheses.method_bootstrap": (
        "Indirect effects are decided by the {level} percentile bootstrap interval; their *p* is read off the same draws, and is below α exactly when the interval at that level excludes zero.",
        "间接效应以{level}百分位Bootstrap置信区间为判断依据；其*p*值由同一组重抽样得到，当且仅当相应水平的区间不含0时小于α。",
    ),
    "hypotheses.table": ("Hypotheses and decisions", "研究假设检验结果汇总"),
    "hypotheses.column": ("No.", "编号"),
    "hypotheses.text": ("Hypothesis", "研究假设"),
    "hypotheses.test": ("Test", "检验"),
    "hypotheses.decision": ("Decision", "结论"),
    "hypotheses.supported": ("supported", "支持"),
    "hypotheses.not_supported": ("not supported", "未获支持"),
    "hypotheses.contrary": ("contrary sign", "方向相反"),
    "hypotheses.not_testable": ("not testable", "无法检验"),
    "hypotheses.test_coefficient_planned": (
        "*b*, regression; *t*({df:df}) = {t:number}",
        "回归系数*b*；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_coefficient_own": (
        "*b*, regression on this predictor alone; *t*({df:df}) = {t:number}",
        "仅含该变量的回归系数*b*；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_block_planned": (
        "Δ*R*^2^, entered last; *F*({df1:df}, {df2:df}) = {f:number}",
        "最后进入的Δ*R*^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_block_own": (
        "*R*^2^, regression on these predictors alone; *F*({df1:df}, {df2:df}) = {f:number}",
        "仅含这些变量的回归*R*^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_correlation": ("*r*({df:df})", "相关系数*r*({df:df})"),
    "hypotheses.test_mean": (
        "*M* against {against:number}; *t*({df:df}) = {t:number}",
        "均值与{against:number}比较；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_two_welch": (
        "*M* difference, {first} − {second}; Welch *t*({df:df}) = {t:number}",
        "均值差（{first}−{second}）；Welch *t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_two_student": (
        "*M* difference, {first} − {second}; *t*({df:df}) = {t:number}",
        "均值差（{first}−{second}）；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_several_welch": (
        "ω^2^; Welch *F*({df1:df}, {df2:df}) = {f:number}",
        "ω^2^；Welch *F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_several_student": (
        "ω^2^; *F*({df1:df}, {df2:df}) = {f:number}",
        "ω^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_two_ranks": (
        "rank-biserial *r*; Mann–Whitney *z* = {z:number}",
        "等级二列相关*r*；Mann–Whitney *z* = {z:number}",
    ),
    "hypotheses.test_several_ranks": (
        "ε^2^; Kruskal–Wallis *H*({df:df}) = {h:number}",
        "ε^2^；Kruskal–Wallis *H*({df:df}) = {h:number}",
    ),
    "hypotheses.test_indirect": (
        "indirect effect; {level} percentile bootstrap interval",
        "间接效应；{level}百分位Bootstrap区间",
    ),
    "hypotheses.test_index": (
        "index of moderated mediation; {level} percentile bootstrap interval",
        "有调节的中介指数；{level}百分位Bootstrap区间",
    ),
    "hypotheses.test_interaction": (
        "*b* of the product term; *t*({df:df}) = {t:number}",
        "交互项系数*b*；*t*({df:df}) = {t:number}",
    ),
    "hypotheses.test_interaction_groups": (
        "Δ*R*^2^ of the product terms; *F*({df1:df}, {df2:df}) = {f:number}",
        "交互项的Δ*R*^2^；*F*({df1:df}, {df2:df}) = {f:number}",
    ),
    "hypotheses.test_odds_ratio": (
        "*OR*, logit model; Wald *z* = {z:number}",
        "优势比*OR*，Logistic回归；Wald *z* = {z:number}",
    ),
    "hypotheses.test_odds_ratios": (
        "coefficients together, logit model; Wald χ^2^({df:df}) = {chi2:number}",
        "Logistic回归系数联合检验；Wald χ^2^({df:df}) = {chi2:number}",
    ),
    "hypotheses.test_crosstab": (
        "Cramér’s *V*; χ^2^({df:df}) = {chi2:number}",
        "Cramér’s *V*；χ^2^({df:df}) = {chi2:number}",
    ),
    "hypotheses.test_crosstab_exact": ("Cramér’s *V*; exact test", "Cramér’s *V*；精确检验"),
    "hypotheses.test_several_answers": (
        "all answers together; corrected χ^2^({df:df}) = {chi2:number}",
        "全部选项整体检验；校正χ^2^({df:df}) = {chi2:number}",
    ),
    "hypotheses.test_several_answers_permuted": (
        "all answers together; sum of χ^2^ = {total:number}, permutation test",
        "全部选项整体检验；χ^2^之和 = {total:number}，置换检验",
    ),
    "hypotheses.note_places": (
        "From the section “{section}”: {places}.",
        "取自“{section}”部分：{places}。",
    ),
    "hypotheses.place": (
        "{ids} ({table})",
        "{ids}（{table}）",
    ),
    "hypotheses.note_estimate": (
        "The estimate is the quantity named in the column “Test”. Regression coefficients are those of the final model.",
        "估计值为“检验”一列所列的量；回归系数取自回归的最终模型。",
    ),
    "hypotheses.note_last": (
        "{ids}: the variables enter after all others of the regression, so that their Δ*R*^2^ is not that of their step in the hierarchical regression.",
        "{ids}：有关变量在回归的其他变量之后最后进入，其Δ*R*^2^不同于分层回归中该层的Δ*R*^2^。",
    ),
    "hypotheses.note_reason": ("Not testable: {reason}.", "无法检验：{reason}。"),
    "hypotheses.list_supported": (
        "Of the {total:count} hypotheses, the data supported {ids}.",
        "在{total:count}个研究假设中，得到支持的有{ids}。",
    ),
    "hypotheses.list_not_supported": (
        "Of the {total:count} hypotheses, the data did not support {ids}.",
        "在{total:count}个研究假设中，未获支持的有{ids}。",
    ),
    "hypotheses.also_not_supported": (
        "They did not support {ids}.",
        "未获支持的有{ids}。",
    ),
    "hypotheses.list_contrary": (
        "Of the {total:count} hypotheses, the data contradicted {ids}: the result was significant with the opposite sign.",
        "在{total:count}个研究假设中，结果显著但方向与假设相反的有{ids}。",
    ),
    "hypotheses.also_contrary": (
        "They contradicted {ids}: the result was significant with the opposite sign.",
        "结果显著但方向与假设相反的有{ids}。",
    ),
    "hypotheses.list_not_testable": (
        "The data do not allow a test of {ids}.",
        "利用现有数据无法检验{ids}。",
    ),
    "hypotheses.absence": (
        "A hypothesis that is not supported is not thereby refuted: the sample may be too small to detect an effect of that size.",
        "未获支持并不等于假设被否定：样本量可能不足以检出该大小的效应。",
    ),
    "hypotheses.fragile": (
        "After adjustment for the number of hypotheses (Holm), {ids} would no longer be supported.",
        "对假设个数进行Holm校正后，{ids}不再显著。",
    ),
    "hypotheses.family": (
        "In the section “{section}” the *p* values are adjusted over the whole family of tests, after which the difference of {ids} is not "
        "significant; here it is judged as a single test stated beforehand.",
        "在“{section}”部分，*p*值以全部同类检验为一族进行校正，校正后{ids}所涉差异不显著；此处则按事先提出的单个检验判断。",
    ),
    "hypotheses.hc3": (
        "With heteroscedasticity-consistent standard errors (HC3), the decision would be another for {ids}.",
        "采用异方差稳健标准误（HC3）时，{ids}的结论不同。",
    ),
    "hypotheses.bca": (
        "With the bias-corrected and accelerated (BCa) bootstrap interval, the decision would be another for {ids}.",
        "采用偏差校正加速（BCa）Bootstrap区间时，{ids}的结论不同。",
    ),
    "hypotheses.unsettled": (
        "For {ids} the bootstrap interval ends so close to zero that another seed may change the decision.",
        "{ids}的Bootstrap区间一端距0过近，换一个随机种子，结论可能改变。",
    ),
    "hypotheses.none": (
        'the questionnaire states no hypotheses; add them to the questionnaire file, for each one [[plan.hypothesis]] with id = "H1", text = {{ en = "…", zh = "…" }} and claim = "motivation ~~ pay > 0"',
        '问卷文件中没有研究假设；请在问卷文件中为每个假设添加[[plan.hypothesis]]，写明id = "H1"、text = {{ en = "…", zh = "…" }}与claim = "motivation ~~ pay > 0"',
    ),
    "hypotheses.no_model": (
        "the plan has no model that decides it; write into the questionnaire file {line}",
        "分析计划中没有可检验该假设的模型；请在问卷文件中写入{line}",
    ),
    "hypotheses.several_indexes": (
        "{name} has more than two categories and so several indexes",
        "{name}有两个以上类别，对应多个指数",
    ),
    "hypotheses.not_in_file": ("the file holds no answers to {name}", "数据文件中没有{name}的作答"),
    "hypotheses.not_in_model": (
        "not in the model, because missing in the file or without variance: {names}",
        "因数据文件中缺失或没有变异而未进入模型：{names}",
    ),
    "hypotheses.no_direction": (
        "{name} has more than two categories, so a difference has no direction; write != 0",
        "{name}有两个以上类别，差异没有方向；请写!= 0",
    ),
}
