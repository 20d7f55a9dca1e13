"""What can be said of the Windows build without Windows; every broken rule is a line, and the exit code 1.

static_check.py                  the sources: spec, manifest, setup, locks, resources (part of `make test`)
static_check.py DIST             the frozen folder too (needs pefile)
static_check.py DIST --unsigned  only lists its programs and libraries without a signature, to sign them
"""

import argparse
import ast
import re
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

MAX_BYTES, MAX_FILES, MAX_PATH = 75_000_000, 130, 110
MAX_PACKAGES = {"-setup.exe": 27_000_000, "-portable.zip": 35_000_000, ".msi": 36_000_000}

_FORBIDDEN_CHARACTER = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_MACHINE = re.compile(r"/root\b|/work/|/home/|[A-Z]:\\\\?Users|https?://(?!schemas\.microsoft\.com/)")
_NOT_SHIPPED = re.compile(
    r"Qt6?(Network|Qml|Quick|OpenGL)|opengl32sw|d3dcompiler|lib(crypto|ssl)-|_ssl\.|isoschematron|docx/templates"
    r"|lxml/(html|objectify|sax)|translations/",
    re.IGNORECASE,
)
# Part of every Windows 10.
_SYSTEM = """
advapi32 authz bcrypt cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dnsapi dwmapi
dwrite dxgi gdi32 imm32 iphlpapi kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32 pathcch
powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore
user32 userenv usp10 uxtheme version winmm winspool ws2_32 wtsapi32
"""


# -------------------------------------------------------------------------------- the sources


def package_version() -> str:
    """Return the version that the package says."""
    source = (ROOT / "danvan_desktop" / "__init__.py").read_text(encoding="utf-8")
    return str(re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)[1])  # type: ignore[index]  # it is there


def check_locks() -> Iterator[str]:
    """Every requirement is pinned and hashed; what is shipped is named among the third-party software."""
    for path in (ROOT / "requirements.lock", HERE / "tools.lock"):
        entries = re.split(r"\n(?=\w)", re.sub(r"(?m)^#.*\n", "", path.read_text(encoding="utf-8")).strip())
        for entry in entries:
            name = entry.split(maxsplit=1)[0]
            if not re.match(r"[\w.-]+==\S+", entry) or "--hash=sha256:" not in entry:
                yield f"{path.name}: {name} is not pinned with a hash"
    locked = set(re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8")))
    named = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8").lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.split(r"[^\w.-]", requirement)[0].lower()
        if name not in locked:
            yield f"requirements.lock: lacks {name}"
        if name not in named:
            yield f"THIRD-PARTY.md: lacks {name}"


def check_spec() -> Iterator[str]:
    """build.spec leaves out what is not needed and gives the programs their manifest and version."""
    text = (ROOT / "build.spec").read_text(encoding="utf-8")
    assigned = {
        node.targets[0].id: node.value
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    excluded = ast.literal_eval(assigned["EXCLUDED_MODULES"])
    if excluded != sorted(excluded):
        yield "build.spec: EXCLUDED_MODULES is not in order"
    for name in {"PySide6.QtNetwork", "_ssl", "lxml.html", "lxml.isoschematron", "lxml.objectify"} - {
        *excluded
    }:
        yield f"build.spec: {name} is not excluded"
    for needed in ("version=version_resource(", "manifest=str(MANIFEST)", "icon=str(ICON)", "upx=False"):
        if needed not in text:
            yield f"build.spec: lacks {needed}"


def check_manifest() -> Iterator[str]:
    """Sharp on every screen, paths of any length, no question for an administrator."""
    tree = ET.parse(HERE / "danvan-desktop.manifest")  # noqa: S314  our own file
    said = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in tree.iter()}
    for name, value in {"dpiAwareness": "PerMonitorV2", "longPathAware": "true"}.items():
        if said.get(name) != value:
            yield f"danvan-desktop.manifest: {name} is not {value}"
    if not any(element.get("level") == "asInvoker" for element in tree.iter()):
        yield "danvan-desktop.manifest: does not run as the invoker"


def check_icon() -> Iterator[str]:
    """The .ico has the sizes that Windows shows."""
    content = (ROOT / "resources" / "icons" / "danvan-desktop.ico").read_bytes()
    _, _, number = struct.unpack_from("<HHH", content)
    sizes = {content[6 + 16 * entry] or 256 for entry in range(number)}
    if missing := {16, 24, 32, 48, 256} - sizes:
        yield f"danvan-desktop.ico: lacks the sizes {sorted(missing)}"


def setup_code() -> str:
    """Return the setup's script without its comments."""
    text = (HERE / "installer.nsi").read_text(encoding="utf-8")
    return "\n".join(line.partition("; ")[0] for line in text.splitlines())


def check_setup() -> Iterator[str]:
    """The setup needs no administrator and keeps to the user's part of the registry and to its own folder."""
    code = setup_code()
    paths = (ROOT / "danvan_desktop" / "paths.py").read_text(encoding="utf-8")
    if "RequestExecutionLevel user" not in code:
        yield "installer.nsi: asks for an administrator"
    for root in set(re.findall(r"\bHK(?!CU\b)\w+|\bSHCTX\b", code)):
        yield f"installer.nsi: writes to {root}"
    folder = re.search(r'DATA_FOLDER_NAME = "(.+)"', paths)
    if folder is None or f"$LOCALAPPDATA\\{folder[1]}" not in code:
        yield "installer.nsi: does not name the data folder of danvan_desktop/paths.py"
    if re.search(r"(RMDir|Delete)[^\n]*(LOCALAPPDATA|\$\{DATA\})", code):
        yield "installer.nsi: removes from the user's data"


def check_exit_codes() -> Iterator[str]:
    """Every exit code of the setup has a name, and a word at the script's top."""
    code = setup_code()
    head = (HERE / "installer.nsi").read_text(encoding="utf-8").partition("!define")[0]
    for name, number in re.findall(r"!define (CODE_\w+) (\d+)", code):
        if not re.search(rf"\b{number} \w", head):
            yield f"installer.nsi: exit code {number} ({name}) is not documented at its top"
    for used in set(re.findall(r"SetErrorLevel (\S+)", code)) - {"${code}"}:
        if not used.startswith("${CODE_"):
            yield f"installer.nsi: exit code {used} has no name"


def check_setup_and_msi() -> Iterator[str]:
    """Setup and MSI agree."""
    code, msi = setup_code(), (HERE / "msi.py").read_text(encoding="utf-8")
    for define, pattern in {
        "OLDEST_BUILD": r"OLDEST_BUILD = (\d+)",
        "PROGID": r'PROGID = "(.+)"',
        "PROGRAM": r'PROGRAM = "(.+)"',
    }.items():
        here, there = re.search(rf'!define {define} "?([^\s"]+)', code), re.search(pattern, msi)
        if here is None or there is None or here[1] != there[1]:
            yield f"installer.nsi and msi.py differ in {define}"


def check_resources() -> Iterator[str]:
    """Windows can hold every shipped file under its name."""
    inner = [f"_internal/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "resources").rglob("*")]
    yield from check_names(inner)


def check_names(inner: Iterable[str]) -> Iterator[str]:
    """No path is too long, no name is reserved, no two differ by case alone."""
    seen: dict[str, str] = {}
    for path in inner:
        if len(path) > MAX_PATH:
            yield f"{path}: {len(path)} characters of {MAX_PATH}"
        for name in path.split("/"):
            if _FORBIDDEN_CHARACTER.search(name) or _RESERVED.match(name):
                yield f"{path}: Windows forbids the name {name}"
        if (other := seen.setdefault(path.lower(), path)) != path:
            yield f"{path}: Windows takes it for {other}"


def check_scripts() -> Iterator[str]:
    """Scripts are in bash's grammar, and no source names a machine's folder or a registry."""
    for path in sorted(HERE.glob("*.sh")):
        if subprocess.run(["bash", "-n", path], check=False).returncode:
            yield f"{path.name}: bash cannot read it"
    for path in [ROOT / "build.spec", *sorted(HERE.iterdir())]:
        if path.is_file() and path.suffix != ".md" and path != Path(__file__):
            for found in _MACHINE.findall(path.read_text(encoding="utf-8")):
                yield f"{path.name}: names {found}"


def check_sources() -> Iterator[str]:
    """Check all that needs no frozen folder."""
    yield from check_locks()
    yield from check_spec()
    yield from check_manifest()
    yield from check_icon()
    yield from check_setup()
    yield from check_exit_codes()
    yield from check_setup_and_msi()
    yield from check_resources()
    yield from check_scripts()


# -------------------------------------------------------------------------------- the frozen folder


def inner_files(dist: Path) -> list[str]:
    """Return the files below ``dist`` as paths from there."""
    return sorted(path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file())


def check_size(dist: Path) -> Iterator[str]:
    """The folder is small, and Windows can hold its names."""
    files = inner_files(dist)
    size = sum((dist / name).stat().st_size for name in files)
    print(f"{dist.name}: {size / 1e6:.1f} MB, {len(files)} files, longest path {max(map(len, files))}")
    if size > MAX_BYTES:
        yield f"{dist.name}: {size / 1e6:.1f} MB of {MAX_BYTES / 1e6:.0f}"
    if len(files) > MAX_FILES:
        yield f"{dist.name}: {len(files)} files of {MAX_FILES}"
    yield from check_names(files)
    for name in files:
        if _NOT_SHIPPED.search(name):
            yield f"{name}: is not needed"
    for name in ("LICENSE.txt", "THIRD-PARTY.md", "LGPL-3.0.txt", "GPL-3.0.txt", "python.txt"):
        if f"licences/{name}" not in files:
            yield f"licences/{name}: is missing"


def check_programs(dist: Path) -> Iterator[str]:
    """Both programs say the package's version, and carry manifest and icon."""
    import pefile

    for name in ("danvan-desktop.exe", "danvan-desktop-cli.exe"):
        with pefile.PE(dist / name) as program:
            strings = {
                key.decode(): value.decode()
                for info in program.FileInfo[0]
                if info.Key == b"StringFileInfo"
                for table in info.StringTable
                for key, value in table.entries.items()
            }
            fixed = program.VS_FIXEDFILEINFO[0]
            numbers = (fixed.FileVersionMS >> 16, fixed.FileVersionMS & 0xFFFF, fixed.FileVersionLS >> 16)
            kinds = {entry.id: entry for entry in program.DIRECTORY_ENTRY_RESOURCE.entries}
            manifest = b""
            if entry := kinds.get(pefile.RESOURCE_TYPE["RT_MANIFEST"]):
                place = entry.directory.entries[0].directory.entries[0].data.struct
                manifest = program.get_data(place.OffsetToData, place.Size)
        if not strings.get("FileVersion") == package_version() == ".".join(map(str, numbers)):
            yield f"{name}: FileVersion is {strings.get('FileVersion')}, {numbers}, not {package_version()}"
        if pefile.RESOURCE_TYPE["RT_GROUP_ICON"] not in kinds:
            yield f"{name}: has no icon"
        for word in (b"PerMonitorV2", b"longPathAware"):
            if word not in manifest:
                yield f"{name}: its manifest lacks {word.decode()}"


def is_code(name: str) -> bool:
    """Tell whether a file is a program or a library."""
    return name.lower().endswith((".exe", ".dll", ".pyd"))


def imports(path: Path) -> set[str]:
    """Return the names of the libraries that ``path`` loads at its start or when they are first needed."""
    import pefile

    with pefile.PE(path, fast_load=True) as code:
        kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        code.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        entries = [
            *getattr(code, "DIRECTORY_ENTRY_IMPORT", []),
            *getattr(code, "DIRECTORY_ENTRY_DELAY_IMPORT", []),
        ]
    return {entry.dll.decode().lower() for entry in entries}


def check_imports(dist: Path) -> Iterator[str]:
    """Every library is loaded by something, and all that is loaded is there or part of Windows."""
    code = [name for name in inner_files(dist) if is_code(name)]
    there: dict[str, str] = {}
    for name in code:
        base = name.rpartition("/")[2].lower()
        if base.endswith(".dll") and there.setdefault(base, name) != name:
            yield f"{name}: is there twice, {there[base]}"
    wanted: set[str] = {"pdfium.dll"}  # by pypdfium2, through ctypes
    for name in code:
        needed = imports(dist / name)
        wanted |= needed
        for library in sorted(needed - there.keys()):
            stem = library.rpartition(".")[0]
            if stem not in _SYSTEM.split() and not stem.startswith(("api-ms-win-", "ext-ms-win-")):
                yield f"{name}: needs {library}, which is not there"
    for base, name in there.items():
        if base not in wanted and "/plugins/" not in name and base != "python3.dll":
            yield f"{name}: nobody loads it"


def unsigned(dist: Path) -> list[Path]:
    """Return the programs and libraries without a signature; Smart App Control would stop them."""
    import pefile

    found = []
    for name in inner_files(dist):
        if is_code(name):
            with pefile.PE(dist / name, fast_load=True) as code:
                security = pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_SECURITY"]
                if not code.OPTIONAL_HEADER.DATA_DIRECTORY[security].Size:
                    found.append(dist / name)
    return found


def check_packages(folder: Path) -> Iterator[str]:
    """Setup, portable ZIP and MSI, where they are made already, are small enough."""
    for ending, limit in MAX_PACKAGES.items():
        for path in folder.glob(f"*{ending}"):
            size = path.stat().st_size
            print(f"{path.name}: {size / 1e6:.1f} MB")
            if size > limit:
                yield f"{path.name}: {size / 1e6:.1f} MB of {limit / 1e6:.0f}"


def main() -> int:
    """Check what is asked for; the answer is the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("dist", type=Path, nargs="?")
    parser.add_argument("--unsigned", action="store_true")
    arguments = parser.parse_args()
    dist: Path | None = arguments.dist
    if dist and arguments.unsigned:
        print(*unsigned(dist), sep="\n")
        return 0
    broken = [*check_sources()]
    if dist:
        broken += [
            *check_size(dist),
            *check_programs(dist),
            *check_imports(dist),
            *check_packages(dist.parent),
        ]
    print(*broken, sep="\n", file=sys.stderr, end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
