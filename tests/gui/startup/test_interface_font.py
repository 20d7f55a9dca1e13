"""Labels are never set in typewriter letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.startup.interface_font import set_interface_font


@pytest.fixture
def usual(qapp: QApplication) -> Iterator[QFont]:
    font = qapp.font()
    yield font
    qapp.setFont(font)


def test_typewriter_letters_give_way_to_a_sans_serif_of_the_same_size(
    qapp: QApplication, usual: QFont
) -> None:
    typewriter = QFont(["Liberation Mono", "Courier New"], usual.pointSize() + 1)
    assert QFontInfo(typewriter).fixedPitch(), "the fonts of the set-up are not there"
    qapp.setFont(typewriter)
    set_interface_font(qapp)
    assert not QFontInfo(qapp.font()).fixedPitch()
    assert qapp.font().pointSizeF() >= typewriter.pointSizeF()


def test_any_other_font_of_the_system_is_kept(qapp: QApplication, usual: QFont) -> None:
    qapp.setFont(QFont("Liberation Serif"))
    set_interface_font(qapp)
    assert qapp.font().family() == "Liberation Serif"
