"""The list of what there is to download: downloads.json, and in the pages that have a place for it. Pure."""

from __future__ import annotations

from content import addresses
from content.site import Site
from exports import data_files
from offline import place
from offline.made import BOTH, Made, Source
from publish import finish

NAME = "downloads.json"
UNSHOWN = ("archive", "hashes")  # for whoever keeps the site, who finds them in the folder
SUITS = {"delen.md": ("whole", "guide", "book", "course", "card")}  # for who places the text elsewhere
UNITS = ((1_000_000, "MB"), (1_000, "kB"))


def as_json(made: list[Made], site: Site) -> bytes:
    """Each file with its language, kind, size and hash, and the edition that all are of."""
    return data_files.as_json({"edition": site.settings.edition, "files": [one.entry() for one in made]})


def size(count: int, point: str) -> str:
    """A number of bytes as people say it: 3,2 MB, with this decimal point."""
    unit, name = next((one for one in UNITS if count >= one[0]), (1, "B"))
    text = f"{count / unit:.1f}" if count < 10 * unit and unit > 1 else f"{count / unit:.0f}"
    return f"{text.replace('.', point)} {name}"


def pages(made: list[Made], source: Source) -> dict[str, bytes]:
    """The pages of the built site that have a place for the list, with the list."""
    found = {}
    for page in source.site.guide.pages.values():
        at = addresses.of_page(page)
        html = source.files[f"{at}index.html"].decode()
        if not place.FORM.search(html):
            continue
        point = source.site.texts(page.locale).locales.decimal_point
        suits = SUITS.get(page.name, tuple(one.kind for one in made))
        shown = [
            (one, addresses.relative(addresses.DOWNLOADS + one.file, at), size(len(one.data), point))
            for one in made
            if one.language in (page.locale, BOTH) and one.kind in suits and one.kind not in UNSHOWN
        ]
        told = source.render("downloads.html", shown=shown, t=source.site.texts(page.locale))
        found[f"{at}index.html"] = place.filled(html, finish.small_page(told)).encode()
    return found
