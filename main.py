"""Oxus: `main.py` opens the window, `main.py COMMAND` works without one."""

import sys

if __name__ == "__main__":  # reading starts worker processes, which import this file
    from ui.commandline import main

    sys.exit(main(sys.argv[1:]))
