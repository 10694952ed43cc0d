"""How the words hold a relation: polarity, modality, asserters, time and amount. Start at ``qualify.qualify``.

``scope`` climbs from a trigger to the root of its sentence, over verbs (``clauses``), nouns and prepositions
(``nouns``), and takes up what stands ``beside`` each; ``state`` is what it has met. ``grammar`` is what it asks of the
parse, ``knowledge.scope_words`` of a word. ``sources`` says whose words hold the trigger, ``nearest_values`` which time
and amount are its own.
"""
