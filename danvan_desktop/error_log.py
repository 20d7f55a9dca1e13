"""The log of errors that end a command or the start of the window, in the data folder or a temporary one."""

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from danvan_desktop import __version__
from danvan_desktop.errors import UserError
from danvan_desktop.paths import LOG_NAME


def log_error(error: BaseException, folder: Path | None) -> Path | None:
    """Append ``error`` to the log in ``folder``, else to one for the time being; None where neither goes."""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, UserError):
        details += error.trace
    entry = f"{datetime.now().astimezone().isoformat()} Danvan Desktop {__version__}\n{details}\n"
    for place in (folder, Path(tempfile.gettempdir())):
        if place is None:
            continue
        try:
            place.mkdir(parents=True, exist_ok=True)
            with (place / LOG_NAME).open("a", encoding="utf-8") as log:
                log.write(entry)
        except OSError:
            continue
        return place / LOG_NAME
    return None
