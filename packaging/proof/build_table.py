"""Make ``resources/proof/table.bin``, the proof-reader's table, from its sources; --check only compares."""

import sys

from counts import Counts, keyed_graph, make_table
from sources import ROOT, law_paragraphs, lexicon_entries, prose_paragraphs, word_graph

from danvan_desktop.checks.proof.table import unpacked, write_table

TABLE = ROOT / "resources" / "proof" / "table.bin"


def built() -> bytes:
    """Make the table's bytes."""
    return write_table(make_table(keyed_graph(*word_graph()), own_counts(), Counts().add(law_paragraphs())))


def own_counts() -> Counts:
    """Count our own text: the lexicon and all of the prose."""
    return Counts().add(lexicon_entries(), with_breaks=False).add(prose_paragraphs())


if __name__ == "__main__":
    made = built()
    if "--check" in sys.argv:
        sys.exit(
            0 if unpacked(TABLE.read_bytes()) == unpacked(made) else "the table is not what its sources make"
        )
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(made)
    print(f"{TABLE.relative_to(ROOT)}: {len(made):,} bytes")
