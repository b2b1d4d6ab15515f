// Only C sources include libxml2. This module exists so that the package manager asks pkg-config
// for the library's flags.
