#!/bin/sh
# Builds Linli and serves the demonstration community on http://127.0.0.1:8080, until Ctrl-C.
set -eu
cd "$(dirname "$0")/.."
. scripts/prerequisites.sh
[ -n "${DATABASE_URL:-}" ] || . scripts/postgres.sh
scripts/client.sh
cargo build --release --locked -p linli-api
# Who sits in front of this machine wants to see it.
open=
if [ -t 1 ] && { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; }; then
    open=--open
fi
# In the place of this shell, so that Ctrl-C and a kill reach the server and nothing stands between.
exec "$target/release/linli" serve --demo ${open:+"$open"}
