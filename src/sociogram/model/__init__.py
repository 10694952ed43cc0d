"""The values that pass from stage to stage: all frozen, all plain data.

Intervals are half-open and counted in code points of ``Document.text``, which is the text of the whole file as
read and is never altered afterwards. ``Mention``, ``Chain``, ``Proposition``, ``Attribution`` and
``RelationMention`` belong to one document; ``Actor``, ``Claim`` and ``Tie`` to the whole graph.
"""

from __future__ import annotations

from sociogram.model.document import (
    Amount,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Chain,
    Credit,
    Document,
    Extraction,
    Form,
    Gender,
    Mention,
    Modality,
    Naming,
    Number,
    Origin,
    Polarity,
    Proposition,
    RecognisedPage,
    RelationMention,
    Role,
    Skipped,
    Span,
    TimeExpression,
    Turn,
    TurnRole,
)
from sociogram.model.graph import (
    Actor,
    ActorMention,
    Claim,
    ClaimRole,
    Evidence,
    Judgement,
    LiteralObject,
    Tie,
)

__all__ = [
    "Actor",
    "ActorMention",
    "Amount",
    "Argument",
    "Attribution",
    "Block",
    "BlockKind",
    "Chain",
    "Claim",
    "ClaimRole",
    "Credit",
    "Document",
    "Evidence",
    "Extraction",
    "Form",
    "Gender",
    "Judgement",
    "LiteralObject",
    "Mention",
    "Modality",
    "Naming",
    "Number",
    "Origin",
    "Polarity",
    "Proposition",
    "RecognisedPage",
    "RelationMention",
    "Role",
    "Skipped",
    "Span",
    "Tie",
    "TimeExpression",
    "Turn",
    "TurnRole",
]
