package org.cleanclaim.app.web;

import java.net.URI;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.Correction;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.remittance.NextPayers;
import org.cleanclaim.app.submission.FilingProofs;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Corrected and void claims, and the proof that one was filed in time.
@Controller
class CorrectionPages {
  private final Claims claims;
  private final ClaimCorrections corrections;
  private final FollowingClaims following;
  private final NextPayers nextPayers;
  private final FilingProofs proofs;
  private final AuditTrail audit;

  CorrectionPages(
      Claims claims,
      ClaimCorrections corrections,
      FollowingClaims following,
      NextPayers nextPayers,
      FilingProofs proofs,
      AuditTrail audit) {
    this.claims = claims;
    this.corrections = corrections;
    this.following = following;
    this.nextPayers = nextPayers;
    this.proofs = proofs;
    this.audit = audit;
  }

  @PostMapping("/claims/{id}/corrections")
  ResponseEntity<String> correct(
      @PathVariable UUID id,
      @RequestParam Correction how,
      @RequestParam(defaultValue = "") String payerNumber,
      @RequestParam(defaultValue = "") String reason) {
    var made = corrections.correct(id, how, payerNumber, reason);
    return to(made.publicId());
  }

  @PostMapping("/claims/{id}/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    return to(corrections.withdraw(id, reason).publicId());
  }

  /// Sends a claim that the payer before had forwarded.
  @PostMapping("/claims/{id}/send-forwarded")
  ResponseEntity<String> sendForwarded(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    return to(following.sendForwarded(id, reason).publicId());
  }

  /// Asks a next payer whose policy was registered later.
  @PostMapping("/claims/{id}/ask-next-payer")
  ResponseEntity<String> askNextPayer(@PathVariable UUID id) {
    return to(nextPayers.ask(id).publicId());
  }

  /// Gives up a claim to a next payer.
  @PostMapping("/claims/{id}/leave-to-patient")
  ResponseEntity<String> leaveToPatient(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    return to(following.leaveToPatient(id, reason).publicId());
  }

  private static ResponseEntity<String> to(UUID claim) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/" + claim))
        .build();
  }

  @GetMapping(value = "/claims/{id}/filing-proof.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> proof(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    audit.read("proof of filing", claim.controlNumber(), claim.patientId().value());
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "inline; filename=filing-proof-" + claim.controlNumber() + ".pdf")
        .contentType(MediaType.APPLICATION_PDF)
        .body(proofs.pdf(claim));
  }
}
