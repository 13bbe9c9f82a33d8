# SPDX-License-Identifier: MPL-2.0
"""One whole process of ours: jobs to files (arguments: pickled jobs, folder, formats such as "docx" or "pdf,docx").

Into "seconds" beside them goes what reading the jobs took and what writing the Word files took, in seconds of the
processor.
"""

from __future__ import annotations

import gc
import pickle
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from evidencepack.bootstrap import Program
from evidencepack.pack.press import Format

if TYPE_CHECKING:
    from word_job import Job


def main(jobs: list[Job], folder: Path, forms: list[Format]) -> float:
    """Lay each job out once and print it in each format; return what writing Word took."""
    press, written = Program().press, 0.0
    if Format.DOCX in forms:
        import evidencepack.render.word.writer  # noqa: F401 - the peer's time to write has no imports in it, either
    for job in jobs:
        numbered, pages = press.lay_out(job.documents, stamp=job.stamp)
        for form in forms:
            start = time.process_time()
            asked = job.questions.get
            data = press.print_file(numbered, pages, job.properties, form=form, stamp=job.stamp, asked=asked)
            (folder / f"{job.name}.{form.value}").write_bytes(data)
            written += time.process_time() - start if form is Format.DOCX else 0.0
    return written


if __name__ == "__main__":
    gc.disable()  # as the command does, here and at the end
    begun = time.process_time()
    ready = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - the benchmark wrote it
    loading, out = time.process_time() - begun, Path(sys.argv[2])
    writing = main(ready, out, [Format(name) for name in sys.argv[3].split(",")])
    (out / "seconds").write_text(f"{loading} {writing}", encoding="ascii")
    gc.freeze()
