"""A ministry that fills everything in, built: an invented one, whose names and numbers cannot exist."""

from __future__ import annotations

import contextlib
import datetime
import posixpath
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from content import security_txt
from guard import some
from selectolax.lexbor import LexborHTMLParser
from small import change, run, small_project
from translated import reviewed

TOMORROW = datetime.date.today() + datetime.timedelta(days=1)
OWN = f"""\
extra:
  status: adopted
  author: {{nl: Ministerie van Verzinsels, en: Ministry of Inventions}}
  licence: {{name: CC0 1.0, url: "https://creativecommons.org/publicdomain/zero/1.0/"}}
  identifier: https://id.verzinsels.example/gids/
  frame_ancestors: "'self' https://intranet.verzinsels.example"
  remarks: gids@verzinsels.example
  security:
    contact: [veilig@verzinsels.example, "https://verzinsels.example/lek"]
    expires: {TOMORROW}
    policy: https://verzinsels.example/beleid
"""
MINISTRY = """\
  ministry:
    name: {nl: Ministerie van Verzinsels, en: Ministry of Inventions}
    logo: {light: kaart.svg, dark: kaart.svg}
    rules: eigen-regels.md
    accent: {light: "#004d40", dark: "#80cbc4"}
    contacts:
      - {role: manager, name: Loket Verzonnen Hulp, email: hulp@verzinsels.example}
      - {role: adviser, name: Vera Verzonnen, phone: "+31 00 000 00 01"}
      - role: security
        name: {nl: Meldpunt Verzinsels, en: Inventions Desk}
        phone: "+31 00 000 00 02"
        hours: {nl: dag en nacht, en: day and night}
"""
RULES = {
    "nl": "# Zeepbellen online\n\nDeze regels gelden sinds 30 februari, zie [ophef](../ophef.md#o1).\n\n"
    "## Wolken { #p3 }\n\nEen zeepbel in werktijd heet een schuimkraag.[^1]\n\n[^1]: Besluit Zeepbellen.\n",
    "en": "# Soap bubbles online\n\nThese rules date from 30 February, see [uproar](../ophef.md#o1).\n",
}
MARKS = {
    "nl": "<!-- ministry: contacts -->\nVraag het op je werk.\n<!-- /ministry -->\n\n"
    "<!-- ministry: rules -->\nKijk op je intranet.\n<!-- /ministry -->\n",
    "en": "<!-- ministry: contacts -->\nAsk at work.\n<!-- /ministry -->\n\n"
    "<!-- ministry: rules -->\nLook at your intranet.\n<!-- /ministry -->\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Its site."""
    project = small_project(tmp_path_factory.mktemp("ministry") / "project")
    settings = project / "mkdocs.yml"
    change(settings, '  ministry:\n    name: ""\n    contacts: []\n', MINISTRY)
    change(settings, "extra:\n", OWN)
    for locale, marks in MARKS.items():
        page = project / f"docs/{locale}/ophef.md"
        page.write_text(page.read_text("utf-8").rstrip("\n") + f"\n\n{marks}", "utf-8", newline="\n")
        rules = project / f"docs/{locale}/ministry/eigen-regels.md"
        rules.parent.mkdir()
        rules.write_text(RULES[locale], "utf-8", newline="\n")
    reviewed(project)
    result = run(project, "--quiet")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


@pytest.fixture(scope="module", params=[("nl", "ophef/"), ("en", "en/uproar/")], ids=["nl", "en"])
def page(request, site) -> tuple[str, str, LexborHTMLParser]:
    """Its page about uproar: language, address and HTML."""
    locale, address = request.param
    return locale, address, LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def test_its_name_stands_at_the_top_and_no_word_of_doubt_whose_text_it_is(page):
    locale, _, tree = page
    name = {"nl": "Ministerie van Verzinsels", "en": "Ministry of Inventions"}[locale]
    assert name in tree.css_first("header").text()
    assert "officiële publicatie" not in tree.html and "official publication" not in tree.html


def test_whom_to_ask_the_most_urgent_first_with_hours(page):
    locale, _, tree = page
    [items] = [ul.css("li") for ul in tree.css("article ul") if "+31 00" in ul.text()]
    told = [item.text() for item in items]
    assert [re.search("Meldpunt|Desk|Vera|Loket", one)[0] for one in told] in (
        ["Meldpunt", "Vera", "Loket"],
        ["Desk", "Vera", "Loket"],
    )
    assert told[0].endswith(f"+31 00 000 00 02, {'dag en nacht' if locale == 'nl' else 'day and night'}")
    assert [one.attributes["href"] for one in items[0].css("a")] == ["tel:+31000000002"]


OWN_RULES = {"nl": "ministerie/regels/", "en": "en/ministry/rules/"}


def test_its_own_rules_are_a_page_that_text_menu_and_search_lead_to(site, page):
    locale, address, tree = page
    links = [link.attributes["href"] for link in tree.css("article a, .menu a")]
    assert [posixpath.normpath(f"{address}{link}/") + "/" for link in links].count(OWN_RULES[locale]) == 2
    assert f'"{OWN_RULES[locale]}"' in (site / f"assets/search/{locale}.js").read_text("utf-8")
    told = {"nl": "30 februari", "en": "30 February"}[locale]
    assert told in (site / f"assets/search/{locale}/eigen-regels.js").read_text("utf-8")
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert f"<loc>https://klein.example/gids/{OWN_RULES[locale]}</loc>" in listed


@pytest.mark.parametrize("locale", OWN_RULES)
def test_the_page_of_its_rules_says_whose_they_are_and_leads_to_its_twin_and_back(site, locale):
    tree = LexborHTMLParser((site / OWN_RULES[locale] / "index.html").read_text("utf-8"))
    said = tree.css_first(".admonition").text()
    words = {"nl": "(Ministerie van Verzinsels), niet die van", "en": "(Ministry of Inventions), not"}
    assert words[locale] in said
    assert not tree.css(".section-tools, .Z3988, [id=p3], meta[name^=DCTERMS]")
    to_guide, twin = tree.css_first("article > p a"), tree.css_first("[data-twin]")
    for link in (to_guide, twin):
        assert (site / OWN_RULES[locale] / link.attributes["href"].partition("#")[0] / "index.html").is_file()
    assert tree.css_first(".menu [aria-current]").text().startswith(tree.css_first("h1").text())


def test_its_rules_are_no_part_of_the_guide(site):
    told = re.compile("schuimkraag|30 februari|30 February")
    names = ["sections.json", "llms.txt", "llms-full.txt", "en/llms-full.txt", "feed.xml"]
    assert [bool(told.search((site / name).read_text("utf-8"))) for name in names] == [False] * 5
    assert not list(site.rglob("*rules-p3*")) and not (site / "p3").exists()


@pytest.mark.parametrize("address", ["ophef/", "en/uproar/"])
def test_a_thumb_hits_each_number_and_address(site, browser, address):
    with contextlib.closing(browser.new_context(viewport={"width": 320, "height": 740})) as context:
        page = context.new_page()
        page.goto((site / address / "index.html").as_uri())
        links = page.locator(".contacts a[href^='tel:'], .contacts a[href^='mailto:']").all()
        boxes = [link.bounding_box() for link in links]
        assert min(min(box["width"], box["height"]) for box in some(boxes)) >= 44
        assert max(box["x"] + box["width"] for box in boxes) <= 320


def test_its_colours_and_who_may_frame_it(site, page):
    assert "#004d40" in page[2].css_first("style").text()
    headers = (site / "_headers").read_text("utf-8")
    assert "frame-ancestors 'self' https://intranet.verzinsels.example" in headers
    assert "X-Frame-Options" not in headers  # it cannot name another site


def test_each_page_ends_with_a_mail_that_names_the_page_and_nobody(site, page):
    locale, address, tree = page
    [link] = tree.css(".remark a")
    mail = urlsplit(link.attributes["href"])
    fields = parse_qs(mail.query, strict_parsing=True)
    assert (mail.scheme, unquote(mail.path)) == ("mailto", "gids@verzinsels.example")
    assert fields.keys() == {"subject", "body"}
    [body], [subject] = fields["body"], fields["subject"]
    title = tree.css_first("h1").text()
    assert title in subject and "2026.11" in subject
    assert f"{title} (O1, O2)" in body and f"https://klein.example/gids/{address}\r\n" in body
    words = {"nl": "Klopt er iets niet?", "en": "Something not right?"}[locale]
    assert link.text().startswith(words)
    others = [site / name / "index.html" for name in ("", "en", "zoeken", "delen/catalogus")]
    assert ["mailto:gids@verzinsels.example" in one.read_text("utf-8") for one in others] == [True] * 4


def fields_of(text: str) -> list[tuple[str, str]]:
    """The fields of a security.txt (RFC 9116, section 4): lines, comments and `name: value`."""
    lines = [line for line in text.split("\n")[:-1] if line and not line.startswith("#")]
    return [tuple(re.fullmatch(r"([A-Za-z-]+): (\S.*)", line).groups()) for line in lines]


def test_who_finds_a_weak_spot_is_told_whom_to_tell(site):
    data = (site / security_txt.PATH).read_bytes()
    assert b"\r" not in data and data.endswith(b"\n")
    fields = some(fields_of(data.decode("utf-8")))
    names = [name for name, _ in fields]
    assert names.count("Expires") == names.count("Preferred-Languages") == 1
    values = dict(fields)
    contacts = [value for name, value in fields if name == "Contact"]
    assert contacts == ["mailto:veilig@verzinsels.example", "https://verzinsels.example/lek"]
    assert parseaddr(urlsplit(contacts[0]).path)[1] == "veilig@verzinsels.example"
    until = datetime.datetime.fromisoformat(values["Expires"].replace("Z", "+00:00"))  # RFC 3339
    assert until.date() == TOMORROW and until.tzinfo
    assert values["Preferred-Languages"] == "nl, en"
    places = [value for name, value in fields if name == "Canonical"]
    assert places == [f"https://klein.example/{path}{security_txt.PATH}" for path in ("", "gids/")]
    nginx = (site / "server/nginx.conf").read_text("utf-8")
    assert f"location = /{security_txt.PATH} {{" in nginx  # it belongs at the root of the host


def test_who_fills_in_none_of_it_has_none_of_it(model):
    assert (model.settings.remarks, model.settings.security) == ("", None)
