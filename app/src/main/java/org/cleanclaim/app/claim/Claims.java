package org.cleanclaim.app.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Bills encounters and keeps the claims' states.
@Component
@Transactional
public class Claims {
  /// What the timeline calls that a claim was written into a file for its payer.
  public static final String SENT = "Sent";

  /// The same of a test file.
  static final String SENT_AS_TEST = "Sent as a test";

  private static final String AFTER_TEST = "Send it live: a test is not filed";

  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final FindingRecords findings;
  private final ClaimBilling billing;
  private final ClaimRebuild rebuilding;
  private final ClaimScrubbing scrubbing;
  private final ClaimReceivables receivables;
  private final ClaimClocks clocks;
  private final CorrectionTakeover takeover;
  private final FileExchange files;

  Claims(
      ClaimRecords records,
      ClaimUpdates updates,
      FindingRecords findings,
      ClaimBilling billing,
      ClaimRebuild rebuilding,
      ClaimScrubbing scrubbing,
      ClaimReceivables receivables,
      ClaimClocks clocks,
      CorrectionTakeover takeover,
      FileExchange files) {
    this.records = records;
    this.updates = updates;
    this.findings = findings;
    this.billing = billing;
    this.rebuilding = rebuilding;
    this.scrubbing = scrubbing;
    this.receivables = receivables;
    this.clocks = clocks;
    this.takeover = takeover;
    this.files = files;
  }

  /// Bills an encounter to the primary payer of its day, or to the patient when there is none. An
  /// encounter that has been billed keeps its claims.
  public CreateResult bill(EncounterId encounterId) {
    return billing.bill(encounterId);
  }

  /// Bills visits of a patient on one claim.
  ///
  /// @throws IllegalStateException saying which visits do not go together, and why
  public CreateResult billTogether(List<EncounterId> encounterIds) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return billing.billTogether(encounterIds);
  }

  /// Makes a new snapshot from the sources as they are now, for a claim that has not been sent or
  /// was rejected, and scrubs it again.
  public BilledClaim rebuild(ClaimId id, String reason) {
    return rebuilding.rebuild(id, reason);
  }

  /// Runs the edits; the claim is held while an error remains that nobody has overridden, or while
  /// the payer before owes a new decision, else ready.
  public BilledClaim scrub(ClaimId id) {
    return scrubbing.scrub(id);
  }

  /// Scrubs a claim that has not been sent. Where payer rules that were published in the meantime
  /// change it, it becomes a new revision first.
  ///
  /// @throws IllegalStateException when it has been sent
  public BilledClaim scrubAgain(UUID publicId) {
    return scrubbing.scrubAgain(publicId);
  }

  /// What the edits and the payer rules say about another snapshot of a claim; nothing is kept.
  @Transactional(readOnly = true)
  public List<Finding> check(BilledClaim claim, Claim snapshot) {
    return scrubbing.check(claim, snapshot);
  }

  /// What is ready and waits for somebody to send it, payer by payer.
  @Transactional(readOnly = true)
  public List<ReadyClaims> waiting() {
    return records.waiting();
  }

  /// The ready claims of a payer, locked for sending.
  public List<BilledClaim> ready(long payerId) {
    return records.ready(payerId);
  }

  /// The file with the claims has gone out: from now on the payer owes them. What a correction is
  /// owed moves to it when the payer has taken it. A test changes nothing but the timeline: payers
  /// adjudicate no test file (ISA15), so that the claim stays to be sent and its clock runs on.
  ///
  /// @param claims as they were locked for sending
  public void sent(List<BilledClaim> claims, long fileId, String interchangeControlNumber) {
    String why = "In interchange " + interchangeControlNumber;
    if (files.isTest(fileId)) {
      updates.note(
          claims.stream()
              .map(c -> new ClaimUpdates.Note(c.id(), SENT_AS_TEST, why, AFTER_TEST, fileId))
              .toList());
      return;
    }
    receivables.book(claims.stream().filter(claim -> claim.correction() == null).toList());
    updates.move(
        claims.stream()
            .map(c -> new ClaimUpdates.Move(c.id(), ClaimStatus.SENT, SENT, why, fileId))
            .toList());
    claims.forEach(clocks::sent);
  }

  /// The file with the claim was accepted (999).
  ///
  /// @param errors that it was accepted with and that are about the claim, a sentence each
  public void fileAccepted(ClaimId id, List<String> errors, long fileId) {
    var claim = get(id);
    boolean hasErrors = !errors.isEmpty();
    String why =
        hasErrors
            ? "The 999 accepts its transaction with errors: " + String.join(" ", errors)
            : "The 999 accepts its transaction";
    if (isInTest(claim)) {
      updates.note(
          id, hasErrors ? "Test accepted with errors" : "Test accepted", why, AFTER_TEST, fileId);
    }
    if (claim.status() != ClaimStatus.SENT) return;
    updates.move(
        id,
        ClaimStatus.ACCEPTED,
        hasErrors ? "File accepted with errors" : "File accepted",
        why,
        fileId);
  }

  /// The claim cannot be adjudicated: refused by TA1, 999 or 277CA.
  public void rejected(ClaimId id, String why, long fileId) {
    var claim = get(id);
    if (isPast(claim)) {
      tellLate(claim, why, fileId);
      return;
    }
    if (isInTest(claim)) {
      updates.note(id, "Test refused", why, "Mend it before it is sent live", fileId);
      return;
    }
    if (claim.status() == ClaimStatus.ADJUDICATED || claim.status() == ClaimStatus.REJECTED) return;
    updates.move(id, ClaimStatus.REJECTED, "Rejected", why, fileId);
    clocks.rejected(claim, why);
  }

  /// Whether the last file that it went out in was a test, and nothing has come of it since.
  private boolean isInTest(BilledClaim claim) {
    return claim.status().isScrubbable()
        && records.timeline(claim.id()).stream()
            .map(ClaimEvent::what)
            .filter(what -> what.equals(SENT) || what.equals(SENT_AS_TEST))
            .reduce((first, last) -> last)
            .equals(Optional.of(SENT_AS_TEST));
  }

  /// Whether another claim stands in its place, so that no answer moves it any more.
  private static boolean isPast(BilledClaim claim) {
    return claim.status() == ClaimStatus.REPLACED || claim.status() == ClaimStatus.VOIDED;
  }

  private void tellLate(BilledClaim claim, String answer, long fileId) {
    updates.note(
        claim.id(),
        "Answer after its correction",
        answer,
        "Follow the claim that stands in its place",
        fileId);
  }

  /// A ready claim could not be written as its guide wants it: it is held until it is mended.
  public void refused(ClaimId id, String why) {
    if (get(id).status() == ClaimStatus.READY) {
      updates.move(id, ClaimStatus.HELD, "Held", why, null);
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
    if (isInTest(claim)) {
      updates.note(id, "Test accepted", why, AFTER_TEST, fileId);
    } else if (claim.status().isScrubbable()) {
      updates.note(
          id,
          "Answer to an earlier sending",
          why,
          "Ask the payer where it stands before it is sent again",
          fileId);
    }
    if (claim.status() != ClaimStatus.SENT && claim.status() != ClaimStatus.ACCEPTED) return;
    keepNumber(claim, payerClaimControlNumber);
    updates.move(id, ClaimStatus.AT_PAYER, "At payer", why, fileId);
    clocks.accepted(claim, why);
    takeover.taken(claim, fileId);
  }

  private void keepNumber(BilledClaim claim, @Nullable String payerClaimControlNumber) {
    if (payerClaimControlNumber == null) return;
    updates.keepPayerNumber(claim.id(), payerClaimControlNumber);
    takeover
        .numbered(claim.id(), payerClaimControlNumber)
        .ifPresent(later -> scrubbing.scrub(later.id()));
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
    updates.move(id, ClaimStatus.ADJUDICATED, "Adjudicated", why, fileId);
    clocks.adjudicated(claim, why);
    takeover.taken(claim, fileId);
    takeover.answered(claim);
  }

  /// An answer about a claim that moves it nowhere, with its file.
  public void answered(ClaimId id, String what, String why, long fileId) {
    updates.note(id, what, why, null, fileId);
  }

  public void note(ClaimId id, String what, String why) {
    updates.note(id, what, why, null, null);
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
    return records.ofVisit(encounter).stream().findFirst();
  }

  /// The claims to the first payer that stand and hold the visit or some of it.
  @Transactional(readOnly = true)
  public List<BilledClaim> ofVisit(EncounterId encounter) {
    return records.ofVisit(encounter);
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

  /// The name of a status in a web address: `at-payer`.
  static String slug(ClaimStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
