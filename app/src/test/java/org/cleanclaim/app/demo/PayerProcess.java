package org.cleanclaim.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// The payers of the demo month as a process of their own, which ends when its input does. It
/// writes its port and the key of its host on one line.
public final class PayerProcess {
  private PayerProcess() {}

  /// @param arguments the payers' folder, the password of the user `practice`, and by how many days
  ///   the payers' clock is ahead
  public static void main(String[] arguments) throws IOException {
    var clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(Long.parseLong(arguments[2])));
    try (var server =
        PayerServer.start(Path.of(arguments[0]), 0, "practice", arguments[1], 1, clock)) {
      System.out.println("listening " + server.port() + " " + server.hostKey());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
