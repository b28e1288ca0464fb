"""What a job description leaves out (JD3xx)."""

from collections.abc import Iterator

from jdparse.lint.subject import Hit, Settings, Subject, gives, value_at


def blank_field(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """A field that is printed and empty."""
    for index, path in enumerate(subject.job.blank_fields):
        yield Hit(f"blank_fields[{index}]", {"label": path, "field": path})


def missing_field(subject: Subject, settings: Settings) -> Iterator[Hit]:
    """A required field that the description does not give; one that is said to be none is given."""
    job = subject.job
    for path in settings.required:
        if path in job.none_fields or gives(value_at(job, path)):
            continue
        # What a department does is an entry without a title: docs/record.md.
        if path == "title" and job.department and not gives(job.requirements):
            continue
        yield Hit(path, {"field": path})
