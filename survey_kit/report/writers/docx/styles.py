"""The look of the chapter: fonts, sizes and spacing as named Word styles.

Written whole instead of patched: the template's styles come with theme fonts and theme colours, which
win over whatever is set beside them and replace Chinese type by a substitute.
"""

from __future__ import annotations

from typing import Final

from survey_kit.report.blocks import Language

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LATIN: Final = "Times New Roman"
SONG: Final = "宋体"
HEI: Final = "黑体"

_OWN: Final = frozenset(
    {"Table Text", "Table Text Small", "Table Text Smallest", "Table Note", "Figure"}
)  # not built into Word

# half-points: 三号, 四号, 小四, 五号, 小五, 六号
SIZE_3, SIZE_4, SIZE_4S, SIZE_5, SIZE_5S, SIZE_6 = 32, 28, 24, 21, 18, 15


def _fonts(east_asian: str) -> str:
    return f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{east_asian}"/>'


def _style(
    style_id: str,
    name: str,
    *,
    paragraph: str = "",
    size: int,
    font: str = SONG,
    bold: bool = False,
    based_on: str = "Normal",
    following: str = "",
) -> str:
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on != style_id else ""
    default = ' w:default="1"' if style_id == "Normal" else ""
    if name in _OWN:
        default = ' w:customStyle="1"'
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{based}{after}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{_fonts(font)}{weight}"
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def styles_xml(language: Language) -> str:
    """The whole of ``styles.xml``."""
    chinese = language == "zh"
    # two characters in Chinese, half an inch in English (APA 2.24)
    indent = '<w:ind w:firstLineChars="200" w:firstLine="480"/>' if chinese else '<w:ind w:firstLine="720"/>'
    body = (
        '<w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="auto"/>'
        + indent
        + '<w:jc w:val="both"/>'
    )
    single = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    hanging = (
        '<w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="auto"/>'
        '<w:ind w:left="480" w:hanging="480"/><w:jc w:val="left"/>'
    )

    def heading(level: int, before: int, after: int, align: str) -> str:
        return (
            f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="{after}" w:line="360" '
            f'w:lineRule="auto"/><w:jc w:val="{align}"/><w:outlineLvl w:val="{level - 1}"/>'
        )

    styles = [
        _style("Normal", "Normal", paragraph=single, size=SIZE_4S),
        _style("BodyText", "Body Text", paragraph=body, size=SIZE_4S),
        _style(
            "Heading1", "heading 1", paragraph=heading(1, 360, 360, "center"), size=SIZE_3, font=HEI,
            bold=not chinese, following="BodyText",
        ),
        _style(
            "Heading2", "heading 2", paragraph=heading(2, 240, 120, "left"), size=SIZE_4, font=HEI,
            bold=not chinese, following="BodyText",
        ),
        _style(
            "Heading3", "heading 3", paragraph=heading(3, 120, 120, "left"), size=SIZE_4S, font=HEI,
            bold=not chinese, following="BodyText",
        ),
        _style(
            "Caption", "caption", size=SIZE_5, font=HEI, bold=not chinese,
            paragraph='<w:keepLines/><w:spacing w:before="120" w:after="80"/><w:jc w:val="center"/>',
        ),
        _style("TableText", "Table Text", paragraph=single, size=SIZE_5),
        _style("TableTextSmall", "Table Text Small", paragraph=single, size=SIZE_5S, based_on="TableText"),
        _style("TableTextSmallest", "Table Text Smallest", paragraph=single, size=SIZE_6, based_on="TableText"),
        _style(
            "TableNote", "Table Note", size=SIZE_5S,
            paragraph='<w:keepLines/><w:spacing w:before="40" w:after="0"/><w:jc w:val="left"/>',
        ),
        _style(
            "Figure", "Figure", size=SIZE_4S,
            paragraph='<w:keepNext/><w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/>',
        ),
        _style("Bibliography", "Bibliography", paragraph=hanging, size=SIZE_5),
        _style(
            "Header", "header", size=SIZE_5S,
            paragraph='<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
            '<w:jc w:val="center"/>',
        ),
        _style("Footer", "footer", paragraph='<w:jc w:val="center"/>', size=SIZE_5S),
    ]  # fmt: skip
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(SONG)}'
        f'<w:sz w:val="{SIZE_4S}"/><w:szCs w:val="{SIZE_4S}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/></w:style>{"".join(styles)}</w:styles>'
    )
