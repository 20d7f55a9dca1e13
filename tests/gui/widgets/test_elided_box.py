"""A choice too narrow for its text shows both ends of it."""

from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets.elided_box import ElidedBox

LONG = "Phòng Tổng hợp: phan-cua-phong-tong-hop.docx (04:00 29/11)"


def box_of(qtbot: QtBot, width: int) -> ElidedBox:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem(LONG)
    box.resize(width, 30)
    box.show()
    qtbot.waitExposed(box)
    return box


def test_where_there_is_room_all_of_it_is_shown(qtbot: QtBot) -> None:
    assert box_of(qtbot, 900).shown_text() == LONG


def test_in_a_narrow_one_both_ends_are_shown(qtbot: QtBot) -> None:
    shown = box_of(qtbot, 260).shown_text()
    before, dots, after = shown.partition("…")
    assert dots
    assert before
    assert LONG.startswith(before)
    assert after
    assert LONG.endswith(after)
    assert box_of(qtbot, 260).grab().toImage() != box_of(qtbot, 200).grab().toImage()
