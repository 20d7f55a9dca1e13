"""``make takeback``: how far edited Word files that come back are understood, in figures.

TAKEBACK_SESSIONS: how many random sessions each editor has; TAKEBACK_TOOLS: where another maker's tools are.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import ReturnedFile
from tests.builders.exported_files import edited
from tests.builders.libreoffice import convert, program
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback import shared_tools
from tests.takeback.attribution import Truth, Understood, understood
from tests.takeback.cases import CASES, base
from tests.takeback.expectations import CaseScore, score, summed
from tests.takeback.sessions import EDITORS, session
from tests.takeback.speed import BOUNDS, seconds
from tests.takeback.word_cases import WORD_CASES, signs, unnamed

SESSIONS = int(os.environ.get("TAKEBACK_SESSIONS", "200"))
WORD = "docx:MS Word 2007 XML"
LEAST_RIGHT, MOST_FALSE = 0.99, 0.02
LEAST_ATTRIBUTED, MOST_MARKED = 0.995, 1.03


def main() -> int:
    """Print all figures; 1 where one of them is not what it has to be."""
    report = base()
    docx = sent_docx(report)
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if program() is None:
            print("LibreOffice is not installed: unedited saves are left out")
        else:
            failed += _unedited(report, docx, folder)
        failed += _cases(report, docx)
        sent = read_docx(docx)
        for editor in EDITORS:
            made = (session(docx, seed, editor) for seed in range(SESSIONS))
            files = ((each.docx, Truth(each.sources, each.texts, each.gone)) for each in made)
            failed += _sessions(f"own sessions, {editor}", report, sent, files)
        if (tools := shared_tools.folder()) is not None:
            failed += _shared(tools, folder)
    for pages, bound in BOUNDS.items():
        passed = min(seconds(pages) for _ in range(3))
        print(f"file to list, {pages} pages: {passed:.2f} s (at most {bound} s)")
        failed += passed > bound
    return 1 if failed else 0


def _unedited(report: Report, docx: bytes, folder: Path) -> int:
    sent = read_docx(docx)
    out = folder / "sent.docx"
    out.write_bytes(docx)
    failed = 0
    for kind in ("docx", "odt", "doc", "rtf"):
        path = out
        for times in ("once", "twice"):
            saved = folder / f"{kind}-{times}"
            saved.mkdir()
            if kind != "docx":
                (path,) = convert([path], saved, kind if kind != "doc" else "doc:MS Word 97")
            back = saved / "back"
            (path,) = convert([path], back, WORD)
            comparison = compare(report, report, sent, read_docx(path.read_bytes()))
            count = sum(not change.is_by_editor for change in comparison.changes)
            print(f"saved unedited as .{kind} {times}: {count} changes, {len(comparison.left)} not taken")
            failed += count > 0 or bool(comparison.left)
    return failed


def _cases(report: Report, docx: bytes) -> int:
    sent = read_docx(docx)
    scores = []
    for name, case in CASES.items():
        expected: list[dict[str, object]] = []
        file = edited(docx, lambda word_file, made=case, said=expected: said.extend(made(word_file)))  # type: ignore[misc]  # bound by default
        scores.append(score(name, compare(report, report, sent, read_docx(file)), expected))
    return _told("own cases", scores) + _word_cases(report, docx)


def _word_cases(report: Report, docx: bytes) -> int:
    """Files as Word and WPS write them, each change by people of its own."""
    sent = read_docx(docx)
    scores, tracked, missed = [], 0, 0
    for name, case in WORD_CASES.items():
        file, expected = case(docx)
        comparison = compare(report, report, sent, read_docx(file, sent))
        scores.append(score(name, comparison, expected))
        tracked += len(signs(file))
        missed += len(unnamed(file, comparison))
    failed = _told("as Word and WPS write them", scores)
    print(f"  author and time: {tracked - missed} of {tracked}")
    return failed + (missed > 0)


def _told(name: str, scores: list[CaseScore]) -> int:
    print(f"{name}: {summed(scores)}")
    for each in scores:
        if not each.is_right:
            print(f"  {each.name}: missed {list(each.missed)}, false {list(each.false)}")
    expected, told = sum(each.expected for each in scores), sum(each.told for each in scores)
    missed, false = (sum(len(getattr(each, what)) for each in scores) for what in ("missed", "false"))
    return missed > (1 - LEAST_RIGHT) * expected or false > MOST_FALSE * told


def _sessions(name: str, report: Report, sent: ReturnedFile, files: Iterable[tuple[bytes, Truth]]) -> int:
    found: list[Understood] = [understood(report, sent, docx, truth) for docx, truth in files]
    paragraphs, attributed = sum(each.paragraphs for each in found), sum(each.attributed for each in found)
    marked, needed = sum(each.marked for each in found), sum(each.needed for each in found)
    exact = sum(each.is_exact for each in found)
    print(
        f"{name}: {attributed} of {paragraphs} attributed ({attributed / max(1, paragraphs):.2%}); "
        f"accept all = the edited text in {exact} of {len(found)}; "
        f"marked words {marked / max(1, needed):.3f} x needed"
    )
    is_short = attributed < LEAST_ATTRIBUTED * paragraphs or marked > MOST_MARKED * needed
    if "tracked" in name:
        tracked, named = sum(each.tracked for each in found), sum(each.named for each in found)
        print(f"  author and time: {named} of {tracked}")
        is_short = is_short or named < tracked
    return is_short or exact < len(found)


def _shared(tools: Path, folder: Path) -> int:
    from datetime import UTC, datetime

    from danvan_desktop.importers import read
    from tests.takeback.cases import SAMPLE

    report = read(SAMPLE, datetime(2025, 11, 28, tzinfo=UTC))
    sent_path = folder / "shared.docx"
    sent_path.write_bytes(sent_docx(report))
    sent = read_docx(sent_path.read_bytes())
    cases = shared_tools.made_cases(tools, sent_path, folder / "shared")
    again = convert([file for _, file, _ in cases], folder / "shared-twice", WORD)
    old = convert([file for _, file, _ in cases], folder / "shared-doc", "doc:MS Word 97")
    by_doc = convert(old, folder / "shared-by-doc", WORD)
    failed = 0
    for way, files in (("once", [file for _, file, _ in cases]), ("twice", again), ("by .doc", by_doc)):
        scores = [
            score(name, compare(report, report, sent, read_docx(file.read_bytes())), expected)
            for (name, _, expected), file in zip(cases, files, strict=True)
        ]
        failed += _told(f"shared cases, {way}", scores)
    sent_path.write_bytes(shared_tools.with_marks_of_old(sent_path.read_bytes()))
    sent = read_docx(sent_path.read_bytes())
    for editor in ("word", "lo1"):
        files_of = shared_tools.sessions(tools, sent_path, editor, range(1_000))
        failed += _sessions(f"shared sessions, {editor}", report, sent, files_of)
    return failed


if __name__ == "__main__":
    sys.exit(main())
