package org.cleanclaim.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds codes by words or by their beginning.
@Command(
    name = "search",
    description = "Find codes by words, abbreviations or their beginning.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "WORDS")
  List<String> words = List.of();

  @Option(
      names = "--system",
      description = "ICD10CM, ICD10PCS, HCPCS, MODIFIER ... Default: ICD10CM",
      defaultValue = "ICD10CM")
  CodeSystem system = CodeSystem.ICD10CM;

  @Option(names = "--as-of", description = "Day of service. Default: today")
  @Nullable LocalDate asOf;

  @Option(names = "--limit", defaultValue = "15")
  int limit = 15;

  @Override
  public Integer call() {
    LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    var hits = CodeSets.starter().search(system, String.join(" ", words), day, limit);
    for (var hit : hits) {
      String code =
          system == CodeSystem.ICD10CM
              ? new Icd10Cm(hit.entry().code()).dotted()
              : hit.entry().code();
      System.out.println(
          "%-9s %s%s"
              .formatted(
                  code,
                  hit.entry().title(),
                  hit.entry().billable() ? "" : "  (needs more characters)"));
    }
    if (hits.isEmpty()) System.out.println("Nothing found. Try fewer or shorter words.");
    return hits.isEmpty() ? Main.FINDINGS : Main.DONE;
  }
}
