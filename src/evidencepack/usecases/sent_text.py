# SPDX-License-Identifier: MPL-2.0
"""What goes out to be signed, as text for another process and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.signoff import InkArea, SentCopy, SentPage, SentVersion, Signer, SignEvent, State
from evidencepack.usecases.signing_off import SignGround


def versions_text(versions: Sequence[SentVersion]) -> str:
    """Return versions as text; ``read_versions`` reads it."""
    return json.dumps([asdict(one) for one in versions], ensure_ascii=False)


def read_versions(text: str) -> tuple[SentVersion, ...]:
    """Return the versions that ``versions_text`` was given."""
    return tuple(_version(one) for one in json.loads(text))


def events_text(events: Sequence[SignEvent]) -> str:
    """Return events as text; ``read_events`` reads it."""
    return json.dumps([asdict(one) for one in events], ensure_ascii=False)


def read_events(text: str) -> tuple[SignEvent, ...]:
    """Return the events that ``events_text`` was given."""
    return tuple(SignEvent(**{**one, "state": State(one["state"])}) for one in json.loads(text))


def ground_text(ground: SignGround) -> tuple[str, str, str, str, str]:
    """Return what a version stands on, as text; ``read_ground`` reads it."""
    sent, events = versions_text(ground.sent), events_text(ground.events)
    return ground.at, ground.person, ground.made_with, sent, events


def read_ground(said: Sequence[str]) -> SignGround:
    """Return the ground that ``ground_text`` was given."""
    at, person, made_with, sent, events = said
    return SignGround(at, person, made_with, read_versions(sent), read_events(events))


def _version(one: Mapping[str, Any]) -> SentVersion:
    return SentVersion(**{**one, "copies": tuple(_copy(each) for each in one["copies"])})


def _copy(one: Mapping[str, Any]) -> SentCopy:
    listed = {
        "signers": tuple(Signer(**each) for each in one["signers"]),
        "pages": tuple(SentPage(**each) for each in one["pages"]),
        "areas": tuple(InkArea(**each) for each in one["areas"]),
        "files": tuple(IssuedFile(**each) for each in one["files"]),
    }
    return SentCopy(**{**one, **listed})
