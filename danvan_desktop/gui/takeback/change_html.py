"""A change as rich text for its card: what goes struck out in red, what comes underlined in green.

Never by colour alone: the lines through and under the words say it too.
"""

from functools import lru_cache
from html import escape

from danvan_desktop.gui.look.tokens import Tokens
from danvan_desktop.gui.takeback import wording
from danvan_desktop.gui.takeback.decisions import Answer, ChangeRow
from danvan_desktop.report.diff.words import segments
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.takeback.change_text import kind_text
from danvan_desktop.report.takeback.look_names import look_text
from danvan_desktop.report.takeback.merging.our_words import AROUND as CUT
from danvan_desktop.report.takeback.merging.our_words import OurWords
from danvan_desktop.report.takeback.model import Change, NotTaken
from danvan_desktop.report.takeback.wording import shortened, who_text

_LONGEST = 1_500
"""Letters of one side that a card shows: a whole Mục may be new."""
_MOST_CARDS = 2_000
"""So many cards are kept as they were written: the list asks for each whenever it is laid out."""
_THIN = "\u2009"
"""A thin space, between what goes and what comes in its place."""
_MOVED = 160
"""Letters of what moved: enough to know it by."""
_AROUND = 60
"""Letters of its paragraph that are shown on each side of an edit."""


@lru_cache(_MOST_CARDS)
def row_html(
    row: ChangeRow,
    state: str,
    around: tuple[str, str],
    ours: OurWords | None,
    tokens: Tokens,
    where: str = "",
) -> str:
    """Write the card of ``row``; ``state``: what was decided; ``around``: the words beside the change.

    ``ours``: what the report says there, where that speaks against it. ``where``: what its words do not
    say, the cell of a table, the new place of what moved.
    """
    change = row.first
    who = who_text(change)
    right = state or who
    head = (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f"<td><b>{escape(wording.kind_text(row))}</b></td>"
        f'<td align="right" style="color:{tokens.muted}">{escape(right)}</td></tr></table>'
    )
    parts = [head]
    if state and who:
        parts.append(f'<div style="color:{tokens.muted}">{escape(who)}</div>')
    if row.conflict and not state:
        parts.append(
            f'<div style="margin-top:2px; color:{tokens.amber}"><b>!</b> {escape(row.conflict)}</div>'
        )
        if ours is not None:
            parts.append(f'<div style="margin-top:2px">Bản đang soạn: {_our_words(ours, tokens)}</div>')
    words = _words(change, tokens)
    if any(around):
        before, after = (f'<span style="color:{tokens.muted}">{escape(each)}</span>' for each in around)
        words = f"{before}{words}{after}"
    if words:
        whose = "Bản nhận lại: " if ours is not None and not state else ""
        parts.append(f'<div style="margin-top:3px">{whose}{words}</div>')
    if where:
        parts.append(f'<div style="color:{tokens.muted}">{escape(where)}</div>')
    if change.kind == "comment" and change.about:
        parts.append(f'<div style="color:{tokens.muted}">về “{escape(_head(change.about))}”</div>')
    return "".join(parts)


def left_html(left: NotTaken, tokens: Tokens) -> str:
    """Write the card of what cannot be taken over."""
    place = f'<div style="color:{tokens.muted}">{escape(left.place)}</div>' if _is_words(left.place) else ""
    return f"{place}<div>{escape(left.text[:_LONGEST])}</div>"


def state_text(row: ChangeRow, answer: Answer | None, file: str = "") -> str:
    """Say what was decided about ``row``, where that was at another ``file`` too; "" for nothing."""
    if answer is not None:
        return wording.answer_text(answer, file)
    return wording.DONE if all(change.is_done for change in row.changes) else ""


def around_of(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the words of a paragraph beside those from ``start`` to ``end``."""
    return _tail(text[:start]), _head(text[end:])


def spoken(row: ChangeRow, state: str, ours: OurWords | None = None, where: str = "") -> str:
    """The whole card in words, for screen readers."""
    change = row.first
    old, new = plain(change.old), plain(change.new)
    parts = (wording.kind_text(row), state, who_text(change))
    said = [f"{part}." for part in parts if part]
    if row.conflict and not state:
        said.append(row.conflict)
        look = f" ({ours.look})" if ours is not None and ours.look else ""
        said.append(f"Bản đang soạn: {ours.before}{ours.words}{look}{ours.after}." if ours else "")
    if change.is_of_moved_line:
        said.append(f"{new or old}.")
    elif change.kind == "move":
        said.append(f"{change.about.rstrip('.')}.")
    elif change.kind == "look":
        said.append(f"{new} ({look_text(change.old, change.new)}).")
    else:
        said += [f"Bỏ: {old}." if old else "", f"Thêm: {new}." if new else ""]
    return " ".join(filter(None, (*said, f"{where}." if where else "")))


def _our_words(ours: OurWords, tokens: Tokens) -> str:
    """Write what the report says; what stands beside it is muted."""
    if not (ours.before or ours.words or ours.after):
        return "(để trống)"
    before, after = _tail_of(ours.before), _head_of(ours.after)
    beside = [f'<span style="color:{tokens.muted}">{escape(each)}</span>' for each in (before, after)]
    said = f"<b>{escape(ours.words)}</b>" if ours.words.strip() else "<b>(đã bỏ)</b>"
    look = f" ({escape(ours.look)})" if ours.look else ""
    return f"{beside[0]}{said}{look}{beside[1]}"


def _tail_of(text: str) -> str:
    """The whole words at the end of what was cut off at its beginning."""
    return f"…{text.partition(' ')[2]}" if len(text) >= CUT else text


def _head_of(text: str) -> str:
    return f"{text.rpartition(' ')[0]}…" if len(text) >= CUT else text


def _words(change: Change, tokens: Tokens) -> str:
    if change.kind in {"edit", "field", "cell", "strike"} and change.old and change.new:
        return _edited(change, tokens)
    if change.kind in {"kind", "look", "move"}:
        return _told(change)
    if change.is_of_moved_line:
        return _runs(change.new or change.old)
    old = _marked(change.old, tokens, gone=True) if change.old else ""
    new = _marked(change.new, tokens, gone=False) if change.new and change.kind != "comment" else ""
    if change.kind == "comment":
        new = _runs(change.new)
    return " ".join(filter(None, (old, new)))


def _edited(change: Change, tokens: Tokens) -> str:
    """Write words of which some went and some came."""
    found = segments(change.old, change.new)
    parts: list[str] = []
    for number, each in enumerate(found):
        if each.kind == "deleted":
            parts.append(_marked(each.old, tokens, gone=True))
        elif each.kind == "inserted":
            is_instead = number and found[number - 1].kind == "deleted"
            parts.append(_THIN if is_instead else "")
            parts.append(_marked(each.new, tokens, gone=False))
        else:
            parts.append(_runs(each.new))
    return "".join(parts)


def _told(change: Change) -> str:
    """Write words that neither went nor came."""
    if change.kind == "kind":
        return escape(f"{kind_text(plain(change.old))} → {kind_text(plain(change.new))}")
    if change.kind == "look":
        return f"{_runs(change.new)} ({escape(look_text(change.old, change.new))})"
    return escape(shortened(" ".join(change.about.split()), _MOVED))


def _marked(runs: Runs, tokens: Tokens, *, gone: bool) -> str:
    colour, line = (tokens.red, "line-through") if gone else (tokens.green, "underline")
    return f'<span style="color:{colour}; text-decoration:{line}">{_runs(runs)}</span>'


def _runs(runs: Runs) -> str:
    parts, room = [], _LONGEST
    for run in runs:
        if room <= 0:
            parts.append("…")
            break
        parts.append(_run(run, run.text[:room]))
        room -= len(run.text)
    return "".join(parts)


def _run(run: Run, shown: str) -> str:
    text = escape(shown).replace("\n", "<br>").replace("\t", " | ")
    for is_on, name in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
        if is_on:
            text = f"<{name}>{text}</{name}>"
    if run.vertical:
        name = "sup" if run.vertical == "super" else "sub"
        text = f"<{name}>{text}</{name}>"
    return text


def _tail(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "…" + text[-_AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + "…"


def _is_words(place: str) -> bool:
    return " " in place
