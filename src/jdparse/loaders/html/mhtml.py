"""Web archives: a page and its parts in one MIME message (RFC 2557), as browsers save them."""

import re
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from jdparse.errors import UnreadableInput
from jdparse.patterns import deferred

_HEAD = deferred(
    rb"\s*(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*+)*?(?:mime-version|content-type):", re.IGNORECASE
)


class Page(NamedTuple):
    """The page of an archive: its bytes, the character set and the address that the headers name."""

    data: bytes
    charset: str | None
    address: str | None


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a MIME message."""
    return _HEAD.match(data, 0, 1 << 16) is not None


def page(data: bytes) -> Page:
    """The first HTML part of an archive. Raises UnreadableInput when it has none."""
    message = message_from_bytes(data.lstrip())
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                address = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
                return Page(payload, _charset(part), address)
    raise UnreadableInput("the web archive has no page in it")


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError):
        return None


def _header(part: Message, name: str) -> str | None:
    value = str(part.get(name) or "").strip()
    return value if re.match(r"https?://[!-~]+$", value) else None
