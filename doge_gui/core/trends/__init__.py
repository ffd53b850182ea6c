"""Curves of the history on their way to a screen: what is in view, on which axis, in which points. Pure."""
