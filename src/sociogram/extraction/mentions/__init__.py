"""The words that stand for actors, things, dates and quantities. Start at ``find.find_mentions``.

``names`` places names on a ``board`` of what is taken: parties and states (``politics``), ``works``, ``known`` actors,
``nations``, the model's ``entities``, then what is left (``runs``). ``votes`` gives each name one kind in the whole
document (``clubs`` where it is on sport); ``titles`` stand before names; ``phrases`` adds noun phrases and pronouns.
``kinds`` knows kinds by words alone.
"""
