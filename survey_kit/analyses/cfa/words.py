"""Words of the confirmatory factor analysis."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "cfa.title": ("Confirmatory factor analysis", "验证性因子分析"),
    "cfa.heading": ("Factor model {number}", "测量模型{number}"),
    "cfa.heading_named": ("Factor model {number}: {label}", "测量模型{number}：{label}"),
    "cfa.no_scales": (
        "a confirmatory factor model needs one scale of three items or two scales of two items each; name them under "
        "scales in a [[plan.cfa]] line of the questionnaire",
        "验证性因子模型至少需要一个三题项量表或两个两题项量表，请在问卷文件的[[plan.cfa]]中以scales列出",
    ),
    "cfa.too_few": (
        "{n} usable respondents for {parameters} free parameters ({factors} factors, {items} items); there must be at least "
        "as many respondents as parameters. Name fewer scales under scales in a [[plan.cfa]] line of the questionnaire",
        "可用样本{n}人，而模型（{factors}个因子、{items}个题项）有{parameters}个自由参数，人数不得少于参数个数；"
        "请在问卷文件的[[plan.cfa]]中以scales列出较少的量表",
    ),
    "cfa.refused": ("This model was not estimated: {reason}.", "未估计该模型：{reason}。"),
    "cfa.methods": (
        "The structure that the questionnaire declares was examined by confirmatory factor analysis with maximum likelihood "
        "(Jöreskog, 1969): each scale is a factor, each item belongs to its own factor only, the factors correlate freely and the "
        "errors do not. Reverse-worded items had been reverse-scored.",
        "采用极大似然法进行验证性因子分析（Jöreskog, 1969），检验问卷设定的因子结构：每个量表为一个因子，各题项仅从属于"
        "所属因子，因子之间自由相关，测量误差互不相关。反向计分题已作转换。",
    ),
    "cfa.methods_robust": (
        "Standard errors and χ^2^ are also given in their robust form, which does not assume normal answers (MLR; Yuan & "
        "Bentler, 2000), with robust CFI, TLI and RMSEA (Brosseau-Liard et al., 2012; Brosseau-Liard & Savalei, 2014).",
        "同时报告不要求正态分布的稳健标准误与校正χ^2^（MLR；Yuan & Bentler, 2000），以及稳健的CFI、TLI和RMSEA"
        "（Brosseau-Liard et al., 2012；Brosseau-Liard & Savalei, 2014）。",
    ),
    "cfa.methods_missing": (
        "Where answers were missing, full information maximum likelihood used every answer given, on the assumption that "
        "answers are missing at random (Enders & Bandalos, 2001); robust CFI, TLI and RMSEA were corrected for the missing "
        "answers (Zhang & Savalei, 2023).",
        "存在缺失时，采用完全信息极大似然估计（FIML），利用全部已有作答，其前提为随机缺失（Enders & Bandalos, 2001）；"
        "稳健的CFI、TLI和RMSEA已就缺失作答进行校正（Zhang & Savalei, 2023）。",
    ),
    "cfa.methods_fit": (
        "Fit was judged by the limits of Hu and Bentler (1999), convergence by composite reliability (CR) and average variance "
        "extracted (AVE; Fornell & Larcker, 1981; Hair et al., 2019).",
        "模型拟合依据Hu和Bentler（1999）的标准评价，收敛效度以组合信度（CR）和平均方差抽取量（AVE）评价"
        "（Fornell & Larcker, 1981；Hair et al., 2019）。",
    ),
    "cfa.methods_validity": (
        "Discriminant validity was examined by the criterion of Fornell and Larcker (1981) and by the heterotrait–monotrait ratio "
        "(HTMT; Henseler et al., 2015) with a bootstrap percentile interval. A model with one factor for all items served as "
        "a rival, as a check on common method variance (Podsakoff et al., 2003).",
        "区分效度采用Fornell和Larcker（1981）准则以及异质—单质比率（HTMT；Henseler et al., 2015）检验，后者的置信区间由"
        "自助法（百分位法）得到。另以全部题项从属于同一因子的单因子模型作为竞争模型，检验共同方法偏差"
        "（Podsakoff et al., 2003）。",
    ),
    "cfa.version_ml": ("{factors}-factor, ML", "{factors}因子，ML"),
    "cfa.version_mlr": ("{factors}-factor, MLR", "{factors}因子，MLR"),
    "cfa.version_fiml": ("{factors}-factor, FIML", "{factors}因子，FIML"),
    "cfa.version_fiml_mlr": ("{factors}-factor, FIML, MLR", "{factors}因子，FIML，MLR"),
    "cfa.version_complete": ("{factors}-factor, complete, ML", "{factors}因子，完整，ML"),
    "cfa.version_complete_mlr": ("{factors}-factor, complete, MLR", "{factors}因子，完整，MLR"),
    "cfa.fit": ("χ^2^ tests and information criteria", "模型的χ^2^检验与信息准则"),
    "cfa.indices": ("Fit indices of the factor models", "模型的拟合指数"),
    "cfa.loadings": ("Factor loadings of the confirmatory model", "验证性因子分析的因子载荷"),
    "cfa.convergent_title": ("Convergent validity", "收敛效度"),
    "cfa.discriminant": ("Discriminant validity", "区分效度"),
    "cfa.pairs": ("Factor correlations and HTMT", "因子相关与HTMT"),
    "cfa.diagram": ("Path diagram of the factor model", "测量模型路径图"),
    "cfa.chi2_df": ("χ^2^/*df*", "χ^2^/*df*"),
    "cfa.aic": ("AIC", "AIC"),
    "cfa.bic": ("BIC", "BIC"),
    "cfa.b": ("*b*", "*b*"),
    "cfa.se_robust": ("Robust *SE*", "稳健*SE*"),
    "cfa.std": ("Standardized loading", "标准化载荷"),
    "cfa.smallest": ("Smallest", "最小"),
    "cfa.largest": ("Largest", "最大"),
    "cfa.pairs_head": ("Scales", "量表"),
    "cfa.numbered": ("{number} {scale}", "{number} {scale}"),
    "cfa.pair": ("{first} – {second}", "{first}—{second}"),
    "cfa.number": ("{value:bounded}", "{value:bounded}"),
    "cfa.item": ("{item} ({value:coefficient})", "{item}（{value:coefficient}）"),
    "cfa.note_complete": (
        "Complete answers only. Likelihood with the covariance matrix over *n*, as in lavaan and Mplus; χ^2^ of AMOS is smaller "
        "by the factor (*n* − 1)/*n*.",
        "仅含完整作答者。协方差矩阵以*n*为分母（与lavaan、Mplus一致）；AMOS的χ^2^为此值的(*n* − 1)/*n*倍。",
    ),
    "cfa.note_missing": (
        "The model reported is that of full information (FIML), over everybody who answered at least one of the items; "
        "“complete” rests on those who answered all of them.",
        "正文以完全信息极大似然（FIML）结果为准，样本为至少作答其中一题者；“完整”行仅含作答全部题项者。",
    ),
    "cfa.note_no_complete": (
        "Not estimated for complete answers alone: {reason}.",
        "未对完整作答者单独估计：{reason}。",
    ),
    "cfa.note_no_rival": ("The one-factor model is missing: {reason}.", "未得到单因子模型：{reason}。"),
    "cfa.note_scaled": (
        "MLR: χ^2^ of Yuan and Bentler as scaled by Mplus and lavaan; AIC and BIC belong to the likelihood and stand in "
        "the row above.",
        "MLR行列出的是Yuan–Bentler校正χ^2^（同Mplus与lavaan）；AIC与BIC由似然函数得到，见其上一行。",
    ),
    "cfa.note_not_scaled": (
        "The scaled χ^2^ (MLR) of the model reported is missing: these answers do not determine it, or the model is too large.",
        "未给出正文所报告模型的校正χ^2^（MLR）：数据不足以确定，或模型规模过大。",
    ),
    "cfa.note_limits": (
        "Good fit by Hu and Bentler (1999): CFI ≥ {cfi:limit}, TLI ≥ {tli:limit}, RMSEA ≤ {rmsea:limit}, SRMR ≤ {srmr:limit}. "
        "These are conventions from simulations, not tests.",
        "Hu和Bentler（1999）的良好拟合标准：CFI ≥ {cfi:limit}，TLI ≥ {tli:limit}，RMSEA ≤ {rmsea:limit}，SRMR ≤ {srmr:limit}。"
        "该标准源于模拟研究，属于经验惯例而非检验。",
    ),
    "cfa.note_robust_indices": (
        "MLR: robust CFI, TLI and RMSEA, not the “scaled” ones.",
        "MLR行列出的是稳健（robust）的CFI、TLI和RMSEA，而非“scaled”指数。",
    ),
    "cfa.note_robust_missing": (
        "FIML, MLR: they estimate what the indices would be without missing answers, as lavaan’s robust ones do (since 0.6-13).",
        "FIML，MLR行估计的是无缺失时的指数值，与lavaan（0.6-13起）的robust指数一致。",
    ),
    "cfa.note_rmsea": (
        "With *n* in the denominator and a 90% interval; AMOS has *n* − 1.",
        "分母为*n*，区间为90%置信区间；AMOS的分母为*n* − 1。",
    ),
    "cfa.note_gfi": (
        "Not given under full information, where it would chiefly reflect the means.",
        "完全信息估计下该指数主要反映均值结构，故不报告。",
    ),
    "cfa.note_marker": (
        "Unstandardized; the first loading of each factor is fixed at 1 and not tested.",
        "非标准化载荷；各因子首个题项的载荷固定为1，不作检验。",
    ),
    "cfa.note_p": ("Wald test with the robust *SE*.", "以稳健*SE*进行Wald检验。"),
    "cfa.note_convergent": (
        "CR = composite reliability, AVE = average variance extracted, from standardized loadings. Usually asked for: CR ≥ "
        "{cr:limit}, AVE ≥ {ave:limit} (Hair et al., 2019). A dash stands where an error variance is negative.",
        "CR为组合信度，AVE为平均方差抽取量，均由标准化载荷计算。一般要求CR ≥ {cr:limit}、AVE ≥ {ave:limit}"
        "（Hair et al., 2019）。误差方差为负的因子不予计算。",
    ),
    "cfa.note_bootstrap": (
        "Intervals: the model was fitted again to {draws} bootstrap samples of the respondents (percentiles).",
        "区间：对{draws}个自助样本重新拟合模型所得的百分位区间。",
    ),
    "cfa.note_bootstrap_lost": (
        "Bootstrap samples without convergence, left out: {lost}; with an inadmissible solution, kept: {improper}.",
        "未收敛而剔除的自助样本：{lost}个；解不可接受但予以保留的：{improper}个。",
    ),
    "cfa.note_no_bootstrap": (
        "Without bootstrap intervals: {reason}.",
        "未给出自助法区间：{reason}。",
    ),
    "cfa.note_discriminant": (
        "Diagonal: square root of AVE; below it: correlations of the factors; above it: HTMT (complete answers), which should "
        "stay below {limit:limit} (Henseler et al., 2015).",
        "对角线为AVE的平方根，左下方为因子间相关，右上方为HTMT（基于完整作答者），后者应低于{limit:limit}"
        "（Henseler et al., 2015）。",
    ),
    "cfa.note_htmt": (
        "Arithmetic means of absolute correlations, *n* = {n}; percentile interval of {draws} bootstrap samples. semTools "
        "prints HTMT2 by default.",
        "以相关系数绝对值的算术平均计算，*n* = {n}；区间为{draws}次自助抽样的百分位区间。semTools默认输出的是HTMT2。",
    ),
    "cfa.note_diagram": (
        "Standardized solution. Dashed: loadings below {limit:limit}. Error variances are not drawn.",
        "图中为标准化解；虚线表示载荷低于{limit:limit}；未画出误差方差。",
    ),
    "cfa.saturated": (
        "The model has no degrees of freedom: it reproduces the covariances exactly, so its fit says nothing.",
        "该模型为饱和模型（自由度为0），必然完全拟合，拟合指数不提供信息。",
    ),
    "cfa.fit_complete": (
        "The model with {factors} {factors?factor|factors} and {items} items (*n* = {n}) gave robust χ^2^({df:df}) = {chi2:number}, {p:p}, CFI = "
        "{cfi:bounded}, TLI = {tli:bounded}, RMSEA = {rmsea:bounded} ({rmsea:ci}), SRMR = {srmr:bounded}.",
        "{factors}因子模型（{items}个题项，*n* = {n}）的拟合结果为：稳健χ^2^({df:df}) = {chi2:number}，{p:p}，CFI = "
        "{cfi:bounded}，TLI = {tli:bounded}，RMSEA = {rmsea:bounded}（{rmsea:ci}），SRMR = {srmr:bounded}。",
    ),
    "cfa.fit_missing": (
        "The model with {factors} {factors?factor|factors} and {items} items, by full information (*n* = {n}), gave robust χ^2^({df:df}) = "
        "{chi2:number}, {p:p}, CFI = {cfi:bounded}, TLI = {tli:bounded}, RMSEA = {rmsea:bounded} ({rmsea:ci}), SRMR = "
        "{srmr:bounded}.",
        "采用完全信息极大似然估计，{factors}因子模型（{items}个题项，*n* = {n}）的拟合结果为：稳健χ^2^({df:df}) = {chi2:number}，"
        "{p:p}，CFI = {cfi:bounded}，TLI = {tli:bounded}，RMSEA = {rmsea:bounded}（{rmsea:ci}），SRMR = "
        "{srmr:bounded}。",
    ),
    "cfa.fit_missing_plain": (
        "The model with {factors} {factors?factor|factors} and {items} items, by full information (*n* = {n}), gave χ^2^({df:df}) = "
        "{chi2:number}, {p:p}, CFI = {cfi:bounded}, TLI = {tli:bounded}, RMSEA = {rmsea:bounded} ({rmsea:ci}), SRMR = "
        "{srmr:bounded}.",
        "采用完全信息极大似然估计，{factors}因子模型（{items}个题项，*n* = {n}）的拟合结果为：χ^2^({df:df}) = {chi2:number}，"
        "{p:p}，CFI = {cfi:bounded}，TLI = {tli:bounded}，RMSEA = {rmsea:bounded}（{rmsea:ci}），SRMR = "
        "{srmr:bounded}。",
    ),
    "cfa.scope": (
        "The model covers {k} of the {declared} scales of the questionnaire: {scales}. It says nothing about the others.",
        "该模型仅包含问卷{declared}个量表中的{k}个：{scales}；其余量表不在该模型之内。",
    ),
    "cfa.fits": (
        "All four indices are within the limits of Hu and Bentler (1999).",
        "四项指数均达到Hu和Bentler（1999）的标准。",
    ),
    "cfa.fits_partly": (
        "Within the limits of Hu and Bentler (1999): {met}; beyond them: {missed}.",
        "达到Hu和Bentler（1999）标准的有：{met}；未达到的有：{missed}。",
    ),
    "cfa.fits_not": (
        "None of the four indices is within the limits of Hu and Bentler (1999); the model does not fit well.",
        "四项指数均未达到Hu和Bentler（1999）的标准，模型拟合欠佳。",
    ),
    "cfa.exact_rejected": (
        "The hypothesis of exact fit was rejected (*p* < {alpha:limit}).",
        "χ^2^检验拒绝模型完全拟合的假设（*p* < {alpha:limit}）。",
    ),
    "cfa.exact_kept": (
        "The hypothesis of exact fit was not rejected (*p* ≥ {alpha:limit}), which does not prove it.",
        "χ^2^检验未拒绝模型完全拟合的假设（*p* ≥ {alpha:limit}），但这并不证明模型为真。",
    ),
    "cfa.rival_worse": (
        "The model of a single factor fitted worse: χ^2^({df:df}) = {chi2:number}, CFI = {cfi:bounded}, RMSEA = "
        "{rmsea:bounded}; BIC was {one:number} against {own:number}.",
        "单因子竞争模型的拟合较差：χ^2^({df:df}) = {chi2:number}，CFI = {cfi:bounded}，RMSEA = {rmsea:bounded}；"
        "其BIC为{one:number}，设定模型为{own:number}。",
    ),
    "cfa.rival_better": (
        "By BIC the model of a single factor was preferable ({one:number} against {own:number}): χ^2^({df:df}) = {chi2:number}, "
        "CFI = {cfi:bounded}, RMSEA = {rmsea:bounded}. The data do not support the declared factors over a single "
        "one.",
        "按BIC，单因子竞争模型更优（{one:number}对{own:number}）：χ^2^({df:df}) = {chi2:number}，CFI = {cfi:bounded}，"
        "RMSEA = {rmsea:bounded}。数据并不支持所设定的因子优于单一因子。",
    ),
    "cfa.rival_limit": (
        "This comparison speaks only to whether one factor suffices for these items; it can neither show nor rule out common "
        "method bias.",
        "该比较仅说明单一因子能否解释这些题项的作答，既不能证实也不能排除共同方法偏差。",
    ),
    "cfa.loadings_range": (
        "The standardized loadings ranged from {low:coefficient} to {high:coefficient}.",
        "各题项的标准化载荷介于{low:coefficient}与{high:coefficient}之间。",
    ),
    "cfa.no_weak_loadings": (
        "No loading was below {limit:limit} (Hair et al., 2019).",
        "各载荷均不低于{limit:limit}（Hair et al., 2019）。",
    ),
    "cfa.weak_loadings": (
        "Below {limit:limit} (Hair et al., 2019) were {items}.",
        "低于{limit:limit}（Hair et al., 2019）的有：{items}。",
    ),
    "cfa.zero_loadings": (
        "The loadings of these items did not differ significantly from zero (*p* ≥ {alpha:limit}): {items}.",
        "下列题项的载荷与零无显著差异（*p* ≥ {alpha:limit}）：{items}。",
    ),
    "cfa.convergent_range": (
        "Composite reliability lay between {cr_low:bounded} and {cr_high:bounded}, average variance extracted between "
        "{ave_low:bounded} and {ave_high:bounded}.",
        "组合信度介于{cr_low:bounded}与{cr_high:bounded}之间，平均方差抽取量介于{ave_low:bounded}与{ave_high:bounded}之间。",
    ),
    "cfa.convergent": (
        "All scales meet the usual limits for convergent validity (CR ≥ {cr:limit}, AVE ≥ {ave:limit}).",
        "各量表均达到收敛效度的常用标准（CR ≥ {cr:limit}，AVE ≥ {ave:limit}）。",
    ),
    "cfa.low_cr": (
        "Composite reliability was below {limit:limit} for {scales}.",
        "组合信度低于{limit:limit}的有：{scales}。",
    ),
    "cfa.low_ave": (
        "Average variance extracted was below {limit:limit} for {scales}: error accounts for more of the variance of their items "
        "than the factor does.",
        "平均方差抽取量低于{limit:limit}的有：{scales}，其题项方差中误差所占比例超过因子。",
    ),
    "cfa.cr_uncertain": (
        "The composite reliability of {scales} is not below {limit:limit} in this sample, but the bootstrap interval reaches "
        "below it.",
        "在本样本中，{scales}的组合信度不低于{limit:limit}，但其自助法置信区间的下限低于该值。",
    ),
    "cfa.ave_uncertain": (
        "The average variance extracted of {scales} is not below {limit:limit} in this sample, but the bootstrap interval "
        "reaches below it.",
        "在本样本中，{scales}的平均方差抽取量不低于{limit:limit}，但其自助法置信区间的下限低于该值。",
    ),
    "cfa.larcker_holds": (
        "For every pair of scales both square roots of AVE exceed the correlation of the factors, so the criterion of Fornell and "
        "Larcker is met.",
        "任意两个量表的AVE平方根均大于二者的因子相关，满足Fornell–Larcker准则。",
    ),
    "cfa.larcker_fails": (
        "The criterion of Fornell and Larcker is not met by {pairs}: the factors share more variance than one of them shares with "
        "its items on average, or AVE is not available.",
        "未满足Fornell–Larcker准则的有：{pairs}，即两因子的共同方差不小于其中一个因子的平均方差抽取量，或AVE无法计算。",
    ),
    "cfa.htmt_below": (
        "All HTMT ratios were below {limit:limit} (the largest was {largest:coefficient}).",
        "各HTMT比率均低于{limit:limit}（最大值为{largest:coefficient}）。",
    ),
    "cfa.htmt_above": (
        "HTMT was not below {limit:limit} for {pairs}; these scales are not clearly distinct in this sample.",
        "HTMT未低于{limit:limit}的有：{pairs}，这些量表在本样本中未能明确区分。",
    ),
    "cfa.htmt_reaches_one": (
        "The bootstrap interval of HTMT includes 1 for {pairs}.",
        "HTMT的自助法置信区间包含1的有：{pairs}。",
    ),
    "cfa.heywood": (
        "The error variance of {items} came out negative (Heywood case): the solution is not admissible, and its numbers "
        "are to be read with caution. Small samples, few items to a factor and wrong models are the usual causes.",
        "{items}的误差方差估计为负（Heywood现象），解不可接受，有关数值须谨慎解读。常见原因为样本过小、因子所含题项过少或模型设定有误。",
    ),
    "cfa.phi_improper": (
        "The correlations of the factors are not possible together (one reaches or exceeds 1, or their matrix is not positive "
        "definite): the solution is not admissible.",
        "因子相关矩阵非正定（或有相关达到、超过1），解不可接受。",
    ),
    "cfa.rival_heywood": (
        "In the one-factor model the error variance of {items} came out negative (Heywood case).",
        "单因子模型中{items}的误差方差估计为负（Heywood现象）。",
    ),
    "cfa.small": (
        "With {n} respondents for {parameters} free parameters ({ratio:number} to one) the sample is small for this model; at "
        "least five to one are usually asked for (Bentler & Chou, 1987). χ^2^ then rejects too often, CFI and TLI come out too low, "
        "and the standard errors are uncertain.",
        "样本{n}人，自由参数{parameters}个（比值{ratio:number}），对该模型而言样本偏小，一般要求比值不低于5"
        "（Bentler & Chou, 1987）。此时χ^2^检验易过度拒绝，CFI与TLI偏低，标准误亦不稳定。",
    ),
    "cfa.many_patterns": (
        "The answers are missing in too many different ways for full information; only the {n} complete respondents were "
        "used.",
        "缺失模式过多，无法采用完全信息估计，仅使用{n}名完整作答者。",
    ),
    "cfa.left_out": (
        "Items that nobody answered or that do not vary were left out: {items}.",
        "无人作答或没有变异的题项未纳入分析：{items}。",
    ),
}
