# SPDX-License-Identifier: MPL-2.0
"""Loads Qt for Python without what a start does not need, and gives Python its own ``import`` back.

Qt for Python brings sources that know in words how each of its functions is called: for the messages of wrong calls,
``help()`` and stubs of types. They lie in an archive inside its library, so it compiles them anew at each start, which
is a third of what an empty window costs. Here they are compiled when something is first asked of them.

It also replaces ``import`` by one that knows of its ``__feature__``: that one asks, at each ``import``, whether the
importing module wants other names for Qt's functions, and reads the source of each module that is new, to find out
whether it speaks of Qt. Nothing here wants other names. Both were seen with PySide6 6.12.0 (``shibokensupport``).
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from threading import RLock
from typing import Any

_LATER = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
"""Not the ``mapping``: the library looks into its dictionary itself, and ends the program if it finds nothing there."""

_INSTEAD = f"from {__name__} import asked_later\n__getattr__ = asked_later(__name__)"

_compile = builtins.compile
_sources: dict[str, tuple[bytes, str]] = {}
"""What is not compiled yet, by module: the source, and the file it says it is."""

_lock = RLock()


def load_qt() -> None:
    """Import Qt for Python, and have each ``import`` be Python's own again. Called before the window is imported.

    Raises:
        ImportError: if it is not installed, or cannot be loaded.
    """
    builtins.compile = _compile_later  # type: ignore[assignment] # it takes what the other takes
    try:
        import PySide6.QtCore  # noqa: F401 - it is this that compiles, and that replaces import
    finally:
        builtins.compile = _compile
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def asked_later(name: str) -> Callable[[str], Any]:
    """Return what Python asks for a name that a module does not have (PEP 562): it compiles and runs the module first.

    Args:
        name: a module whose source has been put aside.
    """

    def ask(attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)  # Python itself looks for some of these, and none of them is in a source
        names = vars(sys.modules[name])
        with _lock:
            if name in _sources:
                source, file = _sources.pop(name)
                exec(_compile(source, file, "exec"), names)  # noqa: S102 - what Qt for Python would have run itself
        if attribute not in names:
            raise AttributeError(f"{name} has no {attribute}")
        return names[attribute]

    return ask


def _compile_later(source: Any, file: Any, mode: str, *more: Any, **named: Any) -> Any:
    """Compile, but put aside what is not needed now."""
    if file not in _LATER:
        return _compile(source, file, mode, *more, **named)
    _sources[file.removesuffix(".py").replace("/", ".")] = (source, file)
    return _compile(_INSTEAD, file, mode)
