package org.cleanclaim.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeHit;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.search.SearchFilter;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds codes by words or by their beginning.
@Command(
    name = "search",
    description = "Find codes by words, stems, abbreviations, or their beginning.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final int OF_ONE = 15;
  private static final int OF_EACH = 6;

  @Parameters(arity = "1..*", paramLabel = "WORDS")
  List<String> words = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--system",
      description =
          "${COMPLETION-CANDIDATES}. May be given several times. Default: those of diagnoses and"
              + " procedures")
  List<CodeSystem> systems = List.of();

  @Option(
      names = "--all",
      description = "Look in all systems, those of remittances and places too.")
  boolean isEverywhere;

  @Option(names = "--as-of", description = "Day of service. Default: today")
  @Nullable LocalDate asOf;

  @Option(names = "--billable", description = "Only codes that may be submitted.")
  boolean isBillableOnly;

  @Option(names = "--chapter", description = "Only this chapter or section: 4, or 0 of ICD-10-PCS.")
  @Nullable String chapter;

  @Option(names = "--sex", description = "Leave out codes of the other sex: FEMALE or MALE.")
  @Nullable Sex sex;

  @Option(names = "--age", description = "Leave out codes for other ages, in years.")
  @Nullable Integer age;

  @Option(
      names = "--limit",
      description = "The most codes of each system. Default: 15 of one system, 6 of several.")
  @Nullable Integer limit;

  @Option(names = "--json", description = "Print the hits as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    CodeSets codeSets = store.store().open();
    Set<CodeSystem> wanted = wanted();
    var filter =
        new SearchFilter(
            isBillableOnly ? SearchFilter.Validity.BILLABLE : SearchFilter.Validity.ANY, chapter);
    var hits =
        codeSets.search(
            new CodeQuery(
                String.join(" ", words),
                wanted,
                day,
                limit == null ? (wanted.size() == 1 ? OF_ONE : OF_EACH) : limit,
                filter,
                sex,
                age));
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writeValueAsString(hits.stream().map(CodeViews::hit).toList()));
    } else {
      print(hits);
      warn(codeSets, hits, day);
    }
    return hits.isEmpty() ? Main.FINDINGS : Main.DONE;
  }

  private Set<CodeSystem> wanted() {
    if (isEverywhere) return EnumSet.allOf(CodeSystem.class);
    return systems.isEmpty()
        ? EnumSet.range(CodeSystem.ICD10CM, CodeSystem.MODIFIER)
        : EnumSet.copyOf(systems);
  }

  /// Hits under their systems.
  private static void print(List<CodeHit> hits) {
    var groups = new LinkedHashMap<String, StringBuilder>();
    for (CodeHit hit : hits) {
      CodeSystem system = hit.entry().system();
      groups
          .computeIfAbsent(system.title(), title -> new StringBuilder())
          .append(
              "  %-9s %s%s  [%s]%n"
                  .formatted(
                      system.written(hit.entry().code()),
                      hit.entry().title(),
                      hit.entry().billable() ? "" : "  (needs more characters)",
                      hit.found().reason()));
    }
    groups.forEach((title, lines) -> System.out.print(title + "\n" + lines));
    if (hits.isEmpty()) System.out.println("Nothing found. Try fewer or shorter words.");
  }

  private static void warn(CodeSets codeSets, List<CodeHit> hits, LocalDate day) {
    boolean isStarter =
        hits.stream()
            .map(hit -> hit.entry().system())
            .distinct()
            .flatMap(system -> codeSets.edition(system, day).stream())
            .anyMatch(Edition::starter);
    if (isStarter || hits.isEmpty()) {
      System.out.println(
          "Some of these code sets are the starter selection; `cleanclaim codes status` says how to"
              + " install the rest.");
    }
  }
}
