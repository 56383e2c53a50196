"""Two equal languages: texts, addresses, links between them."""

from __future__ import annotations

import locales
import pytest
from jinja2 import Environment, UndefinedError


def test_both_languages_have_the_same_texts():
    assert locales.text_keys(locales.strings("nl")) == locales.text_keys(locales.strings("en"))


def test_a_text_named_like_a_method_of_dict_is_the_text():
    template = Environment().from_string("{{ t.links.copy }}")
    assert template.render(t=locales.nest({"links": {"copy": "Kopieer"}})) == "Kopieer"


def test_an_unknown_text_stops_the_build():
    with pytest.raises(UndefinedError, match="no text 'opne'"):
        Environment().from_string("{{ t.search.opne }}").render(t=locales.nest({"search": {"open": "Zoek"}}))
