"""Why the web view is not served, in words with the remedy."""

import errno

from doge_gui.core.config import FlaskSection
from doge_gui.core.phrase import phrase


def why_not(section: FlaskSection, error: OSError) -> str:
    """What the system's refusal of an address or a port means."""
    if error.errno == errno.EADDRINUSE:
        words = phrase(
            "said.web", "port {1} of {0} is taken by another program; it is tried again; or change flask.port"
        )
    elif error.errno == errno.EADDRNOTAVAIL or error.errno is None or error.errno < 0:
        words = phrase("said.web", "{0} is no address of this machine; change flask.host")
    elif error.errno == errno.EACCES:
        words = phrase("said.web", "port {1} needs an administrator's rights; choose a flask.port above 1023")
    else:
        return phrase("said.web", "{0} port {1}: {2}; change flask.host or flask.port").format(
            section.host, section.port, error.strerror or error
        )
    return words.format(section.host, section.port)
