"""The server of a case: SPARQL over HTTP, the explorer of a large case, judgements.

``app.make_app`` gives the ASGI application; ``running.serve`` runs it.
"""
