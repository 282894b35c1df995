package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Bills encounters and keeps the claims' states.
@Component
@Transactional
public class Claims {
  private final ClaimRecords records;
  private final FindingRecords findings;
  private final ClaimChanges changes;
  private final Organizations organizations;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final Encounters encounters;
  private final Charts charts;
  private final Charges charges;
  private final FacilityCharges facility;
  private final HospitalStays stays;
  private final StayDrg drg;
  private final Ledger ledger;
  private final FileExchange files;
  private final ClaimScrub scrub;
  private final RuledClaims ruled;
  private final ClaimAuthorizations authorizations;
  private final ClaimClocks clocks;
  private final CorrectionTakeover takeover;
  private final AuditTrail audit;

  Claims(
      ClaimRecords records,
      FindingRecords findings,
      ClaimChanges changes,
      Organizations organizations,
      Patients patients,
      Coverages coverages,
      Payers payers,
      Encounters encounters,
      Charts charts,
      Charges charges,
      FacilityCharges facility,
      HospitalStays stays,
      StayDrg drg,
      Ledger ledger,
      FileExchange files,
      ClaimScrub scrub,
      RuledClaims ruled,
      ClaimAuthorizations authorizations,
      ClaimClocks clocks,
      CorrectionTakeover takeover,
      AuditTrail audit) {
    this.records = records;
    this.findings = findings;
    this.changes = changes;
    this.organizations = organizations;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.encounters = encounters;
    this.charts = charts;
    this.charges = charges;
    this.facility = facility;
    this.stays = stays;
    this.drg = drg;
    this.ledger = ledger;
    this.files = files;
    this.scrub = scrub;
    this.ruled = ruled;
    this.authorizations = authorizations;
    this.clocks = clocks;
    this.takeover = takeover;
    this.audit = audit;
  }

  /// Bills an encounter to the primary payer of its day, or to the patient when there is none. An
  /// encounter that has been billed keeps its claim.
  public CreateResult bill(EncounterId encounterId) {
    var existing = records.ofEncounter(encounterId);
    if (existing.isPresent()) return new CreateResult.Created(existing.get());
    var encounter = encounters.get(encounterId);
    var amounts = amounts(encounterId);
    var missing = missing(encounter, amounts);
    if (missing.isPresent()) return new CreateResult.NotBillable(missing.get());
    var coverage = coverages.primary(encounter.patientId(), encounter.servedOn());
    if (coverage.isEmpty()) {
      billPatient(encounter, amounts);
      return new CreateResult.SelfPay();
    }
    var number = new ClaimControlNumber("CC%06d".formatted(files.nextNumber("claim")));
    var payer = payers.get(coverage.get().payerId());
    var draft =
        draft(encounter, coverage.get(), payer, number, ClaimFrequency.ORIGINAL, null, null);
    var applied = ruled.apply(draft);
    var id =
        records.insert(
            applied.claim(),
            applied.changes().isEmpty() ? null : draft,
            encounterId,
            encounter.patientId(),
            payer.id(),
            coverage.get().id(),
            fileBy(encounter, payer),
            null);
    records.note(id, "Created", "Frozen from visit " + encounter.visitNumber(), "Scrub it", null);
    authorizations.tell(id, encounter, draft);
    ruled.tell(id, applied.changes());
    clocks.frozen(get(id));
    audit.record("created", "claim", id, encounter.patientId().value(), null);
    return new CreateResult.Created(scrubWithOthers(id));
  }

  /// Makes a new snapshot from the sources as they are now, for a claim that has not been sent or
  /// was rejected, and scrubs it again.
  public BilledClaim rebuild(ClaimId id, String reason) {
    // Held, so that it cannot go out meanwhile.
    var claim = records.lock(get(id).publicId()).orElseThrow();
    if (claim.following() != null) {
      throw new IllegalStateException(
          "The claim follows the decision of the payer before, so it is not made from the visit"
              + " again. Change it, or correct the policy and have the payer before decide again.");
    }
    if (!claim.status().isChangeable()) {
      throw new IllegalStateException(
          "a claim that is " + claim.status() + " is changed by a replacement claim");
    }
    var encounter = encounters.get(claim.encounterId());
    var coverage =
        (claim.correction() == null
                ? coverages.primary(encounter.patientId(), encounter.servedOn())
                : Optional.<Coverage>empty())
            .orElseGet(() -> coverages.get(claim.coverageId(), encounter.servedOn()));
    var payer = payers.get(coverage.payerId());
    var draft =
        draft(
            encounter,
            coverage,
            payer,
            claim.snapshot().controlNumber(),
            claim.snapshot().frequency(),
            claim.snapshot().payerClaimControlNumber(),
            id);
    var applied = ruled.apply(draft);
    var repeated = changes.repeat(id, applied.claim());
    records.revise(
        claim,
        repeated.claim(),
        applied.changes().isEmpty() ? null : changes.repeat(id, draft).claim(),
        payer.id(),
        coverage.id(),
        claim.correction() == null
            ? repeated
                .claim()
                .servedFrom()
                .orElse(encounter.servedOn())
                .plusDays(payer.timelyFilingDays())
            : claim.fileBy());
    records.note(id, "Revised", reason, "Scrub it", null);
    clocks.frozen(get(id));
    ruled.tell(id, applied.changes());
    if (!repeated.notes().isEmpty()) {
      records.note(
          id, "Changed", "Made again: " + String.join("; ", repeated.notes()), "Scrub it", null);
    }
    if (!repeated.left().isEmpty()) {
      records.note(
          id,
          "Changed",
          "Not made again, since what it replaced is not so any more: "
              + String.join("; ", repeated.left()),
          "Scrub it",
          null);
    }
    audit.record("revised", "claim", id, claim.patientId().value(), reason);
    return scrubWithOthers(id);
  }

  /// Runs the edits; the claim is held while an error remains that nobody has overridden, else
  /// ready.
  public BilledClaim scrub(ClaimId id) {
    var claim = get(id);
    if (claim.correction() == Correction.VOID) {
      records.move(id, ClaimStatus.READY, "Ready", "It repeats the claim that it voids", null);
      return get(id);
    }
    authorizations.keep(claim);
    int errors = findings.keep(claim, scrub.findings(claim));
    if (errors == 0) {
      records.move(id, ClaimStatus.READY, "Ready", "The scrub found nothing to hold it", null);
    } else {
      records.move(
          id,
          ClaimStatus.HELD,
          "Held",
          "The scrub found " + errors + (errors == 1 ? " error" : " errors"),
          null);
    }
    return get(id);
  }

  // What two claims have in common, a pair of codes, units of a day, a duplicate, is found on both:
  // those of the patient that have not been sent are looked at again.
  private BilledClaim scrubWithOthers(ClaimId id) {
    var scrubbed = scrub(id);
    for (BilledClaim other : records.ofPatient(scrubbed.patientId())) {
      if (other.id().equals(id) || !other.status().isScrubbable()) continue;
      boolean isClean = findings.keep(other, scrub.findings(other)) == 0;
      if (isClean == (other.status() == ClaimStatus.READY)) continue;
      if (!records.lock(other.publicId()).orElseThrow().status().isScrubbable()) continue;
      records.move(
          other.id(),
          isClean ? ClaimStatus.READY : ClaimStatus.HELD,
          isClean ? "Ready" : "Held",
          "Scrubbed again beside claim " + scrubbed.controlNumber(),
          null);
    }
    return scrubbed;
  }

  /// Scrubs a claim that has not been sent. Where payer rules that were published in the meantime
  /// change it, it becomes a new revision first.
  ///
  /// @throws IllegalStateException when it has been sent
  public BilledClaim scrubAgain(UUID publicId) {
    var claim = records.lock(publicId).orElseThrow();
    if (!claim.status().isScrubbable()) {
      throw new IllegalStateException(
          "The claim is %s; only one that has not been sent is scrubbed."
              .formatted(claim.status().title().toLowerCase(Locale.ROOT)));
    }
    audit.record("scrubbed", "claim", claim.id(), claim.patientId().value(), null);
    changeByRules(claim);
    return scrub(claim.id());
  }

  private void changeByRules(BilledClaim claim) {
    var applied = ruled.apply(claim.snapshot());
    if (applied.changes().isEmpty()) return;
    records.revise(
        claim,
        applied.claim(),
        records.draft(claim.id()).orElse(claim.snapshot()),
        claim.payerId(),
        claim.coverageId(),
        claim.fileBy());
    ruled.tell(claim.id(), applied.changes());
  }

  /// What the edits and the payer rules say about another snapshot of a claim; nothing is kept.
  @Transactional(readOnly = true)
  public List<Finding> check(BilledClaim claim, Claim snapshot) {
    return scrub.findings(claim, snapshot);
  }

  /// The ready claims of a payer, locked for sending.
  public List<BilledClaim> ready(long payerId) {
    return records.ready(payerId);
  }

  /// The file with the claim has gone out: from now on the payer owes it. What a correction is owed
  /// moves to it when the payer has taken it.
  public void sent(ClaimId id, long fileId, String interchangeControlNumber) {
    var claim = get(id);
    if (claim.correction() == null) bookReceivable(claim);
    records.move(
        id, ClaimStatus.SENT, "Sent", "In interchange " + interchangeControlNumber, fileId);
    clocks.sent(claim);
  }

  /// The payer owes the claim without that we sent it.
  void book(ClaimId id) {
    bookReceivable(get(id));
  }

  /// The file with the claim was accepted (999).
  public void fileAccepted(ClaimId id, long fileId) {
    if (get(id).status() != ClaimStatus.SENT) return;
    records.move(
        id, ClaimStatus.ACCEPTED, "File accepted", "The 999 accepts its transaction", fileId);
  }

  /// The claim cannot be adjudicated: refused by TA1, 999 or 277CA.
  public void rejected(ClaimId id, String why, long fileId) {
    var claim = get(id);
    if (isPast(claim)) {
      tellLate(claim, why, fileId);
      return;
    }
    if (claim.status() == ClaimStatus.ADJUDICATED || claim.status() == ClaimStatus.REJECTED) return;
    records.move(id, ClaimStatus.REJECTED, "Rejected", why, fileId);
    clocks.rejected(claim, why);
  }

  /// Whether another claim stands in its place, so that no answer moves it any more.
  private static boolean isPast(BilledClaim claim) {
    return claim.status() == ClaimStatus.REPLACED || claim.status() == ClaimStatus.VOIDED;
  }

  private void tellLate(BilledClaim claim, String answer, long fileId) {
    records.note(
        claim.id(),
        "Answer after its correction",
        answer,
        "Follow the claim that stands in its place",
        fileId);
  }

  /// A ready claim could not be written as its guide wants it: it is held until it is mended.
  public void refused(ClaimId id, String why) {
    if (get(id).status() == ClaimStatus.READY) {
      records.move(id, ClaimStatus.HELD, "Held", why, null);
    }
  }

  /// The payer has taken the claim for adjudication (277CA).
  public void acceptedByPayer(ClaimId id, @Nullable String payerClaimControlNumber, long fileId) {
    var claim = get(id);
    String why =
        payerClaimControlNumber == null
            ? "The 277CA accepts it"
            : "The 277CA accepts it as " + payerClaimControlNumber;
    if (isPast(claim)) tellLate(claim, why, fileId);
    if (claim.status() != ClaimStatus.SENT && claim.status() != ClaimStatus.ACCEPTED) return;
    keepNumber(claim, payerClaimControlNumber);
    records.move(id, ClaimStatus.AT_PAYER, "At payer", why, fileId);
    clocks.accepted(claim, why);
    takeover.taken(claim, fileId);
  }

  private void keepNumber(BilledClaim claim, @Nullable String payerClaimControlNumber) {
    if (payerClaimControlNumber == null) return;
    records.keepPayerNumber(claim.id(), payerClaimControlNumber);
    takeover.numbered(claim.id(), payerClaimControlNumber).ifPresent(later -> scrub(later.id()));
  }

  /// The payer has decided (835). The answer to a claim that does not stand any more is told and
  /// changes no state.
  public void adjudicated(
      ClaimId id, String why, @Nullable String payerClaimControlNumber, long fileId) {
    var claim = get(id);
    keepNumber(claim, payerClaimControlNumber);
    if (isPast(claim)) {
      tellLate(claim, why, fileId);
      return;
    }
    records.move(id, ClaimStatus.ADJUDICATED, "Adjudicated", why, fileId);
    clocks.adjudicated(claim, why);
    takeover.taken(claim, fileId);
    takeover.answered(claim);
  }

  public void note(ClaimId id, String what, String why) {
    records.note(id, what, why, null, null);
  }

  @Transactional(readOnly = true)
  public BilledClaim get(ClaimId id) {
    return records.find(id).orElseThrow();
  }

  @Transactional(readOnly = true)
  public Optional<BilledClaim> find(UUID publicId) {
    return records.find(publicId);
  }

  @Transactional(readOnly = true)
  public Optional<BilledClaim> findByControlNumber(String controlNumber) {
    return records.find(controlNumber.strip());
  }

  @Transactional(readOnly = true)
  public Optional<BilledClaim> findByPayerNumber(String payerClaimControlNumber) {
    return records.findByPayerNumber(payerClaimControlNumber.strip());
  }

  @Transactional(readOnly = true)
  public Optional<BilledClaim> ofEncounter(EncounterId encounter) {
    return records.ofEncounter(encounter);
  }

  @Transactional(readOnly = true)
  public List<BilledClaim> ofPatient(PatientId patient) {
    return records.ofPatient(patient);
  }

  @Transactional(readOnly = true)
  public List<ShownFinding> findings(ClaimId id) {
    return findings.ofClaim(id);
  }

  @Transactional(readOnly = true)
  public List<ClaimEvent> timeline(ClaimId id) {
    return records.timeline(id);
  }

  // What each line of a visit costs, of a practice or a hospital.
  private SortedMap<Integer, Money> amounts(EncounterId encounter) {
    var amounts = new TreeMap<Integer, Money>();
    if (stays.find(encounter).isPresent()) {
      facility.ofEncounter(encounter).forEach(c -> amounts.put(c.line(), c.amount()));
    } else {
      charges.ofEncounter(encounter).forEach(c -> amounts.put(c.line(), c.amount()));
    }
    return amounts;
  }

  private Optional<String> missing(Encounter encounter, SortedMap<Integer, Money> lines) {
    var chart = charts.find(encounter.id());
    if (chart.isEmpty() || chart.get().status() != Chart.Status.FINAL_CODED) {
      return Optional.of(
          "The codes of visit %s are not final. Finalize its chart first."
              .formatted(encounter.visitNumber()));
    }
    if (lines.isEmpty()) {
      return Optional.of(
          "Visit %s has no charges. Capture them first.".formatted(encounter.visitNumber()));
    }
    return Optional.empty();
  }

  private Claim draft(
      Encounter encounter,
      Coverage coverage,
      Payer payer,
      ClaimControlNumber number,
      ClaimFrequency frequency,
      @Nullable String payerNumber,
      @Nullable ClaimId made) {
    var lines = charges.ofEncounter(encounter.id());
    var professional =
        professional(encounter, coverage, payer, number, frequency, payerNumber, made, lines);
    return stays
        .find(encounter.id())
        .map(stay -> institutional(professional, stay))
        .orElse(professional);
  }

  private Claim institutional(Claim common, HospitalStay stay) {
    var claim =
        new InstitutionalBuilder(
                stay,
                charts.get(stay.encounterId()).codes(),
                facility.ofEncounter(stay.encounterId()))
            .build(common);
    boolean isGrouped = stay.isInpatient() && stay.dischargedOn() != null;
    return isGrouped
        ? drg.of(claim, Objects.requireNonNull(stay.dischargedOn()))
            .map(code -> ClaimCopies.informationCode(claim, code))
            .orElse(claim)
        : claim;
  }

  private Claim professional(
      Encounter encounter,
      Coverage coverage,
      Payer payer,
      ClaimControlNumber number,
      ClaimFrequency frequency,
      @Nullable String payerNumber,
      @Nullable ClaimId made,
      List<Charge> lines) {
    return new ClaimBuilder(
            organizations.current(),
            patients.get(encounter.patientId()),
            coverage,
            payer,
            encounter)
        .build(
            number,
            frequency,
            payerNumber,
            authorizations.numbers(encounter, payer, lines, made),
            charts.diagnoses(encounter.id()),
            lines,
            others(encounter, coverage));
  }

  // The patient's further policies of the day, which each payer has to know of.
  private List<OtherCoverage> others(Encounter encounter, Coverage coverage) {
    var others = new ArrayList<OtherCoverage>();
    for (var next = coverages.next(coverage, encounter.servedOn());
        next.isPresent();
        next = coverages.next(next.get(), encounter.servedOn())) {
      others.add(
          new ClaimBuilder(
                  organizations.current(),
                  patients.get(encounter.patientId()),
                  next.get(),
                  payers.get(next.get().payerId()),
                  encounter)
              .asOther());
    }
    return others;
  }

  // Charges leave "unbilled" once, on the first sending; a claim sent again after a rejection is
  // owed already.
  private void bookReceivable(BilledClaim claim) {
    var booked = ledger.claimBalance(claim.id().value());
    var difference = claim.owed().minus(booked);
    if (difference.isZero()) return;
    ledger.post(
        PostingDraft.of(
                "BILLED",
                "Billed to " + claim.snapshot().payer().name(),
                "claim " + claim.controlNumber(),
                "billed-" + claim.id() + "-" + claim.revision(),
                claim.servedFrom())
            .about(
                claim.patientId().value(),
                claim.encounterId().value(),
                claim.id().value(),
                claim.payerId())
            .debit(Account.INSURANCE_RECEIVABLE, difference, null, "billed")
            .credit(Account.UNBILLED, difference, null, "billed")
            .build());
  }

  private void billPatient(Encounter encounter, SortedMap<Integer, Money> lines) {
    var draft =
        PostingDraft.of(
                "BILLED",
                "No coverage on the day of service: the patient pays",
                "visit " + encounter.visitNumber(),
                "self-pay-" + encounter.id(),
                encounter.servedOn())
            .about(encounter.patientId().value(), encounter.id().value(), null, null);
    lines.forEach((line, amount) -> {
      draft.debit(Account.PATIENT_RECEIVABLE, amount, line, "self-pay");
      draft.credit(Account.UNBILLED, amount, line, "self-pay");
    });
    ledger.post(draft.build());
    audit.record(
        "billed to patient", "encounter", encounter.id(), encounter.patientId().value(), null);
  }

  private static LocalDate fileBy(Encounter encounter, Payer payer) {
    return encounter.servedOn().plusDays(payer.timelyFilingDays());
  }

  /// The name of a status in a web address: `at-payer`.
  static String slug(ClaimStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
