"""The font files that figures are drawn with, and the outlines of their characters.

Fonts are taken by file, never by family name: a family name is an order that some other machine
fills differently, with boxes in the place of Chinese characters at worst. The first file is the
CJK font (packaged with one of our dependencies, else one of the system), the second the one that
matplotlib ships, for signs which the first lacks. What neither has is drawn as ``□``.

Letters are painted as outlines, the same ones in every format, so no viewer needs a font.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from survey_kit.errors import FileError

UNKNOWN: Final = "□"

_SYSTEM_CJK: Final = re.compile(
    r"noto\s*sans\s*(cjk|sc|hans)|source\s*han\s*sans|sourcehansans|wqy|droidsansfallback|msyh|simhei|simsun"
    r"|pingfang|hiragino sans gb|stheiti|gbsn00lp|uming",
    re.IGNORECASE,
)
_PROBE: Final = "的题项量表"
_IDEOGRAPH: Final = re.compile("[\u3400-\u9fff]")
# the Chinese font gives these the width and height of an ideograph, which tears Latin words apart
_LATIN_SIGNS: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})
_EM: Final = 100.0


@lru_cache(maxsize=1)
def cjk_file() -> Path | None:
    """The file of a font with Chinese characters, or None when the machine has none."""
    try:
        import pylopdf_fonts_zh_cn
    except ImportError:
        return _system_cjk_file()
    packaged = Path(pylopdf_fonts_zh_cn.__file__).parent / "NotoSansSC-Regular.otf"
    return packaged if packaged.is_file() else _system_cjk_file()


def _system_cjk_file() -> Path | None:
    from matplotlib.font_manager import findSystemFonts
    from matplotlib.ft2font import FT2Font

    for path in sorted(findSystemFonts()):
        if not _SYSTEM_CJK.search(Path(path).name):
            continue
        try:
            font = FT2Font(path)
        except (OSError, RuntimeError):
            continue
        if all(font.get_char_index(ord(char)) for char in _PROBE):
            return Path(path)
    return None


@lru_cache(maxsize=1)
def signs_file() -> Path:
    """The file of the font that comes with matplotlib."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def files() -> tuple[Path, ...]:
    """The font files in the order in which a character is looked up."""
    cjk = cjk_file()
    return (cjk, signs_file()) if cjk else (signs_file(),)


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """A character in ems, y upwards: its width and its outline as matplotlib's ``Path`` wants it."""

    advance: float
    corners: Any
    codes: Any


@lru_cache(maxsize=1)
def _fonts() -> tuple[Any, ...]:
    from matplotlib.ft2font import FT2Font

    fonts = tuple(FT2Font(str(path)) for path in files())
    for font in fonts:
        font.set_size(_EM, 72)
    return fonts


@lru_cache(maxsize=16384)
def glyph(char: str) -> Glyph | None:
    """The glyph of a character; None when no font has it."""
    from matplotlib.ft2font import LoadFlags

    for font in _fonts():
        if font.get_char_index(ord(char)):
            loaded = font.load_char(ord(char), flags=LoadFlags.NO_HINTING)
            corners, codes = font.get_path()
            return Glyph(float(loaded.linearHoriAdvance) / 65536 / _EM, corners / _EM, codes)
    return None


def missing_glyphs(text: str) -> list[str]:
    """The characters of ``text`` that no font file has, each once, in order of appearance."""
    return [char for char in dict.fromkeys(text) if glyph(char) is None]


def width(text: str, size: float) -> float:
    """Width of one line of drawable text in points at ``size`` points."""
    glyphs = (glyph(char) for char in text)
    return size * sum(found.advance for found in glyphs if found)


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """``text`` with what no font has replaced by ``□`` and what is not drawn at all left out.

    A run of unknown characters (a family of emoji joined by invisible marks) becomes one ``□``.

    Raises
    ------
    FileError
        The text is Chinese and the machine has no Chinese font.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    if not _IDEOGRAPH.search(text):
        text = text.translate(_LATIN_SIGNS)
    result: list[str] = []
    for char in text:
        category = unicodedata.category(char)
        if category in ("Zs", "Zl", "Zp") or char in "\t\n\r":
            result.append(" ")
        elif category in ("Cc", "Cf", "Cs") or "\ufe00" <= char <= "\ufe0f":
            continue
        elif glyph(char) is not None:
            result.append(char)
        elif cjk_file() is None and _IDEOGRAPH.match(char):
            raise _no_font()
        elif not result or result[-1] != UNKNOWN:
            result.append(UNKNOWN)
    return "".join(result)


def _no_font() -> FileError:
    return FileError(
        "The figures contain Chinese characters and no Chinese font was found on this machine. "
        "Install the Python package pylopdf-fonts-zh-cn, which belongs to survey-kit's dependencies, "
        "or a system font such as Noto Sans CJK.",
        "图中含有中文，但本机没有可用的中文字体。请安装survey-kit的依赖包pylopdf-fonts-zh-cn，"
        "或安装思源黑体（Noto Sans CJK）等系统字体。",
    )
