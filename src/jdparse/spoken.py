"""Headings of ads that speak to the reader: 这个职位要做什么, 我们希望看到的背景, 你能得到什么.

A grammar, since nobody writes them twice the same way; single ones that are more usual stand in the table of labels.
"""

from collections.abc import Mapping

from jdparse.patterns import deferred

PRESENT = deferred(
    "[你您谁啥怎]|我们|什么|哪些|这份|这个|如何|想来|想加入|关于|多久|的[事活]$|优先|加分|这些|[福待][利遇]|[员师理管才]的?要求"
)
"""What each has: a look that spares all other labels the expressions."""
LONGEST = 20
"""Characters of such a heading."""
_WE = r"(?:我们|公司|团队)"
_YOU = r"(?:你们?|您|小伙伴|候选人)"
_POST = r"(?:这个?|这份|该|本)(?:职位|岗位|工作|角色|活儿?)"
_WHAT = r"(?:些?什么|啥|哪些)"
_WILL = r"(?:将|会|要|需要|可以|能|主要|每天|日常|平时|来|大概|大约|基本|都|也)*"
_DOES = rf"(?:做|干|负责|参与|承担){_WHAT}?(?:的|到)?(?:事情?|工作|内容|任务)?{_WHAT}?(?:呢|呀|这些|这些事|如下)?"
_SEEK = r"(?:希望|期待|期望|想要|需要|在找|正在找|寻找|在寻找|看重|想找|要找|欢迎|看中)"
_FORMS: Mapping[str, str] = {
    "duties": rf"(?:在这里|加入{_WE}后?|入职后|来了之?后)?[，,]?(?:{_YOU}|{_POST}){_WILL}{_DOES}|(?:来了|过来|上班)?(?:要|得)?(?:干|做)(?:点|些)?(?:什么|啥)(?:活儿?|事)?|(?:每天|平时|日常)(?:要|都|主要)*(?:做|干)(?:的|些?什么|啥)(?:事情?|工作|活儿?)?|{_YOU}的?(?:工作|日常|任务|使命|一天)(?:内容|是什么)?",
    "requirements.general": (
        rf"{_WE}?{_SEEK}(?:的|看到|见到|遇见)*(?:这样|怎样|什么样|怎么样)?的?(?:{_YOU}|人才?|背景|伙伴|同学|同事|经验|特质|条件)(?:是|有|具备|拥有|具有|能)?"
        rf"|(?![^\W\d_]*人员的?要求)[^\W\d_]{{1,14}}(?:员|师|经理|主管|人才)的?要求|{_WE}{_SEEK}(?:的是)?|{_YOU}(?:需要|应该?|最好|必须|可能|要|得)*(?:具备|拥有|符合|满足|具有|会|懂|能|是|有)(?:的|{_WHAT})*(?:条件|能力|经验|素质|要求|特质)?"
        rf"|(?:什么|怎)样的{_YOU}?人?(?:更?适合|合适)(?:这个职位|这个岗位|{_WE})?|(?:招|要|找)(?:谁|{_WHAT}人|什么样的人?)|谁(?:更?适合|能来|可以来)(?:这个职位|这个岗位)?"
    ),
    "compensation.benefits": (
        rf"{_WE}(?:能|可以|会|将)*(?:为|给[到予]?|带给|提供)(?:{_YOU})?(?:的|提供|带来|{_WHAT}|福利|回报)*|能?给{_YOU}的?{_WHAT}?|{_YOU}(?:将|会|能|可以)+(?:得到|获得|收获|享受|拿到)(?:的|{_WHAT}|到)*"
        rf"|(?:为什么|为何|凭什么)(?:要)?(?:选择|加入|来){_WE}|(?:在|来|加入)[^\W\d_]{{2,6}}?(?:你|您)?(?:能|可以|将|会)+(?:得到|获得|收获|享受|拿到)(?:的|{_WHAT})+"
        rf"|(?:本?{_WE}|员工)(?:可?提供|给予|享有|享受)?(?:的|以下|如下|员工|优厚|各项)*(?:薪[资酬]|福利|待遇)(?:[及和与、]?(?:福利|待遇|保障))*"
    ),
    "requirements.preferred": (
        r"(?:如果?|若)?(?:[你您]|候选人|同时|还|也|最好)*(?:有|具有|具备|拥有|符合|满足|掌握)(?:以下|如下|下列|下述|这些)[^，。；：]{0,8}?(?:条件|技能|能力|经验|经历|资格|特长|背景|素质|情况|[一多]项|之一)?[者的]*[，,]?"
        r"(?:就|则|我们|那|将)*(?:可以?|会)?(?:优先(?:考虑|录用|录取)?|加分|更佳|尤佳|更好|最好|更心动|更棒)(?:考虑)?了?|最好(?:[你您]|也|还)*(?:还有|具备|有)|优先(?:录[取用]|考虑)?(?:资格|技能|能力)|加分(?:技能|能力)"
    ),
    "compensation.salary": r"(?:钱|工资|薪水|工钱)?(?:怎么|如何)(?:算钱?|结|发|给钱)|(?:给|开)多少(?:钱|工资)?",
    "working_hours": r"(?:几点|什么时候|啥时候)(?:上班|来|干活)|(?:上班)?时间怎么(?:安排|排)|干多久",
    "application.instructions": rf"(?:怎么|如何|怎样)(?:联系|应聘|报名|投递?|申请|加入|来|找到)(?:{_WE})?|(?:想来|想加入)(?:的话)?",
    "organization.description": rf"{_WE}(?:是谁|是做{_WHAT}的|在做{_WHAT}|的故事)|(?:认识|了解){_WE}|关于(?!.*(?:[岗职责招聘的]|通知|说明|考核|规定|要求|事项|问题|申请|公司$))[^\W\d_]{{2,8}}",
}
_HEADINGS = tuple((field, deferred(form)) for field, form in _FORMS.items())


def find(label: str) -> str | None:
    """The field that a heading in such words names; None for any other."""
    if len(label) > LONGEST or PRESENT.search(label) is None:
        return None
    return next((field for field, form in _HEADINGS if form.fullmatch(label)), None)
