package org.cleanclaim.app.claim;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimPartition.Part;
import org.cleanclaim.app.claim.PayerClaimRule.LateFacilityCharges;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Charges that came after their claim was made, and charges and codes that were corrected after
/// it. A claim that no payer has is made anew; one that a payer has is replaced (7) by one with all
/// charges, or, where the payer wants it of a hospital's outpatient bill, followed by a claim of
/// the late charges alone (5). What does not fit goes on a further claim.
@Component
@Transactional
public class LateCharges {
  private static final String LATE_CHARGES = "Charges came after the claim was made";
  private static final String OTHER_CHARGES = "The charges were corrected after the claim was made";
  private static final String OTHER_CODES =
      "The codes of the chart were made final anew after the claim was made";

  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimSources sources;
  private final ClaimBilling billing;
  private final ClaimRebuild rebuilding;
  private final ClaimFreezing freezing;
  private final ClaimScrubbing scrubbing;
  private final ClaimKeys keys;
  private final ClaimCorrections corrections;
  private final ChargedVisits charged;
  private final PayerClaimRules rules;
  private final Encounters encounters;
  private final Coverages coverages;
  private final Payers payers;
  private final AuditTrail audit;

  LateCharges(
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimSources sources,
      ClaimBilling billing,
      ClaimRebuild rebuilding,
      ClaimFreezing freezing,
      ClaimScrubbing scrubbing,
      ClaimKeys keys,
      ClaimCorrections corrections,
      ChargedVisits charged,
      PayerClaimRules rules,
      Encounters encounters,
      Coverages coverages,
      Payers payers,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.sources = sources;
    this.billing = billing;
    this.rebuilding = rebuilding;
    this.freezing = freezing;
    this.scrubbing = scrubbing;
    this.keys = keys;
    this.corrections = corrections;
    this.charged = charged;
    this.rules = rules;
    this.encounters = encounters;
    this.coverages = coverages;
    this.payers = payers;
    this.audit = audit;
  }

  /// Brings a claim up to the charges and the final codes of its visits.
  ///
  /// @return the claim that has them: the same one, what stands in its place, or one of the late
  ///   charges
  /// @throws CorrectionRefusal when the payer's copy cannot be replaced now
  public BilledClaim bringUpToDate(UUID publicId) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(publicId).orElseThrow();
    boolean hasOtherCodes = records.isBehindChart(claim.id());
    boolean hasOtherCharges = records.isBehindCharges(claim.id());
    String why = hasOtherCodes ? OTHER_CODES : hasOtherCharges ? OTHER_CHARGES : LATE_CHARGES;
    if (claim.status().isChangeable()) return rebuilt(claim, why);
    if (!hasOtherCodes && !hasOtherCharges && isByLateChargeClaim(claim)) {
      return ofLateCharges(claim);
    }
    return rebuilt(corrections.correct(publicId, corrections.standIn(claim), "", why), why);
  }

  private BilledClaim rebuilt(BilledClaim claim, String why) {
    var made = rebuilding.rebuild(claim.id(), why);
    made.visits().all().forEach(billing::billRest);
    return made;
  }

  private boolean isByLateChargeClaim(BilledClaim claim) {
    var stay = charged.stay(encounters.get(claim.encounterId()));
    return stay.isPresent()
        && !stay.get().isInpatient()
        && rules.of(claim.payerId()).lateFacilityCharges() == LateFacilityCharges.LATE_CHARGE_CLAIM;
  }

  // Type of bill xx5: a new bill to the payer that adds to the one that it has.
  private BilledClaim ofLateCharges(BilledClaim claim) {
    corrections
        .refusal(claim)
        .ifPresent(why -> {
          throw new CorrectionRefusal(why);
        });
    var visit = encounters.get(claim.encounterId());
    sources.lock(List.of(visit.id()));
    nameLines(claim);
    var held = sources.heldByOthers(visit.id(), new HashSet<>());
    var late = charged.lines(visit).stream().filter(l -> !held.contains(l.chargeLine())).toList();
    if (late.isEmpty()) {
      throw new CorrectionRefusal("Every charge of the visit is on a claim.");
    }
    var id =
        freezing
            .freeze(
                List.of(
                    new ClaimFreezing.Wanted(
                        new Part<>(keys.of(late).getFirst().key(), late),
                        coverages.get(claim.coverageId(), late.getFirst().servedOn()),
                        payers.get(claim.payerId()),
                        new ClaimFreezing.Form(
                            ClaimFrequency.LATE_CHARGES, claim.payerClaimControlNumber(), false),
                        new HashSet<>(List.of(visit.id())))))
            .getFirst();
    audit.record("created", "claim", id, claim.patientId().value(), null);
    var made = scrubbing.scrubWithOthers(id);
    updates.note(id, "Late charges", "They add to claim " + claim.controlNumber(), null, null);
    updates.note(
        claim.id(),
        "Late charges",
        "Claim %s bills %s that came later".formatted(made.controlNumber(), made.totalCharge()),
        null,
        null);
    return made;
  }

  // A claim of a whole visit that is not all of it any more names its lines.
  private void nameLines(BilledClaim claim) {
    if (!claim.sources().isEmpty()) return;
    EncounterId visit = claim.encounterId();
    sources.keep(
        claim.id(),
        claim.snapshot().lines().stream()
            .map(l -> new ClaimSource(l.number(), visit, l.number(), l.charge()))
            .toList());
  }
}
