"""Which mentions of a document stand for the same thing. Start at ``find.find_chains``.

From the surest to the least sure: ``facts`` reads each mention by itself, ``names`` and ``tokens`` join by rules,
``speech`` and ``dialogue`` join "I" and "you" to who speaks; then ``ranker`` weighs what ``candidates`` lets pass, by
``features`` and ``weights``. ``clusters`` is what they build, and refuses to join what cannot be one.
"""
