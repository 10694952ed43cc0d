"""A description with the name of whom it describes: farther off than the parser looks, or behind "is".

"Her husband, the actor *Jon Roe*, left" has another role before the name, "her editor at Acme, *Ann Lee*, left" a body;
"the buyer was *Acme*" says which body plays a role that people play as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS, PLACES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

_HANGING = frozenset({"appos", "compound", "nmod", "amod"})
"""How a name hangs on the role before it, and that on the description."""
_ROLE_WORDS = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "DET"})
"""What stands between the comma and the name: "the former Fed governor"."""
_LONGEST_ROLE = 7
"""Tokens of a second role, with its article: "the former Peruvian deputy finance minister"."""
_OF_BODY = frozenset({"of", "at", "for", "in", "with"})
_ROLES_OF_BODIES = load_vocabulary("mentions").words("roles-of-bodies")
_OWN_ROLES = frozenset({"conj", "poss", "pobj", "dobj", "dative", "compound"})
"""How a name hangs that stands for itself."""
_OBLIQUE = frozenset({"pobj", "npadvmod", "nmod", "compound", "dobj", "oprd"})
"""What a description is that is no subject of the clause."""
_AND = frozenset({"and", "or", "&"})
_NAMING = frozenset({"call", "name"})
_NAMED_BEHIND_OF = load_vocabulary("coreference").words("named-behind-of")
_ASSERTED = frozenset({"ROOT", "conj", "relcl"})
"""Where a clause is the text's own: what is thought or said to be so is nobody's name yet."""
_PERFECT = frozenset({"has", "have", "had"})


def join_apposed(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join each description of one person to the name that stands behind it between commas."""
    by_head = {one.head: one for one in facts if one.head >= 0}
    for name in facts:
        if name.mention.form != "named" or name.mention.kind != "Person" or name.number != "singular":
            continue
        if name.head < 0 or tokens.dep[name.head] not in _HANGING:
            continue
        host = _behind_role(name, by_head, tokens) or _behind_body(name, by_head, tokens)
        if host is not None and host.number == "singular":
            clusters.join(host.index, name.index)


def join_set_behind(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join somebody's relative or aide to the name between the commas behind, where the parser hangs it elsewhere.

    As in "Through *her lawyer, Jon Roe*, she called it a lie". In "his lawyer, Jon Roe, and his wife" may be three.
    """
    named = {one.mention.tokens[0]: one for one in facts if one.mention.form == "named"}
    roles = {one.mention.tokens[0]: one.tokens_end for one in facts if _is_before_name(one)}
    for host in facts:
        if host.determiner != "possessive" or host.head < 0 or len(clusters.members(host.index)) > 1:
            continue
        comma = _behind_kin(host.tokens_end, tokens)
        if comma + 1 >= len(tokens) or tokens.text[comma] != "," or tokens.dep[host.head] not in _OBLIQUE:
            continue
        first = comma + 1 + (tokens.lower[comma + 1] == "the")
        name = named.get(roles.get(first, first))
        if name is None or name.mention.kind != "Person" or tokens.dep[name.head] in _OWN_ROLES:
            continue
        if _is_closed(name, facts, tokens) and _described(host, comma, tokens) is not None:
            clusters.join(host.index, name.index)


def _is_before_name(one: Facts) -> bool:
    """Whether the mention says of what nation or office the name behind it is."""
    return one.mention.demonym or one.mention.kind == "Post"


def _is_closed(name: Facts, facts: Sequence[Facts], tokens: Tokens) -> bool:
    """Whether a comma ends the name and no other person is listed behind it."""
    end = name.tokens_end
    if end + 1 >= len(tokens) or tokens.text[end] != "," or tokens.sentence[end] != name.sentence:
        return False
    behind = facts[name.index + 1] if name.index + 1 < len(facts) else None
    listed = behind is not None and behind.mention.tokens[0] == end + 1 and behind.mention.form != "pronoun"
    several = listed and behind is not None and behind.animate is True and behind.determiner != "none"
    return tokens.lower[end + 1] not in _AND and not several


def _behind_kin(end: int, tokens: Tokens) -> int:
    """The token behind a noun for kin with its "-in-law"."""
    return end + 4 if tokens.lower[end : end + 4] == ("-", "in", "-", "law") else end


def join_players(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join a role that people play as well to the body that is named right behind it: "the buyer, Acme, paid"."""
    by_head = {one.head: one for one in facts if one.head >= 0}
    for name in facts:
        if name.mention.form != "named" or name.mention.kind not in GROUPS or name.head < 0:
            continue
        host = by_head.get(tokens.head[name.head]) if tokens.dep[name.head] == "appos" else None
        if host is not None and _plays(clusters, host) and name.number == "singular":
            clusters.join(host.index, name.index, stated=True)


def join_identified(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join a role that one only has to the name that "is" gives it: "the buyer was Acme", "her boss is Ann Lee"."""
    by_head = {one.head: one for one in facts if one.head >= 0}
    for name in facts:
        if name.mention.form != "named" or name.number != "singular" or name.head < 0:
            continue
        verb = _identifying(name, tokens)
        subject = tokens.child(verb, "nsubj") if verb is not None else None
        host = by_head.get(subject) if subject is not None and subject < name.head else None
        if host is None or host.mention.form != "nominal" or host.number != "singular":
            continue
        if host.determiner not in {"definite", "possessive"} or tokens.child(host.head, "conj") is not None:
            continue
        if name.mention.kind in GROUPS and _plays(clusters, host):
            clusters.join(host.index, name.index, stated=True)
        elif name.mention.kind == host.mention.kind == "Person":
            clusters.join(host.index, name.index)


def join_named_behind(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join who is told to have a name to that: "a man *called Jon Roe*", "the London firm *of Roe & Poe*"."""
    by_head = {one.head: one for one in facts if one.head >= 0}
    for name in facts:
        if name.mention.form != "named" or name.number != "singular" or name.head < 0:
            continue
        above = tokens.head[name.head]
        if tokens.dep[name.head] == "pobj" and tokens.lower[above] == "of":
            host = by_head.get(tokens.head[above])
            alike = host is not None and host.lemma in _NAMED_BEHIND_OF and host.number == "singular"
            if host is not None and alike and name.mention.kind in GROUPS and host.mention.form == "nominal":
                clusters.join(host.index, name.index)
        elif tokens.dep[name.head] == "oprd" and _names(above, name, tokens):
            for host in _named_hosts(tokens.head[above], by_head, tokens):
                if host.mention.kind in {name.mention.kind, "Thing"}:
                    clusters.join(host.index, name.index)


def _names(verb: int, name: Facts, tokens: Tokens) -> bool:
    """Whether the participle says how who stands right before it is called, and no more."""
    plain = tokens.lemma[verb] in _NAMING and tokens.tag[verb] == "VBN" and tokens.dep[verb] == "acl"
    return plain and name.mention.tokens[0] == verb + 1 and tokens.head[verb] == verb - 1


def _named_hosts(noun: int, by_head: Mapping[int, Facts], tokens: Tokens) -> Iterator[Facts]:
    """The noun phrase that is named, and the one before it that it describes: "her husband, a Scot named Ewan"."""
    found = [noun, tokens.head[noun]] if tokens.dep[noun] == "appos" else [noun]
    for token in found:
        host = by_head.get(token)
        if host is not None and host.mention.form == "nominal" and host.number == "singular":
            yield host


def _plays(clusters: Clusters, host: Facts) -> bool:
    """Whether a body may be meant by a noun for a person, of whom nothing else tells that he is one."""
    if host.mention.form != "nominal" or host.mention.kind != "Person" or host.number != "singular":
        return False
    profile = clusters.profile(host.index)
    return host.lemma in _ROLES_OF_BODIES and not profile.named and not profile.genders


def _identifying(name: Facts, tokens: Tokens) -> int | None:
    """The "is" that says of its subject that it is ``name``, plainly and in the text's own words."""
    said = name.head
    if (
        tokens.dep[said] == "appos"
        and tokens.head[said] == name.mention.tokens[0] - 1
        and name.mention.titles
    ):
        said = tokens.head[said]  # "is the economist Ann Lee"
    verb = tokens.head[said]
    if tokens.dep[said] != "attr" or tokens.lemma[verb] != "be" or tokens.dep[verb] not in _ASSERTED:
        return None
    if (
        tokens.child(verb, "neg", "mark", "advcl") is not None
        or tokens.child(said, "conj", "neg") is not None
    ):
        return None
    if tokens.lower[name.mention.tokens[0] - 1] in {"a", "an", "no", "another"}:
        return None  # "the star is no Roe"
    last = tokens.bounds(verb)[1] - 1
    plain = all(
        tokens.dep[child] != "aux" or tokens.lower[child] in _PERFECT for child in tokens.children[verb]
    )
    return verb if plain and tokens.text[last] != "?" else None


def _behind_role(name: Facts, by_head: Mapping[int, Facts], tokens: Tokens) -> Facts | None:
    """The description before another role of the named: "*her husband*, the actor Jon Roe"."""
    first = name.mention.tokens[0]
    comma = _comma_before_role(first, tokens)
    if comma is None or not name.mention.titles:
        return None
    hung: list[int] = []
    for token in tokens.climb(name.head):
        if token < comma:
            # In "his brother, the poet Jon Roe and his sister" nobody can tell who is which.
            several = any(tokens.child(one, "conj") is not None for one in hung)
            return None if several else _described(by_head.get(token), comma, tokens)
        if tokens.dep[token] not in _HANGING:
            return None
        hung.append(token)
    return None


def _comma_before_role(first: int, tokens: Tokens) -> int | None:
    """The comma before the role that ends before ``first``; none where the role is anybody's or has an owner."""
    for token in range(first - 1, max(first - 1 - _LONGEST_ROLE, 0), -1):
        if tokens.text[token] == ",":
            return token if token + 1 < first and tokens.lower[token + 1] not in {"a", "an"} else None
        if tokens.pos[token] not in _ROLE_WORDS or tokens.dep[token] == "poss":
            return None
    return None


def _behind_body(name: Facts, by_head: Mapping[int, Facts], tokens: Tokens) -> Facts | None:
    """The description that ends in its body: "*her editor* at Acme, Jon Roe"."""
    body = tokens.head[name.head]
    beside = by_head.get(body)
    comma = name.mention.tokens[0] - 1
    if tokens.dep[name.head] != "appos" or tokens.dep[body] != "pobj" or tokens.text[comma] != ",":
        return None
    if beside is None or beside.mention.kind not in GROUPS | PLACES or tokens.child(body, "conj") is not None:
        return None
    preposition = tokens.head[body]
    if tokens.lower[preposition] not in _OF_BODY or tokens.dep[preposition] != "prep":
        return None
    return _described(by_head.get(tokens.head[preposition]), comma, tokens)


def _described(host: Facts | None, comma: int, tokens: Tokens) -> Facts | None:
    """``host`` if it is a description of one person that ends before ``comma``."""
    if host is None or host.mention.form != "nominal" or host.mention.kind != "Person":
        return None
    if host.determiner == "none" or tokens.left[host.head] > comma or host.head > comma:
        return None
    bare = host.mention.tokens[1] == comma
    return host if bare or all(tokens.text[one] != "," for one in range(host.head, comma)) else None
