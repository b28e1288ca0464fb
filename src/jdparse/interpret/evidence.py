"""Whether a text is a job description at all, or an article, a notice, a report that speaks of posts."""

from collections.abc import Sequence

from jdparse.interpret.draft import Draft
from jdparse.outline import titles
from jdparse.outline.ads import chips
from jdparse.outline.ads.unlabelled import answers
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.section import Jobs, Section
from jdparse.patterns import deferred

# A job's evidence: what makes a text a job description rather than a notice that speaks of posts.
_BODY = ("duties", "requirements.", "authority", "summary", "performance_standards", "kpis")
# What the head and the foot of a page may say without a job.
_BESIDE = ("organization.", "application.", "remarks", "people.", "dates.")

# What an article about job descriptions says and a job description does not: questions, advice, talk about the genre.
_TALK = deferred(
    r"[？?]|我(?:见过|的|认为|觉得|建议|们(?:常|经常|往往|应该|可以|知道|看到|来看))|(?:很多|许多|不少|有些|有的|大多数)(?:企业|公司|人|单位|管理者|HR)|往往|所谓"
    r"|又称|是指|缩写|简称|概念|(?:该|某一?|每个|任何)(?:职位|岗位|职务)(?:的|所|存在)|(?:职位|岗位|任职者)的?(?:名称|编号)、|任职者[、与和，而]"
    r"|例如|比如|(?:一般|通常)(?:来说|而言|情况|应|需|要|包括|分)|不要写|要写|建议(?:大家|企业|您|你)|也就是说|换句话说|总之|首先|其次|您好|鼠标|系统会|下拉[框列]|勾选|怎么办|只能填|建议写|不要(?:写|改|把)|默认为|应改为|用动词|需要?遵循|如[“「\x22][^”」\x22]{2,16}[”」\x22][）)]?|(?:可|请|后|则)点击|说明书(?:应|要|的|写|是|中|里)"
)


def is_article(sections: Sequence[Section], drafts: Sequence[Draft]) -> bool:
    """Whether the text is about job descriptions: no job is named, and much of it talks."""
    if any(map(_is_named, drafts)) or any(s.name is not None for s in sections):
        return False
    texts = [e.whole.text for s in sections for e in s.entries if len(e.whole) >= 20]
    talk = sum(_TALK.search(text) is not None for text in texts)
    return len(texts) >= 4 and talk >= _LEAST_TALK and 4 * talk >= len(texts)


def _is_named(draft: Draft) -> bool:
    """Whether a draft has a title that is no sentence, as a manual has beside 职位名称：此项审核通过后不能修改，…"""
    title = draft.scalars.get("title")
    return title is not None and ("，" not in title.text or titles.names_job(title.text))


_LEAST_TALK = 2
"""A requirement may have 例如 in it."""


# Titles of what rules a whole company: no job is described where they speak of duties.
_RULES = deferred(
    r"(?:制度|办法|规定|细则|条例|章程|守则|公约|协议书?|合同)(?:[（(].{1,12}[)）])?$"
    # 关于做好2024年度补贴申领工作的通知, where it calls nobody
    r"|^关于(?!.*(?:招聘|招录|招募|招收|选聘|选调|竞聘|聘用|用工|岗位|职责|说明书)).*的(?:通知|意见|函|通报|批复|决定|公示)$"
)


def is_rules(before: Sequence[Entry], sections: Sequence[Section], drafts: Sequence[Draft]) -> bool:
    """Whether one of the lines before the first job is the title of rules, and no job is named."""
    if any("title" in draft.scalars for draft in drafts) or any(section.name is not None for section in sections):
        return False
    return any(len(entry.whole) <= _LONGEST_TITLE and _RULES.search(entry.whole.text) for entry in before)


_LONGEST_TITLE = 40


def _has_duties(draft: Draft) -> bool:
    """Whether a job's duties say what is done: lists of other jobs have but pay and place under their names."""
    return any(not duty.tasks or any(not chips.read(task) for task in duty.tasks) for duty in draft.duties)


def is_post(draft: Draft, section: Section) -> bool:
    """Whether an ad names a post of which it says but two or three things, or how many are sought, beside others that it describes: 周末小时工4名, 18元/小时."""
    heading = section.heading
    if heading is None or heading.label is not None or heading.fresh or heading.role is not Role.TITLE:
        return False
    said = {*draft.lists, *draft.scalars} - {"title"}
    told = [path for path in said if not path.startswith(_BESIDE)]
    return len(told) > 1 or (told in _OF_A_POST and titles.names_job(draft.scalars["title"].text))


_OF_A_POST = (["headcount"], ["compensation.salary"])
"""What is enough of one whose name is a job's."""


def are_posts(drafts: Sequence[Draft], found: Jobs) -> bool:
    """Whether an ad has nothing but posts with what each pays, and how to apply: 马工 4名 5500元/月 over 投简历：…"""
    pairs = zip(drafts, found.sections, strict=True)
    posts = [draft for draft, section in pairs if "compensation.salary" in draft.lists and is_post(draft, section)]
    if len(posts) < _FEWEST_POSTS or not all("headcount" in draft.scalars for draft in posts):
        return False
    behind = [*found.closing, *(entry for section in found.sections[-1:] for entry in section.entries)]
    return any(map(answers, behind))


_FEWEST_POSTS = 2

_OF_AN_OFFER = frozenset({"requirements.general", "compensation.salary", "working_hours"})
"""What an ad says of a job that it does not name: whom it seeks, what it pays, when one works."""


_OF_A_FACTORY = frozenset({"headcount", "compensation.salary"})
_FEWEST_ASKED = 2
"""What a board says of those whom a factory seeks, beside what it asks for: the employer's name stands where the job's would."""


_FEWEST_SAID = 6
"""What a form says of a job, beside what it is for and what it asks, where it names neither the job nor duties."""


_OF_A_SHIFT = frozenset({"title", "compensation.salary", "working_hours"})
"""What an ad says of a job for which it asks nothing of its own; lists of jobs do not say when one works."""


def is_job(draft: Draft, named: bool, posted: bool = False) -> bool:
    """Whether there is a job: something that says what it does or asks for, and a second sign.

    A notice may ask for things too; so without a job's name only duties make a job. `posted` says that the page's data name it.
    """
    duties = _has_duties(draft)
    paths = {*draft.lists, *draft.scalars}
    asked = sum(path.startswith("requirements.") for path in paths)
    offered = paths >= _OF_AN_OFFER or (paths >= _OF_A_FACTORY and asked >= _FEWEST_ASKED)
    described = "summary" in paths and asked >= _FEWEST_ASKED and len(paths) >= _FEWEST_SAID
    if not (named or posted or duties or "title" in draft.scalars or offered or described):
        return False
    body = {path for path in paths if path.startswith(_BODY)}
    if duties:
        body.add("duties")
    if not body and paths >= _OF_A_SHIFT:
        return True
    if not body:
        return False
    others = [path for path in paths - body if not path.startswith(_BESIDE)]
    return posted + len(body) + len(others) >= 2
