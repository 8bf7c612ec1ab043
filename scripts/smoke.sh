# ./dev smoke URL: what may never break, looked at from outside. Sourced by ./dev; ends with 1 if something is broken.

base=${1:-}
[[ $base =~ ^https?:// ]] || die "Usage: ./dev smoke URL, for example ./dev smoke http://localhost:8080"
base=${base%/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
broken=0

# expect WHAT PATH STATUS TYPE [TEXT]: TYPE is the beginning of the Content-Type, TEXT an extended regular expression
expect() {
  local what=$1 path=$2 status=$3 type=$4 text=${5:-} got seen=
  got=$(curl -sS -m 20 -H 'Accept: */*' -o "$work/body" -w '%{http_code} %{content_type}' "$base$path" 2>"$work/error") ||
    seen=$(tail -n 1 "$work/error")
  if [ -z "$seen" ]; then
    case $got in
      "$status $type"*) ;;
      *) seen="answered $got instead of $status $type" ;;
    esac
  fi
  if [ -z "$seen" ] && [ -n "$text" ] && ! grep -Eq "$text" "$work/body"; then
    seen="does not hold $text"
  fi
  if [ -z "$seen" ]; then
    say "✓ $what ($path)"
  else
    say "✗ $what ($path): $seen"
    broken=$((broken + 1))
  fi
}

expect 'Health' /health 200 application/ '"status" *: *"UP"'
expect 'The API asks for a token' /api/v1/users/me 401 application/problem+json '"code" *: *"unauthorized"'
expect 'The API description' /api/openapi.json 200 application/json '"/api/v1/'
expect 'The trainer app' /trainer/1 200 text/html 'trainer-api\.js'
expect 'The client app' /client/1 200 text/html 'app\.js'
expect "The trainer app's code" /trainer/trainer-api.js 200 application/javascript
expect "The client app's code" /client/app.js 200 application/javascript
if [ "$broken" -gt 0 ]; then
  say "$broken of 7 checks failed."
  exit 1
fi
