#!/usr/bin/env bash
# Measures against servers of its own, each figure beside a baseline of the same run.
#   ./bench.sh votes            a table; --json prints one object a line
#   ./bench.sh reads            lists, a candidate and the leaderboard beside static answers of the same size
#   ./bench.sh public           searches and the neighbourhood among 100 000 candidates
#   ./bench.sh soak             ten minutes of a day's traffic: memory and errors
#   ./bench.sh attack --seed N   stuffing beside honest traffic: what is caught, who is hurt
#   ./bench.sh merge            two large candidates merged and parted while others are voted for
#   ./bench.sh similar           how well and how fast tips about one worker are found; --input FILE.jsonl takes a labelled file
#   ./bench.sh review            100 000 applications: lists, the printed form, the memory of an export
#   ./bench.sh push             how long WeChat waits for the answer to a push
#   ./bench.sh                  says which benches there are
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/servers.sh

root=$(pwd -P)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

clean_up() {
  trap '' INT TERM HUP
  stop_long_command
  stop_servers "$folder"
  rm -rf "$folder"
}

ensure_programs
have wrk || install_packages wrk
private_folder "$root/.local"
folder=$(mktemp -d "$root/.local/bench-XXXX")
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

run_quietly "$folder/build.log" dotnet build Tests/Load -c Release --disable-build-servers -v minimal ||
  die 'The build failed: see above.'

mariadb_port=$(free_port)
redis_port=$(free_port)
start_mariadb "$folder" "$mariadb_port" || die 'Without MariaDB nothing can be measured.'
start_redis "$folder" "$redis_port" || die 'Without Redis nothing can be measured.'
allow_test_databases "$folder"

server="Server=127.0.0.1;Port=$mariadb_port"
export CRAFTSMAN_BENCH_DATABASE="$server;User ID=craftsman;Password=$CRAFTSMAN_DB_PASSWORD;"
export CRAFTSMAN_BENCH_MIGRATOR="$server;User ID=craftsman_migrator;Password=$CRAFTSMAN_MIGRATOR_PASSWORD;"
export CRAFTSMAN_BENCH_REDIS="127.0.0.1:$redis_port"

run_long dotnet Tests/Load/bin/Release/net10.0/Craftsman.Load.dll "$@"
