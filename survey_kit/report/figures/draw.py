"""From figures to files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from survey_kit.report.blocks import Figure, FigureKind
from survey_kit.report.document import FigureFiles
from survey_kit.report.figures import (
    bars,
    change,
    coefficients,
    curves,
    group_means,
    heatmap,
    likert,
    means,
    path_diagram,
    quadrants,
    residuals,
    scree,
)
from survey_kit.report.figures.raster import Pixels, pixels, png
from survey_kit.report.figures.sheet import Sheet
from survey_kit.report.figures.vector import svg
from survey_kit.report.wording import Wording

LAYOUTS: Final[dict[FigureKind, Callable[[Mapping[str, Any], Wording], Sheet]]] = {
    "bars": bars.lay_out,
    "likert": likert.lay_out,
    "means": means.lay_out,
    "heatmap": heatmap.lay_out,
    "scree": scree.lay_out,
    "group_means": group_means.lay_out,
    "coefficients": coefficients.lay_out,
    "quadrants": quadrants.lay_out,
    "residuals": residuals.lay_out,
    "curves": curves.lay_out,
    "change": change.lay_out,
    "path_diagram": path_diagram.lay_out,
}


def draw(
    figures: Sequence[tuple[str, Figure]], wording: Wording, folder: Path, *, workers: int | None = None
) -> dict[str, FigureFiles]:
    """Draw figures as ``<stem>.png`` (300 dpi) and ``<stem>.svg``.

    Parameters
    ----------
    figures
        Pairs of the bare file name and the figure.
    wording
        Words of the language that the figures speak.
    folder
        An existing folder.
    workers
        Threads that compress finished pictures while the next ones are drawn; by default one where
        there is more than one processor. 0 does everything in turn. The bytes are the same.

    Returns
    -------
    The files by stem, with their size in inches.

    Raises
    ------
    FileError
        A text is Chinese and no Chinese font can be found.
    """
    if workers is None:
        workers = 1 if (os.cpu_count() or 1) > 1 else 0
    files: dict[str, FigureFiles] = {}
    pending: list[Future[None]] = []
    with ThreadPoolExecutor(max(workers, 1)) as pool:
        for stem, figure in figures:
            sheet = LAYOUTS[figure.kind](figure.data, wording)
            raster_file, vector_file = folder / f"{stem}.png", folder / f"{stem}.svg"
            picture = pixels(sheet)
            if workers:
                pending.append(pool.submit(_write_png, raster_file, picture))
            else:
                _write_png(raster_file, picture)
            vector_file.write_bytes(svg(sheet).encode())
            files[stem] = FigureFiles(raster_file, vector_file, *(length / 72 for length in sheet.paper))
        for future in pending:
            future.result()
    return files


def _write_png(path: Path, picture: Pixels) -> None:
    path.write_bytes(png(picture))
