"""The table of rules. A diagnostic that is not in it is noticed by the parse itself and needs the source.

Each rule has an example that it fires on and one that it does not, as YAML: a job, or for rules of a set a list of jobs.
`docs/rules.md` shows both, and a test runs them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

from jdparse.lint import completeness, content, dates, limits, sets
from jdparse.lint.sets import Member
from jdparse.lint.subject import Hit, Settings, Subject
from jdparse.records import Job


class Rule(NamedTuple):
    """A rule that looks at one job."""

    name: str
    """The diagnostic that it gives."""
    check: Callable[[Subject, Settings], Iterable[Hit]]
    fires: str
    silent: str


class SetRule(NamedTuple):
    """A rule that looks at all jobs of a run."""

    name: str
    check: Callable[[Sequence[Member]], Iterable[tuple[int, Hit]]]
    whole: bool
    """Whether the jobs must be all there are: with `--whole-set` only."""
    fires: str
    silent: str


RULES: Final = (
    Rule(
        "blank-field",
        completeness.blank_field,
        "{title: 调度员, blank_fields: [code]}",
        "{title: 调度员, code: DD-01}",
    ),
    Rule(
        "missing-field",
        completeness.missing_field,
        "{title: 调度员}",
        "{title: 调度员, duties: [{tasks: [安排车次]}]}",
    ),
    Rule(
        "label-mismatch",
        content.label_mismatch,
        "{duties: [{tasks: [大专以上学历, 两年以上仓储经验, 具有良好的沟通能力]}]}",
        "{duties: [{tasks: [负责物资入库, 编制库存报表, 完成领导交办的工作]}]}",
    ),
    Rule(
        "invalid-date",
        dates.invalid_date,
        "{dates: {prepared: 2024年13月5日}}",
        "{dates: {prepared: 2024年3月5日}}",
    ),
    Rule(
        "date-order",
        dates.date_order,
        "{dates: {prepared: 2024年5月6日, approved: 2024.04.30}}",
        "{dates: {prepared: 2024年5月6日, approved: 2024年5月}}",
    ),
    Rule(
        "long-summary",
        content.long_summary,
        "{summary: " + "负责仓库的日常管理，" * 31 + "}",
        "{summary: 负责仓库的日常管理，保证账物相符。}",
    ),
    Rule(
        "contradiction",
        content.contradiction,
        "{none_fields: [direct_reports], duties: [{tasks: [指导下属员工完成盘点]}]}",
        "{none_fields: [direct_reports], duties: [{tasks: [完成领导交办的盘点]}]}",
    ),
    Rule(
        "identity-number",
        content.identity_number,
        "{remarks: [经办人身份证号：11010519491231002X]}",
        "{remarks: [表单编号：110105194912310020]}",
    ),
    Rule(
        "private-phone",
        content.private_phone,
        "{people: {prepared_by: 何某某 13900000000}}",
        "{application: {contacts: [何先生 13900000000]}, remarks: [总机 010-00000000]}",
    ),
    Rule(
        "gender-limit",
        partial(limits.hits, "gender-limit"),
        "{requirements: {general: [限男性]}}",
        "{requirements: {general: [男女不限]}}",
    ),
    Rule(
        "age-limit",
        partial(limits.hits, "age-limit"),
        "{requirements: {age: [35周岁以下]}}",
        "{requirements: {age: [年满18周岁, 无年龄限制]}}",
    ),
    Rule(
        "marital-limit",
        partial(limits.hits, "marital-limit"),
        "{requirements: {general: [已婚已育者优先]}}",
        "{requirements: {general: [婚否不限, 熟悉生育保险的申报]}}",
    ),
    Rule(
        "origin-limit",
        partial(limits.hits, "origin-limit"),
        "{requirements: {general: [限本市户口]}}",
        "{requirements: {general: [户籍不限, 熟悉本地市场]}}",
    ),
    Rule(
        "appearance-limit",
        partial(limits.hits, "appearance-limit"),
        "{requirements: {physical: [身高165cm以上]}}",
        "{requirements: {physical: [身体健康], general: [仪容整洁]}}",
    ),
    Rule(
        "health-limit",
        partial(limits.hits, "health-limit"),
        "{requirements: {physical: [乙肝五项检查合格]}}",
        "{requirements: {knowledge: [乙肝防治知识], certificates: [健康证]}}",
    ),
)
"""The rules that look at one job, in the order of their codes."""

SET_RULES: Final = (
    SetRule(
        "duplicate-code",
        sets.duplicate_code,
        False,
        "[{title: 出纳, code: CW-02}, {title: 会计, code: CW-02}]",
        "[{title: 出纳, code: CW-02}, {title: 会计, code: CW-03}]",
    ),
    SetRule(
        "duplicate-title",
        sets.duplicate_title,
        False,
        "[{title: 内勤, department: 销售部}, {title: 内勤, department: 销售部}]",
        "[{title: 内勤, department: 销售部}, {title: 内勤, department: 采购部}]",
    ),
    SetRule(
        "unknown-superior",
        sets.unknown_superior,
        True,
        "[{title: 出纳, reports_to: [财务经理]}, {title: 财务主管}]",
        "[{title: 出纳, reports_to: [财务主管（兼）]}, {title: 财务主管}]",
    ),
    SetRule(
        "reporting-cycle",
        sets.reporting_cycle,
        True,
        "[{title: 主任, reports_to: [站长]}, {title: 站长, reports_to: [主任]}]",
        "[{title: 主任, reports_to: [站长]}, {title: 站长}]",
    ),
)
"""The rules that look at all jobs of a run, in the order of their codes."""

PREVIEW: Final = frozenset({"JD5"})
"""Families whose rules may come to fire on more or less in any release; their codes and names stay."""

PROFILES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "any": ("title", "duties"),
        "form": ("title", "department", "reports_to", "summary", "duties", "requirements"),
        "ad": ("title", "headcount", "location", "duties", "requirements", "compensation.salary"),
        "own": (),
    }
)
"""The fields that each profile requires: `any` is what every job description has, `form` what the forms of companies
have, `ad` what the Notice on the publication of vacancies on online platforms (five ministries, January 2026) asks for
of a job; `own` is what `required` lists."""

_LOOKED_AT: Final = frozenset(rule.name for rule in (*RULES, *SET_RULES))


def is_rule(name: str) -> bool:
    """Whether a diagnostic comes from the table, so that what the parse noted of it is left out."""
    return name in _LOOKED_AT


def check(job: Job, settings: Settings, names: frozenset[str]) -> Iterator[tuple[str, Hit]]:
    """What the rules with these names find in a job: the name of the rule with each."""
    subject = Subject(job)
    for rule in RULES:
        if rule.name in names:
            for hit in rule.check(subject, settings):
                yield rule.name, hit


def check_set(members: Sequence[Member], whole: bool, names: frozenset[str]) -> Iterator[tuple[str, int, Hit]]:
    """What the rules of a set with these names find: rule, index of the member, and what was found in it."""
    for rule in SET_RULES:
        if rule.name in names and (whole or not rule.whole):
            for index, hit in rule.check(members):
                yield rule.name, index, hit
