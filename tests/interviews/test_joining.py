"""Interviews find their respondents by number, or by the column that --id names."""

from pathlib import Path

import pytest

from survey_kit.companions import Beside
from survey_kit.pipeline import Prepared, prepare, read

ANSWERS = "工号,序号,性别,我的工作有意义。,我愿意努力工作。\n" + "".join(
    f"{name},{number},{'男' if number % 2 else '女'},{number % 5 + 1},{(number * 3) % 5 + 1}\n"
    for number, name in enumerate(("A-1", "A-2", "007", "A-4", "A-5", "a-6", "77", "A-8"), start=1)
)
TALKS = "受访者,文本,编码员1\n"


def prepared(folder: Path, talks: str, column: str | None) -> Prepared:
    (folder / "s.csv").write_text(ANSWERS, encoding="utf-8")
    (folder / "s.interviews.csv").write_text(TALKS + talks, encoding="utf-8")
    reading = read(folder / "s.csv", id_column=column)
    return prepare(reading, beside=Beside(id_column=column))


def people(of: Prepared) -> tuple[int | str, ...]:
    interviews = of.study.materials.interviews
    assert interviews is not None
    return interviews.respondents


def said(of: Prepared, language: str = "en") -> str:
    return " ".join(getattr(remark.text, language) for remark in of.remarks)


def test_by_number(tmp_path: Path) -> None:
    assert people(prepared(tmp_path, "3,a,x\n1,b,x\n", None)) == (3, 1)


def test_by_id_whatever_the_spelling(tmp_path: Path) -> None:
    found = prepared(tmp_path, "a-1,a,x\n7,b,x\nA-6 ,c,x\n", "工号")
    assert people(found) == (1, 3, 6)
    assert "do not occur" not in said(found)


def test_a_stranger_does_not_pass_for_a_number(tmp_path: Path) -> None:
    # 5 is nobody's id, though it is somebody's number
    found = prepared(tmp_path, "A-1,a,x\n5,b,x\n", "工号")
    assert people(found) == (1, "5")
    assert "1 of 2 people do not occur in the responses (the first in row 3" in said(found)


def test_nobody_by_id_falls_back_to_numbers_and_says_so(tmp_path: Path) -> None:
    found = prepared(tmp_path, "1,a,x\n2,b,x\n", "工号")
    assert people(found) == (1, 2)
    assert "nobody is found by --id" in said(found)
    assert "改按答卷序号匹配" in said(found, "zh")


@pytest.mark.parametrize(("column", "advice"), [(None, "that --id names"), ("工号", "named with --id")])
def test_nobody_at_all(tmp_path: Path, column: str | None, advice: str) -> None:
    found = prepared(tmp_path, "张三,a,x\n李四,b,x\n", column)
    assert advice in said(found)
    assert "张三" not in said(found) + said(found, "zh")
    assert "没有任何人匹配" in said(found, "zh")
