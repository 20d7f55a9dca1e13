"""What every test shares: no window on a screen, no contact with the user's own data."""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report
from tests.builders.broken_reader import BrokenReader
from tests.repository import ROOT

# Some machines ask Python to keep no compiled modules. The tests start the program more than a hundred times,
# and pytest rewrites every test module: each time all of it would be compiled anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Qt reads this when its first object is made, so before any test module is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # where the platform without a screen knows no fonts of the system
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))

settings.register_profile(
    "local",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Every place where Qt, Python or the program looks for something of the user's.
_USER_PLACES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a place for a home, another one each time; pytest's own numbering looks at all there are."""
    folder = tmp_path_factory.mktemp("users")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def user_places(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, so that none touches what belongs to the user."""
    home = next(homes)
    home.mkdir()
    for name in _USER_PLACES:
        place = home / name.lower()
        place.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(place))
    return home


@pytest.fixture
def resources() -> Path:
    """Return the folder of outlines, icons and samples in this repository."""
    return ROOT / "resources"


@pytest.fixture
def sample(resources: Path) -> Report:
    """Return the built-in sample report."""
    return from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    """Return the system's fonts; there is nothing to set or measure where there are none."""
    try:
        return find_fonts()
    except UserError as error:
        pytest.skip(f"no font to set with: {error}")


@pytest.fixture(scope="session")
def real_samples() -> Path:
    """Return the folder of real reports, which is not part of the repository; skip where it is absent."""
    root = ROOT
    folder = Path(os.environ.get("DANVAN_SAMPLES", root.parent / "shared" / "samples"))
    if not folder.is_dir():
        pytest.skip(f"DANVAN_SAMPLES names no folder of real reports ({folder})")
    return folder


@pytest.fixture
def broken_reader(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> BrokenReader:
    """Return what makes the processes that read files misbehave."""
    return BrokenReader(tmp_path_factory.mktemp("reader"), monkeypatch)
