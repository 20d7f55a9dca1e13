"""Command "Lưu phụ lục này làm mẫu": saves the annex that is shown as a form (template) of the office."""

from itertools import chain, count
from pathlib import Path

from PySide6.QtWidgets import QWidget

from danvan_desktop.atomic_files import write_all
from danvan_desktop.errors import UserError
from danvan_desktop.gui.widgets.ask_name import asked_name
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.annexes.forms import annex_forms
from danvan_desktop.report.annexes.save_form import form_of, form_text
from danvan_desktop.report.model import Annex, plain
from danvan_desktop.report.text.file_id import file_id

_ASKED = "Tên mẫu (chữ và cách tính của bảng được giữ, số liệu để trống, năm tự đổi theo báo cáo):"


def save_form(annex: Annex, year: int, folder: Path, window: QWidget) -> str:
    """Ask for a name and save ``annex`` as a form in ``folder``; return a notice, "" if it was not saved."""
    try:
        form_of(annex, year, "", "")  # before a name is asked for in vain
        name = asked_name("Lưu phụ lục này làm mẫu", _ASKED, _proposed(plain(annex.title), year), window)
        if not name:
            return ""
        identity = _free(file_id(name, "mau-rieng"), folder)
        text = form_text(form_of(annex, year, name, identity))
        write_all({folder / f"{identity}.json": text.encode("utf-8")}, force=False)
    except UserError as error:
        show_problem("Chưa lưu được mẫu", error.message, window)
        return ""
    return f"Đã lưu mẫu “{name}”. Từ nay mẫu này có trong hộp “Thêm phụ lục”."


def _proposed(title: str, year: int) -> str:
    """Name a form after its annex, in small letters and without the year."""
    words = title.capitalize() if title.isupper() else title
    return words.removesuffix(f" năm {year}")


def _free(identity: str, folder: Path) -> str:
    """Give an id that no form has yet: what is there is never replaced."""
    shipped = {form.id for form in annex_forms()}
    names = chain([identity], (f"{identity}-{n}" for n in count(2)))
    return next(name for name in names if name not in shipped and not (folder / f"{name}.json").exists())
