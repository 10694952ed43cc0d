"""Nodes and edges with typed properties: tables for Neo4j, Cypher."""
