"""What jdparse can say about a document: one entry for each kind of diagnostic.

A code is stable once it is released, and so is its name. The first digit is the family: 1 reading, 2 structure,
3 completeness, 4 content, 5 compliance. A message is a template with named fields, which the stage that notices
something fills (`document.Note.params`); it shortens a text that it quotes to 40 characters.

In a record the message is English, so that records are the same bytes on every machine; the Chinese one is for reports.
`docs/diagnostics.md` is generated from this table.
"""

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "info"]


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

    def render_zh(self, params: Mapping[str, str | int]) -> str:
        """The Chinese message. Raises KeyError when a parameter is missing; one that is not asked for is ignored."""
        return self.message_zh.format_map(params)


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
        "the document gives no job title; taken from the file name: {title}",
        "文档没有写明岗位名称，取自文件名：{title}",
        "No label and no heading names the job, but the file name does. A file name may be out of date or shared by "
        "several jobs. Check the title, and write it into the document.",
        "文中没有标签或标题写明岗位名称，因此取用文件名。文件名可能已经过时，也可能对应多个岗位。请核对名称，并补写到"
        "文档中。",
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
