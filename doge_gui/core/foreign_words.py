"""What Python, pydantic, libcurl and the system say, where the screen passes it on: to be translated too.

A text that is not here is shown as it came.
"""

from doge_gui.core.phrase import phrase

OF_OPTIONS = (
    phrase("said.libraries", "{0}, got {1}"),
    phrase("said.libraries", "input should be a valid integer"),
    phrase("said.libraries", "input should be a valid integer, got a number with a fractional part"),
    phrase("said.libraries", "input should be a valid number"),
    phrase("said.libraries", "input should be a finite number"),
    phrase("said.libraries", "input should be a valid string"),
    phrase("said.libraries", "input should be a valid boolean"),
    phrase("said.libraries", "input should be a valid array"),
    phrase("said.libraries", "input should be an object"),
    phrase("said.libraries", "input should be null"),
    phrase("said.libraries", "input should be '{0}'"),
    phrase("said.libraries", "input should be greater than {0}"),
    phrase("said.libraries", "input should be greater than or equal to {0}"),
    phrase("said.libraries", "input should be less than {0}"),
    phrase("said.libraries", "input should be less than or equal to {0}"),
    phrase("said.libraries", "string should have at least {0} character"),
    phrase("said.libraries", "string should have at least {0} characters"),
    phrase("said.libraries", "string should have at most {0} character"),
    phrase("said.libraries", "string should have at most {0} characters"),
    phrase("said.libraries", "string should match pattern '{0}'"),
    phrase("said.libraries", "tuple should have at most {0} items after validation, not {1}"),
    phrase("said.libraries", "tuple should have at most {0} items after validation, not more"),
    phrase("said.libraries", "tuple should have at least {0} items after validation, not {1}"),
    phrase("said.libraries", "field required"),
)
"""pydantic's, their first letter made small, as a Mistake has them."""
OF_JSON = (
    phrase("said.libraries", "Expecting value"),
    phrase("said.libraries", "Expecting property name enclosed in double quotes"),
    phrase("said.libraries", "Expecting ',' delimiter"),
    phrase("said.libraries", "Expecting ':' delimiter"),
    phrase("said.libraries", "Unterminated string starting at"),
    phrase("said.libraries", "Extra data"),
    phrase("said.libraries", "Invalid control character at"),
    phrase("said.libraries", "Invalid \\escape"),
    phrase("said.libraries", "Invalid \\uXXXX escape"),
    phrase("said.libraries", "{0}: line {1} column {2} (char {3})"),
)
"""The standard library's parser."""
OF_THE_SYSTEM = (
    phrase("said.libraries", "No such file or directory"),
    phrase("said.libraries", "Permission denied"),
    phrase("said.libraries", "No space left on device"),
    phrase("said.libraries", "Is a directory"),
    phrase("said.libraries", "Not a directory"),
    phrase("said.libraries", "File exists"),
    phrase("said.libraries", "Read-only file system"),
    phrase("said.libraries", "Input/output error"),
    phrase("said.libraries", "Disk quota exceeded"),
    phrase("said.libraries", "Too many open files"),
    phrase("said.libraries", "No route to host"),
    phrase("said.libraries", "Network is unreachable"),
    phrase("said.libraries", "database disk image is malformed"),
    phrase("said.libraries", "file is not a database"),
    phrase("said.libraries", "database is locked"),
)
OF_LIBCURL = (
    phrase("said.libraries", "Failed to connect to {0} port {1} after {2} ms: {3}"),
    phrase("said.libraries", "Could not connect to server"),
    phrase("said.libraries", "Couldn't connect to server"),
    phrase("said.libraries", "Received HTTP/0.9 when not allowed"),
)
