"""What the tests of documents share: the modules beside them that make sample files."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
