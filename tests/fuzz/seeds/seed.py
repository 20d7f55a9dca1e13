"""A seed: a sound file with canaries in it, that mutants are made of."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["docx", "pdf", "txt", "danvan", "html", "database"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Seed:
    """A sound file."""

    kind: Kind
    name: str
    data: bytes


def keep(made: list[Seed], folder: Path) -> None:
    """Keep ``made`` in ``folder``, for the processes that make mutants of them."""
    for seed in made:
        (folder / seed.kind).mkdir(parents=True, exist_ok=True)
        (folder / seed.kind / seed.name).write_bytes(seed.data)


def kept(folder: Path) -> list[Seed]:
    """What was kept in ``folder``, in an order that is always the same."""
    paths = [(kind, path) for kind in KINDS for path in sorted((folder / kind).glob("*"))]
    return [Seed(kind, path.name, path.read_bytes()) for kind, path in paths]
