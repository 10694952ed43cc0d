"""What the files of a case folder are called: one name for each, whoever writes, reads or lists it.

Here and not in ``sociogram.case``, since readers pass such folders over and writers name them, and neither knows
cases. Forms that are written on demand alone are called as their writers say.
"""

from __future__ import annotations

PAGE_FILE = "index.html"
"""The explorer."""
NETWORK_FILE = "network.html"
"""The plain page by pyvis."""
GRAPH_FILE = "graph.trig"
"""The graph as RDF."""
GEXF_FILE = "graph.gexf"
GRAPHML_FILE = "graph.graphml"
CLAIMS_FILE = "claims.jsonl"
TIES_FILE = "ties.jsonl"
ACTORS_FILE = "actors.jsonl"
DOCUMENTS_FILE = "documents.jsonl"
SKIPPED_FILE = "skipped.jsonl"
UNREAD_FILE = "unread.jsonl"
ERRORS_FILE = "errors.log"
"""The tracebacks of what the program itself failed on, if it did."""
RECORD_FILES = (CLAIMS_FILE, TIES_FILE, ACTORS_FILE, DOCUMENTS_FILE, SKIPPED_FILE, UNREAD_FILE)
"""The files of records, one a line: a contract with other programs."""
JUDGEMENTS_FILE = "judgements.csv"
"""What a person decided about actors and claims."""
ANNOTATIONS_FILE = "annotations.trig"
"""What a person added by SPARQL Update."""
STORY_FILE = "story.jsonl"
"""What a person pinned and wrote: steps with notes, claims, views."""
USER_FILES = frozenset({JUDGEMENTS_FILE, ANNOTATIONS_FILE, STORY_FILE})
"""Files of the user, which a build makes at most once and never replaces."""
STORE_FOLDER = "store"
"""The folder of the database, the quads and the locks."""
DATABASE_FILE = "case.db"
"""The database, in ``STORE_FOLDER``."""
