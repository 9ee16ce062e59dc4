"""What a careful colleague would say of a case before it goes to the chief executive.

One rule is one function that yields remarks; :mod:`~ita_desktop.domain.checks.table`
lists them all. A rule speaks only where it is sure: a false alarm costs the trust of
all the true ones.
"""
