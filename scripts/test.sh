#!/bin/sh
# Builds everything and runs all tests, on a PostgreSQL that is thrown away afterwards.
set -eu
cd "$(dirname "$0")/.."
. scripts/prerequisites.sh
. scripts/postgres.sh
scripts/client.sh
. scripts/chromium.sh
cargo build --locked --workspace
# A dot for a test that passed; one that failed is shown in full.
cargo test --locked --workspace -- --quiet
# The web client's own tests, and journeys through it in a browser against what was built.
scripts/client.sh test
LINLI_BIN="$target/debug/linli" scripts/client.sh e2e
