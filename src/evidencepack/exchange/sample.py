# SPDX-License-Identifier: MPL-2.0
"""The sample tender: kept in parts that people can edit side by side, joined into one tender file."""

from __future__ import annotations

import json
from collections.abc import Sequence


def joined(parts: Sequence[bytes]) -> bytes:
    """Return the tender file whose head is in the first part and whose records are those of all parts, in order.

    The parts are ours, so nothing is checked here; the reader of tender files checks the whole.
    """
    head, *others = (json.loads(part) for part in parts)
    records = [record for part in (head, *others) for record in part["records"]]
    return (json.dumps({**head, "records": records, "attachments": []}, ensure_ascii=False, indent=1) + "\n").encode()
