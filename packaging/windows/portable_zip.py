"""Writes the portable ZIP: portable_zip.py PAYLOAD FILE.

It holds the folder and, beside the program, ``portable.txt``, by which the program keeps its data there too.
"""

import sys
import zipfile
from pathlib import Path

MARKER = "portable.txt"
WORDS = (
    "Có tệp này thì Danvan Desktop giữ các báo cáo trong thư mục “data” nằm cạnh tệp này.\r\n"
    "Xóa tệp này thì phần mềm giữ báo cáo trong dữ liệu của người dùng Windows.\r\n"
)


def main() -> None:
    """Write the file; the same files give the same bytes."""
    payload, target = Path(sys.argv[1]), Path(sys.argv[2])
    contents = {path.relative_to(payload).as_posix(): path for path in payload.rglob("*") if path.is_file()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for inner in sorted([*contents, MARKER]):
            entry = zipfile.ZipInfo(f"{payload.name}/{inner}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = WORDS.encode() if inner == MARKER else contents[inner].read_bytes()
            archive.writestr(entry, content)


if __name__ == "__main__":
    main()
