"""Which sheet of a workbook is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.wording import harmless, listed, remark


@dataclass(frozen=True, slots=True)
class Offered:
    """A sheet to choose from."""

    name: str
    visible: bool
    has_data: bool


def choose_sheet(offered: Sequence[Offered], wanted: str | int | None, name: str) -> tuple[int, list[Remark]]:
    """Index of the sheet to read: the one asked for (by name, or by place counted from 1), else the
    first visible one with data.
    """
    if wanted is not None:
        return _asked_for(offered, wanted, name), []
    filled = [i for i, sheet in enumerate(offered) if sheet.has_data]
    visible = [i for i in filled if offered[i].visible]
    if not filled:
        raise FileError(
            f"{name}: no header and no rows were found; no sheet of the workbook holds data. Export the responses "
            "again.",
            f"{name}：未找到表头和数据行，工作簿中没有含数据的工作表。请重新导出答卷。",
        )
    at = (visible or filled)[0]
    used = harmless(offered[at].name)
    if not visible:
        return at, [
            remark(
                f"Only hidden sheets hold data; “{used}” was read.",
                f"只有隐藏的工作表含有数据，已读取“{used}”。",
            )
        ]
    others = [offered[i].name for i in filled if i != at]
    if not others:
        return at, []
    return at, [
        remark(
            f"{len(filled)} sheets hold data; “{used}” was used, not {listed(others)}. Choose another with --sheet NAME.",
            f"有 {len(filled)} 个工作表含有数据；已使用“{used}”，未使用 {listed(others, zh=True)}。可用 --sheet 名称 选择其他工作表。",
        )
    ]


def _asked_for(offered: Sequence[Offered], wanted: str | int, name: str) -> int:
    names = [sheet.name for sheet in offered]
    if isinstance(wanted, str):
        if wanted in names:
            return names.index(wanted)
        folded = [entry.strip().casefold() for entry in names]
        if wanted.strip().casefold() in folded:
            return folded.index(wanted.strip().casefold())
    place = str(wanted).strip()
    if place.isascii() and place.isdigit() and 1 <= int(place) <= len(names):
        return int(place) - 1
    raise FileError(
        f"{name} has no sheet “{harmless(str(wanted))}”. Its sheets are: {listed(names)}.",
        f"{name} 中没有工作表“{harmless(str(wanted))}”。现有工作表：{listed(names, zh=True)}。",
    )
