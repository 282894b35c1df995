package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.scrub.PastClaims;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.edits.NewTables;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.edits.payerrule.PayerRules;
import org.cleanclaim.edits.payerrule.Replay;
import org.cleanclaim.edits.payerrule.ReplayFigures;
import org.cleanclaim.edits.payerrule.ReplayReport;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.X12Reader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Replays rules, or new tables, over past claims whose outcomes are known.
@Command(
    name = "replay",
    description =
        "Run draft rules, or another version of the publishers' tables, over past claims: which"
            + " denials they would have prevented, which paid claims they would have held.",
    mixinStandardHelpOptions = true)
final class RulesReplayCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  Draft draft = new Draft();

  /// What is tried.
  static final class Draft {
    @Option(names = "--rules", paramLabel = "DIR", description = "The draft rules.")
    @Nullable Path rules;

    @Option(
        names = "--tables",
        paramLabel = "HOME",
        description =
            "A home into which the new tables were installed; what they say is compared with"
                + " --home.")
    @Nullable Path tables;
  }

  @Option(
      names = "--served-from",
      paramLabel = "DAY",
      description =
          "With --tables: play earlier claims as if served from this day on, the first of the new"
              + " tables.")
  @Nullable LocalDate servedFrom;

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

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
    var past = new PastClaims();
    for (Path file : X12Input.files(remits)) {
      try (InputStream in = X12Input.open(file)) {
        X12Reader.claimPayments(in, X12Input.name(file), this::count, past::add);
      }
    }
    if (draft.tables != null) return replayTables(past, draft.tables);
    var read = RuleFolder.read(draft.rules == null ? Path.of(".") : draft.rules);
    var replay = Replay.of(PayerRules.of(read.rules()));
    play(past, replay::add);
    if (isJson) printJson(Map.of("report", replay.report()), past);
    else print(replay.report(), past);
    return read.refusals().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private int replayTables(PastClaims past, Path home) throws IOException {
    var present = scrubber(store.store());
    var coming = scrubber(CodeStoreOptions.at(home));
    var tables =
        servedFrom == null
            ? NewTables.on(present, coming)
            : NewTables.from(present, coming, servedFrom);
    var added = Replay.of(tables::added);
    var dropped = Replay.of(tables::dropped);
    play(
        past,
        claim -> {
          added.add(claim);
          dropped.add(claim);
        });
    if (isJson) {
      printJson(Map.of("added", added.report(), "dropped", dropped.report()), past);
    } else {
      System.out.println("What only the new tables say");
      print(added.report(), past);
      System.out.println();
      System.out.println("What the new tables say no longer");
      print(dropped.report(), past);
    }
    return Main.DONE;
  }

  private static Scrubber scrubber(CodeStore store) throws IOException {
    CodeSets codeSets = store.open();
    return Scrubber.of(codeSets, NcciTables.of(codeSets));
  }

  private void play(PastClaims past, Consumer<PastClaim> replay) throws IOException {
    for (Path file : X12Input.files(claims)) {
      try (InputStream in = X12Input.open(file)) {
        X12Reader.submittedClaims(
            in,
            X12Input.name(file),
            this::count,
            claim -> past.match(claim).ifPresentOrElse(replay, () -> undecided++));
      }
    }
    if (faults > 0) {
      System.err.printf("The files have %,d errors; see x12 check.%n", faults);
    }
  }

  private void count(Fault fault) {
    if (fault.isError()) faults++;
  }

  private void printJson(Map<String, ReplayReport> reports, PastClaims past) {
    Map<String, Object> map = new LinkedHashMap<>(reports);
    map.put("claimsWithoutDecision", undecided);
    map.put("decisionsWithoutClaim", past.unmatched());
    System.out.println(OutwardJson.mapper().writeValueAsString(map));
  }

  private void print(ReplayReport report, PastClaims past) {
    count("Claims with a decision", report.claims());
    count("  in the scope of the rules", report.inScope());
    count("  without a day of submission", report.undated());
    count("Claims without a decision", undecided);
    count("Decisions without a claim", past.unmatched());
    count("Denied lines", report.denials());
    ReplayFigures all = report.all();
    count("Claims touched", all.touched());
    count("Denials prevented", all.prevented());
    money("  charged for them", all.preventedCharge());
    count("False holds", all.falseHolds());
    money("  paid for them", all.falselyHeld());
    count("Claims changed", all.changed());
    count("Denials that a change bears on", all.mended());
    money("  charged for them", all.mendedCharge());
    count("Changed, but paid as they were", all.changedThoughPaid());
    money("  paid for them", all.paidUnchanged());
    if (report.rules().isEmpty()) return;
    System.out.println();
    System.out.printf(
        "%-28s %8s %10s %12s %8s %12s %8s %8s %12s %8s%n",
        "Rule",
        "touched",
        "prevented",
        "charged",
        "held",
        "paid",
        "changed",
        "mended",
        "charged",
        "needless");
    for (var rule : report.rules()) {
      ReplayFigures figures = rule.figures();
      System.out.printf(
          "%-28s %,8d %,10d %12s %,8d %12s %,8d %,8d %12s %,8d%n",
          rule.rule(),
          figures.touched(),
          figures.prevented(),
          figures.preventedCharge(),
          figures.falseHolds(),
          figures.falselyHeld(),
          figures.changed(),
          figures.mended(),
          figures.mendedCharge(),
          figures.changedThoughPaid());
    }
  }

  private static void count(String what, int number) {
    System.out.printf("%-36s %,12d%n", what, number);
  }

  private static void money(String what, Money amount) {
    System.out.printf("%-36s %12s%n", what, amount);
  }
}
