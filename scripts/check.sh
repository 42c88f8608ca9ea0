#!/bin/sh
# The gates that need no running server: form, lints, documents, dependencies, scripts, files.
set -eu
cd "$(dirname "$0")/.."
. scripts/prerequisites.sh

step() {
    printf '%s\n' "check: $1"
}

for component in fmt clippy; do
    if ! cargo "$component" --version >/dev/null 2>&1; then
        echo "Missing: cargo $component. Get it with: rustup component add rustfmt clippy" >&2
        exit 1
    fi
done

step "formatting"
cargo fmt --all --check

step "lints"
cargo clippy --workspace --all-targets --locked --quiet -- -D warnings

step "web client"
scripts/client.sh gates

step "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked --quiet

# New files count before they are added. In an archive of the sources there is no list to check; in a repository git has
# to answer, whatever keeps it from doing so.
if [ -e .git ]; then
    files=$(git ls-files --cached --others --exclude-standard)
    step "shell scripts"
    printf '%s\n' "$files" | grep -E '\.sh$|^\.ci/run$' | while read -r script; do
        [ ! -f "$script" ] || sh -n "$script"
        [ ! -f "$script" ] || ! command -v shellcheck >/dev/null || shellcheck --shell=sh --external-sources "$script"
    done

    step "no junk under version control"
    junk='(^|/)(target|node_modules|dist|\.idea|\.vscode)/|\.(log|orig|rej|swp|pid|pem|key)$|(^|/)(\.DS_Store|\.env|core)$|~$'
    if git ls-files | grep -E "$junk"; then
        echo "These do not belong into the repository: git rm --cached them, and add them to .gitignore." >&2
        exit 1
    fi
fi
echo "check: all passed"
