"""File names that Windows refuses: forbidden characters, names of devices, dots and spaces at the end."""

import re
from pathlib import PureWindowsPath

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_SHOWN = '< > : " / \\ | ? *'
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Tell whether Windows takes ``name`` for a device (CON, NUL, COM1, …), whatever its suffix is."""
    return _DEVICES.fullmatch(name.partition(".")[0].rstrip()) is not None


def name_problem(name: str) -> str | None:
    """Say in Vietnamese why no file on Windows can be called ``name``; None where one can."""
    if wrong := _FORBIDDEN.search(name):
        shown = f"“{wrong.group()}”" if wrong.group().isprintable() else "ký tự điều khiển"
        return f"Tên tệp không dùng được {shown}: Windows không nhận các ký tự {_SHOWN} trong tên tệp."
    if is_device(name):
        return f"“{name}” là tên Windows giữ cho thiết bị. Hãy đặt tên tệp khác, ví dụ “tep-{name}”."
    return None


def trimmed(name: str) -> str:
    """Return ``name`` without the spaces around it and the dots at its end, which Windows drops silently."""
    return name.strip().rstrip(". ")


def folder_problem(folder: str) -> str | None:
    """Say in Vietnamese why no folder on Windows can be called ``folder``, a whole path."""
    path = PureWindowsPath(folder)
    for part in path.parts[1:] if path.anchor else path.parts:
        if part != ".." and name_problem(part):
            return f"Thư mục “{part}” không dùng được trên Windows. Hãy chọn thư mục khác."
    return None
