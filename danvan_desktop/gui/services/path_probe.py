"""Path probe: asks the disk whether a file or folder is there, with a time limit for drives out of reach.

Windows waits half a minute and longer for a network folder that is offline; the GUI thread does not.
"""

import threading
from pathlib import Path
from typing import Literal

LIMIT_SECONDS = 0.5
Kind = Literal["file", "folder"]

_unanswered: set[tuple[Path, Kind]] = set()


def probe(path: Path, kind: Kind) -> bool | None:
    """Tell whether ``path`` is there and of this ``kind``; None: no answer in time, so nobody knows."""
    question = (path, kind)
    if question in _unanswered:
        return None
    _unanswered.add(question)
    answers: list[bool] = []

    def ask() -> None:
        try:
            answers.append(path.is_dir() if kind == "folder" else path.is_file())
        except (OSError, ValueError):
            answers.append(False)
        finally:
            _unanswered.discard(question)

    # Not a job: an answer that comes late is of no use, and the end of the program must not wait for it.
    thread = threading.Thread(target=ask, name="path probe", daemon=True)
    thread.start()
    thread.join(LIMIT_SECONDS)
    return answers[0] if answers else None
