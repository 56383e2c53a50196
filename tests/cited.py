"""A small file of sources, and Markdown that cites it, as the site renders it."""

from __future__ import annotations

from pathlib import Path

import markdown
from content import callouts, notes
from content import sources as registry
from content.markdown import read_page
from content.texts import strings
from selectolax.lexbor import LexborHTMLParser

SOURCES = """
checked: 2026-11-22
sources:
  agfa:
    {nl: "AGFA, website", en: "AGFA, website", url: "https://agfa.example/", grade: official,
     facts: {f03: {nl: wie advies vraagt, en: who asks}, f07: {nl: publicatie, en: publication}}}
  regels:
    nl: Regels (2020)
    en: Rules (2020)
    url: https://regels.example/
    grade: official
    facts:
      f24: {nl: vooraf, en: beforehand, where: {nl: artikel 3, en: article 3}}
      f25: {nl: factoren, en: factors, where: {nl: artikel 4, en: article 4}, dated: true}
  krant:
    {nl: Krant, en: Newspaper, url: "https://krant.example/", grade: secondary, checked: 2026-11-24,
     facts: {k1: {nl: zaak, en: case}}}
not_cited:
  f11: {replaced: [f24]}
"""


def texts(locale: str = "nl"):
    """The texts of the interface."""
    return strings(Path(__file__).parent.parent / "overrides", locale)


def render(text: str, locale: str, known: registry.Sources) -> str:
    """Markdown as the site renders it."""
    words = texts(locale)
    return markdown.markdown(
        notes.with_notes(text, known, locale, words),
        extensions=[
            "attr_list",
            "footnotes",
            "md_in_html",
            "tables",
            "toc",
            "pymdownx.quotes",
            callouts.EXTENSION,
        ],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": words.notes.back},
            "pymdownx.quotes": {"callouts": True},
            callouts.EXTENSION: {"blocks": words.blocks, "notes": words.notes},
        },
    )


def read(folder, text: str, known: registry.Sources):
    """A page of the model."""
    (folder / "ophef.md").write_text(text, encoding="utf-8")
    return read_page(folder / "ophef.md", "nl", "ophef.md", lambda text, locale: render(text, locale, known))


def shown(html: str, selector: str) -> list[str]:
    """The text of what a selector finds, white space folded."""
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]
