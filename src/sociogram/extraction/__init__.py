"""What one parsed document says: mentions, chains, attributions, propositions, and the relations read from them.

Start at ``document.extract_document``: it calls the finders in their order. Each room has a ``find`` with one public
function: ``mentions``, ``attribution``, ``coreference`` and ``propositions`` read the parse; ``verbs``, ``nouns`` and
``learned`` make relations (``nominal`` brings the last two together); ``qualification`` says how each is meant.
How sure each reading is stands in ``knowledge.confidence``; ``reading`` is what goes on to the graph.
"""
