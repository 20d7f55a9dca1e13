"""The window: with :mod:`danvan_desktop.app` the only home of Qt."""
