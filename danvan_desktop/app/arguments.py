"""The command line: argparse's parsers, help pages and usage errors, all in Vietnamese."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, NoReturn

from danvan_desktop import __version__
from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.paths import default_data_dir

PROGRAM = "danvan-desktop"
Command = Literal["window", "convert", "check", "inspect", "takeback", "selftest"]

_USAGE = f"""{PROGRAM} [TỆP …]
           {PROGRAM} convert TỆP_VÀO TỆP_RA [TỆP_RA …] [--force]
           {PROGRAM} check TỆP_VÀO [--json] [--level all]
           {PROGRAM} inspect TỆP [--json]
           {PROGRAM} takeback BẢN_GỐC TỆP_NHẬN_LẠI [TỆP_RA] [--accept …] [--ours TỆP] [--json]
           {PROGRAM} --selftest"""
_DESCRIPTION = f"""Soạn báo cáo công tác dân vận, xuất Word và PDF theo thể thức Nghị định 30/2020/NĐ-CP.

Không có lệnh: mở cửa sổ soạn thảo (và các tệp kèm theo, nếu có).
  convert   chuyển tệp .docx .pdf .txt .danvan sang dạng khác: ghi đủ các tệp hoặc không ghi tệp nào
  check     nêu những chỗ cần sửa trong báo cáo, cả lỗi gõ; mã thoát 1 khi có chỗ sai hoặc nghi sai
  inspect   đo tệp Word hoặc PDF đã xuất theo Nghị định 30/2020/NĐ-CP; mã thoát 1 khi có mục không đúng
  takeback  so tệp Word nhận lại với bản đã gửi đi, kê từng chỗ sửa, đưa chỗ được nhận vào báo cáo
Trên Windows gõ {PROGRAM}-cli thay cho {PROGRAM}: phần mềm có cửa sổ không in được gì
ra cmd và PowerShell.
"""


@frozen
class Arguments:
    """The parsed command line: one command with what it needs."""

    command: Command
    data_dir: Path
    files: tuple[Path, ...] = ()
    """The window's files to open, or the one file that a command reads."""
    outputs: tuple[Path, ...] = ()
    force: bool = False
    as_json: bool = False
    all_levels: bool = False
    """"check" also lists what is only doubtful."""
    ours: Path | None = None
    """The report as it stands, where it is not the one that went out."""
    accept: str = "all"
    """Which changes are taken: "all", "none", "1,4-7"."""
    platform: str | None = None
    """The screen that Qt is told to use, where one is named."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """argparse's help page with a Vietnamese word before the usage line."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """An argument parser without a word of English: usage errors become a :class:`UserError`."""

    def __init__(self, usage: str, description: str) -> None:
        super().__init__(
            prog=PROGRAM,
            usage=usage,
            description=description,
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        self.values = self.add_argument_group("Tham số")
        self.options = self.add_argument_group("Tùy chọn")
        self.options.add_argument("-h", "--help", action="help", help="hiện trang này rồi thoát")
        self.options.add_argument(
            "--data-dir",
            metavar="THƯ_MỤC",
            type=Path,
            default=argparse.SUPPRESS,
            help="nơi giữ các báo cáo đang soạn (mặc định: nơi Windows hay Linux giữ dữ liệu của phần mềm)",
        )
        # Qt's own word for a screen to draw on; under wine its environment variable does not arrive.
        self.options.add_argument("-platform", default=argparse.SUPPRESS, help=argparse.SUPPRESS)

    def error(self, message: str) -> NoReturn:
        """Raise ``message``, argparse's own in English, in Vietnamese."""
        raise UserError(f"{_vietnamese(message)} Gõ “{PROGRAM} --help” để xem cách dùng.")


# Not by gettext, which argparse asks for its texts: gettext takes the language from the environment (none
# where LANG is C), and argparse fixes where the option stands in the sentence. Each of these is tested.
_MESSAGES = (
    (r"the following arguments are required: (.+)", "Dòng lệnh còn thiếu {}."),
    (r"unrecognized arguments: (.+)", "Không hiểu “{}” trên dòng lệnh."),
    (r"argument (\S+): expected .*argument", "Sau {} phải có một giá trị."),
    (r"argument (\S+): invalid choice: '(.+?)'", "Sau {} không ghi được “{}”."),
    (r"argument (\S+): ignored explicit argument", "Không ghi giá trị sau {}."),
)


def _vietnamese(message: str) -> str:
    for pattern, text in _MESSAGES:
        if found := re.match(pattern, message):
            return text.format(*found.groups())
    return "Dòng lệnh viết chưa đúng."


def parse(words: Sequence[str]) -> Arguments:
    """Parse the words of the command line.

    Raises:
        UserError: they make no command; the message says what is wrong.
        SystemExit: help or the version was asked for and is on stdout.
    """
    if not words:  # by the icon: argparse would ask for translations first, three milliseconds
        return Arguments("window", default_data_dir())
    found = argparse.Namespace(data_dir=default_data_dir(), files=[], outputs=[], platform=None)
    _main_parser().parse_args(words, found)
    command: Command = "window"
    rest = found.words
    if found.selftest:
        command = "selftest"
        _selftest_parser().parse_args(rest, found)
    elif rest and rest[0] in _PARSERS:
        command, *rest = rest
        _PARSERS[command]().parse_args(rest, found)
    else:
        _window_parser().parse_args(rest, found)
    return Arguments(
        command=command,
        data_dir=found.data_dir,
        files=(*found.files, *([found.edited] if command == "takeback" else [])),
        outputs=tuple(found.outputs),
        force=getattr(found, "force", False),
        as_json=getattr(found, "as_json", False),
        all_levels=getattr(found, "level", "") == "all",
        ours=getattr(found, "ours", None),
        accept=getattr(found, "accept", "all"),
        platform=found.platform,
    )


def _main_parser() -> _Parser:
    parser = _Parser(_USAGE, _DESCRIPTION)
    version = f"Danvan Desktop {__version__}"
    parser.options.add_argument(
        "--version", action="version", version=version, help="hiện số phiên bản rồi thoát"
    )
    parser.options.add_argument(
        "--selftest",
        action="store_true",
        help="tự kiểm tra: soạn, lưu, mở lại, xuất báo cáo mẫu trong một thư mục tạm",
    )
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _window_parser() -> _Parser:
    parser = _Parser(_USAGE, _DESCRIPTION)
    parser.values.add_argument("files", metavar="TỆP", nargs="*", type=Path)
    return parser


def _selftest_parser() -> _Parser:
    return _Parser(f"{PROGRAM} --selftest", _DESCRIPTION)


def _convert_parser() -> _Parser:
    parser = _Parser(
        f"{PROGRAM} convert TỆP_VÀO TỆP_RA [TỆP_RA …] [--force]",
        "Chuyển một báo cáo thành các tệp khác, theo đuôi tệp. Ghi đủ các tệp hoặc không ghi tệp nào.",
    )
    parser.values.add_argument(
        "files", metavar="TỆP_VÀO", nargs=1, type=Path, help="tệp .docx, .pdf, .txt hoặc .danvan"
    )
    parser.values.add_argument(
        "outputs", metavar="TỆP_RA", nargs="+", type=Path, help="tệp .docx, .pdf, .danvan hoặc .txt"
    )
    parser.options.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    return parser


def _check_parser() -> _Parser:
    parser = _reading_parser(
        "check",
        "TỆP_VÀO",
        "Nêu những chỗ cần sửa, mỗi chỗ một dòng. Tìm được khoảng 8-9 trong 10 lỗi gõ ở câu chữ thường gặp "
        "trong báo cáo, 7-8 trong 10 ở lời văn tự do; không biết tên riêng, "
        "số liệu, từ còn thiếu đúng hay sai.",
        " [--level all]",
    )
    parser.options.add_argument(
        "--level", metavar="all", choices=["all"], help="nêu cả những chỗ chỉ nên xem lại"
    )
    return parser


def _inspect_parser() -> _Parser:
    return _reading_parser(
        "inspect", "TỆP", "Đo tệp Word hoặc PDF đã xuất theo Nghị định 30/2020/NĐ-CP, mỗi quy định một mục."
    )


def _takeback_parser() -> _Parser:
    parser = _Parser(
        f"{PROGRAM} takeback BẢN_GỐC TỆP_NHẬN_LẠI [TỆP_RA] [--accept …] [--ours TỆP] [--json] [--force]",
        "So một tệp Word được sửa rồi gửi lại với bản đã gửi đi; kê từng chỗ sửa. Có TỆP_RA thì ghi\n"
        "báo cáo với những chỗ được nhận.",
    )
    parser.values.add_argument(
        "files", metavar="BẢN_GỐC", nargs=1, type=Path, help="báo cáo .danvan hoặc tệp .docx đã gửi đi"
    )
    parser.values.add_argument("edited", metavar="TỆP_NHẬN_LẠI", type=Path, help="tệp .docx nhận lại")
    # Without a default argparse names it among what is missing.
    parser.values.add_argument(
        "outputs", metavar="TỆP_RA", nargs="*", type=Path, default=[], help="tệp .danvan để ghi"
    )
    parser.options.add_argument("--ours", metavar="TỆP", type=Path, help="báo cáo .danvan đang soạn")
    parser.options.add_argument(
        "--accept",
        metavar="SỐ",
        default="all",
        help="chỗ được nhận: all (tất cả), none (không chỗ nào) hoặc các số, ví dụ 1,4-7 (mặc định: all)",
    )
    parser.options.add_argument("--json", action="store_true", dest="as_json", help="in kết quả dạng JSON")
    parser.options.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    return parser


def _reading_parser(command: str, name: str, description: str, more: str = "") -> _Parser:
    parser = _Parser(f"{PROGRAM} {command} {name} [--json]{more}", description)
    parser.values.add_argument("files", metavar=name, nargs=1, type=Path, help="tệp cần xem")
    parser.options.add_argument("--json", action="store_true", dest="as_json", help="in kết quả dạng JSON")
    return parser


_PARSERS: dict[Command, Callable[[], _Parser]] = {
    "convert": _convert_parser,
    "check": _check_parser,
    "inspect": _inspect_parser,
    "takeback": _takeback_parser,
}
