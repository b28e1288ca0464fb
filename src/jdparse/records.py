"""The record: what `jdparse` writes for one input file, as pydantic models.

Version 1.0. The order of the fields is the order of the keys in the output. Each field has a Chinese title and an
English description, from which the JSON Schema (`jdparse.schema`) and the tables of `docs/record.md` are generated.

All models are frozen and refuse a key that they do not know. Lists are tuples, so that a record is immutable
throughout; in JSON they are arrays. Validation raises `pydantic.ValidationError`.

Offsets (`start`, `end`) are code points, half-open, into the source text; lines are counted from 1.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

__all__ = [
    "AmountRange",
    "Application",
    "Compensation",
    "Contact",
    "CountRange",
    "Dates",
    "Diagnostic",
    "Duty",
    "ExtraField",
    "ExtraSection",
    "Facets",
    "File",
    "IsoDates",
    "Job",
    "LanguageFacet",
    "Organization",
    "People",
    "RatedItem",
    "Relations",
    "Removed",
    "Requirements",
    "SalaryFacet",
    "Source",
    "Substitute",
]

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Texts = tuple[str, ...]
Count = Annotated[int, Field(ge=0)]
Line = Annotated[int, Field(ge=1)]
# A year and a half is 1.5 and three years are 3: the union keeps a whole number whole, so that it is written as `3`.
Amount = Annotated[
    Annotated[int, Field(ge=0)] | Annotated[float, Field(ge=0)], WithJsonSchema({"type": "number", "minimum": 0})
]
# ISO 8601 calendar dates, to the day, the month or the year: a document often gives no more than the month.
IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]

Script = Literal["simplified", "traditional", "mixed"]
Level = Literal["error", "warning", "info"]
Side = Literal["internal", "external"]
Reason = Literal[
    "navigation",
    "download_prompt",
    "related_links",
    "copyright",
    "site_notice",
    "page_number",
    "page_metadata",
    "comments",
    "header_footer",
]
EducationLevel = Literal[
    "junior_high", "high_school", "secondary_vocational", "associate", "bachelor", "master", "doctorate"
]
Gender = Literal["female", "male", "any"]
Period = Literal["hour", "day", "week", "month", "year"]
EmploymentType = Literal["full_time", "part_time", "internship", "temporary", "contract", "dispatch"]


class _Model(BaseModel):
    # Deferred, because a parse validates a whole `File` and nothing else: its validator holds those of all the others.
    # For the same reason a default that is itself a model is made with `model_construct`, which needs no validator.
    model_config = ConfigDict(
        defer_build=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,
    )


class Source(_Model):
    """The input file, and what its container or page says about it."""

    model_config = ConfigDict(title="来源")

    name: str | None = Field(default=None, title="文件名", description="Name of the input file, without folders.")
    format: str | None = Field(
        default=None, title="格式", description="Format of the input: txt, docx, html and so on."
    )
    encoding: str | None = Field(
        default=None,
        title="字符编码",
        description="Encoding that the bytes were decoded with, where the format has one.",
    )
    sha256: str | None = Field(
        default=None, title="SHA-256 摘要", description="SHA-256 of the input's bytes, in lower-case hexadecimal."
    )
    script: Script | None = Field(
        default=None, title="字形", description="Script of the text as it came in, before folding to simplified."
    )
    title: str | None = Field(default=None, title="文档标题", description="The document's own title line.")
    site: str | None = Field(default=None, title="来源网站", description="Site that a scraped page comes from.")
    url: str | None = Field(default=None, title="网址", description="Address of a scraped page.")
    published: str | None = Field(
        default=None, title="发布时间", description="When a scraped page says it was published, as written."
    )
    file_name: str | None = Field(
        default=None, title="原文件名", description="Name of the file that a preview page shows."
    )
    file_format: str | None = Field(
        default=None, title="原文件格式", description="Format of the file that a preview page shows, as written."
    )
    file_size: str | None = Field(
        default=None, title="原文件大小", description="Size of the file that a preview page shows, as written."
    )
    pages: str | None = Field(
        default=None, title="页数", description="Number of pages of the file that a preview page shows, as written."
    )
    uploader: str | None = Field(
        default=None, title="上传者", description="Who put the file on the site that a preview page belongs to."
    )


class Organization(_Model):
    """The employer, where the document presents it."""

    model_config = ConfigDict(title="用人单位")

    name: str | None = Field(default=None, title="单位名称", description="Name of the employer.")
    description: Texts = Field(
        default=(), title="单位简介", description="Paragraphs in which the employer presents itself."
    )
    address: str | None = Field(default=None, title="地址", description="Postal address.")
    phones: Texts = Field(default=(), title="电话", description="Telephone numbers, as written.")
    fax: str | None = Field(default=None, title="传真", description="Fax number, as written.")
    emails: Texts = Field(default=(), title="电子邮箱", description="E-mail addresses.")
    website: str | None = Field(default=None, title="网站", description="Web site of the employer.")


class RatedItem(_Model):
    """An item of knowledge or skill with the degree that is asked for."""

    model_config = ConfigDict(title="分级条目")

    text: str = Field(title="内容", description="The item.")
    level: str | None = Field(default=None, title="程度", description="The degree asked for, as written: often A to D.")


class Duty(_Model):
    """A duty and its tasks: one shape for numbered groups, rows of a form and rows of a table."""

    model_config = ConfigDict(title="职责")

    category: str | None = Field(default=None, title="职责类别", description="Heading above several duties.")
    name: str | None = Field(default=None, title="职责名称", description="Name of the duty.")
    tasks: Texts = Field(default=(), title="工作任务", description="Tasks of the duty, in order.")
    standards: Texts = Field(default=(), title="工作标准", description="Standards that the duty is judged by.")
    frequency: Texts = Field(default=(), title="周期", description="How often the duty is done.")
    time_share: str | None = Field(
        default=None, title="工作时间占比", description="Share of the working time, as written."
    )
    knowledge: tuple[RatedItem, ...] = Field(
        default=(), title="应知", description="Knowledge that the duty asks for, with its degree."
    )
    skills: tuple[RatedItem, ...] = Field(
        default=(), title="应会", description="Skills that the duty asks for, with their degree."
    )


class Contact(_Model):
    """A party that the holder of the job deals with."""

    model_config = ConfigDict(title="工作接触")

    party: str | None = Field(default=None, title="接触对象", description="Person or post that is dealt with.")
    unit: str | None = Field(default=None, title="所在单位", description="Department or company of the party.")
    side: Side | None = Field(default=None, title="内外部", description="Whether the party belongs to the company.")
    means: Texts = Field(default=(), title="接触方式", description="Means of contact.")
    matter: str | None = Field(default=None, title="接触事项", description="What the contact is about.")
    frequency: str | None = Field(default=None, title="接触频率", description="How often, as written.")


class Relations(_Model):
    """Who directs the job, whom it directs, and with whom it works."""

    model_config = ConfigDict(title="工作关系")

    supervised_by: Texts = Field(default=(), title="所受监督", description="Supervision that the job is under.")
    supervises: Texts = Field(default=(), title="所施监督", description="Supervision that the job exercises.")
    cooperation: Texts = Field(default=(), title="合作关系", description="Work done together with others.")
    internal: Texts = Field(default=(), title="内部关系", description="Parties inside the company.")
    external: Texts = Field(default=(), title="外部关系", description="Parties outside the company.")
    contacts: tuple[Contact, ...] = Field(default=(), title="工作接触", description="Rows of a table of contacts.")


class Substitute(_Model):
    """Who stands in for the holder of the job."""

    model_config = ConfigDict(title="工作替补")

    position: str | None = Field(default=None, title="替补岗位", description="Post that stands in.")
    unit: str | None = Field(default=None, title="所在单位", description="Department of that post.")
    scope: str | None = Field(default=None, title="替补范围", description="Which work it takes over.")


class Dates(_Model):
    """Dates of the job description, as written."""

    model_config = ConfigDict(title="日期")

    analysed: str | None = Field(default=None, title="分析日期", description="When the job was analysed.")
    prepared: str | None = Field(default=None, title="编制日期", description="When the description was written.")
    reviewed: str | None = Field(default=None, title="审核日期", description="When it was reviewed.")
    approved: str | None = Field(default=None, title="批准日期", description="When it was approved.")
    effective: str | None = Field(default=None, title="生效日期", description="From when it is in force.")
    updated: str | None = Field(default=None, title="更新日期", description="When it was last revised.")


class People(_Model):
    """People named on the job description."""

    model_config = ConfigDict(title="相关人员")

    incumbent: str | None = Field(default=None, title="任职人", description="Who holds the job.")
    analysed_by: str | None = Field(default=None, title="分析人", description="Who analysed the job.")
    prepared_by: str | None = Field(default=None, title="编制人", description="Who wrote the description.")
    reviewed_by: str | None = Field(default=None, title="审核人", description="Who reviewed it.")
    approved_by: str | None = Field(default=None, title="批准人", description="Who approved it.")


class Requirements(_Model):
    """What the job asks of its holder."""

    model_config = ConfigDict(title="任职资格")

    general: Texts = Field(
        default=(), title="任职要求", description="Requirements that no finer label of the document claims."
    )
    education: Texts = Field(default=(), title="学历要求", description="Level of education.")
    majors: Texts = Field(default=(), title="专业要求", description="Fields of study.")
    knowledge: Texts = Field(default=(), title="知识要求", description="What the holder must know.")
    skills: Texts = Field(default=(), title="技能要求", description="What the holder must be able to do.")
    experience: Texts = Field(default=(), title="工作经验", description="Work experience.")
    certificates: Texts = Field(default=(), title="资格证书", description="Certificates and licences.")
    languages: Texts = Field(default=(), title="外语要求", description="Foreign languages.")
    training: Texts = Field(default=(), title="培训要求", description="Training, had before or given on entry.")
    competencies: Texts = Field(default=(), title="能力素质", description="Competencies and personal qualities.")
    physical: Texts = Field(default=(), title="生理素质", description="Physical condition.")
    psychological: Texts = Field(default=(), title="心理素质", description="Psychological qualities.")
    age: Texts = Field(default=(), title="年龄", description="Age, as the document limits it.")
    gender: Texts = Field(default=(), title="性别", description="Gender, as the document limits it.")
    preferred: Texts = Field(default=(), title="优先条件", description="What counts in a candidate's favour.")


class Compensation(_Model):
    """What the job pays."""

    model_config = ConfigDict(title="薪酬福利")

    salary: Texts = Field(default=(), title="薪资", description="Pay, as written.")
    benefits: Texts = Field(default=(), title="福利", description="Benefits.")


class Application(_Model):
    """How to apply for the job."""

    model_config = ConfigDict(title="应聘方式")

    deadline: str | None = Field(default=None, title="截止日期", description="Last day to apply, as written.")
    contacts: Texts = Field(default=(), title="联系方式", description="Persons, numbers and addresses to apply to.")
    instructions: Texts = Field(default=(), title="投递要求", description="What to send, and how.")


class ExtraField(_Model):
    """A label that the vocabulary does not know, with its one value."""

    model_config = ConfigDict(title="其他字段")

    label: str = Field(title="标签", description="The label, as written.")
    value: str = Field(title="值", description="Its value.")


class ExtraSection(_Model):
    """Text that no field claims: under a heading that the vocabulary does not know, or under none."""

    model_config = ConfigDict(title="其他章节")

    heading: str | None = Field(default=None, title="标题", description="The heading, as written.")
    items: Texts = Field(default=(), title="内容", description="Items or paragraphs, in order.")


class CountRange(_Model):
    """A range of whole numbers; an open end is null."""

    model_config = ConfigDict(title="整数区间")

    min: Count | None = Field(default=None, title="下限", description="Lower bound, included.")
    max: Count | None = Field(default=None, title="上限", description="Upper bound, included.")


class AmountRange(_Model):
    """A range of numbers; an open end is null."""

    model_config = ConfigDict(title="数值区间")

    min: Amount | None = Field(default=None, title="下限", description="Lower bound, included.")
    max: Amount | None = Field(default=None, title="上限", description="Upper bound, included.")


class LanguageFacet(_Model):
    """A foreign language and the level that is asked for."""

    model_config = ConfigDict(title="外语")

    language: str | None = Field(default=None, title="语种", description="The language: an ISO 639 code.")
    level: str | None = Field(default=None, title="水平", description="Level or certificate that is asked for.")


class SalaryFacet(_Model):
    """A range of pay in one currency for one period."""

    model_config = ConfigDict(title="薪资区间")

    min: Amount | None = Field(default=None, title="下限", description="Lower bound, in units of the currency.")
    max: Amount | None = Field(default=None, title="上限", description="Upper bound, in units of the currency.")
    currency: str | None = Field(default=None, title="币种", description="ISO 4217 code of the currency.")
    per: Period | None = Field(default=None, title="计薪周期", description="Period that the amounts are for.")
    months: Amount | None = Field(default=None, title="年薪月数", description="Monthly salaries paid in a year.")


class IsoDates(_Model):
    """The dates of the job description in ISO 8601, to the day, the month or the year."""

    model_config = ConfigDict(title="规范日期")

    analysed: IsoDate | None = Field(default=None, title="分析日期", description="When the job was analysed.")
    prepared: IsoDate | None = Field(default=None, title="编制日期", description="When the description was written.")
    reviewed: IsoDate | None = Field(default=None, title="审核日期", description="When it was reviewed.")
    approved: IsoDate | None = Field(default=None, title="批准日期", description="When it was approved.")
    effective: IsoDate | None = Field(default=None, title="生效日期", description="From when it is in force.")
    updated: IsoDate | None = Field(default=None, title="更新日期", description="When it was last revised.")


class Facets(_Model):
    """What a machine compares, each derived from text that stands in another field; null or empty where it is not."""

    model_config = ConfigDict(title="结构化要素")

    headcount: CountRange = Field(default=CountRange.model_construct(), title="人数", description="Number of posts.")
    education_level: EducationLevel | None = Field(
        default=None, title="学历层次", description="Level of education that is asked for."
    )
    education_at_least: bool | None = Field(
        default=None, title="学历是否为下限", description="Whether a higher level of education will do as well."
    )
    majors: Texts = Field(default=(), title="专业", description="Fields of study, one an item.")
    experience_years: AmountRange = Field(
        default=AmountRange.model_construct(), title="经验年限", description="Years of experience."
    )
    age: CountRange = Field(default=CountRange.model_construct(), title="年龄", description="Age in years.")
    gender: Gender | None = Field(
        default=None, title="性别", description="Gender; `any` where it is said not to matter."
    )
    languages: tuple[LanguageFacet, ...] = Field(default=(), title="外语", description="Foreign languages.")
    salary: SalaryFacet = Field(default=SalaryFacet.model_construct(), title="薪资", description="Pay.")
    employment_type: EmploymentType | None = Field(default=None, title="用工形式", description="Form of employment.")
    driving_licence: Texts = Field(
        default=(), title="驾驶证", description="Classes of driving licence that will do; `any` where none is named."
    )
    certificates: Texts = Field(default=(), title="资格证书", description="Certificates that are named, one an item.")
    dates: IsoDates = Field(default=IsoDates.model_construct(), title="日期", description="Dates in ISO 8601.")


class Job(_Model):
    """One job description."""

    model_config = ConfigDict(title="岗位说明书")

    title: str | None = Field(default=None, title="岗位名称", description="Title of the job.")
    code: str | None = Field(default=None, title="岗位编码", description="Code of the job.")
    document_no: str | None = Field(default=None, title="文件编号", description="Number of the document.")
    department: str | None = Field(default=None, title="所属部门", description="Department that the job belongs to.")
    parent_department: str | None = Field(
        default=None, title="上级部门", description="Department above the one that the job belongs to."
    )
    location: str | None = Field(default=None, title="工作地点", description="Place of work.")
    headcount: str | None = Field(default=None, title="岗位定员", description="Number of posts, as written.")
    job_family: str | None = Field(default=None, title="职系", description="Family of jobs.")
    job_type: str | None = Field(default=None, title="岗位性质", description="Kind of job or form of employment.")
    job_grade: str | None = Field(default=None, title="岗位等级", description="Grade of the job.")
    pay_grade: str | None = Field(default=None, title="薪资等级", description="Grade of pay.")
    reports_to: Texts = Field(default=(), title="直接上级", description="Whom the job reports to.")
    direct_reports: Texts = Field(default=(), title="直接下级", description="Jobs that report to it directly.")
    indirect_reports: Texts = Field(default=(), title="间接下级", description="Jobs that report to it indirectly.")
    span_of_control: str | None = Field(
        default=None, title="所辖人员", description="How many people it leads, as written."
    )
    rotation: Texts = Field(default=(), title="可轮换岗位", description="Jobs that it can be exchanged with.")
    substitutes: tuple[Substitute, ...] = Field(
        default=(), title="工作替补", description="Who stands in for the holder of the job."
    )
    career_path: Texts = Field(default=(), title="晋升方向", description="Jobs that it leads to.")
    dates: Dates = Field(
        default=Dates.model_construct(), title="日期", description="Dates of the job description, as written."
    )
    people: People = Field(
        default=People.model_construct(), title="相关人员", description="People named on the job description."
    )
    summary: str | None = Field(default=None, title="岗位概述", description="Purpose of the job in a few sentences.")
    duties: tuple[Duty, ...] = Field(default=(), title="岗位职责", description="Duties, in order.")
    performance_standards: Texts = Field(
        default=(), title="绩效标准", description="Standards that the work as a whole is judged by."
    )
    kpis: Texts = Field(default=(), title="考核指标", description="Performance indicators.")
    authority: Texts = Field(default=(), title="工作权限", description="What the holder may decide or do.")
    relations: Relations = Field(
        default=Relations.model_construct(), title="工作关系", description="Supervision, cooperation and contacts."
    )
    working_hours: Texts = Field(default=(), title="工作时间", description="Working hours.")
    environment: Texts = Field(default=(), title="工作环境", description="Working conditions.")
    travel: Texts = Field(default=(), title="出差", description="Travel on business.")
    tools: Texts = Field(default=(), title="使用工具", description="Tools and equipment.")
    records: Texts = Field(default=(), title="记录文档", description="Documents that the job must keep.")
    risks: Texts = Field(default=(), title="工作风险", description="Strains and dangers of the work.")
    requirements: Requirements = Field(
        default=Requirements.model_construct(), title="任职资格", description="What the job asks of its holder."
    )
    compensation: Compensation = Field(
        default=Compensation.model_construct(), title="薪酬福利", description="What the job pays."
    )
    application: Application = Field(
        default=Application.model_construct(), title="应聘方式", description="How to apply."
    )
    remarks: Texts = Field(default=(), title="备注", description="Remarks.")
    extra_fields: tuple[ExtraField, ...] = Field(
        default=(), title="其他字段", description="Labels that the vocabulary does not know, with their values."
    )
    extra_sections: tuple[ExtraSection, ...] = Field(
        default=(), title="其他章节", description="Sections that the vocabulary does not know, with their content."
    )
    blank_fields: Texts = Field(
        default=(), title="留空字段", description="Paths of the fields that are printed but left empty."
    )
    none_fields: Texts = Field(
        default=(), title="填无字段", description="Paths of the fields that are said to have nothing."
    )
    facets: Facets = Field(
        default=Facets.model_construct(),
        title="结构化要素",
        description="Numbers, levels and codes derived from the text.",
    )


class Removed(_Model):
    """A piece of page furniture that was left out."""

    model_config = ConfigDict(title="已移除内容")

    reason: Reason = Field(title="原因", description="What kind of furniture it is.")
    text: str = Field(title="文本", description="The text that was left out.")
    line: Line | None = Field(default=None, title="行号", description="Line of the source text on which it begins.")


class Diagnostic(_Model):
    """Something that jdparse noticed about the document or was not sure of."""

    model_config = ConfigDict(title="诊断")

    code: Annotated[str, Field(pattern=r"^JD[1-5][0-9]{2}$")] = Field(
        title="代码", description="Stable code; see docs/diagnostics.md."
    )
    name: str = Field(title="名称", description="Stable name that goes with the code.")
    level: Level = Field(title="级别", description="How grave it is.")
    message: str = Field(title="说明", description="One line in English.")
    job: Count | None = Field(
        default=None, title="岗位序号", description="Index into `jobs`; null where it concerns the whole file."
    )
    field: str | None = Field(default=None, title="字段路径", description="Path of the field that it concerns.")
    line: Line | None = Field(default=None, title="行号", description="Line of the source text.")
    start: Count | None = Field(
        default=None, title="起始位置", description="Offset of the first code point in the source text."
    )
    end: Count | None = Field(default=None, title="结束位置", description="Offset after the last code point.")


class File(_Model):
    """The record of one input file."""

    model_config = ConfigDict(title="岗位说明书解析记录")

    schema_version: Literal["1.0"] = Field(
        default=SCHEMA_VERSION, title="模式版本", description="Version of this schema."
    )
    source: Source = Field(default=Source.model_construct(), title="来源", description="The input file.")
    organization: Organization | None = Field(
        default=None, title="用人单位", description="The employer; null where the document does not present it."
    )
    jobs: tuple[Job, ...] = Field(default=(), title="岗位", description="The jobs of the file, in order.")
    extra_sections: tuple[ExtraSection, ...] = Field(
        default=(), title="其他章节", description="Text that belongs to no single job."
    )
    removed: tuple[Removed, ...] = Field(
        default=(), title="已移除内容", description="Page furniture that was left out."
    )
    diagnostics: tuple[Diagnostic, ...] = Field(
        default=(), title="诊断", description="What was noticed, by place in the source text."
    )
