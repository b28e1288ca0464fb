"""The form of employment: 全职, 兼职, 劳务派遣."""

from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived
from jdparse.patterns import compiled

_FORMS = {
    "part_time": "兼职|非全日制|[Pp]art[- ]?[Tt]ime",
    "full_time": "全职|全日制|[Ff]ull[- ]?[Tt]ime",
    "internship": "实习|[Ii]nternship",
    "dispatch": "派遣",
    "temporary": "临时|短期|季节|[寒暑]假工|小时工|钟点工|[Tt]emporary",
    "contract": "合同",
}
_FORM = "|".join(f"(?P<{form}>{words})" for form, words in _FORMS.items())


def read(reading: Reading) -> Derived | None:
    """The form that `job_type` names; None where it names two (全职/兼职均可) or none."""
    for text in reading.whole("job_type"):
        found = {m.lastgroup: m for m in compiled(_FORM).finditer(text.text)}
        if len(found) == 1:
            ((form, match),) = found.items()
            return Derived(form or "", text[match.start() : match.end()])
    return None
