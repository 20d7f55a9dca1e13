"""What the report says where both sides changed the same is given, with the words beside it."""

from dataclasses import replace

from danvan_desktop.report.model import Letterhead, Paragraph, Report, Run, Section, Vertical
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.merging.our_words import OurWords, WordsOfOurs
from tests.builders.reports import NOW
from tests.builders.returned_files import as_returned

TEXT = "Tính đến ngày 15/11/2025, Văn phòng có 168 người, gồm 03 phòng."


def report(text: str, agency: str = "VĂN PHÒNG") -> Report:
    blocks = (Paragraph(2, runs=(Run(text),)), Paragraph(3, runs=(Run("Đoạn sau không ai sửa."),)))
    section = Section(1, "situation", "I.", title=(Run("TÌNH HÌNH"),), blocks=blocks)
    made = Report("r", NOW, 2025, "Trích yếu", 4, sections=(section,))
    return replace(made, letterhead=Letterhead(agency=agency))


def plan_of(theirs: Report, ours: Report) -> TakeBackPlan:
    base = report(TEXT)
    return compare(base, ours, as_returned(base), as_returned(theirs))


def test_our_figure_is_given_with_what_stands_beside_it() -> None:
    ours = report(TEXT.replace("168", "170"))
    plan = plan_of(report(TEXT.replace("168", "172")), ours)
    (change,) = plan.changes
    assert change.conflict
    found = WordsOfOurs(ours, plan).of(change.n)
    assert found is not None
    assert found.words == "170"
    assert found.before.endswith("Văn phòng có ")
    assert found.after.startswith(" người, gồm")


def test_words_that_ours_took_out_are_empty() -> None:
    ours = report(TEXT.replace(" 168 người,", ""))
    plan = plan_of(report(TEXT.replace("168", "172")), ours)
    (change,) = plan.changes
    assert change.conflict
    found = WordsOfOurs(ours, plan).of(change.n)
    assert found is not None
    assert "168" not in found.words
    assert "người" not in found.words


def test_of_a_field_it_is_what_the_field_says() -> None:
    ours = report(TEXT, "VĂN PHÒNG ỦY BAN")
    plan = plan_of(report(TEXT, "SỞ NỘI VỤ"), ours)
    (change,) = plan.changes
    assert change.conflict
    assert WordsOfOurs(ours, plan).of(change.n) == OurWords("", "VĂN PHÒNG ỦY BAN", "")


def test_where_nothing_speaks_against_it_there_is_none() -> None:
    ours = report(TEXT)
    plan = plan_of(report(TEXT.replace("168", "172")), ours)
    assert WordsOfOurs(ours, plan).of(1) is None
    gone = replace(ours, sections=(replace(ours.sections[0], blocks=ours.sections[0].blocks[1:]),))
    assert WordsOfOurs(gone, plan_of(report(TEXT.replace("168", "172")), gone)).of(1) is None


def test_of_a_look_that_both_changed_it_says_how_ours_looks() -> None:
    def looking(vertical: Vertical) -> Report:
        made = report(TEXT)
        first = Paragraph(2, runs=(Run(TEXT[:-1]), Run(".", vertical=vertical)))
        section = replace(made.sections[0], blocks=(first, *made.sections[0].blocks[1:]))
        return replace(made, sections=(section,))

    ours = looking("sub")
    plan = plan_of(looking("super"), ours)
    assert plan.change(1).conflict
    found = WordsOfOurs(ours, plan).of(1)
    assert found is not None
    assert (found.words, found.look) == (".", "chỉ số dưới")
