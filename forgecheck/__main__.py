"""python -m forgecheck"""

import sys

from forgecheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
