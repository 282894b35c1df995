package org.cleanclaim.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.InstalledPublication.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what is installed.
@Command(
    name = "list",
    description = "List the installed tables with edition, first day of service and counts.",
    mixinStandardHelpOptions = true)
final class CodesListCommand implements Callable<Integer> {
  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--json", description = "Print them as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    var labels =
        store.store().open().publications().stream()
            .map(InstalledPublication::label)
            .sorted(Comparator.comparing(Label::kind).thenComparing(Label::effectiveFrom))
            .toList();
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writeValueAsString(labels.stream().map(CodesJson::label).toList()));
      return Main.DONE;
    }
    for (Label label : labels) {
      System.out.printf(
          "%-24s %-34s %-9s from %s  %,9d rows%s  %s%n",
          label.kind().subject(),
          label.kind().title(),
          label.edition(),
          label.effectiveFrom(),
          label.rows(),
          label.billable() > 0 ? ", %,7d billable".formatted(label.billable()) : " ".repeat(18),
          label.source());
    }
    return Main.DONE;
  }
}
