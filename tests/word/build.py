"""The golden Word samples: invented companies, a trade and a layout each. `<name>.json` is what a sample's record says."""

from collections.abc import Callable, Mapping

from tests.word import forms, several, tables
from tests.word.sheet import Sheet

SAMPLES: Mapping[str, Callable[[], Sheet]] = {
    make.__name__.replace("_", "-"): make
    for make in (
        forms.grid_four_columns,
        forms.label_in_cell,
        forms.vertical_labels,
        forms.zhize_template,
        forms.tick_boxes,
        forms.one_table,
        forms.nested_tables,
        forms.text_boxes,
        tables.duty_standards_table,
        tables.kpi_and_contacts,
        tables.qualification_block,
        tables.revision_and_signatures,
        tables.continued_table,
        tables.duty_categories,
        several.table_per_job,
        several.heading_per_job,
        several.department_then_jobs,
        several.row_per_job,
        several.numbered_headings,
    )
}


def build(name: str) -> bytes:
    """The sample of that name as a .docx file, the same bytes each time. Raises KeyError for a name that is none."""
    return SAMPLES[name]().save()
