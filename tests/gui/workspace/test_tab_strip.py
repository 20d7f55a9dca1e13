"""What stands on the tabs where there is much room, less, and hardly any."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.tab_strip import TabStrip
from danvan_desktop.report.lifecycle.review import TabCount
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
    TabCount("", 14, 85),
    TabCount("", 9),
    TabCount(""),
]


@pytest.fixture
def strip(qtbot: QtBot) -> TabStrip:
    made = TabStrip()
    qtbot.addWidget(made)
    made.show_names(NAMES)
    made.show_counts(COUNTS)
    made.resize(1400, 30)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(strip: TabStrip) -> list[str]:
    return [strip.tabText(index) for index in range(strip.count())]


def test_with_room_the_names_are_whole_and_say_what_is_open(strip: TabStrip) -> None:
    assert texts(strip) == [
        "Thông tin chung",
        "Mở đầu (2)",
        "I. Tình hình (23)",
        "II. Triển khai thực hiện (99)",
        "IV. Nhiệm vụ năm 2027 (9)",
        "R&&D",
    ]


def test_with_less_room_first_long_names_become_short_then_counts_go(strip: TabStrip) -> None:
    seen = []
    for width in range(1400, 100, -5):
        strip.resize(width, 30)
        if texts(strip) not in seen:
            seen.append(texts(strip))
            if not arrows(strip):
                cut = [fault for fault in faults(strip) if fault.startswith("TabStrip")]
                assert cut == [], width
    shortened = ["II. Triển khai (99)", "IV. Nhiệm vụ (9)"]
    assert seen[1] == [*seen[0][:3], *shortened, "R&&D"]
    assert seen[-1] == ["Thông tin", "Mở đầu", "I. Tình hình", "II. Triển khai", "IV. Nhiệm vụ", "R&&D"]


def arrows(strip: TabStrip) -> bool:
    return any(button.isVisible() for button in inside(strip, QAbstractButton))


def test_with_hardly_any_room_arrows_lead_on_and_the_chosen_tab_is_seen(strip: TabStrip) -> None:
    strip.resize(300, 30)
    assert arrows(strip)
    strip.setCurrentIndex(4)
    assert strip.rect().intersects(strip.tabRect(4))
    assert texts(strip)[4] == "IV. Nhiệm vụ", "readable, not cut"


def test_the_tool_tip_says_all(strip: TabStrip) -> None:
    strip.resize(300, 30)
    assert strip.tabToolTip(3) == "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN\nCòn 85 chỗ chưa rà, 14 đoạn chưa sửa"
    assert strip.short_names()[3] == "II. Triển khai thực hiện"
