"""HTML as an accessible PDF (PDF/UA-1), by WeasyPrint."""

from __future__ import annotations

from offline import tagged
from offline.made import Source
from publish.swap import Refused


def engine():
    """WeasyPrint. Raises `Refused` when the libraries that it needs of the system are not there."""
    try:
        import weasyprint
    except OSError:
        raise Refused(
            "pdf: needs the library Pango: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
            "(Windows: MSYS2), or name the kinds without it: downloads.py zip slides epub"
        ) from None
    return weasyprint


def written(html: str, source: Source, style: str) -> bytes:
    """HTML as a PDF, with nothing from the network."""
    weasyprint = engine()
    fonts = weasyprint.text.fonts.FontConfiguration()
    document = weasyprint.HTML(string=html, base_url=source.built.as_uri() + "/")
    css = weasyprint.CSS(string=style, font_config=fonts)
    return tagged.mended(document.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1"))
