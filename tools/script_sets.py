"""Write src/jdparse/data/script.txt, the character sets by which `jdparse.clean.script` tells the scripts apart.

    python tools/script_sets.py            write the file
    python tools/script_sets.py --check    exit with 1 if it is not what the installed OpenCC gives

The file has three lines: traditional-only characters, their simplified forms in the same order, simplified-only
characters. All come from OpenCC's dictionaries and from two national character sets that Python has codecs for:

- traditional-only: `TSCharacters` changes it, it is not in GB 2312 (the set of simplified text: 乾 徵 摺 醣 are there),
  and `TSCharacters` does not list it among its own simplified forms, which it does for the characters that mainland
  names and terms have kept (昇 祕 陞 釐; 通用规范汉字表 of 2013, appendix 1). Of GB 2312, `ALSO_TRADITIONAL` count
  nevertheless. 著 藉 瞭 and 覆 are not changed by `TSCharacters` and so never enter.
- simplified-only: `STCharacters` changes it, it is in GB 2312 but not in Big5 (the set of traditional text: 后 里 干 面
  台 只 松 余 are there), no traditional form of it is the character itself (准 范 历), and `TSCharacters` does not have
  it (麽).
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import opencc

import data_table

TARGET = Path(__file__).resolve().parent.parent / "src" / "jdparse" / "data" / "script.txt"

ALSO_TRADITIONAL = "後於"
"""In GB 2312 for surnames (後) and old names (於) alone, and among the commonest characters of traditional text."""


def entries(name: str) -> dict[str, list[str]]:
    """A dictionary of the installed OpenCC, such as `TSCharacters`: key to values, the preferred one first.

    The wheel ships compiled dictionaries only (.ocd2), and the program that turns them into text.
    Raises FileNotFoundError where the wheel has no such program.
    """
    root = Path(opencc.__file__).resolve().parent / "clib"
    program = next((path for path in (root / "bin").glob("opencc_dict*")), root / "bin" / "opencc_dict")
    source = root / "share" / "opencc" / f"{name}.ocd2"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "entries.txt"
        command: list[str | Path] = [program, "-i", source, "-o", target, "-f", "ocd2", "-t", "text"]
        subprocess.run(command, check=True, capture_output=True)
        lines = target.read_text(encoding="utf-8").splitlines()
    return {key: values.split(" ") for key, _, values in (line.partition("\t") for line in lines)}


def encodable(character: str, charset: str) -> bool:
    """Whether a character set has the character."""
    return bool(character.encode(charset, "ignore"))


def rendered() -> str:
    """The text of the file."""
    to_simplified = entries("TSCharacters")
    traditional = {
        key: values[0]
        for key, values in sorted(to_simplified.items())
        if key in ALSO_TRADITIONAL or (key not in values and not encodable(key, "gb2312"))
    }
    simplified = "".join(
        key
        for key, values in sorted(entries("STCharacters").items())
        if key not in values and key not in to_simplified and encodable(key, "gb2312") and not encodable(key, "big5")
    )
    return "\n".join(("".join(traditional), "".join(traditional.values()), simplified, ""))


if __name__ == "__main__":
    sys.exit(data_table.main(TARGET, rendered(), "opencc", sys.argv))
