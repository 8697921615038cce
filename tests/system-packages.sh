#!/usr/bin/env bash
# What the tests need beside Python: a browser. Installed as root on Debian; named, with failure, elsewhere.
set -eu
missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "The tests need: ${missing[*]}. Install them (on Debian: sudo apt-get install ${missing[*]}) and run make test again." >&2
  exit 1
fi
