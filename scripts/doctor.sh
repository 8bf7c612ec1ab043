# ./dev doctor: what the machine and the configuration need. Sourced by ./dev; ends with 1 if something needed is missing.

problems=0
good() { say "✓ $*"; }
bad() {
  say "✗ $*"
  problems=$((problems + 1))
}
note() { say "· $*"; }

check_java() {
  local home
  if home=$(find_java); then
    good "JDK $(java_version "$home") in $home"
  else
    bad "No JDK $NEEDED_JAVA or newer: get one from https://adoptium.net or with: sdk install java $NEEDED_JAVA-tem"
  fi
}

check_node() {
  if node_is_good; then
    good "Node $(node_version), npm $(npm --version)"
  else
    bad "Node $NEEDED_NODE or newer with npm is needed (found: $(node_version | grep . || say none)): https://nodejs.org"
  fi
}

check_chromium() {
  local program
  for program in chromium chromium-browser google-chrome; do
    if command -v "$program" >/dev/null; then
      good "Chromium for the browser tests: $(command -v "$program")"
      return
    fi
  done
  note "No Chromium: the browser tests need it (apt-get install chromium); running the service does not"
}

# Something listens on a port of this machine
occupied() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

check_port() {
  local port=${PORT:-8080}
  if ! [[ $port =~ ^[0-9]+$ ]]; then
    bad "PORT must be a number, not \"$port\""
  elif ! occupied "$port"; then
    good "Port $port is free"
  elif curl -fsS -m 3 "http://127.0.0.1:$port/health" 2>/dev/null | grep -q '"UP"'; then
    good "Port $port: the service is running there"
  else
    bad "Port $port is occupied by another program: stop it, or set PORT to another number"
  fi
}

check_data() {
  local data=${DATA_DIR:-data} existing
  existing=$data
  while [ ! -e "$existing" ]; do existing=$(dirname "$existing"); done
  if [ ! -d "$existing" ] || [ ! -w "$existing" ]; then
    bad "The data folder $data cannot be written: make it writable, or set DATA_DIR to another folder"
  elif [ -e "$data/trenergram.lock" ] && ! unlocked "$data/trenergram.lock"; then
    good "The data folder $data is in use by a running service"
  else
    good "The data folder $data can be written"
  fi
  local free
  free=$(df -Pm "$existing" | awk 'NR == 2 {print $4}')
  if [ "$free" -lt 2048 ]; then
    bad "Only $free MB are free on the disk of $data: make it 2 GB"
  else
    good "$((free / 1024)) GB are free on the disk of $data"
  fi
}

# The rest of the address may hold a password: host and port only are shown
check_database() {
  local url=${DATABASE_URL:-}
  if [ -z "$url" ]; then
    good "The embedded PostgreSQL is used (DATABASE_URL is not set)"
    return
  fi
  if ! [[ $url =~ ^jdbc:postgresql://([^/:,]+)(:([0-9]+))?/ ]]; then
    bad "DATABASE_URL must look like jdbc:postgresql://host:5432/name"
    return
  fi
  local host=${BASH_REMATCH[1]} port=${BASH_REMATCH[3]:-5432}
  if (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; then
    good "A server answers at $host:$port (the service checks user and password when it starts)"
  else
    bad "Nothing answers at $host:$port: check that the database runs, and DATABASE_URL"
  fi
}

# The token goes to curl through its input, so that no process list shows it
get_me() {
  printf 'url = "%s/bot%s/getMe"\n' "${TELEGRAM_API_URL:-https://api.telegram.org}" "$1" |
    curl -sS -m 10 -K - 2>/dev/null
}

check_token() {
  local variable=$1 answer
  local token=${!variable:-}
  [ -n "$token" ] || return 0
  if ! [[ $token =~ ^[0-9]+:[A-Za-z0-9_-]{20,}$ ]]; then
    bad "$variable must look like 123456:ABC-DEF…, as @BotFather gives it"
    return
  fi
  answer=$(get_me "$token") || answer=
  case $answer in
    *'"ok":true'*) good "$variable belongs to @$(sed 's/.*"username":"\([^"]*\)".*/\1/' <<<"$answer")" ;;
    *'"error_code":401'* | *'"error_code":404'*)
      bad "$variable is refused by Telegram: copy it again from @BotFather" ;;
    *) bad "${TELEGRAM_API_URL:-https://api.telegram.org} does not answer: check the network, or TELEGRAM_API_URL" ;;
  esac
}

check_telegram() {
  if [ -z "${MAIN_BOT_TOKEN:-}" ]; then
    good "The simulator stands in for Telegram (MAIN_BOT_TOKEN is not set)"
    return
  fi
  check_token MAIN_BOT_TOKEN
  check_token STAFF_BOT_TOKEN
  case ${PUBLIC_URL:-} in
    https://*) good "PUBLIC_URL is $PUBLIC_URL" ;;
    *) [ -n "${TELEGRAM_API_URL:-}" ] || bad "PUBLIC_URL must be the https address of this service: Telegram opens no other" ;;
  esac
  check_clock
}

# Telegram's signatures carry the time: a clock that is off refuses everybody
check_clock() {
  local theirs skew
  theirs=$(curl -sSI -m 10 "${TELEGRAM_API_URL:-https://api.telegram.org}" 2>/dev/null |
    tr -d '\r' | sed -n 's/^[Dd]ate: //p') || theirs=
  theirs=$(date -d "${theirs:-unknown}" +%s 2>/dev/null || true)
  [ -n "$theirs" ] || return 0
  skew=$(($(date +%s) - theirs))
  if [ "${skew#-}" -gt 30 ]; then
    bad "The clock of this machine is ${skew#-} s off: switch on time synchronisation"
  else
    good "The clock is right"
  fi
}

check_java
check_node
check_chromium
check_port
check_data
check_database
check_telegram
if [ "$problems" -gt 0 ]; then
  say "Something is missing: see the lines with ✗."
  exit 1
fi
