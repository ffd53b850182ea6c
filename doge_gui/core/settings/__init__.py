"""The configuration as something to edit: its options, its document, the edits that can be undone."""
