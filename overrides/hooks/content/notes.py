"""The notes of a page: `[^f24]` in its Markdown becomes a note with the source, one for each document. Pure.

Nobody writes these: the notes, in the order of reading; the day on which their sources were read; and below
a block or section that tells what may change, the day on which it was so.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from content.callouts import CALLOUT
from content.markdown import prose
from content.ministry import plain
from content.sources import MARK, Fact, Sources
from content.texts import day

RUN = re.compile(rf"(?:{MARK.pattern})+")  # several marks in a row may rest on one document
PART = re.compile(r"^(?=## )", re.MULTILINE)
PLACE = "///Footnotes Go Here///"  # Markdown's word for it


def cited(text: str, sources: Sources) -> list[Fact]:
    """The facts that a piece of Markdown cites, as far as they are known, in the order of reading."""
    return [sources.facts[key] for key in MARK.findall(text) if key in sources.facts]


def with_notes(text: str, sources: Sources, locale: str, texts) -> str:
    """A page's Markdown with all of this. Marks of unknown facts go: `checks.sources` tells of them."""
    text = f"{text.rstrip()}\n"
    shown = prose(text)
    notes: dict[str, list[Fact]] = {}
    for fact in cited(shown, sources):
        notes.setdefault(fact.source.key, []).append(fact)
    edits = list(day_lines(shown, sources, texts))
    for run in RUN.finditer(shown):
        keys = dict.fromkeys(fact.source.key for fact in cited(run[0], sources))
        edits.append((run.start(), run.end(), "".join(f"[^{key}]" for key in keys)))
    body = edited(text, edits)
    if not notes:
        return body
    read = days({fact.source.checked for facts in notes.values() for fact in facts}, texts)
    definitions = (f"[^{key}]: {note(facts, locale)}" for key, facts in notes.items())
    return "\n\n".join([body.rstrip(), PLACE, f"{read}\n{{: .footnote .read-on }}", *definitions, ""])


def note(facts: list[Fact], locale: str) -> str:
    """The text of one note: its document, and the places in it that the page rests on."""
    source = facts[0].source
    places = dict.fromkeys(fact.where[locale] for fact in facts if fact.where)
    told = f": {'; '.join(plain(place) for place in places)}" if places else ""
    return f"[{plain(source.titles[locale])}]({source.url}){told}."


def days(read: set[datetime.date], texts) -> str:
    """When the sources of a page were read: on one day, or between two."""
    first, last = (day(one, texts.theme.months) for one in (min(read), max(read)))
    return texts.notes.read_on.format(last) if first == last else texts.notes.read_between.format(first, last)


def day_lines(text: str, sources: Sources, texts) -> Iterable[tuple[int, int, str]]:
    """The day below each block and section that cites what may change, as edits."""

    def line(cites: str) -> str:
        dated = [fact.source.checked for fact in cited(cites, sources) if fact.dated]
        return texts.notes.as_of.format(day(min(dated), texts.theme.months)) if dated else ""

    for block in CALLOUT.finditer(text):
        if said := line(block[0]):
            start = f"{block['indent']}>"
            yield block.end(), block.end(), f"{start}\n{start} {said}\n{start} {{: .as-of }}\n"
    outside, at = CALLOUT.sub(lambda block: " " * len(block[0]), text), 0
    for part in PART.split(outside):
        at += len(part)
        if said := line(part):
            yield at, at, f"\n{said}\n{{: .as-of }}\n\n"


def edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with pieces replaced, given as (begin, end, new); nothing overlaps."""
    parts, at = [], 0
    for begin, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[at:begin], new]
        at = end
    return "".join([*parts, text[at:]])
