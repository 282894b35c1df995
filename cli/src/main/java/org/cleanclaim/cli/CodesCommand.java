package org.cleanclaim.cli;

import org.cleanclaim.codesets.CodeSets;
import picocli.CommandLine.Command;

/// Looks at the installed code sets.
@Command(
    name = "codes",
    description = "Look at the installed code sets.",
    mixinStandardHelpOptions = true)
final class CodesCommand {
  @Command(name = "list", description = "List code systems, versions and counts.")
  int list() {
    for (var version : CodeSets.starter().versions()) {
      System.out.println(
          "%-24s %-10s from %s  %,7d codes  %s"
              .formatted(
                  version.system().title(),
                  version.name(),
                  version.period().from(),
                  version.codes().size(),
                  version.source()));
    }
    return Main.DONE;
  }
}
