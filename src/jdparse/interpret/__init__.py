"""The outline of a document → what the record says: each label's content in its field."""
