"""From lines to one outline: entries, the jobs that they belong to, and how the entries of a job nest."""
