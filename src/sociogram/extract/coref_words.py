"""Closed classes of English words that decide number, gender and definiteness."""

from __future__ import annotations

REFLEXIVES = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
DEFINITE = frozenset({"the", "both"})
INDEFINITE = frozenset(
    "a an some any no every each many much few several another most all either neither more less "
    "other one two three four five six seven eight nine ten dozens hundreds thousands millions".split()
)
MALE_TITLES = frozenset("mr mister sir lord king prince father fr duke baron emperor pope".split())
FEMALE_TITLES = frozenset(
    "mrs ms miss madam madame mme lady dame queen princess sister duchess baroness empress".split()
)
MALE_NOUNS = frozenset(
    "man boy father son brother husband uncle nephew grandfather grandson king prince gentleman guy dad "
    "daddy actor businessman congressman chairman spokesman policeman fireman salesman widower boyfriend "
    "fiancé stepfather stepson godfather lad bloke duke lord emperor monk groom bridegroom waiter "
    "councilman assemblyman statesman sportsman patriarch ex-husband half-brother sir".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl mother daughter sister wife aunt niece grandmother granddaughter queen princess lady mom mum "
    "mommy actress businesswoman congresswoman chairwoman spokeswoman policewoman widow girlfriend fiancée "
    "stepmother stepdaughter godmother duchess empress nun bride waitress councilwoman assemblywoman "
    "stateswoman sportswoman matriarch ex-wife half-sister heroine hostess madam ma'am".split()
)
GROUP_NOUNS = frozenset(
    "team family group government party police company committee staff council crowd audience army crew band "
    "board court jury public press media opposition administration ministry agency union club community couple "
    "pair majority minority generation population side firm bank navy parliament congress senate "
    "leadership gang tribe squad cabinet coalition department commission college university school church "
    "organization organisation association corporation network paper newspaper magazine store".split()
)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
