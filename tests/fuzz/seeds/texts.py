"""A report as plain text in the encodings that offices have."""

import textwrap
import unicodedata
from collections.abc import Iterator

from tests.fuzz.canaries import Planter
from tests.fuzz.seeds.seed import Seed
from tests.importers.pdf import office


def texts() -> Iterator[Seed]:
    plain = _planted_lines(_office_text())
    yield Seed("txt", "utf8", plain.encode())
    yield Seed("txt", "utf8-marked", plain.replace("\n", "\r\n").encode("utf-8-sig"))
    yield Seed("txt", "utf16", plain.encode("utf-16"))
    yield Seed("txt", "utf16-big", b"\xfe\xff" + plain.encode("utf-16-be"))
    yield Seed("txt", "utf16-unmarked", plain.encode("utf-16-le"))
    yield Seed("txt", "decomposed", unicodedata.normalize("NFD", plain).encode())
    yield Seed("txt", "cp1258", _as_cp1258(plain))
    yield Seed("txt", "wrapped", "\n".join(_wrapped(plain)).encode())
    yield Seed("txt", "tcvn3", _planted_lines(_TCVN3).encode("cp1252"))
    yield Seed("txt", "vni", _planted_lines(_VNI).encode("cp1252"))


_TCVN3 = """b¸o c¸o
KÕt qu¶ thùc hiÖn c«ng t¸c d©n vËn n¨m 2025

I. §ÆC §IÓM T×NH H×NH
V¨n phßng h\xadíng dÉn ng\xadêi d©n.
C«ng t¸c d©n vËn ®¹t kÕt qu¶ tèt, ng\xadêi d©n thùc hiÖn tèt.
"""
_VNI = """BAÙO CAÙO
Keát quaû thöïc hieän coâng taùc daân vaän naêm 2025

I. ÑAËC ÑIEÅM TÌNH HÌNH
Vaên phoøng höôùng daãn ngöôøi daân thöïc hieän.
"""


def _office_text() -> str:
    lines = [
        f"{office.PARENT}          {office.NATION}",
        f"{office.AGENCY}               {office.MOTTO}",
        f"{office.NUMBER}          {office.PLACE_AND_DATE}",
        "",
        office.KIND,
        office.SUBJECT,
        "",
        f"Kính gửi: {office.ADDRESSEE}",
        "",
        office.OPENING,
    ]
    for number, title, said in office.SECTIONS:
        lines.append(f"{number} {title}")
        lines += [
            f"{each.number or '-' if each.role == 'item' else each.number or ''} {each.text}".strip()
            for each in said
        ]
    lines += ["\t".join(row) for row in office.TABLE]
    lines += [office.CLOSING, "", "Nơi nhận:", *(f"- {name};" for name in office.RECIPIENTS)]
    lines += [f"- Lưu: {office.FILING}.", "", *office.SIGN_LINES, "", office.SIGNER, "", office.ANNEX_LABEL]
    lines += [office.ANNEX_TITLE, *("\t".join(row) for row in office.ANNEX)]
    return "\n".join(lines) + "\n"


def _planted_lines(text: str) -> str:
    plant = Planter()
    return "".join(
        plant(line[:-1]) + "\n" if len(line) > 30 else line for line in text.splitlines(keepends=True)
    )


def _wrapped(text: str, width: int = 80) -> Iterator[str]:
    for line in text.splitlines():
        yield from textwrap.wrap(line, width) or [""]


def _as_cp1258(text: str) -> bytes:
    """Vietnamese Windows' own code: the letter with its hat, then its tone."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    made = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in tones)
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        made.append(base + tone)
    return "".join(made).encode("cp1258", errors="replace")
