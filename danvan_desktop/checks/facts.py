"""The facts that an office may bring up to date (``resources/checks/*.json``).

They are edited by hand: what is wrong with one is said with its place, never passed over.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from danvan_desktop.errors import UserError
from danvan_desktop.paths import resource


@contextmanager
def facts(name: str) -> Iterator[Any]:
    """Give what the file ``name`` holds; it is understood inside.

    Raises:
        UserError: the file is no JSON in UTF-8, or does not hold what is looked for inside.
    """
    path = resource("checks", name)
    try:
        yield json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise _refusal(name, f"sai dạng ở dòng {error.lineno}, cột {error.colno}") from error
    except KeyError as error:
        raise _refusal(name, f"thiếu mục “{error.args[0]}”") from error
    except UnicodeDecodeError as error:
        raise _refusal(name, "không ở bảng mã UTF-8") from error
    except (ValueError, TypeError, AttributeError, re.error) as error:
        raise _refusal(name, f"có mục không đúng dạng ({error})") from error


def _refusal(name: str, reason: str) -> UserError:
    return UserError(
        f"Tệp dùng để soát lỗi “resources/checks/{name}” {reason}; hãy sửa lại theo các mục bên cạnh, "
        "chép lại bản đã giữ, hoặc cài lại phần mềm."
    )
