"""SPSS and Stata files: values with labels, variable labels, declared missing values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.columns import Column
from survey_kit.responses.files.confinement import Confined, ConfinedKind, WrongEncoding, read_confined
from survey_kit.responses.files.header import Header
from survey_kit.responses.files.labelled_header import Declared, declared_in_dta, declared_in_sav
from survey_kit.responses.files.table import build_sheet
from survey_kit.responses.files.wording import CONTROL, column_names, remark
from survey_kit.responses.model import Sheet, Source


def read_labelled(data: bytes, source: Source, *, encoding: str | None, remarks: list[Remark]) -> Sheet:
    """The sheet of a sav, zsav or dta file.

    Raises
    ------
    FileError
        Damaged, or fewer cases than its header says.
    """
    name = source.name
    is_stata = source.format == "dta"
    declared = declared_in_dta(data, name) if is_stata else declared_in_sav(data, name)
    read, said = _read(data, source, encoding)
    rows = len(read.columns[0]) if read.columns else 0
    _compare(declared, rows, name)
    said = [*remarks, *said, *declared.remarks]
    columns, labels = _labels(read, said)
    said += _missing_remarks(read)
    said += _suspicious(read.names, columns)
    texts = {
        i: CONTROL.sub("", str(about["label"])) for i, about in enumerate(read.about) if about.get("label")
    }
    missing = {i: int(about["missing"]) for i, about in enumerate(read.about) if about.get("missing")}
    return build_sheet(
        replace(source, encoding=encoding),
        Header((read.names,), 0),
        columns,
        np.arange(1, rows + 1, dtype=np.int64),
        labels=labels,
        texts=texts,
        user_missing=missing,
        remarks=said,
    )


def _read(data: bytes, source: Source, encoding: str | None) -> tuple[Confined, list[Remark]]:
    kind: ConfinedKind = "dta" if source.format == "dta" else "sav"
    try:
        return read_confined(kind, data, source.name, encoding or ""), []
    except WrongEncoding:
        pass
    try:
        if encoding is None:
            said = remark(
                "The texts of the file are not in the encoding that it declares; they were read as GB18030. If they "
                "look wrong, give --encoding.",
                "文件中的文字与其声明的编码不符，已按 GB18030 读取。如出现乱码，请用 --encoding 指定编码。",
            )
            return read_confined(kind, data, source.name, "GB18030"), [said]
    except WrongEncoding:
        pass
    raise FileError(
        f"{source.name}: the texts of the file are in another encoding than it declares. Name it with --encoding "
        "(gb18030, big5, latin-1, …); if no encoding fits, the file is damaged.",
        f"{source.name}：文件中的文字与其声明的编码不符。请用 --encoding 指定（gb18030、big5、latin-1 等）；"
        "若均不适用，则文件已损坏。",
    )


def _compare(declared: Declared, rows: int, name: str) -> None:
    if declared.cases is not None and rows != declared.cases:
        raise FileError(
            f"{name}: the file ends early: {rows} of {declared.cases} cases could be read. It is damaged or was not "
            "downloaded completely; get it again.",
            f"{name}：文件提前结束：{declared.cases} 个个案中只能读取 {rows} 个。文件已损坏或未下载完整，请重新获取。",
        )


def _labels(read: Confined, said: list[Remark]) -> tuple[list[Column], dict[int, Mapping[float, str]]]:
    """Columns and value labels. Labels of text codes replace the codes, as labels are kept by number."""
    columns: list[Column] = []
    labels: dict[int, Mapping[float, str]] = {}
    replaced = []
    for i, (column, about) in enumerate(zip(read.columns, read.about, strict=True)):
        found: list[tuple[Any, str]] = [
            (code, CONTROL.sub("", str(label)).strip()) for code, label in about.get("labels", ())
        ]
        if about.get("numeric", True):
            numeric = {float(code): label for code, label in found if not isinstance(code, str)}
            if numeric:
                labels[i] = numeric
            columns.append(column)
            continue
        by_text = {str(code).rstrip(): label for code, label in found if label}
        if by_text:
            replaced.append(i)
            worded = np.empty(len(column), dtype=object)
            worded[:] = [by_text.get(v.rstrip(), v) if isinstance(v, str) else v for v in column.tolist()]
            column = worded  # noqa: PLW2901
        columns.append(column)
    if replaced:
        said.append(
            remark(
                f"{column_names(read.names, replaced)}: text codes were replaced by their value labels.",
                f"{column_names(read.names, replaced, zh=True)}：文本编码已替换为对应的值标签。",
                "note",
            )
        )
    return columns, labels


def _missing_remarks(read: Confined) -> list[Remark]:
    counts = [
        (name, int(about["missing"]))
        for name, about in zip(read.names, read.about, strict=True)
        if about.get("missing")
    ]
    if not counts:
        return []
    shown = [f"{name}: {count}" for name, count in counts]
    head = column_names(shown, range(len(shown)))
    head_zh = column_names(shown, range(len(shown)), zh=True)
    return [
        remark(
            f"Answers that the file declares user-missing were left out ({head}).",
            f"文件中定义为用户缺失值的答案已按缺失处理（{head_zh}）。",
        )
    ]


def _suspicious(names: tuple[str, ...], columns: list[Column]) -> list[Remark]:
    """Numbers that no survey holds and that random bytes read as numbers do."""
    odd = []
    for i, column in enumerate(columns):
        if column.dtype != float:
            continue
        size = np.abs(column[np.isfinite(column)])
        if bool((((size > 0) & (size < 1e-60)) | (size > 1e60)).any()) or bool(np.isinf(column).any()):
            odd.append(i)
    if not odd:
        return []
    return [
        remark(
            f"{column_names(names, odd)}: suspicious values (absurdly large or small numbers); the file may be damaged.",
            f"{column_names(names, odd, zh=True)}：存在可疑数值（异常大或异常小），文件可能已损坏。",
        )
    ]
