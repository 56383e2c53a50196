"""Show that the guide can leave its generator: other ones build it as it is, fetched by pip for this alone.

    python tests/exit_drills.py

ProperDocs builds the whole site, Zensical each language folder by itself. What is lost with the latter stands
in CONTRIBUTING.md, under "Leave".
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

from same_bytes import different, digests

ROOT = Path(__file__).parent.parent
PROPERDOCS, ZENSICAL = "properdocs==1.6.7", "zensical==0.0.73"
SECTION = re.compile(r"\{ ?#([a-z]\d+)\b")  # behind a heading, in Markdown
SETTINGS = "site_name: Guide\nmarkdown_extensions:{}\n"


def python(folder: Path, *commands: list[str]) -> str:
    """The Python of a new environment, after these commands of pip. Raises `CalledProcessError`."""
    venv.create(folder, with_pip=True)
    program = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    for words in commands:
        subprocess.run([program, "-m", "pip", "install", "--quiet", *words], cwd=ROOT, check=True)
    return program


def run(program: str, *words: str, at: Path = ROOT) -> subprocess.CompletedProcess:
    """A module of an environment, in a folder: that of the code."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    return subprocess.run([program, "-m", *words], cwd=at, env=env, text=True, capture_output=True)


def properdocs(folder: Path) -> Iterator[str]:
    """What is wrong with the site as ProperDocs builds it, beside the same one by MkDocs."""
    program = python(folder / "properdocs", ["--require-hashes", "-r", "requirements.txt"], [PROPERDOCS])
    for name in ("mkdocs", "properdocs"):
        said = run(
            program, name, "build", "--strict", "--quiet", "-f", "mkdocs.yml", "-d", str(folder / name[:2])
        )
        if said.returncode:
            yield f"{name}: {said.stdout}{said.stderr}"
            return
    one, other = digests(folder / "mk"), digests(folder / "pr")
    print(f"{PROPERDOCS}: {len(other)} files, {len(different(one, other))} of them not as MkDocs makes them")
    yield from (f"{name}: {PROPERDOCS} makes it another way" for name in different(one, other))


def zensical(folder: Path) -> Iterator[str]:
    """What is missing of the pages and codes of each language when Zensical builds its folder."""
    program = python(folder / "zensical", [ZENSICAL])
    machine = (ROOT / "overrides/machine.yml").read_text("utf-8")
    extensions = machine.partition("\nmarkdown_extensions:")[2].partition("\n\n")[0]
    for language in sorted(path.name for path in (ROOT / "docs").iterdir() if (path / "index.md").is_file()):
        home = folder / language
        shutil.copytree(ROOT / "docs" / language, home / "docs")
        (home / "mkdocs.yml").write_text(SETTINGS.format(extensions), "utf-8", newline="\n")
        said, built = run(program, "zensical", "build", "-f", "mkdocs.yml", at=home), home / "site"
        texts = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs" / language).glob("*.md")}
        pages = {name: built / ("" if name == "index" else name) / "index.html" for name in texts}
        gone = [name for name, path in pages.items() if not path.is_file()]
        lost = [
            code
            for name, text in texts.items()
            if name not in gone
            for code in SECTION.findall(text)
            if not re.search(rf'id="?{code}\b', pages[name].read_text("utf-8"))
        ]
        count = sum(len(SECTION.findall(text)) for text in texts.values())
        dead = (re.findall(r"(\d+) issues? found", said.stdout + said.stderr) or ["0"])[0]
        print(f"{ZENSICAL}, {language}: {len(texts)} pages and {count} codes, {dead} dead links")
        yield from (f"{language}: {ZENSICAL} loses {one}" for one in [*gone, *lost])


def main() -> None:
    """Hold both drills, and fail when something is lost that was not."""
    with tempfile.TemporaryDirectory() as name:
        wrong = [*properdocs(Path(name)), *zensical(Path(name))]
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
