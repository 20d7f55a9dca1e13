"""The lists of blocks of a report are read and put in their place in one order."""

from danvan_desktop.report.model import Report
from danvan_desktop.report.walk import block_lists, with_block_lists


def test_what_is_put_in_the_place_of_each_list_is_read_there(sample: Report) -> None:
    lists = [blocks for _, blocks in block_lists(sample)]
    assert with_block_lists(sample, lists) == sample
    shorter = [blocks[1:] for blocks in lists]
    assert [blocks for _, blocks in block_lists(with_block_lists(sample, shorter))] == shorter
