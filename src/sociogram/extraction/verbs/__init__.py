"""Relations that verbs give. Start at ``find.find_verbal_relations``.

``roles`` finds the mentions that take part in a proposition, ``posts`` those that name a post; ``frames`` matches them
with the lexicon. What no sense fits is told in its own words by ``statements``.
"""
