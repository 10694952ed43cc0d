"""Attributions by verbs: what the grammar of the clause gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.extraction.attribution.clauses import (
    confirmed,
    hung_clause,
    parenthetical,
    place_clause,
    subtree,
    thing_range,
)
from sociogram.extraction.attribution.drafts import (
    WITH_IT,
    Draft,
    Range,
    agent_of,
    cue_lemma,
    cue_range,
    find_source_head,
    is_passive,
    noun_phrase,
    subject_of,
    trim,
)
from sociogram.extraction.attribution.minds import (
    feels,
    finds_itself,
    is_aimed,
    is_impersonal,
    is_mindless,
    raising,
)
from sociogram.knowledge.cues import TOPIC, Cues
from sociogram.parse.tokens import Tokens

_OBJECTS = frozenset({"dobj", "dative"})
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "for", "as", "over", "with", "against", "about"})
"""Prepositions behind an object whose phrase is said of it: "accused Bob of lying", "a poll shows Ann with a lead"."""
_NOUNS_PREPOSITIONS = frozenset({"against", "about", "between", "for", "towards", "toward", "over", "of"})
"""Prepositions right behind any object whose phrase is most often its own: "expressed doubt about the sale"."""
_STANDING = frozenset({"ahead", "behind", "up", "down", "atop"})
"""Adverbs of what a document shows of somebody: "a poll shows Ann ahead by three points"."""
_ADDRESSING = frozenset({"on", "upon", "for", "to", "with"})
"""Prepositions of those who are asked: "called on them to resign"."""
_REPROACHING = frozenset({"of", "for"})
"""Prepositions of what somebody is accused of, behind the "by" of a passive."""
_PARTING = frozenset({",", "(", "-", "–", "—", "--", "/"})
_NAMING = frozenset({"call", "dub", "label"})
_HALVING = frozenset({";", ":"})
_VERBAL = frozenset({"VERB", "AUX"})
_TOPICAL = frozenset({"prep:about", "prep:of"})
_OF_AND_TO = frozenset({"about", "of", "to", "with"})
"""Prepositions of what somebody speaks of, and to whom."""
_GRANTED = frozenset({"why", "how"})
"""What is asked with these is taken for granted: "asked why he left"."""
_HEARD = frozenset({"say", "claim"})
_INSERTED = frozenset({"say", "claim", "show", "predict", "demand", "promise"})


def verb_drafts(tokens: Tokens, cues: Cues) -> Iterator[Draft]:
    """One draft for each verb that attributes."""
    for verb, pos in enumerate(tokens.pos):
        if pos not in _VERBAL:
            continue
        lemma = cue_lemma(tokens, cues, verb)
        frames = cues.verbs.get(lemma)
        draft: Draft | None = None
        if (
            tokens.lower[verb] in cues.adjectives
            and tokens.tag[verb] == "VBN"
            and agent_of(tokens, verb) is None
        ):
            continue
        if lemma in cues.raising:
            draft = raising(tokens, verb, lemma)
        elif frames is not None:
            cue = CueVerb(tokens, verb, lemma, frames)
            draft = cue.passive(cues) if is_passive(tokens, verb) else cue.active(cues)
            if draft is not None and (
                _is_whatever(tokens, draft)
                or finds_itself(tokens, draft)
                or is_mindless(tokens, cues, draft)
                or is_aimed(tokens, draft)
            ):
                draft = None
        elif pos == "VERB" and not cues.not_cues & {lemma, tokens.lower[verb]}:
            draft = None if feels(tokens, cues, verb) else _unknown(tokens, verb, lemma)
        if draft is not None:
            yield draft


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb with the frames in which it attributes."""

    tokens: Tokens
    verb: int
    lemma: str
    frames: dict[str, str]

    def active(self, cues: Cues) -> Draft | None:
        """The content of the first frame that the words fit."""
        tokens, verb, frames = self.tokens, self.verb, self.frames
        clause = self._clause()
        if clause is not None and "small" in frames and self._is_small(clause):
            return self.draft("small", subtree(tokens, clause))
        if clause is not None:
            for frame in ("clause", "order", "quote"):
                if frame in frames:
                    draft = self.draft(frame)
                    place_clause(tokens, draft, clause)
                    return draft
        thing = None if self.lemma.endswith(WITH_IT) else tokens.child(verb, *_OBJECTS)
        infinitive = tokens.child(verb, "xcomp")
        if infinitive is not None and infinitive > verb:
            found = self._infinitive(infinitive, thing)
            if found is not None:
                return found
        if thing is not None and "small" in frames:
            end = self._complement_end(thing)
            if end is not None:
                return self.draft("small", trim(tokens, tokens.left[thing], end))
        if thing is None and self.lemma in cues.confirming:
            content = confirmed(tokens, verb)
            if content:
                draft = self.draft("clause")
                draft.content = content
                return draft
        hung = self._hung(cues)
        if hung is not None:
            return self.draft("clause", subtree(tokens, hung))
        addressed = thing is None or ("told" in frames and tokens.dep[verb] == "parataxis")
        if addressed and infinitive is None and frames.get("quote") in _INSERTED and not self._speaks_of():
            content = parenthetical(tokens, verb)
            if content:
                draft = self.draft("quote")
                draft.content = content
                return draft
        if thing is not None and thing > verb:
            found = self._object(thing, cues)
            if found is not None:
                return found
        return self._addressed() or self._preposition()

    def draft(self, frame: str, content: Range | None = None) -> Draft:
        """A draft with the verb's own source."""
        tokens, verb = self.tokens, self.verb
        cue = cue_range(tokens, verb, self.lemma)
        draft = Draft(verb, [cue], [content] if content else [], verb=self.lemma)
        draft.cue_class, draft.frame = self.frames[frame], frame
        source = find_source_head(tokens, verb)
        if source is not None:
            draft.source_head = source
            draft.source = [noun_phrase(tokens, source, verb)]
        return draft

    def _clause(self) -> int | None:
        """The clause behind the verb, else the one before it ("…, she said"), unless it is an adverbial."""
        tokens = self.tokens
        found = [child for child in tokens.children[self.verb] if tokens.dep[child] == "ccomp"]
        behind = [child for child in found if child > self.verb and not self._is_beside(child)]
        if behind:
            return behind[0]
        for child in found:
            if self._stands_apart(child):
                continue
            if any(
                tokens.dep[mark] == "mark" and tokens.lower[mark] != "that" for mark in tokens.children[child]
            ):
                continue
            return child
        return None

    def _speaks_of(self) -> bool:
        """Whether a verb that may have a topic has a phrase behind it: who is "talking to voters" inserts nothing."""
        topical = any(frame.startswith("prep:") for frame in self.frames)
        return topical and any(
            child > self.verb and self.tokens.lower[child] in _OF_AND_TO
            for child in self.tokens.children[self.verb]
        )

    def _hung(self, cues: Cues) -> int | None:
        """The clause of a verb of saying that stands on a noun behind it, as the parser reads it."""
        if self.frames.get("clause") not in _HEARD:
            return None
        return hung_clause(self.tokens, cues, self.verb, told="told" in self.frames)

    def _stands_apart(self, child: int) -> bool:
        """Whether a clause before is another sentence: "The mill shut; they posted it", "…, others call it a ruin"."""
        tokens, verb = self.tokens, self.verb
        subject = subject_of(tokens, verb)
        if child > verb or subject is None:
            return False
        if not _HALVING.isdisjoint(tokens.text[tokens.right[child] : subject]):
            return True
        thing = tokens.child(verb, *_OBJECTS)
        return "told" not in self.frames and thing is not None and subject < verb < thing

    def _is_beside(self, child: int) -> bool:
        """Whether it is a participle behind a comma, which is nothing said: "explained, recalling his visit"."""
        tokens = self.tokens
        return (
            tokens.tag[child] == "VBG"
            and tokens.child(child, "nsubj", "nsubjpass", "aux") is None
            and tokens.text[tokens.left[child] - 1] == ","
        )

    def _object(self, thing: int, cues: Cues) -> Draft | None:
        tokens = self.tokens
        frame = "accuse" if "accuse" in self.frames else "object"
        if frame not in self.frames:
            return None
        if self.frames[frame] == "show" and not self._by_document(cues):
            # A poll shows a lead; a man shows a picture.
            return None
        first, last = thing_range(tokens, thing)
        last = self._likened(last) or last
        wide = frame == "accuse" or self.frames[frame] == "show"
        likened = frozenset({"to"} if "to" in self.frames else ())
        for child in tokens.children[self.verb]:
            completing = likened | (_COMPLEMENT_PREPOSITIONS if wide else _NOUNS_PREPOSITIONS)
            held = tokens.dep[child] == "prep" and tokens.lower[child] in completing
            if child >= last and tokens.left[child] == last and wide and tokens.lower[child] in _STANDING:
                last = tokens.right[child]
            elif child >= last and held and tokens.left[child] == last:
                last = thing_range(tokens, child if (end := tokens.child(child, "pobj")) is None else end)[1]
        return self.draft(frame, trim(tokens, first, last))

    def _by_document(self, cues: Cues) -> bool:
        source = find_source_head(self.tokens, self.verb)
        return source is not None and self.tokens.lemma[source].lower() in cues.documents

    def _addressed(self) -> Draft | None:
        """What is asked in "called on them to resign" and "pushed for them to resign"."""
        tokens = self.tokens
        if "order" not in self.frames:
            return None
        person: int | None = None
        for child in tokens.children[self.verb]:
            if child < self.verb:
                continue
            mark, subject = tokens.child(child, "mark"), tokens.child(child, "nsubj", "nsubjpass")
            if mark == self.verb + 1 and tokens.lower[mark] == "for" and subject is not None:
                return self.draft("order", trim(tokens, mark + 1, tokens.right[child]))
            if tokens.dep[child] == "prep" and tokens.lower[child] in _ADDRESSING:
                person = tokens.child(child, "pobj")
            elif person is not None and tokens.dep[child] in {"advcl", "xcomp"} and tokens.tag[child] == "VB":
                return self.draft("order", trim(tokens, tokens.left[person], tokens.right[child]))
        return None

    def _preposition(self) -> Draft | None:
        tokens, verb = self.tokens, self.verb
        for child in tokens.children[verb]:
            frame = f"prep:{tokens.lower[child]}"
            if child < verb or tokens.dep[child] != "prep" or frame not in self.frames:
                continue
            found = tokens.child(child, "pobj", "pcomp")
            if found is not None:
                first, last = thing_range(tokens, found)
                likened = self._likened(last) if "as" in self.frames else None
                draft = self.draft(frame, trim(tokens, first, likened or last))
                if child == verb + 1:
                    draft.cue = [(draft.cue[0][0], child + 1)]
                return draft
        return None

    def _infinitive(self, infinitive: int, thing: int | None) -> Draft | None:
        """The draft of a verb with an infinitive or gerund behind it."""
        tokens, frames = self.tokens, self.frames
        content = subtree(tokens, infinitive)
        if tokens.tag[infinitive] == "VBG":
            frame = "gerund" if "gerund" in frames else "object"
            return self.draft(frame, content) if frame in frames else None
        if tokens.pos[infinitive] not in _VERBAL:
            return self.draft("small", content) if "small" in frames and thing is None else None
        if thing is not None and thing < infinitive:
            if "told" in frames:
                return self.draft("told", content)
            if "order" in frames:
                return self.draft("order", trim(tokens, tokens.left[thing], content[1]))
            return None
        return self.draft("inf", content) if "inf" in frames else None

    def _likened(self, last: int) -> int | None:
        """Where "as …" right behind what is spoken of ends: "referred to them as crooks", "defended it as fair"."""
        tokens = self.tokens
        for child in tokens.children[self.verb]:
            if (
                child >= last
                and tokens.left[child] == last
                and tokens.dep[child] == "prep"
                and tokens.lower[child] == "as"
            ):
                return tokens.right[child]
        return None

    def _is_small(self, clause: int) -> bool:
        """Whether a clause has no verb: "called [him unfit]"."""
        return self.tokens.pos[clause] not in _VERBAL and self.tokens.child(clause, "cop", "mark") is None

    def _complement_end(self, thing: int) -> int | None:
        """Where the complement of the object ends: "called it [a mistake]", "described it [as a mistake]"."""
        tokens = self.tokens
        for child in tokens.children[self.verb]:
            if child <= thing:
                continue
            if tokens.dep[child] in {"oprd", "xcomp", "acomp", "attr", "dobj"}:
                return tokens.right[child]
            likened = tokens.dep[child] == "advcl" and tokens.tag[tokens.left[child]] in {"IN", "RB"}
            if (tokens.dep[child] == "prep" or likened) and tokens.lower[tokens.left[child]] == "as":
                return tokens.right[child]
        for child in tokens.children[thing]:
            if child < thing:
                continue
            named = tokens.dep[child] == "prep" and tokens.lower[child] == "as"
            # "called the riots “a lesson”", "consider his work fine": what is behind it with no comma is said of it.
            kind = tokens.dep[child] in {"appos", "amod"} or (
                tokens.dep[child] == "acl" and tokens.tag[child] == "JJ"
            )
            said = kind and tokens.text[tokens.left[child] - 1] not in _PARTING
            if named or (said and tokens.left[child] > thing):
                return tokens.right[thing]
        return None

    def passive(self, cues: Cues) -> Draft | None:
        """The content of a passive; who says it stands behind "by", or is not named."""
        tokens, verb, frames = self.tokens, self.verb, self.frames
        agent = agent_of(tokens, verb)
        subject = tokens.child(verb, "nsubjpass")
        if subject is None and tokens.dep[verb] == "acl":
            subject = tokens.head[verb]
        clause = tokens.child(verb, "ccomp")
        if clause is None and "told" in frames and agent is None:
            clause = self._hung(cues)
        complement = tokens.child(verb, "xcomp", "oprd")
        if complement is None:
            complement = next((child for child in tokens.children[verb] if tokens.lower[child] == "as"), None)
        draft = Draft(verb, [cue_range(tokens, verb)], [], verb=self.lemma)
        reproach = self._reproach(agent) if "accuse" in frames else None
        if clause is not None and clause > verb:
            draft.content = [subtree(tokens, clause)]
            draft.cue_class, draft.frame = frames.get("clause", "say"), "clause"
            if tokens.lower[draft.content[0][0]] in _GRANTED and self.lemma == "ask":
                draft.verb = TOPIC
        elif complement is not None and complement > verb and self._is_held(cues):
            draft.content = [subtree(tokens, complement)]
            if subject is not None:
                draft.content.insert(0, noun_phrase(tokens, subject))
            draft.cue_class = frames.get("inf") or frames.get("small") or frames.get("clause") or "think"
            draft.frame = "raised"
        elif agent is not None and subject is not None and ("object" in frames or "accuse" in frames):
            draft.content = [noun_phrase(tokens, subject)]
            draft.cue_class, draft.frame = frames.get("accuse") or frames["object"], "object"
            if reproach is not None:
                draft.content.append(subtree(tokens, reproach))
                draft.source_head, draft.source = agent, [noun_phrase(tokens, agent, reproach)]
                return draft
        elif agent is None and subject is not None and reproach is not None:
            draft.content = [noun_phrase(tokens, subject, verb), subtree(tokens, reproach)]
            draft.cue_class, draft.frame = frames["accuse"], "object"
            return draft
        else:
            return self._asked() if agent is None else None
        if agent is not None:
            draft.source_head = agent
            draft.source = [noun_phrase(tokens, agent)]
        return draft

    def _is_held(self, cues: Cues) -> bool:
        """Whether the passive tells what is held of its subject; a mere name is not, "a ship called the Erin"."""
        if self.tokens.dep[self.verb] == "acl" and self.lemma in _NAMING:
            return False
        return self.lemma in cues.passive_raising

    def _asked(self) -> Draft | None:
        """What "when asked about the plan" and "was told of the plan" are about; nobody is named who asks or tells."""
        draft = self._preposition()
        if draft is not None and draft.frame not in _TOPICAL:
            return None
        if draft is not None:
            draft.source_head, draft.source, draft.verb = None, [], TOPIC
        return draft

    def _reproach(self, agent: int | None) -> int | None:
        """The "of …" of "accused of lying" and "accused by two men of lying", which may seem to hang on the men."""
        tokens = self.tokens
        start = self.verb if agent is None else agent
        for child in (*tokens.children[self.verb], *(() if agent is None else tokens.children[agent])):
            if child < start or tokens.dep[child] != "prep" or tokens.lower[child] not in _REPROACHING:
                continue
            held = "pobj" if tokens.head[child] == self.verb else "pcomp"
            if tokens.child(child, "pcomp", held) is not None:
                return child
        return None


def _is_whatever(tokens: Tokens, draft: Draft) -> bool:
    """Whether it is left open what is said: "nobody was hurt, *whatever* Doe says", "no matter what Doe says"."""
    before = tokens.left[draft.source_head] - 1 if draft.source_head is not None else -1
    if before < 0 or before > draft.cue_head:
        return False
    return tokens.lower[before] == "whatever" or tokens.lower[before - 1 : before + 1] == ("matter", "what")


def _unknown(tokens: Tokens, verb: int, lemma: str) -> Draft | None:
    """A verb of no list with "that …" behind it and somebody before it."""
    clause = tokens.child(verb, "ccomp")
    if clause is None or clause < verb or is_passive(tokens, verb):
        return None
    mark = tokens.child(clause, "mark")
    if mark is None or tokens.lower[mark] != "that":
        return None
    if is_impersonal(tokens, verb):
        return None
    draft = CueVerb(tokens, verb, lemma, {"clause": "say"}).draft("clause")
    draft.frame = "unknown"
    place_clause(tokens, draft, clause)
    return draft if draft.source_head is not None else None
