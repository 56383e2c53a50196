"""A copy of the project with many more pages: four sections each, in both languages, in groups of the menu.

    python tests/growth/generate.py 200 /tmp/large      # 200 pages a language beside the real ones

The words are those of the guide itself, drawn at random, always the same ones for the same number.
"""

from __future__ import annotations

import random
import re
import shutil
import string
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "overrides/hooks"))
from checks.translations import text_hash  # noqa: E402

GROUP = 20  # pages of a group in the menu
PROMISED = (ROOT / "docs/permalinks.yml").read_text("utf-8")
LETTERS = [one for one in string.ascii_lowercase if not re.search(rf"^{one}\d+:", PROMISED, re.MULTILINE)]
NAMES = {"nl": "Bladzijde", "en": "Leaf"}


def codes(number: int) -> list[str]:
    """The four codes of a page, of letters that the guide does not use; 200 pages a letter."""
    letter, first = LETTERS[number // 200], 4 * (number % 200) + 1
    return [f"{letter}{one}" for one in range(first, first + 4)]


def vocabulary(locale: str) -> list[str]:
    """The words of a language, as often as the guide uses them."""
    text = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "docs" / locale).glob("*.md")))
    return re.findall(r"\b[a-z]{2,}\b", text)


def paragraph(words: list[str], chance: random.Random) -> str:
    """Three sentences, a line each."""
    return "\n".join(" ".join(chance.choices(words, k=14)).capitalize() + "." for _ in range(3))


def page(number: int, count: int, locale: str, words: list[str]) -> tuple[str, str]:
    """The description of a page and its text."""
    chance = random.Random(f"{number} {locale}")
    parts = [f"# {NAMES[locale]} {number}\n\n{paragraph(words, chance)}\n"]
    for code in codes(number):
        title = " ".join(chance.choices(words, k=4)).capitalize()
        there = (number + int(code[1:])) % count
        items = "\n".join(f"- {' '.join(chance.choices(words, k=8)).capitalize()}." for _ in range(3))
        link = f"[{' '.join(chance.choices(words, k=3))} {code}](leaf-{there}.md#{codes(there)[0]})"
        parts.append(
            f"## {title} {{ #{code} }}\n\n{paragraph(words, chance)}\n\n{items}\n\n"
            f"{paragraph(words, chance)}\nZie {link}.\n"
        )
    return " ".join(chance.choices(words, k=12))[:150].strip().capitalize(), "\n".join(parts)


def front_matter(meta: dict) -> str:
    """The fields of a page, as YAML between rules."""
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)}reviewed: 2026-11-24\n---\n\n"


def write_pages(docs: Path, count: int) -> tuple[list[str], list[str]]:
    """Write the pages; the lines that docs/permalinks.yml needs of them, codes and addresses."""
    words = {locale: vocabulary(locale) for locale in NAMES}
    promised, served = [], []
    for number in range(count):
        name = f"leaf-{number}"
        promised += [f'{code}: {{page: {name}.md, since: "2026.11"}}\n' for code in codes(number)]
        served += [f"  /{name}/: nl/{name}.md\n", f"  /en/{name}/: en/{name}.md\n"]
        source = {}
        for locale in NAMES:
            description, body = page(number, count, locale, words[locale])
            meta = {"title": f"{NAMES[locale]} {number}", "description": description}
            if locale == "en":
                meta |= {"slug": name, "source_hash": text_hash(source, source["body"])}
            source = source or meta | {"body": body}
            (docs / locale / f"{name}.md").write_text(front_matter(meta) + body, "utf-8")
    return promised, served


def project(count: int, target: Path) -> Path:
    """Write the project with `count` more pages a language to a folder that is not there yet."""
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(".*", "site", "tests", "__pycache__"))
    promised, served = write_pages(target / "docs", count)
    path = target / "docs/permalinks.yml"
    before, rule, after = path.read_text("utf-8").partition("addresses:\n")
    path.write_text("".join([before, *promised, rule, *served, after]), "utf-8")
    path = target / "mkdocs.yml"
    groups = range(0, count, GROUP)
    menu = path.read_text("utf-8").rstrip() + "\n"
    for start in groups:
        pages = range(start, min(start + GROUP, count))
        menu += f"  - Groep {start}:\n" + "".join(f"      - leaf-{number}.md\n" for number in pages)
    labels = "".join(f"        Groep {start}: Group {start}\n" for start in groups)
    path.write_text(re.sub(r"( +menu:\n)", rf"\g<1>{labels}", menu, count=1), "utf-8")
    return target


if __name__ == "__main__":
    project(int(sys.argv[1]), Path(sys.argv[2]))
