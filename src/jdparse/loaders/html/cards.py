"""The cards of a job board: who seeks somebody and when he was last there, and what the employer is in a few words."""

from jdparse.patterns import deferred

_LONGEST = 48
_PRESENT = ("活跃", "回复", "在线", "登录", "来过", "率")
"""Words of which a line has one that says when somebody was last there: a cheap look."""
_NAMED = r"(?:\w{1,3}(?:先生|女士|小姐)|[^\W总副](?:经理|HR|人事))"  # 王经理, but 总经理 and 客户经理 are jobs
_PERSON = deferred(rf"{_NAMED}(?:\s*[·|｜]\s*\S{{2,12}})?")
# 3日内活跃 · 回复率92%, 刚刚活跃, 今日回复12次, 周女士 今日在线, 孟队长今天回复过
_ACTIVE = deferred(
    rf"(?:{_NAMED}(?:\s+[^\W\d_]{{2,8}}(?=\s))?|[^\W\x00-\x7f\d]{{1,4}}(?:长|经理|主管|总监|店长|老师|姐|哥|总))?[\s·|｜]*"
    r"(?:(?:刚刚|今[日天]|昨[日天]|近[日期]|本[周月]|当前|\d{1,2}\s?(?:个?月|[日天周]|小时|分钟)内?前?)(?:活跃|在线|登录过?|来过|回复(?:过|\s?\d+\+?\s?次)?)|(?:(?:平均)?回复|简历(?:处理|反馈))率(?:\s?[:：]?\s?\d{1,3}\s?[%％])?|在线)(?=\s*(?:$|[·•|｜]|(?:平均)?回复))"
)
_CONTACT = deferred(
    rf"{_PERSON.pattern}|[^\W\x00-\x7f\d]{{0,6}}(?:经理|主管|专员|总监|负责人|助理|店长|HR|HRBP)\s*[·•|｜]\s*\S{{2,30}}|[^\W\x00-\x7f\d]{{2,4}}(?:\s*[·•|｜]\s*\S{{2,16}}){{1,2}}|\S{{2,20}}\s*[·•|｜]\s*\S{{0,8}}(?:经理|主管|专员|总监|负责人|助理|[店厂园院校站队]长|HR|HRBP|创始人|合伙人|老板|人事|招聘)|(?:招聘者|HR|HRBP|人事(?:专员|经理|主管|总监)?|招聘(?:专员|经理|主管|顾问))"
    r"|(?:在线|立即|马上)?(?:聊天?|聊一聊|沟通|打招呼|打?电话)|(?:已?实名|企业|已)认证"
)
_STAGE = (
    r"(?:未融资|天使轮|[A-E]\+?轮|已上市|不需要融资|\d+-\d+人|(?:少于|超过|不足)\d+人(?:以上|以下)?|\d+人(?:以上|以下))"
)
_EMPLOYER = deferred(_STAGE)
_FACT = r"[^\s·•|｜，。；：:]{2,14}"
_BETWEEN = r"\s*(?:[·•|｜]|\s/)\s*"
_EMPLOYERS_FACTS = deferred(
    rf"(?:\S{{2,24}}\s+)?(?:{_FACT}{_BETWEEN}){{1,4}}{_STAGE}(?:{_BETWEEN}{_FACT}){{0,3}}|(?:\S{{2,24}}\s+)?{_STAGE}(?:{_BETWEEN}{_FACT}){{1,4}}"
)


def is_active(text: str) -> bool:
    """Whether a line says when somebody was last there: 3日内活跃 · 回复率92%, 孟队长今天回复过."""
    return len(text) <= _LONGEST and any(map(text.__contains__, _PRESENT)) and _ACTIVE.match(text) is not None


def is_person(text: str) -> bool:
    """Whether a line is a recruiter's name, with what he is: 周女士 · 人事经理."""
    return _PERSON.fullmatch(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line beside such a one is of the same card: 招聘者, 立即沟通, 已认证."""
    return _CONTACT.fullmatch(text) is not None


def is_size(text: str) -> bool:
    """Whether a line is an employer's size or stage alone, 100-299人: beside others of its kind only, as jobs have headcounts."""
    return _EMPLOYER.fullmatch(text) is not None


def is_employer(text: str) -> bool:
    """Whether a line has an employer's size among other such facts: 物流运输 · 100-299人 · 已认证."""
    return len(text) <= _LONGEST and "人" in text and _EMPLOYERS_FACTS.fullmatch(text) is not None


_NAMED_EMPLOYER = deferred(r"\S{2,22}(?:公司|集团|厂|店|院|校|所|中心)\s")


def is_named_employer(text: str) -> bool:
    """Whether such a line begins with the employer's name: 明亮眼镜有限公司 20-99人 · 零售. What follows in its region it says of itself."""
    return is_employer(text) and _NAMED_EMPLOYER.match(text) is not None


_VOUCHED = deferred(r"(?:实名|企业|官方|平台|商家|雇主|身份|营业执照)(?:已?认证|担保|保障)")


def is_vouched(text: str) -> bool:
    """Whether a tag above a job's facts says that the site vouches for somebody: 实名认证, 平台担保."""
    return _VOUCHED.fullmatch(text) is not None


_ARTICLES = deferred(r"\d+\s*篇原创(?:内容|文章)?")


def counts_articles(text: str) -> bool:
    """Whether a line says how much an account has written, on its card in an article: 28篇原创内容."""
    return "篇原创" in text and _ARTICLES.fullmatch(text) is not None


_ACCOUNT = deferred(r"公众号|[^\W_]{2,16}")


def is_account(text: str) -> bool:
    """Whether a line beside such a one may be the account's name, or what kind it is: 公众号."""
    return _ACCOUNT.fullmatch(text) is not None


_OF_EMPLOYER = deferred(
    r"(?:(?:单位|公司|企业)(?:性质|规模|类型|行业)|所属行业|行业(?:类别|类型|领域)|人员规模|员工人数|融资阶段|注册资本)[：:]?"
)


def is_fact_of_employer(text: str) -> bool:
    """Whether a line is the label of a fact of an employer, as boards have them on his card: 所属行业."""
    return _OF_EMPLOYER.fullmatch(text) is not None
