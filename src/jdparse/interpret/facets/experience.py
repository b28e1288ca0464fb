"""How many years of experience a job asks for: 3-5年, 两年以上, 半年以上收银经验."""

from jdparse.interpret.facets.quantities import Quantity, bounds, quantities
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Tree
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

# What makes a number of years one of experience, where the field does not say so.
_EXPERIENCE = r"经验|经历|实践|资历|工作|从业|从事|任职|担任"
# Years that are no experience, whatever the field: how long one has driven, what did not happen in them.
_OTHER = r"驾龄|合同|服务期|年内|月内|无[^，]{0,12}(?:记录|事故)|体检|制(?:本科|大专|专科|中专)"
# Time in which one learns the job is none either, but 三年以上培训管理经验 is.
_LEARNING = r"实习|跟班|跟岗|培训|学习|试用|带教"
_DEGREE = r"(?:博士|硕士|研究生|本科|大专|专科|中专|高中)[^，\d]{0,6}$"
_BEGINS = ("", "有", "具有", "具备", "须有", "需有")
_LONGEST = 50


def read(reading: Reading) -> Tree:
    """`{min, max}` in years, months as a fraction. Of several the longest, which holds the others; of alternatives the shortest.

    One number alone (3年工作经验) is a lower bound: more experience is not refused.
    """
    return reading.asked("requirements.experience", _years) or {}


def _years(clauses: tuple[Tracked, ...], own: bool) -> dict[str, Tree] | None:
    found: list[Quantity] = []
    alternatives = False
    for clause in clauses:
        text = clause.text
        if ("年" not in text and "月" not in text) or compiled(_OTHER).search(text):
            continue
        if "经验" not in text and "经历" not in text and compiled(_LEARNING).search(text):
            continue
        said = own or compiled(_EXPERIENCE).search(text) is not None
        alternatives = alternatives or text.startswith(("或", "或者"))
        for quantity in quantities(clause):
            # 3年以上大客户销售: what begins so is experience without the word
            if not said and (quantity.high is not None or text[: quantity.at] not in _BEGINS):
                continue
            if quantity.unit == "年" and max(quantity.low or 0, quantity.high or 0) <= _LONGEST:
                found.append(quantity)
                before = text[max(0, quantity.at - 12) : quantity.at]
                alternatives = alternatives or compiled(_DEGREE).search(before) is not None
    if not found:
        return None
    best = (min if alternatives else max)(found, key=lambda q: q.low or 0)
    if best.low is None:
        best = found[0]
    return bounds(best, None if best.exact else best)
