"""All seeds."""

from tests.fuzz.seeds.danvan_files import danvan_files
from tests.fuzz.seeds.databases import databases
from tests.fuzz.seeds.pasted_pages import pasted_pages
from tests.fuzz.seeds.pdf_files import pdf_files
from tests.fuzz.seeds.seed import Seed
from tests.fuzz.seeds.texts import texts
from tests.fuzz.seeds.word_files import word_files


def seeds() -> list[Seed]:
    """All seeds that need no LibreOffice; the same ones each time."""
    return [*word_files(), *pdf_files(), *texts(), *danvan_files(), *pasted_pages(), *databases()]
