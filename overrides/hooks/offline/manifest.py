"""What a learning platform reads first of a course package: imsmanifest.xml (SCORM 1.2, Content Aggregation
Model; IMS Content Packaging 1.1.2). The schemas stay away: nobody gave leave to spread them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.builder import ElementMaker

NAME = "imsmanifest.xml"
PACKAGE = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"

P = ElementMaker(namespace=PACKAGE, nsmap={None: PACKAGE, "adlcp": ADL})


@dataclass(frozen=True)
class Part:
    """A part of the course (a SCO): its name, its title, and the page that a platform opens."""

    name: str
    title: str
    file: str


def resource(name: str, kind: str, *inside: etree._Element, **more: str) -> etree._Element:
    """Files that belong together; `kind` is `sco` or `asset`."""
    named = {"identifier": name, "type": "webcontent", f"{{{ADL}}}scormtype": kind}
    return P.resource(named | more, *inside)


def sco(part: Part) -> etree._Element:
    """The files of a part."""
    inside = (P.file(href=part.file), P.dependency(identifierref="site"))
    return resource(f"{part.name}-files", "sco", *inside, href=part.file)


def item(part: Part) -> etree._Element:
    """A part in the contents of the course."""
    return P.item(P.title(part.title), identifier=part.name, identifierref=f"{part.name}-files")


def manifest(identifier: str, title: str, parts: list[Part], files: list[str]) -> bytes:
    """The manifest of a course, its parts in this order; `files` are those that all parts share."""
    course = P.organization(P.title(title), *map(item, parts), identifier="course")
    shared = resource("site", "asset", *(P.file(href=file) for file in files))
    whole = P.manifest(
        P.metadata(P.schema("ADL SCORM"), P.schemaversion("1.2")),
        P.organizations(course, default="course"),
        P.resources(*map(sco, parts), shared),
        identifier=identifier,
        version="1.2",
    )
    return etree.tostring(whole, encoding="UTF-8", xml_declaration=True, pretty_print=True)
