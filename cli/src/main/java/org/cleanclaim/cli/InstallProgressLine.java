package org.cleanclaim.cli;

import java.io.Console;
import java.util.Optional;
import org.cleanclaim.codesets.store.InstallProgress;

/// Shows on standard error what an install is at: a line that is written over on a terminal.
final class InstallProgressLine implements InstallProgress {
  private final boolean isTerminal =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private int widest;

  @Override
  public void at(String step, int done, int of) {
    String line = of > 1 ? "%s (%d of %d)".formatted(step, done + 1, of) : step;
    if (isTerminal) {
      System.err.print("\r" + line + " ".repeat(Math.max(0, widest - line.length())));
      widest = Math.max(widest, line.length());
    } else {
      System.err.println(line);
    }
  }

  /// Clears the line.
  void done() {
    if (isTerminal && widest > 0) System.err.print("\r" + " ".repeat(widest) + "\r");
  }
}
