package org.cleanclaim.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.cleanclaim.app.scrub.ClaimScrub;
import org.cleanclaim.app.scrub.FindingPrinter;
import org.cleanclaim.app.scrub.FindingPrinter.Form;
import org.cleanclaim.app.scrub.FindingPrinter.Naming;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.CoveragePolicies;
import org.cleanclaim.edits.MedicareEdits;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.Weight;
import org.cleanclaim.edits.coverage.Jurisdiction;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.edits.payerrule.PayerRules;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scrubs the claims of files before they are sent.
@Command(
    name = "scrub",
    description =
        "Scrub claims: 837P, 837I, 837D, or FHIR R4 Claim as JSON; folders are walked, - is"
            + " standard input. Ends with 0 when nothing was found, else with 1.",
    mixinStandardHelpOptions = true)
final class ScrubCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--as-of", description = "The day on which claims are judged. Default: today")
  @Nullable LocalDate asOf;

  @Option(
      names = "--mac",
      paramLabel = "NUMBER",
      description =
          "The Medicare contractor whose local policies hold, by its number. Default: those of the"
              + " billing provider's state")
  @Nullable String contractor;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "A folder of rules, besides the built-in ones; one with the same id replaces.")
  @Nullable Path rules;

  @ArgGroup FormOptions form = new FormOptions();

  @Option(
      names = "--deidentify",
      description = "Name claims by their place in the file, and leave out changed values.")
  boolean isDeidentified;

  @Option(
      names = "--ncci",
      paramLabel = "PAYERS=WEIGHT",
      description =
          "How much NCCI edits weigh for a class of payers: HOLD, WARN or OFF. Default: HOLD for"
              + " MEDICARE, MEDICARE_ADVANTAGE, MEDICAID and TRICARE, else WARN. May be repeated.")
  Map<PayerClass, Weight> ncci = Map.of();

  @Option(
      names = "--mce",
      paramLabel = "PAYERS=WEIGHT",
      description =
          "How much the Medicare Code Editor weighs for a class of payers. Default: HOLD for"
              + " MEDICARE and MEDICARE_ADVANTAGE, else WARN. May be repeated.")
  Map<PayerClass, Weight> inpatientEditor = Map.of();

  @Option(names = "--cores", description = "Claims scrubbed side by side (${DEFAULT-VALUE}).")
  int cores = 2;

  /// One form of output.
  static final class FormOptions {
    @Option(names = "--json", description = "Print findings and counts as JSON, a line each.")
    boolean isJson;

    @Option(names = "--csv", description = "Print findings as a table with commas.")
    boolean isCsv;

    Form form() {
      if (isJson) return Form.JSON;
      return isCsv ? Form.CSV : Form.TEXT;
    }
  }

  @Override
  public Integer call() throws IOException {
    var set = RuleFolder.withStarter(rules);
    LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    var out =
        new PrintWriter(
            new BufferedWriter(
                new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16));
    var printer =
        new FindingPrinter(out, form.form(), isDeidentified ? Naming.POSITION : Naming.NUMBER);
    CodeSets codeSets = store.store().open();
    var weights = MedicareEdits.USUAL.withPairsAndUnits(ncci).withInpatientEditor(inpatientEditor);
    var scrubber = Scrubber.of(codeSets, NcciTables.of(codeSets), weights);
    int claims = 0;
    boolean isAllRead = true;
    try (var scrub =
            new ClaimScrub(
                scrubber,
                PayerRules.of(set.rules()),
                policies(MedicareCoverage.of(codeSets)),
                day,
                Math.max(1, cores),
                printer::print);
        var inputs = new InputsReadTwice()) {
      List<Path> files = X12Input.files(paths);
      for (Path file : files) {
        printer.begin(X12Input.name(file));
        try (InputStream in = inputs.first(file)) {
          claims += scrub.scrub(in, X12Input.name(file));
        } catch (IOException | CommandFailure e) {
          isAllRead = false;
          System.err.println(X12Input.name(file) + ": not read. " + Failures.sentence(e));
        }
      }
      if (scrub.needsSecondReading()) {
        for (Path file : files) {
          printer.begin(X12Input.name(file));
          again(scrub, inputs, file);
        }
      }
    }
    printer.finish(claims);
    if (!isAllRead) return Main.FAILURE;
    boolean isClean = printer.findings() == 0 && set.refusals().isEmpty();
    return isClean ? Main.DONE : Main.FINDINGS;
  }

  private Function<Claim, CoveragePolicies> policies(MedicareCoverage coverage) {
    if (contractor == null) return coverage::policies;
    var jurisdiction = new Jurisdiction.Contractor(contractor);
    return claim -> coverage.policies(claim, jurisdiction);
  }

  /// What cannot be read was told at the first reading.
  private static void again(ClaimScrub scrub, InputsReadTwice inputs, Path file) {
    try (InputStream in = inputs.second(file)) {
      scrub.scrubAgain(in, X12Input.name(file));
    } catch (IOException | CommandFailure e) {
      // a file that ends in the middle has been read as far as it goes
      return;
    }
  }
}
