"""Damages clean text as document sites do that put pinyin behind characters. See `jdparse.clean.pinyin`."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jdparse

DATA = Path(jdparse.__file__).resolve().parent / "data" / "pinyin.txt"
TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")


class Injected(NamedTuple):
    """A damaged text, and for each character of the clean one its index there."""

    text: str
    places: list[int]


@cache
def _readings() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The readings of the traditional characters, and of all."""
    traditional: dict[str, list[str]] = {}
    everything: dict[str, list[str]] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines():
        reading, characters = line.split("\t")
        for character in characters.partition(",")[0]:
            traditional.setdefault(character, []).append(reading)
        for character in characters.replace(",", ""):
            everything.setdefault(character, []).append(reading)
    return traditional, everything


@cache
def listing(seed: int, share: float = 0.4) -> Mapping[str, str]:
    """The list of a site: so many of the traditional characters that have one reading, in a random order.

    None of them has bytes that occur in readings as written in GBK: what a site with such a list makes is not known.
    """
    chance = random.Random(seed)
    found = [
        (character, readings[0])
        for character, readings in _readings()[0].items()
        if len(readings) == 1 and chance.random() < share and not 0xA1 <= character.encode("gbk")[0] <= 0xBA
    ]
    chance.shuffle(found)
    return dict(found)


@cache
def toneless_listing(seed: int, share: float = 0.2) -> Mapping[str, str]:
    """The list of a site of the other kind: characters of either script, readings without their tones."""
    chance = random.Random(seed)
    single = [(character, readings[0]) for character, readings in _readings()[1].items() if len(readings) == 1]
    return {character: reading.translate(TONES) for character, reading in single if chance.random() < share}


def inject(text: str, readings: Mapping[str, str], form: str = "({})") -> Injected:
    """The text with the gloss of a list behind each character that the list has; `{}` is the reading."""
    parts: list[str] = []
    places: list[int] = []
    length = 0
    for character in text:
        gloss = form.replace("{}", readings[character]) if character in readings else ""
        parts.append(character + gloss)
        places.append(length)
        length += 1 + len(gloss)
    return Injected("".join(parts), places)


def mirror(text: str, readings: Mapping[str, str], lost: str = "?") -> str:
    """The text as such a site really treats it: byte strings of GBK replaced one after the other, wherever they begin.

    `lost` is what the decoder puts for bytes that are no character: "?" takes the byte after them too, as most do;
    U+FFFD leaves it. Characters that GBK does not have are left out.
    """
    data = text.encode("gbk", "ignore")
    for character, reading in readings.items():
        code = character.encode("gbk")
        if code in data:
            data = data.replace(code, code + f"({reading})".encode("gbk"))
    if lost == "\ufffd":
        return data.decode("gbk", "replace")
    parts: list[str] = []
    index = 0
    while index < len(data):
        size = 1 if data[index] < 0x80 else 2
        parts.append(_decoded(data[index : index + size]))
        index += size
    return "".join(parts)


def _decoded(code: bytes) -> str:
    try:
        return code.decode("gbk")
    except UnicodeDecodeError:
        return "?"
