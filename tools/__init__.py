"""The project's own tools: the set-up behind bootstrap.py and the makers of shipped files.

Standard library only: they run before anything is installed.
"""


class SetupError(Exception):
    """The machine lacks something. The text says what, and what to type to get it."""
