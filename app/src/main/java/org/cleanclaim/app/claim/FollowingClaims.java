package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim.Following;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims to the next payer: made by themselves when a payer has decided and leaves something to a
/// patient who has another policy on that day. The patient owes nothing before the last payer is
/// done; what the payers have left so far is unbilled, then owed by the next one.
@Component
@Transactional
public class FollowingClaims {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final NewClaims newClaims;
  private final Claims claims;
  private final FollowingParties parties;
  private final ClaimClocks clocks;
  private final Coverages coverages;
  private final Payers payers;
  private final ClaimReceivables receivables;
  private final ClaimNumbers numbers;
  private final Ledger ledger;
  private final Deadlines deadlines;
  private final AuditTrail audit;

  FollowingClaims(
      ClaimRecords records,
      ClaimUpdates updates,
      NewClaims newClaims,
      Claims claims,
      FollowingParties parties,
      ClaimClocks clocks,
      Coverages coverages,
      Payers payers,
      ClaimReceivables receivables,
      ClaimNumbers numbers,
      Ledger ledger,
      Deadlines deadlines,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.newClaims = newClaims;
    this.claims = claims;
    this.parties = parties;
    this.clocks = clocks;
    this.coverages = coverages;
    this.payers = payers;
    this.receivables = receivables;
    this.numbers = numbers;
    this.ledger = ledger;
    this.deadlines = deadlines;
    this.audit = audit;
  }

  /// A payer has decided. The same decision may come twice.
  public void after(EarlierDecision decision) {
    var earlier = claims.get(decision.claim());
    if (earlier.correction() == Correction.VOID) return;
    var next = coverages.next(coverages.get(earlier.coverageId()), earlier.servedFrom());
    if (next.isEmpty()) return;
    var standing = records.samePart(earlier, next.get().id());
    if (decision.payment().isReversal()) {
      String why =
          "%s takes its decision on claim %s back"
              .formatted(earlier.snapshot().payer().name(), earlier.controlNumber());
      standing.ifPresent(following -> takenBack(following, why));
    } else if (standing.isPresent()) {
      again(earlier, standing.get(), next.get(), decision);
    } else if (decision.owed().isPositive()) {
      make(earlier, next.get(), decision);
    }
  }

  private void make(BilledClaim earlier, Coverage coverage, EarlierDecision decision) {
    var payer = payers.get(coverage.payerId());
    var number = numbers.next();
    var snapshot =
        new FollowingSnapshot(earlier.snapshot(), decision)
            .of(parties.of(number, earlier, coverage, payer, null), null);
    var id =
        newClaims.insert(
            new NewClaims.NewClaim(
                snapshot,
                null,
                new NewClaims.Owner(
                    earlier.encounterId(),
                    earlier.patientId(),
                    payer.id(),
                    coverage.id(),
                    clocks.fileBy(payer, earlier.servedFrom(), decision.decidedOn()),
                    earlier.part(),
                    earlier.sources()),
                null));
    Money owed = FollowingSnapshot.owed(snapshot, earlier.snapshot().payer().id());
    updates.follow(id, new Following(earlier.id(), owed, decision.isForwarded(), false));
    String left =
        "%s has decided on claim %s and left %s"
            .formatted(earlier.snapshot().payer().name(), earlier.controlNumber(), owed);
    updates.note(id, "Created", left, "Scrub it", null);
    updates.note(
        earlier.id(),
        "Next payer",
        "Claim %s asks %s for the %s that are left".formatted(number.value(), payer.name(), owed),
        null,
        null);
    audit.record("created", "claim", id, earlier.patientId().value(), "next payer");
    clocks.following(claims.get(id), decision.decidedOn());
    clocks.followed(earlier, "Claim %s goes to %s".formatted(number.value(), payer.name()));
    if (decision.isForwarded()) {
      forwarded(id, payer, decision.decidedOn());
    } else {
      claims.scrub(id);
    }
  }

  private void forwarded(ClaimId id, Payer payer, LocalDate decidedOn) {
    receivables.book(claims.get(id));
    updates.move(
        id,
        ClaimStatus.AT_PAYER,
        "Forwarded",
        "The payer before has sent it on to %s by itself; it is not sent again"
            .formatted(payer.name()),
        null);
    clocks.forwarded(claims.get(id), decidedOn);
  }

  // A payer decided anew, or on further lines of the claim.
  private void again(
      BilledClaim earlier, BilledClaim standing, Coverage coverage, EarlierDecision decision) {
    var following = records.lock(standing.publicId()).orElseThrow();
    Following place = following.following();
    if (place != null) updates.follow(following.id(), place.decidedAnew());
    var payer = payers.get(coverage.payerId());
    Claim snapshot =
        asCorrection(
            following,
            new FollowingSnapshot(earlier.snapshot(), decision)
                .of(
                    parties.of(
                        following.snapshot().controlNumber(),
                        earlier,
                        coverage,
                        payer,
                        following.id()),
                    following.snapshot()));
    if (snapshot.equals(following.snapshot())) {
      // It may have been held because the decision had been taken back.
      if (following.status() == ClaimStatus.HELD) claims.scrub(following.id());
      return;
    }
    Money owed = FollowingSnapshot.owed(snapshot, earlier.snapshot().payer().id());
    if (!following.status().isChangeable()) {
      updates.note(
          following.id(),
          "Payer before decided again",
          "Now it leaves %s; the claim says %s".formatted(owed, following.owed()),
          "Correct it with a replacement (7) once its payer has taken it",
          null);
      return;
    }
    updates.revise(following, snapshot, null, payer.id(), coverage.id(), following.fileBy());
    updates.follow(following.id(), new Following(earlier.id(), owed, false, false));
    String decided = earlier.snapshot().payer().name() + " decided again and leaves ";
    if (owed.isPositive() || following.correction() != null) {
      updates.note(following.id(), "Revised", decided + owed, "Scrub it", null);
      claims.scrub(following.id());
    } else {
      givenUp(following.id(), decided + "nothing");
    }
  }

  // A payer that has it already is told by the correction, whatever is left.
  private static Claim asCorrection(BilledClaim following, Claim snapshot) {
    if (following.correction() == null) return snapshot;
    String number = following.snapshot().payerClaimControlNumber();
    return ClaimCopies.correction(
        snapshot,
        snapshot.controlNumber(),
        following.snapshot().frequency(),
        number == null ? "" : number);
  }

  // Nothing is left to ask for; a claim that had been sent and was rejected is owed no more.
  private void givenUp(ClaimId id, String why) {
    receivables.book(claims.get(id));
    updates.move(id, ClaimStatus.VOIDED, "Given up", why, null);
    clocks.withdrawn(claims.get(id), why);
  }

  /// A decision was not about a claim: what follows it waits for the one that is.
  void undecided(BilledClaim earlier, String why) {
    next(earlier.id()).ifPresent(standing -> takenBack(standing, why));
  }

  private void takenBack(BilledClaim standing, String why) {
    var following = records.lock(standing.publicId()).orElseThrow();
    Following place = following.following();
    if (place != null) updates.follow(following.id(), place.takenBack());
    if (following.status().isChangeable()) {
      updates.move(following.id(), ClaimStatus.HELD, "Held", why, null);
    } else {
      updates.note(
          following.id(), "Payer before took back", why, "Wait for its new decision", null);
    }
  }

  /// A forwarded claim is sent by us after all: the next payer says that it never came.
  ///
  /// @throws IllegalStateException when it was not forwarded, or has been decided
  public BilledClaim sendForwarded(UUID publicId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(publicId).orElseThrow();
    Following following = claim.following();
    if (following == null || !following.isForwarded() || claim.status() != ClaimStatus.AT_PAYER) {
      throw new IllegalStateException(
          "Only a claim that was forwarded and is not decided yet is sent by hand.");
    }
    String why = reason(reason);
    updates.follow(
        claim.id(),
        new Following(following.earlier(), following.owed(), false, following.isTakenBack()));
    updates.move(claim.id(), ClaimStatus.DRAFT, "Sent by us after all", why, null);
    clocks.notForwarded(claim, why);
    audit.record("sends a forwarded claim", "claim", claim.id(), claim.patientId().value(), why);
    return claims.scrub(claim.id());
  }

  /// Gives up the claim to a next payer that has not got it: what is left is the patient's.
  ///
  /// @throws IllegalStateException when it follows no other or its payer may have it
  public BilledClaim leaveToPatient(UUID publicId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(publicId).orElseThrow();
    Following following = claim.following();
    boolean isOpen =
        following != null
            && (claim.status().isChangeable()
                || (following.isForwarded() && claim.status() == ClaimStatus.AT_PAYER));
    if (following == null || !isOpen) {
      throw new IllegalStateException(
          "Only a claim to a next payer that has not been sent is left to the patient.");
    }
    String why = reason(reason);
    boolean isBooked = !ledger.claimBalance(claim.id().value()).isZero();
    var draft =
        PostingDraft.of(
            "TO_PATIENT",
            "No further payer: " + why,
            "claim " + claim.controlNumber(),
            "to-patient-" + claim.id(),
            deadlines.today());
    Account from = isBooked ? Account.INSURANCE_RECEIVABLE : Account.UNBILLED;
    receivables
        .owed(claim)
        .forEach((visit, left) ->
            ClaimReceivables.about(draft, claim, visit)
                .debit(Account.PATIENT_RECEIVABLE, left, null, "left by payers")
                .credit(from, left, null, "given up"));
    ledger.post(draft.build());
    updates.move(claim.id(), ClaimStatus.VOIDED, "Left to the patient", why, null);
    clocks.withdrawn(claim, why);
    audit.record("left to patient", "claim", claim.id(), claim.patientId().value(), why);
    return claims.get(claim.id());
  }

  /// What was left to the patient is asked of a next payer after all, of whose policy nobody knew:
  /// it is unbilled until the claim goes.
  ///
  /// @param following the claim to the next payer
  public void fromPatient(BilledClaim following) {
    var draft =
        PostingDraft.of(
            "TO_NEXT_PAYER",
            "%s is asked next".formatted(following.snapshot().payer().name()),
            "claim " + following.controlNumber(),
            "from-patient-" + following.id(),
            deadlines.today());
    receivables
        .owed(following)
        .forEach((visit, left) ->
            ClaimReceivables.about(draft, following, visit)
                .debit(Account.UNBILLED, left, null, "asked of the next payer")
                .credit(Account.PATIENT_RECEIVABLE, left, null, "asked of the next payer"));
    ledger.post(draft.build());
  }

  /// The policy that pays next and was not asked yet for what a payer has left to the patient.
  @Transactional(readOnly = true)
  public Optional<Coverage> unasked(BilledClaim claim) {
    if (claim.status() != ClaimStatus.ADJUDICATED || claim.correction() == Correction.VOID) {
      return Optional.empty();
    }
    return coverages
        .next(coverages.get(claim.coverageId()), claim.servedFrom())
        .filter(next -> records.samePart(claim, next.id()).isEmpty())
        .filter(next -> isLeftToPatient(claim));
  }

  private boolean isLeftToPatient(BilledClaim claim) {
    return records.followers(claim.id()).stream()
        .map(following -> ledger.leftToPatient(following.id().value()))
        .reduce(ledger.leftToPatient(claim.id().value()), Money::plus)
        .isPositive();
  }

  private static String reason(String reason) {
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say why, in at least five characters.");
    }
    return reason.strip();
  }

  /// The claim to the payer after this one's.
  @Transactional(readOnly = true)
  public Optional<BilledClaim> next(ClaimId id) {
    return records.followers(id).stream()
        .filter(c -> c.status() != ClaimStatus.VOIDED && c.correction() != Correction.VOID)
        .reduce((a, b) -> b);
  }

  /// All claims of one bill from the first payer to the last that was asked.
  @Transactional(readOnly = true)
  public List<BilledClaim> payersInTurn(BilledClaim claim) {
    var first = claim;
    for (Following before = first.following(); before != null; before = first.following()) {
      first = claims.get(before.earlier());
    }
    var all = new ArrayList<BilledClaim>();
    for (Optional<BilledClaim> at = Optional.of(first); at.isPresent(); ) {
      all.add(at.get());
      at = records.followers(at.get().id()).stream().reduce((a, b) -> b);
    }
    return all;
  }
}
