"""What jdparse can say about a document: one entry for each kind of diagnostic.

A code is stable once it is released, and so is its name. The first digit is the family: 1 reading, 2 structure,
3 completeness, 4 content, 5 compliance. A message is a template with named fields, which the stage that notices
something fills (`document.Note.params`); it shortens a text that it quotes to 40 characters.

In a record the message is English, so that records are the same bytes on every machine; the Chinese one is for reports.
`docs/diagnostics.md` is generated from this table.
"""

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""The levels, the gravest first."""


class Kind(NamedTuple):
    """A kind of diagnostic."""

    code: str
    name: str
    level: Level
    message: str
    message_zh: str
    explanation: str
    """What it means, why it matters and what to do."""
    explanation_zh: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The names that the message templates have for their parameters, each once, in order."""
        return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(self.message) if name))

    def render(self, params: Mapping[str, str | int]) -> str:
        """The English message. Raises KeyError when a parameter is missing; one that is not asked for is ignored."""
        return self.message.format_map(params)

    def params(self, message: str) -> dict[str, str] | None:
        """The parameters that an English message was filled with; None for one that is not of this kind."""
        found = _pattern(self.message).fullmatch(message)
        return found.groupdict() if found else None

    def render_zh(self, params: Mapping[str, str | int]) -> str:
        """The Chinese message. Raises KeyError when a parameter is missing; one that is not asked for is ignored."""
        return self.message_zh.format_map(params)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What messages look like, with a group for each parameter."""
    parts = [
        re.escape(text) + (f"(?P<{field}>.*?)" if field else "")
        for text, field, _spec, _conversion in Formatter().parse(template)
    ]
    return re.compile("".join(parts), re.DOTALL)


_READING = (
    Kind(
        "JD101",
        "encoding-guessed",
        "info",
        "the file does not say its encoding; read as {encoding}",
        "文件没有注明字符编码，按 {encoding} 读取",
        "The file has no byte order mark and declares no encoding, so the encoding was chosen by its bytes. A wrong "
        "choice gives readable-looking but wrong characters. Look at a few lines of the record; if they are wrong, "
        "name the encoding yourself or save the file as UTF-8.",
        "文件没有字节顺序标记，也没有声明编码，编码是根据字节内容判断的。判断错误时，文字看似正常，实则有误。请抽查几"
        "行结果；如有错误，请手动指定编码，或将文件另存为 UTF-8。",
    ),
    Kind(
        "JD102",
        "script-converted",
        "info",
        "the text was folded to simplified characters; it was {script}",
        "文字已转换为简体，原为 {script}",
        "The document is wholly or partly in traditional characters, and the record is in simplified ones. The "
        "wording stays: only the form of the characters changes, one for one. Nothing needs to be done; where a name "
        "must keep its own form, take it from the source.",
        "文档全部或部分使用繁体字，记录中统一为简体字。只逐字转换字形，不改变用词。一般无需处理；姓名等需要保留原字形"
        "的内容，请以原文为准。",
    ),
    Kind(
        "JD103",
        "pinyin-removed",
        "info",
        "pinyin that a site put between the characters was removed: {count}",
        "已删除网站插入正文的拼音：{count} 处",
        "Some document sites put the pronunciation in brackets after certain characters, so that copies can be "
        "recognised. These glosses are no part of the text and were taken out; the source map shows each of them. "
        "Check the record if the document has pinyin of its own, as in a form for names.",
        "部分文档网站会在某些汉字后插入带括号的拼音，以便识别转载内容。这些拼音不是正文，已经删除，每一处都可在来源映"
        "射中查到。如果文档本身就含有拼音（例如姓名栏），请核对结果。",
    ),
    Kind(
        "JD104",
        "damage-repaired",
        "warning",
        "damaged text was repaired: {before} now reads {after}",
        "已修复损坏的文字：“{before}”改为“{after}”",
        "Bytes of the text were damaged in a way that leaves only one reading, and that reading was put back. The "
        "record therefore holds characters that the file does not. Compare the place with the original document if "
        "the words matter.",
        "该处文字的字节受损，但只有一种还原方式，已据此还原。因此记录中出现了文件里没有的字。若该处内容重要，请与原始"
        "文档核对。",
    ),
    Kind(
        "JD105",
        "damaged-text",
        "warning",
        "damaged text was kept as it stands: {text}",
        "文字已损坏，按原样保留：{text}",
        "Some bytes cannot be decoded, or characters were lost, and what stood there cannot be told. The text is in "
        "the record as it is. Find a better copy of the document, or correct the place by hand.",
        "部分字节无法解码或字符已经丢失，无法判断原来的内容。记录中保留了现有的文字。请换用更完整的文档，或手工更正。",
    ),
    Kind(
        "JD106",
        "masked-text",
        "warning",
        "text was masked by the publisher: {text}",
        "文字被发布者遮盖：{text}",
        "Signs such as **** or ×× stand where a name, a number or an address was. The value in the record is "
        "incomplete for that reason. If it is needed, ask whoever published the document.",
        "姓名、电话或地址等处以 ****、×× 等符号代替，记录中的值因此不完整。如需完整内容，请向文档发布者索取。",
    ),
    Kind(
        "JD107",
        "truncated",
        "warning",
        "the text breaks off: {text}",
        "文字在此中断：{text}",
        "The document ends in the middle of a sentence, or a notice says that the rest is not shown. Whatever came "
        "after is missing from the record. Get the whole document, often by downloading it instead of copying its "
        "preview.",
        "文档在句子中间结束，或注明其余部分未显示，后面的内容因此不在记录中。请获取完整文档，例如下载原文件，而不是复"
        "制预览内容。",
    ),
    Kind(
        "JD108",
        "lines-joined",
        "info",
        "lines that were broken at a fixed width were joined: {count}",
        "已合并按固定宽度折断的行：{count} 处",
        "The text was broken into lines of one width, as in a text dump or an e-mail, and the pieces of a sentence "
        "were put together again. A wrong join runs two items into one. If an item of the record looks too long, "
        "compare it with the source.",
        "文本按固定宽度折行（常见于文本导出或邮件），已将同一句子的各行重新合并。合并错误时，两个条目会连成一条。如果"
        "某一条目过长，请与原文核对。",
    ),
    Kind(
        "JD109",
        "unreadable-file",
        "error",
        "the file cannot be read: {problem}",
        "文件无法读取：{problem}",
        "The file is damaged, is not of the format that its name says, or is no record. Nothing in it was checked. "
        "Open it in the program that wrote it, or write the record anew with jdparse.",
        "文件已损坏、与扩展名所示的格式不符，或者不是解析记录，其内容未经检查。请用原程序打开核对，或用 jdparse 重新"
        "生成记录。",
    ),
    Kind(
        "JD110",
        "schema-violation",
        "error",
        "{field} is not as the schema says: {problem}",
        "{field} 不符合模式：{problem}",
        "The record has a key or a value that its schema does not allow, so that programs that read it may fail. "
        "Correct the value at the place; docs/record.md lists every key with its type. Nothing else in the record "
        "was checked.",
        "记录中有模式不允许的键或值，读取它的程序可能出错。请更正该处的值；各键及其类型见 docs/record.md。记录的其他"
        "内容未经检查。",
    ),
)

_STRUCTURE = (
    Kind(
        "JD201",
        "no-job-found",
        "error",
        "no job description was found",
        "没有找到岗位说明书",
        "The document was read, but it has neither the labels nor the headings of a job description. It may be a "
        "document of another kind, or a page whose content could not be copied. Check that the right file was given, "
        "and that its text is text and not a picture.",
        "文档已读取，但没有岗位说明书应有的标签或标题。它可能是其他类型的文档，或是正文未能复制的网页。请确认文件无"
        "误，并确认内容是文字而不是图片。",
    ),
    Kind(
        "JD202",
        "several-jobs",
        "info",
        "the document describes several jobs: {count}",
        "文档包含多个岗位：{count} 个",
        "The document was divided into jobs where a title, a label of identity or the numbering begins anew. Each has "
        "its own entry in `jobs`. If the number is not right, look at the places where one job ends and the next "
        "begins.",
        "文档在岗位名称、标识性标签或编号重新开始处分为多个岗位，每个岗位在 `jobs` 中各占一项。如果数量不符，请检查前"
        "一岗位结束、后一岗位开始的位置。",
    ),
    Kind(
        "JD203",
        "title-from-file-name",
        "info",
        "no label or heading gives the job title; taken from a line above the job or the file name: {title}",
        "没有标签或标题写明岗位名称，取自岗位上方的一行或文件名：{title}",
        "No label and no heading names the job, but a line above it or the file name does. A file name may be out of date "
        "or shared by several jobs. Check the title, and write it into the document.",
        "文中没有标签或标题写明岗位名称，因此取用岗位上方的一行或文件名。文件名可能已经过时，也可能对应多个岗位。请核"
        "对名称，并补写到文档中。",
    ),
    Kind(
        "JD204",
        "numbering-gap",
        "warning",
        "the numbering jumps: {found} stands where {expected} was expected",
        "编号不连续：应为 {expected}，实为 {found}",
        "A number is missing from a list. Either the author left it out, or an item was lost when the document was "
        "copied or converted. Compare the list with the original and complete or renumber it.",
        "列表中缺少编号，可能是编写时遗漏，也可能是复制或转换时丢失了条目。请与原文核对，补全条目或重新编号。",
    ),
    Kind(
        "JD205",
        "numbering-repeat",
        "warning",
        "the number {found} occurs again in the same list",
        "同一列表中编号 {found} 重复出现",
        "Two items of one list have the same number. Both are in the record, in the order of the document. Renumber "
        "the list, and check that two lists were not taken for one.",
        "同一列表中有两个条目使用相同的编号，记录按文档顺序保留了两者。请重新编号，并确认没有把两个列表当成一个。",
    ),
    Kind(
        "JD206",
        "heading-punctuation",
        "info",
        "the number of a heading lacks its usual sign: {marker}",
        "标题编号缺少应有的标点：{marker}",
        "The heading was recognised because it continues the sequence, although its number is not followed by a sign, "
        "as the 、 in 四、. Headings written in one way are easier to recognise. Add the sign.",
        "该编号后没有标点（如“四、”中的顿号），因其延续前面的序列而被识别为标题。标题写法统一更便于识别，请补上标点。",
    ),
    Kind(
        "JD207",
        "damaged-number",
        "warning",
        "a number and the number of the next item had run together: {text}",
        "数字与下一条目的编号连在一起：{text}",
        "A line break was lost between a value and the number of the next item, and the digits were divided so that "
        "the numbering continues. A sign between them, such as %, may be lost too, and is not put back. Check the "
        "value.",
        "数值与下一条目的编号之间丢失了换行，已按编号顺序拆开。两者之间的符号（如 %）可能也已丢失，不会自行补写。请核"
        "对该数值。",
    ),
    Kind(
        "JD208",
        "flattened-table",
        "info",
        "a table that had lost its cells was put together again; rows: {rows}",
        "已还原失去单元格的表格：{rows} 行",
        "The document was copied out of a table, and the boundaries of its cells were lost. They were found again by "
        "the numbering, the frequencies and the letters of the columns, whose counts agree. Compare the rows with the "
        "original if you have it.",
        "文档内容由表格复制而来，单元格边界已经丢失。根据编号、周期和程度字母还原了各行，且各项数量相符。如有原表，请"
        "核对。",
    ),
    Kind(
        "JD209",
        "flattened-table-unresolved",
        "warning",
        "a table that lost its cells could not be put together again; its text was kept",
        "表格失去单元格后无法还原，保留其文字",
        "The text looks like a table whose cell boundaries were lost, but the counts of its columns do not agree, so "
        "that any division would be a guess. The text is in the record undivided. Use the original document, or put "
        "the table into the fields by hand.",
        "该段文字像是失去单元格边界的表格，但各列数量不一致，任何拆分都只是猜测，因此整段保留。请使用原始文档，或手工"
        "拆分。",
    ),
    Kind(
        "JD210",
        "ambiguous-boundary",
        "warning",
        "where one value ends and the next begins cannot be told: {text}",
        "无法判断前后两项内容的分界：{text}",
        "Two pieces of text run together without a mark between them. The whole text stays in the earlier field; "
        "nothing was guessed. Divide it by hand, or use a copy of the document that still has its layout.",
        "两段内容之间没有分隔标记，全部文字保留在前一个字段中，没有猜测分界。请手工拆分，或使用保留版式的文档。",
    ),
    Kind(
        "JD211",
        "unclassified-text",
        "warning",
        "text that belongs to no known field was kept in extra_sections: {text}",
        "文字不属于任何已知字段，保留在 extra_sections 中：{text}",
        "The text stands under no label or heading that says what it is. It is in `extra_sections`, so that nothing "
        "is lost, but no field of the job has it. Give it a heading in the document, or read it there.",
        "该段文字没有标签或标题说明其性质，已放入 `extra_sections` 以免丢失，但不在岗位的任何字段中。请在文档中为其加"
        "上标题，或直接查看该处。",
    ),
    Kind(
        "JD212",
        "unknown-label",
        "info",
        "the label or heading is not in the vocabulary: {label}",
        "词表中没有该标签或标题：{label}",
        "The label or heading was recognised by its form, but not what it means. Its content is in `extra_fields` or "
        "`extra_sections` under the label as written. If it is common in your documents, add it to the vocabulary.",
        "根据形式可以识别为标签或标题，但不知其含义。内容以原标签放在 `extra_fields` 或 `extra_sections` 中。若在您的"
        "文档中常见，请将其加入词表。",
    ),
)

_COMPLETENESS = (
    Kind(
        "JD301",
        "blank-field",
        "info",
        "printed but left empty: {label}",
        "已列出但未填写：{label}",
        "The form has the label and nothing beside it. In the record the field is null or an empty list, and its path "
        "is in `blank_fields`, which tells it from a field that the form does not have. Fill it in, or take the label "
        "out.",
        "表单中有该标签，但没有填写内容。记录中该字段为 null 或空列表，其路径列在 `blank_fields` 中，以区别于表单中没"
        "有的字段。请填写，或删去该标签。",
    ),
    Kind(
        "JD302",
        "missing-field",
        "warning",
        "the job description does not give: {field}",
        "岗位说明书缺少：{field}",
        "A job description is expected to have this field, and the document does not. Either the author left it out, "
        "or it stands under a label that was not recognised: look at `extra_fields` and `extra_sections`. Complete "
        "the document if it is really missing.",
        "岗位说明书一般应有该字段，而文档中没有。可能是编写时遗漏，也可能写在未被识别的标签下，请查看 `extra_fields` "
        "和 `extra_sections`。确属遗漏的，请补充。",
    ),
)

_CONTENT = (
    Kind(
        "JD401",
        "duplicate-value",
        "warning",
        "{label} is given twice: {kept} was kept, {other} went to extra_fields",
        "{label}出现两个值：保留“{kept}”，“{other}”放入 extra_fields",
        "The same label has two different values for one job, and a field holds only one. The first stays in the "
        "field, the second is in `extra_fields`. Decide which is right, and correct the document.",
        "同一岗位的同一标签有两个不同的值，而该字段只能有一个值。第一个保留在字段中，第二个放入 `extra_fields`。请确认"
        "哪个正确，并更正文档。",
    ),
    Kind(
        "JD402",
        "label-mismatch",
        "warning",
        "the content does not look like what the label says: {label}",
        "内容与标签不符：{label}",
        "The label names one kind of content and the text below it reads like another, as where requirements stand "
        "under a heading for duties. The label decides, so the text is in the field that it names. Correct the "
        "heading, or read the field with this in mind.",
        "标签所示与其下内容不符，例如在职责标题下写的是任职要求。以标签为准，内容放在标签对应的字段中。请更正标题，或"
        "在使用时注意。",
    ),
    Kind(
        "JD403",
        "posting-differs",
        "warning",
        "{label} in the page's data differs from its text: {kept} was kept, not {other}",
        "网页数据中的 {label} 与正文不符：保留“{kept}”，未采用“{other}”",
        "The page carries a schema.org JobPosting for search engines, and it contradicts what the page shows. The text "
        "that a reader sees decides; the other value is in `removed`. One of the two is out of date: ask whoever "
        "published the page.",
        "网页带有供搜索引擎读取的 schema.org JobPosting 数据，其内容与页面显示的不一致。以读者看到的正文为准，另一个值"
        "放在 `removed` 中。两者之一可能已经过期，请向网页发布者核实。",
    ),
    Kind(
        "JD404",
        "invalid-date",
        "warning",
        "a date that is none: {text}",
        "日期有误：{text}",
        "The text in a date field is no date of the calendar: a month 13, a 30 February, or words. Whoever sorts "
        "descriptions by date or looks for outdated ones passes over it. Write the year, the month and the day, as "
        "in 2024-03-15.",
        "日期字段中的内容不是有效日期：例如 13 月、2 月 30 日，或者是其他文字。按日期排序或查找过期说明书时会漏掉它。"
        "请写明年、月、日，例如 2024-03-15。",
    ),
    Kind(
        "JD405",
        "date-order",
        "warning",
        "{first} ({earlier}) is after {second} ({later})",
        "{first}（{earlier}）晚于 {second}（{later}）",
        "A description is analysed, written, reviewed, approved and then put in force, in this order, and updated "
        "only after it was written. Here a later step has an earlier date. One of the two was mistyped, or belongs "
        "to another edition: correct it.",
        "岗位说明书应依次分析、编制、审核、批准、生效，更新也应在编制之后。此处后一步的日期反而更早。其中之一可能录入"
        "有误，或属于另一版本，请更正。",
    ),
    Kind(
        "JD406",
        "long-summary",
        "info",
        "the summary has {count} characters, more than {limit}",
        "岗位概述有 {count} 个字，超过 {limit} 个字",
        "A summary says in a few sentences what the job is for. One that is this long mostly holds duties or "
        "requirements that belong into lists of their own, where they can be compared. Shorten it, or set "
        "`max-summary`.",
        "岗位概述应以几句话说明岗位的目的。过长的概述往往混入了职责或任职要求，这些内容应单独列出，以便比较。请精简，"
        "或调整 `max-summary`。",
    ),
    Kind(
        "JD407",
        "contradiction",
        "info",
        "{field} says none, and yet: {text}",
        "{field} 填写为无，但文中有：{text}",
        "One field says that there is nothing of the kind (nobody below the job, no travel, no experience asked "
        "for), and a text elsewhere says the opposite. One of them was left over from a template or an older "
        "edition. Correct the field or the text.",
        "某字段填写为无（例如无直接下级、无需出差、经验不限），而其他内容与之矛盾。其中之一可能来自模板或旧版本。请更"
        "正该字段或相应内容。",
    ),
    Kind(
        "JD408",
        "identity-number",
        "error",
        "the number of an identity card: {text}",
        "含有居民身份证号码：{text}",
        "The text has an 18-digit number with the check digit of a citizen's identity card (GB 11643). Whoever "
        "processes personal information may do so only to the smallest extent that the purpose asks for (Personal "
        "Information Protection Law, article 6), and a description of a job asks for none. Take the number out, also "
        "of the history of the file.",
        "文中有带校验码的十八位居民身份证号码（GB 11643）。处理个人信息应当限于实现处理目的的最小范围（《个人信息保护"
        "法》第六条），岗位说明书无需此类信息。请删去该号码，并清理文件的历史版本。",
    ),
    Kind(
        "JD409",
        "private-phone",
        "warning",
        "the number of a mobile phone: {text}",
        "含有手机号码：{text}",
        "The text has the number of a mobile phone outside of what tells applicants whom to ask. A description is "
        "copied, published and kept for years, and the number of a person goes with it. Take it out, or give the "
        "number of a department under how to apply.",
        "文中有手机号码，且不在应聘联系方式中。岗位说明书会被转发、公布并长期保存，个人号码也随之扩散。请删去，或在应"
        "聘方式中改用部门电话。",
    ),
    Kind(
        "JD410",
        "duplicate-code",
        "warning",
        "the code of another job too: {text} (in {file})",
        "岗位编码重复：{text}（另见 {file}）",
        "Two jobs of the files that were checked together have one code. Whatever looks a job up by its code finds "
        "the wrong one of them. Give one of them a code of its own, or take out the copy.",
        "同时检查的文件中有两个岗位使用同一编码。按编码查找岗位时可能找错。请为其中之一另行编码，或删去重复的文件。",
    ),
    Kind(
        "JD411",
        "duplicate-title",
        "warning",
        "the title of another job of this department too: {text} (in {file})",
        "同一部门内岗位名称重复：{text}（另见 {file}）",
        "Two jobs of the files that were checked together have one title in one department. Mostly one of them is an "
        "old edition or a copy. Take out the one that no longer holds, or let the titles say what is different.",
        "同时检查的文件中，同一部门有两个名称相同的岗位，其中之一往往是旧版本或副本。请删去失效的一份，或用名称加以区"
        "分。",
    ),
    Kind(
        "JD412",
        "unknown-superior",
        "warning",
        "no job of the set has the title of this superior: {text}",
        "岗位集合中没有该直接上级：{text}",
        "The job reports to one that none of the files checked together describes. Either its description is "
        "missing, or its title is written in another way there. Add the description, or use one title for it "
        "everywhere. The rule runs with `--whole-set` only.",
        "该岗位的直接上级不在同时检查的任何文件中。可能缺少其说明书，或名称写法不一致。请补充说明书，或统一岗位名称。"
        "本规则仅在使用 `--whole-set` 时运行。",
    ),
    Kind(
        "JD413",
        "reporting-cycle",
        "error",
        "jobs report to one another in a circle: {text}",
        "汇报关系成环：{text}",
        "Following the superiors from this job leads back to it, so that nobody stands above it in the end. A chart "
        "of the organization cannot be drawn from that. Correct the superior of one of the jobs that are named. The "
        "rule runs with `--whole-set` only.",
        "沿直接上级逐级向上会回到该岗位，即最终无人在其之上，无法据此绘制组织结构图。请更正所列岗位之一的直接上级。本"
        "规则仅在使用 `--whole-set` 时运行。",
    ),
)

_COMPLIANCE = (
    Kind(
        "JD501",
        "gender-limit",
        "warning",
        "the job is limited or preferred by gender: {text}",
        "对性别有限制或偏好：{text}",
        "The text admits or prefers one gender. In China a notice of vacancies must not discriminate by gender "
        "(Employment Promotion Law, articles 3 and 27; Interim Regulations on the Human Resources Market, article "
        "24), and limiting a job to men or preferring them is forbidden unless the state provides otherwise (Law on "
        "the Protection of Women's Rights and Interests, revised 2022, article 43). Take the limit out, or name the "
        "rule that closes this work to women. This is a pointer for review, not legal advice.",
        "文中限定或优先某一性别。招聘信息不得含有性别歧视内容（《就业促进法》第三条、第二十七条，《人力资源市场暂行条"
        "例》第二十四条）；除国家另有规定外，不得限定为男性或者规定男性优先（2022 年修订的《妇女权益保障法》第四十三"
        "条）。请删去该限制，或注明女职工禁忌劳动范围等依据。此提示供审阅参考，不构成法律意见。",
    ),
    Kind(
        "JD502",
        "age-limit",
        "warning",
        "the job is limited by age: {text}",
        "对年龄有限制：{text}",
        "The text sets a limit of age. A lower limit of 16 is the law (Labour Law, article 15), and some work has "
        "limits of its own; otherwise an upper limit can be held to be discrimination in employment (Employment "
        "Promotion Law, article 26) and turns suitable people away. Say what the work demands instead. This is a "
        "pointer for review, not legal advice.",
        "文中设有年龄限制。年满十六周岁是法定下限（《劳动法》第十五条），部分工作另有规定；除此之外，年龄上限可能被认"
        "定为就业歧视（《就业促进法》第二十六条），也会错失合适的人选。请改为写明工作本身的要求。此提示供审阅参考，不"
        "构成法律意见。",
    ),
    Kind(
        "JD503",
        "marital-limit",
        "warning",
        "the job is limited by marriage or children: {text}",
        "对婚姻或生育状况有限制：{text}",
        "The text asks for a state of marriage, or for having or not having children. In China such a condition must "
        "not be set for women, nor may they be asked about it (Law on the Protection of Women's Rights and Interests, "
        "revised 2022, article 43). Take it out. This is a pointer for review, not legal advice.",
        "文中对婚姻或生育状况提出要求。不得以婚姻、生育状况作为录（聘）用女性的条件，也不得询问或者调查女性求职者的婚"
        "育情况（2022 年修订的《妇女权益保障法》第四十三条）。请删去该要求。此提示供审阅参考，不构成法律意见。",
    ),
    Kind(
        "JD504",
        "origin-limit",
        "warning",
        "the job is limited by place of origin or household registration: {text}",
        "对籍贯或户籍有限制：{text}",
        "The text admits or turns away people by where they come from or where they are registered. In China a "
        "vacancy published online must not, against state rules, limit applicants by household registration, region "
        "or status (Provisions on the Administration of Online Recruitment Services, article 15), nor may rural "
        "workers be kept out by discriminatory limits (Employment Promotion Law, article 31). Take it out, or say "
        "what the work needs, such as a dialect. This is a pointer for review, not legal advice.",
        "文中以籍贯或户籍作为录用或拒绝的条件。网络招聘信息不得违反国家规定在户籍、地域、身份等方面设置限制（《网络招"
        "聘服务管理规定》第十五条），也不得对农村劳动者进城就业设置歧视性限制（《就业促进法》第三十一条）。请删去该限"
        "制，或改写为工作需要，例如会某种方言。此提示供审阅参考，不构成法律意见。",
    ),
    Kind(
        "JD505",
        "appearance-limit",
        "warning",
        "the job is limited by looks or height: {text}",
        "对外貌或身高有限制：{text}",
        "The text asks for good looks, a height or the like. Unless the work itself demands it, such a condition can "
        "be held to be discrimination in employment (Employment Promotion Law, article 26; Provisions on Employment "
        "Services and Employment Management, article 20). Take it out, or say which task demands it. This is a "
        "pointer for review, not legal advice.",
        "文中对相貌、身高等提出要求。除工作本身确有需要外，此类条件可能被认定为就业歧视（《就业促进法》第二十六条，"
        "《就业服务与就业管理规定》第二十条）。请删去该要求，或写明由哪项工作任务决定。此提示供审阅参考，不构成法律意"
        "见。",
    ),
    Kind(
        "JD506",
        "health-limit",
        "warning",
        "the job is limited by hepatitis B: {text}",
        "对乙肝携带状况有限制：{text}",
        "The text asks applicants to be free of hepatitis B, or to be tested for it. In China nobody may be turned "
        "away for carrying an infectious pathogen, but from work that the state closes to carriers (Employment "
        "Promotion Law, article 30), and a test for hepatitis B may be neither asked for nor asked about (Notice of "
        "the Ministries of Human Resources, Education and Health, No. 12 of 2010). Take it out; where food or water "
        "is handled, ask for the health certificate that the rules prescribe. This is a pointer for review, not "
        "legal advice.",
        "文中要求应聘者未感染乙肝，或要求进行乙肝检测。除国家规定禁止从事的工作外，不得以是传染病病原携带者为由拒绝录"
        "用（《就业促进法》第三十条），也不得要求检测乙肝项目或询问是否携带（人社部发〔2010〕12号通知）。请删去；从事"
        "食品、饮用水等工作的，按规定要求健康证明即可。此提示供审阅参考，不构成法律意见。",
    ),
)

FAMILIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "JD1": ("Reading", "读取"),
        "JD2": ("Structure", "结构"),
        "JD3": ("Completeness", "完整性"),
        "JD4": ("Content", "内容"),
        "JD5": ("Compliance", "合规"),
    }
)
"""The first three characters of a code, with the English and the Chinese name of the family."""


DIAGNOSTICS: Mapping[str, Kind] = MappingProxyType(
    {kind.name: kind for kind in (*_READING, *_STRUCTURE, *_COMPLETENESS, *_CONTENT, *_COMPLIANCE)}
)
"""All kinds by name, in the order of their codes."""

_BY_CODE: Mapping[str, Kind] = MappingProxyType({kind.code.lower(): kind for kind in DIAGNOSTICS.values()})


def find(code_or_name: str) -> Kind | None:
    """The kind with this code (`JD204`) or name (`numbering-gap`), in capitals or not; None when there is none."""
    key = code_or_name.strip().lower()
    return DIAGNOSTICS.get(key) or _BY_CODE.get(key)


def matching(selector: str) -> tuple[str, ...]:
    """The names of the kinds that a selector means: the beginning of a code (`JD`, `JD5`, `JD502`) or a name."""
    key = selector.strip().lower()
    if key in DIAGNOSTICS:
        return (key,)
    return tuple(kind.name for kind in DIAGNOSTICS.values() if key and kind.code.lower().startswith(key))
