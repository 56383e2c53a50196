"""What WeasyPrint leaves undone of PDF/UA-1 (ISO 14289-1): an item of a list holds a label and a body (7.2).

An item with blocks in it, or one that goes on on the next page, gets no body; here it does.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

PARTS = {"/Lbl", "/LBody"}


def kids(element: Dictionary) -> list:
    """What is in an element of the structure tree."""
    found = element.get("/K", Array([]))
    return list(found) if isinstance(found, Array) else [found]


def tag(kid) -> str:
    """The tag of a kid, "" of a piece of a page."""
    return str(kid.get("/S", "")) if isinstance(kid, Dictionary) else ""


def with_body(item: Dictionary, pdf: pikepdf.Pdf) -> None:
    """Put all that is in an item beside its label into a body."""
    own = kids(item)
    loose = [kid for kid in own if tag(kid) != "/Lbl"]
    if all(tag(kid) in PARTS for kid in own) or not loose:
        return
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array([])))
    if "/Pg" in item:
        body.Pg = item.Pg
    for kid in loose:
        for part in kids(kid) if tag(kid) == "/LBody" else [kid]:
            if tag(part):
                part.P = body
            body.K.append(part)
    item.K = Array([*(kid for kid in own if tag(kid) == "/Lbl"), body])


def mended(data: bytes) -> bytes:
    """The PDF with a body in every item of a list; the same bytes every time."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting = [pdf.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop()
            waiting += [kid for kid in kids(element) if tag(kid)]
            if tag(element) == "/LI":
                with_body(element, pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
