# SPDX-License-Identifier: MPL-2.0
"""A job of Windows: the limits of a child, and its end with ours (learn.microsoft.com, "Job Objects")."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KILL_ON_CLOSE = 0x2000
    _ACTIVE_PROCESSES = 0x0008
    _PROCESS_MEMORY = 0x0100
    _NO_ERROR_BOX = 0x0400
    _EXTENDED_LIMITS = 9
    _SET_QUOTA_AND_TERMINATE = 0x0101
    _PROGRAM = 256
    _MEGABYTE = 1024 * 1024

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the counters of reading and writing are not used here."""

        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    _kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.TerminateJobObject.argtypes = (wintypes.HANDLE, wintypes.UINT)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    class Job:
        """A job for one process and those it may start. Windows ends what is in it when our last handle closes."""

        def __init__(self, *, megabytes: int, processes: int = 1) -> None:
            """Make the job; the memory limit of each process counts what the program itself takes, so room is added."""
            self._handle = _checked(_kernel.CreateJobObjectW(None, None))
            limits = _Extended()
            limits.BasicLimitInformation.LimitFlags = (
                _KILL_ON_CLOSE | _ACTIVE_PROCESSES | _PROCESS_MEMORY | _NO_ERROR_BOX
            )
            limits.BasicLimitInformation.ActiveProcessLimit = processes
            limits.ProcessMemoryLimit = (_PROGRAM + megabytes) * _MEGABYTE
            size = ctypes.sizeof(limits)
            _checked(_kernel.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), size))

        def take_in(self, process: int) -> None:
            """Put a process into the job, by its number.

            Raises:
                OSError: if Windows does not; the process goes on outside.
            """
            handle = _checked(_kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, process))
            try:
                _checked(_kernel.AssignProcessToJobObject(self._handle, handle))
            finally:
                _kernel.CloseHandle(handle)

        def end(self) -> None:
            """End what is in the job, and the job; ending twice is no fault."""
            if self._handle:
                _kernel.TerminateJobObject(self._handle, 1)
                _kernel.CloseHandle(self._handle)
                self._handle = 0

    def _checked(result: int) -> int:
        """Return what a function of Windows returned.

        Raises:
            OSError: if it says that it failed.
        """
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
        return result
