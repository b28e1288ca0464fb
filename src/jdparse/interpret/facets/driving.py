"""The driving licence that a job asks for: C1驾驶证, 有驾照."""

from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree
from jdparse.patterns import compiled

# Classes of GA 1004, annex: A1 to C6, D to F for motor cycles.
_CLASS = r"[ABC][1-6]|[ABC](?=照|驾照|类驾)|[DEF](?![A-Za-z])"
LICENCE = (
    rf"(?P<classes>(?<![A-Za-z])(?:{_CLASS})(?:[、/或和及](?:{_CLASS}))*)?(?:证|照)?(?:型|类|级)*(?:及?以上|（含）)*(?:的|机动车|汽车|小车)*"
    rf"(?<![电叉列机]车)(?<![船艇械])(?:驾驶证|驾驶执照|驾驶资格|驾照|驾证|(?<=[ABC1-6])照)（?(?P<behind>(?:{_CLASS})(?:[、/或和及](?:{_CLASS}))*)?"
)
"""A licence for motor vehicles on roads; 叉车驾驶证 and 电车驾驶证 are certificates of another kind."""


def read(reading: Reading) -> list[Tree]:
    """Its classes, each of which will do; ["any"] where none is named; [] where no licence is asked for."""
    for clause, _ in reading.everywhere("requirements.certificates"):
        if (
            ("驾" in clause.text or "照" in clause.text)
            and (found := compiled(LICENCE).search(clause.text))
            and "无驾" not in clause.text
        ):
            group = "classes" if found["classes"] else "behind"
            if found[group] is None:
                return [Derived("any", clause[found.start() : found.end()])]
            start = found.start(group)
            classes = compiled("[A-F][1-6]?").finditer(found[group])
            return [Derived(m[0], clause[start + m.start() : start + m.end()]) for m in classes]
    return []
