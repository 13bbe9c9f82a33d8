# SPDX-License-Identifier: MPL-2.0
"""Where a child begins: run by its path, with the places of the program's modules, and what kind of child it is.

Python looks for modules nowhere else, and reads neither the person's settings nor those of the folder it stands in.
"""

from __future__ import annotations

import json
import sys

if __name__ == "__main__":
    sys.path[:] = json.loads(sys.argv[1])

    from evidencepack.guard.starting import WORKER

    if sys.argv[2:] == [WORKER]:
        from evidencepack.guard.working import serve_worker

        serve_worker()
    else:
        from evidencepack.guard.inside import serve

        serve()
