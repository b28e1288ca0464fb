"""The golden Word samples: invented companies, a trade and a layout each. `<name>.json` is what a sample's record says.

`python -m tests.word.build`, at the top of the repository, writes those of them that stand in `samples/` as files.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

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

REAL = {
    "bakery-shift-leader": "grid-four-columns",
    "book-editing-jobs": "numbered-headings",
    "water-pipe-network-manager": "zhize-template",
}
"""The samples that a user can open in Word, by their folder in `samples/`."""

FOLDER = Path(__file__).resolve().parents[2] / "samples"


def build(name: str) -> bytes:
    """The sample of that name as a .docx file, the same bytes each time. Raises KeyError for a name that is none."""
    return SAMPLES[name]().save()


if __name__ == "__main__":
    for folder, sample in REAL.items():
        (FOLDER / folder).mkdir(exist_ok=True)
        (FOLDER / folder / "input.docx").write_bytes(build(sample))
