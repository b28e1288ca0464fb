"""Tables that a dump wrote in one run, cell behind cell and row behind row, read as rows again.

The header says which columns there are (`header`). Some kinds of cells can be told from any text around them: frequencies, letters
of a legend, shares, means of contact (`cells`); so can a list that begins anew (`marks`). A search fits rows to the run such that
every column is in its place and each run of letters has as many as the list before it has items (`search`). Where two texts still
stand together, only what the document itself says elsewhere parts them (`boundaries`). `tables` makes a `Grid` of what was found.
"""
