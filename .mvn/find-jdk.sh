# Sourced by mvnw and cleanclaim: sets JAVA_HOME to a JDK 25, wherever the default java points.
# Looks at JAVA_HOME, CLEANCLAIM_JAVA_HOME, the PATH and the usual folders of Linux, macOS and SDKMAN.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

find_jdk_25() {
  path_java="$(command -v javac 2>/dev/null || true)"
  if [ -n "$path_java" ]; then
    path_java="$(dirname "$(dirname "$(readlink -f "$path_java" 2>/dev/null || printf %s "$path_java")")")"
  fi
  set +f
  for candidate in "${CLEANCLAIM_JAVA_HOME:-}" "${JAVA_HOME:-}" "$path_java" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/jdk* /usr/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      JAVA_HOME="$candidate"
      export JAVA_HOME
      return 0
    fi
  done
  echo "Cleanclaim needs a JDK 25: install one (for example Eclipse Temurin 25 from adoptium.net, or your system's openjdk-25-jdk package), or point JAVA_HOME at it." >&2
  return 1
}
