"""Who says or thinks what. Start at ``find.find_attributions``.

``verbs``, ``adjectives`` and ``others`` (according to, adverbs, nouns, colons) draft attributions by the words of
``knowledge.cues``, with the contents that ``clauses`` cuts out; ``quotes`` finds what stands between quotation marks,
and ``speech`` grows the drafts to whole quotations. All work on the value of ``drafts``.
"""
