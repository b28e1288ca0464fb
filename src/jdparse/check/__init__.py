"""Files checked: records against the model, sources by parsing them, and both by the rules of `jdparse.lint`."""
