"""HTML as an accessible PDF (PDF/UA-1), by WeasyPrint."""

from __future__ import annotations

import contextlib
import io
import logging

from offline import tagged
from offline.made import Source
from publish.swap import Refused


def engine():
    """WeasyPrint. Raises `Refused` when the libraries that it needs of the system are not there."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it would print a page of advice
            import weasyprint
    except OSError:
        raise Refused(
            "pdf: needs the library Pango: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
            "(Windows: MSYS2), or name the kinds without it: downloads.py zip slides epub scorm warc"
        ) from None
    return weasyprint


class Strict(logging.Handler):
    """Has what WeasyPrint would only log, such as a picture that it leaves out, stop the work."""

    def emit(self, record):
        raise Refused(f"pdf: {record.getMessage()}: mend or replace it, and build again")


def written(html: str, source: Source, style: str) -> bytes:
    """HTML as a PDF, with nothing from the network. Raises `Refused` on a picture or font of no use."""
    weasyprint, strict = engine(), Strict(logging.ERROR)
    fonts = weasyprint.text.fonts.FontConfiguration()
    document = weasyprint.HTML(string=html, base_url=source.built.as_uri() + "/")
    css = weasyprint.CSS(string=style, font_config=fonts)
    log = logging.getLogger("weasyprint")
    log.addHandler(strict)
    try:
        made = document.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1")
    finally:
        log.removeHandler(strict)
    return tagged.mended(made)
