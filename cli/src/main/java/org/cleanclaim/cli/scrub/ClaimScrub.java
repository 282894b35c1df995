package org.cleanclaim.cli.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cleanclaim.cli.claims.ClaimFiles;
import org.cleanclaim.edits.CoveragePolicies;
import org.cleanclaim.edits.Rule;
import org.cleanclaim.edits.ScrubContext;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.payerrule.PayerRules;
import org.cleanclaim.edits.payerrule.RuleOutcome;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;

/// Scrubs the claims of files. One thread reads and hands on batches, others scrub them; results
/// are told in the order of the file. Only a few batches are under way at a time, so that memory
/// does not grow with the file.
public final class ClaimScrub implements AutoCloseable {
  private static final int BATCH = 200;
  private static final int UNDER_WAY = 6;

  /// A claim with what came before, or a finding about the file.
  private record Part(
      int position, @Nullable Claim claim, List<Claim> history, @Nullable Finding fault) {}

  private final Scrubber scrubber;
  private final PayerRules rules;
  private final Function<Claim, CoveragePolicies> policies;
  private final LocalDate asOf;
  private final Consumer<Scrubbed> receiver;
  private final ExecutorService workers;
  private final ClaimHistory history = new ClaimHistory();
  private final ArrayDeque<Future<List<Scrubbed>>> underWay = new ArrayDeque<>();
  private List<Part> batch = new ArrayList<>(BATCH);
  private int position;

  /// @param policies the coverage policies that hold for a claim
  /// @param asOf today, for filing limits and days in the future
  /// @param threads how many scrub side by side
  public ClaimScrub(
      Scrubber scrubber,
      PayerRules rules,
      Function<Claim, CoveragePolicies> policies,
      LocalDate asOf,
      int threads,
      Consumer<Scrubbed> receiver) {
    this.scrubber = scrubber;
    this.rules = rules;
    this.policies = policies;
    this.asOf = asOf;
    this.receiver = receiver;
    this.workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("scrub-", 1).factory());
  }

  /// Scrubs all claims of a file: 837 of any kind, or FHIR R4 JSON.
  ///
  /// @return how many claims there were
  public int scrub(InputStream in, String fileName) throws IOException {
    position = 0;
    ClaimFiles.read(ClaimFiles.buffered(in), fileName, this::fault, this::claim);
    send();
    while (!underWay.isEmpty()) tell();
    return position;
  }

  private void claim(Claim claim) {
    add(new Part(++position, claim, history.before(claim), null));
  }

  private void fault(Finding finding) {
    add(new Part(0, null, List.of(), finding));
  }

  private void add(Part part) {
    batch.add(part);
    if (batch.size() == BATCH) send();
  }

  private void send() {
    if (batch.isEmpty()) return;
    List<Part> parts = batch;
    batch = new ArrayList<>(BATCH);
    underWay.addLast(workers.submit(() -> parts.stream().map(this::scrub).toList()));
    if (underWay.size() > UNDER_WAY) tell();
  }

  private Scrubbed scrub(Part part) {
    Claim claim = part.claim();
    if (claim == null) {
      List<Finding> faults = part.fault() == null ? List.of() : List.of(part.fault());
      return new Scrubbed(null, 0, faults, List.of(), List.of());
    }
    RuleOutcome outcome;
    try {
      outcome = rules.apply(claim, asOf);
    } catch (RuntimeException e) {
      outcome = unruled(claim, e);
    }
    var context =
        ScrubContext.asOf(asOf)
            .withHistory(part.history())
            .withCoveragePolicies(policies.apply(outcome.claim()));
    var findings = new ArrayList<>(scrubber.scrub(outcome.claim(), context));
    findings.addAll(outcome.findings());
    return new Scrubbed(
        claim.controlNumber().value(),
        part.position(),
        findings,
        outcome.changes(),
        outcome.tags());
  }

  /// The claim as it came, with a finding that says that the rules could not be asked. It names the
  /// kind of failure only: the message may hold what is in the claim.
  private static RuleOutcome unruled(Claim claim, RuntimeException e) {
    Finding finding =
        Rule.FAMILY_FAILED.at(
            Place.WHOLE,
            "The payer rules could not be asked (%s).".formatted(e.getClass().getSimpleName()),
            "Check the claim by hand for them and report the failure.");
    return new RuleOutcome(List.of(finding), List.of(), List.of(), claim, List.of());
  }

  private void tell() {
    try {
      underWay.removeFirst().get().forEach(receiver);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a claim could not be scrubbed", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
