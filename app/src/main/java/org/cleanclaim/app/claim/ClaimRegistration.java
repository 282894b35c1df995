package org.cleanclaim.app.claim;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.laboratory.CertifiedTests;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims beside the registration that they were made from. What was corrected there is on a claim
/// before it goes; a claim under a policy that is not in force on its day any more waits for
/// somebody. What a payer has stays as it went.
@Component
@Transactional
class ClaimRegistration {
  private static final String CORRECTED = "The registration was corrected";

  private final ClaimRecords records;
  private final ClaimRebuild rebuilding;
  private final ClaimScrubbing scrubbing;
  private final HoldRecords holds;
  private final Coverages coverages;

  ClaimRegistration(
      ClaimRecords records,
      ClaimRebuild rebuilding,
      ClaimScrubbing scrubbing,
      HoldRecords holds,
      Coverages coverages) {
    this.records = records;
    this.rebuilding = rebuilding;
    this.scrubbing = scrubbing;
    this.holds = holds;
    this.coverages = coverages;
  }

  /// The registration of a patient, of their policies or of one of their visits has changed.
  void follow(PatientId patient) {
    records.ofPatient(patient).forEach(this::follow);
  }

  /// The practice's laboratory has another certificate for services of a period.
  void follow(EffectivePeriod certified) {
    records.unsent(certified).stream().filter(ClaimRegistration::hasTests).forEach(this::follow);
  }

  private static boolean hasTests(BilledClaim claim) {
    return claim.snapshot().lines().stream()
        .anyMatch(
            l -> l.procedure() != null && CertifiedTests.include(l.procedure(), l.modifiers()));
  }

  private void follow(BilledClaim found) {
    var claim = records.lock(found.publicId()).orElseThrow();
    if (!claim.status().isScrubbable() || claim.correction() == Correction.VOID) return;
    var now =
        claim.following() != null || differs(claim.snapshot(), rebuilding.fromSources(claim))
            ? rebuilding.rebuild(claim.id(), CORRECTED)
            : claim;
    waitWithoutPolicy(now);
  }

  private static boolean differs(Claim one, Claim other) {
    return !one.subscriber().equals(other.subscriber())
        || !one.patient().equals(other.patient())
        || !one.payer().equals(other.payer())
        || !Objects.equals(one.accident(), other.accident())
        || !Objects.equals(one.authorizationNumber(), other.authorizationNumber())
        || !Objects.equals(one.referralNumber(), other.referralNumber())
        || !Objects.equals(one.cliaNumber(), other.cliaNumber())
        || !haveSameProviders(one, other)
        || !one.otherCoverages().equals(other.otherCoverages());
  }

  private static boolean haveSameProviders(Claim one, Claim other) {
    int lines = Math.min(one.lines().size(), other.lines().size());
    return one.providers().equals(other.providers())
        && IntStream.range(0, lines)
            .allMatch(i -> one.lines().get(i).providers().equals(other.lines().get(i).providers()));
  }

  private void waitWithoutPolicy(BilledClaim claim) {
    boolean isInForce =
        coverages.ofPatient(claim.patientId(), claim.servedFrom()).stream()
            .anyMatch(c -> c.id() == claim.coverageId() && c.period().contains(claim.servedFrom()));
    if (isInForce || !holds.standing(List.of(claim)).isEmpty()) return;
    holds.place(
        claim.id(),
        "Its policy is not in force on %s any more. Register the one that is and make the claim again, or withdraw it and bill the patient."
            .formatted(claim.servedFrom()),
        null);
    scrubbing.scrub(claim.id());
  }
}
