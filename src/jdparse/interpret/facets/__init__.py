"""Facets: what a machine compares, read from the text of a job's fields.

Each module here reads one facet from a `Reading`. Only what the job asks for counts: what is preferred (优先), an exception (放宽)
or no limit at all (不限) gives none. Where the text leaves doubt there is no facet.
"""

from jdparse.interpret.draft import Draft
from jdparse.interpret.facets import (
    age,
    certificates,
    dates,
    driving,
    education,
    employment,
    experience,
    gender,
    headcount,
    languages,
    majors,
    salary,
)
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree


def read(draft: Draft, script: str) -> dict[str, Tree]:
    """The facets of one job in the record's shape; what was not found is left out or None.

    `script` is that of the document as it came in. In traditional characters 元 may be the currency of Taiwan, Hong Kong or Macau,
    or of the mainland where a site converted the text: then it is none.
    """
    reading = Reading(draft, None if script == "traditional" else "CNY")
    return {
        "headcount": headcount.read(reading),
        **education.read(reading),
        "majors": [Derived(name.text, name) for name in majors.read(reading)],
        "experience_years": experience.read(reading),
        "age": age.read(reading),
        "gender": gender.read(reading),
        "languages": languages.read(reading),
        "salary": salary.read(reading),
        "employment_type": employment.read(reading),
        "driving_licence": driving.read(reading),
        "certificates": [Derived(name.text, name) for name in certificates.read(reading)],
        "dates": dates.read(reading),
    }
