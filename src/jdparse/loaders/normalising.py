"""Line breaks and characters that cannot be seen: what decoded text must lose before it is a source text."""

from jdparse.patterns import deferred

_EMOJI = "\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"

# Zero-width characters (U+200B-U+200F, U+2060-U+2064, U+FEFF), the controls of writing direction (U+202A-U+202E,
# U+2066-U+2069), soft hyphens and the C0 and C1 controls. A zero-width joiner stays where it makes one emoji of two.
_INVISIBLE = deferred(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
    f"|\u200d(?![{_EMOJI}])|(?<![{_EMOJI}])\u200d"
)
_BREAK = deferred("\r\n?|(?<!\n)\x0c|[\x0b\x85\u2028\u2029]")
_SURROGATE = deferred("[\ud800-\udfff]")
_SUSPECT = deferred("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def normalise(text: str) -> str:
    """The text with `\\n` for every line break, and without characters that cannot be seen.

    CR LF, CR, VT, FF, NEL, LS and PS become `\\n`, but for an FF at the head of a line, which ends a page and stays; other C0 and C1 controls except the tab, byte order marks,
    zero-width characters, direction controls and soft hyphens go; a lone surrogate becomes U+FFFD. Text that has none
    of these is returned as it is, after one scan. Linear; applying it twice changes nothing more.
    """
    # a quick look that is enough for most texts: of these none is printable
    if text.replace("\n", "").isprintable() or _SUSPECT.search(text) is None:
        return text
    text = _BREAK.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    return _SURROGATE.sub("\ufffd", text)
