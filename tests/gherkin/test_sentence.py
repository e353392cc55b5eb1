"""The sentence engine: one meaning, two languages, both ways."""

from __future__ import annotations

import pytest

from lostphone.gherkin.correcting import Correction, correction
from lostphone.gherkin.index import LiteralIndex, SentenceIndex
from lostphone.gherkin.kinds import KindError, Kinds, ValueKind, generic_kinds, one_of
from lostphone.gherkin.sentence import SentenceError, Sentences
from lostphone.gherkin.table import Column, TableError

PERSON = one_of("person", {"hana": {"en": "Hana", "ja": "花"}, "ken": {"en": "Ken", "ja": ("健", "ケン")}})
SITE = one_of("site", {"bank": {"en": "the bank", "ja": "銀行"}, "shop": {"en": "the shop", "ja": "店"}})


@pytest.fixture
def sentences() -> Sentences:
    kinds = generic_kinds()
    kinds.add(PERSON)
    kinds.add(SITE)
    return Sentences(kinds)


def test_both_languages_give_equal_arguments(sentences: Sentences) -> None:
    @sentences.define("when", en="{person} waits {duration}", ja="{person}は{duration}待つ")
    def waits(story: object, person: str, duration: int) -> None: ...

    sentence = sentences.of(waits)
    assert sentence.match("en", "Ken waits 11 minutes") == {"person": "ken", "duration": 660_000}
    assert sentence.match("ja", "ケンは11分待つ") == {"person": "ken", "duration": 660_000}
    assert sentence.match("en", "Ken waits a bit") is None
    assert sentence.context == ("story",)
    assert sentence.render("ja", {"person": "ken", "duration": 660_000}) == "健は11分待つ"


def test_a_hole_may_have_a_name_of_its_own(sentences: Sentences) -> None:
    @sentences.define(
        "when", en="{giver:person} calls {taker:person}", ja="{giver:person}が{taker:person}に電話する"
    )
    def calls(giver: str, taker: str) -> None: ...

    assert sentences.of(calls).match("ja", "花が健に電話する") == {"giver": "hana", "taker": "ken"}


def test_an_argument_with_a_default_may_go_unsaid(sentences: Sentences) -> None:
    @sentences.define(
        "when",
        en=("{person} signs in", "{person} signs in {count}"),
        ja=("{person}がサインインする", "{person}が{count}サインインする"),
    )
    def signs_in(person: str, count: int = 1) -> None: ...

    sentence = sentences.of(signs_in)
    assert sentence.match("en", "Hana signs in") == {"person": "hana"}
    assert sentence.match("ja", "花が三回サインインする") == {"person": "hana", "count": 3}
    assert sentence.render("en", {"person": "hana", "count": 1}) == "Hana signs in"
    assert sentence.render("en", {"person": "hana", "count": 4}) == "Hana signs in four times"


def test_of_one_thing_the_last_template_speaks(sentences: Sentences) -> None:
    @sentences.define("when", en=("{duration} pass", "{duration} passes"), ja="{duration}がたつ")
    def passes(duration: int) -> None: ...

    said = {one: sentences.of(passes).render("en", {"duration": one}) for one in (1_000, 60_000, 86_400_000)}
    assert said == {1_000: "one second passes", 60_000: "60 seconds pass", 86_400_000: "one day passes"}
    assert sentences.of(passes).render("en", {"duration": 90_000}) == "one minute and 30 seconds pass"
    assert sentences.of(passes).match("en", "one day pass") == {"duration": 86_400_000}


def test_rendering_says_what_it_cannot_say(sentences: Sentences) -> None:
    @sentences.define("given", en="{person} is calm", ja="{person}は落ち着いている")
    def calm(person: str) -> None: ...

    with pytest.raises(ValueError, match="no en template for mood, person"):
        sentences.of(calm).render("en", {"person": "hana", "mood": 3})
    with pytest.raises(ValueError, match="no en word for 'nobody'"):
        sentences.of(calm).render("en", {"person": "nobody"})


def test_rendering_refuses_a_text_that_would_mean_something_else() -> None:
    lossy = ValueKind("lossy", {"en": ".+", "ja": ".+"}, lambda _, text: text.lower(), lambda _, value: value)
    sentences = Sentences(Kinds((lossy,)))

    @sentences.define("given", en="it is {lossy}", ja="{lossy}だ")
    def it_is(lossy: str) -> None: ...

    with pytest.raises(ValueError, match="would be read back"):
        sentences.of(it_is).render("en", {"lossy": "LOUD"})


@pytest.mark.parametrize(
    ("en", "ja", "complaint"),
    [
        ("{person} goes", "行く", "the languages differ in what they say: en has"),
        ("{person} goes", "{person:site}が行く", "the languages differ in what they say: en has"),
        ("{persn} goes", "{persn}が行く", "did you mean 'person'"),
        ("{site} goes", "{site}が行く", "'site' stands in the sentence but is no parameter"),
        ("{person} meets {person}", "{person}と{person}が会う", "two holes called person"),
        ("{person goes", "{person}が行く", "stray '{'"),
        (("{person} goes", "go"), ("{person}が行く", "行く"), "'person' may go unsaid"),
    ],
)
def test_a_wrong_sentence_is_an_error_where_it_is_defined(
    sentences: Sentences, en: str, ja: str, complaint: str
) -> None:
    with pytest.raises(SentenceError, match=complaint) as raised:

        @sentences.define("when", en=en, ja=ja)
        def goes(person: str) -> None: ...

    assert "test_sentence.py:" in str(raised.value)


def test_an_async_function_and_a_wrong_keyword_are_refused(sentences: Sentences) -> None:
    with pytest.raises(SentenceError, match="async function"):

        @sentences.define("when", en="go", ja="行く")
        async def goes() -> None: ...

    with pytest.raises(SentenceError, match="not But"):

        @sentences.define("But", en="go", ja="行く")
        def goes_too() -> None: ...


def test_a_table_is_read_in_either_language(sentences: Sentences) -> None:
    @sentences.define(
        "given",
        en="{person} has these accounts:",
        ja="{person}には次のアカウントがある。",
        table=(
            Column("site", "site", "site", "サイト"),
            Column("digits", "int", "digits", "桁数", optional=True),
        ),
    )
    def has(story: object, person: str, table: list[dict[str, object]]) -> None: ...

    sentence = sentences.of(has)
    assert sentence.context == ("story",)
    english = sentence.parse_table("en", [["digits", "site"], ["8", "the bank"], ["", "the shop"]])
    assert english == [{"digits": 8, "site": "bank"}, {"site": "shop"}]
    assert sentence.parse_table("ja", [["サイト", "桁数"], ["銀行", "8"], ["店", ""]]) == english
    assert sentence.parse_table("ja", sentence.render_table("ja", english)) == english
    for rows, complaint in (
        ([["stie"], ["the bank"]], "did you mean 'site'"),
        ([["digits"], ["8"]], "needs a column 'site'"),
        ([["site", "site"], ["the bank", "the shop"]], "two columns 'site'"),
        ([["site"], ["the library"]], "'the library' in column 'site'"),
    ):
        with pytest.raises(TableError, match=complaint):
            sentence.parse_table("en", rows)


def test_the_index_finds_all_meanings_and_no_other(sentences: Sentences) -> None:
    @sentences.define("given", "when", en="{person} leaves {site}", ja="{person}が{site}を出る")
    def leaves(person: str, site: str) -> None: ...

    @sentences.define("when", en="{person} leaves the bank", ja="{person}が銀行を出る")
    def leaves_the_bank(person: str) -> None: ...

    index = SentenceIndex(sentences, "en")
    both = index.find("when", "Hana leaves the bank")
    assert [match.sentence.function for match in both] == [leaves, leaves_the_bank]
    assert [match.arguments() for match in both] == [{"person": "hana", "site": "bank"}, {"person": "hana"}]
    assert [match.sentence.function for match in index.find("given", "Hana leaves the bank")] == [leaves]
    assert len(index.find(None, "Hana leaves the bank")) == 2
    assert index.find("then", "Hana leaves the bank") == ()
    assert not index.means_something("when", "Hana leaves the bank")
    assert index.means_something("given", "Hana leaves the bank")
    assert correction(index, "when", "Hana leave the shop") == Correction("when", "Hana leaves the shop")
    assert correction(index, "when", "zzzz") is None


def test_a_look_up_asks_few_definitions_however_many_there_are() -> None:
    def asked(definitions: int) -> int:
        index: LiteralIndex[int] = LiteralIndex()
        for number in range(definitions):
            index.add(number, literals=("", f" does thing {number} with ", " at home"))
        return len(index.candidates("Hana does thing 17 with care at home"))

    assert asked(10_000) <= asked(200) + 1 <= 3


def test_short_and_missing_literals_are_still_found() -> None:
    index: LiteralIndex[str] = LiteralIndex()
    index.add("any", literals=("", ""))
    index.add("one", literals=("", "は", ""))
    index.add("exact", exact="花は待つ")
    assert index.candidates("花は待つ") == ["any", "one", "exact"]
    assert index.candidates("花") == ["any"]
    index.add("later", literals=("花",))
    assert index.candidates("花") == ["any", "later"]


def test_kinds_are_checked() -> None:
    with pytest.raises(KindError, match="captures"):
        ValueKind("bad", {"en": "(a)"}, lambda _, text: text, lambda _, value: value)
    with pytest.raises(KindError, match="stands for two values"):
        one_of("bad", {1: {"en": "one"}, 2: {"en": "one"}})
    with pytest.raises(KindError, match="two kinds called 'person'"):
        Kinds((PERSON, one_of("person", {})))
