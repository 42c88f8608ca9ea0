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
[ "${1:-build}" = build ] || exec npm run --silent "$1"
# A server that carries a new client is compiled anew, which takes minutes: what has not changed is not built again.
built=node_modules/.linli-built
changed() {
    [ -e dist/staff/index.html ] && [ -e "$built" ] || return 0
    [ -n "$(find src public staff phone scripts ./*.ts ./*.json ./*.html ../openapi.yaml -newer "$built" -print -quit)" ]
}
if changed; then
    rm -f "$built"
    npm run --silent build
    touch "$built"
fi
