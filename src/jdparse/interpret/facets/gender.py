"""Whether a job is for men or for women: 限男性, 男女不限."""

from jdparse.interpret.facets.reading import Reading, is_free
from jdparse.interpret.trees import Derived
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_LIMIT = r"(?:^|限招?|只招|仅招|须为|性别:?)(?P<who>男|女)(?:性|士|生)?$"


def read(reading: Reading) -> Derived | None:
    """female, male, or any where it is said not to matter."""
    return reading.asked("requirements.gender", _who)


def _who(clauses: tuple[Tracked, ...], own: bool) -> Derived | None:
    for clause in clauses:
        text = clause.text
        men, women = "男" in text, "女" in text
        if is_free(clause) and (own or "性别" in text or (men and women)):
            return Derived("any", clause)
        if own and men and women:
            return Derived("any", clause)
        if (own or men != women) and (found := compiled(_LIMIT).search(text)):
            return Derived("male" if found["who"] == "男" else "female", clause)
    return None
