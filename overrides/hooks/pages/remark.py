"""The mail in which a reader says that something is not right: it names the page, and nobody. Pure."""

from __future__ import annotations

from urllib.parse import quote

from content.site import Site


def mail(site: Site, locale: str, title: str, codes: list[str], address: str) -> str:
    """The link that opens it (RFC 6068), "" when the site has no address for remarks.

    `address` is that of the page, from the root of the site."""
    if not site.settings.remarks or site.settings.frozen:
        return ""
    texts, edition = site.texts(locale).remark, site.settings.edition
    page = f"{title} ({', '.join(code.upper() for code in codes)})" if codes else title
    lines = [
        f"{texts.page}: {page}",
        f"{texts.edition}: {edition}",
        f"{texts.address}: {site.settings.root}{address.removeprefix('./')}",
        "",
        texts.question,
        "",
    ]
    subject = f"{site.name(locale)}: {title} ({edition})"
    body = "\r\n".join(lines)
    to = quote(site.settings.remarks, safe="@")
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
