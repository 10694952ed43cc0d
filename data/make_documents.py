"""Write the two sample documents that are no text files: ftx-verdict.docx and google-ruling.pdf.

    python data/make_documents.py

Both are the same bytes at every run.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

from docx import Document

FOLDER = Path(__file__).resolve().parent / "documents"
DOCX_PARAGRAPHS = (
    "Sam Bankman-Fried, the founder of the crypto exchange FTX, was convicted of fraud in Manhattan on "
    "November 2, 2023. Judge Lewis Kaplan sentenced him to 25 years in prison on March 28, 2024.",
    "Caroline Ellison, who led Alameda Research, testified against Bankman-Fried. She had been his girlfriend. "
    "Gary Wang and Nishad Singh also cooperated with the prosecutors. Damian Williams, the United States attorney, "
    "investigated the collapse.",
    "Bankman-Fried gave millions to candidates of both parties. He met Gary Gensler, the chair of the Securities "
    "and Exchange Commission, in March 2022. Gensler has not defended FTX.",
    "Joseph Bankman and Barbara Fried, his parents, teach at Stanford Law School. FTX sued them in September 2023. "
    "They deny that they did anything wrong.",
)
DOCX_TABLE = (
    ("Defendant", "Post", "Outcome"),
    ("Sam Bankman-Fried", "Chief executive of FTX", "25 years"),
    ("Caroline Ellison", "Chief executive of Alameda Research", "2 years"),
    ("Ryan Salame", "Co-chief executive of FTX Digital Markets", "7.5 years"),
)
PDF_LINES = (
    ("Google Is a Monopolist, Judge Rules", 18),
    ("By Marcus Oyelaran", 11),
    ("The Potomac Record", 11),
    ("Published August 6, 2024", 11),
    ("", 11),
    ("Google broke the law to protect its monopoly in search, Judge Amit Mehta", 11),
    ("ruled in Washington on August 5, 2024. The Department of Justice had sued", 11),
    ("the company in October 2020, when William Barr was attorney general.", 11),
    ("", 11),
    ("Google paid Apple about $20 billion in 2022 to be the default search engine", 11),
    ("on the iPhone. It also paid Samsung and Mozilla. Kent Walker, the president", 11),
    ("of global affairs at Google, criticised the ruling and said that the company", 11),
    ("would appeal. Sundar Pichai, who leads Alphabet, testified for Google.", 11),
    ("", 11),
    ("Merrick Garland praised the decision as a victory for the American people.", 11),
    ("Microsoft did not sue Google, but Satya Nadella, its chief executive,", 11),
    ("testified against Google in 2023.", 11),
)


def write_docx(path: Path) -> None:
    """A report with a heading, a byline, paragraphs and a table."""
    document = Document()
    document.core_properties.title = "The Fall of FTX"
    document.core_properties.author = "Imogen Clarke"
    document.core_properties.created = dt.datetime(2024, 3, 29, 9, 0, tzinfo=dt.UTC)
    document.core_properties.modified = dt.datetime(2024, 3, 29, 9, 0, tzinfo=dt.UTC)
    document.add_heading("The Fall of FTX", level=0)
    document.add_paragraph("By Imogen Clarke")
    document.add_paragraph("Published March 29, 2024")
    for paragraph in DOCX_PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=0, cols=len(DOCX_TABLE[0]))
    for row in DOCX_TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as written, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(written.namelist()):
            out.writestr(
                zipfile.ZipInfo(name, (2024, 3, 29, 9, 0, 0)), written.read(name), zipfile.ZIP_DEFLATED
            )


def write_pdf(path: Path) -> None:
    """One page of Helvetica, as PDF 1.4 (ISO 32000)."""
    commands = ["BT", "72 760 Td"]
    for text, size in PDF_LINES:
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        commands += [f"/F1 {size} Tf", f"({escaped}) Tj", f"0 -{size + 5} Td"]
    stream = "\n".join([*commands, "ET"]).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(content)


if __name__ == "__main__":
    write_docx(FOLDER / "ftx-verdict.docx")
    write_pdf(FOLDER / "google-ruling.pdf")
