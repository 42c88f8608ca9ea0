# Checks that this machine can build Linli, and says what is missing. Sourced by the other scripts, from the top of
# the repository.

# rustup's folder is only on the path of shells that were opened after it was installed. A cargo on the path was chosen.
for home in "${CARGO_HOME:-}" "${HOME:+$HOME/.cargo}"; do
    if [ -n "$home" ] && [ -x "$home/bin/cargo" ] && ! command -v cargo >/dev/null; then
        PATH="$home/bin:$PATH"
    fi
done

target=${CARGO_TARGET_DIR:-target}
case $target in /*) ;; *) target=$PWD/$target ;; esac

# A home that is not there or not ours: a service user, a container with a foreign user.
if [ ! -d "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    export CARGO_HOME="${CARGO_HOME:-$target/cargo-home}"
    export npm_config_cache="${npm_config_cache:-$target/npm-cache}"
    export LINLI_DATA="${LINLI_DATA:-$target/linli-data}"
fi

missing=0
lack() {
    missing=$((missing + 1))
    printf '%s\n' "Missing: $1" "  Debian, Ubuntu: $2" "  Fedora:         $3" "  macOS:          $4" >&2
}

rustup='curl -sSf https://sh.rustup.rs | sh'
wanted=$(sed -n 's/^rust-version = "\([0-9.]*\)"$/\1/p' Cargo.toml)
if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
    lack "Rust $wanted or newer, with cargo" "$rustup" "$rustup" "$rustup"
elif ! found=$(rustc --version 2>&1 && cargo --version 2>&1); then
    lack "a Rust toolchain that runs; rustc says: $found" "rustup default stable" "rustup default stable" \
        "rustup default stable"
else
    found=$(rustc --version | sed 's/^rustc \([0-9]*\.[0-9]*\).*/\1/')
    if [ "$((${found%%.*} * 1000 + ${found#*.}))" -lt "$((${wanted%%.*} * 1000 + ${wanted#*.}))" ]; then
        lack "Rust $wanted or newer; this is $found" "rustup update stable, or $rustup" \
            "rustup update stable, or $rustup" "rustup update stable, or $rustup"
    fi
fi
command -v cc >/dev/null ||
    lack "a C compiler (cc)" "apt-get install gcc libc6-dev" "dnf install gcc" "xcode-select --install"
command -v make >/dev/null || lack make "apt-get install make" "dnf install make" "xcode-select --install"
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    lack "Node.js with npm" "apt-get install nodejs npm" "dnf install nodejs npm" "brew install node"
fi
if [ "$missing" -ne 0 ]; then
    echo "Install what is missing, and start again." >&2
    exit 1
fi
