"""Rules: what a job description says, or leaves out, that a person should look at. `rules.RULES` has them all."""
