package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimHold;
import org.cleanclaim.app.claim.ClaimHolds;
import org.cleanclaim.app.claim.ClaimResending;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.ManyRebuilds;
import org.cleanclaim.app.followup.PayerCall;
import org.cleanclaim.app.followup.PayerCalls;
import org.cleanclaim.app.followup.PayerCalls.TypedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is done with claims on their way: made anew, held, released, asked about, sent again.
@RestController
@RequestMapping("/api/v1/claims")
class ClaimWorkResources {
  /// @param claims ids, as listed
  record Chosen(@Nullable List<UUID> claims) {}

  /// @param lookAgainOn a day to come; null for none
  record HoldBody(@Nullable String reason, @Nullable String lookAgainOn) {}

  record ReasonBody(@Nullable String reason) {}

  /// @param lookAgainOn a day to come; null for none
  record CallBody(
      @Nullable String said,
      @Nullable String spokeWith,
      @Nullable String reference,
      @Nullable String lookAgainOn) {}

  /// Where a claim stands now.
  record Moved(UUID id, String controlNumber, String status) {
    static Moved of(BilledClaim claim) {
      return new Moved(claim.publicId(), claim.controlNumber(), claim.status().name());
    }
  }

  /// What people did about a claim, the first first.
  record Work(List<ClaimHold> holds, List<PayerCall> calls) {}

  private final Claims claims;
  private final ManyRebuilds rebuilds;
  private final ClaimHolds holds;
  private final PayerCalls calls;
  private final ClaimResending resending;
  private final AuditTrail audit;

  ClaimWorkResources(
      Claims claims,
      ManyRebuilds rebuilds,
      ClaimHolds holds,
      PayerCalls calls,
      ClaimResending resending,
      AuditTrail audit) {
    this.claims = claims;
    this.rebuilds = rebuilds;
    this.holds = holds;
    this.calls = calls;
    this.resending = resending;
    this.audit = audit;
  }

  /// Makes held and rejected claims anew from the registration and scrubs them again.
  @PostMapping("/rebuild")
  ManyRebuilds.Report rebuild(@RequestBody Chosen chosen) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    if (chosen.claims() == null || chosen.claims().isEmpty()) {
      throw new BadInput("The field claims is missing: the ids of the claims to scrub again.");
    }
    return rebuilds.rebuild(chosen.claims());
  }

  @GetMapping("/{id}/work")
  Work work(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    audit.read("claim", claim.id(), claim.patientId().value());
    return new Work(holds.of(claim.id()), calls.of(claim.id()));
  }

  @PostMapping("/{id}/holds")
  ClaimHold hold(@PathVariable UUID id, @RequestBody HoldBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return holds.place(id, BodyFields.text(body.reason()), day(body.lookAgainOn()));
  }

  @PostMapping("/{id}/holds/{hold}/release")
  Moved release(@PathVariable UUID id, @PathVariable UUID hold) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return Moved.of(holds.release(id, hold));
  }

  /// Keeps what the payer said when it was called.
  @PostMapping("/{id}/calls")
  PayerCall call(@PathVariable UUID id, @RequestBody CallBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return calls.keep(
        id,
        new TypedCall(
            BodyFields.text(body.said()),
            BodyFields.text(body.spokeWith()),
            BodyFields.text(body.reference()),
            day(body.lookAgainOn())));
  }

  /// The payer says that it never got the claim.
  @PostMapping("/{id}/send-again")
  Moved sendAgain(@PathVariable UUID id, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return Moved.of(resending.sendAgain(id, BodyFields.text(body.reason())));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null || text.isBlank() ? null : BodyFields.day("lookAgainOn", text);
  }
}
