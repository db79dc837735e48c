"""Start Pitlane and everything it stands on, with nothing but Python's standard library."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said before anything newer is read
    sys.exit(
        "Pitlane needs Python 3.11 or newer and this is {}.{}: install a newer one, "
        "then name it, as in `make run PYTHON=python3.12`.".format(*sys.version_info)
    )
