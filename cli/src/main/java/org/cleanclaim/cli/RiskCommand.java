package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.risk.MarketMember;
import org.cleanclaim.cli.risk.MemberFiles;
import org.cleanclaim.cli.risk.RawMember;
import org.cleanclaim.cli.risk.RiskFinding;
import org.cleanclaim.cli.risk.RiskReport;
import org.cleanclaim.cli.risk.RiskRun;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.hcc.DrugPlan;
import org.cleanclaim.grouping.hcc.EligibleEncounters;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskScorer;
import org.cleanclaim.grouping.hcc.ValidDiagnoses;
import org.cleanclaim.grouping.hhs.InstalledMarketRisk;
import org.cleanclaim.grouping.hhs.MarketScorer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scores members of Medicare Advantage, or of the individual and small group markets, by their
/// diagnoses.
@Command(
    name = "risk",
    description =
        "Risk scores of Medicare Advantage members (CMS-HCC) or, with --benefit-year, of enrollees"
            + " of the individual and small group markets (HHS-HCC), from CSV, JSON, 837 or FHIR"
            + " files; what several files say of one member comes together.",
    mixinStandardHelpOptions = true)
final class RiskCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @ArgGroup(multiplicity = "1")
  Year year = new Year();

  /// Medicare pays by the diagnoses of the year before, the markets by those of the same year.
  static final class Year {
    @Option(
        names = "--payment-year",
        paramLabel = "YEAR",
        description = "Medicare: the year that is paid for; diagnoses of the year before count.")
    int payment;

    @Option(
        names = "--benefit-year",
        paramLabel = "YEAR",
        description = "HHS-HCC: the year of coverage, whose diagnoses count.")
    int benefit;
  }

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Scores of one model instead of those that pay for members without renal disease:"
              + " ${COMPLETION-CANDIDATES}.")
  @Nullable RiskModel model;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "With a model of drugs, the kind of plan: ${COMPLETION-CANDIDATES}.")
  @Nullable DrugPlan plan;

  @Option(
      names = "--normalization",
      paramLabel = "FACTOR",
      description = "With --model, the normalization factor of the year's Rate Announcement.")
  @Nullable BigDecimal normalization;

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
    if (model == null && (plan != null || normalization != null)) {
      throw new CommandFailure("--plan and --normalization go with --model.");
    }
    if (normalization != null && normalization.signum() <= 0) {
      throw new CommandFailure("--normalization is a factor such as 1.062.");
    }
    if (year.benefit > 0) return marketScores(year.benefit);
    return model == null ? paymentScores(year.payment) : rawScores(model, year.payment);
  }

  private int marketScores(int benefitYear) throws IOException {
    if (model != null) throw new CommandFailure("--model goes with --payment-year.");
    CodeSets codeSets = store.store().open();
    var installed = new InstalledMarketRisk(codeSets);
    MarketScorer scorer =
        installed
            .scorer(benefitYear)
            .orElseThrow(() ->
                new CommandFailure(
                    "The HHS-HCC tables of %d are not installed (installed: %s); install the workbook of the DIY tables with: cleanclaim codes install --from FILE"
                        .formatted(benefitYear, installed.years())));
    EligibleEncounters encounters = installed.encounters(benefitYear);
    var outcome =
        MarketMember.score(
            scorer,
            benefitYear,
            read(paths, benefitYear, encounters, codeSets),
            read(lastYear, benefitYear - 1, encounters, codeSets));
    if (isJson) {
      printJson(outcome.scored().stream().map(MarketMember::json).toList(), outcome.findings());
    } else {
      var detail = isExplained ? RiskReport.Detail.STEPS : RiskReport.Detail.RESULT;
      outcome.scored().forEach(scored -> scored.print(detail, System.out));
      outcome.findings().forEach(System.out::println);
    }
    return outcome.findings().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private int rawScores(RiskModel wanted, int paymentYear) throws IOException {
    CodeSets codeSets = store.store().open();
    RiskScorer scorer =
        new InstalledRisk(codeSets)
            .scorer(wanted, paymentYear)
            .orElseThrow(() ->
                new CommandFailure(
                    "The diagnosis mapping, coefficients or hierarchies of %s for %d are not installed; install them with: cleanclaim codes install --from FOLDER"
                        .formatted(wanted.title(), paymentYear)));
    var outcome =
        RawMember.score(
            scorer,
            paymentYear,
            new RawMember.Payment(normalization, plan),
            members(paths, paymentYear - 1, codeSets),
            members(lastYear, paymentYear - 2, codeSets));
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

  private int paymentScores(int paymentYear) throws IOException {
    PaymentYear rules =
        PaymentYear.of(paymentYear)
            .orElseThrow(() ->
                new CommandFailure(
                    "How CMS pays in %d is not known here; the known years are %s."
                        .formatted(paymentYear, PaymentYear.known())));
    CodeSets codeSets = store.store().open();
    PaymentScorer scorer =
        new InstalledRisk(codeSets)
            .payment(rules)
            .orElseThrow(() ->
                new CommandFailure(
                    "The diagnosis mapping, coefficients or hierarchies for %d are not installed; install them with: cleanclaim codes install --from FOLDER"
                        .formatted(paymentYear)));
    var outcome =
        RiskRun.score(
            scorer,
            paymentYear,
            members(paths, paymentYear - 1, codeSets),
            members(lastYear, paymentYear - 2, codeSets));
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
    return read(named, serviceYear, eligible(codeSets, serviceYear + 1), codeSets);
  }

  private static MemberFiles read(
      List<Path> named, int serviceYear, @Nullable EligibleEncounters eligible, CodeSets codeSets)
      throws IOException {
    var valid = new ValidDiagnoses(codeSets);
    var members = new MemberFiles(serviceYear, eligible, code -> valid.isValid(code, serviceYear));
    for (Path file : X12Input.files(named)) {
      try (InputStream in = X12Input.open(file)) {
        members.read(in, X12Input.name(file));
      }
    }
    return members;
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
