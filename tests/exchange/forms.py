"""Forms of the agreement as they go out and come back: filled in by a library, and by a reader of PDFs."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
from pypdfium2 import raw

from mentorjournal.model.agreement import Agreement, first_draft
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from mentorjournal.pdf import render
from mentorjournal.sharing.agreement_form import agreement_form

ID = EntryId("0b5c2f0e-7a41-4c22-8f33-444455556666")


def draft(kind: RelationshipType = RelationshipType.LONG_TERM_FORMAL) -> Agreement:
    about = Relationship(codename="Heron", my_role=Role.MENTOR, type=kind, form=RelationshipForm.PEER)
    return first_draft(ID, about, date(2026, 11, 1))


def blank(kind: RelationshipType = RelationshipType.LONG_TERM_FORMAL) -> bytes:
    return render(agreement_form(draft(kind)))


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The form as another program leaves it after *change*."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def field(pdf: pikepdf.Pdf, name: str) -> pikepdf.Dictionary:
    return next(one for one in pdf.Root.AcroForm.Fields if name == one.T)


def filled(data: bytes, values: Mapping[str, object], *, appearances: bool = True) -> bytes:
    """With *values* set by their fields' names; without *appearances* nothing is drawn for them."""

    def fill(pdf: pikepdf.Pdf) -> None:
        for name, value in values.items():
            one = field(pdf, name)
            one.V = value if isinstance(value, pikepdf.Object) else pikepdf.String(str(value))
            if not appearances:
                del one.AP
        if not appearances:
            pdf.Root.AcroForm.NeedAppearances = True

    return changed(data, fill)


def without(data: bytes, *names: str) -> bytes:
    """Without the fields of these names; without any where none is named."""

    def take(pdf: pikepdf.Pdf) -> None:
        gone = [one for one in pdf.Root.AcroForm.Fields if not names or str(one.T) in names]
        numbers = {one.objgen for one in gone}
        for holder, key in ((pdf.Root.AcroForm, "/Fields"), *((page, "/Annots") for page in pdf.pages)):
            holder[key] = pikepdf.Array([one for one in holder[key] if one.objgen not in numbers])

    return changed(data, take)


def typed(data: bytes, values: Mapping[str, str | int]) -> bytes:
    """Filled in as by a person in a reader of PDFs, who types a text or takes the choice of that number."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    form = document.formenv.raw
    for page in document:
        raw.FORM_OnAfterLoadPage(page, form)
        for place in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, place)
            value = values.get(_name(form, annotation))
            if value is not None:
                assert raw.FORM_SetFocusedAnnot(form, annotation)
                if isinstance(value, int):
                    assert raw.FORM_SetIndexSelected(form, page, value, True)
                else:
                    raw.FORM_SelectAllText(form, page)
                    raw.FORM_ReplaceSelection(form, page, _wide(value))
            raw.FPDFPage_CloseAnnot(annotation)
        raw.FORM_ForceToKillFocus(form)
        raw.FORM_OnBeforeClosePage(page, form)
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def saved(folder: Path, data: bytes, name: str = "form.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _name(form: object, annotation: object) -> str:
    size = raw.FPDFAnnot_GetFormFieldName(form, annotation, None, 0)
    room = (ctypes.c_ushort * max(size // 2, 1))()
    raw.FPDFAnnot_GetFormFieldName(form, annotation, room, size)
    return bytes(room).decode("utf-16-le").rstrip("\0")


def _wide(text: str) -> ctypes.Array[ctypes.c_ushort]:
    data = text.encode("utf-16-le") + b"\0\0"
    return (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
