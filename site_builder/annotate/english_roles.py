"""English words of roles."""

from __future__ import annotations

from site_builder.annotate.role_tables import RoleTables

ROLES = RoleTables(
    led=frozenset("ministry department minister secretary".split()),
    kinds=frozenset(
        """air army bank church court embassy hospital kremlin ministry navy pentagon police
        university""".split()
    ),
    kin=(
        frozenset("air army armed defence defense forces kremlin military navy pentagon war".split()),
        frozenset("home interior internal police security".split()),
        frozenset("external foreign state".split()),
        frozenset("court crown justice prosecution prosecutor prosecutor’s prosecutors".split()),
        frozenset("ministry department".split()),
        frozenset("economic economics economy finance treasury".split()),
        frozenset("education science".split()),
        frozenset("health medical welfare hospital university".split()),
        frozenset("employment labor labour work".split()),
        frozenset("agriculture farming farms food".split()),
        frozenset("environment environmental climate".split()),
        frozenset("trade commerce industry business".split()),
    ),
    vague=frozenset(
        """administration center centre city committee country federal force general
        government group headquarters information international local media military municipal national news
        office people’s press public regional security service society staff state team works""".split()
    ),
    sole=frozenset(
        """archbishop ambassador chancellor emperor governor king mayor pope premier president queen
        sultan""".split()
    ),
)
