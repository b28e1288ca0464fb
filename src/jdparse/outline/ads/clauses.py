"""What a line of an ad speaks of that has no label: how it begins shows it."""

from collections.abc import Sequence

from jdparse.patterns import deferred

_WAGE = r"(?:月?工资|月薪|薪资|薪酬|底薪|日薪|时薪|年薪|保底|月收入)"
_AMOUNT = r"[\d一二三四五六七八九面上]"
PAID = deferred(rf"(?:综合|到手|税前|税后|平均)?{_WAGE}\s?{_AMOUNT}")
"""Pay at the head of a line, with nothing between its name and the figure: 工资4800-5300元."""
_PAYS = deferred(
    rf"[^，。；]{{0,8}}?(?:{_WAGE}|待遇)[^，。；]{{0,4}}{_AMOUNT}"
    r"|\d+(?:\.\d+)?[kKwW千万]?[ ]?[-–—~～至到][ ]?\d+(?:\.\d+)?[kKwW千万](?![^\W\d_]*[人名])|按[斤件天吨].{0,6}算|(?!.*(?:优先|要求|限))\d[\d.]*元?[/每一](?:小时|[天月节单次])|(?:一小时|一天|一个?月|[日月周]结)\s?\d|(?:试用期|(?:每人)?每[月天日班次]|全年|按[月天件])[^，。；]{0,10}[\d一二三四五六七八九十百千万两]元"
)
HOURS = deferred(
    r"早\s?\d{1,2}[:：点]?\d{0,2}.{0,3}晚\s?\d{1,2}|\d{1,2}[:：点].{0,12}?(?:[-—–~～至到]|离店|打烊).{0,8}?\d{1,2}[:：点]|[单双]休|大小周|[周月]休|[做上][一二三四五六七\d]+休|[早中晚]班|倒班|轮班|轮休|[一二两三四][班倒]|每周.{0,8}[天时次班]"
)
"""What hours of work look like, wherever in a text."""
_DOES = deferred(r"(?:主要)?(?:负责|从事|协助|主持|带领)|主要[做是]|平时|日常(?!用)")
_WORKS = deferred(
    r"(?:(?:周末)?[单双]休|大小周|[周月]休[一二两三四五六七八\d]|[做上][一二三四五六七\d]+休)[^，。、；]{0,12}$|(?:工作|上班|营业)时间|[一二两三四]班倒|[早中晚夜白]班\s?\d|每[天日周].{0,6}\d{1,2}\s?[:：点]|\d{1,2}月\d{1,2}[日号].{0,24}\d{1,2}[:：]\d"
)
_ASKS = deferred(
    r"必?须(?!知)|要求|希望[你您]|[你您](?:要|得|需|最好)|最好|只要|[^，。；]{1,20}(?:就|请)?(?:别来|勿扰|勿来|免谈|不要来|别联系)|需(?:要?持|要?有|具)|应(?:具|有)|限|持(?:有|证)|具[有备]|[男女](?:性|[，,、])|男女(?:不限|均可|皆可|都)|年龄|\d{2}\s?[-–—~～至]\s?\d{2}周?岁|身体健康|[^，。；]{0,14}(?:学历|经验|优先|岁以[上下])"
)
_APPLIES = deferred(
    r"(?:报名|面试|应聘|来时|有意|请(?:将|把|带)|欢迎|投递|简历).{0,40}?(?:带|发|携|寄|电话|QQ|微信|邮箱|@|联系)|(?:愿意|想)(?:来|干|做|应聘|报名).{0,40}?(?:报名|找|联系|电话)"
)
_ANSWERS = deferred(r"(?:联系|咨询|报名)?(?:电话|手机|微信|QQ)(?:号|同号)?[:： ]?(?=[\dA-Za-z])")
_OFFERS = deferred(r"(?:[五六七]险|[包管][吃住食]|[包管].{1,3}[饭餐]|提供|享受|福利)")
_KINDS = (
    ("application.instructions", _APPLIES),
    ("application.contacts", _ANSWERS),
    ("duties", _DOES),
    ("working_hours", _WORKS),
    ("compensation.salary", _PAYS),
    ("requirements.general", _ASKS),
    ("compensation.benefits", _OFFERS),
)


def field(text: str) -> str | None:
    """The field that a line or a sentence begins to speak of; None where its first words do not show it."""
    return next((path for path, form in _KINDS if form.match(text)), None)


OF_A_PERSON = deferred(
    r"学历|经验|[证照](?:[，。；]|$|者|优先)|优先|岁|专业|毕业|熟[悉练]|会[^议计员场馆]|能[^力源]|肯|吃苦|性格|脾气|耐心|细心|口齿|普通话|形象|责任心|身体|健康|勤快|踏实|懂"
)
_TASKS = deferred(r"[把将给跟送收开装拆缝洗擦打搬切炒烧看接]?[^，。；、\d]{1,14}(?:、[^，。；、\d]{1,10}){1,6}")


def is_work(text: str) -> bool:
    """Whether the first sentence of what is told of a post names tasks side by side, and nobody: 手工充棉、称重、手缝收口。细心就行."""
    first = _FIRST.match(text)
    if first is None or first.end() >= len(text) - 1:
        return False  # 材料、核燃料循环、粉末冶金 are what one has studied
    return _TASKS.fullmatch(first.group()) is not None and OF_A_PERSON.search(first.group()) is None


_FIRST = deferred(r"[^。；]+")
_OF_WORK = deferred(
    r"^(?:主要)?(?:负责|从事|协助|完成|做好|配合|参与|组织|管理|维护|整理|制作|接待|处理|检查|打扫|跟进|执行|编制)"
)


def are_asked(texts: Sequence[str]) -> bool:
    """Whether most lines of a list without a heading speak of who is sought, and not of what he does: 持C1证，驾龄满5年."""
    asked = sum(OF_A_PERSON.search(text) is not None and _OF_WORK.match(text) is None for text in texts)
    return 2 * asked > len(texts)


def are_done(texts: Sequence[str]) -> bool:
    """Whether a line of a list begins as a task does: 负责订货."""
    return any(_OF_WORK.match(text) for text in texts)
