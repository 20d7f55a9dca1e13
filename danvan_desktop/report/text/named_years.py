"""Names for years in templates: {year}, {last_year} and {next_year} stand for what is computed."""

import re

_ALONE = re.compile(r"(?<![\d/])\d{4}(?!\d|/)")


def timeless(text: str, year: int) -> str:
    """Write the names for the years that go up with the report of ``year``: its own and its neighbours."""
    names = {str(year): "{year}", str(year - 1): "{last_year}", str(year + 1): "{next_year}"}
    return _ALONE.sub(lambda match: names.get(match[0], match[0]), text)


def with_years(text: str, year: int) -> str:
    """Write the years of the report of ``year`` for their names."""
    for name, number in (("{year}", year), ("{next_year}", year + 1), ("{last_year}", year - 1)):
        text = text.replace(name, str(number))
    return text
