"""Shared by every test: the real Neo4j, skips that CI does not hide, who runs what,
properties without a clock."""

from hypothesis import settings

pytest_plugins = [
    "honest_skips",
    "neo4j_plugin",
    "machine_summary",
    "browser_plugin",
    "sharing_plugin",
]

# A property holds on a busy machine too.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")
