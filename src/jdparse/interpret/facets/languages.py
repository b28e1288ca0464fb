"""The languages that a job asks for, with their level: 英语六级, 日语N2, 粤语流利."""

import re
from collections.abc import Iterator

from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_CODES = {
    "en": "英语 英文 English", "ja": "日语 日文 Japanese", "ko": "韩语 韩文 朝鲜语 Korean", "fr": "法语 法文 French", "de": "德语 德文 German", "ru": "俄语 俄文",
    "es": "西班牙语 西班牙文 西语", "pt": "葡萄牙语 葡语 葡文", "it": "意大利语 意语", "ar": "阿拉伯语", "th": "泰语 泰文",
    "vi": "越南语 越语 越文", "id": "印尼语 印度尼西亚语 印尼文", "ms": "马来语 马来文", "my": "缅甸语 缅语", "lo": "老挝语", "km": "柬埔寨语 高棉语",
    "hi": "印地语", "tr": "土耳其语", "pl": "波兰语", "nl": "荷兰语", "mn": "蒙古语 蒙语", "bo": "藏语", "ug": "维吾尔语 维语", "kk": "哈萨克语",
    "cmn": "普通话 国语 Mandarin", "yue": "粤语 Cantonese 广东话 白话", "nan": "闽南语 闽南话 台语 潮汕话", "hak": "客家话 客语", "wuu": "上海话",
}  # fmt: skip
"""Names by ISO 639 code: of two letters, for a Chinese language of three."""
_CODE_OF = {name: code for code, names in _CODES.items() for name in names.split()}
_NAME = rf"(?:{'|'.join(sorted(_CODE_OF, key=len, reverse=True)).replace('国语', '(?<!中)国语(?!言)')})"

# What every name of a language or of its examinations holds one of: a look that spares most clauses the expressions.
_MAY_NAME = frozenset("语文话雅托CcTIJn")

# Examinations, with the language that each is of. A numeral stands for the grade.
_EXAMS: tuple[tuple[str, str | None, str], ...] = (
    ("TEM-{}", "en", r"专业?(?P<grade>[四八48])级?(?!分)|TEM[- ]?(?P<grade2>[48])"),
    ("TOPIK {}", "ko", r"TOPIK[- ]?(?P<grade>[1-6一二三四五六])级?|(?P<grade2>[1-6一二三四五六])级"),
    ("CET-{}", "en", r"(?:CET|cet)[- ]?(?P<grade>[46])|(?<![专\d业])(?P<grade2>[四六46])(?:[、/或和][六6])?级"),
    ("N{}", "ja", r"(?:JLPT)?[- ]?N(?P<grade>[1-5])(?!\d)|(?P<grade2>[一二12])级"),
    ("IELTS {}", "en", r"(?:雅思|IELTS)(?:成绩|总分)?[- ]?(?P<grade>[4-9](?:\.[05])?)"),
    ("TOEFL {}", "en", r"(?:托福|TOEFL)(?:成绩|总分)?[- ]?(?P<grade>\d{2,3})"),
    ("TOEIC {}", "en", r"(?:托业|TOEIC)(?:成绩|总分)?[- ]?(?P<grade>\d{3})"),
    ("{}", "cmn", r"(?P<grade>[一二三][级]?[甲乙])等?"),
    ("{}", None, r"(?<![A-Z0-9])(?P<grade>[ABC][12])(?!\d)"),
)
# Examinations whose own name tells the language.
_ALONE = r"CET|cet|TEM[- ]?[48]|雅思|IELTS|托福|TOEFL|托业|TOEIC|TOPIK|JLPT"
_WORDS = (
    "精通|流利|流畅|熟练|娴熟|优秀|良好|标准|中等|较好|清楚|清晰|纯正|一般|略懂|基础|简单|日常|[Ff]luent|[Pp]roficient"
)
_ASKED = r"能|会|懂|听|说|读|写|口语|书面|阅读|沟通|交流|翻译|表达|水平|会话"
_STUDIED = r"专业(?=$|[、或及和/]|毕业|本科|大专|专科|硕士|优先|背景|方向|者|类|出身)"
_NO_LANGUAGE = rf"^(?:{_STUDIED}|系|老师|教师|教学|课|类|培训|书籍|文学)"
_AND = r"^(?:、|及|和|或者?|与|/|兼|或是)$"
_DIGITS = str.maketrans("一二三四五六八", "1234568")


def read(reading: Reading) -> list[Tree]:
    """`{language, level}` for each, once: the examination (CET-6, N2, TOEFL 95) or, where there is none, the word for the level."""
    found: dict[str, tuple[Derived, Derived | None]] = {}
    for clause, own in reading.everywhere("requirements.languages"):
        if not own and _MAY_NAME.isdisjoint(clause.text):
            continue
        if compiled(rf"{_NAME}|{_ALONE}").search(clause.text) is None:
            if own and found:
                # 英文听说读写流利，四级以上: the grade is of the language before
                code, (language, level) = next(reversed(found.items()))
                found[code] = language, level or _level(clause, code)
                continue
            if not own:
                continue
        for language, level in _of(clause, own):
            code = str(language.value)
            before = found.get(code)
            found[code] = (language, level) if before is None else (before[0], before[1] or level)
    return [{"language": language, "level": level} for language, level in found.values()]


def _of(clause: Tracked, own: bool) -> Iterator[tuple[Derived, Derived | None]]:
    """The languages of a clause. Those of an enumeration share the level that stands behind it, or before."""
    text = clause.text
    names = list(compiled(_NAME).finditer(text))
    if not names:
        yield from _alone(clause, own)
        return
    if not own and compiled(_STUDIED).search(text):
        return
    asked = own or compiled(_ASKED).search(text) is not None
    groups = list(_groups(text, names))
    start = 0
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        end = group[-1].end()
        before, after = clause[start : group[0].start()], clause[end : following[0].start() if following else len(text)]
        start = end
        if compiled(_NO_LANGUAGE).match(after.text):
            continue
        for code, name in {_CODE_OF[name[0]]: name for name in group}.items():
            level = _level(after, code) or _level(before, code)
            if level is not None or asked:
                yield Derived(code, clause[name.start() : name.end()]), level


def _groups(text: str, names: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for name in names:
        if group and not compiled(_AND).match(text[group[-1].end() : name.start()]):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def _alone(clause: Tracked, own: bool) -> Iterator[tuple[Derived, Derived | None]]:
    """An examination that names no language: CET-6, 雅思6.5; in the field for languages 四级 and N1 as well."""
    for form, code, pattern in _EXAMS:
        found = compiled(pattern).search(clause.text)
        if found is None or code is None:
            continue
        if compiled(_ALONE).search(found[0]) or (own and (form == "CET-{}" or (form == "N{}" and found["grade"]))):
            at = clause[found.start() : found.end()]
            yield Derived(code, at), Derived(_grade(form, found), at)
            return


def _level(clause: Tracked, code: str) -> Derived | None:
    text = clause.text
    for form, language, pattern in _EXAMS:
        if language in (code, None) and (found := compiled(pattern).search(text)) is not None:
            return Derived(_grade(form, found), clause[found.start() : found.end()])
    words = list(compiled(_WORDS).finditer(text))
    # 听/略懂、读/中等 are two levels, and the language has none; 标准流利 is one
    if not words or (len({word[0] for word in words}) > 1 and words[0].end() != words[1].start()):
        return None
    return Derived(words[0][0], clause[words[0].start() : words[0].end()])


def _grade(form: str, found: re.Match[str]) -> str:
    grade = next(value for value in found.groupdict().values() if value)
    if form == "{}":
        return grade if grade.isascii() else f"{grade[0]}级{grade[-1]}等"
    return form.format(grade.translate(_DIGITS))
