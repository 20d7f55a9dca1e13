"""Whether a service keeps a folder the same on several PCs: it copies a database while that is written."""

import os
import sys
from pathlib import Path

_SERVICES = (
    ("OneDrive", ("onedrive",)),
    ("Google Drive", ("google drive", "googledrive", "my drive", "drivefs")),
    ("Dropbox", ("dropbox",)),
    ("Zalo", ("zalo",)),
    ("iCloud Drive", ("icloud",)),
    ("Box", ("box sync",)),
    ("Nextcloud", ("nextcloud", "owncloud")),
)
"""What each is called, and how the names of its folders begin."""
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says what the folders of OneDrive are."""


def service_of(folder: Path) -> str:
    """Name the service that synchronises ``folder``; "" where none is known to.

    May ask a drive for its name: not for the GUI thread.
    """
    folder = Path(os.path.realpath(folder))
    roots = [Path(os.environ[name]) for name in _VARIABLES if os.environ.get(name)]
    if any(root == folder or root in folder.parents for root in roots):
        return "OneDrive"
    names = [*(part.lower() for part in folder.parts), _label(folder).lower()]
    for service, beginnings in _SERVICES:
        if any(name.startswith(beginnings) for name in names):
            return service
    return ""


def warning(folder: Path, service: str) -> str:
    """Say to the user what is wrong with a data folder there, and what to do."""
    return (
        f"Thư mục dữ liệu {folder} nằm trong thư mục đồng bộ của {service}. Phần mềm đồng bộ có thể giữ hay "
        "thay tệp dữ liệu trong lúc đang ghi. Nên để thư mục dữ liệu trên ổ của máy này, và dùng "
        "“Sao lưu và khôi phục” (menu Tệp) để có bản sao ở nơi khác."
    )


if sys.platform == "win32":

    def _label(folder: Path) -> str:
        """The name of the drive: Google Drive is one of its own."""
        import ctypes

        name = ctypes.create_unicode_buffer(261)
        ctypes.windll.kernel32.GetVolumeInformationW(folder.anchor, name, 261, None, None, None, None, 0)
        return name.value

else:

    def _label(folder: Path) -> str:  # noqa: ARG001 - as on Windows
        return ""
