"""What a site says in English, as shipped."""

from site_builder.project import read_strings

ENGLISH = read_strings(None, "en", [])
