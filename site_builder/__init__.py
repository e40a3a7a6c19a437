"""A static-site generator for archives of attributed statements; ARCHITECTURE.md is the map."""

__version__ = "0.1.0"
