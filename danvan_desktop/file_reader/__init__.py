"""Foreign files are read in a process of their own, the reader process, with limits of memory and time.

Whatever somebody sent may be damaged or made to do harm: two kilobytes of PDF can come to six gigabytes. The
process is made for one file and ends with it, so that a file costs neither the window nor the preview nor
the next file anything. Window and command line ask :class:`process.FileReader`; nothing else reads a file
from outside.

What comes back is data and never code: :mod:`answers` uses the report's own codec and JSON, all of which is
checked as it is read. Pickle, in which the preview's worker speaks, would run whatever a taken-over reader
put into it.
"""
