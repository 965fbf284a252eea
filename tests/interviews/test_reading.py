"""Tables of segments and codebooks: what is understood, and what is said about the rest."""

from pathlib import Path

import pytest

from survey_kit.errors import QuestionnaireError, ResponseError, SurveyKitError
from survey_kit.interviews.codebook import read_codebook, shipped_codebook
from survey_kit.interviews.model import Codebook
from survey_kit.interviews.reading import decode, read_segments
from survey_kit.questionnaire.load import read_questionnaire, shipped

HEAD = "受访者编号,问题,文本,编码员1,编码员2\n"


def table(folder: Path, body: str, head: str = HEAD) -> Path:
    path = folder / "s.interviews.csv"
    path.write_text(head + body, encoding="utf-8")
    return path


def career() -> Codebook:
    path = shipped_codebook("career")
    assert path is not None
    return read_codebook(path, factors=[s.id for s in read_questionnaire("career").scales])


def test_the_shipped_codebook_is_no_questionnaire() -> None:
    assert career().ids[0] == "discretion"
    assert "career.codebook" not in shipped()
    assert shipped_codebook("../career") is None


def test_codes_by_id_and_label(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "1,q,甲,growth；family,能力成长\n2,q,乙,无,\n3,q,丙 13800000000,Ties with colleagues,同事关系\n",
    )
    found = decode(read_segments(path), career())
    first, second, third = found.segments
    assert first.codes == (frozenset({"growth", "family"}), frozenset({"growth"}))
    assert first.agreed == {"growth"}
    assert first.named == {"growth", "family"}
    assert second.codes == (frozenset(), None)
    assert third.agreed == {"colleagues"}
    assert third.text == "丙 ***"
    assert found.respondents == (1, 2, 3)
    assert found.coders == 2


def test_english_heads_and_one_coder(tmp_path: Path) -> None:
    path = table(tmp_path, "1,a,x;y\n1,b,z\n", "Respondent,Text,Coder 1's code\n")
    found = decode(read_segments(path), None)
    assert found.coders == 1
    assert found.codebook.drafted
    assert found.codebook.ids == ("x", "y", "z")


def test_unknown_codes_are_listed_with_rows(tmp_path: Path) -> None:
    path = table(tmp_path, "1,q,甲,growht,growth\n2,q,乙,growht,其他\n")
    with pytest.raises(ResponseError) as caught:
        decode(read_segments(path), career())
    for text in (caught.value.en, caught.value.zh):
        assert "growht" in text
        assert "其他" in text
        assert "discretion" in text
    assert "rows: 2, 3" in caught.value.en


def test_repeated_rows(tmp_path: Path) -> None:
    path = table(
        tmp_path, "1,q,甲,growth,growth\n1,q,甲,growth,growth\n1,q,甲,family,\n,q,乙,growth,growth\n9,q,,,\n"
    )
    found = read_segments(path)
    assert len(found.segments) == 1
    assert found.segments[0].codes == (("growth", "family"), ("growth",))
    said = " ".join(remark.text.en for remark in found.remarks)
    for part in ("counted once: 1", "joined with it: 1", "without a respondent", "neither text nor code"):
        assert part in said


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("受访者,文本\n", "1,甲\n"),
        (HEAD, "1,q,甲,,\n2,q,乙,,\n"),
        (HEAD, ""),
        ("文本,编码员1,编码员1,受访者\n", "甲,a,b,1\n"),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, head: str, body: str) -> None:
    with pytest.raises(SurveyKitError) as caught:
        decode(read_segments(table(tmp_path, body, head)), None)
    assert caught.value.en
    assert caught.value.zh


def test_all_faults_of_a_codebook(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text(
        'id = "c"\ntitle = { en = "T", zh = "题" }\n[[theme]]\nid = "a"\nlabel = "x"\nfactor = "fitt"\n'
        '[[theme]]\nid = "a"\nlabel = { en = "A", zh = "甲" }\ncolour = 1\n',
        encoding="utf-8",
    )
    with pytest.raises(QuestionnaireError) as caught:
        read_codebook(path, factors=["fit"])
    for part in ("4 faults", "theme[a].factor", "twice", "colour", "label"):
        assert part in caught.value.en
