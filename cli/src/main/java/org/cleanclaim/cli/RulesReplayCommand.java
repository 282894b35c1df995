package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.scrub.PastClaims;
import org.cleanclaim.edits.payerrule.PayerRules;
import org.cleanclaim.edits.payerrule.Replay;
import org.cleanclaim.edits.payerrule.ReplayReport;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.X12Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Replays rules over past claims whose outcomes are known.
@Command(
    name = "replay",
    description =
        "Run draft rules over past claims: which denials they would have prevented, which paid"
            + " claims they would have held.",
    mixinStandardHelpOptions = true)
final class RulesReplayCommand implements Callable<Integer> {
  @Option(names = "--rules", required = true, paramLabel = "DIR", description = "The draft rules.")
  Path rules = Path.of(".");

  @Option(
      names = "--claims",
      required = true,
      arity = "1..*",
      paramLabel = "FILE.837",
      description = "The claims as they were sent; folders are walked.")
  List<Path> claims = List.of();

  @Option(
      names = "--remits",
      required = true,
      arity = "1..*",
      paramLabel = "FILE.835",
      description = "What the payers decided; folders are walked.")
  List<Path> remits = List.of();

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean isJson;

  private int faults;
  private int undecided;

  @Override
  public Integer call() throws IOException {
    var read = RuleFolder.read(rules);
    var past = new PastClaims();
    for (Path file : X12Input.files(remits)) {
      try (InputStream in = X12Input.open(file)) {
        X12Reader.claimPayments(in, X12Input.name(file), this::count, past::add);
      }
    }
    var replay = Replay.of(PayerRules.of(read.rules()));
    for (Path file : X12Input.files(claims)) {
      try (InputStream in = X12Input.open(file)) {
        X12Reader.claims(
            in,
            X12Input.name(file),
            this::count,
            claim -> past.match(claim).ifPresentOrElse(replay::add, () -> undecided++));
      }
    }
    if (faults > 0) {
      System.err.printf("The files have %,d errors; see x12 check.%n", faults);
    }
    ReplayReport report = replay.report();
    if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(json(report, past)));
    else print(report, past);
    return read.refusals().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private void count(Fault fault) {
    if (fault.isError()) faults++;
  }

  private Map<String, Object> json(ReplayReport report, PastClaims past) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("report", report);
    map.put("claimsWithoutDecision", undecided);
    map.put("decisionsWithoutClaim", past.unmatched());
    return map;
  }

  private void print(ReplayReport report, PastClaims past) {
    System.out.printf("%-36s %,12d%n", "Claims with a decision", report.claims());
    System.out.printf("%-36s %,12d%n", "Claims without", undecided);
    System.out.printf("%-36s %,12d%n", "Decisions without a claim", past.unmatched());
    System.out.printf("%-36s %,12d%n", "Claims touched", report.touched());
    System.out.printf("%-36s %,12d%n", "Denied lines", report.denials());
    System.out.printf("%-36s %,12d%n", "Denials prevented", report.prevented());
    System.out.printf("%-36s %12s%n", "  charged for them", report.preventedCharge());
    System.out.printf("%-36s %,12d%n", "False holds", report.falseHolds());
    System.out.printf("%-36s %12s%n", "  paid for them", report.falselyHeld());
    if (report.rules().isEmpty()) return;
    System.out.println();
    System.out.printf(
        "%-28s %8s %10s %12s %8s %12s%n",
        "Rule", "touched", "prevented", "charged", "held", "paid");
    for (var rule : report.rules()) {
      System.out.printf(
          "%-28s %,8d %,10d %12s %,8d %12s%n",
          rule.rule(),
          rule.touched(),
          rule.prevented(),
          rule.preventedCharge(),
          rule.falseHolds(),
          rule.falselyHeld());
    }
  }
}
