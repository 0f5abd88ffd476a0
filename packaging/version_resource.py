"""What Windows shows of the program's file in its properties."""

from pathlib import Path

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1,
    subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('FileDescription', 'Evenkeel'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'evenkeel'),
      StringStruct('LegalCopyright', 'MIT licence'),
      StringStruct('OriginalFilename', 'evenkeel.exe'),
      StringStruct('ProductName', 'Evenkeel'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x409, 1200])])
  ]
)
"""


def write_version(path: Path, version: str) -> Path:
    """Write PyInstaller's form of it for `version` ("1.2.3") to `path`, and give that."""
    numbers = tuple(([int(part) for part in version.split(".")] + [0, 0, 0, 0])[:4])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEXT.format(numbers=numbers, version=version), encoding="utf-8")
    return path
