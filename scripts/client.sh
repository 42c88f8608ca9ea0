#!/bin/sh
# Builds the web client into frontend/dist, which the server carries within itself; or does what else its package.json names:
# scripts/client.sh test.
set -eu
cd "$(dirname "$0")/../frontend"
# The lock file is the truth; what was installed from the very same one is not fetched again.
if ! cmp -s package-lock.json node_modules/.linli-lock 2>/dev/null; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.linli-lock
fi
npm run --silent "${1:-build}"
