# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.ui.find.looking import Looking
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread


def test_a_search_gives_way_to_what_was_typed_after_it(session: Session, store: StoreThread) -> None:
    looking = Looking()
    older = looking.request("breach", session)
    newer = looking.request("breach log", session)

    assert store.wait_for(older) is None
    found = store.wait_for(newer)
    assert found is not None
    assert found.results
