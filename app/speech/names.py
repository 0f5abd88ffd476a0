"""Names of files and folders from somebody else: which may be written anywhere, and how they are shown."""

_LONGEST = 120
"""Bytes that a name has at most in UTF-8; a path has twice as many characters at most."""

_DEEPEST = 8
_NEVER = frozenset('<>:"|?*\\/')
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
_DEVICES |= {f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"}
"""Names that Windows keeps for itself, whatever follows a dot (learn.microsoft.com, Naming Files)."""


def fit(name: str) -> bool:
    """Say whether a file or folder may be called so on every system."""
    return (
        name == name.strip()
        and not name.endswith(".")
        and name.isprintable()
        and 0 < len(name.encode()) <= _LONGEST
        and not _NEVER & set(name)
        and name.split(".")[0].rstrip().upper() not in _DEVICES
    )


def fit_path(parts: tuple[str, ...]) -> bool:
    """Say whether a relative path of these parts may be written on every system."""
    return len(parts) <= _DEEPEST and sum(map(len, parts)) <= 2 * _LONGEST and all(map(fit, parts))


def leaves(name: str) -> bool:
    """Say whether a path would lead out of the folder it is written below: up, absolute, another drive."""
    parts = name.replace("\\", "/").split("/")
    return not parts[0] or parts[0][1:2] == ":" or ".." in parts


def shown(name: str) -> str:
    """Give a foreign name as it may stand in a sentence: one line, not endless."""
    plain = "".join(each if each.isprintable() else "?" for each in name)
    return plain if len(plain) <= 80 else f"{plain[:79]}…"
