"""The words of the sign-in page and of the refusals."""

from typing import Final

from doge_gui.core.phrase import phrase

TEXTS: Final = {
    400: phrase("web", "The question cannot be understood."),
    401: phrase("web", "Sign in first."),
    403: phrase("web", "This is not allowed."),
    404: phrase("web", "There is nothing at this address."),
    405: phrase("web", "Everything here is read-only: only GET and HEAD are answered."),
    413: phrase("web", "A question has no body."),
    429: phrase("web", "Too many wrong tokens. Wait a minute, then try again."),
    500: phrase("web", "Something went wrong here. The log says more."),
    503: phrase("web", "WatchDoge cannot answer this at the moment."),
}
"""What a status means to a person, where nothing better is known."""
UNKNOWN: Final = phrase("web", "This cannot be answered.")
TO_THE_OVERVIEW: Final = phrase("web", "To the overview")
SIGN_IN: Final = {
    "title": phrase("web", "Sign in"),
    "token": phrase("web", "Token"),
    "hint": phrase("web", "It stands in the configuration of WatchDoge, under flask.token."),
    "wrong": phrase("web", "This is not the token."),
    "held": phrase("web", "Too many wrong tokens. Wait a minute, then try again."),
    "away": phrase("web", "WatchDoge does not answer. Try again."),
    "no_script": phrase("web", "Signing in needs JavaScript."),
}
