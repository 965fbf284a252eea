"""Who answered? Return of questionnaires, valid rate, and the background of the respondents.

Frequencies of the background questions (percent of those asked, valid percent of those who answered) and
means of those answered by a number. Cells of fewer than five people are pointed out, because a combination
of characteristics can make a person known; five is the usual threshold of public statistics.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier, Words
from survey_kit.analyses.frequency import (
    FREQUENCY_WORDS,
    Amount,
    Choice,
    amounts,
    amounts_table,
    choices,
    choices_table,
    most_chosen,
)
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import asked_of
from survey_kit.report.blocks import Block, Column, Figure, Finding, Label, Row, Say, Section, Table, say
from survey_kit.responses.model import Ledger
from survey_kit.study import Study

SMALL_CELL = 5
_NAMED_CELLS = 8


@dataclass(frozen=True, slots=True)
class SampleResult:
    """The ledger, the rules behind it, and the background of ``n`` valid respondents."""

    n: int
    ledger: Ledger
    choices: tuple[Choice, ...]
    amounts: tuple[Amount, ...]
    rules: tuple[Say, ...]


def compute(study: Study, earlier: Earlier) -> SampleResult:  # noqa: ARG001
    """Count the sample; not applicable when nobody is left."""
    if not study.n:
        raise NotApplicable("withheld.too_few", n=0, needed=1)
    ledger = study.responses.ledger if study.responses.ledger.collected else Ledger(study.n)
    asked = asked_of(study.background)
    answered = choices(study, asked), amounts(study, asked)
    return SampleResult(study.n, ledger, *answered, _rules(study, ledger))


def _rules(study: Study, ledger: Ledger) -> tuple[Say, ...]:
    """The rules of exclusion that were applied to this file, in their order."""
    screening, items = study.plan.screening, study.scores.items.shape[1]
    found = [say("sample.rule_empty")]
    if any(exclusion.reason == "incomplete" for exclusion in ledger.exclusions):
        found.append(say("sample.rule_incomplete"))
    if screening.duplicates:
        found.append(say("sample.rule_duplicate"))
    if screening.min_seconds_per_item is not None and study.responses.duration is not None and items:
        found.append(say("sample.rule_too_fast", seconds=_whole(screening.min_seconds_per_item)))
    if screening.straight_lining and items:
        found.append(say("sample.rule_straight_lining"))
    if screening.max_missing is not None and items:
        found.append(say("sample.rule_missing", percent=_whole(100 * screening.max_missing)))
    return tuple(found)


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def present(result: SampleResult) -> Section:
    """Ledger, frequencies, means, bars, sentences."""
    blocks: list[Block] = [_ledger_table(result.ledger)]
    if result.choices:
        blocks += [choices_table("background", "sample.background", result.choices), _figure(result.choices)]
    if result.amounts:
        blocks.append(amounts_table("numbers", "sample.numbers", result.amounts))
    blocks += [Finding(sentence) for sentence in _sentences(result)]
    small = _small_cells(result.choices)
    if small:
        key = "sample.small" if len(small) <= _NAMED_CELLS else "sample.small_many"
        cells = tuple(small[:_NAMED_CELLS])
        blocks.append(Finding(say(key, cells=cells, more=len(small) - len(cells)), "warning"))
    methods = [say("sample.methods", rules=result.rules)]
    if result.choices:
        methods.append(say("sample.methods_background"))
    timed = any(rule.key == "sample.rule_too_fast" for rule in result.rules)
    references = ("huang2012",) if timed else ()
    return Section("sample", say("sample.title"), tuple(methods), tuple(blocks), references)


def _ledger_table(ledger: Ledger) -> Table:
    def share(count: int) -> float:
        return 100 * count / ledger.collected

    rows = [Row("collected", (say("sample.collected"), ledger.collected, 100.0))]
    for exclusion in ledger.exclusions:
        count = len(exclusion.respondents)
        rows.append(
            Row(
                f"excluded_{exclusion.reason}",
                (say(f"sample.excluded_{exclusion.reason}"), count, share(count)),
                1,
            )
        )
    rows.append(Row("valid", (say("sample.valid"), ledger.valid, share(ledger.valid))))
    columns = (
        Column("entry", label=say("sample.entry")),
        Column("n", "count", say("sample.count")),
        Column("percent", "percent"),
    )
    return Table("ledger", say("sample.ledger"), columns, tuple(rows))


def _figure(answered: tuple[Choice, ...]) -> Figure:
    panels = [
        {
            "label": choice.question.label,
            "n": choice.counts.answered,
            "bars": [
                {"label": option.label, "count": count, "percent": percent}
                for option, count, percent in zip(
                    choice.options, choice.counts.counts, choice.counts.percent_valid, strict=True
                )
            ],
        }
        for choice in answered
        if choice.counts.answered
    ]
    return Figure("background_figure", say("sample.figure"), "bars", {"panels": panels})


def _sentences(result: SampleResult) -> list[Say]:
    ledger = result.ledger
    excluded = ledger.collected - ledger.valid
    rate = 100 * ledger.valid_rate
    key = "sample.return" if excluded else "sample.return_all"
    sentences = [say(key, collected=ledger.collected, excluded=excluded, valid=ledger.valid, rate=rate)]
    for choice in result.choices:
        sentences += _choice_sentence(choice)
    for amount in result.amounts:
        s = amount.stats
        if s.n[0] > 1:
            sentences.append(
                say(
                    "sample.mean_years" if amount.years else "sample.mean",
                    question=amount.question.label,
                    mean=float(s.mean[0]),
                    sd=float(s.sd[0]),
                    low=_end(float(s.min[0]), amount),
                    high=_end(float(s.max[0]), amount),
                )
            )
    return sentences


def _end(value: float, amount: Amount) -> str | int | float:
    """The lowest or highest answer as it was given: a year, a whole number, or a measured one."""
    return str(int(value)) if amount.years else int(value) if amount.whole else value


def _choice_sentence(choice: Choice) -> list[Say]:
    counts, percents = choice.counts.counts, choice.counts.percent_valid
    labels = tuple(option.label for option in choice.options)
    if not choice.counts.answered:
        return [say("sample.nobody", question=choice.question.label)]
    if len(labels) == 2:
        return [
            say(
                "sample.two",
                question=choice.question.label,
                first=labels[0],
                n1=counts[0],
                percent1=percents[0],
                second=labels[1],
                n2=counts[1],
                percent2=percents[1],
            )
        ]
    first, largest, percent = most_chosen(labels, counts, percents)
    if len(first) == 1:
        return [
            say("sample.most", question=choice.question.label, option=first[0], n=largest, percent=percent)
        ]
    return [
        say("sample.most_tied", question=choice.question.label, options=first, n=largest, percent=percent)
    ]


def _small_cells(answered: tuple[Choice, ...]) -> list[Say]:
    return [
        say("sample.cell", question=choice.question.label, option=option.label, n=count)
        for choice in answered
        for option, count in zip(choice.options, choice.counts.counts, strict=True)
        if 0 < count < SMALL_CELL
    ]


WORDS: Words = {
    **FREQUENCY_WORDS,
    "sample.title": ("Sample", "样本基本情况"),
    "sample.methods": (
        "Returned questionnaires were excluded for the following reasons, each questionnaire being counted under the "
        "first that applied: {rules}.",
        "对回收的问卷进行有效性筛查，剔除标准依次为：{rules}；每份无效问卷只计入最先符合的一项。",
    ),
    "sample.methods_background": (
        "Background characteristics are reported as frequencies, with percentages of all respondents who were asked and "
        "valid percentages of those who answered.",
        "背景变量以频数描述，百分比以全部应答对象为分母，有效百分比以实际作答者为分母。",
    ),
    "sample.rule_empty": ("no answers at all", "空白问卷"),
    "sample.rule_incomplete": ("not submitted", "未完成提交"),
    "sample.rule_duplicate": ("repeated submission", "重复提交"),
    "sample.rule_too_fast": (
        "completion in less than {seconds:text} s per scale item (Huang et al., 2012)",
        "平均每个量表题项用时不足{seconds:text}秒（Huang et al., 2012）",
    ),
    "sample.rule_straight_lining": ("identical answers to all scale items", "全部量表题项选择同一选项"),
    "sample.rule_missing": (
        "more than {percent:text}% of the scale items unanswered",
        "量表题项缺失超过{percent:text}%",
    ),
    "sample.ledger": ("Questionnaires collected and valid", "问卷回收情况"),
    "sample.entry": ("Questionnaires", "问卷"),
    "sample.count": ("Number", "份数"),
    "sample.collected": ("Collected", "回收"),
    "sample.valid": ("Valid", "有效"),
    "sample.excluded_empty": ("Excluded: no answers", "剔除：空白问卷"),
    "sample.excluded_incomplete": ("Excluded: not submitted", "剔除：未完成提交"),
    "sample.excluded_too_fast": ("Excluded: answered too fast", "剔除：作答时间过短"),
    "sample.excluded_straight_lining": ("Excluded: same answer throughout", "剔除：量表题全部选择同一选项"),
    "sample.excluded_missing": ("Excluded: too many gaps", "剔除：缺失题项过多"),
    "sample.excluded_duplicate": ("Excluded: repeated submission", "剔除：重复提交"),
    "sample.background": ("Background of the respondents", "样本背景特征"),
    "sample.numbers": ("Background of the respondents: numbers", "样本背景特征（数值变量）"),
    "sample.figure": ("Background of the respondents (valid percent)", "样本背景特征分布（有效百分比）"),
    "sample.return": (
        "Of {collected} questionnaires collected, {valid} ({rate:percent}) were valid after the exclusion of {excluded}.",
        "共回收问卷{collected}份，剔除无效问卷{excluded}份，得到有效问卷{valid}份，有效率为{rate:percent}。",
    ),
    "sample.return_all": (
        "A total of {collected} questionnaires were collected; none was excluded, so the valid rate is {rate:percent}.",
        "共回收问卷{collected}份，均为有效问卷，有效率为{rate:percent}。",
    ),
    "sample.two": (
        "For {question}, the answers were {first} (*n* = {n1}, {percent1:percent}) and {second} (*n* = {n2}, "
        "{percent2:percent}).",
        "{question}方面，{first}{n1}人（{percent1:percent}），{second}{n2}人（{percent2:percent}）。",
    ),
    "sample.most": (
        "For {question}, the largest group was {option} (*n* = {n}, {percent:percent}).",
        "{question}方面，以{option}居多，共{n}人（{percent:percent}）。",
    ),
    "sample.most_tied": (
        "For {question}, the largest groups were {options} (*n* = {n} each, {percent:percent}).",
        "{question}方面，{options}人数并列最多，各{n}人（{percent:percent}）。",
    ),
    "sample.nobody": ("{question} was answered by nobody.", "{question}方面，无人作答。"),
    "sample.mean": (
        "{question} had a mean of *M* = {mean:number} (*SD* = {sd:number}) and ranged from {low:text} to "
        "{high:text}.",
        "{question}的均值*M* = {mean:number}，标准差*SD* = {sd:number}，取值介于{low:text}与{high:text}之间。",
    ),
    "sample.mean_years": (
        "{question} had a mean of *M* = {mean:df} (*SD* = {sd:number}) and ranged from {low:text} to "
        "{high:text}.",
        "{question}的均值*M* = {mean:df}，标准差*SD* = {sd:number}，取值介于{low:text}与{high:text}之间。",
    ),
    "sample.cell": ("{question}: {option} ({n})", "{question}“{option}”（{n}人）"),
    "sample.small": (
        "Fewer than five respondents are in these groups: {cells}. Comparisons with groups this small are uninformative, "
        "and a person may be recognised when several characteristics are published together; consider merging categories.",
        "以下类别不足5人：{cells}。人数过少时组间比较意义有限，且多个特征一并公布可能使个人被识别，建议考虑合并类别。",
    ),
    "sample.small_many": (
        "Fewer than five respondents are in these and {more} further groups: {cells}. Comparisons with "
        "groups this small are uninformative, and a person may be recognised when several characteristics are published "
        "together; consider merging categories.",
        "以下类别及另外{more}个类别不足5人：{cells}。人数过少时组间比较意义有限，且多个特征一并公布可能使个人被识别，"
        "建议考虑合并类别。",
    ),
}

ANALYSIS = Analysis("sample", Label("Sample", "样本基本情况"), compute, present, WORDS, least=1)
