# SPDX-License-Identifier: MPL-2.0
"""Templates of a kind, read from text. Jinja2 is loaded only when a text has something for it to read."""

from __future__ import annotations

from evidencepack.library.template import Template, Words


def parse_template(text: str) -> Template:
    """Read clause text.

    A line that holds nothing but ``{% ... %}`` leaves nothing behind, not even its line break; all other white space
    stays as written.

    Raises:
        TemplateError: if the syntax is wrong or is more than the house allows (``docs/kinds.md`` lists it all).
    """
    if "{" not in text:
        return (Words(text),) if text else ()
    # Loaded here: importing Jinja2 takes longer than reading every kind, and commands without kinds need not pay it.
    from evidencepack.library.jinja_reader import read_jinja

    return read_jinja(text)
