"""How many people a job is for: 3人, 2-3名, 不少于4人."""

from jdparse.interpret.facets.quantities import bounds, quantities
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Tree


def read(reading: Reading) -> Tree:
    """`{min, max}` of the first number in `headcount`. 若干 is no number; 每班2人 is no number of posts."""
    for text in reading.whole("headcount"):
        # 每班2人 and 2人/班 say nothing of the whole, 男2人，女3人 only in their sum
        if "每" in text.text or "/" in text.text or text.text.startswith(("男", "女")):
            continue
        for found in quantities(text):
            if found.unit in ("", "人") and all(end is None or end == int(end) for end in (found.low, found.high)):
                return bounds(found, found)
    return {}
