"""The fields of the signature block: each signing form writes its lines; refusals stand beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.pages.signature import SignaturePage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Signature
from danvan_desktop.report.office.signing_lines import FORMS
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text

SIGNATURE = 7


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    made = open_workspace(samples.report())
    made.tab_strip.setCurrentIndex(SIGNATURE)
    return made


def page(workspace: Workspace) -> SignaturePage:
    return workspace.opened.pages.signature


def choose(workspace: Workspace, form: str) -> None:
    """Choose ``form`` with the keyboard."""
    box = page(workspace).form
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range([value for value, _ in FORMS].index(form)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == form


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("direct", ("CHÁNH VĂN PHÒNG",)),
        ("KT", ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")),
        ("TL", ("TL. CHÁNH VĂN PHÒNG",)),
        ("TUQ", ("TUQ. CHÁNH VĂN PHÒNG",)),
        ("Q", ("Q. CHÁNH VĂN PHÒNG",)),
        ("TL_KT", ("TL. CHÁNH VĂN PHÒNG", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
    ],
)
def test_each_form_proposes_its_lines(workspace: Workspace, form: str, lines: tuple[str, ...]) -> None:
    choose(workspace, form)
    assert workspace.opened.report().signature.lines == lines


def test_going_through_all_forms_never_loses_who_is_the_head(workspace: Workspace) -> None:
    choose(workspace, "TL_KT")
    choose(workspace, "direct")
    assert workspace.opened.report().signature.lines == ("CHÁNH VĂN PHÒNG",)


def test_a_form_of_three_lines_is_known_again(workspace: Workspace) -> None:
    lines = ("TL. CHÁNH VĂN PHÒNG", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    workspace.opened.replace(replace(samples.report(), signature=Signature(lines, None, "Nguyễn Văn A")))
    assert page(workspace).form.value() == "TL_KT"


def test_a_title_before_the_name_is_refused_with_its_clause_and_still_typed(
    qtbot: QtBot, workspace: Workspace
) -> None:
    form = page(workspace)
    form.signer.setFocus()
    QTest.keyClick(form.signer, Qt.Key.Key_Home)
    type_text(form.signer, "ThS. ")
    assert not form.refused_name.text(), "half a word is always wrong: nothing is said while it is typed"
    QTest.keyClick(form.signer, Qt.Key.Key_Tab)
    assert "điểm c khoản 7".casefold() in form.refused_name.text().casefold()
    assert "học vị" in form.signer.accessibleDescription()
    assert workspace.opened.report().signature.signer == "ThS. Nguyễn Văn A"
    form.signer.setFocus()
    QTest.keyClick(form.signer, Qt.Key.Key_Home)
    for _ in range(5):
        QTest.keyClick(form.signer, Qt.Key.Key_Delete)
    assert not form.refused_name.text(), "withdrawn as soon as it is right"
    assert form.signer.accessibleDescription() == ""


def test_a_misspelt_authority_is_refused_beside_its_lines(qtbot: QtBot, workspace: Workspace) -> None:
    form = page(workspace)
    form.authority.setFocus()
    type_text(form.authority, "K/T CHÁNH VĂN PHÒNG")
    QTest.keyClick(form.authority, Qt.Key.Key_Tab)
    assert not form.refused_lines.text(), "position and authority make up the same lines"
    form.signer.setFocus()
    assert "KT." in form.refused_lines.text()
    assert not form.refused_name.text()


def test_a_refusal_moves_no_field_and_small_letters_are_none(qtbot: QtBot, workspace: Workspace) -> None:
    form = page(workspace)
    form.position.setFocus()
    form.position.selectAll()
    type_text(form.position, "Phó Chánh Văn phòng")
    form.signer.setFocus()
    assert form.refused_lines.text() == ""
    before = form.other_position.geometry(), form.signer.geometry()
    form.position.setFocus()
    form.position.selectAll()
    type_text(form.position, "Phụ trách Văn phòng")
    form.signer.setFocus()
    assert "phụ trách" in form.refused_lines.text()
    qtbot.wait(50)
    assert (form.other_position.geometry(), form.signer.geometry()) == before


def test_a_position_in_small_letters_gives_the_right_head(workspace: Workspace) -> None:
    form = page(workspace)
    choose(workspace, "direct")
    form.position.setFocus()
    form.position.selectAll()
    type_text(form.position, "Phó Chánh Văn phòng")
    choose(workspace, "KT")
    assert form.authority.lines() == ("KT. CHÁNH VĂN PHÒNG",)


def test_a_power_is_judged_by_the_office_as_it_is_typed(workspace: Workspace) -> None:
    signing = page(workspace)
    signing.authority.setFocus()
    signing.authority.selectAll()
    type_text(signing.authority, "TM. ỦY BAN NHÂN DÂN")
    signing.signer.setFocus()
    assert "thủ trưởng" in signing.refused_lines.text()
    agency = workspace.opened.pages.general.agency
    agency.selectAll()
    type_text(agency, "ỦY BAN NHÂN DÂN XÃ A")
    assert workspace.opened.report().letterhead.agency == "ỦY BAN NHÂN DÂN XÃ A"
    assert "thủ trưởng" not in signing.refused_lines.text()
