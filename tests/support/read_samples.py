"""Files of every format, made by code."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

PROSE = (
    "The council of Rivertown voted on Monday to lend the harbour company nine million dollars. "
    "Mayor Ada Brook said the loan would be repaid within ten years. "
    "Her opponent, Carl Finch, called the plan reckless and asked the auditors to look into it."
)
MORE = "The company, which runs two ferries, lost its licence last year. It has since hired a new director."


def pdf_bytes(lines: list[str], *, encrypted: bool = False) -> bytes:
    """A PDF of one page with ``lines``."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 11 Tf 60 760 Td {shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    key = "".join("%02x" % (number * 7 % 256) for number in range(32))
    lock = f" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key}> <{key}>]"
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R{lock if encrypted else ''} >>"
    count = len(objects) + 1
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF\n".encode()


def placed_pdf(*pages: list[tuple[float, float, float, str]], picture: int | None = None) -> bytes:
    """A PDF whose pages hold words of a size at a place: (points from the left, from the foot, size, words).

    The page of the number ``picture``, counted from 0, holds one black dot drawn large as well.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    objects.append("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
                   " /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream")  # fmt: skip
    kids = []
    for number, words in enumerate(pages):
        stream = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm ({text}) Tj ET" for left, base, size, text in words
        )
        stream += "\nq 500 0 0 700 50 50 cm /I1 Do Q" if picture == number else ""
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >>"
            f" /XObject << /I1 4 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled_pdf(objects)


def assembled_pdf(objects: list[str]) -> bytes:
    """A PDF of ``objects``, of which the first is the catalogue."""
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>"
    count = len(objects) + 1
    return (
        f"{body}xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def docx_bytes() -> bytes:
    """A Word document with title, byline, prose, a table between paragraphs and a bullet."""
    import docx

    file = docx.Document()
    file.add_heading("Harbour loan approved", 0)
    file.add_paragraph("By Nora Quill")
    file.add_paragraph(PROSE)
    table = file.add_table(2, 2)
    for row, words in zip(table.rows, (("Ferry", "Loss"), ("North Star", "2 million")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    file.add_paragraph(MORE)
    file.add_paragraph("The auditors will report in June.", style="List Bullet")
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:r="{_OFFICE}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word_bytes(body: str, **parts: str) -> bytes:
    """A Word document of the XML of its body and of ``header``, ``footer``, ``footnotes`` or ``endnotes``."""
    types = relations = ends = ""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            root = {"header": "hdr", "footer": "ftr"}.get(name, name)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {_SPACES}>{xml}</w:{root}>")
            kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
            types += f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
            relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
            if root != name:
                ends += f'<w:{name}Reference w:type="default" r:id="{name}"/>'
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/>{types}</Types>',
        )
        packaged = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packaged}"><Relationship Id="a" Type="{_OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{packaged}">{relations}</Relationships>'
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document {_SPACES}><w:body>{body}<w:sectPr>{ends}</w:sectPr></w:body></w:document>",
        )
    return held.getvalue()


def zip_bytes(document: bytes) -> bytes:
    """An archive that passes for a Word document whose text is ``document``."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return held.getvalue()


PAGE = f"""<!doctype html><html><head><title>Harbour loan approved</title>
<meta name="author" content="Nora Quill"><meta property="og:site_name" content="Rivertown Courier">
<meta property="article:published_time" content="2024-05-06T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour loan approved</h1><p>{PROSE}</p>
<h2>What comes next</h2><p>{MORE}</p><ul><li>The auditors will report in June.</li></ul>
<table><tr><td>Ferry</td><td>Loss</td></tr><tr><td>North Star</td><td>2 million</td></tr></table>
<script>alert("stolen")</script></article></body></html>"""

MAIL = f"""From: Nora Quill <nora@courier.example>
To: "Finch, Carl" <carl@finch.example>
Date: Mon, 6 May 2024 08:00:00 +0200
Subject: =?utf-8?q?The_caf=C3=A9_loan?=
Content-Type: text/plain; charset=utf-8

Dear Carl,

{PROSE}

Best regards,
Nora

On Sun, May 5, 2024 at 9:00 AM Carl Finch <carl@finch.example> wrote:
> I never saw the contract.
> The mayor did.
"""


def write_all(folder: Path) -> None:
    """One good file of every format."""
    import json

    record = {
        "headline": "Harbour loan approved",
        "body": PROSE,
        "byline": "By Nora Quill",
        "date": "2024-05-06",
    }
    (folder / "plain.txt").write_text(
        f"Harbour loan approved\n\nBy Nora Quill\n\n{PROSE}\n", encoding="utf-8"
    )
    (folder / "marked.md").write_text(
        f"# Harbour loan approved\n\n{PROSE}\n\n- One point.\n", encoding="utf-8"
    )
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "paper.pdf").write_bytes(pdf_bytes(["Harbour loan approved", *PROSE.split(". ")]))
    (folder / "word.docx").write_bytes(docx_bytes())
    (folder / "mail.eml").write_text(MAIL, encoding="utf-8")
    (folder / "box.mbox").write_text(f"From nora Mon May  6 08:00:00 2024\n{MAIL}\n" * 2, encoding="utf-8")
    (folder / "lines.jsonl").write_text(
        json.dumps(record) + "\n" + json.dumps({"text": MORE}), encoding="utf-8"
    )
    (folder / "list.json").write_text(json.dumps({"articles": [record]}), encoding="utf-8")
    (folder / "rows.csv").write_text(
        f'Headline,Body,Byline\nHarbour loan,"{PROSE}",Nora Quill\n', encoding="utf-8"
    )
