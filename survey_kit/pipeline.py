"""The way of the data, one function an arrow::

file ──read──▶ Sheet ──decode──▶ Responses ──screen──▶ Responses + ledger ──score──▶ Scores
──plan──▶ Study ──compute──▶ results ──present──▶ Report ──typeset──▶ Document ──write──▶ files
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from survey_kit import __version__
from survey_kit.analyses import ANALYSES
from survey_kit.analyses.analysis import Analysis
from survey_kit.companions import NOTHING_NAMED, Beside
from survey_kit.errors import NotApplicable, PlanError, ResponseError, Withheld
from survey_kit.gathering import gather
from survey_kit.questionnaire.dump import to_toml
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.plan import Compat
from survey_kit.reading import Reading, ReadOptions, distinct, infer_questionnaire, read
from survey_kit.report.blocks import Label, Language, Remark, Report, Say, Section, Skipped
from survey_kit.report.codec import encode_value
from survey_kit.report.words import Catalogue, catalogue
from survey_kit.responses.model import Source
from survey_kit.responses.screen import screen
from survey_kit.scoring import score
from survey_kit.study import Materials, Study, resolve_plan
from survey_kit.waves import split, told_apart, wave_of

Progress: TypeAlias = Callable[[str, str], None]
"""Told what is being done, in English and Chinese."""


def silent(en: str, zh: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A study ready to be computed, and what the report must say about its making.

    ``beside`` are the further files that were read, by what they hold.
    """

    study: Study
    source: Source
    remarks: tuple[Remark, ...]
    language: Language
    beside: Mapping[str, Source] = field(default_factory=dict)


# -- screen, score, plan -----------------------------------------------------------------------


def prepare(
    reading: Reading,
    *,
    by: Sequence[str] | None = None,
    seed: int = 1,
    compat: Compat = "default",
    beside: Beside = NOTHING_NAMED,
) -> Prepared:
    """Screen and score the answers, settle the plan and read what lies beside the responses."""
    questionnaire = reading.questionnaire
    present, earlier = split(reading)
    valid = screen(present, questionnaire, questionnaire.plan.screening)
    plan = resolve_plan(questionnaire, valid, by=by, seed=seed, compat=compat)
    study = Study(questionnaire, valid, score(valid, questionnaire), plan)
    told: tuple[Remark, ...] = ()
    if earlier is not None:
        wave = wave_of(earlier, questionnaire)
        told = told_apart(reading, wave)
        study = replace(study, materials=Materials(before=wave))
    gathered = gather(study, reading, beside)
    remarks = distinct((*reading.remarks, *valid.remarks, *told, *gathered.remarks))
    study = replace(study, materials=gathered.materials)
    return Prepared(study, reading.source, remarks, reading.language, gathered.sources)


# -- compute and present -----------------------------------------------------------------------


def analysis(name: str) -> Analysis:
    """The analysis of that id.

    Raises
    ------
    PlanError
        No analysis has that id.
    """
    for each in ANALYSES:
        if each.id == name:
            return each
    known = ", ".join(each.id for each in ANALYSES)
    raise PlanError(
        f"There is no section called {name!r}. Available: {known}.",
        f"没有名为{name!r}的部分。可用：{known}。",
    )


def compute(
    study: Study, sections: Sequence[str] | None = None, progress: Progress = silent
) -> tuple[Section | Skipped, ...]:
    """Compute and present sections: all that are called for, or those named (with what they need)."""
    if sections is None:
        shown = {each.id for each in ANALYSES if each.called_for(study)}
    else:
        shown = {analysis(name).id for name in sections}
    needed = set(shown)
    for each in reversed(ANALYSES):
        if each.id in needed:
            needed.update(each.needs)
    results: dict[str, Any] = {}
    done: list[Section | Skipped] = []
    for each in ANALYSES:
        if each.id not in needed:
            continue
        progress(f"computing: {each.title.en}", f"正在计算：{each.title.zh}")
        section: Section | Skipped
        try:
            earlier = {name: results[name] for name in each.needs if name in results}
            if study.n < each.least:
                raise NotApplicable("withheld.too_few", n=study.n, needed=each.least)
            results[each.id] = each.compute(study, earlier)
            section = each.present(results[each.id]) if each.id in shown else _unseen(each)
        except Withheld as reason:
            section = Skipped(each.id, Say(f"{each.id}.title"), Say(reason.key, reason.values))
        if each.id in shown:
            done.append(section)
    return tuple(done)


def _unseen(each: Analysis) -> Skipped:
    return Skipped(each.id, Say(f"{each.id}.title"), Say(f"{each.id}.title"))


def report(
    prepared: Prepared,
    *,
    sections: Sequence[str] | None = None,
    language: Language | Literal["auto"] = "auto",
    chapter: int = 4,
    progress: Progress = silent,
) -> Report:
    """The chapter as data: every section computed, and what is needed to repeat the run."""
    study = prepared.study
    language = prepared.language if language == "auto" else language
    return Report(
        meta=_meta(prepared, language, chapter),
        plan=encode_value(study.plan),
        sections=compute(study, sections, progress),
        remarks=prepared.remarks,
    )


def _meta(prepared: Prepared, language: Language, chapter: int) -> Mapping[str, Any]:
    import numpy
    import pandas
    import scipy

    study, source = prepared.study, prepared.source
    ledger = study.responses.ledger
    meta = {
        "title": study.questionnaire.title,
        "input": source,
        "beside": dict(prepared.beside),
        "versions": {
            "survey-kit": __version__,
            "python": platform.python_version(),
            "numpy": numpy.__version__,
            "pandas": pandas.__version__,
            "scipy": scipy.__version__,
        },
        "seed": study.plan.seed,
        "language": language,
        "chapter": chapter,
        "questionnaire": {
            "id": study.questionnaire.id,
            "inferred": study.questionnaire.inferred,
            "source": study.questionnaire.source,
        },
        "n": study.n,
        "collected": ledger.collected,
        "exclusions": ledger.exclusions,
        "changes": study.responses.log[:MAX_CHANGES],
        "changes_total": len(study.responses.log),
        "withheld_columns": list(study.responses.withheld),
        "unmatched_columns": list(study.responses.unmatched),
    }
    encoded: Mapping[str, Any] = encode_value(meta)
    return encoded


MAX_CHANGES = 1000
"""At most this many changed cells are listed in the results file; their number is always given."""


def words() -> Catalogue:
    """All words that a chapter may use."""
    return catalogue(each.words for each in ANALYSES)


def refuse_remarks(remarks: Sequence[Remark]) -> None:
    """``--strict``: stop when the input gave rise to any warning.

    Raises
    ------
    ResponseError
        Naming the first warnings.
    """
    warnings = [remark.text for remark in remarks if remark.level == "warning"]
    if warnings:
        raise ResponseError(
            f"--strict: warnings about the input: {len(warnings)}. First: {warnings[0].en} "
            "Mend the file, or run without --strict.",
            f"--strict：输入有{len(warnings)}条警告。第一条：{warnings[0].zh}请修正文件，或去掉--strict。",
        )


def drafted_toml(questionnaire: Questionnaire) -> str | None:
    """The text of the inferred questionnaire, to be written beside the report; None if declared."""
    return to_toml(questionnaire) if questionnaire.inferred else None


__all__ = [
    "Label",
    "Prepared",
    "Progress",
    "ReadOptions",
    "Reading",
    "analysis",
    "compute",
    "drafted_toml",
    "infer_questionnaire",
    "prepare",
    "read",
    "refuse_remarks",
    "report",
    "words",
]
