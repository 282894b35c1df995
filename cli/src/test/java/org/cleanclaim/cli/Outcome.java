package org.cleanclaim.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How a command ended and what it said.
///
/// @param said on its output
/// @param complained on the other one
record Outcome(int code, String said, String complained) {

  /// Runs a command whose outputs are read as one: nothing counts as complained.
  static Outcome of(String... arguments) {
    var said = new ByteArrayOutputStream();
    return of(said, said, arguments);
  }

  /// Runs a command whose outputs are kept apart.
  static Outcome apart(String... arguments) {
    return of(new ByteArrayOutputStream(), new ByteArrayOutputStream(), arguments);
  }

  private static Outcome of(
      ByteArrayOutputStream said, ByteArrayOutputStream complained, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (var first = new PrintStream(said, true, StandardCharsets.UTF_8);
        var second = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
      System.setOut(first);
      System.setErr(said == complained ? first : second);
      int code = Main.run(arguments);
      first.flush();
      return new Outcome(
          code,
          said.toString(StandardCharsets.UTF_8),
          said == complained ? "" : complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  List<String> lines() {
    return said.lines().toList();
  }
}
