"""What ads and job boards set without a label: bare values on a line or a line each, places, tags, facts beside a name."""
