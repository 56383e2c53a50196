"""The guide and the sheets as PDF: judged by veraPDF, and read back by another program."""

import re
import shutil

import judge
import pytest
from content import addresses
from downloaded import listed, make, of
from guard import some
from publish.swap import Refused

pytestmark = [pytest.mark.downloads, pytest.mark.system]
LOCALES = ("nl", "en")
SHEETS = {"card": 1, "read": 1, "quiz": 2, "cards": 9}  # on how many sheets of A4


@pytest.fixture(scope="module")
def papers(site, tmp_path_factory):
    """A copy of the built site with the PDF files."""
    built = shutil.copytree(site, tmp_path_factory.mktemp("papers") / "site")
    result = make(built, "pdf")
    assert result.returncode == 0, result.stderr
    return built


def opened(papers, kind, locale):
    import pikepdf  # only where this part is tested

    return pikepdf.open(of(papers, kind, locale))


def test_verapdf_finds_no_fault_in_any(papers):
    files = some((papers / "downloads").glob("*.pdf"))
    assert len(files) == len(listed(papers)) == 2 * (1 + len(SHEETS))
    assert judge.verdict(files) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_has_a_bookmark_and_a_destination_for_each_section(papers, model, locale):
    pages = [page for page in model.pages(locale) if not page.name.startswith("trainers-")]
    sections = [section for page in some(pages) for section in page.sections]
    with opened(papers, "guide", locale) as pdf, pdf.open_outline() as outline:
        told = [item.title for chapter in outline.root for item in chapter.children]
        assert [" ".join(title.split()) for title in told] == [section.title for section in sections]
        assert len(outline.root) == len(pages) + 2  # the cover and the contents
        names = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
        assert {section.code for section in some(sections)} <= names


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_is_read_in_its_order_with_code_and_address(papers, model, locale, tmp_path):
    text = judge.read_aloud(of(papers, "guide", locale), tmp_path)
    flat = re.sub(r"\s+", " ", text.replace("\\", ""))
    place = 0
    for page in model.pages(locale):
        for section in some(page.sections) if not page.name.startswith("trainers-") else ():
            place = flat.index(f"{section.code.upper()} · {model.short(locale, section.code)}", place)
    assert place > 0
    assert model.settings.edition in flat[:500]


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_sheet_has_its_title_language_and_size(papers, model, kind, locale):
    with opened(papers, kind, locale) as pdf:
        assert len(pdf.pages) == SHEETS[kind]
        assert str(pdf.Root.Lang) == locale
        assert str(pdf.docinfo.Title) in {page.title for page in model.pages(locale)}
        width, height = (float(one) for one in list(pdf.pages[0].MediaBox)[2:])
        assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("kind", ["guide", *SHEETS])
def test_only_free_fonts_that_come_along_are_used(papers, kind):
    with opened(papers, kind, "nl") as pdf:
        described = [one for one in pdf.objects if str(getattr(one, "Type", "")) == "/FontDescriptor"]
        fonts = {str(one.FontName) for one in described}
    assert fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+Source-(Sans|Serif)-Pro.*", font) for font in some(fonts)), fonts


def test_no_link_leads_out_of_the_guide_but_to_the_web(papers, model):
    with opened(papers, "guide", "nl") as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        links = [str(note.A.URI) for note in notes if "/URI" in note.get("/A", {})]
    assert all(re.match(r"https?://|mailto:|tel:", link) for link in some(links))
    assert model.settings.root + addresses.short("nl", "p3") in links


def test_a_second_run_gives_the_same_bytes(papers, tmp_path):
    again = shutil.copytree(papers, tmp_path / "site")
    assert make(again, "pdf").returncode == 0
    assert listed(again) == listed(papers)


def test_a_missing_font_is_named():
    from offline import print_style

    with pytest.raises(Refused, match="SourceSansPro-Curly is missing: install font-source-sans-pro"):
        print_style.font_file("font_source_sans_pro", "SourceSansPro-Curly")
