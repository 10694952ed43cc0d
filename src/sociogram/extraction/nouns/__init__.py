"""Relations of nouns and names by rule. Start at ``find.find_noun_relations``.

``phrases`` indexes who bears a noun and what hangs on it. By it work ``posts`` (chief executive, senator), ``names``
(brackets, lives, nations, places) and ``frames`` (the nouns and adjectives of the lexicon), in this order.
"""
