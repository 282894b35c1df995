package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.risk.MemberFiles;
import org.cleanclaim.cli.risk.RawMember;
import org.cleanclaim.cli.risk.RiskFinding;
import org.cleanclaim.cli.risk.RiskReport;
import org.cleanclaim.cli.risk.RiskRun;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.hcc.EligibleEncounters;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskScorer;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scores Medicare Advantage members by their diagnoses.
@Command(
    name = "risk",
    description =
        "Risk scores of Medicare Advantage members (CMS-HCC) from CSV, JSON, 837 or FHIR files;"
            + " what"
            + " several files say of one member comes together.",
    mixinStandardHelpOptions = true)
final class RiskCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--payment-year",
      required = true,
      paramLabel = "YEAR",
      description = "The year that is paid for; diagnoses of the year before count.")
  int year;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Raw scores of one model instead of payment scores: ${COMPLETION-CANDIDATES}.")
  @Nullable RiskModel model;

  @Option(
      names = "--last-year",
      paramLabel = "FILE",
      description = "Diagnoses of the year before those: shows what was not seen again.")
  List<Path> lastYear = List.of();

  @Option(names = "--explain", description = "Show the steps from the diagnoses to the score.")
  boolean isExplained;

  @Option(names = "--json", description = "Print scores and findings as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    return model == null ? paymentScores() : rawScores(model);
  }

  private int rawScores(RiskModel wanted) throws IOException {
    if (!lastYear.isEmpty()) {
      throw new CommandFailure("--last-year goes with payment scores; leave out --model.");
    }
    CodeSets codeSets = store.store().open();
    RiskScorer scorer =
        new InstalledRisk(codeSets)
            .scorer(wanted, year)
            .orElseThrow(() ->
                new CommandFailure(
                    "The diagnosis mapping, coefficients or hierarchies of %s for %d are not installed; install them with: cleanclaim codes install --from FOLDER"
                        .formatted(wanted.title(), year)));
    var outcome = RawMember.score(scorer, year, members(paths, year - 1, codeSets));
    if (isJson) {
      printJson(outcome.scored().stream().map(RawMember::json).toList(), outcome.findings());
    } else {
      var detail = isExplained ? RiskReport.Detail.STEPS : RiskReport.Detail.RESULT;
      outcome.scored().forEach(scored -> scored.print(detail, System.out));
      outcome.findings().forEach(System.out::println);
    }
    return outcome.findings().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private static void printJson(List<Map<String, Object>> members, List<RiskFinding> findings) {
    var json = new LinkedHashMap<String, Object>();
    json.put("members", members);
    json.put("findings", findings);
    System.out.println(OutwardJson.mapper().writeValueAsString(json));
  }

  private int paymentScores() throws IOException {
    PaymentYear rules =
        PaymentYear.of(year)
            .orElseThrow(() ->
                new CommandFailure(
                    "How CMS pays in %d is not known here; the known years are %s."
                        .formatted(year, PaymentYear.known())));
    CodeSets codeSets = store.store().open();
    PaymentScorer scorer =
        new InstalledRisk(codeSets)
            .payment(rules)
            .orElseThrow(() ->
                new CommandFailure(
                    "The diagnosis mapping, coefficients or hierarchies for %d are not installed; install them with: cleanclaim codes install --from FOLDER"
                        .formatted(year)));
    var outcome =
        RiskRun.score(
            scorer,
            year,
            members(paths, year - 1, codeSets),
            members(lastYear, year - 2, codeSets));
    if (isJson) {
      printJson(outcome.scored().stream().map(RiskReport::json).toList(), outcome.findings());
    } else {
      var detail = isExplained ? RiskReport.Detail.STEPS : RiskReport.Detail.RESULT;
      outcome.scored().forEach(scored -> RiskReport.print(scored, detail, System.out));
      outcome.findings().forEach(System.out::println);
    }
    return outcome.findings().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private static MemberFiles members(List<Path> named, int serviceYear, CodeSets codeSets)
      throws IOException {
    var members =
        new MemberFiles(
            serviceYear,
            eligible(codeSets, serviceYear + 1),
            code -> isValid(codeSets, code, serviceYear));
    for (Path file : X12Input.files(named)) {
      try (InputStream in = X12Input.open(file)) {
        members.read(in, X12Input.name(file));
      }
    }
    return members;
  }

  /// Whether a diagnosis was valid at the beginning or the end of a year; codes change in October.
  /// A starter list knows too few codes to say.
  private static boolean isValid(CodeSets codeSets, String code, int year) {
    for (LocalDate day : new LocalDate[] {LocalDate.of(year, 12, 31), LocalDate.of(year, 1, 1)}) {
      var edition = codeSets.edition(CodeSystem.ICD10CM, day);
      if (edition.isEmpty() || edition.get().starter()) return true;
      if (codeSets.isBillable(CodeSystem.ICD10CM, code, day)) return true;
    }
    return false;
  }

  /// The list of the payment year or, where it is not installed, the latest before it or one of the
  /// two years after it: from year to year few codes change.
  private static @Nullable EligibleEncounters eligible(CodeSets codeSets, int paymentYear) {
    for (int tried : new int[] {paymentYear, paymentYear + 1, paymentYear + 2}) {
      var services = codeSets.rules(PublicationKind.RISK_SERVICES, LocalDate.of(tried, 1, 1));
      if (services.isPresent()) {
        return EligibleEncounters.of(services.get().content(RuleTables.class));
      }
    }
    return null;
  }
}
