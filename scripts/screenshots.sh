#!/bin/sh
# Takes a picture of every page that each role comes to, on a desktop and on a phone, into docs/screenshots.
set -eu
cd "$(dirname "$0")/.."
. scripts/prerequisites.sh
. scripts/postgres.sh
scripts/client.sh
. scripts/chromium.sh
if command -v fc-list >/dev/null && [ -z "$(fc-list :lang=zh-cn)" ]; then
    echo "There is no font with Chinese characters (Debian: apt-get install fonts-noto-cjk)." >&2
    exit 1
fi
cargo build --locked -p linli-api
LINLI_BIN="$target/debug/linli" scripts/client.sh screenshots
