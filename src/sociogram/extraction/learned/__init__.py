"""Relations learnt from examples. Start at ``find.find_learned_relations``.

``features`` tells what is seen of a pair of mentions, ``classifier`` how likely each relation is by it; ``find`` holds
back what the sentence forbids, ``lives`` the dates that are no dates of a life.
"""
