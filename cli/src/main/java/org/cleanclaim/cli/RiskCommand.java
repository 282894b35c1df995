package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.app.risk.FileRisk;
import org.cleanclaim.app.risk.RiskQuestion;
import org.cleanclaim.app.risk.RiskReport;
import org.cleanclaim.app.risk.RiskScores;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.grouping.hcc.DrugPlan;
import org.cleanclaim.grouping.hcc.RiskModel;
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
    RiskQuestion question = question();
    var risk = new FileRisk(store.store().open());
    return switch (risk.score(question, files(paths), files(lastYear))) {
      case FileRisk.Answer.Missing missing -> throw new CommandFailure(missing.message());
      case FileRisk.Answer.Given given -> {
        print(given.scores());
        yield given.scores().findings().isEmpty() ? Main.DONE : Main.FINDINGS;
      }
    };
  }

  private RiskQuestion question() {
    if (model == null && (plan != null || normalization != null)) {
      throw new CommandFailure("--plan and --normalization go with --model.");
    }
    if (normalization != null && normalization.signum() <= 0) {
      throw new CommandFailure("--normalization is a factor such as 1.062.");
    }
    if (year.benefit > 0) {
      if (model != null) throw new CommandFailure("--model goes with --payment-year.");
      return new RiskQuestion.OfMarket(year.benefit);
    }
    return model == null
        ? new RiskQuestion.OfPayment(year.payment)
        : new RiskQuestion.OfModel(year.payment, model, plan, normalization);
  }

  private void print(RiskScores scores) {
    if (isJson) {
      System.out.println(OutwardJson.mapper().writeValueAsString(scores.json()));
      return;
    }
    var detail = isExplained ? RiskReport.Detail.STEPS : RiskReport.Detail.RESULT;
    scores.scored().forEach(scored -> scored.print(detail, System.out));
    scores.findings().forEach(System.out::println);
  }

  private static List<FileRisk.Source> files(List<Path> named) throws IOException {
    return X12Input.files(named).stream().<FileRisk.Source>map(NamedFile::new).toList();
  }

  private record NamedFile(Path file) implements FileRisk.Source {
    @Override
    public String name() {
      return X12Input.name(file);
    }

    @Override
    public InputStream open() throws IOException {
      return X12Input.open(file);
    }
  }
}
