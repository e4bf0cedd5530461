#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/servers.sh

usage() {
  cat <<'EOT'
./run.sh            starts MariaDB, Redis and the API with demo data, and stops them again at Ctrl-C
./run.sh --reset    the same, after deleting the data, secrets and passwords of earlier runs
./run.sh tour       walks through the campaign step by step, starting all this first if it does not run
./run.sh --help     this text

Everything is kept in .local, which git ignores. Other ports than 5080, 5081 and 5082:
CRAFTSMAN_PORT (API), CRAFTSMAN_DB_PORT (MariaDB), CRAFTSMAN_REDIS_PORT (Redis).
EOT
}

root=$(pwd -P)
api=$root/Api/bin/Release/net10.0/Craftsman.Api.dll
data=$root/.local/data
logs=$root/.local/log
running=$root/.local/run
secrets=$root/.local/secrets.env
password_file=$root/.local/staff-password

port=${CRAFTSMAN_PORT:-5080}
db_port=${CRAFTSMAN_DB_PORT:-5081}
redis_port=${CRAFTSMAN_REDIS_PORT:-5082}
url=http://127.0.0.1:$port

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# --- What an earlier run left ----------------------------------------------------------------------------------------

api_pid() {
  local pid
  [[ -s $running/api.pid ]] || return 1
  pid=$(<"$running/api.pid")
  [[ $pid =~ ^[0-9]+$ ]] && is_alive "$pid" && [[ $(tr '\0' ' ' <"/proc/$pid/cmdline") == *"$api"* ]] || return 1
  printf '%s\n' "$pid"
}

# A run that was killed by force leaves its API and servers behind: they are known by their pid files.
stop_leftovers() {
  local pid
  if pid=$(api_pid); then
    echo 'Stopping the API that an earlier run left behind.'
    end_process "$pid" 30 'The API'
  fi
  if server_pid "$data" mariadb >/dev/null || server_pid "$data" redis >/dev/null; then
    echo 'Stopping the servers that an earlier run left behind.'
    stop_servers "$data"
  fi
  rm -f "$running/api.pid" "$running/api.url"
}

# One run at a time in a checkout: claims run.pid, or names the run that has it.
claim() {
  local other
  if (set -o noclobber && echo $$ >"$running/run.pid") 2>/dev/null; then
    return
  fi
  if other=$(script_in_file "$running/run.pid" run.sh); then
    die "./run.sh already runs here as process $other: stop that one first (Ctrl-C where it was started)."
  fi
  echo $$ >"$running/run.pid"
}

reset() {
  rm -rf "$data" "$logs" "$secrets" "$password_file"
  echo 'Deleted the data, secrets and passwords of earlier runs.'
}

# --- Start and stop --------------------------------------------------------------------------------------------------

started_api=''

# Stops the API first, so that the requests it still serves find their database.
# shellcheck disable=SC2317 # called by the trap
clean_up() {
  # A second Ctrl-C must not leave servers behind.
  trap '' INT TERM HUP
  stop_long_command
  if [[ -n $started_api ]] && is_alive "$started_api"; then
    echo 'Stopping the API …'
    end_process "$started_api" 30 'The API'
  fi
  rm -f "$running/api.pid" "$running/api.url"
  stop_servers "$data"
  rm -f "$running/run.pid"
  if [[ -n $started_api ]]; then
    echo 'All that this run started is stopped; the data stays in .local.'
  fi
}

# need_port PORT WHAT VARIABLE
need_port() {
  if port_is_taken "$1"; then
    die "Port $1, meant for $2, is taken by another program: stop that program, or choose another port with $3=<port> ./run.sh."
  fi
}

# Draws the secrets and the staff password once.
prepare_secrets() {
  if [[ ! -s $secrets ]]; then
    # Moved when whole: an interrupted run must not leave half of the keys.
    (umask 077 && scripts/new-secrets.sh >"$secrets.new")
    mv "$secrets.new" "$secrets"
  fi
  # Secrets that have come since they were drawn.
  local line
  while IFS= read -r line; do
    grep -q "^${line%%=*}=" "$secrets" || printf '%s\n' "$line" >>"$secrets"
  done < <(scripts/new-secrets.sh)
  new_password=''
  if [[ ! -s $password_file ]]; then
    new_password=$(random_word 20)
    (umask 077 && printf '%s\n' "$new_password" >"$password_file")
  fi
}

configure_api() {
  load_environment "$secrets"
  local server="Server=127.0.0.1;Port=$db_port;Database=craftsman"
  export ASPNETCORE_ENVIRONMENT=Development
  export ASPNETCORE_URLS=$url
  export Database__ConnectionString="$server;User ID=craftsman;Password=$CRAFTSMAN_DB_PASSWORD;"
  export Database__MigrationConnectionString="$server;User ID=craftsman_migrator;Password=$CRAFTSMAN_MIGRATOR_PASSWORD;"
  export Redis__ConnectionString=127.0.0.1:$redis_port
  export Media__Folder=$data/media
  export WeChat__Mode=Simulated
  export WeChat__AppId=wxsimulated
}

# run_api ARGUMENT…: from Api, where its appsettings are.
run_api() {
  run_quietly "$logs/$1.log" env -C "$root/Api" dotnet "$api" "$@" || die "\"$1\" failed: see above."
}

start_api() {
  # The serving process does not need the account that may change the schema.
  env -C "$root/Api" -u Database__MigrationConnectionString setsid dotnet "$api" </dev/null >"$logs/api.log" 2>&1 &
  started_api=$!
  echo "$started_api" >"$running/api.pid"
  echo "$url" >"$running/api.url"

  local tenths=600
  until curl -fsS -o /dev/null --max-time 2 "$url/health/ready" 2>/dev/null; do
    if ! is_alive "$started_api" || ((tenths-- == 0)); then
      tail -n 20 "$logs/api.log" >&2
      die "The API did not become ready: see above, or all of $logs/api.log."
    fi
    sleep 0.1
  done
}

start_everything() {
  echo 'Building …'
  run_quietly "$logs/build.log" dotnet build Api/Api.csproj -c Release --disable-build-servers \
    -v quiet -clp:ErrorsOnly || die 'The build failed: see above.'

  echo 'Starting MariaDB and Redis …'
  start_mariadb "$data" "$db_port" || die 'MariaDB did not start: see above.'
  start_redis "$data" "$redis_port" || die 'Redis did not start: see above.'
  create_databases "$data" craftsman

  prepare_secrets
  configure_api
  echo 'Migrating, filling in demo data, starting the API …'
  run_api migrate
  Demo__StaffPassword=$(<"$password_file") run_api seed-demo
  start_api
}

print_welcome() {
  cat <<EOT

The API answers at $url

  Swagger      $url/swagger
  Staff        reviewer, reviewer2 (tip reviewers), qualifier (qualification), secretary (panel secretary), expert,
               notice (notice officer), clerk (office), leader (leading group), fraud, fraud2 (fraud reviewers),
               auditor, admin (administrator), organization, union, society (organization users)
EOT
  if [[ -n $new_password ]]; then
    echo "  Password     $new_password   for all of them; shown only now, kept in .local/staff-password"
  else
    echo '  Password     for all of them in .local/staff-password'
  fi
  cat <<EOT
  API log      .local/log/api.log

A first citizen signs in:

  curl -s $url/api/v1/auth/wechat -H 'Content-Type: application/json' -d '{"code":"dev:xiaoming"}'

EOT
}

# tour URL
tour() {
  local status=0
  CRAFTSMAN_STAFF_PASSWORD=$(<"$password_file") run_long dotnet run --file scripts/tour.cs -- "$1" || status=$?
  return "$status"
}

# --- The story -------------------------------------------------------------------------------------------------------

want_tour='' want_reset=''
for argument in "$@"; do
  case $argument in
    tour) want_tour=yes ;;
    --reset) want_reset=yes ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done

ensure_programs
private_folder "$root/.local"
mkdir -p "$running"

if [[ -n $want_tour && -z $want_reset ]] && api_pid >/dev/null; then
  running_url=$(<"$running/api.url")
  if curl -fsS -o /dev/null --max-time 5 "$running_url/health/live" 2>/dev/null; then
    trap stop_long_command EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    tour "$running_url"
    exit
  fi
fi

claim
# Before the API serves, a signal means that the start was broken off.
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

stop_leftovers
if [[ -n $want_reset ]]; then
  reset
fi
mkdir -p "$data" "$logs"
need_port "$port" 'the API' CRAFTSMAN_PORT
need_port "$db_port" 'MariaDB' CRAFTSMAN_DB_PORT
need_port "$redis_port" 'Redis' CRAFTSMAN_REDIS_PORT

start_everything

if [[ -n $want_tour ]]; then
  tour "$url"
  exit
fi

print_welcome
echo 'Ctrl-C stops it.'
# From here on, being told to stop is how a run is meant to end.
trap 'echo; exit 0' INT TERM HUP
wait "$started_api" || true
tail -n 20 "$logs/api.log" >&2
die "The API ended by itself: see above, or all of $logs/api.log."
