# SPDX-License-Identifier: MPL-2.0
"""One page after the other into a new file: each as a picture of what it shows, on a sheet. Works in a child only."""

from __future__ import annotations

import pikepdf

from evidencepack.guard.pdf.contents import content_of
from evidencepack.guard.pdf.dropping import Dropped
from evidencepack.guard.pdf.parts import inside
from evidencepack.guard.pdf.pruning import Pruner
from evidencepack.guard.pdf.sheets import Sheet, sheet_of
from evidencepack.guard.pdf.text import text_of

Page = tuple[float, float, bool, int]
"""Width and height in points, whether words can be selected, and how these are turned."""


class Printer:
    """Prints pages of one file into a new one."""

    def __init__(self, pdf: pikepdf.Pdf, dropped: Dropped) -> None:
        self.result = pikepdf.Pdf.new()
        self.repaired = False
        self._pdf, self._dropped = pdf, dropped
        self._pruner = Pruner(pdf)

    def print(self, page: pikepdf.Object) -> Page:
        """Print a page, and return what is to be known of it."""
        sheet = sheet_of(page)
        self.repaired |= not sheet.sound
        form = self._form(page, sheet)
        has_text, turned = text_of(form, inside(form, "/Resources"), sheet.matrix[:4])
        self.result.pages.append(self._sheet(page, form, sheet))
        return sheet.width, sheet.height, has_text, turned

    def finish(self) -> None:
        """Tell what was found below the pages."""
        self._dropped.add("outside", self._pruner.outside)

    def _form(self, page: pikepdf.Object, sheet: Sheet) -> pikepdf.Object:
        """Return the page as a picture, in its own units, with nothing in it but what paints."""
        resources = self._resources(page)
        content, unread = content_of(page)
        self._dropped.add("content", unread)
        self.repaired |= unread > 0
        form = self._pdf.make_stream(
            content,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([round(edge, 4) for edge in sheet.box]),
            Resources=resources,
        )
        self._pruner.prune(form, "picture", lent=resources)
        return form

    def _resources(self, page: pikepdf.Object) -> pikepdf.Object:
        found = inside(page, "/Resources")
        if found is None:
            found = pikepdf.Dictionary()
        return found if found.is_indirect else self._pdf.make_indirect(found)

    def _sheet(self, page: pikepdf.Object, form: pikepdf.Object, sheet: Sheet) -> pikepdf.Page:
        """Return a new page on which the picture stands as the page was shown."""
        matrix = " ".join(f"{number:.5f}".rstrip("0").rstrip(".") for number in sheet.matrix)
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([0, 0, sheet.width, sheet.height]),
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=self.result.copy_foreign(form))),
            Contents=self.result.make_stream(f"q {matrix} cm /Page Do Q".encode("ascii")),
        )
        group = inside(page, "/Group")
        if group is not None:
            group = group if group.is_indirect else self._pdf.make_indirect(group)
            self._pruner.prune(group, "group")
            made["/Group"] = self.result.copy_foreign(group)
        return pikepdf.Page(self.result.make_indirect(made))
