package org.cleanclaim.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.change.CodeChange;
import org.cleanclaim.codesets.change.EditionChanges;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows what a new edition changes.
@Command(
    name = "diff",
    description = "Show what one edition of a code system has that another has not.",
    mixinStandardHelpOptions = true)
final class CodesDiffCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Parameters(index = "0", paramLabel = "OLD", description = "An edition (FY2025) or a day.")
  String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "An edition (FY2026) or a day.")
  String newer = "";

  @Option(names = "--system", description = "${COMPLETION-CANDIDATES}. Default: ICD10CM")
  CodeSystem system = CodeSystem.ICD10CM;

  @Option(names = "--kind", description = "Only these: ${COMPLETION-CANDIDATES}.")
  CodeChange.@Nullable Kind kind;

  @Option(names = "--json", description = "Print the changes as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    CodeSets codeSets = store.store().open();
    var changes = EditionChanges.between(edition(codeSets, old), edition(codeSets, newer));
    List<CodeChange> wanted =
        changes.changes().stream().filter(c -> kind == null || c.kind() == kind).toList();
    if (isJson) {
      var map = new LinkedHashMap<String, Object>();
      map.put("system", system.name());
      map.put("old", changes.oldEdition());
      map.put("new", changes.newEdition());
      map.put("effectiveFrom", changes.effectiveFrom().toString());
      map.put("changes", wanted);
      System.out.println(OutwardJson.mapper().writeValueAsString(map));
      return Main.DONE;
    }
    System.out.printf(
        "%s %s to %s, from %s%n",
        system.title(), changes.oldEdition(), changes.newEdition(), changes.effectiveFrom());
    for (CodeChange change : wanted) System.out.println(line(change));
    var counts =
        wanted.stream().collect(Collectors.groupingBy(CodeChange::kind, Collectors.counting()));
    for (CodeChange.Kind each : CodeChange.Kind.values()) {
      System.out.printf("%-18s %,7d%n", words(each), counts.getOrDefault(each, 0L));
    }
    return Main.DONE;
  }

  private Edition edition(CodeSets codeSets, String named) {
    for (Edition edition : codeSets.editions(system)) {
      if (edition.name().equalsIgnoreCase(named)) return edition;
    }
    try {
      var edition = codeSets.edition(system, LocalDate.parse(named));
      if (edition.isPresent()) return edition.get();
    } catch (DateTimeParseException e) {
      // neither an edition nor a day: said below
    }
    String there =
        codeSets.editions(system).stream()
            .map(Edition::name)
            .distinct()
            .collect(Collectors.joining(", "));
    throw CodesCommand.misuse(
        spec,
        "There is no edition %s of %s. Installed are: %s."
            .formatted(named, system.title(), there.isEmpty() ? "none" : there));
  }

  private String line(CodeChange change) {
    String code = system.written(change.code());
    String text =
        switch (change.kind()) {
          case ADDED, BECAME_BILLABLE -> change.newTitle();
          case DELETED, GAINED_CHILDREN -> change.oldTitle();
          case RETITLED -> change.oldTitle() + " → " + change.newTitle();
        };
    String instead =
        change.replacements().isEmpty()
            ? ""
            : "  now "
                + change.replacements().stream()
                    .map(c -> system.written(c))
                    .collect(Collectors.joining(", "));
    return "%-16s %-9s %s%s".formatted(words(change.kind()), code, text, instead);
  }

  private static String words(CodeChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "added";
      case DELETED -> "deleted";
      case GAINED_CHILDREN -> "gained children";
      case BECAME_BILLABLE -> "became billable";
      case RETITLED -> "revised";
    };
  }
}
