package org.cleanclaim.app.demo;

import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.demo.Scenario.FollowUp;
import org.cleanclaim.app.demo.Scenario.FollowUpDeed;
import org.cleanclaim.app.denial.Appeals;
import org.cleanclaim.app.denial.DenialCase;
import org.cleanclaim.app.denial.DenialDesk;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.denial.EvidenceKind;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// What the practice does about the denials of the month: a corrected claim, appeals and what
/// became of them.
@Component
class DemoFollowUps {
  private final Encounters encounters;
  private final Charges charges;
  private final Claims claims;
  private final Denials denials;
  private final DenialDesk desk;
  private final Appeals appeals;

  DemoFollowUps(
      Encounters encounters,
      Charges charges,
      Claims claims,
      Denials denials,
      DenialDesk desk,
      Appeals appeals) {
    this.encounters = encounters;
    this.charges = charges;
    this.claims = claims;
    this.denials = denials;
    this.desk = desk;
    this.appeals = appeals;
  }

  /// Corrects the visit's charge and sends the claim again as a replacement.
  void correct(FollowUp deed) {
    charges.correct(
        visit(deed).id(),
        deed.line(),
        DemoVisits.charge(Objects.requireNonNull(deed.charge())),
        words(deed));
    var correction = desk.correct(denial(deed), words(deed));
    claims.rebuild(correction.id(), words(deed));
  }

  /// Sends the record with the letter of the next level.
  void appeal(FollowUp deed) {
    UUID id = denial(deed);
    denials.addEvidence(id, EvidenceKind.MEDICAL_RECORD, words(deed));
    appeals.write(id);
    appeals.send(id, deed.on(), "payer portal", "PORTAL-" + deed.visit());
  }

  void decided(FollowUp deed) {
    appeals.decide(
        denial(deed),
        deed.on(),
        deed.deed() == FollowUpDeed.WON ? Money.of(words(deed)) : Money.ZERO);
  }

  void giveUp(FollowUp deed) {
    desk.close(denial(deed), words(deed));
  }

  private UUID denial(FollowUp deed) {
    return claims
        .ofEncounter(visit(deed).id())
        .map(claim -> denials.ofClaim(claim.id().value()))
        .orElseThrow()
        .stream()
        .filter(one -> Objects.equals(one.procedure(), deed.code()))
        .findFirst()
        .map(DenialCase::publicId)
        .orElseThrow(() ->
            new IllegalStateException(
                "Visit %s has no denial of %s on %s."
                    .formatted(deed.visit(), deed.code(), deed.on())));
  }

  private Encounter visit(FollowUp deed) {
    return encounters.numbered(deed.visit()).orElseThrow();
  }

  private static String words(FollowUp deed) {
    return Objects.requireNonNull(deed.words());
  }
}
