#!/bin/sh
# npm ci, but only when package-lock.json is newer than what is installed. Run in the folder of package.json.
set -eu
[ node_modules/.package-lock.json -nt package-lock.json ] || exec npm ci --no-audit --no-fund
