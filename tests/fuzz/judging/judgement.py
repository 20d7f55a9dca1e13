"""What the program made of one file: taken with all its words, refused in a sentence, or a fault."""

import re
import sys
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from danvan_desktop.errors import UserError
from tests.fuzz.canaries import canaries_across
from tests.fuzz.judging.entries import ENTRIES, SILENT, Kept
from tests.fuzz.judging.held_words import held
from tests.fuzz.judging.used_memory import forget_peak, peak_megabytes
from tests.fuzz.seeds.seed import Kind

MOST_SECONDS = 10.0
MOST_MEGABYTES = 600.0
_LONGEST_SENTENCE = 600
_VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)

Outcome = Literal["taken", "refused", "fault"]


@dataclass(frozen=True)
class Judgement:
    """What came of a file."""

    outcome: Outcome
    said: str
    """The refusal, or what went wrong; "" where it was taken."""
    missing: tuple[str, ...]
    """Canaries that the file holds, shown or not, and that were not kept."""
    seconds: float
    megabytes: float
    told_pages: tuple[int, ...] = ()
    """Pages of a PDF of which it is told that words could not be read: what is missing there is no loss."""

    @property
    def fault(self) -> str:
        """What went wrong in one line, the same for files that show the same defect; "": nothing so far."""
        if self.outcome == "fault":
            return self.said.strip().splitlines()[-1]
        if self.seconds > MOST_SECONDS:
            return f"took more than {MOST_SECONDS:.0f} s"
        if self.megabytes > MOST_MEGABYTES:
            return f"took more than {MOST_MEGABYTES:.0f} MB"
        return ""


def judge(kind: Kind, entry: int, path: Path, expected: frozenset[str] = frozenset()) -> Judgement:
    """Give the file to the program and look at what comes back.

    ``expected`` are canaries that it may show although they cannot be seen in its bytes.
    """
    take = ENTRIES[kind][entry % len(ENTRIES[kind])]
    forget_peak()
    began = time.process_time()
    outcome: Outcome = "taken"
    said, kept = "", Kept("")
    with _no_warning_unheard() as unheard:
        try:
            kept = take(path)
        except UserError as error:
            outcome, said = "refused", error.message
        except Exception:  # noqa: BLE001 - this is what is looked for
            outcome, said = "fault", f"{traceback.format_exc()}\n{_place(sys.exc_info()[1])}"
    seconds = time.process_time() - began
    megabytes = peak_megabytes()
    if unheard:
        outcome, said = "fault", "\n".join(unheard)
    elif outcome == "refused" and (wrong := wrong_in(said)):
        outcome, said = "fault", f"{said}\n{wrong}"
    missing: frozenset[str] = frozenset()
    if outcome == "taken" and take.__name__ not in SILENT and not kept.tells_of_losses:
        missing = (expected | held(kind, path.read_bytes())) - canaries_across([kept.text])
    return Judgement(
        outcome, said, tuple(sorted(missing)), round(seconds, 3), round(megabytes), kept.told_pages
    )


def wrong_in(sentence: str) -> str:
    """Say what a refusal lacks to be a sentence for a clerk; "": nothing."""
    if not _VIETNAMESE.search(sentence):
        return "refused without a word of Vietnamese"
    if not sentence.rstrip().endswith((".", "!", "?")):
        return "refused without an end of the sentence"
    if len(sentence) > _LONGEST_SENTENCE:
        return "refused in more than can be read"
    if any(not letter.isprintable() for letter in sentence):
        return "refused with letters that cannot be shown"
    return ""


@contextmanager
def _no_warning_unheard() -> Iterator[list[str]]:
    """Make faults of warnings, and hear of errors that Python can only print."""
    heard: list[str] = []
    before = sys.unraisablehook
    sys.unraisablehook = lambda unraisable: heard.append(f"unraisable: {unraisable.exc_value!r}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield heard
    finally:
        sys.unraisablehook = before


def _place(error: BaseException | None) -> str:
    """The kind of an error and where in the program it was raised, without what the file brought in."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    own = [frame for frame in frames if "danvan_desktop" in frame.filename or "fuzz" in frame.filename]
    where = f"{Path(own[-1].filename).name}, {own[-1].name}" if own else "?"
    return f"{type(error).__name__} in {where}"
