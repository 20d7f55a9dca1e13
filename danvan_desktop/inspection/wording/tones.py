"""The two ways of placing a tone on oa, oe, uy: "hòa, ủy" and "hoà, uỷ"."""

import re

OLD_TONE = re.compile(r"[òóỏõọ][ae]\b|(?<!q)[ùúủũụ]y\b", re.IGNORECASE)
NEW_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
