"""Closed classes of English words that decide number, gender and definiteness."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """The words of ``text``."""
    return frozenset(text.split())


REFLEXIVES = _words("myself yourself himself herself itself ourselves yourselves themselves oneself")
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
DEFINITE = frozenset({"the", "both"})
INDEFINITE = _words(
    """
    a an some any no every each many much few several another most all either neither more less other
    one two three four five six seven eight nine ten dozens hundreds thousands millions
    """
)
MALE_TITLES = _words("mr mister sir lord king prince father fr duke baron emperor pope")
FEMALE_TITLES = _words(
    "mrs ms miss madam madame mme lady dame queen princess sister duchess baroness empress"
)
MALE_NOUNS = _words(
    """
    man boy father son brother husband uncle nephew grandfather grandson king prince gentleman guy dad
    daddy actor businessman congressman chairman spokesman policeman fireman salesman widower boyfriend
    fiancé stepfather stepson godfather lad bloke duke lord emperor monk groom bridegroom waiter
    councilman assemblyman statesman sportsman patriarch ex-husband half-brother sir
    """
)
FEMALE_NOUNS = _words(
    """
    woman girl mother daughter sister wife aunt niece grandmother granddaughter queen princess lady mom
    mum mommy actress businesswoman congresswoman chairwoman spokeswoman policewoman widow girlfriend
    fiancée stepmother stepdaughter godmother duchess empress nun bride waitress councilwoman
    assemblywoman stateswoman sportswoman matriarch ex-wife half-sister heroine hostess madam ma'am
    """
)
GROUP_NOUNS = _words(
    """
    team family group government party police company committee staff council crowd audience army crew
    band board court jury public press media opposition administration ministry agency union club
    community couple pair majority minority generation population side firm bank navy parliament
    congress senate leadership gang tribe squad cabinet coalition department commission college
    university school church organization organisation association corporation network paper newspaper
    magazine store
    """
)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
SMALL_WORDS = _words("of the for and in on de und für des la du & to")
"""Words that an abbreviation by initials leaves out."""
DESIGNATORS = _words(
    """
    inc incorporated international corp corporation co company ltd limited llc plc ag gmbh sa se nv spa group holdings
    holding party university college institute foundation association union club fc agency bank airlines
    airways strip sea river desert mountains island islands region province pipeline gas
    """
)
"""Last words of names that a short form may lack."""
GENERIC_NOUNS = _words(
    """
    company firm corporation group organization organisation agency party movement country nation city town
    region state team club squad newspaper magazine network website site platform university school college
    department ministry bureau committee commission court event incident attack match game war conflict
    festival conference meeting summit
    """
)
"""Nouns that stand, with "the" or "this", for a name of their kind that was just mentioned."""
OWN_ADJECTIVES = _words(
    """
    ready able unable likely unlikely willing unwilling eager set due bound sure certain reluctant free prepared
    determined poised confident happy proud glad keen committed expected supposed afraid aware
    """
)
"""Adjectives before a clause whose subject is the one they describe: "it is ready to go"."""
OFFICE_BEGINNINGS = _words(
    "prime vice deputy attorney assistant associate secretary general foreign finance home"
)
"""Words before a title that make it another office: a vice president is no president."""
