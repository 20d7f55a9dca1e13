"""Recognise Vietnamese syllables: tells text from text decoded with a wrong encoding.

A syllable is an initial consonant, a rhyme and a tone. The tables hold what the language has, with a few
rare rhymes more; they judge a text as a whole and never a single word.
"""

import re
import unicodedata
from functools import lru_cache

_INITIALS = (
    *("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh"),
    *("p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"),
)
_RHYME_TABLE = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
    "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut "
    "uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "y yêm yên yêng yêt yêu yn ynh yt"
)
_RHYMES = frozenset(_RHYME_TABLE.split())
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_BEARERS = frozenset("aeiouy\u0302\u0306\u031b")
"""After which a tone may stand: vowels with their circumflex, breve and horn."""
_STOPPED = re.compile("(?:c|ch|p|t)$")
_TONES_OF_STOPPED = frozenset("\u0301\u0323")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether ``word`` (NFC, capitals or not) is a syllable of Vietnamese."""
    letters: list[str] = []
    tones: list[str] = []
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in _TONES and (not letters or letters[-1] not in _BEARERS):
            return False  # "ñ"
        (tones if sign in _TONES else letters).append(sign)
    if len(tones) > 1 or not 1 <= len(letters) <= 12:
        return False
    plain = unicodedata.normalize("NFC", "".join(letters))
    if _STOPPED.search(plain) and not _TONES_OF_STOPPED.issuperset(tones):
        return False
    return any(plain.startswith(initial) and plain[len(initial) :] in _RHYMES for initial in _INITIALS)
