#!/bin/sh
# Chromium for the browser tests: Debian's package, installed when it is missing and we may.
set -eu
if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser tests …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
else
    echo "No Chromium: the browser tests are skipped. Install it with 'sudo apt-get install chromium'," >&2
    echo "or put a Chromium on the PATH as 'chromium'." >&2
fi
