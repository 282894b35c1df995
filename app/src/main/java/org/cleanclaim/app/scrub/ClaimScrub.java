package org.cleanclaim.app.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cleanclaim.app.scrub.Scrubbed.Look;
import org.cleanclaim.edits.CoveragePolicies;
import org.cleanclaim.edits.OtherServices;
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
///
/// Files are read twice: what claims of one patient say of each other hangs on claims that may come
/// later, and is told in a second reading. So the order of claims makes no difference.
public final class ClaimScrub implements AutoCloseable {
  private static final int BATCH = 200;
  private static final int UNDER_WAY = 6;

  /// A claim with what came before, or a finding about the file.
  ///
  /// @param isOpen whether the first look left something unsaid
  /// @param position the claim's place in its file
  /// @param overall its place among the claims of all files
  private record Part(
      Look look,
      boolean isOpen,
      int position,
      int overall,
      @Nullable Claim claim,
      List<Claim> history,
      @Nullable Finding fault) {}

  private final Scrubber scrubber;
  private final PayerRules rules;
  private final Function<Claim, CoveragePolicies> policies;
  private final LocalDate asOf;
  private final Consumer<Scrubbed> receiver;
  private final ExecutorService workers;
  private final ClaimHistory history = new ClaimHistory();
  private final FileServices services = new FileServices();
  private final ArrayDeque<Future<List<Scrubbed>>> underWay = new ArrayDeque<>();
  private List<Part> batch = new ArrayList<>(BATCH);

  // By their places among the claims of all files.
  private final BitSet found = new BitSet();
  private final BitSet open = new BitSet();

  private int position;
  private int overall;
  private int overallAgain;

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

  /// Scrubs all claims of a file: 837 of any kind, or FHIR R4 JSON (a claim, a bundle, or resources
  /// a line each).
  ///
  /// @return how many claims there were
  public int scrub(InputStream in, String fileName) throws IOException {
    position = 0;
    try {
      ClaimFiles.read(ClaimFiles.buffered(in), fileName, this::fault, this::claim);
    } finally {
      sendAll();
    }
    return position;
  }

  /// Whether something is left to be told that takes a second reading of all files.
  public boolean needsSecondReading() {
    return services.areShared() || !open.isEmpty() || services.isFull();
  }

  /// The second reading of a file, after the first of all files and in the same order: what claims
  /// say of each other.
  public void scrubAgain(InputStream in, String fileName) throws IOException {
    position = 0;
    if (services.isFull() && overallAgain == 0) fault(tooMany());
    try {
      ClaimFiles.read(ClaimFiles.buffered(in), fileName, _ -> {}, this::claimAgain);
    } finally {
      sendAll();
    }
  }

  private void sendAll() {
    send();
    while (!underWay.isEmpty()) tell();
  }

  private static Finding tooMany() {
    return Rule.FAMILY_FAILED.at(
        Place.WHOLE,
        ("The files hold more services than can be compared with each other (%,d in all, %,d of one"
                + " patient in a month).")
            .formatted(FileServices.MOST_SERVICES, FileServices.MOST_OF_A_MONTH),
        "Scrub them in parts, all claims of a patient in one.");
  }

  private void claim(Claim claim) {
    services.add(claim);
    add(new Part(Look.FIRST, false, ++position, ++overall, claim, history.before(claim), null));
  }

  private void claimAgain(Claim claim) {
    position++;
    overallAgain++;
    if (!services.isShared(overallAgain) && !open.get(overallAgain)) return;
    Look look = found.get(overallAgain) ? Look.SECOND_OF_FOUND : Look.SECOND;
    boolean isOpen = open.get(overallAgain);
    add(new Part(look, isOpen, position, overallAgain, claim, List.of(), null));
  }

  private void fault(Finding finding) {
    add(new Part(Look.FIRST, false, 0, 0, null, List.of(), finding));
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
      return new Scrubbed(null, 0, faults, List.of(), List.of(), Look.FIRST);
    }
    return part.look() == Look.FIRST ? first(claim, part) : again(claim, part);
  }

  private Scrubbed first(Claim claim, Part part) {
    RuleOutcome outcome = ruled(claim);
    var context =
        ScrubContext.asOf(asOf)
            .withHistory(part.history())
            .withCoveragePolicies(policies.apply(outcome.claim()));
    var first = scrubber.firstLook(outcome.claim(), context);
    var findings = new ArrayList<>(first.findings());
    findings.addAll(outcome.findings());
    note(part.overall(), !findings.isEmpty(), first.isOpen());
    return new Scrubbed(
        claim.controlNumber().value(),
        part.position(),
        findings,
        outcome.changes(),
        outcome.tags(),
        Look.FIRST);
  }

  private Scrubbed again(Claim claim, Part part) {
    OtherServices others = services.of(claim, part.overall());
    List<Finding> findings = List.of();
    if (part.isOpen() || scrubber.isConcerned(claim, others)) {
      var context = ScrubContext.asOf(asOf).withOtherServices(others);
      findings = scrubber.secondLook(ruled(claim).claim(), context);
    }
    return new Scrubbed(
        claim.controlNumber().value(),
        part.position(),
        findings,
        List.of(),
        List.of(),
        part.look());
  }

  private RuleOutcome ruled(Claim claim) {
    try {
      return rules.apply(claim, asOf);
    } catch (RuntimeException e) {
      return unruled(claim, e);
    }
  }

  private synchronized void note(int claim, boolean isFound, boolean isOpen) {
    if (isFound) found.set(claim);
    if (isOpen) open.set(claim);
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
