"""Our own writers by the names of their forms. This imports every writer with its libraries, so it is imported late."""

from __future__ import annotations

from collections.abc import Mapping

from sociogram.ports import Writer
from sociogram.write.explorer import page
from sociogram.write.ftm import entities
from sociogram.write.networks import gexf, graphml, pyvis_page, tables
from sociogram.write.property_graph import cypher, neo4j
from sociogram.write.rdf import syntaxes, trig
from sociogram.write.text import dossier, jsonl

WRITERS: Mapping[str, Writer] = {
    "csv-edges": tables.edges,
    "csv-nodes": tables.nodes,
    "cypher": cypher.writer,
    "dossier": dossier.writer,
    "explorer": page.writer,
    "ftm": entities.writer,
    "gexf": gexf.writer,
    "graphml": graphml.writer,
    "jsonl-actors": jsonl.actors,
    "jsonl-claims": jsonl.claims,
    "jsonl-documents": jsonl.documents,
    "jsonl-skipped": jsonl.skipped,
    "jsonl-ties": jsonl.ties,
    "jsonl-unread": jsonl.unread,
    "jsonld": syntaxes.jsonld,
    "network": pyvis_page.writer,
    "neo4j-about": neo4j.about,
    "neo4j-actors": neo4j.actors,
    "neo4j-asserted-by": neo4j.asserted_by,
    "neo4j-claims": neo4j.claims,
    "neo4j-documents": neo4j.documents,
    "neo4j-mentioned-in": neo4j.mentioned_in,
    "neo4j-quoted-from": neo4j.quoted_from,
    "neo4j-ties": neo4j.ties,
    "nquads": syntaxes.nquads,
    "trig": trig.writer,
    "turtle": syntaxes.turtle,
}
