"""What a bundle starts: the window under the name ``hsp-calc-gui``, the command line under any other."""

import sys
from pathlib import Path

from hsp_calc.__main__ import main, window

sys.exit(window() if Path(sys.argv[0]).stem.lower() == "hsp-calc-gui" else main())
