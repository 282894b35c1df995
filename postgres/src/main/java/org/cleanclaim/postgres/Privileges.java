package org.cleanclaim.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. As root its programs run as an unprivileged user who owns the
/// data folder, or, where that user cannot reach the home folder, inside a user namespace.
final class Privileges {
  private static final String UNPRIVILEGED = "65534";

  private enum Way {
    AS_IS,
    SETPRIV,
    USER_NAMESPACE
  }

  private final Way way;

  private Privileges(Way way) {
    this.way = way;
  }

  static Privileges forFolder(Path folder) {
    if (!"root".equals(System.getProperty("user.name"))) return new Privileges(Way.AS_IS);
    if (canBeReachedByOthers(folder)
        && succeeds("setpriv", "--reuid=" + UNPRIVILEGED, "--clear-groups", "true")) {
      return new Privileges(Way.SETPRIV);
    }
    if (succeeds("unshare", "-U", "true")) return new Privileges(Way.USER_NAMESPACE);
    throw new PostgresException(
        "PostgreSQL does not run as root, and no other user can reach %s. Run as an ordinary user, or put the home elsewhere with --home, for example /var/lib/cleanclaim."
            .formatted(folder));
  }

  /// The command as the unprivileged user runs it.
  List<String> wrap(List<String> command) {
    var wrapped = new ArrayList<String>();
    switch (way) {
      case AS_IS -> {}
      case SETPRIV ->
          wrapped.addAll(
              List.of(
                  "setpriv",
                  "--reuid=" + UNPRIVILEGED,
                  "--regid=" + UNPRIVILEGED,
                  "--clear-groups"));
      case USER_NAMESPACE -> wrapped.addAll(List.of("unshare", "-U"));
    }
    wrapped.addAll(command);
    return wrapped;
  }

  /// Gives a file or folder to the unprivileged user, where there is one.
  void own(Path path) {
    if (way != Way.SETPRIV) return;
    if (!succeeds("chown", "-R", UNPRIVILEGED + ":" + UNPRIVILEGED, path.toString())) {
      throw new PostgresException(
          "The rights of %s cannot be changed. Put the home on a file system of this machine with --home."
              .formatted(path));
    }
  }

  private static boolean canBeReachedByOthers(Path folder) {
    try {
      for (Path part = folder.toAbsolutePath(); part != null; part = part.getParent()) {
        if (!Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE))
          return false;
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
