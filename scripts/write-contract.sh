#!/usr/bin/env bash
# Writes the OpenAPI descriptions of the contract as the code describes itself, and what the client takes from them.
# Needs neither MySQL nor Redis, but Node.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/servers.sh

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Nobody is called: the routes are read and the program ends.
export WeChat__AppId=nobody WeChat__AppSecret=nobody

dotnet build Api/Api.csproj -c Release --disable-build-servers -v quiet
describe() {
  dotnet Api/bin/Release/net10.0/Craftsman.Api.dll describe "$1" >"$2.new"
  mv "$2.new" "$2"
}
describe v1 mini-program-contract/openapi.json
describe admin mini-program-contract/openapi-admin.json

have npm || die 'Node is missing: install the Debian packages nodejs and npm.'
install_node_packages mini-program-contract
npm --prefix mini-program-contract run --silent generate
