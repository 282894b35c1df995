package org.cleanclaim.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.cleanclaim.codesets.publication.PublicationKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes an installed table.
@Command(
    name = "remove",
    description = "Remove an installed table; `codes list --json` names its kind and first day.",
    mixinStandardHelpOptions = true)
final class CodesRemoveCommand implements Callable<Integer> {
  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
  PublicationKind kind = PublicationKind.ICD10CM_CODES;

  @Parameters(index = "1", paramLabel = "DATE", description = "Its first day of service.")
  LocalDate effectiveFrom = LocalDate.EPOCH;

  @Override
  public Integer call() throws IOException {
    if (store.store().remove(kind, effectiveFrom)) {
      System.out.printf(
          "Removed the %s %s from %s.%n", kind.subject(), kind.title(), effectiveFrom);
      return Main.DONE;
    }
    System.out.printf(
        "No %s %s from %s is installed. `cleanclaim codes list` shows what is.%n",
        kind.subject(), kind.title(), effectiveFrom);
    return Main.FINDINGS;
  }
}
