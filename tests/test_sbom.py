"""The list of parts: CycloneDX, of all that the lock file holds, and the same at each build."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT
from exports import sbom

LOCK = """\
one==1.0 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via handreiking (pyproject.toml)
two-Three==2.0.post1 ; sys_platform == 'win32' \\
    --hash=sha256:{a}
    # via
    #   handreiking (pyproject.toml)
    #   one
four==4 \\
    --hash=sha256:{b}
    # via two-Three
""".format(a="a" * 64, b="b" * 64)


def test_each_package_of_the_lock_is_a_part_with_its_hashes_and_who_wants_it():
    found = sbom.bill(LOCK, "Gids", "2026.11")
    parts = {one["name"]: one for one in found["components"]}
    assert parts.keys() == {"one", "two-Three", "four", "Material Design Icons"}
    assert parts["two-Three"]["purl"] == "pkg:pypi/two-three@2.0.post1"
    hashes = [one["content"] for one in parts["one"]["externalReferences"][0]["hashes"]]
    assert hashes == ["a" * 64, "b" * 64]
    wanted = {one["ref"]: one["dependsOn"] for one in found["dependencies"]}
    assert wanted["site"] == ["material-design-icons", "pkg:pypi/one@1.0", "pkg:pypi/two-three@2.0.post1"]
    assert wanted["pkg:pypi/one@1.0"] == ["pkg:pypi/two-three@2.0.post1"]


def test_the_site_has_it_of_all_that_builds_it_without_a_clock_or_a_chance(site):
    found = json.loads((site / sbom.NAME).read_text("utf-8"))
    assert len(found["components"]) == (ROOT / "requirements.txt").read_text("utf-8").count("==") + 1
    assert "serialNumber" not in found and "timestamp" not in found["metadata"]
    served = {one["name"] for one in found["components"] if one["scope"] == "required"}
    assert served == {"Material Design Icons", *sbom.SERVED}


@pytest.mark.downloads
def test_it_is_as_cyclonedx_wants_it():
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    lock = (ROOT / "requirements.txt").read_text("utf-8")
    text = json.dumps(sbom.bill(lock, "Gids", "2026.11"))
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
