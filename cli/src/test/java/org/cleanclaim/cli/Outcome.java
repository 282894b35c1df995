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
    var all = new ByteArrayOutputStream();
    try (var stream = new PrintStream(all, true, StandardCharsets.UTF_8)) {
      int code = run(stream, stream, arguments);
      return new Outcome(code, all.toString(StandardCharsets.UTF_8), "");
    }
  }

  /// Runs a command whose outputs are kept apart.
  static Outcome apart(String... arguments) {
    var said = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    try (var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var err = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
      int code = run(out, err, arguments);
      return new Outcome(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    }
  }

  private static int run(PrintStream out, PrintStream err, String... arguments) {
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    try {
      System.setOut(out);
      System.setErr(err);
      return Main.run(arguments);
    } finally {
      out.flush();
      err.flush();
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  List<String> lines() {
    return said.lines().toList();
  }
}
