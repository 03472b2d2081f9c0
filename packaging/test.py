#!/usr/bin/env python3
"""Set Mentor Journal and its test tools up where that is needed, then check everything, offscreen.

python3 packaging/test.py [pytest arguments]: with arguments, only pytest runs, with those. This file and
bootstrap/python.py stay readable for old Pythons, so that they can say what is wrong.
"""

import sys

from bootstrap import python


def main() -> int:
    """Refuse old Pythons before anything they cannot read is imported."""
    python.refuse_unsupported("test.py")
    from bootstrap import checks

    return checks.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
