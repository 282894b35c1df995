package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanclaim.app.claim.ClaimPartition.Part;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.edits.payerrule.RuleChange;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Freezes charges as new claims: the snapshots, changed by the payer rules in force, with their
/// links to the visits.
@Component
class ClaimFreezing {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final NewClaims newClaims;
  private final ClaimSources sources;
  private final ClaimDrafts drafts;
  private final ClaimAuthorizations authorizations;
  private final RuledClaims ruled;
  private final ClaimClocks clocks;
  private final ClaimNumbers numbers;
  private final Ledger ledger;

  ClaimFreezing(
      ClaimRecords records,
      ClaimUpdates updates,
      NewClaims newClaims,
      ClaimSources sources,
      ClaimDrafts drafts,
      ClaimAuthorizations authorizations,
      RuledClaims ruled,
      ClaimClocks clocks,
      ClaimNumbers numbers,
      Ledger ledger) {
    this.records = records;
    this.updates = updates;
    this.newClaims = newClaims;
    this.sources = sources;
    this.drafts = drafts;
    this.authorizations = authorizations;
    this.ruled = ruled;
    this.clocks = clocks;
    this.numbers = numbers;
    this.ledger = ledger;
  }

  /// What kind of claim is made.
  ///
  /// @param payerNumber the payer's number of the claim that it adds to; null for a first one
  /// @param isWhole it holds all charges of its one visit
  record Form(ClaimFrequency frequency, @Nullable String payerNumber, boolean isWhole) {
    static Form original(boolean isWhole) {
      return new Form(ClaimFrequency.ORIGINAL, null, isWhole);
    }
  }

  /// A claim that is wanted.
  ///
  /// @param paidTold the visits whose payments by the patient are on an earlier claim; those of
  ///   this one are added
  record Wanted(
      Part<ClaimKey> part, Coverage coverage, Payer payer, Form form, Set<EncounterId> paidTold) {
    private Encounter lead() {
      return part.lines().getFirst().visit();
    }
  }

  private record Bill(EncounterId lead, long coverage) {}

  /// Freezes claims.
  ///
  /// @return their ids, in their order
  List<ClaimId> freeze(List<Wanted> wanted) {
    if (wanted.isEmpty()) return List.of();
    boolean isBatch = wanted.stream().map(one -> one.lead().id()).distinct().count() > 1;
    var drawn =
        (isBatch ? numbers.ofBatch(wanted.size()) : numbers.ofBill(wanted.size())).iterator();
    var parts = new HashMap<Bill, Integer>();
    var drafts = new ArrayList<Claim>();
    var changes = new ArrayList<List<RuleChange>>();
    var claims = new ArrayList<NewClaims.NewClaim>();
    for (Wanted one : wanted) {
      var draft = draft(one, drawn.next());
      var applied = ruled.apply(draft);
      drafts.add(draft);
      changes.add(applied.changes());
      claims.add(
          new NewClaims.NewClaim(
              applied.claim(),
              applied.changes().isEmpty() ? null : draft,
              owner(one, parts),
              null));
    }
    var ids = newClaims.insert(claims);
    updates.note(
        IntStream.range(0, ids.size())
            .mapToObj(i -> created(ids.get(i), wanted.get(i).part().lines()))
            .toList());
    for (int i = 0; i < ids.size(); i++) {
      authorizations.tell(ids.get(i), wanted.get(i).lead(), drafts.get(i));
      ruled.tell(ids.get(i), changes.get(i));
    }
    clocks.frozen(records.all(ids.stream().map(ClaimId::value).toList()));
    return ids;
  }

  private Claim draft(Wanted one, ClaimControlNumber number) {
    var lines = one.part.lines();
    return drafts.of(
        lines,
        linked(one),
        !one.form.isWhole(),
        one.coverage,
        one.payer,
        new ClaimDrafts.Heading(
            number,
            one.form.frequency(),
            one.form.payerNumber(),
            authorizations.numbers(lines, one.payer, null),
            paid(lines, one.paidTold)));
  }

  private static List<ClaimSource> linked(Wanted one) {
    var lines = one.part.lines();
    return one.form.isWhole() ? whole(lines) : numbered(lines, List.of());
  }

  // Parts of one bill to a policy count on, also among those that are frozen together.
  private NewClaims.Owner owner(Wanted one, Map<Bill, Integer> parts) {
    var lead = one.lead();
    boolean isWhole = one.form.isWhole();
    int next =
        isWhole
            ? 1
            : parts.merge(
                new Bill(lead.id(), one.coverage.id()),
                sources.nextPart(lead.id(), one.coverage.id()),
                (last, first) -> last + 1);
    return new NewClaims.Owner(
        lead.id(),
        lead.patientId(),
        one.payer.id(),
        one.coverage.id(),
        lead.servedOn().plusDays(one.payer.timelyFilingDays()),
        next,
        isWhole ? List.of() : linked(one));
  }

  private static ClaimUpdates.Note created(ClaimId id, List<BillableLine> lines) {
    String visits = visitNumbers(lines);
    return new ClaimUpdates.Note(
        id,
        "Created",
        (visits.contains(",") ? "Frozen from visits " : "Frozen from visit ") + visits,
        "Scrub it",
        null);
  }

  private static String visitNumbers(List<BillableLine> lines) {
    return lines.stream()
        .map(BillableLine::visit)
        .map(Encounter::visitNumber)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// Lines numbered as the charges of their visit.
  static List<ClaimSource> whole(List<BillableLine> lines) {
    return lines.stream()
        .map(l -> new ClaimSource(l.chargeLine(), l.visit().id(), l.chargeLine(), l.amount()))
        .toList();
  }

  /// Lines numbered by themselves; those that the claim had before keep their number.
  static List<ClaimSource> numbered(List<BillableLine> lines, List<ClaimSource> before) {
    int last = before.stream().mapToInt(ClaimSource::line).max().orElse(0);
    var all = new ArrayList<ClaimSource>();
    for (BillableLine l : lines) {
      var known =
          before.stream()
              .filter(s -> s.encounter().equals(l.visit().id()) && s.chargeLine() == l.chargeLine())
              .findFirst();
      int line = known.isPresent() ? known.get().line() : ++last;
      all.add(new ClaimSource(line, l.visit().id(), l.chargeLine(), l.amount()));
    }
    return all;
  }

  /// What the patient has paid for the visits and is held for them, each visit once; null for
  /// nothing (AMT F5).
  @Nullable Money paid(List<BillableLine> lines, Set<EncounterId> told) {
    Money paid = Money.ZERO;
    for (BillableLine line : lines) {
      var visit = line.visit().id();
      if (told.add(visit)) paid = paid.plus(ledger.heldForVisit(visit.value()));
    }
    return paid.isPositive() ? paid : null;
  }
}
