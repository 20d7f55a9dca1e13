"""What stands on the tabs where there is much room, less, and hardly any; what is read aloud of them."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.tab_strip import TabStrip
from danvan_desktop.report.tab_count import TabCount
from tests.gui.clipped_widgets import faults
from tests.gui.visible_texts import inside

NAMES = [
    ("Thông tin chung", "Thông tin chung"),
    ("Mở đầu", "Mở đầu"),
    ("I. Tình hình", "I. ĐẶC ĐIỂM TÌNH HÌNH"),
    ("II. Triển khai thực hiện", "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN"),
    ("IV. Nhiệm vụ năm 2027", "IV. NHIỆM VỤ TRỌNG TÂM NĂM 2027"),
    ("R&D", "R&D"),
]
COUNTS = [
    TabCount(""),
    TabCount("", 2),
    TabCount("", 23),
    TabCount("", 14, 86),
    TabCount("", 0, 9, 1),
    TabCount(""),
]
COUNTERS = ["", "2", "23", "99+", "9", ""]
NINE = [
    *("Thông tin chung", "Mở đầu", "I. Tình hình", "II. Triển khai thực hiện", "III. Đánh giá"),
    *("IV. Nhiệm vụ năm 2027", "Kết thúc", "Nơi nhận và ký", "Phụ lục"),
]


@pytest.fixture
def strip(qtbot: QtBot) -> TabStrip:
    made = TabStrip()
    qtbot.addWidget(made)
    made.show_names(NAMES)
    made.show_counts(COUNTS)
    made.resize(1400, 36)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(strip: TabStrip) -> list[str]:
    return [strip.tabText(index) for index in range(strip.count())]


def counters(strip: TabStrip) -> list[str]:
    return [strip.counter(index) for index in range(strip.count())]


def arrows(strip: TabStrip) -> bool:
    return any(button.isVisible() for button in inside(strip, QAbstractButton))


def test_with_room_the_names_are_whole_and_a_counter_says_what_is_open(strip: TabStrip) -> None:
    assert texts(strip) == [name.replace("&", "&&") for name, _ in NAMES]
    assert counters(strip) == COUNTERS, "ninety-nine at most"


def test_with_less_room_first_long_names_become_short_then_counters_go(strip: TabStrip) -> None:
    seen: list[list[str]] = []
    for width in range(1400, 100, -5):
        strip.resize(width, 36)
        shown = [*texts(strip), *counters(strip)]
        if shown not in seen:
            seen.append(shown)
            if not arrows(strip):
                cut = [fault for fault in faults(strip) if fault.startswith("TabStrip")]
                assert cut == [], width
    shortened = ["II. Triển khai", "IV. Nhiệm vụ"]
    assert seen[1] == [*seen[0][:3], *shortened, "R&&D", *COUNTERS]
    assert seen[-1][:6] == ["Thông tin", "Mở đầu", "I. Tình hình", "II. Triển khai", "IV. Nhiệm vụ", "R&&D"]
    assert seen[-1][6:] == [""] * 6


def test_nine_names_with_counters_stand_whole_in_1366_pixels(strip: TabStrip) -> None:
    strip.show_names([(name, name) for name in NINE])
    strip.show_counts([TabCount("", unchecked) for unchecked in (0, 2, 23, 99, 10, 26, 2, 0, 11)])
    strip.resize(1366, 36)
    assert texts(strip) == NINE
    assert counters(strip)[3] == "99"
    assert not arrows(strip)
    assert strip.tabRect(8).right() < 1366


def test_with_hardly_any_room_arrows_lead_on_and_the_chosen_tab_is_seen(strip: TabStrip) -> None:
    strip.resize(300, 36)
    assert arrows(strip)
    strip.setCurrentIndex(4)
    assert strip.rect().intersects(strip.tabRect(4))
    assert texts(strip)[4] == "IV. Nhiệm vụ", "readable, not cut"


def test_the_tool_tip_says_all(strip: TabStrip) -> None:
    strip.resize(300, 36)
    assert strip.tabToolTip(3) == "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN\nCòn 86 chỗ chưa rà, 14 đoạn chưa sửa"
    assert strip.short_names()[3] == "II. Triển khai thực hiện"


def test_a_screen_reader_is_told_the_whole_name_and_what_is_open(strip: TabStrip) -> None:
    strip.resize(300, 36)
    tabs = QAccessible.queryAccessibleInterface(strip)
    read = [tabs.child(index).text(QAccessible.Text.Name) for index in range(strip.count())]
    assert read[0] == "Thông tin chung"
    assert read[3] == "II. Triển khai thực hiện, còn 86 chỗ chưa rà, 14 đoạn chưa sửa"
    assert read[4] == "IV. Nhiệm vụ năm 2027, còn 9 chỗ chưa rà; 1 việc chưa xong"


def test_the_tab_that_is_shown_is_no_wider_than_before_it_was(strip: TabStrip) -> None:
    strip.setCurrentIndex(0)
    before = [strip.tabRect(index) for index in range(strip.count())]
    strip.setCurrentIndex(3)
    assert [strip.tabRect(index) for index in range(strip.count())] == before
