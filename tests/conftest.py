"""Shared by every test: the real Neo4j, and skips that cannot hide in CI."""

pytest_plugins = ["honest_skips", "neo4j_plugin", "machine_summary"]
