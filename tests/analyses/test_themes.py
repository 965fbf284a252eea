"""The section on interviews: agreed codes, groups, one coder, coders apart, people who are not in the file."""

from pathlib import Path

import pytest

from survey_kit import analyze, pipeline
from survey_kit.analyses import themes
from survey_kit.companions import Beside
from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Finding, Section
from survey_kit.study import Study
from tests.conftest import SAMPLE

CODES = ("discretion", "growth", "colleagues", "superiors")


def study(path: Path | None, **beside: bool) -> pipeline.Prepared:
    reading = pipeline.read(SAMPLE, questionnaire="career")
    return pipeline.prepare(reading, beside=Beside(interviews=path, alone=True))


def written(folder: Path, *, second: bool = True, apart: bool = False) -> Path:
    lines = ["respondent,question,text,coder 1,coder 2"]
    for person in (*range(1, 41), 900):
        for at, code in enumerate((CODES[person % 4], CODES[(person // 4) % 4])):
            other = CODES[0] if person % 10 == 0 else code
            late = apart and person > 20
            codes = (code if not late else "", other if second and (late or not apart) else "")
            lines.append(f"{person},q,words {at} of <b>{person}</b>,{codes[0]},{codes[1]}")
    path = folder / "talks.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def computed(of: Study) -> themes.ThemesResult:
    return themes.compute(of, {})


def test_frequencies_and_quotes(tmp_path: Path) -> None:
    prepared = study(written(tmp_path))
    result = computed(prepared.study)
    assert result.people == 41
    assert result.coded == result.shared == 82
    by_id = {each.theme.id: each for each in result.frequencies}
    growth = by_id["growth"]
    # no. 10, 20, 30 and 40: the second coder writes the first theme throughout
    both = {p for p in (*range(1, 41), 900) if p % 10 and "growth" in (CODES[p % 4], CODES[(p // 4) % 4])}
    assert growth.persons == len(both)
    assert growth.named > growth.segments
    quoted = {quote.theme.id: quote.person for quote in result.quotes}
    before = {
        person for theme, person in quoted.items() if list(quoted).index(theme) < list(quoted).index("growth")
    }
    assert quoted["growth"] == min(both - before)
    assert len(set(quoted.values())) == len(quoted)  # nobody twice while there is somebody else
    assert {theme.id for theme in result.absent} >= {"family", "mismatch"}
    said = " ".join(remark.text.en for remark in prepared.remarks)
    assert "1 of 41 people do not occur in the responses" in said
    assert result.matched < 41
    assert all(sum(grouped.sizes) <= result.matched for grouped in result.grouped)


def test_joint_display_needs_the_regression(tmp_path: Path) -> None:
    prepared = study(written(tmp_path))
    chapter = pipeline.report(prepared, sections=["regression", "themes"])
    section = chapter.section("themes")
    assert isinstance(section, Section)
    joint = section.table("joint")
    keys = [column.key for column in joint.columns]
    rows = {row.key: dict(zip(keys, row.cells, strict=True)) for row in joint.rows}
    coefficients = chapter.section("regression")
    assert isinstance(coefficients, Section)
    assert {column.span for column in joint.columns if column.span} == {
        prepared.study.label(outcome) for outcome in ("motivation", "leaving")
    }
    b = rows["growth"]["b_motivation"]
    assert any(b in row.cells or b in [getattr(c, "value", None) for c in row.cells]
               for block in coefficients.blocks if hasattr(block, "rows") for row in block.rows)  # fmt: skip


def test_contrasts_are_welch_tests_of_the_scores(tmp_path: Path) -> None:
    from scipy.stats import ttest_ind

    prepared = study(written(tmp_path))
    result = computed(prepared.study)
    contrasts = {each.theme.id: each for each in result.joint}
    growth = contrasts["growth"]
    places = {person: at for at, person in enumerate(prepared.study.respondents)}
    scores = prepared.study.scale_scores("competence")
    speakers = {p for p in range(1, 41) if p % 10 and "growth" in (CODES[p % 4], CODES[(p // 4) % 4])}
    sides = [
        [scores[places[p]] for p in range(1, 41) if p in places and (p in speakers) is wanted]
        for wanted in (True, False)
    ]
    assert (growth.contrast.n, growth.contrast.n_others) == (len(sides[0]), len(sides[1]))
    test = ttest_ind(*sides, equal_var=False)
    assert growth.p == pytest.approx(test.pvalue, rel=1e-9)
    interval = test.confidence_interval()
    assert (growth.contrast.difference.low, growth.contrast.difference.high) == pytest.approx(tuple(interval))
    assert all(each.p_holm >= each.p for each in result.joint)


def test_one_coder(tmp_path: Path) -> None:
    result = computed(study(written(tmp_path, second=False)).study)
    assert result.interviews.coders == 1
    assert not result.agreement
    section = themes.present(result)
    assert section.methods[0].key == "themes.method_one"


def test_coders_who_share_no_segment(tmp_path: Path) -> None:
    result = computed(study(written(tmp_path, apart=True)).study)
    assert result.coders_apart
    said = [block.say.key for block in themes.present(result).blocks if isinstance(block, Finding)]
    assert "themes.coders_apart" in said
    assert result.frequencies


def test_without_interviews() -> None:
    of = study(None).study
    assert not themes.ANALYSIS.called_for(of)
    with pytest.raises(NotApplicable, match="no_interviews"):
        computed(of)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_companion_is_found(tmp_path: Path, language: str) -> None:
    (tmp_path / "s.xlsx").write_bytes(SAMPLE.read_bytes())
    written(tmp_path).rename(tmp_path / "s.interviews.csv")
    chapter = analyze(tmp_path / "s.xlsx", sections=["themes"], language=language)  # type: ignore[arg-type]
    target = tmp_path / "t.html"
    chapter.save(target)
    text = target.read_text(encoding="utf-8")
    assert "<b>1</b>" not in text
    assert "&lt;b&gt;" in text


@pytest.mark.parametrize("second", [True, False])
def test_what_is_cited_is_listed(tmp_path: Path, second: bool) -> None:
    from tests.test_references import cited

    path = written(tmp_path, second=second)
    chapter = analyze(SAMPLE, "career", sections=["themes"], beside=Beside(interviews=path, alone=True))
    section = chapter.report.section("themes")
    assert isinstance(section, Section)
    for language in ("en", "zh"):
        assert cited(chapter.document(language)) == set(section.references), language


def test_what_weak_agreement_and_missing_factors_are_told(tmp_path: Path) -> None:
    prepared = study(written(tmp_path))
    result = computed(prepared.study)
    section = themes.present(result)
    said = {block.say.key for block in section.blocks if isinstance(block, Finding)}
    assert result.overall is not None
    assert ("themes.agreement_weak_whole" in said) is (result.overall.alpha.value < 0.667)
    assert not result.without_factor
    assert not result.written


def test_written_answers_are_not_called_interviews(tmp_path: Path) -> None:
    label = study(None).study.questionnaire.question("wish").label
    lines = ["respondent,question,text,coder 1,coder 2"]
    lines += [
        f"{person},{label.zh},words,family,{'family' if person > 3 else 'growth'}" for person in range(1, 30)
    ]
    path = tmp_path / "wishes.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = computed(study(path).study)
    assert result.written == (label,)
    section = themes.present(result)
    assert section.methods[0].key == "themes.method_answers"
    assert [theme.en for theme in result.without_factor] == ["Family and distance from home"]
