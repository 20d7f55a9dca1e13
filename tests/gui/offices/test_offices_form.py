"""The form of offices and their signers: values, order, and what the decree refuses."""

from pytestqt.qtbot import QtBot

from danvan_desktop.gui.offices.offices_form import OfficesForm
from danvan_desktop.report.model import Signature
from danvan_desktop.report.office.office import Office
from tests.builders.window import dispose


def test_what_is_typed_of_an_office_is_kept(qtbot: QtBot) -> None:
    shown = OfficesForm(())
    form = shown.form
    form.parent_agency.setText("UBND TỈNH A")
    form.agency.setText("VĂN PHÒNG")
    form.recipients.setPlainText("Sở Nội vụ\n\nTỉnh ủy")
    form.units.setText("VP1; VP2")
    form.settings.letter_size.setCurrentIndex(1)
    form.signer.form.setCurrentIndex(form.signer.form.findData("KT"))
    form.signer.head.setText("Chánh Văn phòng")
    form.signer.position.setText("Phó Chánh Văn phòng")
    form.signer.name.setText("Nguyễn Văn A")
    (office,) = shown.offices()
    assert (office.title, office.recipients) == ("VĂN PHÒNG – UBND TỈNH A", ("Sở Nội vụ", "Tỉnh ủy"))
    assert office.units == ("VP1", "VP2")
    assert office.settings is not None
    assert office.settings.size_set == 13
    lines = ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    assert office.signers == (Signature(lines, None, "Nguyễn Văn A"),)
    again = OfficesForm(shown.offices())
    assert again.form.value() == office
    dispose(again)
    dispose(shown)


def test_the_decree_refuses_titles_and_says_the_clause(qtbot: QtBot) -> None:
    shown = OfficesForm((Office("UBND TỈNH A", "VĂN PHÒNG"),))
    shown.form.signer.head.setText("Chánh Văn phòng")
    shown.form.signer.name.setText("TS. Nguyễn Văn A")
    assert shown.is_refused
    assert "Nghị định số 30/2020/NĐ-CP" in shown.message.text()
    shown.form.signer.name.setText("Nguyễn Văn A")
    assert shown.message.text() == ""
    dispose(shown)


def test_a_signer_without_a_position_is_asked_for_it_in_a_sentence(qtbot: QtBot) -> None:
    shown = OfficesForm((Office("UBND TỈNH A", "VĂN PHÒNG"),))
    shown.form.signer.form.setCurrentIndex(shown.form.signer.form.findData("KT"))
    assert shown.message.text().startswith("Sau “KT.” hãy ghi chức vụ của người đứng đầu")
    shown.form.signer.head.setText("Chánh Văn phòng")
    shown.form.signer.name.setText("Nguyễn Văn A")
    assert shown.message.text().startswith("Nguyễn Văn A: Dưới dòng “KT. CHÁNH VĂN PHÒNG” phải ghi")
    dispose(shown)


def test_offices_are_added_put_first_and_taken_away(qtbot: QtBot) -> None:
    one, two = Office("A", "VĂN PHÒNG"), Office("B", "SỞ X")
    shown = OfficesForm((one, two), 1)
    shown.first.click()
    assert shown.offices() == (two, one)
    shown.add.click()
    shown.form.agency.setText("BAN Y")
    assert [office.agency for office in shown.offices()] == ["SỞ X", "VĂN PHÒNG", "BAN Y"]
    shown.remove.click()
    assert shown.offices() == (two, one)
    dispose(shown)


def test_the_signer_put_first_signs_new_reports(qtbot: QtBot) -> None:
    head, deputy = (Signature((line,), None, "Nguyễn Văn A") for line in ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH X"))
    shown = OfficesForm((Office(agency="VĂN PHÒNG", signers=(head, deputy)),))
    form = shown.form
    assert not form.first.isEnabled()
    form.signers.setCurrentIndex(1)
    form.first.click()
    assert shown.offices()[0].signers == (deputy, head)
    assert form.signers.currentIndex() == 0
    dispose(shown)


def test_addressees_of_an_office_are_seen_and_changed(qtbot: QtBot) -> None:
    shown = OfficesForm((Office(agency="VĂN PHÒNG", addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ")),))
    assert shown.form.addressees.text() == "Ủy ban nhân dân tỉnh; Sở Nội vụ"
    shown.form.addressees.setText("Kính gửi: Sở Nội vụ.")
    assert shown.offices()[0].addressees == ("Sở Nội vụ",)
    dispose(shown)


def test_recipients_of_an_office_are_taken_as_they_are_copied_from_paper(qtbot: QtBot) -> None:
    shown = OfficesForm((Office(agency="VĂN PHÒNG"),))
    shown.form.recipients.setPlainText("Nơi nhận:\n- Sở Nội vụ (để báo cáo);\n- Lưu: VT, VP1.")
    (office,) = shown.offices()
    assert (office.recipients, office.units) == (("Sở Nội vụ (để báo cáo)",), ("VP1",))
    dispose(shown)


def test_what_is_refused_is_told_below_its_field_and_the_paper_shows_the_office(qtbot: QtBot) -> None:
    office = Office(
        "UBND TỈNH A", "VĂN PHÒNG", symbol="bc-vp", signers=(Signature((), None, "TS. Nguyễn Văn A"),)
    )
    shown = OfficesForm((office,))
    shown.show()
    form = shown.form
    assert "Ký hiệu phải in hoa" in form.symbol.accessibleDescription()
    form.symbol.setText("BC-VP")
    assert form.symbol.accessibleDescription() == ""
    assert "học vị" in form.signer.refused_name.text()
    form.agency.setText("SỞ NỘI VỤ")
    letterhead, closing = form.letterhead, form.closing
    qtbot.waitUntil(lambda: letterhead.excerpt is not None and "SỞ NỘI VỤ" in letterhead.excerpt.text)
    form.setCurrentIndex(1)
    qtbot.waitUntil(lambda: closing.excerpt is not None and "TS. Nguyễn Văn A" in closing.excerpt.text)
    dispose(shown)
