"""Named questions: SPARQL with parameters, one ``.rq`` file each."""
