"""``python -m forgecheck_models.figures``."""

import sys

from forgecheck_models.figures import main

sys.exit(main())
