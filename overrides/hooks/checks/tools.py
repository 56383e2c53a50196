"""What the tools read from a page: the parts of a case, of the doubt check, and of the quiz."""

from __future__ import annotations

from collections.abc import Iterator

from checks.lines import at
from content import cases
from content.model import Page, Problem
from selectolax.lexbor import LexborHTMLParser, LexborNode


def case_problems(page: Page) -> Iterator[Problem]:
    """Cases that the index and the cards cannot show."""
    for section in page.sections if page.name in cases.PAGES else ():
        try:
            cases.read_case(page, section)
        except ValueError as error:
            yield page.problem(section.line, str(error))


def check_problems(page: Page, check: LexborNode) -> Iterator[Problem]:
    """A doubt check without three answers a question, or without three conclusions."""
    for question in check.css(".check > ol > li"):
        title = question.css_first("strong")
        if title is None or len(question.css("ul > li")) != 3:
            name = title.text() if title else question.text().strip()[:40]
            yield at(page, f"'{name}' needs three answers: yes, no, not sure", name)
    conclusions = check.css_first(".check > ul")
    if conclusions is None or len(conclusions.css("li")) != 3:
        message = "needs three conclusions: three times yes, somewhere not sure, somewhere no"
        yield at(page, f"the check {message}", 'data-module="check"')


def quiz_problems(page: Page, quiz: LexborNode, answers: list[LexborNode]) -> Iterator[Problem]:
    """Questions without an answer that opens with the letter of one of their options."""
    questions = quiz.css(".quiz > ol > li")
    if len(questions) != len(answers):
        yield at(
            page, f"{len(questions)} questions and {len(answers)} answers: give each its own", "quiz-answers"
        )
        return
    for number, (question, answer) in enumerate(zip(questions, answers, strict=True), 1):
        letter = answer.css_first("strong")
        if not any(
            letter and one.text().strip().startswith(letter.text()) for one in question.css("ul > li")
        ):
            needle = question.css_first("strong")
            message = f"the answer to question {number} must open with the letter of an option, as in **B.**"
            yield at(page, message, needle.text() if needle else "")


def problems(page: Page) -> Iterator[Problem]:
    """Every tool of a page that would not work."""
    yield from case_problems(page)
    tree = LexborHTMLParser(page.html)
    for check in tree.css(".check"):
        yield from check_problems(page, check)
    for quiz in tree.css(".quiz"):
        yield from quiz_problems(page, quiz, tree.css(".quiz-answers > ol > li"))
