"""Files of office programs, made by code."""

from __future__ import annotations

import io
import struct
import zipfile

from support.read_samples import MORE, PROSE

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGED = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive_bytes(files: dict[str, bytes | str], *, packed: bool = True) -> bytes:
    """A zip archive of ``files``."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def xlsx_bytes(*sheets: list[list[object]]) -> bytes:
    """A workbook of ``sheets``; one of a collection unless they are given."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets or ([["Headline", "Body", "Byline"], ["Harbour loan", PROSE, "Nora Quill"]],):
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def shape(text: str, role: str = "body", run: str = "") -> str:
    """The XML of a text on a slide; each line of ``text`` is a paragraph."""
    lines = "".join(f"<a:p><a:r><a:rPr {run}/><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{role}"/></p:nvPr></p:nvSpPr><p:txBody>{lines}</p:txBody></p:sp>'


def pptx_bytes(*slides: str, notes: str = "", hidden: int | None = None) -> bytes:
    """A presentation of the XML of ``slides``, listed from the last to the first; ``notes`` belong to the first."""
    slides = slides or (shape("Harbour loan", "title") + shape(PROSE), shape(MORE))
    spaces = f'xmlns:a="{_A}" xmlns:p="{_P}" xmlns:r="{_R}"'
    files = {"[Content_Types].xml": "<Types/>"}
    relations = listed = ""
    for number, slide in enumerate(slides, start=1):
        part = len(slides) - number + 1
        shown = ' show="0"' if hidden == number else ""
        files[f"ppt/slides/slide{part}.xml"] = f"<p:sld {spaces}{shown}><p:spTree>{slide}</p:spTree></p:sld>"
        relations += f'<Relationship Id="r{part}" Type="{_R}/slide" Target="slides/slide{part}.xml"/>'
        listed += f'<p:sldId id="{number}" r:id="r{part}"/>'
    files["ppt/presentation.xml"] = (
        f"<p:presentation {spaces}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>"
    )
    files["ppt/_rels/presentation.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGED}">{relations}</Relationships>'
    )
    if notes:
        files[f"ppt/slides/_rels/slide{len(slides)}.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGED}"><Relationship Id="n" Type="{_R}/notesSlide"'
            ' Target="../notesSlides/notesSlide1.xml"/></Relationships>'
        )
        files["ppt/notesSlides/notesSlide1.xml"] = f"<p:notes {spaces}>{notes}</p:notes>"
    return archive_bytes(files)


def odt_bytes(
    body: str = f"<text:h>Harbour loan</text:h><text:p>{PROSE}</text:p>", styles: str = ""
) -> bytes:
    """A text of OpenDocument with the XML of its body and its own styles."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = ("office", "text", "table", "style")
    spaces = " ".join(f'xmlns:{name}="{base}:{name}:1.0"' for name in names)
    content = (
        f'<office:document-content {spaces} xmlns:draw="{base}:drawing:1.0"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive_bytes({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


RTF = (
    r"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title Harbour}}\f0 Ines Calloway {\deleted Nils Aker left. }"
    r"{\strike Nils Aker fell. }{\v Nils Aker hid. }met {\b Rupert} Hale in K\'f6ln.\par Dora Westin sued them.\par}"
)


def msg_bytes(sender: str, recipient: str, subject: str, body: str) -> bytes:
    """A message as Outlook saves it ([MS-OXMSG]) within a compound file ([MS-CFB]) without small streams."""

    def text(value: str) -> bytes:
        # A stream of less than 4,096 bytes would have to lie among the small ones.
        return value.ljust(2048).encode("utf-16-le")

    def properties(*known: tuple[int, bytes], head: bytes) -> bytes:
        entries = (
            struct.pack("<II", tag << 16 | 0x1F, 6) + struct.pack("<II", len(v) + 2, 0) for tag, v in known
        )
        return head + b"".join(entries) * 100

    own = [(0x001A, text("IPM.Note")), (0x0037, text(subject)), (0x1000, text(body)), (0x0C1A, text(sender)),
           (0x0C1F, text("a@b.example"))]  # fmt: skip
    theirs = [(0x3001, text(recipient)), (0x39FE, text("c@d.example")), (0x3003, text("c@d.example"))]
    storage = "__recip_version1.0_#00000000"
    entries: list[tuple[str, int, bytes]] = [("Root Entry", 5, b"")]
    entries += [(f"__substg1.0_{tag:04X}001F", 2, value) for tag, value in own]
    entries.append(("__properties_version1.0", 2, properties(*own, head=struct.pack("<8x4I8x", 1, 0, 1, 0))))
    entries.append((storage, 1, b""))
    inner = len(entries)
    entries += [(f"__substg1.0_{tag:04X}001F", 2, value) for tag, value in theirs]
    entries.append(("__properties_version1.0", 2, properties(*theirs, head=b"\0" * 8)))
    return _compound(entries, inner)


def _compound(entries: list[tuple[str, int, bytes]], inner: int) -> bytes:
    """A compound file of ``entries``; those from ``inner`` on lie in the storage before them."""
    sectors: list[bytes] = []
    chain: list[int] = []
    starts: list[int] = []
    for _, _, content in entries:
        pieces = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
        starts.append(len(sectors) if pieces else 0xFFFFFFFE)
        chain += [len(sectors) + number + 1 for number in range(len(pieces))]
        chain[-1:] = [0xFFFFFFFE] if pieces else chain[-1:]
        sectors += pieces
    none = 0xFFFFFFFF
    records = b""
    for number, (name, kind, content) in enumerate(entries):
        # The tree of names is a list to the right; nobody looks names up in it.
        last = number in (0, inner - 1, len(entries) - 1)
        child = {0: 1, inner - 1: inner}.get(number, none)
        encoded = name.encode("utf-16-le") + b"\0\0"
        records += encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
        records += struct.pack("<III", none, none if last else number + 1, child) + b"\0" * 36
        records += struct.pack("<IQ", starts[number], len(content))
    directory = len(sectors)
    pieces = [records[at : at + 512].ljust(512, b"\0") for at in range(0, len(records), 512)]
    chain += [directory + number + 1 for number in range(len(pieces) - 1)] + [0xFFFFFFFE]
    sectors += pieces
    chain.append(0xFFFFFFFD)
    table = b"".join(struct.pack("<I", each) for each in chain).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, directory, 0, 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return header + struct.pack("<I", len(sectors)).ljust(436, b"\xff") + b"".join(sectors) + table
