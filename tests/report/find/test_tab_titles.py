"""Titles of tabs: in the order of the window, of several reports those of the first that has each."""

from dataclasses import replace

from danvan_desktop.report.find.tab_titles import part_title, tab_titles
from danvan_desktop.report.model import Annex, Report, Run


def test_tabs_are_named_in_the_order_of_the_window(sample: Report) -> None:
    titles = tab_titles(sample)
    sections = [f"section:{section.id}" for section in sample.sections]
    annexes = [f"annex:{annex.id}" for annex in sample.annexes]
    behind = ["closing", "signature", "annexes", "other"]
    assert list(titles) == ["general", "opening", *sections, *behind, *annexes]
    assert titles[sections[0]] == "I. ĐẶC ĐIỂM TÌNH HÌNH"


def test_what_the_report_has_no_more_is_named_as_the_other_one_names_it(sample: Report) -> None:
    first, *rest = sample.sections
    shorter = replace(sample, sections=(replace(first, title=(Run("TÌNH HÌNH"),)), *rest[1:]))
    titles = tab_titles(shorter, sample)
    assert titles[f"section:{first.id}"] == "I. TÌNH HÌNH"
    assert titles[f"section:{rest[0].id}"] == part_title(rest[0])


def test_a_part_without_title_has_a_name_too(sample: Report) -> None:
    assert part_title(replace(sample.sections[0], number=None, title=())) == "Mục chưa có tên"
    assert part_title(Annex(1, "II", "auto", ())) == "Phụ lục II"
    assert part_title(Annex(1, "II", "auto", (Run("Số liệu"),))) == "Phụ lục II: Số liệu"
