"""How many open files a fleet needs, at both ends of the wire: up to two for each gateway."""

import sys

SPARE = 64
"""For the program's own files: the log, the window, the standard streams."""


class TooFewFilesError(Exception):
    """The system does not allow this process as many open files as the fleet needs."""


def allow_files_for(gateways: int) -> None:
    """Raise the process's own limit as far as needed; raises TooFewFilesError where the system forbids it."""
    if sys.platform == "win32":
        # select() there is compiled for 512 sockets.
        if 2 * gateways + SPARE > 512:
            raise TooFewFilesError(
                f"{gateways} gateways need more sockets than select() can watch on Windows"
            )
        return
    import resource

    needed = 2 * gateways + SPARE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise TooFewFilesError(
            f"{gateways} gateways need {needed} open files; this system allows {hard} (ulimit -Hn)"
        )
    if soft != resource.RLIM_INFINITY and soft < needed:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
        except (OSError, ValueError) as error:
            raise TooFewFilesError(f"{gateways} gateways need {needed} open files: {error}") from error
