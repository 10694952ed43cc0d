"""Suggests which actors of a graph may be one, and which may be two, the likeliest first.

Nothing here changes a graph: a person judges, and ``judgements.csv`` keeps it. What a judgement has settled is not
suggested again. Actors are compared within blocks, so that the work grows with their number and not with its square.
"""

from sociogram.suggest.ranking import MOST_IN_PAGE, suggest
from sociogram.suggest.values import Quote, Suggestion, Suggestions, Texts

__all__ = ["MOST_IN_PAGE", "Quote", "Suggestion", "Suggestions", "Texts", "suggest"]
