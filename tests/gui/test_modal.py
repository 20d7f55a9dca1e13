"""The helper for modal dialogs: it closes a dialog whatever goes wrong and names one that never came."""

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui import modal
from tests.gui.modal import never_came, when_modal


def fail(_: QWidget) -> None:
    raise LookupError


@pytest.mark.parametrize("act", [fail, lambda dialog: None])
def test_what_goes_wrong_in_a_dialog_closes_it_and_fails_the_test(qtbot: QtBot, act: object) -> None:
    with qtbot.captureExceptions() as wrong:
        when_modal(QDialog if act is fail else QMessageBox, act)  # type: ignore[arg-type]  # the other kind comes
        QDialog().exec()
    (error,) = wrong
    assert error[0] is (LookupError if act is fail else AssertionError)


def test_a_dialog_that_never_comes_is_named_and_awaited_no_more(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    when_modal(QDialog, fail)
    assert never_came() == ["QDialog"]
    monkeypatch.setattr(modal, "PATIENCE", 20)
    with qtbot.captureExceptions() as wrong:
        when_modal(QDialog, fail)
        qtbot.waitUntil(lambda: bool(wrong))
    assert "no QDialog came" in str(wrong[0][1])
    assert never_came() == []
