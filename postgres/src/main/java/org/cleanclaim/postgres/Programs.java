package org.cleanclaim.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The unpacked programs of PostgreSQL and the user that they run as.
record Programs(Path folder, Privileges privileges) {
  /// The programs below a database folder, unpacked when they are not there yet.
  static Programs in(Path folder) throws IOException {
    return new Programs(Binaries.unpack(folder), Privileges.forFolder(folder));
  }

  /// The full name of a program.
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /// Runs a program to its end.
  ///
  /// @throws IOException with what the program said when it fails or takes longer than two minutes
  void run(List<String> command) throws IOException {
    var full = new ArrayList<String>();
    full.add(program(command.getFirst()));
    full.addAll(command.subList(1, command.size()));
    Path output = Files.createTempFile("cleanclaim-postgres", ".log");
    try {
      var builder =
          new ProcessBuilder(privileges.wrap(full))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.directory(folder.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.getFirst() + " did not end within two minutes");
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) throw new IOException(text.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
