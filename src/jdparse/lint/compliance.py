"""Limits that the law may not allow: on gender, age, marital state, origin, appearance and hepatitis B (JD5xx).

Only limits count: 男女不限, 一般无特殊性别与年龄要求 and 年满18周岁 set none that is not law already; nor does a duty that deals with
such things, such as 办理户口手续 or 照顾60岁以上老人. `diagnostics` names the statute or notice behind each kind.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jdparse.document import Note
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

LIMITS: Final = ("gender-limit", "age-limit", "marital-limit", "origin-limit", "appearance-limit", "health-limit")
"""The kinds of limits, as `diagnostics` names them."""
PLACES: Final = ("requirements.", "title", "headcount", "remarks", "application.instructions")
"""Where a record says who may have the job."""

# A clause ends at punctuation and at 、, but in 男、女 and 1.65米.
_CLAUSE = deferred(r"(?:[^，。；;,.！!\n、]|、(?=[男女])|[.](?=\d))+")
_OF = r"(?:年龄|性别|男女|户籍|户口|籍贯|婚否|婚姻|婚育|身高|学历|专业|经验|地域)(?:状况|情况)?"
# What takes one limit back and says nothing of others in the clause: 男女不限 35岁以下.
_FREE_OF = deferred(
    rf"(?:{_OF}[、和及与/]?){{1,8}}(?:均|皆|都)?(?:不限|不作(?:要求|限制)|不做(?:要求|限制))|(?:不限|不分|不论|不拘)(?:{_OF}[、和及与/]?){{1,8}}"
)
_FREE = deferred(
    r"不限|不作(?:要求|限制)|不做(?:要求|限制)|(?:无|没有)(?:特殊|特别|其他)?[^，。；]{0,8}(?:要求|限制)|均可|皆可|都可|不拘|不论|不分"
)
# A duty that deals with people of one kind, or with papers about them, begins with such a word.
_DUTY = deferred(
    r"^(?:负责|办理|协助|做好|核对|登记|统计|管理|处理|接待|组织|宣传|解答|维护|执行|制作|编制|整理|测量|填写|审核|开展|提供|关心|熟悉|了解|掌握|服务|照顾|陪护|教授|享受)"
)


class Pattern(NamedTuple):
    """Expressions for one kind of limit; what `unless` finds in the clause takes it back."""

    clue: frozenset[str]
    """Characters of which each limit of the kind has one: most clauses have none, and need no expression."""
    limit: re.Pattern[str]
    unless: re.Pattern[str]

    @classmethod
    def of(cls, clue: str, limit: str, unless: str = r"(?!)") -> "Pattern":
        """The expressions, compiled when a text first needs them."""
        return cls(frozenset(clue), deferred(limit), deferred(unless))

    def finds(self, clause: str) -> bool:
        """Whether a clause sets such a limit, but for what takes it back."""
        return not self.clue.isdisjoint(clause) and self.limit.search(clause) is not None


_SEX = r"(?:男|女)(?:性|士|生|孩子|孩|工|同志|青年)?"
_NUMBER = r"(?:\d{2}|[二三四五六七八九]?十[一二三四五六七八九]?)"
_YEARS = rf"(?<!\d){_NUMBER}\s*(?:周岁|岁)"
_HOME = r"(?:本地|本市|本省|本区|本县|本镇|本村|当地|外地|外省|外市)"
_PROVINCE = (
    r"(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    r"|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|东北|西北|西南|华北|苏北)"
)
_NO = r"(?:不招|不收|不要|不考虑|不录用|不接受|谢绝|拒招|拒收)"
_ONLY = r"(?:仅限|只限|限招|限|仅招|只招|只要|只收|仅收|须为|需为|要求|面向|优先录用|优先招)"
_BEST = r"(?:者|从业者|应聘者|人员|员工)?(?:优先|为佳|更佳|为主|最佳|为宜)"

PATTERNS: Final = {
    "gender-limit": Pattern.of(
        "男女",
        rf"{_ONLY}(?:招|为)?{_SEX}(?![女男装])|{_SEX}{_BEST}|^{_SEX}$|性别(?:要求|限制)?\s*[:：]?\s*(?:限|为|须为|要求)?[男女](?![女男])"
        rf"|(?:招|招聘|招收|招募|诚聘|急聘|聘){_SEX}(?![装鞋款科裤靴包])[\u4e00-\u9fff]|[（(]限?{_SEX}[）)]|不?适合{_SEX}(?:应聘|从事|$)|{_NO}{_SEX}|^{_SEX}\d*[名人]$",
    ),
    "age-limit": Pattern.of(
        "岁龄年后",
        rf"{_YEARS}|(?<!\d){_NUMBER}\s*[-—–~～至到]+\s*{_YEARS}|年龄[^，。；\d]{{0,6}}{_NUMBER}(?!\d|人)"
        r"|(?:19|20)\d{2}年[^，。；]{0,6}(?:出生|生人)|(?<!\d)(?:[6-9]0|[789]5|0[05])后(?![端勤台续期])",
        # What somebody of that age is to the job, and the age from which the law lets people work.
        r"(?:岁|周岁)(?:以上|以下|以内|及以上|及以下|左右)?的?(?:婴|幼|儿|老|长者|学生|孩|患|学员|人群|客|居民|旅客|少年|未成年)"
        r"|^[^\d一二三四五六七八九十]*(?:年?满|须满|已满)?\s*(?:1[68]|十六|十八)\s*(?:周岁|岁)(?:及?以上|（?含）?以上)?(?:的?公民|人员|者)?$",
    ),
    "marital-limit": Pattern.of(
        "婚育异单孕孩恋",
        r"(?:已婚|未婚|已育|未育|已生育|未生育|离异)(?!员工|职工|假|子女|夫妻)|单身(?=$|优先|者|为佳|的)"
        r"|(?:无|没有|不考虑|不打算|不得|不能|不准|不可|暂不|不允许)[^，。；]{0,8}(?:生育|婚育|结婚|怀孕|要孩子|生孩子|恋爱)(?!保险|津贴|证明|政策)"
        r"|(?:注明|说明|告知|写明)[^，。；]{0,6}(?:婚育|婚姻|生育)(?:状况|情况)",
    ),
    "origin-limit": Pattern.of(
        "户籍非优勿除免佳主宜不谢拒只仅限",
        rf"(?:具有|具备|须有|需有|须|需|限|要求|必须)[^，。；]{{0,8}}(?:户籍|户口)|^[\u4e00-\u9fff]{{1,6}}(?:户籍|户口|(?<![国学书典外党古])籍)(?:者|人员)?(?:优先|为佳|勿扰|勿投|除外)?$"
        rf"|(?:户籍|户口)(?:要求)?\s*[:：]|(?:户籍|户口)(?:须|需|必须)?(?:不在|在|为)|非{_HOME}(?:户籍|户口|人)"
        rf"|(?:{_HOME}|{_PROVINCE})(?:籍|人员|人|户口|户籍)?(?:者)?(?:优先|勿|除外|免投|免谈)|{_HOME}(?:人|居民|村民){_BEST}"
        rf"|(?:{_NO}|只招|只要|仅招|仅限|只限|限)(?:{_HOME}|{_PROVINCE})(?:籍|人|户)?|籍贯(?:要求|限)",
        r"(?:户籍|户口)(?:本|簿|资料|档案|迁|管理|手续|办理|登记|证明|政策)|市场|客户",
    ),
    "appearance-limit": Pattern.of(
        "形貌官质相容颜材态表高重",
        r"(?:形象|相貌|容貌|外貌|五官|气质|长相|面容|面貌|外形|品貌|体貌|样貌|颜值|身材|体态|外表)(?:气质|形象)?(?:要|须|需|较)?"
        r"(?:端正|端庄|良好|姣好|好|佳|出众|俱佳|甜美|靓丽|漂亮|高|匀称|优雅|上佳|优良|清秀|俊朗)|(?:仪表|仪容)(?:端正|端庄)"
        r"|(?:身高|体重)[^，。；\d]{0,8}\d",
    ),
    "health-limit": Pattern.of(
        "乙半阳抗H",
        r"乙肝|乙型(?:病毒性)?肝炎|两对半|[大小]三阳|表面抗原|澳抗|HBV|HBsAg",
        r"疫苗|报告卡|防治|宣传|知识|治疗|门诊|护理|(?:不得?|无需|禁止|免)(?:要求)?(?:做|进行)?(?:检测|检查|查验|查)|不受(?:影响|限制)|不(?:得)?歧视",
    ),
}
"""Each kind's expressions."""
_CLUES = frozenset[str]().union(*(kind.clue for kind in PATTERNS.values()))


class Limit(NamedTuple):
    """A clause that limits who may have a job: the kind, and its range of the text in code points."""

    name: str
    start: int
    end: int


def find(text: str, path: str = "") -> Iterator[Limit]:
    """The limits in a text that stands at this path of a job, by place."""
    age_is_meant = path.startswith("requirements.age")
    if not age_is_meant and _CLUES.isdisjoint(text):
        return
    for clause in _CLAUSE.finditer(text):
        if not age_is_meant and _CLUES.isdisjoint(clause.group()):
            continue
        words = _FREE_OF.sub("", clause.group()).strip()
        if not words or _FREE.search(words) or _DUTY.match(words):
            continue
        for name in LIMITS:
            kind = PATTERNS[name]
            if (kind.finds(words) or (age_is_meant and name == "age-limit" and _AGE_VALUE.search(words))) and not (
                kind.unless.search(words)
            ):
                yield Limit(name, clause.start(), clause.end())


# A bare range is an age only where the label says so.
_AGE_VALUE = deferred(r"\d{2}")


def limits(texts: Iterable[tuple[str, Tracked]]) -> list[Note]:
    """The limits in a job's requirements, given as (record path, text): one note for each kind, at its first place."""
    found: dict[str, Note] = {}
    for path, text in texts:
        for limit in find(text.text, path):
            if limit.name not in found:
                at = text[limit.start : limit.end]
                found[limit.name] = Note(limit.name, Span(at.start, at.end), {"text": at.text.strip()})
    return list(found.values())
