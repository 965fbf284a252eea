"""Parquet files, where the optional extra ``[parquet]`` is installed."""

from __future__ import annotations

import importlib.util

import numpy as np

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.confinement import read_confined, without_pyarrow
from survey_kit.responses.files.header import Header
from survey_kit.responses.files.table import build_sheet
from survey_kit.responses.files.wording import column_names, damaged, remark
from survey_kit.responses.model import Sheet, Source

_INDEX = "__index_level_"


def read_parquet(data: bytes, source: Source, *, remarks: list[Remark]) -> Sheet:
    """The sheet of a parquet file.

    Raises
    ------
    FileError
        pyarrow is missing, the file is damaged, or it has nested columns.
    """
    if importlib.util.find_spec("pyarrow") is None:
        raise without_pyarrow(source.name)
    if not data.endswith(b"PAR1") or len(data) < 12:
        raise damaged(source.name, "the parquet file has no end mark", "parquet 文件缺少结束标记")
    read = read_confined("parquet", data, source.name)
    said = list(remarks)
    dropped = [i for i, name in enumerate(read.names) if name.startswith(_INDEX)]
    if dropped:
        said.append(
            remark(
                f"{column_names(read.names, dropped)}: a row index written by another program; left out.",
                f"{column_names(read.names, dropped, zh=True)}：由其他程序写入的行索引，已略去。",
                "note",
            )
        )
    keep = [i for i in range(len(read.names)) if i not in dropped]
    if not keep:
        raise FileError(f"{source.name}: the table has no columns.", f"{source.name}：表格没有任何列。")
    return build_sheet(
        source,
        Header((tuple(read.names[i] for i in keep),), 0),
        [read.columns[i] for i in keep],
        np.arange(1, len(read.columns[keep[0]]) + 1, dtype=np.int64),
        remarks=said,
    )
