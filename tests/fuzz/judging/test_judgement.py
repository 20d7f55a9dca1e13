"""What is a fault: every exception but a refusal in Vietnamese, a warning, too much time or memory."""

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from tests.builders.drawn_pdf import plain_pages
from tests.fuzz.judging import judgement
from tests.fuzz.judging.entries import Kept
from tests.fuzz.judging.judgement import Judgement, judge, wrong_in


def fails(error: BaseException) -> Callable[[Path], Kept]:
    def take(_: Path) -> Kept:
        raise error

    return take


def warns(_: Path) -> Kept:
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    return Kept("")


def cycles(_: Path) -> Kept:
    class Loud:
        def __del__(self) -> None:
            raise ValueError("unheard")

    Loud()
    return Kept("")


@pytest.fixture
def judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Path], Kept]], Judgement]:
    """Judge a text file that ``take`` takes."""
    path = tmp_path / "a.txt"
    path.write_text("một zq001x hai zq002x", encoding="utf-8")

    def with_entry(take: Callable[[Path], Kept]) -> Judgement:
        monkeypatch.setattr(judgement, "ENTRIES", {"txt": (take,)})
        return judge("txt", 0, path)

    return with_entry


Judged = Callable[[Callable[[Path], Kept]], Judgement]


def test_a_file_whose_words_are_all_kept_is_taken(judged: Judged) -> None:
    found = judged(lambda _: Kept("zq0 01x và ZQ002X"))
    assert (found.outcome, found.missing, found.fault) == ("taken", (), "")


def test_words_that_are_not_kept_are_missing(judged: Judged) -> None:
    assert judged(lambda _: Kept("zq002x")).missing == ("zq001x",)


def test_words_may_be_absent_where_it_is_told_that_something_could_not_be_read(judged: Judged) -> None:
    assert judged(lambda _: Kept("zq002x", tells_of_losses=True)).missing == ()


def test_the_pages_of_a_pdf_that_are_named_as_unreadable_are_told(tmp_path: Path) -> None:
    line = [(72, 700, "Van phong da phoi hop zq001x voi cac don vi.")]
    path = tmp_path / "a.pdf"
    path.write_bytes(plain_pages(line, [], line, []))
    found = judge("pdf", 0, path, frozenset({"zq001x", "zq002x"}))
    assert (found.missing, found.told_pages) == (("zq002x",), (1, 3))


def test_a_refusal_in_vietnamese_is_lawful(judged: Judged) -> None:
    found = judged(fails(UserError("Tệp bị hỏng. Hãy chọn tệp khác.")))
    assert (found.outcome, found.fault, found.missing) == ("refused", "", ())


@pytest.mark.parametrize(
    ("take", "fault"),
    [
        (fails(KeyError("x")), "KeyError in test_judgement.py, take"),
        (fails(MemoryError()), "MemoryError in test_judgement.py, take"),
        (warns, "DeprecationWarning in test_judgement.py, warns"),
        (cycles, "unraisable: ValueError('unheard')"),
        (fails(UserError("File is damaged.")), "refused without a word of Vietnamese"),
    ],
)
def test_anything_else_is_a_fault(judged: Judged, take: Callable[[Path], Kept], fault: str) -> None:
    assert judged(take).fault == fault


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Tệp bị hỏng. Hãy chọn tệp khác.", ""),
        ("Tệp bị hỏng", "refused without an end of the sentence"),
        ("Tệp bị \x00 hỏng.", "refused with letters that cannot be shown"),
        (f"Tệp {'rất ' * 200}hỏng.", "refused in more than can be read"),
    ],
)
def test_a_refusal_is_a_sentence_that_can_be_read(sentence: str, wrong: str) -> None:
    assert wrong_in(sentence) == wrong


@pytest.mark.parametrize(
    ("seconds", "megabytes", "fault"), [(11, 90, "took more than 10 s"), (1, 700, "took more than 600 MB")]
)
def test_too_much_time_or_memory_is_a_fault(seconds: float, megabytes: float, fault: str) -> None:
    assert Judgement("refused", "", (), seconds, megabytes).fault == fault
