# SPDX-License-Identifier: MPL-2.0
"""Where each command lives. Its module is loaded when it is called: listing tenders need not load a typesetter."""

from __future__ import annotations

from argparse import Namespace

from evidencepack.errors import ExitCode


def sample(arguments: Namespace) -> ExitCode:
    """``evidencepack sample``."""
    from evidencepack.cli.entering import make_sample

    return make_sample(arguments.file)


def import_(arguments: Namespace) -> ExitCode:
    """``evidencepack import``."""
    from evidencepack.cli.entering import import_file

    return import_file(
        arguments.file,
        arguments.tender_file,
        reference=arguments.reference,
        title=arguments.title,
        every=arguments.list,
    )


def new(arguments: Namespace) -> ExitCode:
    """``evidencepack new``."""
    from evidencepack.cli.adding import begin_tender

    return begin_tender(arguments.file, arguments.reference, arguments.title)


def add(arguments: Namespace) -> ExitCode:
    """``evidencepack add``."""
    from evidencepack.cli.adding import FromOutside, add_file, add_one

    about = {"tender": arguments.tender, "reference": arguments.reference}
    if arguments.source:
        wanted = FromOutside(arguments.source, arguments.title, arguments.password)
        return add_file(arguments.file, arguments.what, wanted, **about)
    return add_one(arguments.file, arguments.what, **about)


def set_(arguments: Namespace) -> ExitCode:
    """``evidencepack set``."""
    from evidencepack.cli.entering import set_path

    return set_path(arguments.file, arguments.path, arguments.value, tender=arguments.tender)


def override(arguments: Namespace) -> ExitCode:
    """``evidencepack override``."""
    from evidencepack.cli.entering import override_path
    from evidencepack.usecases.overriding import Difference

    wanted = Difference(arguments.document, arguments.path, arguments.value, arguments.reason)
    return override_path(arguments.file, wanted, tender=arguments.tender)


def wording(arguments: Namespace) -> ExitCode:
    """``evidencepack wording``."""
    from evidencepack.cli.wording import word

    return word(arguments)


def attach(arguments: Namespace) -> ExitCode:
    """``evidencepack attach``."""
    from evidencepack.cli.entering import attach_path

    where = {"tender": arguments.tender, "password": arguments.password}
    return attach_path(arguments.file, arguments.path, arguments.picture, **where)


def template(arguments: Namespace) -> ExitCode:
    """``evidencepack template``."""
    from evidencepack.cli.templates import try_word_template

    return try_word_template(arguments.template, arguments.page)


def tenders(arguments: Namespace) -> ExitCode:
    """``evidencepack tenders``."""
    from evidencepack.cli.reading import list_tenders

    return list_tenders(arguments.file, as_json=arguments.json)


def kinds(arguments: Namespace) -> ExitCode:
    """``evidencepack kinds``."""
    from evidencepack.cli.reading import list_kinds

    return list_kinds(as_json=arguments.json)


def ask(arguments: Namespace) -> ExitCode:
    """``evidencepack ask``."""
    from evidencepack.cli.adding import list_questions

    return list_questions(arguments.kind, arguments.question)


def glossary(arguments: Namespace) -> ExitCode:
    """``evidencepack glossary``."""
    from evidencepack.cli.reading import list_glossary

    return list_glossary(" ".join(arguments.words), as_json=arguments.json)


def explain(arguments: Namespace) -> ExitCode:
    """``evidencepack explain``."""
    from evidencepack.cli.explaining import explain_rule

    return explain_rule(arguments.rule, as_json=arguments.json)


def show(arguments: Namespace) -> ExitCode:
    """``evidencepack show``."""
    from evidencepack.cli.reading import show_records

    return show_records(arguments.file, arguments.record, tender=arguments.tender, as_json=arguments.json)


def search(arguments: Namespace) -> ExitCode:
    """``evidencepack search``."""
    from evidencepack.cli.reading import search_words

    return search_words(arguments.file, " ".join(arguments.words), as_json=arguments.json)


def check(arguments: Namespace) -> ExitCode:
    """``evidencepack check``."""
    from evidencepack.cli.checking import Wish, check_answers

    wish = Wish(arguments.severity, arguments.document)
    return check_answers(arguments.file, wish, tender=arguments.tender, as_json=arguments.json, every=arguments.all)


def compare(arguments: Namespace) -> ExitCode:
    """``evidencepack compare``."""
    from evidencepack.cli.comparing import compare_word_files

    from_where = arguments.workspace
    return compare_word_files(
        arguments.sent, arguments.back, workspace=from_where, tender=arguments.tender, as_json=arguments.json
    )


def sheets(arguments: Namespace) -> ExitCode:
    """``evidencepack sheets``."""
    from evidencepack.cli.leaving import print_sheets

    return print_sheets(arguments.file, arguments.to, arguments.only, formats=arguments.format, tender=arguments.tender)


def preflight(arguments: Namespace) -> ExitCode:
    """``evidencepack preflight``."""
    from evidencepack.cli.preflight import look_through

    return look_through(
        arguments.file, arguments.folder, tender=arguments.tender, reader=arguments.reader, as_json=arguments.json
    )


def slots(arguments: Namespace) -> ExitCode:
    """``evidencepack slots``."""
    from evidencepack.cli import slots as places

    if arguments.save:
        return places.keep_rules(arguments.file, arguments.save, tender=arguments.tender)
    if arguments.use:
        return places.take_rules(arguments.file, arguments.use, tender=arguments.tender)
    return places.show_slots(arguments.file, tender=arguments.tender, as_json=arguments.json)


def export(arguments: Namespace) -> ExitCode:
    """``evidencepack export``."""
    from evidencepack.cli.leaving import Order, export_files

    order = Order(arguments.document, arguments.format, arguments.reader, arguments.duplex)
    return export_files(arguments.file, arguments.to, order, tender=arguments.tender)


def registers(arguments: Namespace) -> ExitCode:
    """``evidencepack registers``."""
    from evidencepack.cli.handing_out import write_registers

    return write_registers(
        arguments.file, arguments.to, arguments.only, reader=arguments.reader, tender=arguments.tender
    )


def text(arguments: Namespace) -> ExitCode:
    """``evidencepack text``."""
    from evidencepack.cli.handing_out import Wish, print_texts

    wish = Wish(arguments.bare, arguments.simple, arguments.line_break, tuple(arguments.part))
    return print_texts(arguments.file, arguments.documents, wish, tender=arguments.tender, as_json=arguments.json)


def issue(arguments: Namespace) -> ExitCode:
    """``evidencepack issue``."""
    from evidencepack.cli.issuing import issue_files, wish_of

    wish = wish_of(arguments.by, arguments.because, arguments.although)
    return issue_files(arguments.file, arguments.to, wish, tender=arguments.tender)


def issues(arguments: Namespace) -> ExitCode:
    """``evidencepack issues``."""
    from evidencepack.cli.issuing import list_issues

    return list_issues(arguments.file, tender=arguments.tender, as_json=arguments.json)


def signoff(arguments: Namespace) -> ExitCode:
    """``evidencepack signoff``."""
    from evidencepack.cli.signing import SignOrder, sign_off

    said = arguments
    order = SignOrder(said.document, said.partner, said.by, said.duplex, said.tabs, said.changes)
    return sign_off(arguments.file, arguments.to, order, tender=arguments.tender)


def register(arguments: Namespace) -> ExitCode:
    """``evidencepack register``."""
    from evidencepack.cli import signing

    said, tender = arguments, arguments.tender
    if said.code and said.state:
        words = said.on, said.why, said.deputy, said.authority, said.by, said.how, said.signer
        told = signing.Told(said.code, said.state, *words)
        return signing.note_copy(said.file, told, tender=tender)
    if said.certificates:
        from evidencepack.cli.certifying import print_certificates

        return print_certificates(said.file, said.to, said.document, by=said.by, tender=tender)
    if said.to and said.code:
        from evidencepack.cli.keeping import write_returned

        return write_returned(said.file, said.code, said.to, tender=tender)
    if said.to:
        return signing.print_chase_list(said.file, said.to, tender=tender)
    view = signing.RegisterView(said.document, said.partner, said.partners, said.json, said.code)
    return signing.show_register(said.file, view, tender=tender)


def intake(arguments: Namespace) -> ExitCode:
    """``evidencepack intake``."""
    from evidencepack.cli.keeping import SeenOrder
    from evidencepack.cli.taking_in import ScanOrder, take_scans

    said = arguments
    seen = SeenOrder(
        *(said.signed, said.not_signed, said.cannot_tell, said.keep),
        *(said.on, said.by, said.deputy, said.authority, said.how),
    )
    order = ScanOrder(said.scans, said.typed, said.to, seen, said.trust)
    return take_scans(said.file, order, tender=said.tender, as_json=said.json)


def changes(arguments: Namespace) -> ExitCode:
    """``evidencepack changes``."""
    moments = arguments.since, arguments.until
    if arguments.document:
        from evidencepack.cli.sign_changes import tell_document

        said = arguments
        return tell_document(said.file, said.document, moments, tender=said.tender, as_json=said.json, to=said.to)
    from evidencepack.cli.issuing import tell_changes

    return tell_changes(arguments.file, moments, tender=arguments.tender, as_json=arguments.json)


def reopen(arguments: Namespace) -> ExitCode:
    """``evidencepack reopen``."""
    from evidencepack.cli.issuing import reopen_issue

    return reopen_issue(arguments.file, arguments.number, arguments.to, tender=arguments.tender)


def verify(arguments: Namespace) -> ExitCode:
    """``evidencepack verify``."""
    from evidencepack.cli.issuing import verify_files

    return verify_files(arguments.files, trust=arguments.trust, as_json=arguments.json)


def backup(arguments: Namespace) -> ExitCode:
    """``evidencepack backup``."""
    from evidencepack.cli.leaving import back_up

    return back_up(arguments.file, arguments.to)


def restore(arguments: Namespace) -> ExitCode:
    """``evidencepack restore``."""
    from evidencepack.cli.leaving import restore_from

    return restore_from(arguments.backup, arguments.new_file)


def app(arguments: Namespace) -> ExitCode:
    """``evidencepack app``."""
    return ExitCode(arguments.open_window(arguments.file))


def suggest(arguments: Namespace) -> ExitCode:
    """``evidencepack suggest``."""
    from evidencepack.cli.starting import suggest_partners

    return suggest_partners(arguments.file, arguments.partner, tender=arguments.tender, as_json=arguments.json)


def starters(arguments: Namespace) -> ExitCode:
    """``evidencepack starters``."""
    from evidencepack.cli.starting import list_starters

    return list_starters(arguments.file, arguments.kind, tender=arguments.tender, as_json=arguments.json)


def start(arguments: Namespace) -> ExitCode:
    """``evidencepack start``."""
    from evidencepack.cli.starting import start_example
    from evidencepack.usecases.starting import Wanted

    wanted = Wanted(arguments.kind, arguments.starter, arguments.partner, arguments.within)
    return start_example(arguments.file, wanted, tender=arguments.tender)


def ours(arguments: Namespace) -> ExitCode:
    """``evidencepack ours``."""
    from evidencepack.cli.starting import confirm_ours

    return confirm_ours(arguments.file, arguments.what, tender=arguments.tender)


def clone(arguments: Namespace) -> ExitCode:
    """``evidencepack clone``."""
    from evidencepack.cli.reusing import clone_one
    from evidencepack.usecases.cloning import NewTender

    new = NewTender(arguments.reference, arguments.title, arguments.same_buyer)
    return clone_one(arguments.file, arguments.old, new, every=arguments.list)


def remove(arguments: Namespace) -> ExitCode:
    """``evidencepack remove``."""
    from evidencepack.cli.entering import remove_path

    return remove_path(arguments.file, arguments.what, tender=arguments.tender, agreed=arguments.yes)


def keep(arguments: Namespace) -> ExitCode:
    """``evidencepack keep``."""
    from evidencepack.cli.reusing import keep_one
    from evidencepack.usecases.keeping import Keep

    wanted = Keep(arguments.what, arguments.name, arguments.review_by, arguments.owner, arguments.again)
    return keep_one(arguments.file, wanted, tender=arguments.tender)


def library(arguments: Namespace) -> ExitCode:
    """``evidencepack library``."""
    from evidencepack.cli.reusing import list_library

    return list_library(arguments.file, remove=arguments.remove, as_json=arguments.json)


def take(arguments: Namespace) -> ExitCode:
    """``evidencepack take``."""
    from evidencepack.cli.reusing import take_one

    return take_one(arguments.file, arguments.name, tender=arguments.tender, within=arguments.within)


def changed(arguments: Namespace) -> ExitCode:
    """``evidencepack changed``."""
    from evidencepack.cli.reusing import Answer, changed_facts

    answer = Answer(tuple(arguments.accept), tuple(arguments.keep), arguments.within, arguments.reason)
    return changed_facts(arguments.file, answer, tender=arguments.tender, as_json=arguments.json)
