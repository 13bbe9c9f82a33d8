# SPDX-License-Identifier: MPL-2.0
"""The peer: the same jobs through docxtpl, as its guide teaches it (arguments: template, answers as JSON, folder).

Into "seconds" beside the files goes what reading the answers took and what filling in and saving took, in seconds of
the processor.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate, RichText


def main(template: Path, jobs: list[dict[str, Any]], folder: Path) -> None:
    """Fill the template in once for each job."""
    for job in jobs:
        filled = DocxTemplate(template)
        # Without escaping, an "&" in an answer breaks the file.
        filled.render(job, autoescape=True)
        filled.save(folder / f"{job['name']}.docx")


def _with_looks(found: dict[str, Any]) -> dict[str, Any]:
    """Return an object of the JSON; pieces of which one is bold are a RichText, as docxtpl asks for."""
    if "rich" in found:
        found["rich"] = rich = RichText()
        for text, bold in found["pieces"]:
            rich.add(text, bold=bold)
    return found


if __name__ == "__main__":
    begun = time.process_time()
    ready = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"), object_hook=_with_looks)
    loaded, out = time.process_time(), Path(sys.argv[3])
    main(Path(sys.argv[1]), ready, out)
    (out / "seconds").write_text(f"{loaded - begun} {time.process_time() - loaded}", encoding="ascii")
