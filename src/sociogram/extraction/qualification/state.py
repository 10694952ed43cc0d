"""What a climb from a trigger has met so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from sociogram.knowledge.scope_words import DENIED
from sociogram.model import Modality, Polarity

STRENGTH = {
    Modality.ASSERTED: 0,
    Modality.REPORTED: 1,
    Modality.ALLEGED: 2,
    Modality.PREDICTED: 3,
    Modality.INTENDED: 4,
    Modality.DEMANDED: 5,
    Modality.POSSIBLE: 6,
    Modality.HYPOTHETICAL: 7,
}
"""Which of two modalities is kept where one stands in the scope of the other: the one further from fact."""


@dataclass(slots=True)
class Scope:
    """What was met on the way up from a trigger.

    ``background`` says that the trigger is a title or an apposition, which is said in passing;
    ``would`` that a "would" was met; ``said`` that the climb has left a clause that somebody says,
    so that a negation further up denies the saying and not what is said, ``saying`` is its
    verb; ``conditional`` that the trigger depends on an "if"; ``caused`` that somebody else makes
    the doer do it; ``refuted`` are the words that say what
    the writer holds untrue, so that their sources do not say what is read.
    """

    denied: bool = False
    modality: Modality = Modality.ASSERTED
    background: bool = False
    would: bool = False
    said: bool = False
    saying: int = -1
    conditional: bool = False
    caused: bool = False
    refuted: set[int] = field(default_factory=set)

    @property
    def polarity(self) -> Polarity:
        """Denied after an odd number of negations."""
        return Polarity.DENIED if self.denied else Polarity.AFFIRMED

    def add(self, effects: tuple[str, ...]) -> None:
        """Take up the effects of one word."""
        for effect in effects:
            if effect == DENIED:
                self.negate()
            else:
                self.strengthen(Modality(effect))

    def refute(self, effects: tuple[str, ...], word: int) -> None:
        """Take up that what ``word`` says is not so, or not shown; who says the contrary is the writer."""
        if DENIED in effects:
            self.refuted.add(word)
            if not self.said:
                self.modality = Modality.ASSERTED
        self.add(effects)

    def belie(self, effects: tuple[str, ...]) -> None:
        """Take up that what was said, at the last verb of saying on the way, is not so or not shown."""
        self.said = False
        self.refute(effects, self.saying)

    def suppose(self, *, demanded: bool = False) -> None:
        """Take up a condition; what is ``demanded`` under one is demanded still."""
        self.conditional = True
        self.strengthen(Modality.DEMANDED if demanded else Modality.HYPOTHETICAL)

    def negate(self) -> None:
        """Turn the polarity round, or leave open what nobody has said."""
        if self.said:
            self.strengthen(Modality.POSSIBLE)
        else:
            self.denied = not self.denied

    def leave_open(self) -> None:
        """Take up that nobody has said it: who is to say that it is so does not mean it to become so."""
        if self.modality is not Modality.HYPOTHETICAL:
            self.modality = Modality.POSSIBLE

    def strengthen(self, modality: Modality) -> None:
        """Keep the stronger of the two modalities; what one means another to do is demanded of that other."""
        if self.caused and modality is Modality.INTENDED:
            modality = Modality.DEMANDED
        if STRENGTH[modality] > STRENGTH[self.modality]:
            self.modality = modality
