"""A card says what a change is in a clerk's words: kinds and looks by name, comments with their words."""

import re

import pytest

from danvan_desktop.gui.look.tokens import LIGHT
from danvan_desktop.gui.takeback.change_html import row_html, spoken
from danvan_desktop.gui.takeback.decisions import ChangeRow, tabs_of
from danvan_desktop.report.model import Run
from danvan_desktop.report.takeback.merging.our_words import OurWords
from danvan_desktop.report.takeback.model import Change


def said(change: Change) -> str:
    html = row_html(ChangeRow((change,)), "", ("", ""), None, LIGHT)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            Change(1, "kind", "section:3", old=(Run("- item"),), new=(Run("body"),)),
            "gạch đầu dòng (-) → đoạn văn",
        ),
        (
            Change(1, "look", "section:3", old=(Run("85%"),), new=(Run("85%", italic=True),)),
            "85% (in nghiêng)",
        ),
        (Change(1, "number", "section:3", old=(Run("4."),), new=(Run("5."),)), "4. 5."),
        (
            Change(1, "comment", "section:3", new=(Run("Kiểm tra lại"),), about="412"),
            "Kiểm tra lại về “412”",
        ),
        (Change(1, "move", "section:3", (7,), about="Tiếp 386 lượt công dân."), "Tiếp 386 lượt công dân."),
    ],
)
def test_what_changed_is_named(change: Change, words: str) -> None:
    assert words in said(change)


def test_a_moved_row_is_named_so_and_neither_struck_nor_new() -> None:
    words = (Run("1\tHội nghị"),)
    halves = (
        Change(1, "row-", "section:3", old=words, group="1 → 4 [34]"),
        Change(2, "row+", "section:3", new=words, group="1 → 4 [34]"),
    )
    (tab,) = tabs_of(halves)
    (row,) = tab.rows
    html = row_html(row, "", ("", ""), None, LIGHT)
    assert "Chuyển hàng" in html
    assert "1 | Hội nghị" in html
    assert "line-through" not in html
    assert "underline" not in html
    assert spoken(row, "") == "Chuyển hàng. không theo dõi. 1\tHội nghị."


def test_a_card_says_where_what_its_words_do_not() -> None:
    row = ChangeRow((Change(1, "move", "section:3", (7,), about="Tiếp 386 lượt công dân."),))
    where = "sang sau “Tổ chức 12 hội nghị.”"
    assert where in row_html(row, "", ("", ""), None, LIGHT, where)
    assert spoken(row, "", where=where) == (
        "Chuyển chỗ. không theo dõi. Tiếp 386 lượt công dân. sang sau “Tổ chức 12 hội nghị.”."
    )


def test_who_and_when_are_written_as_a_clerk_does() -> None:
    change = Change(
        1,
        "edit",
        "section:3",
        (),
        0,
        0,
        "",
        (Run("a"),),
        (Run("b"),),
        "Trần Thị B",
        "2025-11-26T09:15:00Z",
        tracked=True,
    )
    assert "Trần Thị B, 26/11/2025 09:15" in said(change)


def test_looks_that_both_sides_changed_are_said_side_by_side() -> None:
    change = Change(
        1,
        "look",
        "section:3",
        old=(Run("2"),),
        new=(Run("2", vertical="super"),),
        conflict="Bản đang soạn cũng đổi kiểu chữ ở chỗ này, khác với bản nhận lại.",
    )
    ours = OurWords("trên 40 m", "2", " sàn", "chỉ số dưới")
    row = ChangeRow((change,))
    html = row_html(row, "", ("", ""), ours, LIGHT)
    assert "<b>2</b> (chỉ số dưới)" in html
    assert "<sup>2</sup> (chỉ số trên)" in html
    said = spoken(row, "", ours)
    assert "Bản đang soạn: trên 40 m2 (chỉ số dưới) sàn." in said
    assert said.endswith("2 (chỉ số trên).")
    assert "Bỏ" not in said
