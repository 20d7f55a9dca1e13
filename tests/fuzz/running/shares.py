"""How many of a hundred mutants are of which kind; FUZZ_KINDS names the only ones wanted."""

import os
from collections.abc import Mapping

from tests.fuzz.seeds.seed import Kind

_OF_A_HUNDRED: Mapping[Kind, int] = {"docx": 42, "pdf": 20, "txt": 11, "danvan": 8, "html": 12, "database": 7}
ONLY = os.environ.get("FUZZ_KINDS", "").split()
SHARES: Mapping[Kind, int] = {
    kind: share for kind, share in _OF_A_HUNDRED.items() if not ONLY or kind in ONLY
}
