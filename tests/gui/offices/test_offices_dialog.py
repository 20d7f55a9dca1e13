"""The dialog of offices over an open report: nothing that the decree refuses is agreed to."""

from pytestqt.qtbot import QtBot

from danvan_desktop.gui.offices.offices_dialog import OfficesDialog
from danvan_desktop.report.office.office import Office
from tests.builders.window import dispose


def test_what_the_decree_refuses_cannot_be_stored(qtbot: QtBot) -> None:
    dialog = OfficesDialog((Office("UBND TỈNH A", "VĂN PHÒNG"),))
    form = dialog.content.form
    form.signer.head.setText("Chánh Văn phòng")
    form.signer.name.setText("TS. Nguyễn Văn A")
    assert not dialog.go.isEnabled()
    form.signer.name.setText("Nguyễn Văn A")
    assert dialog.go.isEnabled()
    (office,) = dialog.offices()
    assert office.signers[0].signer == "Nguyễn Văn A"
    dispose(dialog)
