"""Many documents: found, parsed by supervised processes, written so that nothing is lost.

    sources ─► tasks ─► pool of workers ─► outcomes ─► outputs, journal, summary

`run.run` is that picture as code. A document that crashes, hangs or eats memory is a failure of its own and never the
end of the run.
"""
