"""Write src/jdparse/data/pinyin.txt, the readings by which `jdparse.clean.pinyin` knows injected pinyin.

    python tools/pinyin_table.py            write the file
    python tools/pinyin_table.py --check    exit with 1 if it is not what the installed pypinyin and OpenCC give

A line has a reading with its tone mark, a tab, the traditional characters that have it, a comma, and the other
characters that have it. Readings are those of pypinyin's dictionary of characters (the pinyin-data project; both MIT),
all of a character's, because a site gives the one it has and not the one that the context asks for.

- traditional: GBK has it, and OpenCC's `TSCharacters` changes it. That is more than `script.txt` has: 乾 and 徵 count,
  which both scripts use, because a site that annotates them took them for traditional.
- other: GB 2312 has it. The texts that are damaged come from GBK, and rarer characters do not occur in them.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

import data_table
import script_sets

TARGET = Path(__file__).resolve().parent.parent / "src" / "jdparse" / "data" / "pinyin.txt"

SYLLABLE = re.compile("[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+")
"""A reading that is written with a vowel; interjections such as 嗯 (ǹg) and 誒 (ê̄) have others as well."""


def rendered() -> str:
    """The text of the file."""
    simplified = script_sets.entries("TSCharacters")
    traditional: dict[str, str] = defaultdict(str)
    others: dict[str, str] = defaultdict(str)
    for code, readings in sorted(pinyin_dict.items()):
        character = chr(code)
        for reading in sorted(set(filter(SYLLABLE.fullmatch, readings.split(",")))):
            if simplified.get(character, [character])[0] != character:
                if script_sets.encodable(character, "gbk"):
                    traditional[reading] += character
            elif script_sets.encodable(character, "gb2312"):
                others[reading] += character
    return "".join(f"{key}\t{traditional[key]},{others[key]}\n" for key in sorted({*traditional, *others}))


if __name__ == "__main__":
    sys.exit(data_table.main(TARGET, rendered(), "pypinyin", sys.argv))
