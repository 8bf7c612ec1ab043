# What the commands of ./dev share. To be sourced.

NEEDED_JAVA=25
NEEDED_NODE=20.19

# Measured on the packaged jar (docs/operations.md, "Start-up and memory")
JAVA_FLAGS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"

say() { printf '%s\n' "$*"; }
die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Variables of .env, unless the environment has them already. The file is read, not executed.
load_env() {
  [ -f .env ] || return 0
  local line name value
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[[:space:]]*(export[[:space:]]+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] || continue
    name=${BASH_REMATCH[2]}
    value=${BASH_REMATCH[3]%$'\r'}
    case $value in
      \"*\") value=${value#\"} value=${value%\"} ;;
      \'*\') value=${value#\'} value=${value%\'} ;;
    esac
    [ -n "${!name+set}" ] || export "$name=$value"
  done <.env
}

# The major version of the JDK in a folder; nothing when there is no whole JDK
java_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# The folders where a JDK may be, the most explicit first
java_candidates() {
  [ -z "${JAVA_HOME:-}" ] || say "$JAVA_HOME"
  local javac
  javac=$(command -v javac || true)
  if [ -n "$javac" ]; then
    javac=$(readlink -f "$javac" 2>/dev/null || say "$javac")
    say "${javac%/bin/javac}"
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$NEEDED_JAVA+" 2>/dev/null || true
  fi
  local folder
  for folder in /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*; do
    say "$folder"
  done
}

find_java() {
  local folder version
  while IFS= read -r folder; do
    version=$(java_version "$folder")
    if [ "${version:-0}" -ge "$NEEDED_JAVA" ]; then
      say "$folder"
      return 0
    fi
  done < <(java_candidates)
  return 1
}

need_java() {
  JAVA_HOME=$(find_java) || die "A JDK $NEEDED_JAVA or newer is needed: get one from https://adoptium.net" \
    "(or: sdk install java $NEEDED_JAVA-tem) and set JAVA_HOME if it is somewhere unusual."
  export JAVA_HOME
}

# Whether version $1 is at least version $2, by their first two numbers
at_least() {
  local have_major have_minor want_major want_minor
  IFS=. read -r have_major have_minor _ <<<"$1"
  IFS=. read -r want_major want_minor _ <<<"$2"
  [ "$have_major" -gt "$want_major" ] || { [ "$have_major" -eq "$want_major" ] && [ "$have_minor" -ge "$want_minor" ]; }
}

node_version() { node --version 2>/dev/null | sed 's/^v//'; }

node_is_good() {
  local version
  version=$(node_version)
  [ -n "$version" ] && at_least "$version" "$NEEDED_NODE" && command -v npm >/dev/null
}

need_node() {
  node_is_good || die "Node $NEEDED_NODE or newer with npm is needed (found: $(node_version | grep . || say none)):" \
    "get it from https://nodejs.org, or with: nvm install 22."
}

# Whether nobody holds the lock on a file; without python3 one cannot know, and the service itself will tell
unlocked() {
  command -v python3 >/dev/null || return 0
  python3 - "$1" <<'PYTHON'
import fcntl, sys
with open(sys.argv[1], "r+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit(1)
PYTHON
}
