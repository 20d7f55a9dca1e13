"""TCVN3 and VNI are converted to Unicode, and Unicode is not touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.text.legacy_encodings import (
    code_of_font,
    convert_legacy,
    from_tcvn3,
    from_vni,
    from_voted,
    has_lost_letters,
    is_better_as,
    shows_capitals,
)
from danvan_desktop.report.text.syllables import is_syllable

SENTENCE = (
    "ủy ban nhân dân tỉnh báo cáo kết quả thực hiện công tác dân vận năm 2025; hướng dẫn người dân "
    "giữ gìn vệ sinh, khuỷu tay, quý vị, nghĩa tình, rộng rãi, sổ sách, dễ hiểu, "
    "mẻ lưới, ễnh ương, bẵng đi, kỵ binh"
)
TCVN3 = (
    "ñy ban nh©n d©n tØnh b¸o c¸o kÕt qu¶ thùc hiÖn c«ng t¸c d©n vËn n¨m 2025; h\xadíng dÉn ng\xadêi d©n "
    "gi÷ g×n vÖ sinh, khuûu tay, quý vÞ, nghÜa t×nh, réng r·i, sæ s¸ch, dÔ hiÓu, "
    "mÎ l\xadíi, Ônh \xad¬ng, b½ng ®i, kþ binh"
)
VNI = (
    "uûy ban nhaân daân tænh baùo caùo keát quaû thöïc hieän coâng taùc daân vaän naêm 2025; "
    "höôùng daãn ngöôøi daân giöõ gìn veä sinh, khuyûu tay, quyù vò, nghóa tình, roäng raõi, soå saùch, "
    "deã hieåu, meû löôùi, eãnh öông, baüng ñi, kî binh"
)


def test_tcvn3_is_read_letter_by_letter() -> None:
    assert convert_legacy(TCVN3) == (SENTENCE, "TCVN3")
    assert from_tcvn3("§¶ng, ¡n, ¢u, £, ¤ng, ¥, ¦u") == "Đảng, Ăn, Âu, Ê, Ông, Ơ, Ưu"


def test_vni_is_read_letter_by_letter() -> None:
    assert convert_legacy(VNI) == (SENTENCE, "VNI")


def test_vni_capitals_are_read_with_marks_in_capitals_or_not() -> None:
    assert from_vni("ÑAÛNG UÛY; COÂNG TAÙC DAÂN VAÄN; ÑOÄC LAÄP; KYÕ THUAÄT; HÖÔÙNG DAÃN") == (
        "ĐẢNG ỦY; CÔNG TÁC DÂN VẬN; ĐỘC LẬP; KỸ THUẬT; HƯỚNG DẪN"
    )
    assert from_vni("Aùp, Aân, Ôû, Òch, Æ, Ó, Î") == "Áp, Ân, Ở, Ịch, Ỉ, Ĩ, Ỵ"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE.upper(),
        unicodedata.normalize("NFD", SENTENCE),
        "Dân vận",
        "à là và đã",
        "Événement à l’été, où ça? naïveté",
        "Für größere Übungen; señor, mañana; ångström",
        "© 2025 ® «trích» ¹ µm ½",
        "plain ASCII text",
        "",
    ],
)
def test_what_is_unicode_already_stays(text: str) -> None:
    assert convert_legacy(text) == (text, None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("B¸O C¸O", "BÁO CÁO"),
        ("I. §ÆC §IÓM T×NH H×NH", "I. ĐẶC ĐIỂM TÌNH HÌNH"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Uû ban nh©n d©n x· Hµ §«ng", "Uỷ ban nhân dân xã Hà Đông"),
        ("UBND x· ë vïng cao; §¶ng uû", "UBND xã ở vùng cao; Đảng uỷ"),
        ("KÕT QU¶\nHµ Giang ë phÝa b¾c", "KẾT QUẢ\nHà Giang ở phía bắc"),
    ],
)
def test_small_letters_among_capitals_are_the_capitals_that_a_lost_font_showed(
    typed: str, meant: str
) -> None:
    assert from_voted(typed, "TCVN3") == meant


def test_two_words_are_enough_to_tell_and_one_is_not() -> None:
    assert convert_legacy("d©n vËn") == ("dân vận", "TCVN3")
    assert convert_legacy("daân vaän") == ("dân vận", "VNI")
    assert convert_legacy("h×nh")[1] is None


@given(st.text("abceghinouvyảạằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏọồốổỗộơờớởỡợủũụưừứửữựỷỹỵđĐƠƯĂ 01"))
def test_letters_that_neither_code_uses_are_never_touched(text: str) -> None:
    assert from_tcvn3(text) == text
    assert from_vni(text) == text


@pytest.mark.parametrize(
    ("font", "code", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        (".VnTimeH-Bold", "TCVN3", True),
        (".VnTimeH,BoldItalic", "TCVN3", True),
        (".VnArialH Bold", "TCVN3", True),
        (".VnTime-Bold", "TCVN3", False),
        (".VnHelvetInsH-Italic", "TCVN3", True),
        (".VnBook-Antiqua", "TCVN3", False),
        (".vnarial narrowh", "TCVN3", False),
        (".VnCentury SchoolbookH", "TCVN3", True),
        ("VNI-Times", "VNI", False),
        ("vni helve", "VNI", False),
        ("Times New Roman", None, False),
        ("Vni", None, False),
        ("Vnhelvetica", None, False),
        ("", None, False),
    ],
)
def test_the_font_names_the_code(font: str, code: str | None, capitals: bool) -> None:
    assert code_of_font(font) == code
    assert shows_capitals(font) is capitals


def test_unicode_text_left_in_an_old_font_is_recognised() -> None:
    assert is_better_as("C«ng t¸c d©n vËn", "TCVN3")
    assert not is_better_as("Công tác dân vận", "TCVN3")
    assert is_better_as("ban tin", "TCVN3")


@pytest.mark.parametrize(
    ("text", "unicode"),
    [("Soá löôïng ñôn vò", "Số lượng đơn vị"), ("®¬n vÞ", "đơn vị"), ("Soá ngöôøi", "Soá ngöôøi")],
)
def test_a_few_words_are_enough_where_they_can_be_nothing_else(text: str, unicode: str) -> None:
    assert convert_legacy(text)[0] == unicode


@pytest.mark.parametrize("text", ["ß µ ¶", "résumé, café, naïve", "Soá", "Đơn vị hoá đơn", "mañana señor"])
def test_other_signs_are_no_old_code(text: str) -> None:
    assert convert_legacy(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "better"), [("và tháng 12", False), ("th¸ng 12", True), ("Ú", False), ("vµ quý 4", True)]
)
def test_letters_that_tcvn3_has_no_code_for_tell_that_its_font_is_a_leftover(text: str, better: bool) -> None:
    assert is_better_as(text, "TCVN3") is better


def test_a_text_without_any_horned_u_has_lost_it() -> None:
    assert not has_lost_letters(SENTENCE * 2)
    assert has_lost_letters(SENTENCE.replace("ư", "").replace("ữ", "") * 2)
    assert not has_lost_letters("công tác dân vận")


@pytest.mark.parametrize(
    "word", ["nghiêng", "Khuỷu", "QUÝ", "gì", "giết", "uỷ", "ủy", "tuyết", "ước", "yêu", "ở", "xoong"]
)
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["bcd", "kêtt", "tàc", "vần̉", "zoo", "hĂĐ", "", "nghiêngnghiêng", "aâ", "ñôn", "ńa"]
)
def test_other_words_are_not(word: str) -> None:
    assert not is_syllable(word)
