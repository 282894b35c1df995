package org.cleanclaim.app.denial;

import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.Correction;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people decide about a case. The guardrails stand before every action.
@Component
@Transactional
public class DenialDesk {
  private final DenialRecords records;
  private final Denials denials;
  private final FactFinder facts;
  private final Claims claims;
  private final ClaimCorrections corrections;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Organizations organizations;

  DenialDesk(
      DenialRecords records,
      Denials denials,
      FactFinder facts,
      Claims claims,
      ClaimCorrections corrections,
      Ledger ledger,
      AuditTrail audit,
      Organizations organizations) {
    this.records = records;
    this.denials = denials;
    this.facts = facts;
    this.claims = claims;
    this.corrections = corrections;
    this.ledger = ledger;
    this.audit = audit;
    this.organizations = organizations;
  }

  /// Makes the corrected claim. Other new cases of the claim for which the same is proposed go with
  /// it.
  ///
  /// @param what what was wrong, and what is right now
  public BilledClaim correct(UUID id, String what) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    var denial = records.lock(id);
    if (!what.isBlank()) denials.addEvidence(id, EvidenceKind.WHAT_WAS_WRONG, what);
    allow(denial, Action.CORRECT_AND_REBILL);
    var claim = claim(denial);
    Correction how =
        denial.remarks().contains("MA130") ? Correction.RESUBMISSION : corrections.standIn(claim);
    var correction =
        corrections.correct(
            claim.publicId(), how, "", denial.reasonCode() + " denied: " + what.strip());
    for (DenialCase one : records.ofClaim(denial.claimId())) {
      boolean goesWithIt =
          one.id() == denial.id()
              || (one.status() == Status.NEW && one.proposedAction() == Action.CORRECT_AND_REBILL);
      if (!goesWithIt) continue;
      denials.waitFor(
          correction.id().value(),
          one,
          Action.CORRECT_AND_REBILL,
          "Corrected claim made",
          "Claim " + correction.controlNumber());
    }
    return correction;
  }

  /// The amount is the patient's, as the payer said; the ledger has it there already.
  public void billPatient(UUID id, String why) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    var denial = records.lock(id);
    allow(denial, Action.BILL_PATIENT);
    denials.finish(denial, Status.CLOSED, Action.BILL_PATIENT, "Left to the patient", reason(why));
    tell("left to the patient", denial, why);
  }

  /// Makes the claim to the payer that is first by now, in the place of the refused one; all its
  /// cases that are open wait for that payer's decision.
  public BilledClaim billOtherPayer(UUID id, String why) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    var denial = records.lock(id);
    allow(denial, Action.BILL_OTHER_PAYER);
    records.ofClaim(denial.claimId()).stream()
        .filter(one -> one.status() == Status.APPEALED)
        .findFirst()
        .ifPresent(one -> {
          throw new DenialRefusal(
              "The payer has an appeal against %s on line %s to decide: both payers could pay."
                  .formatted(one.reasonCode(), one.line()));
        });
    var made = corrections.toFirstPayer(denial.claimPublicId(), reason(why));
    for (DenialCase one : records.ofClaim(denial.claimId())) {
      if (!one.isOpen() && !one.isLostAppeal()) continue;
      denials.waitFor(
          made.id().value(),
          one,
          Action.BILL_OTHER_PAYER,
          "Claim to another payer made",
          "Claim %s to %s".formatted(made.controlNumber(), made.snapshot().payer().name()));
    }
    tell("billed another payer", denial, why);
    return made;
  }

  /// Gives up what is left of a case, for a reason: it is written off and the case closed. What the
  /// payer left to the patient is written off the patient's account.
  public void close(UUID id, String why) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    var denial = records.lock(id);
    if (denial.status() == Status.CLOSED) throw new DenialRefusal("The case is closed.");
    var standing = Guardrails.of(facts.of(denial)).get(Action.CLOSE);
    if (standing == null || !standing.isAllowed()) refuse(standing);
    String reason = reason(why);
    writeOff(denial, claim(denial), reason);
    denials.finish(denial, Status.CLOSED, Action.CLOSE, "Closed", reason);
    tell("wrote off", denial, reason);
  }

  private void writeOff(DenialCase denial, BilledClaim claim, String why) {
    boolean isPatients = denial.reasonCode().startsWith("PR-");
    Account account = isPatients ? Account.PATIENT_RECEIVABLE : Account.INSURANCE_RECEIVABLE;
    Money open =
        isPatients
            ? ledger.accountBalance(Account.PATIENT_RECEIVABLE, claim.patientId().value())
            : ledger.claimBalance(claim.id().value());
    Money amount = denial.left().min(open.max(Money.ZERO));
    if (amount.isZero()) return;
    ledger.post(
        PostingDraft.of(
                "WRITE_OFF",
                why,
                "denial " + denial.id(),
                "write-off-denial-" + denial.id(),
                organizations.today())
            .about(
                claim.patientId().value(),
                claim.visitOf(denial.line()).value(),
                claim.id().value(),
                claim.payerId())
            .debit(Account.WRITE_OFF, amount, denial.line(), denial.reasonCode())
            .credit(account, amount, denial.line(), denial.reasonCode())
            .build());
  }

  /// Throws unless work waits on the case, nothing forbids the action, and its evidence is on hand.
  void allow(DenialCase denial, Action action) {
    if (!denial.isOpen() && !denial.isLostAppeal()) {
      throw new DenialRefusal(
          "The case is " + denial.status().title().toLowerCase(java.util.Locale.ROOT) + ".");
    }
    var standing = Guardrails.of(facts.of(denial)).get(action);
    if (standing == null || !standing.isAllowed()) refuse(standing);
    else if (!standing.missing().isEmpty()) {
      throw new DenialRefusal(
          standing.missing().stream()
              .sorted()
              .map(EvidenceKind::title)
              .collect(Collectors.joining("; ", "It needs: ", ".")));
    }
  }

  private static void refuse(Guardrails.@org.jspecify.annotations.Nullable Standing standing) {
    throw new DenialRefusal(
        standing == null ? "It is not one of the actions." : String.join(" ", standing.refusals()));
  }

  private static String reason(String why) {
    if (why.strip().length() < 5) {
      throw new DenialRefusal("Say why, in at least five characters.");
    }
    return why.strip();
  }

  private void tell(String what, DenialCase denial, String why) {
    audit.record(what, "denial case", denial.id(), claim(denial).patientId().value(), why.strip());
  }

  private BilledClaim claim(DenialCase denial) {
    return claims.get(new ClaimId(denial.claimId()));
  }
}
