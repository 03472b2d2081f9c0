#!/usr/bin/env python3
"""Set Mentor Journal up where that is needed, then start it: python3 packaging/run.py [arguments].

This file and bootstrap/python.py stay readable for old Pythons, so that they can say what is wrong.
"""

import sys

from bootstrap import python


def main() -> int:
    """Refuse old Pythons before anything they cannot read is imported."""
    python.refuse_unsupported("run.py")
    from bootstrap import start

    return start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
