"""The first-start assistant: from nothing to a fleet that is watched, in three steps."""
