"""The signed files of issued reports, kept in the folder "ban-hanh" beside the reports."""

from pathlib import Path

from danvan_desktop.atomic_files import write_file
from danvan_desktop.errors import UserError
from danvan_desktop.report.lifecycle.filename import proposed_name
from danvan_desktop.report.model import Report

FOLDER = "ban-hanh"


def keep(data_folder: Path, report: Report, file: Path) -> str:
    """Copy ``file`` and give the name it is kept under; nothing kept before is overwritten.

    Raises:
        UserError: it cannot be copied.
    """
    folder = data_folder / FOLDER
    number, stem = 1, f"{proposed_name(report)}-{report.id[:8]}"
    name = stem + file.suffix.lower()
    while (folder / name).exists():
        number += 1
        name = f"{stem}-{number}{file.suffix.lower()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / name, file.read_bytes())
    except OSError as error:
        raise UserError(
            f"Không chép được tệp {file.name} vào {folder}. "
            "Hãy kiểm tra tệp và chỗ trống trên ổ đĩa rồi thử lại."
        ) from error
    return name


def find(data_folder: Path, report: Report) -> Path | None:
    """Give the kept file of ``report``; None where it has none, or it is gone."""
    return find_named(data_folder, report.attachments.signed_file)


def find_named(data_folder: Path, name: str | None) -> Path | None:
    """Give the file that is kept under ``name``; None where there is no name, or it is gone."""
    if not name or Path(name).name != name:
        return None
    path = data_folder / FOLDER / name
    return path if path.is_file() else None
