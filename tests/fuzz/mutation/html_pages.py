"""Changes of a page of HTML: tags, attributes, entities, nesting, what browsers forgive."""
# ruff: noqa: E501 - samples read best in lines as long as they are

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.canaries import FOREIGN, canary
from tests.fuzz.mutation.mutator import NUMBERS, ODD_TEXT, Mutator

_TOKEN = re.compile(r"(<[^>]*>)")
_NAMES = (
    "p", "div", "span", "b", "i", "u", "sub", "sup", "br", "hr", "table", "tr", "td", "th", "thead",
    "tbody", "tfoot", "caption", "colgroup", "col", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h6",
    "pre", "blockquote", "center", "font", "a", "img", "svg", "math", "script", "style", "title",
    "head", "body", "html", "form", "input", "textarea", "select", "option", "button", "iframe",
    "object", "template", "noscript", "plaintext", "xmp", "listing", "marquee", "details", "summary",
    "o:p", "v:shape", "ruby", "rt", "rp", "wbr", "nobr",
)  # fmt: skip
_STYLES = (
    "display:none", "visibility:hidden", "font-size:0", "font-size:99999pt", "color:white", "position:absolute",
    "white-space:pre", "mso-hide:all", "text-transform:uppercase", "font-family:.VnTime", "font-family:VNI-Times",
    "width:99999999px", "float:left", "margin-left:-9999pt", "vertical-align:super", "line-height:0", "direction:rtl",
    "-qt-list-indent:99999", "-qt-block-indent:9999999", "page-break-before:always", "-qt-paragraph-type:empty",
)  # fmt: skip
_ENTITIES = (
    "&nbsp;", "&#0;", "&#x1;", "&#xD800;", "&#x110000;", "&#99999999999;", "&bogus;", "&amp;amp;", "&#xFFFC;", "&#8233;",
    "&#x2029;", "&shy;", "&", "&#", "&lt;b&gt;", "&#xFDD0;", "&#65533;", "&zwj;",
)  # fmt: skip


def drop_tags(data: bytes, dice: Random) -> bytes:
    """Leave out tags, also ends of tags."""
    return _tags(data, dice, lambda _: "")


def repeat_tags(data: bytes, dice: Random) -> bytes:
    """Write tags several times."""
    return _tags(data, dice, lambda tag: tag * dice.choice((2, 2, 5, 90)))


def rename_tags(data: bytes, dice: Random) -> bytes:
    """Make other elements of some: their beginning, their end or both."""
    name = dice.choice(_NAMES)
    return _tags(data, dice, lambda tag: re.sub(r"^(</?)[\w:!]+", rf"\g<1>{name}", tag))


def move_pieces(data: bytes, dice: Random) -> bytes:
    """Put tags and texts elsewhere."""

    def change(pieces: list[str]) -> None:
        for _ in range(dice.randint(1, 8)):
            pieces.insert(dice.randint(0, len(pieces)), pieces.pop(dice.randrange(len(pieces))))

    return _pieces(data, change)


def wrap_a_piece(data: bytes, dice: Random) -> bytes:
    """Put a text, or all that follows it, into another element, once or very often."""
    name, depth = dice.choice(_NAMES), dice.choice((1, 1, 3, 40, 700))

    def change(pieces: list[str]) -> None:
        place = dice.randrange(len(pieces))
        end = len(pieces) if dice.random() < 0.3 else place + 1
        pieces[end:end] = [f"</{name}>" * depth]
        pieces[place:place] = [f"<{name}>" * depth]

    return _pieces(data, change)


def nest_tables(data: bytes, dice: Random) -> bytes:
    """Put a piece into tables within tables."""
    depth = dice.choice((1, 2, 8, 30))

    def change(pieces: list[str]) -> None:
        place = dice.randrange(len(pieces))
        pieces[place] = "<table><tr><td>" * depth + pieces[place] + "</td></tr></table>" * depth

    return _pieces(data, change)


def odd_spans(data: bytes, dice: Random) -> bytes:
    """Let cells span more, or fewer, rows and columns than there are."""

    def change(tag: str) -> str:
        return re.sub(r"^<t([dh])\b", rf'<t\1 {dice.choice(("colspan", "rowspan"))}="{_span(dice)}"', tag)

    return _tags(data, dice, change, share=0.3)


def odd_attributes(data: bytes, dice: Random) -> bytes:
    """Change values of attributes, or give new ones."""

    def change(tag: str) -> str:
        if dice.random() < 0.5 and "=" in tag:
            return re.sub(r"=(\"[^\"]*\"|'[^']*'|[^\s>]+)", f'="{dice.choice(NUMBERS)}"', tag, count=1)
        name = dice.choice(
            ("width", "height", "start", "value", "type", "size", "border", "cellspacing", "align", "hidden")
        )
        return re.sub(
            r"(?<=.)(/?>)$", rf' {name}="{dice.choice((*NUMBERS, "hidden", "disc", "a", "A", "i"))}"\1', tag
        )

    return _tags(data, dice, change)


def odd_styles(data: bytes, dice: Random) -> bytes:
    """Style elements otherwise: hidden, huge, in an old font."""
    style = dice.choice(_STYLES)
    return _tags(data, dice, lambda tag: re.sub(r"^<(\w+)", rf'<\1 style="{style}"', tag))


def odd_entities(data: bytes, dice: Random) -> bytes:
    """Put entities and odd letters between letters."""

    def change(pieces: list[str]) -> None:
        for _ in range(dice.choice((1, 5, 30))):
            place = dice.randrange(len(pieces))
            at = dice.randint(0, len(pieces[place]))
            pieces[place] = pieces[place][:at] + dice.choice((*_ENTITIES, *ODD_TEXT)) + pieces[place][at:]

    return _pieces(data, change)


def insert_markup(data: bytes, dice: Random) -> bytes:
    """Put in what is no element: comments, CDATA, conditions, scripts, fragments' marks."""
    word = canary(dice.choice(FOREIGN))
    kinds = (
        f"<!-- {word} -->", "<!--", "-->", f"<![CDATA[ {word} ]]>", f"<![if !mso]>{word}<![endif]>", "<!DOCTYPE x [",
        f"<script>{word}</script>", f"<style>{word}</style>", f"<title>{word}</title>", f"<textarea>{word}</textarea>",
        f'<img alt="{word}">', f'<input value="{word}">', f"<pre>\n {word}\n\t{word}</pre>", f"<?xml {word}?>",
        f"<a href='x'>{word}</a>", f"<noscript>{word}</noscript>", "<!--EndFragment-->", f"<br>{word}<hr>", "<plaintext>",
        f"<ruby>漢<rt>{word}</rt></ruby>", f"<caption>{word}</caption>", f"<li>{word}", f"<dl><dt>{word}<dd>{word}</dl>",
    )  # fmt: skip

    def change(pieces: list[str]) -> None:
        pieces.insert(dice.randint(0, len(pieces)), dice.choice(kinds))

    return _pieces(data, change)


def long_piece(data: bytes, dice: Random) -> bytes:
    """Write a text, or the whole, many times."""
    times = dice.choice((10, 300))

    def change(pieces: list[str]) -> None:
        place = dice.randrange(len(pieces))
        end = min(len(pieces), place + dice.choice((1, 5, 40)))
        pieces[place:end] = pieces[place:end] * times

    return _pieces(data, change)


MUTATORS: tuple[Mutator, ...] = (
    drop_tags,
    repeat_tags,
    rename_tags,
    move_pieces,
    wrap_a_piece,
    nest_tables,
    odd_spans,
    odd_attributes,
    odd_styles,
    odd_entities,
    insert_markup,
    insert_markup,
    long_piece,
)


def _span(dice: Random) -> str:
    return dice.choice(("0", "-1", "2", "3", "7", "64", "1000", "65535", "99999999", "2147483647", "x"))


def _pieces(data: bytes, change: Callable[[list[str]], None]) -> bytes:
    pieces = [piece for piece in _TOKEN.split(data.decode(errors="replace")) if piece]
    if pieces:
        change(pieces)
    return "".join(pieces).encode(errors="replace")


def _tags(data: bytes, dice: Random, change: Callable[[str], str], share: float = 0) -> bytes:
    """Change one tag, or a share of all."""

    def each(pieces: list[str]) -> None:
        tags = [place for place, piece in enumerate(pieces) if piece.startswith("<")]
        number = max(1, int(len(tags) * (share or dice.choice((0, 0, 0.05, 0.3)))))
        for place in dice.sample(tags, min(len(tags), number)):
            pieces[place] = change(pieces[place])

    return _pieces(data, each)
