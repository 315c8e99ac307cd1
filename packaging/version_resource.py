"""What Windows shows of a program under Properties > Details: a version resource in PyInstaller's own notation."""

from __future__ import annotations

import re

NAME = "SalesMate Sync"


def version_resource(version: str) -> str:
    numbers = tuple(map(int, re.match(r"[\d.]*\d", version)[0].split(".")))  # type: ignore[index]
    four = (*numbers, 0, 0, 0, 0)[:4]
    words = {
        "CompanyName": "SalesMate",
        "FileDescription": NAME,
        "FileVersion": version,
        "InternalName": "salesmate-sync",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0, OS=0x40004, fileType=1),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),"  # US English, UTF-16
        " VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])])])\n"
    )
