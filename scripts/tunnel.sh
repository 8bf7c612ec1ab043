# ./dev run --tunnel CMD: the service behind a tunnel program, at whatever address that tells. Sourced by ./dev.

# Seconds: until a tunnel must have told its address, and before one that has ended is started again
TUNNEL_PATIENCE=${TUNNEL_PATIENCE:-60}
TUNNEL_PAUSE=${TUNNEL_PAUSE:-2}
TUNNEL_LONGEST_PAUSE=60

# The https address that a line tells. One with a path, were it only a slash, leads to the maker's own pages.
address_in() {
  local address='(^|[^A-Za-z0-9])(https://[A-Za-z0-9.-]+[A-Za-z0-9](:[0-9]+)?)([^A-Za-z0-9./:?#_-]|$)'
  [[ $1 =~ $address ]] && printf '%s' "${BASH_REMATCH[2]}"
}

# The last two parts of an address' name: a tunnel stays at home when it moves
domain_of() {
  local host=${1#https://}
  host=${host%%:*}
  local before=${host%.*.*}
  printf '%s' "${host#"$before".}"
}

is_running() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }

# Each child is a process group of its own (set -m): what a tunnel command has started itself ends with it, and nothing else does
end_child() {
  is_running "$1" || return 0
  kill -TERM -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# The service first, and what was started so lately that no variable knows it yet
end_both() {
  local child
  trap - INT TERM HUP EXIT
  end_child "$service"
  for child in $(jobs -p); do
    end_child "$child"
  done
}

start_tunnel() {
  set -m
  # an open end that never says anything: some programs end when they cannot read
  (if [ $# -eq 1 ]; then exec bash -c "$1"; else exec "$@"; fi) <&3 >&4 2>&1 3>&- 4>&- &
  tunnel=$!
  set +m
}

# A new address is one for the service to start with
hear() {
  local found
  printf '%s\n' "$1" >>"$log"
  found=$(address_in "$1") || return 0
  [ -z "$address" ] || [ "$(domain_of "$found")" = "$(domain_of "$address")" ] || return 0
  if [ "$found" != "$address" ]; then
    [ -z "$address" ] && say "The tunnel is at $found." ||
      say "The tunnel is now at $found: the service starts again with it."
    address=$found
    end_child "$service"
    set -m
    PUBLIC_URL=$address "$run_service" 3>&- 4>&- &
    service=$!
    set +m
  elif [ "$again" -gt 0 ]; then
    say "The tunnel is back at $address."
  fi
  again=0 pause=$TUNNEL_PAUSE
}

# The service goes, and everything does
look_after_service() {
  local code=0
  [ -n "$service" ] && ! is_running "$service" || return 0
  wait "$service" || code=$?
  end_both
  exit "$code"
}

look_after_tunnel() {
  local code=0
  if [ -n "$tunnel" ] && ! is_running "$tunnel"; then
    wait "$tunnel" || code=$?
    tunnel=
    tail -n 5 "$log" >&2
    [ -n "$address" ] || die "The tunnel ended (code $code) before it told an https address: see $log."
    say "The tunnel has ended (code $code) and starts again in $pause s; until then nobody reaches $address."
    again=$((SECONDS + pause))
    pause=$((pause * 2 < TUNNEL_LONGEST_PAUSE ? pause * 2 : TUNNEL_LONGEST_PAUSE))
  elif [ -z "$tunnel" ] && [ "$SECONDS" -ge "$again" ]; then
    start_tunnel "$@"
  elif [ -z "$address" ] && [ "$SECONDS" -ge "$TUNNEL_PATIENCE" ]; then
    tail -n 5 "$log" >&2
    die "The tunnel has told no https address for $TUNNEL_PATIENCE s: see $log."
  fi
}

# with_tunnel SERVICE LOG CMD…: runs the function SERVICE with PUBLIC_URL set, anew when the tunnel has moved, until it ends
with_tunnel() {
  local run_service=$1 log=$2 pipes line begun=
  local service= tunnel= address= again=0 pause=$TUNNEL_PAUSE # what the functions above share
  shift 2
  pipes=$(mktemp -d)
  mkfifo "$pipes/in" "$pipes/out"
  exec 3<>"$pipes/in" 4<>"$pipes/out"
  rm -r "$pipes"
  : >"$log"
  trap 'end_both; exit 130' INT
  trap 'end_both; exit 143' TERM HUP
  trap end_both EXIT
  say "Starting the tunnel (its output is in $log) …"
  SECONDS=0
  start_tunnel "$@"
  while :; do
    line=
    if IFS= read -r -t 1 line <&4; then
      hear "$begun$line"
      begun=
    else
      begun=$begun$line
      look_after_service
      look_after_tunnel "$@"
    fi
  done
}
