package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimEvent;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.ShownFinding;
import org.cleanclaim.app.denial.DenialCase;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.worklist.Worklists;
import org.cleanclaim.app.worklist.Worklists.ClaimFilter;
import org.cleanclaim.app.worklist.Worklists.ListedClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Claims and denials.
@RestController
@RequestMapping("/api/v1")
class ClaimResources {
  private static final int MOST_ROWS = 500;

  /// One line of a claim, amounts in dollars with two decimals.
  record Line(
      int number,
      @Nullable String procedure,
      List<String> modifiers,
      String units,
      String charge) {}

  /// A claim with its findings and timeline.
  record ClaimResource(
      UUID id,
      String controlNumber,
      String status,
      String payer,
      LocalDate servedFrom,
      String billed,
      String balance,
      @Nullable String payerClaimControlNumber,
      LocalDate fileBy,
      List<String> diagnoses,
      List<Line> lines,
      List<ShownFinding> findings,
      List<ClaimEvent> timeline) {}

  private final Worklists worklists;
  private final Claims claims;
  private final Denials denials;
  private final Ledger ledger;
  private final AuditTrail audit;

  ClaimResources(
      Worklists worklists, Claims claims, Denials denials, Ledger ledger, AuditTrail audit) {
    this.worklists = worklists;
    this.claims = claims;
    this.denials = denials;
    this.ledger = ledger;
    this.audit = audit;
  }

  @GetMapping("/claims")
  List<ListedClaim> claims(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String payer,
      @RequestParam(required = false) @Nullable String q) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return worklists.claims(new ClaimFilter(status, payer, q), MOST_ROWS);
  }

  @GetMapping("/claims/{id}")
  ClaimResource claim(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    BilledClaim claim = claims.find(id).orElseThrow();
    audit.read("claim", claim.controlNumber(), claim.patientId().value());
    var snapshot = claim.snapshot();
    return new ClaimResource(
        claim.publicId(),
        claim.controlNumber(),
        claim.status().name(),
        snapshot.payer().name(),
        claim.servedFrom(),
        claim.totalCharge().toString(),
        ledger.claimBalance(claim.id().value()).toString(),
        claim.payerClaimControlNumber(),
        claim.fileBy(),
        snapshot.diagnoses().stream().map(d -> d.code().dotted()).toList(),
        snapshot.lines().stream()
            .map(l ->
                new Line(
                    l.number(),
                    l.procedure() == null ? null : l.procedure().value(),
                    l.modifiers().stream().map(m -> m.value()).toList(),
                    l.unitsBilled().toPlainString(),
                    l.charge().toString()))
            .toList(),
        claims.findings(claim.id()),
        claims.timeline(claim.id()));
  }

  @GetMapping("/denials")
  List<DenialCase> denials(@RequestParam(defaultValue = "true") boolean open) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return denials.list(open);
  }
}
