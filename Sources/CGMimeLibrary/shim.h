// Only C sources include GMime: its GObject macros do not import into Swift. This module exists so
// that the package manager asks pkg-config for the library's flags.
