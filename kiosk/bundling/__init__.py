"""One archive that runs on a machine of the same kind with neither network nor Python packages: `make bundle`.

It holds a copy of this machine's Python with the packages that Kiosk needs, and the system's libraries that these need,
as plain files behind a launcher. What is tested is what runs: there is no frozen importer to be told of modules that
are imported by their names, and new processes start as everywhere.
"""
