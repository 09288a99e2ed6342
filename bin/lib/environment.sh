# Sourced by the verbs in bin/: finds JDK 25, Maven and Node, and says in one line what is missing.
# The folder of the repository becomes the working folder; HAIDANG_HOME keeps meaning what the caller meant.

verb=$(basename "$0")
fail() { echo "bin/$verb: $1" >&2; exit "${2:-1}"; }

[ -z "${HAIDANG_HOME:-}" ] || HAIDANG_HOME=$(realpath -m "$HAIDANG_HOME")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export HAIDANG_HOME=${HAIDANG_HOME:-$PWD/var}

java_release() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'; }

find_jdk() {
  local on_path home
  on_path=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(java_release "$home")" -ge 25 ] 2>/dev/null; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

need_jdk() {
  JAVA_HOME=$(find_jdk) || fail "no JDK 25 found: install one (for instance Eclipse Temurin 25) or set JAVA_HOME"
  export JAVA_HOME
}

need_maven() { command -v mvn >/dev/null || fail "no Maven found: install Maven 3.8 or newer (Debian: apt-get install maven)"; }

need_node() {
  command -v npm >/dev/null || fail "no Node.js with npm found: install Node 20 or newer (nodejs.org, or your distribution's nodejs and npm)"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node $(node -v) is too old: install Node 20 or newer"
}

need_build() { need_jdk; need_maven; need_node; }

# A fingerprint of everything the program is built from, by name, size and time of change.
sources() {
  find pom.xml app .npmrc -type d \( -name target -o -name node_modules -o -path app/src/test \) -prune -o -type f -printf '%p %s %T@\n' |
    LC_ALL=C sort | sha256sum | cut -d' ' -f1
}

program=app/target/program
built=app/target/program.sources
remembered=app/target/program.aot

# Builds the program and lays it out for a fast start, unless that was done from these very sources.
build() {
  need_jdk
  local wanted
  wanted=$(sources)
  if [ -f "$program/haidang.jar" ] && [ "$(cat "$built" 2>/dev/null)" = "$wanted" ]; then return; fi
  need_maven
  need_node
  echo "Building Haidang; the first time takes some minutes ..."
  mkdir -p app/target
  mvn -q -B -DskipTests -Dspotless.skip -pl app package >app/target/build.log 2>&1 || {
    cat app/target/build.log >&2
    fail "the build failed; the reason is above"
  }
  lay_out
  sources >"$built"
}

lay_out() {
  rm -rf "$program" "$remembered"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar app/target/haidang.jar extract --destination "$program" >/dev/null
}

# Starts once on a home of its own, has the made-up city rehearsed and keeps what the JVM learned: later starts, and the first
# minutes after each, need much less processor time. Without it everything works, only slower, so a failure is no failure.
remember() {
  [ ! -f "$remembered" ] || return 0
  echo "Rehearsing for fast starts ..."
  rm -rf app/target/remember-home
  HAIDANG_HOME=$PWD/app/target/remember-home HAIDANG_PORT=0 HAIDANG_DEMO=0.02 HAIDANG_DATABASE_URL='' HAIDANG_CITY='' HAIDANG_CLOCK='' \
    "$JAVA_HOME/bin/java" "${options[@]}" "-XX:AOTCacheOutput=$remembered" -Dhaidang.rehearse=true \
    -jar "$program/haidang.jar" >app/target/remember.log 2>&1 || true
  if [ ! -f "$remembered" ] || grep -q "rehearsal failed" app/target/remember.log; then
    echo "The rehearsal did not end well (app/target/remember.log); starts are slower without it." >&2
  fi
  rm -rf app/target/remember-home
}

# Half a gigabyte of heap is plenty; the serial collector and few arenas keep the whole process small. One compiler: docs/adr/0008.
export MALLOC_ARENA_MAX=2
options=(-Xmx512m -XX:+UseSerialGC -XX:ReservedCodeCacheSize=96m -XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=60 -XX:C1MaxInlineLevel=15
  -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true)
read -ra more <<<"${HAIDANG_JAVA_OPTIONS:-}"
options+=("${more[@]}")

java_program() { "$JAVA_HOME/bin/java" "${options[@]}" -jar "$program/haidang.jar" "$@"; }
