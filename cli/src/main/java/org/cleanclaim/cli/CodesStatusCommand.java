package org.cleanclaim.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.store.CodeStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says whether what is installed serves a day.
@Command(
    name = "status",
    description =
        "Say for each code system whether what is installed serves the day, and what to do.",
    mixinStandardHelpOptions = true)
final class CodesStatusCommand implements Callable<Integer> {
  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--as-of", description = "Day of service. Default: today")
  @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print it as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    var states = CodeStatus.of(store.store().open(), day);
    if (isJson) {
      System.out.println(OutwardJson.mapper().writeValueAsString(states));
    } else {
      for (CodeStatus status : states) {
        System.out.printf(
            "%-24s %-9s %,8d codes  %-13s %s%n",
            status.system().title(),
            status.edition().isEmpty() ? "-" : status.edition(),
            status.billable(),
            status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            status.advice());
      }
    }
    return states.stream().allMatch(s -> s.state() == CodeStatus.State.CURRENT)
        ? Main.DONE
        : Main.FINDINGS;
  }
}
