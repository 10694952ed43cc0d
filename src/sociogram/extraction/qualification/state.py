"""What a climb from a trigger has met so far."""

from __future__ import annotations

from dataclasses import dataclass

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
    so that a negation further up denies the saying and not what is said.
    """

    denied: bool = False
    modality: Modality = Modality.ASSERTED
    background: bool = False
    would: bool = False
    said: bool = False

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

    def negate(self) -> None:
        """Turn the polarity round, or leave open what nobody has said."""
        if self.said:
            self.strengthen(Modality.POSSIBLE)
        else:
            self.denied = not self.denied

    def strengthen(self, modality: Modality) -> None:
        """Keep the stronger of the two modalities."""
        if STRENGTH[modality] > STRENGTH[self.modality]:
            self.modality = modality
