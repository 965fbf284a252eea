"""Every work that the text cites is listed, and every work listed is cited, in both languages."""

import re
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from survey_kit import analyze
from survey_kit.report.blocks import LANGUAGES
from survey_kit.report.document import DocParagraph, DocTable, Document, plain
from survey_kit.report.references import REFERENCES
from tests.conftest import ROOT

# a file beside the responses, such as towns-240.ratings.xlsx, is read with them
SAMPLES = sorted(path for path in (ROOT / "data").iterdir() if path.suffix != ".md" and "." not in path.stem)

# (Kaiser, 1974), Kaiser (1974), Joanes & Gill, 1998, Nunnally and Bernstein (1994), Kaiser（1974）, Delacre et al., 2017, 2019
CITED = re.compile(
    r"([A-Z][a-zà-ÿ]+(?:-?[A-Z][a-zà-ÿ]+)?)(?:(?: & | and |和)[A-Z][A-Za-zà-ÿ-]+| et al\.)?"
    r"(?:, | ?[（(])(\d{4}(?:, \d{4})*)"
)

GROUPS = {
    "Organization Department of the CPC Central Committee": "Organization",
    "中共中央组织部，": "Organization, ",
}
"""Authors that are no person, and the word by which they are listed."""


def key_of(author: str, year: str) -> str:
    """Letters of the first author without accents and hyphens, and the year."""
    letters = unicodedata.normalize("NFD", author.lower())
    return "".join(letter for letter in letters if "a" <= letter <= "z") + year


def cited(document: Document) -> set[str]:
    texts = []
    for block in document.blocks:
        if isinstance(block, DocParagraph) and block.role != "reference":
            texts.append(plain(block.spans))
        elif isinstance(block, DocTable):
            texts += [plain(note) for note in block.notes]
            texts += [plain(cell.spans) for row in block.rows for cell in row.cells]
    for group, word in GROUPS.items():
        texts = [text.replace(group, word) for text in texts]
    return {
        key_of(name, year)
        for text in texts
        for name, years in CITED.findall(text)
        for year in years.split(", ")
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("compat", ["default", "spss"])
def test_what_is_cited_is_listed_and_what_is_listed_is_cited(
    path: Path, compat: Literal["default", "spss"]
) -> None:
    chapter = analyze(path, compat=compat)
    listed = {key for section in chapter.report.sections for key in getattr(section, "references", ())}
    assert listed <= REFERENCES.keys()
    for language in LANGUAGES:
        assert cited(chapter.document(language)) == listed, language


@pytest.mark.parametrize("key", sorted(REFERENCES))
def test_a_key_is_first_author_and_year(key: str) -> None:
    entry = REFERENCES[key]
    author, year = re.match(r"(?:[a-z]+ )?([A-Z][A-Za-zà-ÿ-]+)[, ].*?\((\d{4})\)", entry).groups()
    assert key == key_of(author, year)
