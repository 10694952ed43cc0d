"""Predicates with their argument phrases, for any relation. Start at ``find.find_propositions``.

``clauses`` finds predicates with their subjects and objects, ``arguments`` the phrases of each clause, ``nominal`` what
noun phrases say without a verb.
"""
