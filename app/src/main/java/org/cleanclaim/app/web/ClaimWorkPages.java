package org.cleanclaim.app.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.ClaimHolds;
import org.cleanclaim.app.claim.ClaimResending;
import org.cleanclaim.app.followup.PayerCalls;
import org.cleanclaim.app.followup.PayerCalls.TypedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done with one claim on its way: held, released, asked about by telephone, sent again.
@Controller
class ClaimWorkPages {
  private final ClaimHolds holds;
  private final PayerCalls calls;
  private final ClaimResending resending;

  ClaimWorkPages(ClaimHolds holds, PayerCalls calls, ClaimResending resending) {
    this.holds = holds;
    this.calls = calls;
    this.resending = resending;
  }

  @PostMapping("/claims/{id}/holds")
  ResponseEntity<String> hold(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate lookAgainOn) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    holds.place(id, reason, lookAgainOn);
    return to(id);
  }

  @PostMapping("/claims/{id}/holds/{hold}/release")
  ResponseEntity<String> release(@PathVariable UUID id, @PathVariable UUID hold) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    holds.release(id, hold);
    return to(id);
  }

  /// Keeps what the payer said when it was called.
  @PostMapping("/claims/{id}/calls")
  ResponseEntity<String> call(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "") String spokeWith,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate lookAgainOn) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    calls.keep(id, new TypedCall(said, spokeWith, reference, lookAgainOn));
    return to(id);
  }

  /// The payer says that it never got it.
  @PostMapping("/claims/{id}/send-again")
  ResponseEntity<String> sendAgain(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    resending.sendAgain(id, reason);
    return to(id);
  }

  private static ResponseEntity<String> to(UUID claim) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/" + claim))
        .build();
  }
}
