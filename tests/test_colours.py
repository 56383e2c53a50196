"""Colours that can be read, also a ministry's own, and room for its logo."""

from __future__ import annotations

import pytest
from checks.colours import faults
from conftest import ROOT
from content import colours
from PIL import Image
from small import change, run, small_project

TOKENS = colours.site_tokens(ROOT / "overrides")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_as_wcag_counts_it(one, other, ratio):
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert colours.contrast(other, one) == colours.contrast(one, other)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "least"),
    [("--ink", 7), ("--ink-quiet", 7), ("--good", 4.5), ("--warn", 4.5), ("--focus", 3)],
)
def test_our_own_colours_are_readable(scheme, text, least):
    for ground in ("--paper", "--surface"):
        assert colours.contrast(TOKENS[text][scheme], TOKENS[ground][scheme]) >= least, ground


@pytest.mark.parametrize(
    ("accent", "said"),
    [
        ({"light": "#6b2a5b", "dark": "#e3b3d6"}, []),
        ({"light": "#e3b3d6", "dark": "#e3b3d6"}, ["light: #e3b3d6", "contrast of 1.75", "darker"]),
        ({"light": "#6b2a5b", "dark": "#6b2a5b"}, ["dark: #6b2a5b", "contrast of 1.81", "lighter"]),
        ({"light": "plum", "dark": "#e3b3d6"}, ["light", '"plum"', "#rrggbb"]),
        ({"light": "#6b2a5b"}, ["dark", "#rrggbb"]),
        (None, ["light", "dark"]),
    ],
)
def test_an_unreadable_accent_is_refused_with_its_ratio(accent, said):
    found = " ".join(faults(accent, TOKENS))
    assert bool(found) == bool(said)
    assert [word for word in said if word not in found] == []


@pytest.mark.parametrize("accent", ["#6b2a5b", "#e3b3d6", "#808080", "#00ff00", "#0000ff"])
def test_text_on_the_accent_is_readable(accent):
    assert colours.contrast(accent, colours.ink_on(accent, TOKENS["--paper"])) >= 3.9


def test_a_wide_logo_and_a_long_name_fit_a_telephone(tmp_path, open_page):
    project = small_project(tmp_path / "small")
    Image.new("RGB", (1600, 480)).save(project / "docs/assets/logo.png")
    own = 'name: "Ministerie van Koninkrijksaangelegenheden"\n    logo: logo.png'
    change(project / "mkdocs.yml", 'name: ""', own)
    done = run(project)
    assert done.returncode == 0, done.stdout + done.stderr
    page, files = open_page(viewport={"width": 320, "height": 600}), "http://guide.test/"
    page.route("**/*", lambda route: route.fulfill(path=project / "site" / route.request.url[len(files) :]))
    page.goto(f"{files}index.html")
    banner = page.get_by_role("banner")
    assert banner.bounding_box()["height"] <= 64
    assert not banner.locator("img").is_visible()  # it has no room there
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size({"width": 768, "height": 600})
    assert 24 <= banner.locator("img").bounding_box()["height"] <= 48
