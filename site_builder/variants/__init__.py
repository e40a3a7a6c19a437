"""The same statement in several documents: which belong together, how their words differ, whose copy they are.

Nothing here says who is right. A group holds what one speaker, or the institution they speak for, is
reported to have said on one occasion; every version of it stays as its outlet has it.
"""
