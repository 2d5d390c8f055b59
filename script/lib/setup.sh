# Sourced by script/start and script/test: sets a machine up. Says what it does; asks for nothing.
# Needs only npm (of any Node) and, for what Debian has, root or sudo.

say() { printf '\n── %s\n' "$*"; }

# Packages of package-lock.json, when they are not there or are older than it.
install_packages() {
  if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "Installing the packages of package-lock.json (about a minute)"
    npm ci --no-audit --no-fund
  fi
  # The packages bring their own Node; an older one of the system does not matter.
  export PATH="$PWD/node_modules/.bin:$PATH"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 24 || (a === 24 && b >= 15) ? 0 : 1)' || {
    echo "Vigil needs Node 24.15 or newer; this is $(node --version). Remove node_modules and start again." >&2
    exit 1
  }
}

# need COMMAND=PACKAGE …: installs what is missing with apt, where that may be done without a question.
need() {
  local missing=() pair
  for pair in "$@"; do command -v "${pair%%=*}" >/dev/null || missing+=("${pair##*=}"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing with apt: ${missing[*]}"
  if as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    return 0
  fi
  echo "Not installed: ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}" >&2
}

as_root() {
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@" </dev/null
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n DEBIAN_FRONTEND=noninteractive "$@" </dev/null
  else
    return 1
  fi
}
