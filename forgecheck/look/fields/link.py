"""Links, with or without their scheme; the value is the host, in lower case, never followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import Folded, Found

# Without a scheme or www a host counts by its end: top-level domains seen in messages; assumed complete enough.
_ENDS = (
    "com|cn|net|org|top|xyz|cc|vip|club|info|site|online|shop|store|wang|ink|ltd|link|me|co|tv|app|dev|io|icu|fun|pro"
    "|mobi|biz|asia|work|life|live|love|ren|group|tech|cloud|host|space|website|hk|tw|us|ly|gd|la|im|pw|ws|mn"
)
_LABEL = "[A-Za-z0-9-]{1,63}"
# Scheme, a user part (a trick: the host stands behind the @), host, rest.
_LINK = re.compile(
    r"(?<![A-Za-z0-9.@/-])(?P<scheme>https?:/{1,2})?(?P<user>[A-Za-z0-9.:_-]{1,80}@)?"
    rf"(?P<host>(?:{_LABEL}\.){{1,6}}[A-Za-z0-9]{{1,24}})(?P<rest>(?::\d{{1,5}})?(?:/[!-~]{{0,400}})?)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_NAMED = re.compile(r".*\.[a-z]{2,24}", re.IGNORECASE)
# Hosts of courts and the state also with a misread end, and whatever is written like a web site.
_BARE = re.compile(rf"www\..*|.*\.(?:{_ENDS})|.*(?:court|gov|12368).*", re.IGNORECASE)
_FILE = re.compile(r".*\.(?:pdf|docx?|jpe?g|png|ofd|zip|apk|xlsx?)", re.IGNORECASE)


def links(folded: Folded) -> Iterator[Found]:
    """Field link for each link; addresses of mail, names of files, and numbers with dots are none."""
    for match in _LINK.finditer(folded.text):
        if not _is_mail(folded.text, match) and _is_host(match["host"], bare=not match["scheme"]):
            yield Found("link", match.start(), match.end(), match["host"].lower())


def _is_host(host: str, *, bare: bool) -> bool:
    if _ADDRESS.fullmatch(host):
        return not bare
    written = _BARE.fullmatch(host) if bare else _NAMED.fullmatch(host)
    return bool(written and _NAMED.fullmatch(host) and not _FILE.fullmatch(host))


def _is_mail(text: str, match: re.Match[str]) -> bool:
    """Whether it is an address of mail, also one that goes on in the next line after its @."""
    return text.endswith("@\n", 0, match.start()) or bool(match["user"] and not match["scheme"])
