# shellcheck shell=bash
# Private MariaDB and Redis servers for run.sh and test.sh. To be sourced, not run.
#
# A folder (DIR, an absolute path without symbolic links) holds everything of one pair of servers:
#   DIR/mariadb  DIR/redis            data
#   DIR/mariadb.pid  DIR/redis.pid    process ids
#   DIR/mariadb.log  DIR/redis.log    logs
#   DIR/accounts.env                  passwords of the database accounts, readable by the owner only

# Debian keeps mariadbd in /usr/sbin, which is not on the path of ordinary users.
PATH=$PATH:/usr/sbin:/sbin

# Prints one sentence and ends the script.
die() {
  printf '%s\n' "$*" >&2
  exit 1
}

have() {
  command -v "$1" >/dev/null 2>&1
}

# random_word LENGTH: letters and digits, which no connection string, URL or shell needs to quote.
random_word() {
  head -c 400 /dev/urandom | LC_ALL=C tr -dc 'a-hjkmnp-zA-HJKMNP-Z2-9' | cut -c "1-$1"
}

# A folder for the owner's eyes: data, logs and secrets are inside.
private_folder() {
  mkdir -p "$1"
  chmod 700 "$1"
}

# Sources a file of NAME=value lines and exports each name.
load_environment() {
  set -a
  # shellcheck disable=SC1090
  source "$1"
  set +a
}

# --- Long commands ---------------------------------------------------------------------------------------------------

# The long command under way, which is also the id of its process group; empty when there is none.
long_command=''

# Runs a command in a process group of its own and waits for it. While bash runs a command in the foreground it holds
# back its traps; waiting lets a signal sent to the script alone act at once, and the group lets it take the command's
# children along.
run_long() {
  local status=0
  setsid "$@" </dev/null &
  long_command=$!
  wait "$long_command" || status=$?
  long_command=''
  return "$status"
}

# The same, keeping the output in a file that is shown only when the command fails.
run_quietly() {
  local log=$1 status=0
  shift
  run_long "$@" >"$log" 2>&1 || status=$?
  if ((status != 0)); then
    cat "$log" >&2
  fi
  return "$status"
}

stop_long_command() {
  if [[ -n $long_command ]]; then
    kill -TERM -- "-$long_command" 2>/dev/null || true
    if ! wait_until_gone "$long_command" 10; then
      kill -KILL -- "-$long_command" 2>/dev/null || true
    fi
    long_command=''
  fi
}

# --- Processes -------------------------------------------------------------------------------------------------------

is_alive() {
  # A zombie has ended, though its number is still taken until its parent asks.
  [[ -r /proc/$1/stat ]] && [[ $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) != Z* ]]
}

# wait_until_gone PID SECONDS
wait_until_gone() {
  local tenths=$(($2 * 10))
  while is_alive "$1"; do
    if ((tenths-- == 0)); then
      return 1
    fi
    sleep 0.1
  done
}

# end_process PID SECONDS NAME: asks the process to end, waits, and forces it when it does not.
end_process() {
  kill -TERM "$1" 2>/dev/null || return 0
  if ! wait_until_gone "$1" "$2"; then
    printf '%s (process %s) did not stop within %s s and was ended by force.\n' "$3" "$1" "$2" >&2
    kill -KILL "$1" 2>/dev/null || true
    wait_until_gone "$1" 10
  fi
}

# script_in_file FILE NAME: prints the process id kept in FILE if that process still is our script NAME, started in
# this checkout. After a crash the number may have gone to another program.
script_in_file() {
  local pid
  [[ -s $1 ]] || return 1
  pid=$(<"$1")
  [[ $pid =~ ^[0-9]+$ ]] && is_alive "$pid" || return 1
  [[ $(tr '\0' ' ' <"/proc/$pid/cmdline") == *"$2"* && $(readlink "/proc/$pid/cwd") == "$(pwd -P)" ]] || return 1
  printf '%s\n' "$pid"
}

# --- Ports -----------------------------------------------------------------------------------------------------------

port_is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Below 32768, where Linux begins to hand out ports for outgoing connections: one of those could take ours between
# here and the start of the server.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    if ! port_is_taken "$port"; then
      printf '%s\n' "$port"
      return
    fi
  done
}

# --- Programs --------------------------------------------------------------------------------------------------------

as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo -n "$@"
  fi
}

# ensure_programs [PACKAGE…]: MariaDB, Redis and curl, and the further packages that bring a program of the same name.
ensure_programs() {
  local missing=() program
  have mariadbd && have mariadb-install-db && have mariadb-admin || missing+=(mariadb-server)
  have redis-server && have redis-cli || missing+=(redis-server)
  for program in curl "$@"; do
    have "${program/nodejs/node}" || missing+=("$program")
  done
  if ((${#missing[@]} > 0)); then
    install_packages "${missing[@]}"
  fi

  if ! have dotnet || ! dotnet --list-sdks | grep -q '^10\.'; then
    die 'The .NET SDK 10 is missing: install it as https://learn.microsoft.com/dotnet/core/install/linux-debian says, then start again.'
  fi
}

# What the tests read a printed form with, as an office's word processor and printer would: LibreOffice, poppler, and a
# Chinese font.
ensure_paper_programs() {
  local missing=()
  have soffice || missing+=(libreoffice-writer-nogui)
  have pdftotext || missing+=(poppler-utils)
  { have fc-list && [[ -n $(fc-list :lang=zh-cn family) ]]; } || missing+=(fontconfig fonts-wqy-microhei)
  if ((${#missing[@]} > 0)); then
    install_packages "${missing[@]}"
  fi
}

# install_node_packages DIR: what the lock file in DIR names, unless it is there already.
install_node_packages() {
  local dir=$1 lock
  lock=$(sha256sum <"$dir/package-lock.json")
  if [[ -s $dir/node_modules/.lock.sha256 && $(<"$dir/node_modules/.lock.sha256") == "$lock" ]]; then
    return
  fi
  echo 'Installing the npm packages of the contract …'
  (cd "$dir" && npm ci --prefer-offline --no-audit --no-fund) && printf '%s\n' "$lock" >"$dir/node_modules/.lock.sha256"
}

install_packages() {
  if ! have apt-get || { ((EUID != 0)) && ! sudo -n true 2>/dev/null; }; then
    die "Missing here, and not to be installed without root or passwordless sudo: $*; install these Debian packages, or use containers with compose.yaml."
  fi

  printf 'Installing %s …\n' "$*"
  local log
  log=$(mktemp)
  # A shell of its own, so that its EXIT trap takes the policy away again also after Ctrl-C or a failure.
  if ! (install_without_starting "$@") >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    die "apt-get could not install $*: see above, or use containers with compose.yaml."
  fi
  rm -f "$log"
}

# Debian starts a server as soon as its package is installed, and again at each boot. We only want the programs, and
# nobody asked for a database on port 3306: a policy-rc.d that answers 101 forbids the start, and the service is
# disabled. This touches only services whose package was not there before.
install_without_starting() {
  local policy=/usr/sbin/policy-rc.d mark='Craftsman: nothing is started while its packages are installed' service
  if [[ ! -e $policy ]] || grep -q "$mark" "$policy"; then
    trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\n# %s\nexit 101\n' "$mark" | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
  fi

  as_root apt-get update
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get install -y --no-install-recommends "$@"

  for service in "$@"; do
    service=${service/mariadb-server/mariadb}
    if [[ -d /run/systemd/system ]] && as_root systemctl cat "$service" >/dev/null 2>&1; then
      # --now, because a policy-rc.d of the machine's own may have allowed the start.
      as_root systemctl disable --now "$service"
    elif [[ -x /etc/init.d/$service ]]; then
      as_root service "$service" stop || true
      as_root update-rc.d "$service" disable
    fi
  done
}

# --- Servers ---------------------------------------------------------------------------------------------------------

# server_pid DIR NAME: prints the process id of the server if it runs. Its working directory is its data folder, which
# tells ours from a stranger who got the same number later.
server_pid() {
  local pid
  [[ -s $1/$2.pid ]] || return 1
  pid=$(<"$1/$2.pid")
  [[ $pid =~ ^[0-9]+$ && $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$1/$2" ]] || return 1
  printf '%s\n' "$pid"
}

# The socket's path is relative to the data folder, since an absolute one may be longer than the 107 bytes that Linux
# allows. Only the user who started the server is let in here (see start_mariadb).
mariadb_client() {
  local dir=$1 program=$2
  shift 2
  (cd "$dir/mariadb" && "$program" --no-defaults --socket=mariadb.sock --user="$(id -un)" "$@")
}

mariadb_answers() {
  mariadb_client "$1" mariadb-admin --connect-timeout=2 ping >/dev/null 2>&1
}

# Asks who answers, since Redis is reached over a port that another program may just have taken.
redis_answers() {
  timeout 2 redis-cli -h 127.0.0.1 -p "$2" info server 2>/dev/null | grep -q "^process_id:$(<"$1/redis.pid")\b"
}

# start_server NAME DIR PORT COMMAND…: starts it and waits until it answers, at most a minute (after a crash InnoDB has
# to recover first).
start_server() {
  local name=$1 dir=$2 port=$3 pid tenths=600
  shift 3
  # The server begins in its data folder and its pid is kept at once, so that stop_servers finds it however early.
  pushd "$dir/$name" >/dev/null || return
  # A session of its own: Ctrl-C in the terminal must not end the server before the API has finished with it.
  setsid "$@" </dev/null >>"$dir/$name.log" 2>&1 &
  pid=$!
  printf '%s\n' "$pid" >"$dir/$name.pid"
  popd >/dev/null || return

  until "${name}_answers" "$dir" "$port"; do
    if ! is_alive "$pid" || ((tenths-- == 0)); then
      printf 'The %s server on port %s did not start; the end of its log says:\n' "$name" "$port" >&2
      tail -n 20 "$dir/$name.log" >&2
      return 1
    fi
    sleep 0.1
  done
}

# start_mariadb DIR PORT
start_mariadb() {
  local dir=$1 port=$2 as_user=()
  if ((EUID == 0)); then
    # mariadbd refuses to run as root unless told so.
    as_user=(--user=root)
  fi
  mkdir -p "$dir"

  if [[ ! -d $dir/mariadb ]]; then
    # Made beside and moved, so that an interrupted installation is not taken for a whole one. The socket method lets
    # in the user of the operating system who owns the data; the other method would leave a root without password.
    rm -rf "$dir/mariadb.new"
    mkdir "$dir/mariadb.new"
    # From inside, because mariadb-install-db trips over a space in the path.
    if ! (cd "$dir" && mariadb-install-db --no-defaults "${as_user[@]}" --datadir=./mariadb.new --skip-test-db \
      --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)") >"$dir/mariadb.log" 2>&1; then
      tail -n 20 "$dir/mariadb.log" >&2
      return 1
    fi
    mv "$dir/mariadb.new" "$dir/mariadb"
  fi

  local options=(
    --datadir="$dir/mariadb" --socket=mariadb.sock --pid-file="$dir/mariadb.pid"
    --bind-address=127.0.0.1 --port="$port" --max-connections=1000
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --default-time-zone=+00:00
    # What was acknowledged survives a power cut: redo log and binary log are both flushed at each commit.
    --innodb-flush-log-at-trx-commit=1 --log-bin=binlog --sync-binlog=1 --expire-logs-days=1
    # Migrations create triggers; with the binary log on that would otherwise need SUPER.
    --log-bin-trust-function-creators=1
    --innodb-buffer-pool-size=256M
  )
  start_server mariadb "$dir" "$port" mariadbd --no-defaults "${as_user[@]}" "${options[@]}"
}

# start_redis DIR PORT
start_redis() {
  local dir=$1 port=$2
  mkdir -p "$dir/redis"
  # Nothing is saved: only rate limits live here, and they are over in minutes.
  start_server redis "$dir" "$port" redis-server --bind 127.0.0.1 --port "$port" --dir "$dir/redis" --save '' --appendonly no
}

# stop_servers DIR: stops what runs on this folder, if anything, and returns when it is gone.
stop_servers() {
  local name pid
  for name in redis mariadb; do
    if pid=$(server_pid "$1" "$name"); then
      end_process "$pid" 60 "The $name server"
    fi
    rm -f "$1/$name.pid"
  done
}

# --- Databases and accounts ------------------------------------------------------------------------------------------

# create_accounts DIR: craftsman, with which the API serves, and craftsman_migrator, which owns the schema. Leaves
# their passwords in the variables CRAFTSMAN_DB_PASSWORD and CRAFTSMAN_MIGRATOR_PASSWORD.
create_accounts() {
  local host
  if [[ ! -s $1/accounts.env ]]; then
    (
      umask 077
      printf 'CRAFTSMAN_DB_PASSWORD=%s\nCRAFTSMAN_MIGRATOR_PASSWORD=%s\n' "$(random_word 32)" "$(random_word 32)" >"$1/accounts.env"
    )
  fi
  # shellcheck disable=SC1091
  source "$1/accounts.env"

  # Over standard input, since every user of the machine can read a command line.
  for host in 127.0.0.1 localhost; do
    cat <<SQL
CREATE USER IF NOT EXISTS 'craftsman'@'$host' IDENTIFIED BY '$CRAFTSMAN_DB_PASSWORD';
ALTER USER 'craftsman'@'$host' IDENTIFIED BY '$CRAFTSMAN_DB_PASSWORD';
CREATE USER IF NOT EXISTS 'craftsman_migrator'@'$host' IDENTIFIED BY '$CRAFTSMAN_MIGRATOR_PASSWORD';
ALTER USER 'craftsman_migrator'@'$host' IDENTIFIED BY '$CRAFTSMAN_MIGRATOR_PASSWORD';
SQL
  done | mariadb_client "$1" mariadb
}

# grant_databases DIR PATTERN: where _ stands for any character unless written \_, and % for any number of them.
grant_databases() {
  local host
  for host in 127.0.0.1 localhost; do
    cat <<SQL
GRANT SELECT, INSERT, UPDATE, DELETE ON \`$2\`.* TO 'craftsman'@'$host';
GRANT ALL ON \`$2\`.* TO 'craftsman_migrator'@'$host';
SQL
  done | mariadb_client "$1" mariadb
}

# create_databases DIR NAME: the database, the accounts, and what each may do there.
create_databases() {
  create_accounts "$1"
  mariadb_client "$1" mariadb <<<"CREATE DATABASE IF NOT EXISTS \`$2\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;"
  grant_databases "$1" "${2//_/\\_}"
}

# allow_test_databases DIR: the accounts, and room for databases that tests create for themselves, one for each run.
allow_test_databases() {
  create_accounts "$1"
  grant_databases "$1" 'craftsman\_test\_%'
}
