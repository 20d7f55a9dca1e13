"""The command "takeback": what was changed in a Word file that came back, taken in whole or in part."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_desktop.app.arguments import Arguments
from danvan_desktop.errors import UserError

if TYPE_CHECKING:
    from danvan_desktop.report.model import Report
    from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
    from danvan_desktop.report.takeback.model import Change, ReturnComparison, ReturnedFile

OK = 0
_ABOUT = 80
"""So many letters tell a block from the others."""


def take_back(arguments: Arguments) -> int:
    """Compare a file with what it went out as; list the changes; write the report with those accepted."""
    from danvan_desktop.report.takeback.compare import compare, merged

    sent, edited = arguments.files
    base = _report(sent)
    ours = base if arguments.ours is None else _report(arguments.ours)
    with _as_word_file(edited) as file:
        comparison = compare(base, ours, *_both_read(sent, base, file))
    accepted = chosen(arguments.accept, comparison)
    if arguments.outputs:
        from danvan_desktop.exporters import export

        export(merged(base, ours, comparison, accepted), arguments.outputs, force=arguments.force)
    if arguments.as_json:
        print(json.dumps(as_json(comparison), ensure_ascii=False, indent=2))
    else:
        for line in as_text(base, ours, comparison):
            print(line)
    return OK


def _report(path: Path) -> "Report":
    now = datetime.now().astimezone()
    if path.suffix.lower() == ".danvan":
        from danvan_desktop.importers import read

        return read(path, now)
    from danvan_desktop.file_reader.process import FileReader

    return FileReader().report(path, now)


@contextmanager
def _as_word_file(path: Path) -> Iterator[Path]:
    """Give ``path``, or what Word or LibreOffice makes of it where it is of another kind."""
    from danvan_desktop.file_reader.old_word.converters import RETURNED_BY_WAY_OF_WORD, find_converter

    wanted = path.suffix.lower() in RETURNED_BY_WAY_OF_WORD and path.is_file()
    converter = find_converter() if wanted else None
    if converter is None:
        yield path
        return
    from danvan_desktop.file_reader.old_word.conversion import Conversion
    from danvan_desktop.file_reader.old_word.returned_text import as_word_file

    with Conversion(converter) as conversion:
        yield as_word_file(conversion, path)


def _both_read(sent: Path, base: "Report", edited: Path) -> "tuple[ReturnedFile, ReturnedFile]":
    """Read what went out and what came back by the same reader."""
    from danvan_desktop.file_reader.process import FileReader

    if sent.suffix.lower() == ".docx":
        base_read, returned = FileReader().returned(edited, sent)
        return base_read, returned
    from danvan_desktop.exporters import word_file

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "sent.docx"
        made.write_bytes(word_file(base))
        base_read, returned = FileReader().returned(edited, made)
    return base_read, returned


def chosen(words: str, comparison: "ReturnComparison") -> frozenset[int]:
    """Read which changes are accepted.

    "all" is all but what a program did by itself and comments that are settled; where the file is not known
    to be the one that went out, nothing is taken away by it: such changes are named by their numbers.

    Raises:
        UserError: it is no such list, or names a change that is none.
    """
    is_unsure = comparison.base_how in {"marks", "words", "other"}
    numbers = {change.n for change in comparison.changes}
    if words == "none":
        return frozenset()
    if words == "all":
        wanted = (change for change in comparison.changes if not change.is_by_editor)
        return frozenset(
            change.n for change in wanted if not change.is_resolved and not (is_unsure and change.takes_away)
        )
    found: set[int] = set()
    for part in words.split(","):
        first, dash, last = part.strip().partition("-")
        is_range = last.isdecimal() and first.isdecimal() and int(first) <= int(last)
        if not first.isdecimal() or (dash and not is_range):
            raise UserError(
                f"Không hiểu “{part.strip()}” sau --accept. Hãy ghi all, none hoặc các số, ví dụ 1,4-7."
            )
        found |= {n for n in numbers if int(first) <= n <= int(last or first)}
        if not dash and int(first) not in numbers:
            raise UserError(f"Không có chỗ sửa số {first}: chỉ có {len(numbers)} chỗ.")
    return frozenset(found)


def as_json(comparison: "ReturnComparison") -> dict[str, object]:
    """Give a comparison as JSON takes it."""
    return {
        "base": comparison.base_how,
        "changes": [_change(change) for change in comparison.changes],
        "left": [
            {
                "kind": each.kind,
                "place": f"block:{each.block}" if each.block else each.place,
                "text": each.text,
            }
            for each in comparison.left
        ],
        "noise": dict(comparison.noise),
    }


def _change(change: "Change") -> dict[str, object]:
    from danvan_desktop.report.model import plain
    from danvan_desktop.report.takeback.wording import change_name

    found: dict[str, object] = {
        "n": change.n,
        "kind": change.kind,
        "name": change_name(change),
        "tab": change.tab,
        "blocks": list(change.blocks),
        "about": change.about[:_ABOUT],
        "old": plain(change.old),
        "new": plain(change.new),
        "author": change.author,
        "date": change.date,
        "tracked": change.tracked,
        "also": [{"author": each.author, "date": each.date} for each in change.also],
        "conflict": bool(change.conflict),
        "group": change.group or None,
        "done": change.is_done,
    }
    if change.conflict:
        found["why"] = change.conflict
    if change.after or change.before:
        found |= {"after": change.after or None, "before": change.before or None}
    if change.place and change.kind != "field":
        row, _, column = change.place.partition(":")
        found |= {"row": int(row) if row else None, "col": int(column) if column else None}
    elif change.place:
        found["field"] = change.place
    if change.kind == "comment":
        found["resolved"] = change.is_resolved
    if change.is_by_editor:
        found["by_editor"] = True
    return found


def as_text(base: "Report", ours: "Report", comparison: "TakeBackPlan") -> Iterator[str]:
    """Say it in lines."""
    from danvan_desktop.report.takeback.change_text import change_text
    from danvan_desktop.report.takeback.merging.our_words import WordsOfOurs
    from danvan_desktop.report.takeback.wording import BASE_NAMES, change_name, place_text, who_text

    ours_says = WordsOfOurs(ours, comparison)
    yield BASE_NAMES[comparison.base_how]
    for change in comparison.changes:
        done = " (đã có)" if change.is_done else ""
        if change.conflict:
            words = ours_says.of(change.n)
            look = f" ({words.look})" if words and words.look else ""
            now = f" Bản đang soạn: “{words.before}{words.words}{words.after}”{look}." if words else ""
            done = f" (XUNG ĐỘT: {change.conflict}{now})"
        name, where = change_name(change), place_text(change, base, ours)
        said = change_text(change, comparison)
        heading = where if change.kind == "field" else f"{name}, {where}"
        yield f"{change.n:>4}. {heading}: {said} ({who_text(change)}){done}"
    for each in comparison.left:
        near = f" (ở đoạn “{each.place[:_ABOUT]}”)" if " " in each.place else ""
        yield f"Không nhận được: {each.text}{near}"
