#!/usr/bin/env bash
# Checks the formatting, builds, and runs every test against servers of its own on free ports.
#   ./test.sh                                          everything
#   ./test.sh --filter-class '*ChinaDayTests'          what follows is handed on to dotnet test
# The last line reads "N passed, N failed, N skipped"; the exit code is 0 only if all is well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/servers.sh

root=$(pwd -P)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What a killed run could not clear away. A run that still lives keeps its own folder.
clear_leftovers() {
  local folder
  for folder in "$root"/.local/test-*/; do
    folder=${folder%/}
    if [[ -d $folder ]] && ! script_in_file "$folder/owner.pid" test.sh >/dev/null; then
      stop_servers "$folder"
      rm -rf "$folder"
    fi
  done
}

clean_up() {
  # A second Ctrl-C must not leave servers behind.
  trap '' INT TERM HUP
  stop_long_command
  stop_servers "$folder"
  rm -rf "$folder"
}

# slowest FILE…: the ten slowest results of trx files, one a line.
slowest() {
  results "$@" | sort -rn | awk -F '\t' 'NR <= 10 { printf "%9.3f s  %s\n", $1, $3 }'
}

# count_line FILE…: "N passed, N failed, N skipped"
count_line() {
  results "$@" | awk -F '\t' '
    $2 == "Passed" { passed++; next }
    $2 == "NotExecuted" { skipped++; next }
    { failed++ }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }'
}

# failures FILE…: name, message and place of each test that failed. Among what the service wrote meanwhile they would be hard to find.
# A long message is shown from both ends: at the last one Node sums up which of its tests failed.
failures() {
  awk '
    function inside(tag,    from, to) {
      from = index($0, "<" tag ">")
      to = index($0, "</" tag ">")
      return from && to ? substr($0, from + length(tag) + 2, to - from - length(tag) - 2) : ""
    }
    function show(text, first, last,    line, lines, at) {
      gsub(/&#x[dD];/, "", text); gsub(/&#x[aA];/, "\n", text)
      gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text)
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&amp;/, "\\&", text)
      lines = split(text, line, "\n")
      for (at = 1; at <= lines; at++)
        if (at <= first || at > lines - last) print substr(line[at], 1, 300)
        else if (at == first + 1) print "…"
    }
    BEGIN { RS = "<UnitTestResult" }
    FNR > 1 && /^[^>]*outcome="(Failed|Error|Timeout|Aborted)"/ {
      match($0, /testName="[^"]*"/)
      print ""
      show(substr($0, RSTART + 10, RLENGTH - 11), 1, 0)
      show(inside("Message"), 10, 40)
      show(inside("StackTrace"), 15, 0)
    }' "$@"
}

# results FILE…: seconds, outcome and name of each test, with tabs between.
results() {
  awk '
    function attribute(name,    from) {
      if (!match($0, "[ \n]" name "=\"[^\"]*\"")) return ""
      from = RSTART + length(name) + 3
      return substr($0, from, RSTART + RLENGTH - 1 - from)
    }
    BEGIN { RS = "<UnitTestResult" }
    FNR > 1 {
      sub(/>.*/, "")
      split(attribute("duration"), time, ":")
      name = attribute("testName")
      gsub(/[\t\n]/, " ", name)
      gsub(/&quot;/, "\"", name); gsub(/&apos;/, "\047", name)
      gsub(/&lt;/, "<", name); gsub(/&gt;/, ">", name); gsub(/&amp;/, "\\&", name)
      printf "%.3f\t%s\t%s\n", time[1] * 3600 + time[2] * 60 + time[3], attribute("outcome"), name
    }' "$@"
}

ensure_programs nodejs npm
ensure_paper_programs
private_folder "$root/.local"
clear_leftovers
folder=$(mktemp -d "$root/.local/test-XXXX")
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
echo $$ >"$folder/owner.pid"

run_quietly "$folder/tools.log" dotnet tool restore ||
  die 'The tools named in .config/dotnet-tools.json could not be restored: see above.'
# The tests of mini-program-contract run with Node.
export -f install_node_packages
run_quietly "$folder/npm.log" bash -c 'set -e; install_node_packages "$1"' - "$root/mini-program-contract" ||
  die 'The npm packages named in mini-program-contract/package-lock.json could not be installed: see above.'
run_long dotnet csharpier check . ||
  die 'Some files are not formatted: run "dotnet csharpier format ." and look at what it changed.'
run_long dotnet build Craftsman.sln -c Release --disable-build-servers -v minimal ||
  die 'The build failed: see above.'

# Only now, so that a fault of format or build is told without waiting for them.
mariadb_port=$(free_port)
redis_port=$(free_port)
start_mariadb "$folder" "$mariadb_port" || die 'Without MariaDB no test can run.'
start_redis "$folder" "$redis_port" || die 'Without Redis no test can run.'
allow_test_databases "$folder"

server="Server=127.0.0.1;Port=$mariadb_port"
export CRAFTSMAN_TEST_DATABASE="$server;User ID=craftsman;Password=$CRAFTSMAN_DB_PASSWORD;"
export CRAFTSMAN_TEST_MIGRATOR="$server;User ID=craftsman_migrator;Password=$CRAFTSMAN_MIGRATOR_PASSWORD;"
export CRAFTSMAN_TEST_REDIS="127.0.0.1:$redis_port"

status=0
run_long dotnet test --solution Craftsman.sln -c Release --no-build --minimum-expected-tests 1 \
  --results-directory "$folder/results" --report-trx "$@" || status=$?

shopt -s nullglob
reports=("$folder"/results/*.trx)
if ((${#reports[@]} == 0)); then
  printf 'The run broke off before it wrote its results (exit code %s).\n' "$status" >&2
  exit $((status == 0 ? 1 : status))
fi

printf '\nThe slowest tests:\n'
slowest "${reports[@]}"
if ((status != 0)); then
  printf '\nThe tests that failed:\n'
  failures "${reports[@]}"
  printf '\n'
fi
last_line=$(count_line "${reports[@]}")

# Before the last line, so that nothing can be written below it.
trap - EXIT
clean_up
printf '%s\n' "$last_line"
exit "$status"
