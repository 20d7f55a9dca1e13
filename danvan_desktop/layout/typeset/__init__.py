"""DOCUMENT -> PAGES: line breaking and pagination."""
