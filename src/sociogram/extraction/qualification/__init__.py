"""How the words hold a relation: polarity, modality, asserters, time and amount. Start at ``qualify.qualify``.

``scope`` climbs from a trigger to the root of its sentence, over verbs (``clauses``), nouns and prepositions
(``nouns``), and takes up what stands ``beside`` each; ``state`` is what it has met; it reads by ``words`` and
``grammar``. ``sources`` says whose words hold the trigger, ``nearest_values`` which time and amount are its own.
"""
