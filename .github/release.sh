#!/usr/bin/env bash
# Gathers in release/ what belongs to an edition, from the built site: bash .github/release.sh 2026.11
# The same site gives the same bytes: files of the archive have no owner, and one day.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
edition=$1
grep -q "^  edition: \"$edition\"" mkdocs.yml || { echo "mkdocs.yml: extra.edition is not $edition, as the tag is: make them alike" >&2; exit 1; }
rm -rf release && mkdir release
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u=rwX,go=rX \
  -C site -cf - . | gzip -n -9 > "release/site-$edition.tar.gz"
find site/downloads -type f ! -name downloads.json -exec cp {} release/ \;
cp site/sbom.cdx.json release/
(cd release && sha256sum -- * > SHA256SUMS && cat SHA256SUMS)
