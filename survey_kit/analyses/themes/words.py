"""The words of the section on interview themes."""

from __future__ import annotations

from survey_kit.analyses.analysis import Words

WORDS: Words = {
    "themes.title": ("Themes of the interviews", "访谈主题分析"),
    "themes.no_interviews": (
        "there are no interviews: put a table of coded segments beside the responses (name.interviews.xlsx) or name it with --interviews",
        "没有访谈资料：请将编码后的片段表放在答卷旁（文件名.interviews.xlsx），或用--interviews指明",
    ),
    "themes.no_theme": ("no segment of the interviews holds a theme", "访谈片段中没有任何主题"),
    "themes.method_two": (
        "The interviews were coded by two coders. A theme counts in a segment when both found it there; a segment that only one of them coded counts as coded by that one.",
        "访谈资料由两名编码员编码。两人均在某片段中标出的主题方计入该片段；仅由一人编码的片段以其编码为准。",
    ),
    "themes.method_one": (
        "The interviews were coded by one coder, so the agreement of coders cannot be given.",
        "访谈资料仅由一名编码员编码，因此无法给出编码者间信度。",
    ),
    "themes.method_answers": (
        "The material is what {n:count} people wrote in answer to {questions}; “interview” stands for the answers of one person below.",
        "本节资料为{n:count}人对{questions}的书面回答，下文“访谈”均指一名受访者的书面回答。",
    ),
    "themes.question": ("“{question}”", "“{question}”"),
    "themes.method_groups": (
        "Groups were compared in the share of persons who mention a theme by Fisher’s exact test (Freeman & Halton, 1951), adjusted over the themes of each question (Holm, 1979).",
        "各组提及某主题的人数比例采用Fisher精确检验（Freeman & Halton, 1951）进行比较，并在每个分组变量内对各主题作Holm校正（Holm, 1979）。",
    ),
    "themes.method_agreement": (
        "The agreement of the coders is given as percent, Cohen’s κ (Cohen, 1960; standard error after Fleiss et al., 1969), Gwet’s AC~1~ (Gwet, 2008) and Krippendorff’s α (Krippendorff, 2011).",
        "编码者间信度以一致率、Cohen’s κ（Cohen, 1960；标准误按Fleiss et al., 1969）、Gwet’s AC~1~（Gwet, 2008）与Krippendorff’s α（Krippendorff, 2011）表示。",
    ),
    "themes.method_saturation": (
        "Saturation was examined by base size and run length (Guest et al., 2020); beside the order of the interviews stands the mean over all possible orders (Colwell et al., 2004).",
        "主题饱和采用基数与连续访谈数的方法判断（Guest et al., 2020），并给出对所有可能访谈顺序求平均的曲线（Colwell et al., 2004）。",
    ),
    "themes.method_joint": (
        "In a joint display (Fetters et al., 2013) the themes stand beside the factors of the questionnaire that measure the same: persons who mention a theme were compared with the others in the factor’s score by Welch’s *t* test (Welch, 1947).",
        "通过联合展示（Fetters et al., 2013）将访谈主题与问卷中含义相同的因子对照：以Welch *t*检验（Welch, 1947）比较提及与未提及该主题者的因子得分。",
    ),
    "themes.heading_frequencies": ("Frequency of the themes", "主题频数"),
    "themes.heading_pairs": ("Themes that occur together", "主题共现"),
    "themes.heading_agreement": ("Agreement of the coders", "编码者间信度"),
    "themes.heading_saturation": ("Saturation", "主题饱和"),
    "themes.heading_quotes": ("Quotations", "典型语句"),
    "themes.heading_joint": ("Interviews and questionnaire side by side", "访谈与问卷结果的对照"),
    "themes.table_codebook": ("Codebook", "编码本"),
    "themes.table_frequencies": ("Themes by segments and persons", "各主题的片段数与人数"),
    "themes.table_groups": (
        "Persons mentioning each theme by {question} (percent)",
        "不同{question}提及各主题的人数比例（%）",
    ),
    "themes.table_agreement": ("Agreement of the two coders", "两名编码员的编码一致性"),
    "themes.table_pairs": ("Themes mentioned by the same persons", "同一受访者提及的主题共现"),
    "themes.table_quotes": ("One quotation a theme", "各主题的典型语句"),
    "themes.table_contrast": (
        "Factor scores of persons who mention a theme and of the others",
        "提及与未提及各主题者的因子得分",
    ),
    "themes.table_joint": (
        "Joint display of interview themes and regression coefficients",
        "访谈主题与回归系数的联合展示",
    ),
    "themes.figure_pairs": ("φ coefficients between themes over persons", "各主题之间的φ系数（以人为单位）"),
    "themes.figure_saturation": ("Themes found by number of interviews", "主题数随访谈人数的变化"),
    "themes.column_theme": ("Theme", "主题"),
    "themes.column_definition": ("Definition", "界定"),
    "themes.column_segments": ("Segments", "片段数"),
    "themes.column_named": ("By either coder", "任一编码员"),
    "themes.column_persons": ("Persons", "人数"),
    "themes.column_percent": ("% of persons", "占受访者百分比（%）"),
    "themes.column_coder": ("Coder {number:count}", "编码员{number:count}"),
    "themes.column_agreement": ("Agreement (%)", "一致率（%）"),
    "themes.column_kappa": ("Cohen’s κ", "Cohen’s κ"),
    "themes.column_ac1": ("AC~1~", "AC~1~"),
    "themes.column_krippendorff": ("Krippendorff’s α", "Krippendorff’s α"),
    "themes.column_first": ("Theme 1", "主题1"),
    "themes.column_second": ("Theme 2", "主题2"),
    "themes.column_both": ("Persons with both", "同时提及人数"),
    "themes.column_jaccard": ("Jaccard", "Jaccard系数"),
    "themes.column_phi": ("φ", "φ系数"),
    "themes.column_person": ("Person", "受访者"),
    "themes.column_quote": ("Quotation", "语句"),
    "themes.column_factor": ("Factor of the questionnaire", "问卷因子"),
    "themes.column_n_mentioning": ("*n* (mentioning)", "提及*n*"),
    "themes.column_n_others": ("*n* (others)", "未提及*n*"),
    "themes.column_mentioning": ("*M* (mentioning)", "提及*M*"),
    "themes.column_others": ("*M* (others)", "未提及*M*"),
    "themes.column_b": ("*b*", "*b*"),
    "themes.group_head": ("{group} (*n* = {n:count})", "{group}（*n* = {n:count}）"),
    "themes.whole_coding": ("Whole coding", "整体编码"),
    "themes.respondent": ("No. {number}", "{number}号"),
    "themes.interview": ("Interview {number}", "第{number}位"),
    "themes.line_order": ("In the order of the interviews", "按访谈顺序"),
    "themes.line_random": ("Mean over all orders", "所有顺序的平均"),
    "themes.axis_interviews": ("Interviews", "访谈人数"),
    "themes.axis_themes": ("Themes found", "累计主题数"),
    "themes.mark_reached": ("{n:count} interviews", "{n:count}人"),
    "themes.note_persons": (
        "Percent of the {n:count} persons interviewed, with 95% interval (Wilson, 1927).",
        "百分比以{n:count}名受访者为分母，方括号内为95%置信区间（Wilson, 1927）。",
    ),
    "themes.note_agreed": (
        "Segments and persons: themes that both coders found. By either coder: segments in which at least one of them found it.",
        "片段数与人数以两名编码员一致标出的主题计；“任一编码员”为至少一人标出的片段数。",
    ),
    "themes.note_one_coder": ("Codes of a single coder.", "编码由一名编码员完成。"),
    "themes.note_absent": ("In the codebook but not found: {themes}.", "编码本中未出现的主题：{themes}。"),
    "themes.note_exact": (
        "*p* by Fisher’s exact test; *p*~Holm~ adjusted over {m:count} {m?theme|themes}.",
        "*p*为Fisher精确检验结果；*p*~Holm~为对{m:count}个主题作Holm校正后的*p*值。",
    ),
    "themes.note_matched": (
        "{n:count} of {all:count} persons interviewed have a valid questionnaire with an answer to this question.",
        "{all:count}名受访者中有{n:count}人具有有效答卷且回答了该题。",
    ),
    "themes.note_agreement": (
        "On the {n:count} segments that both coders coded. Per theme: found or not found in a segment; the columns of the coders count segments.",
        "基于两名编码员均编码的{n:count}个片段。各主题按片段中标出与否计算；编码员两列为标出的片段数。",
    ),
    "themes.note_overall": (
        "Whole coding: the coders agree on a segment only when they give it exactly the same themes.",
        "整体编码：两人给某片段的主题完全相同方视为一致。",
    ),
    "themes.note_intervals": (
        "95% intervals: κ and AC~1~ treat segments as independent; that of α is from a bootstrap of whole interviews.",
        "95%置信区间：κ与AC~1~将各片段视为独立；α的区间由以受访者为单位的自助法得到。",
    ),
    "themes.note_unshared": (
        "{n:count} {n?segment|segments} coded by one coder only are not in this table.",
        "另有{n:count}个片段仅由一人编码，未列入本表。",
    ),
    "themes.note_no_kappa": (
        "–: both coders decided the same in every segment or all in one category, so that chance agreement is not defined.",
        "–：两名编码员将全部片段归为同一类别，机遇一致性无法确定。",
    ),
    "themes.note_pairs": (
        "Jaccard: persons with both themes over persons with either. *p*~Holm~ adjusted over {m:count} {m?pair|pairs}.",
        "Jaccard系数为同时提及两主题的人数与提及任一主题的人数之比；*p*~Holm~为对{m:count}对主题作Holm校正后的*p*值。",
    ),
    "themes.note_strongest": (
        "The {k:count} pairs with the largest |φ|.",
        "仅列|φ|最大的{k:count}对。",
    ),
    "themes.note_no_factor": (
        "Without a factor of the questionnaire beside them: {themes}.",
        "问卷中没有对应因子的主题：{themes}。",
    ),
    "themes.note_joint_n": (
        "*n* = {n:count} in the regression of {outcome}.",
        "{outcome}的回归*n* = {n:count}。",
    ),
    "themes.note_quotes": (
        "For each theme the segment of the lowest respondent number in which both coders found it, if possible of somebody not quoted before; phone numbers, addresses and the like are masked.",
        "各主题取两名编码员一致标出且受访者编号最小的片段，尽量不重复引用同一受访者；电话、邮箱等个人信息已遮盖。",
    ),
    "themes.note_quotes_one": (
        "For each theme the segment of the lowest respondent number in which it was found, if possible of somebody not quoted before; phone numbers, addresses and the like are masked.",
        "各主题取标出该主题且受访者编号最小的片段，尽量不重复引用同一受访者；电话、邮箱等个人信息已遮盖。",
    ),
    "themes.note_contrast": (
        "*M*: mean score on the factor of persons who mention the theme and of the others. *p* by Welch’s *t* test; *p*~Holm~ adjusted over {m:count} {m?theme|themes}.",
        "*M*为提及该主题者与未提及者在相应因子上的平均得分。*p*为Welch *t*检验结果；*p*~Holm~为对{m:count}个主题作Holm校正后的*p*值。",
    ),
    "themes.note_joint": (
        "*b*, β and *p*: coefficient of the factor in the regression of the outcome named above it, all blocks entered; *p* is not adjusted.",
        "*b*、β与*p*为该因子在相应因变量回归的最终模型中的系数，*p*值未校正。",
    ),
    "themes.note_not_entered": (
        "–: the factor is not in that regression.",
        "–表示该因子未进入该回归。",
    ),
    "themes.scope": (
        "{people:count} persons were interviewed; {segments:count} segments were coded with {k:count} themes.",
        "共访谈{people:count}人，{segments:count}个片段得到编码，涉及{k:count}个主题。",
    ),
    "themes.most": (
        "The themes mentioned by the largest numbers of persons were {themes}.",
        "提及人数最多的主题为{themes}。",
    ),
    "themes.one": (
        "{theme} ({n:count} persons, {percent:percent})",
        "{theme}（{n:count}人，{percent:percent}）",
    ),
    "themes.uncoded": (
        "{n:count} {n?segment was|segments were} coded by nobody and {n?is|are} left out. Where a coder found no theme, “none” should stand instead of an empty cell.",
        "有{n:count}个片段未经任何人编码，未纳入分析。若编码员认为片段中没有主题，应填写“无”，而不是留空。",
    ),
    "themes.groups_some": (
        "By {question}, the share of persons who mention the theme differs after Holm’s adjustment for {themes}.",
        "在{question}上，经Holm校正后提及比例存在显著差异的主题为{themes}。",
    ),
    "themes.differs": ("{theme} ({p:p})", "{theme}（{p:p}）"),
    "themes.groups_none": (
        "By {question}, no theme differs significantly after Holm’s adjustment; that does not show that the groups are alike.",
        "在{question}上，经Holm校正后各主题的提及比例差异均不显著；这并不表示各组没有差别。",
    ),
    "themes.pairs_none": (
        "Among {m:count} {m?pair|pairs} of themes, none is associated significantly over persons after Holm’s adjustment.",
        "在{m:count}对主题中，经Holm校正后没有显著的共现关系。",
    ),
    "themes.pairs_some": (
        "Among {m:count} {m?pair|pairs} of themes, {k:count} {k?is|are} associated significantly over persons after Holm’s adjustment, most strongly {pairs}.",
        "在{m:count}对主题中，经Holm校正后有{k:count}对存在显著的共现关系，其中最强的为{pairs}。",
    ),
    "themes.pair": (
        "{first} with {second} (φ = {phi:bounded}, {p:p})",
        "{first}与{second}（φ = {phi:bounded}，{p:p}）",
    ),
    "themes.agreement": (
        "The coders gave {percent:percent} of {n:count} segments the same themes: κ = {kappa:bounded}, which is {size} by the benchmarks of Landis and Koch (1977), AC~1~ = {ac1:bounded}, Krippendorff’s α = {krippendorff:bounded}.",
        "在{n:count}个片段中，两名编码员编码完全一致的占{percent:percent}：κ = {kappa:bounded}，按Landis和Koch（1977）的标准属{size}，AC~1~ = {ac1:bounded}，Krippendorff’s α = {krippendorff:bounded}。",
    ),
    "themes.agreement_one": (
        "The coders gave {percent:percent} of {n:count} segments the same themes; all codes are the same, so that agreement beyond chance is not defined.",
        "在{n:count}个片段中，两名编码员编码一致的占{percent:percent}；由于全部编码相同，无法计算扣除机遇后的一致性。",
    ),
    "themes.agreement_weak": (
        "Krippendorff’s α is below .667, where Krippendorff (2004) advises against conclusions, for {themes}; define these codes more sharply and code again.",
        "以下主题的Krippendorff’s α低于0.667，按Krippendorff（2004）的建议不宜据此下结论：{themes}。应进一步明确其界定并重新编码。",
    ),
    "themes.agreement_weak_whole": (
        "Krippendorff’s α of the whole coding is below .667, where Krippendorff (2004) advises against conclusions; conclusions should rest on single themes whose own α is high enough.",
        "整体编码的Krippendorff’s α低于0.667，按Krippendorff（2004）的建议不宜据此下结论；结论应以α达到要求的单个主题为依据。",
    ),
    "themes.note_perfect": (
        "An interval from 1 to 1 says that the coders never differed in these segments, not that agreement is certain.",
        "区间为[1, 1]仅表示在这些片段中两人没有分歧，并不表示一致性没有抽样误差。",
    ),
    "themes.kappa_poor": ("poor", "很差"),
    "themes.kappa_slight": ("slight", "轻微一致"),
    "themes.kappa_fair": ("fair", "尚可"),
    "themes.kappa_moderate": ("moderate", "中等一致"),
    "themes.kappa_substantial": ("substantial", "高度一致"),
    "themes.kappa_almost_perfect": ("almost perfect", "几乎完全一致"),
    "themes.coders_apart": (
        "The two coders share no segment: no segment has a code from both, so their agreement cannot be given. Let both code a part of the segments, a fifth at least.",
        "两名编码员没有共同编码的片段，无法计算编码者间信度。请让两人共同编码其中一部分片段（至少五分之一）。",
    ),
    "themes.saturated": (
        "With a base of {base:count} interviews and runs of {run:count}, saturation (at most {threshold:percent} new themes) is reached after {n:count} interviews with {seen:count} themes; {rest:count} more appear later.",
        "以前{base:count}次访谈为基数、连续{run:count}次访谈为一轮，在{n:count}次访谈后达到饱和（新增主题不超过{threshold:percent}），此时共有{seen:count}个主题，其后又出现{rest:count}个。",
    ),
    "themes.saturated_all": (
        "With a base of {base:count} interviews and runs of {run:count}, saturation (at most {threshold:percent} new themes) is reached after {n:count} interviews with {seen:count} themes; no theme appears later.",
        "以前{base:count}次访谈为基数、连续{run:count}次访谈为一轮，在{n:count}次访谈后达到饱和（新增主题不超过{threshold:percent}），此时共有{seen:count}个主题，其后未再出现新的主题。",
    ),
    "themes.saturation_given": (
        "The codebook was fixed before coding: saturation shows that its themes occur early, not that the interviews hold no others.",
        "由于编码本在编码前已经确定，饱和只说明其中的主题较早出现，并不说明访谈中没有其他主题。",
    ),
    "themes.not_saturated": (
        "With a base of {base:count} interviews and runs of {run:count}, saturation (at most {threshold:percent} new themes) is not reached within {n:count} interviews.",
        "以前{base:count}次访谈为基数、连续{run:count}次访谈为一轮，在{n:count}次访谈内未达到饱和（新增主题不超过{threshold:percent}）。",
    ),
    "themes.contrast_some": (
        "After Holm’s adjustment, persons who mention the theme differ from the others in the factor beside it for {themes}.",
        "经Holm校正后，提及与未提及者在相应因子得分上存在显著差异的主题为：{themes}。",
    ),
    "themes.contrast_lower": (
        "{theme} (lower in {factor} by {difference:number}, {p:p})",
        "{theme}（提及者的{factor}得分低{difference:number}，{p:p}）",
    ),
    "themes.contrast_higher": (
        "{theme} (higher in {factor} by {difference:number}, {p:p})",
        "{theme}（提及者的{factor}得分高{difference:number}，{p:p}）",
    ),
    "themes.contrast_none": (
        "For no theme do persons who mention it differ significantly in the factor beside it after Holm’s adjustment; with few persons on one side that does not show that they are alike.",
        "经Holm校正后，提及与未提及各主题者在相应因子得分上的差异均不显著；提及人数较少时，这并不表示二者没有差别。",
    ),
    "themes.joint_some": (
        "Factors with a significant coefficient that a theme of the interviews also names: {themes}.",
        "回归系数显著且访谈中有相应主题的为：{themes}。",
    ),
    "themes.joint_one": (
        "{theme} ({percent:percent} of persons) and {factor} (outcome {outcome}: *b* = {b:coefficient}, {p:p})",
        "{theme}（{percent:percent}的受访者提及）与{factor}（因变量{outcome}：*b* = {b:coefficient}，{p:p}）",
    ),
    "themes.joint_none": (
        "For none of the themes is the coefficient of the factor beside it significant.",
        "各主题所对应因子的回归系数均不显著。",
    ),
    "themes.joint_no_factor": (
        "The questionnaire has no factor of the same meaning for {themes}, so that the numbers can say nothing about it.",
        "{themes}在问卷中没有含义相同的因子，问卷数据无从说明。",
    ),
    "themes.joint_caution": (
        "How often a theme is mentioned says nothing about the size of an effect, and a coefficient that is not significant does not refute what people said; where the two part, the interviews show what to look into.",
        "提及的多少并不代表效应的大小，系数不显著也不否定受访者的说法；二者不一致之处，正是需要结合访谈进一步考察的地方。",
    ),
}
