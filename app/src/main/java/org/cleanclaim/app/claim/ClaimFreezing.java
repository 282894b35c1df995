package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimPartition.Part;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Freezes charges as a new claim: the snapshot, changed by the payer rules in force, with its
/// links to the visits.
@Component
class ClaimFreezing {
  private final ClaimRecords records;
  private final ClaimSources sources;
  private final ClaimDrafts drafts;
  private final ClaimAuthorizations authorizations;
  private final RuledClaims ruled;
  private final ClaimClocks clocks;
  private final FileExchange files;
  private final Ledger ledger;
  private final AuditTrail audit;

  ClaimFreezing(
      ClaimRecords records,
      ClaimSources sources,
      ClaimDrafts drafts,
      ClaimAuthorizations authorizations,
      RuledClaims ruled,
      ClaimClocks clocks,
      FileExchange files,
      Ledger ledger,
      AuditTrail audit) {
    this.records = records;
    this.sources = sources;
    this.drafts = drafts;
    this.authorizations = authorizations;
    this.ruled = ruled;
    this.clocks = clocks;
    this.files = files;
    this.ledger = ledger;
    this.audit = audit;
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

  /// @param paidTold the visits whose payments by the patient are on an earlier claim; those of
  ///   this one are added
  ClaimId freeze(
      Part<ClaimKey> part, Coverage coverage, Payer payer, Form form, Set<EncounterId> paidTold) {
    boolean isWhole = form.isWhole();
    var lines = part.lines();
    var lead = lines.getFirst().visit();
    var linked = isWhole ? whole(lines) : numbered(lines, List.of());
    var number = new ClaimControlNumber("CC%06d".formatted(files.nextNumber("claim")));
    var numbers = authorizations.numbers(lines, payer, null);
    var draft =
        drafts.of(
            lines,
            linked,
            !isWhole,
            coverage,
            payer,
            new ClaimDrafts.Heading(
                number, form.frequency(), form.payerNumber(), numbers, paid(lines, paidTold)));
    var applied = ruled.apply(draft);
    int next = isWhole ? 1 : sources.nextPart(lead.id(), coverage.id());
    var id =
        records.insert(
            applied.claim(),
            applied.changes().isEmpty() ? null : draft,
            new ClaimRecords.Owner(
                lead.id(),
                lead.patientId(),
                payer.id(),
                coverage.id(),
                lead.servedOn().plusDays(payer.timelyFilingDays()),
                next,
                isWhole ? List.of() : linked),
            null);
    String visits = visitNumbers(lines);
    records.note(
        id,
        "Created",
        (visits.contains(",") ? "Frozen from visits " : "Frozen from visit ") + visits,
        "Scrub it",
        null);
    authorizations.tell(id, lead, draft);
    ruled.tell(id, applied.changes());
    clocks.frozen(records.find(id).orElseThrow());
    audit.record("created", "claim", id, lead.patientId().value(), null);
    return id;
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
