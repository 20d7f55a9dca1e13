"""Lazy import of another library's module, by :class:`importlib.util.LazyLoader`.

Only for what a library imports by itself at its top. Our own lazy imports are statements inside the function
that needs them.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def import_lazily(package: str, name: str) -> None:
    """Let ``from package import name`` give a module that is loaded when something of it is asked for."""
    whole = f"{package}.{name}"
    if whole in sys.modules:
        return
    spec = find_spec(whole)  # loads the package itself
    if spec is None or spec.loader is None:
        return  # the import will say what is missing
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[whole] = module
    spec.loader.exec_module(module)
    # Where the package lacks the name, the import system would look into the module and so load it.
    setattr(sys.modules[package], name, module)
