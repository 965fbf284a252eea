"""A sheet as pixels."""

from __future__ import annotations

import io
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from survey_kit.report.figures import fonts, style
from survey_kit.report.figures.shapes import SLANT, outline
from survey_kit.report.figures.sheet import MARGIN, Area, Marks, Sheet, Stroke, Words

Pixels: TypeAlias = NDArray[np.uint32]

_SCALE: Final = style.DPI / 72
_WHITE: Final = 0xFFFFFFFF
_COLORS: Final = 255  # of a PNG palette, beside white


def pixels(sheet: Sheet) -> Pixels:
    """The sheet at 300 dpi, painted by matplotlib's Agg: rows of ``0xAABBGGRR``."""
    from matplotlib.backends.backend_agg import RendererAgg

    width, height = (round(length * style.DPI / 72) for length in sheet.paper)
    renderer: Any = RendererAgg(width, height, style.DPI)  # type: ignore[no-untyped-call]
    _Painter(renderer, height).paint(sheet)
    return np.array(renderer.buffer_rgba()).view("<u4").reshape(height, width)


def png(picture: Pixels) -> bytes:
    """Pixels as a PNG of at most 256 colours: a third of the full-colour file, the same to the eye.

    Colours are told apart by the five highest bits of each part and shown as the mean of those
    taken together. Nine pixels in ten are white paper and are left alone, which is what makes this
    several times faster than a general quantizer.
    """
    from PIL import Image

    flat = picture.ravel()
    printed = np.flatnonzero(flat != _WHITE)
    parts = [(flat[printed] >> shift & 0xFF).astype(np.int64) for shift in (0, 8, 16)]
    bins = parts[0] >> 3 << 10 | parts[1] >> 3 << 5 | parts[2] >> 3
    counts = np.bincount(bins, minlength=1 << 15)
    used = np.flatnonzero(counts)
    sums = np.stack([np.bincount(bins, part, 1 << 15)[used] for part in parts], axis=1)
    colors = sums / counts[used, None]
    # the commonest bins get a colour of their own, the others the nearest one of those
    order = np.argsort(-counts[used], kind="stable")[:_COLORS]
    distances = ((colors[:, None, :] - colors[None, order, :]) ** 2).sum(axis=2)
    places = np.zeros(1 << 15, np.uint8)
    if used.size:
        places[used] = distances.argmin(axis=1) + 1
    indices = np.zeros(flat.size, np.uint8)
    indices[printed] = places[bins]
    few = Image.frombytes("P", picture.shape[::-1], indices.tobytes())
    few.putpalette(bytes((255, 255, 255)) + colors[order].round().astype(np.uint8).tobytes())
    target = io.BytesIO()
    few.save(target, "png", dpi=(style.DPI, style.DPI), compress_level=4)
    return target.getvalue()


class _Painter:
    """One renderer and its pen."""

    def __init__(self, renderer: Any, height: int) -> None:
        from matplotlib.transforms import Affine2D

        self._renderer = renderer
        self._pen: Any = renderer.new_gc()
        self._pen.set_capstyle("butt")
        self._pen.set_joinstyle("miter")
        self._height = height
        margin = MARGIN * _SCALE
        self._page = Affine2D.from_values(_SCALE, 0, 0, -_SCALE, margin, height - margin)

    def paint(self, sheet: Sheet) -> None:
        """Everything in order on white paper."""
        width, height = sheet.paper
        self._area(Area(-MARGIN, -MARGIN, width, height, style.PAPER))
        for thing in sheet.things:
            match thing:
                case Area():
                    self._area(thing)
                case Stroke():
                    self._stroke(thing)
                case Marks():
                    self._marks(thing)
                case Words():
                    self._words(thing)

    def _area(self, area: Area) -> None:
        from matplotlib.path import Path

        left, right, top, bottom = area.x, area.x + area.width, area.y, area.y + area.height
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
        self._pen.set_foreground(style.rgb(area.edge or area.fill), isRGBA=False)
        self._pen.set_linewidth(0.6 if area.edge else 0)
        self._pen.set_dashes(0, None)
        self._pen.set_snap(True)
        self._renderer.draw_path(self._pen, Path(corners, codes), self._page, style.rgb(area.fill))

    def _stroke(self, stroke: Stroke) -> None:
        from matplotlib.path import Path

        self._pen.set_foreground(style.rgb(stroke.color), isRGBA=False)
        self._pen.set_linewidth(stroke.width)
        self._pen.set_dashes(0, stroke.dashes or None)
        across, along = ({point[side] for point in stroke.points} for side in (0, 1))
        self._pen.set_snap(len(across) == 1 or len(along) == 1)
        # with codes matplotlib does not thin out the points by the user's settings
        codes = [Path.MOVETO, *[Path.LINETO] * (len(stroke.points) - 1)]
        fill = style.rgb(stroke.fill) if stroke.fill else None
        self._renderer.draw_path(self._pen, Path(stroke.points, codes), self._page, fill)

    def _marks(self, marks: Marks) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D

        self._pen.set_foreground(style.rgb(marks.edge), isRGBA=False)
        self._pen.set_linewidth(marks.edge_width)
        self._pen.set_dashes(0, None)
        self._pen.set_snap(False)
        corners, codes = outline(marks.shape)
        size = marks.size * _SCALE
        grown = Affine2D.from_values(size, 0, 0, size, 0, 0)
        points = Path(marks.points, [Path.MOVETO, *[Path.LINETO] * (len(marks.points) - 1)])
        self._renderer.draw_markers(
            self._pen, Path(corners, codes), grown, points, self._page, style.rgb(marks.fill)
        )

    def _words(self, words: Words) -> None:
        import numpy as np
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D

        corners, codes = [], []
        place = 0.0
        for char in words.text:
            glyph = fonts.glyph(char)
            if glyph is not None:
                if len(glyph.codes):
                    corners.append(glyph.corners + np.array((place, 0.0)))
                    codes.append(glyph.codes)
                place += glyph.advance
        self._pen.set_foreground(style.rgb(words.color), isRGBA=False)
        self._pen.set_linewidth(0)
        self._pen.set_snap(False)
        size = words.size * _SCALE
        put = Affine2D.from_values(size, 0, size * SLANT if words.italic else 0, size, 0, 0)
        put.rotate_deg(90 if words.upward else 0)
        put.translate((words.x + MARGIN) * _SCALE, self._height - (words.y + MARGIN) * _SCALE)
        letters = Path(np.concatenate(corners), np.concatenate(codes))
        self._renderer.draw_path(self._pen, letters, put, style.rgb(words.color))
