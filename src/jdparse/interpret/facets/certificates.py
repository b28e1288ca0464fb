"""The certificates that a job names: 护士执业证书, 低压电工作业证, 中级会计师."""

from collections.abc import Iterator

from jdparse.interpret.facets.driving import LICENCE
from jdparse.interpret.facets.reading import Reading, is_free
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_HEAD = r"^(?:持有(?!效)|持|具有|具备|拥有|取得|获得?|考取|通过|并|且|须|需|应|必须|有效期内的?|有效的?|相应的?|有(?![效色轨机线限])|的)+"
_TAIL = r"(?:及?其?以上(?:职称)?(?:证书)?|等(?=$|级)|者|等级?证?优先|均可|之一|即可){1,4}$"
# What stands in brackets belongs to one name: 电工证（高压、低压）
_AND = r"（[^（）]{0,20}）|(?P<and>、|/|以?及(?!其?以上)|和|或者?)"
# What a certificate's name ends with; an abbreviation such as CPA or PMP does as well.
_END = r"(?:证|证书|执照|资格|职称|[师员工士])(?:（[^（）]{1,12}）)?$|证[A-Z]\d?$|.[一二三四五初中高]级$|^[A-Z][A-Z0-9-]{2,9}$|（[^（）]{1,8}）$"
_CERTIFICATE = r"[^，。；、]{1,24}?(?:证书|执照|职称|资格证(?!书)|资格$|(?<![保论验查取认签公凭实求明应忌辨用])证(?![明据实券件书]))(?:（[^（）]{1,12}）)?"
_MAY_NAME = "证|职称|执照|资格"
_NAMED = (
    r"(?:持有(?!效)|(?<![支保维坚主把])持|具有|具备|拥有|取得|获得|考取|(?<![没含])有(?!效)|有效)"
    rf"(?P<name>{_CERTIFICATE}(?:(?:、|或者?|和|及|以及){_CERTIFICATE}){{0,4}})"
)
_NOT_NAMED = r"^(?:相关|有关|相应|职业|专业|岗位|执业|技能|上岗|任职|学历|学位|毕业|身份|结婚|居住|户口|本人)*(?:技术)?(?:资格|证书|证|职称|执照|证件)+$"
_LANGUAGE = r"普通话|[英日韩法德俄]语|CET|雅思|托福"


def read(reading: Reading) -> list[Tracked]:
    """Their names, each once. Driving licences and grades of languages are facets of their own."""
    found: dict[str, Tracked] = {}
    for name in _names(reading):
        found.setdefault(name.text, name)
    return list(found.values())


def _names(reading: Reading) -> Iterator[Tracked]:
    for clause, own in reading.everywhere("requirements.certificates"):
        if own and not is_free(clause):
            yield from _cut(clause)
        elif not own and compiled(_MAY_NAME).search(clause.text):
            for found in compiled(_NAMED).finditer(clause.text):
                yield from _cut(clause[found.start("name") : found.end("name")])


def _cut(listed: Tracked) -> Iterator[Tracked]:
    text = listed.text
    start = 0
    for end, after in (*(m.span() for m in compiled(_AND).finditer(text) if m["and"]), (len(text), len(text))):
        name = _trimmed(listed.part(start, end))
        start = after
        if (
            compiled(_END).search(name.text)
            and not compiled(_NOT_NAMED).match(name.text)
            and not compiled(_LANGUAGE).search(name.text)
            and not (("驾" in name.text or "照" in name.text) and compiled(LICENCE).search(name.text))
        ):
            yield name


def _trimmed(name: Tracked) -> Tracked:
    head = compiled(_HEAD).match(name.text)
    tail = compiled(_TAIL).search(name.text)
    return name.part(head.end() if head else 0, tail.start() if tail else len(name))
