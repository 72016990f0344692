# shellcheck shell=sh disable=SC2154
# What ./run and ./test share: bring this folder to where Oxus starts. Read by them with `here` set to the folder.
#
#   set_up runtime     system libraries and Python packages that Oxus needs
#   set_up tests       the same, and what the test suite needs
#
# On Debian and Ubuntu it installs what is missing, and only that; elsewhere it says what is missing. All it prints
# goes to stderr. Once done it leaves a stamp in .venv, so that the next start only compares one checksum.

# One line an entry; "a|b" is met by either, and the first that can be had is installed.
SYSTEM_RUNTIME='
libegl1
libgl1
libdbus-1-3
libfontconfig1
libglib2.0-0|libglib2.0-0t64
libcups2|libcups2t64
libwayland-client0
libwayland-cursor0
libx11-xcb1
libxcb-cursor0
libxcb-icccm4
libxcb-image0
libxcb-keysyms1
libxcb-randr0
libxcb-render-util0
libxcb-shape0
libxcb-shm0
libxcb-sync1
libxcb-util1
libxcb-xfixes0
libxcb-xkb1
libxkbcommon-x11-0
fontconfig
fonts-noto-core
fonts-droid-fallback|fonts-noto-cjk|fonts-vlgothic|fonts-ipafont-gothic|fonts-ipaexfont-gothic|fonts-takao-gothic
'
# What printed briefs look better with, so that it may be missing: Japanese letters (4 MB).
SYSTEM_LETTERS='
fonts-ipafont-gothic
'
SYSTEM_TESTS='
xvfb
xdotool
'
# Tests that need one of these are left out without it, so that it may be missing: Ubuntu has Chromium as a snap only.
SYSTEM_WISHED='
chromium
'

say() {
    printf 'Oxus: %s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}

# --- the stamp --------------------------------------------------------------------------------------------------------

# A text that changes when the requirements, the packages above or the interpreter behind .venv do.
fingerprint() {
    cat "$here/setup.sh" "$1"
    readlink -f "$here/.venv/bin/python"
} 2>/dev/null

stamped() {
    [ -x "$here/.venv/bin/python" ] && fingerprint "$2" | cmp -s - "$here/.venv/$1.stamp"
}

# --- system packages --------------------------------------------------------------------------------------------------

has_apt() {
    [ -e /etc/debian_version ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

installed() {
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

any_installed() {
    for choice in $(printf %s "$1" | tr '|' ' '); do
        installed "$choice" && return 0
    done
    return 1
}

obtainable() {
    for choice in $(printf %s "$1" | tr '|' ' '); do
        if apt-cache show "$choice" 2>/dev/null | grep -q '^Package:'; then
            echo "$choice"
            return 0
        fi
    done
    echo "${1%%|*}"
}

# Carries a command out as root; leaves what it printed in `output`.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        output=$(env DEBIAN_FRONTEND=noninteractive "$@" 2>&1 </dev/null)
    else
        # sudo forgets the proxy that this shell was given
        output=$(sudo env DEBIAN_FRONTEND=noninteractive ${http_proxy:+"http_proxy=$http_proxy"} \
            ${https_proxy:+"https_proxy=$https_proxy"} ${no_proxy:+"no_proxy=$no_proxy"} "$@" 2>&1)
    fi
}

last_error() {
    printf '%s\n' "$output" | grep -m 1 '^E:' || printf '%s\n' "$output" | tail -n 1
}

install_packages() {
    absent=
    for entry in $1; do
        any_installed "$entry" || absent="$absent $entry"
    done
    [ -n "$absent" ] || return 0
    names=$(printf %s "$absent" | sed 's/|[^ ]*//g; s/^ //')
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "neither root nor sudo is here to install the system packages that are missing: $names"
    fi
    say "installing the system packages that are missing (up to a minute): $names"
    # an interrupted earlier installation would stop apt-get
    [ -z "$(dpkg --audit 2>/dev/null)" ] || as_root dpkg --configure -a || true
    as_root apt-get -qq update || say "not all lists of system packages could be read; going on with what is here"
    wanted=
    for entry in $absent; do
        wanted="$wanted $(obtainable "$entry")"
    done
    # shellcheck disable=SC2086
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends $wanted ||
        fail "could not install the system packages: $(last_error)"
}

# Installs what can be had of the packages that may be missing.
install_wished() {
    for name in $1; do
        installed "$name" && continue
        if apt-cache show "$name" 2>/dev/null | grep -q '^Package:'; then
            (install_packages "$name") || say "going on without $name"
        else
            say "going on without $name, which this system does not have as a package"
        fi
    done
}

# --- Python -----------------------------------------------------------------------------------------------------------

# The first interpreter of 3.11 or newer that can make a virtual environment.
find_python() {
    for name in python3 python3.11 python3.12 python3.13; do
        if command -v "$name" >/dev/null && "$name" -c '
import sys
if sys.version_info < (3, 11):
    sys.exit(1)
import ensurepip, venv
' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

make_venv() {
    if [ -x "$here/.venv/bin/python" ] && "$here/.venv/bin/python" -m pip --version >/dev/null 2>&1 &&
        "$here/.venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        return 0
    fi
    say "making .venv for Oxus's own Python packages (some 10 seconds)"
    python=$(find_python) || fail "needs Python 3.11 or newer with its venv module; please install it, then start again"
    "$python" -m venv --clear "$here/.venv" >&2 || fail "could not make $here/.venv (see above)"
}

install_requirements() {
    say "installing the Python packages of ${1##*/} into .venv (once: fetches some 200 MB, about a minute)"
    quiet='--quiet --quiet'
    [ ! -t 2 ] || quiet= # a person likes to see that it moves
    # shellcheck disable=SC2086
    PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 "$here/.venv/bin/python" -m pip install \
        $quiet --require-hashes --only-binary :all: --requirement "$1" >&2 ||
        fail "could not install the Python packages (see above); start again to try once more"
}

# --- elsewhere --------------------------------------------------------------------------------------------------------

# Other Linux systems name their packages otherwise: tell the libraries.
report_missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    set -- "$here"/.venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so
    lost=$(ldd "$1" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ')
    [ -z "$lost" ] || fail "this system lacks libraries that Qt needs, please install them: $lost"
}

report_missing_commands() {
    lost=
    for command in Xvfb xdotool; do
        command -v "$command" >/dev/null || lost="$lost $command"
    done
    [ -z "$lost" ] || say "without$lost the test of the window on a real screen is left out"
    command -v chromium >/dev/null || say "without chromium the tests of web pages in a browser are left out"
}

# --- all of it --------------------------------------------------------------------------------------------------------

prepare() {
    if has_apt; then
        packages=$SYSTEM_RUNTIME
        [ "$1" = runtime ] || packages="$packages$SYSTEM_TESTS"
        find_python >/dev/null || packages="$packages python3-venv"
        install_packages "$packages"
        install_wished "$SYSTEM_LETTERS"
        [ "$1" = runtime ] || install_wished "$SYSTEM_WISHED"
        # Ubuntu 22.04's own Python is 3.10, and has a 3.11 beside it
        find_python >/dev/null || install_packages python3.11-venv
    fi
    make_venv
    install_requirements "$2"
    if ! has_apt; then
        report_missing_libraries
        [ "$1" = runtime ] || report_missing_commands
    fi
    fingerprint "$2" >"$here/.venv/$1.stamp" || fail "cannot write into $here/.venv"
    say "set up; starting (the first start takes some seconds longer)"
}

set_up() {
    requirements=$here/requirements.txt
    [ "$1" = runtime ] || requirements=$here/requirements-dev.txt
    stamped "$1" "$requirements" && return 0
    # the runtime's needs are among those of the tests
    [ "$1" = runtime ] && stamped tests "$here/requirements-dev.txt" && return 0
    [ -w "$here" ] || fail "sets itself up in its own folder, and may not write there: $here"
    # two set-ups at once would spoil each other's work
    if command -v flock >/dev/null; then
        exec 9<"$here/setup.sh"
        flock 9
    fi
    stamped "$1" "$requirements" || prepare "$1" "$requirements"
    exec 9<&-
}
