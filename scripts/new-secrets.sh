#!/usr/bin/env bash
# Prints freshly drawn secrets as NAME=value lines.
#   scripts/new-secrets.sh               what the API needs; run.sh keeps it in .local/secrets.env
#   scripts/new-secrets.sh --compose     besides, the passwords that compose.yaml needs, to be kept in .env
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/servers.sh

random_key() {
  head -c 32 /dev/urandom | base64
}

cat <<EOT
WeChat__AppSecret=$(random_word 32)
Secrets__CitizenTokenKey=$(random_key)
Secrets__StaffTokenKey=$(random_key)
Secrets__CursorKey=$(random_key)
Secrets__MediaKey=$(random_key)
Secrets__BlindIndexKey=$(random_key)
Secrets__DataKeys__1=$(random_key)
Secrets__CurrentDataKey=1
EOT

if [[ ${1:-} == --compose ]]; then
  cat <<EOT
CRAFTSMAN_ROOT_PASSWORD=$(random_word 32)
CRAFTSMAN_DB_PASSWORD=$(random_word 32)
CRAFTSMAN_MIGRATOR_PASSWORD=$(random_word 32)
Demo__StaffPassword=$(random_word 20)
EOT
fi
