"""English made from templates: what the core says to the log, the journal and programs.

A text is made once, in English, and so it is logged, recorded and told to programs. Its template is gathered
for translation; the window finds it again by the text's form (`doge_gui.models.phrasebook`), even in a text
that was recorded long ago, and says it in its own language.
"""


def phrase(_context: str, template: str, /) -> str:
    """The template, to be filled by `.format`; braces of its own are written twice.

    The context begins with `said.`, by which the phrasebook knows it. What is declared only, because somebody
    else's program says it, is gathered just the same.
    """
    return template
