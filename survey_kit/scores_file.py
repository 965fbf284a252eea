"""The scored answers as a file: csv, xlsx or sav."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pandas as pd

from survey_kit.errors import UsageError
from survey_kit.stamp import STAMP, stamp_sav
from survey_kit.study import Study

SUFFIXES = (".csv", ".xlsx", ".sav")


def check_suffix(path: Path) -> None:
    """Refuse a suffix that cannot be written.

    Raises
    ------
    UsageError
        Naming the suffixes that can.
    """
    if path.suffix.lower() not in SUFFIXES:
        known = " ".join(SUFFIXES)
        raise UsageError(f"{path.name}: use one of {known}.", f"{path.name}：请使用{known}之一。")


def scores_frame(study: Study) -> pd.DataFrame:
    """One row a respondent: number, background codes, items after reversal, scale scores."""
    codes = [
        q.id for q in study.background if q.id in study.responses.frame and q.kind in ("single", "number")
    ]
    parts = [study.responses.frame[codes], study.scores.items, study.scores.scales]
    frame = pd.concat(parts, axis=1)
    return frame.rename_axis("respondent").reset_index()


def as_csv(study: Study) -> str:
    """The table as csv text; missing is an empty field."""
    text: str = scores_frame(study).to_csv(index=False, lineterminator="\n")
    return text


def write_scores(study: Study, path: Path) -> None:
    """Write the table in the format of the suffix; the same study gives the same bytes."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        # the mark lets Excel read Chinese column names
        path.write_text(as_csv(study), encoding="utf-8-sig", newline="")
    elif suffix == ".xlsx":
        _write_xlsx(scores_frame(study), path)
    else:
        _write_sav(study, path)


def _write_xlsx(frame: pd.DataFrame, path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": STAMP})
    sheet = book.add_worksheet("scores")
    for j, name in enumerate(frame.columns):
        sheet.write_string(0, j, str(name))
        for i, value in enumerate(frame[name].tolist(), start=1):
            if isinstance(value, str):
                sheet.write_string(i, j, value)
            elif not math.isnan(value):
                sheet.write_number(i, j, value)
    sheet.freeze_panes(1, 1)
    book.close()


def _write_sav(study: Study, path: Path) -> None:
    import pyreadstat

    frame = scores_frame(study)
    names = _spss_names([str(name) for name in frame.columns])
    labels = {scale.id: scale.label.zh for scale in study.scales}
    labels |= {item.id: item.label.zh for scale in study.scales for item in study.items_of(scale)}
    labels |= {question.id: question.label.zh for question in study.background}
    values = {
        names[question.id]: {option.code: option.label.zh for option in question.options}
        for question in study.background
        if question.id in names and question.options
    }
    pyreadstat.write_sav(
        frame.rename(columns=names),
        str(path),
        column_labels=[labels.get(str(name), str(name))[:250] for name in frame.columns],
        variable_value_labels=values,
    )
    stamp_sav(path)


def _spss_names(names: list[str]) -> dict[str, str]:
    """Names that SPSS takes: no blanks or signs, not starting with a digit, at most 64 bytes, unique."""
    taken: set[str] = set()
    out = {}
    for name in names:
        base = re.sub(r"[^\w.]", "_", name).strip("._") or "v"
        base = base if base[0].isalpha() else f"v{base}"
        while len(base.encode()) > 60:
            base = base[:-1]
        candidate, number = base, 2
        while candidate.lower() in taken:
            candidate, number = f"{base}_{number}", number + 1
        taken.add(candidate.lower())
        out[name] = candidate
    return out
