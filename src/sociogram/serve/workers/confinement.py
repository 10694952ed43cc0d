"""What a worker may not do: say anything to the terminal, use a network. Its limits are in ``sociogram.processes``.

All of it is the kernel's business (Linux); on another system a worker runs without these limits, and only
the server's clock and the refusal of ``SERVICE`` and ``LOAD`` hold.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct

from sociogram.processes.limits import forbid_core_files

# linux/prctl.h and linux/seccomp.h.
_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_FILTER_MODE = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 13
"""The call fails with EACCES."""
# linux/audit.h and the tables of calls: the name of the architecture, the number of socket().
_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


def be_silent() -> None:
    """No core file, and no lines of the engine's last words on the terminal."""
    forbid_core_files()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)


def forbid_network() -> bool:
    """Make ``socket()`` fail in this thread and its children for good (seccomp); whether that was possible.

    The second lock behind ``sociogram.rdf.service_guard``: what the engine reads as ``SERVICE`` after all
    finds no way out.
    """
    known = _SOCKET_CALL.get(platform.machine())
    if known is None or platform.system() != "Linux":
        return False
    architecture, call = known
    # struct sock_filter (linux/filter.h): code, jump if true, jump if false, operand.
    program = b"".join(
        struct.pack("=HBBI", *line)
        for line in (
            (0x20, 0, 0, 4),  # load the architecture
            (0x15, 0, 3, architecture),  # another one: allow, for its numbers differ
            (0x20, 0, 0, 0),  # load the number of the call
            (0x15, 0, 1, call),
            (0x06, 0, 0, _REFUSE),
            (0x06, 0, 0, _ALLOW),
        )
    )
    filters = ctypes.create_string_buffer(program)

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    held = Program(len(program) // 8, ctypes.addressof(filters))
    control = ctypes.CDLL(None, use_errno=True).prctl
    return bool(
        control(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        and control(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(held), 0, 0) == 0
    )
