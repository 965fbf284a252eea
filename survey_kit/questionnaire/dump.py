"""Writing a questionnaire as a TOML file that ``read_questionnaire`` reads back unchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from survey_kit.questionnaire.claims import claim_text
from survey_kit.questionnaire.faults import is_control
from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan import DeclaredPlan, Screening
from survey_kit.questionnaire.plan_lines import written_lines
from survey_kit.report.blocks import Label, Language

Options = tuple[Option, ...]

DRAFT = """\
# A draft made from a response file. Correct it and use it again with
#     survey-kit analyze responses.xlsx -q THIS_FILE
# Check above all: which items belong to one scale, which are reverse-worded (reverse = true),
# the order and codes of the answers, and the role of each scale
# (outcome, predictor, mediator, moderator, control or none).
# 这是根据答卷文件推断的问卷草稿，请修改后再用 -q 指定使用。
# 请重点核对：哪些题项属于同一量表、哪些是反向题（reverse = true）、选项的顺序与编码、
# 各量表的角色（outcome因变量、predictor自变量、mediator中介、moderator调节、control控制、none无）。
"""
CHECKED = "inferred = true  # delete this line once the draft is checked / 核对后删除此行"


def to_toml(questionnaire: Questionnaire) -> str:
    """The questionnaire as the text of a TOML file.

    Reading the text gives an equal questionnaire. Control characters, which a questionnaire file
    must not hold, become U+FFFD. A questionnaire whose labels are the same in both languages is
    written as a one-language file.
    """
    return "\n".join(_Writer(questionnaire).lines()).rstrip("\n") + "\n"


class _Writer:
    """Writes one questionnaire: its language and the names of its shared answer lists."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.language = _only_language(questionnaire)
        self.names = _shared_lists(questionnaire)

    def lines(self) -> Iterator[str]:
        questionnaire = self.questionnaire
        if questionnaire.inferred:
            yield DRAFT
        yield f"id = {quote(questionnaire.id)}"
        if self.language is not None:
            yield f"language = {quote(self.language)}"
        yield f"title = {self.label(questionnaire.title)}"
        if questionnaire.source:
            yield f"source = {quote(questionnaire.source)}"
        if questionnaire.inferred:
            yield CHECKED
        if self.names:
            yield from ("", "[options]")
            for options, name in self.names.items():
                yield f"{name} = {self.options(options)}"
        for question in questionnaire.background:
            yield from self.question(question, "background")
        for scale in questionnaire.scales:
            yield from self.scale(scale)
        for question in questionnaire.questions:
            yield from self.question(question, "question")
        yield from self.plan(questionnaire.plan)

    def label(self, label: Label) -> str:
        if self.language is not None:
            return quote(label.en)
        return f"{{ en = {quote(label.en)}, zh = {quote(label.zh)} }}"

    def options(self, options: Options) -> str:
        """An answer list written in place."""
        codes = [option.code for option in options]
        plain = codes == list(range(1, len(codes) + 1))
        if self.language is not None:
            texts = _list([option.label.en for option in options])
            if plain:
                return texts
            parts = [f"{self.language} = {texts}"]
        else:
            parts = [
                f"en = {_list([o.label.en for o in options])}",
                f"zh = {_list([o.label.zh for o in options])}",
            ]
        if not plain:
            parts.append(f"codes = {_codes(codes)}")
        return f"{{ {', '.join(parts)} }}"

    def answers(self, options: Options) -> str:
        return quote(self.names[options]) if options in self.names else self.options(options)

    def question(self, question: Question, table: str) -> Iterator[str]:
        yield from ("", f"[[{table}]]", f"id = {quote(question.id)}", f"kind = {quote(question.kind)}")
        yield f"label = {self.label(question.label)}"
        if question.options:
            yield f"options = {self.answers(question.options)}"
        if question.ordered:
            yield "ordered = true"
        if question.columns:
            yield f"columns = {_list(question.columns)}"
        if question.derived is not None:
            yield f"from = {quote(question.derived.source)}"
            if question.derived.groups:
                yield f"groups = [{', '.join(_codes(codes) for codes in question.derived.groups)}]"
            else:
                yield f"cuts = {_codes(question.derived.cuts)}"

    def scale(self, scale: Scale) -> Iterator[str]:
        yield from ("", "[[scale]]", f"id = {quote(scale.id)}", f"label = {self.label(scale.label)}")
        yield f"role = {quote(scale.role)}"
        if scale.score != "mean":
            yield f"score = {quote(scale.score)}"
        first = scale.items[0]
        same = all(item.options == first.options for item in scale.items)
        codes = [option.code for option in first.options]
        if same and first.options:
            yield f"options = {self.answers(first.options)}"
        if not (same and codes and (first.low, first.high) == (min(codes), max(codes))):
            yield from (f"low = {_number(first.low)}", f"high = {_number(first.high)}")
        yield "items = ["
        for item in scale.items:
            yield f"  {self.item(item, own_options=not same)},"
        yield "]"

    def item(self, item: Item, *, own_options: bool) -> str:
        parts = [f"id = {quote(item.id)}"]
        if self.language is not None:
            parts.append(f"{self.language} = {quote(item.label.en)}")
        else:
            parts += [f"en = {quote(item.label.en)}", f"zh = {quote(item.label.zh)}"]
        if item.reverse:
            parts.append("reverse = true")
        if own_options and item.options:
            parts.append(f"options = {self.answers(item.options)}")
        if item.columns:
            parts.append(f"columns = {_list(item.columns)}")
        return f"{{ {', '.join(parts)} }}"

    def value(self, value: str | float | tuple[Any, ...] | Label) -> str:
        """A value of a plan's line."""
        match value:
            case Label():
                return self.label(value)
            case str():
                return quote(value)
            case int():
                return str(value)
            case float():
                return _number(value)
            case _:
                return f"[{', '.join(self.value(each) for each in value)}]"

    def plan(self, plan: DeclaredPlan) -> Iterator[str]:
        if plan == DeclaredPlan():
            return
        yield from ("", "[plan]")
        if plan.group_by is not None:
            yield f"group_by = {_list(plan.group_by)}"
        if plan.regressions == ():
            yield "regression = []"
        yield from _screening(plan.screening)
        for regression in plan.regressions or ():
            yield from ("", "[[plan.regression]]", f"outcome = {quote(regression.outcome)}")
            yield f"blocks = [{', '.join(_list(block) for block in regression.blocks)}]"
            if regression.labels:
                yield f"labels = [{', '.join(self.label(label) for label in regression.labels)}]"
            if regression.model:
                yield f"model = {quote(regression.model)}"
        for key, values in written_lines(plan.lines):
            yield from ("", f"[[plan.{key}]]")
            for name, value in values.items():
                yield f"{name} = {self.value(value)}"
        for hypothesis in plan.hypotheses:
            yield from ("", "[[plan.hypothesis]]", f"id = {quote(hypothesis.id)}")
            yield f"text = {self.label(hypothesis.text)}"
            yield f"claim = {quote(claim_text(hypothesis.claim))}"


def _screening(screening: Screening) -> Iterator[str]:
    standard = Screening()
    values: Mapping[str, tuple[float | bool | None, float | bool | None]] = {
        "min_seconds_per_item": (screening.min_seconds_per_item, standard.min_seconds_per_item),
        "straight_lining": (screening.straight_lining, standard.straight_lining),
        "max_missing": (screening.max_missing, standard.max_missing),
        "duplicates": (screening.duplicates, standard.duplicates),
    }
    changed = {key: value for key, (value, usual) in values.items() if value != usual}
    if changed:
        yield from ("", "[plan.screening]")
        for key, value in changed.items():
            switched = value is None or isinstance(value, bool)
            yield f"{key} = {str(bool(value)).lower() if switched else _number(float(value or 0))}"


def _labels(questionnaire: Questionnaire) -> Iterator[Label]:
    yield questionnaire.title
    for question in questionnaire.all_questions:
        yield question.label
        yield from (option.label for option in question.options)
    for scale in questionnaire.scales:
        yield scale.label
        for item in scale.items:
            yield item.label
            yield from (option.label for option in item.options)
    for regression in questionnaire.plan.regressions or ():
        yield from regression.labels
    for _, values in written_lines(questionnaire.plan.lines):
        yield from (value for value in values.values() if isinstance(value, Label))
    yield from (hypothesis.text for hypothesis in questionnaire.plan.hypotheses)


def _only_language(questionnaire: Questionnaire) -> Language | None:
    """The language of a questionnaire of which every label is the same in both; else None."""
    labels = tuple(_labels(questionnaire))
    if any(label.en != label.zh for label in labels):
        return None
    chinese = any("\u4e00" <= character <= "\u9fff" for label in labels for character in label.zh)
    return "zh" if chinese else "en"


def _shared_lists(questionnaire: Questionnaire) -> dict[Options, str]:
    """Names for the answer lists that more than one scale or question uses."""
    uses: Counter[Options] = Counter(q.options for q in questionnaire.all_questions if q.options)
    for scale in questionnaire.scales:
        uses.update({item.options for item in scale.items if item.options})
    shared = [options for options, count in uses.items() if count > 1]
    return {options: f"list{number}" for number, options in enumerate(shared, start=1)}


def _list(texts: tuple[str, ...] | list[str]) -> str:
    return f"[{', '.join(quote(text) for text in texts)}]"


def _codes(codes: Sequence[float]) -> str:
    return f"[{', '.join(_number(code) for code in codes)}]"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def quote(text: str) -> str:
    """A TOML basic string."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(escapes.get(c) or ("�" if is_control(c) else c) for c in text) + '"'
