"""The application's icon in the formats that operating systems want, drawn from resources/icons/app.svg."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"
#: Explorer's views and the task bar, at 100 to 400 %.
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
#: The names under which macOS looks for a PNG of this many pixels.
MAC_KINDS = (
    (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024),
)  # fmt: skip
#: The folders of the freedesktop theme that is always there.
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write_all(folder: Path) -> None:
    """``app.ico``, ``app.icns`` and ``hicolor/`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.ico").write_bytes(ico())
    (folder / "app.icns").write_bytes(icns())
    for size in LINUX_SIZES:
        _put(folder / "hicolor" / f"{size}x{size}" / "apps" / "salesmate-sync.png", png(size))
    _put(folder / "hicolor" / "scalable" / "apps" / "salesmate-sync.svg", SOURCE.read_bytes())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def drawn(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return image


def png(size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG")
    return buffer.data().data()


def ico() -> bytes:
    """Bitmaps up to 128 pixels, which everything reads, and a PNG of 256, as Windows itself has them."""
    pictures = [png(size) if size == 256 else _bitmap(size) for size in WINDOWS_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(WINDOWS_SIZES, pictures, strict=True):
        side = size % 256  # a byte: 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(pictures)


def _bitmap(size: int) -> bytes:
    """A bitmap without its file's head: twice as high as it is, for the mask (of one bit, unused: alpha rules) follows."""
    image = drawn(size)
    rows = [bytes(image.constScanLine(y)) for y in reversed(range(size))]
    mask = bytes((size + 31) // 32 * 4 * size)
    head = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, len(rows[0]) * size + len(mask), 0, 0, 0, 0)
    return head + b"".join(rows) + mask


def icns() -> bytes:
    parts = [(kind, png(size)) for kind, size in MAC_KINDS]
    body = b"".join(kind + struct.pack(">I", len(picture) + 8) + picture for kind, picture in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body
