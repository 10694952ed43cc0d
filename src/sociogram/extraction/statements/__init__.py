"""Open reading: what every predicate says of an actor, in its own words. Start at ``find.find_statements``.

``predicate`` has the words of a predicate, ``remainder`` those that it says of its subject, ``clauses`` what makes a
clause unfit to be told; ``ends`` who may stand at an end.
"""
