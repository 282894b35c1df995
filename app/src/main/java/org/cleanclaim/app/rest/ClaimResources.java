package org.cleanclaim.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimEvent;
import org.cleanclaim.app.claim.ClaimLinks;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.Correction;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.claim.ShownFinding;
import org.cleanclaim.app.denial.ClaimStandings;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.remittance.DecisionReadings;
import org.cleanclaim.app.remittance.DecisionReadings.DecidedClaim;
import org.cleanclaim.app.remittance.DecisionReadings.DecidedLine;
import org.cleanclaim.app.remittance.NextPayers;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.submission.FilingProofs;
import org.cleanclaim.app.worklist.Worklists;
import org.cleanclaim.app.worklist.Worklists.ClaimFilter;
import org.cleanclaim.app.worklist.Worklists.ClaimOrder;
import org.cleanclaim.app.worklist.Worklists.ListedClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Claims.
@RestController
@RequestMapping("/api/v1")
class ClaimResources {

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
      ClaimStandings.Standing standing,
      List<ClaimLinks.BilledVisit> visits,
      List<ChainLink> otherParts,
      List<ChainLink> chain,
      List<PayerTurn> payers,
      List<DecidedClaim> decisions,
      List<DecidedLine> decidedLines,
      List<ShownFinding> findings,
      List<ClaimEvent> timeline) {}

  /// A claim of the chain of corrections, the first one first.
  record ChainLink(UUID id, String controlNumber, @Nullable Correction correction, String status) {}

  /// A claim of the same bill to one of the patient's payers, the first payer first.
  ///
  /// @param owed what the payers before left, in dollars; the charge for the first
  /// @param isForwarded the payer before sent it on by itself
  record PayerTurn(
      UUID id,
      String controlNumber,
      String payer,
      String status,
      String owed,
      String balance,
      boolean isForwarded) {}

  /// Why something is done.
  record ReasonBody(@Nullable String reason) {}

  /// A correction to make.
  ///
  /// @param how REPLACEMENT, VOID or RESUBMISSION
  /// @param payerClaimControlNumber blank to take the one on record
  record CorrectionBody(
      @Nullable String how, @Nullable String payerClaimControlNumber, @Nullable String reason) {}

  private final Worklists worklists;
  private final Claims claims;
  private final Ledger ledger;
  private final ClaimStandings standings;
  private final ClaimCorrections corrections;
  private final FollowingClaims following;
  private final NextPayers nextPayers;
  private final ClaimLinks links;
  private final FilingProofs proofs;
  private final DecisionReadings decided;
  private final AuditTrail audit;

  ClaimResources(
      Worklists worklists,
      Claims claims,
      Ledger ledger,
      ClaimStandings standings,
      ClaimCorrections corrections,
      FollowingClaims following,
      NextPayers nextPayers,
      ClaimLinks links,
      FilingProofs proofs,
      DecisionReadings decided,
      AuditTrail audit) {
    this.worklists = worklists;
    this.claims = claims;
    this.ledger = ledger;
    this.standings = standings;
    this.corrections = corrections;
    this.following = following;
    this.nextPayers = nextPayers;
    this.links = links;
    this.proofs = proofs;
    this.decided = decided;
    this.audit = audit;
  }

  /// @param after the last claim of the page before; without it the first page
  @GetMapping("/claims")
  ResponseEntity<List<ListedClaim>> claims(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String payer,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID after) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var found =
        worklists.claims(
            new ClaimFilter(status, payer, q, null, ClaimOrder.NEWEST, after), ListPage.ROWS + 1);
    var answer = ResponseEntity.ok();
    if (found.size() <= ListPage.ROWS) return answer.body(found);
    var shown = found.subList(0, ListPage.ROWS);
    String next =
        NextPage.link(
            request.getRequestURI(), request.getQueryString(), "after", shown.getLast().claimId());
    return answer.header(HttpHeaders.LINK, next).body(shown);
  }

  @GetMapping("/claims/{id}")
  ClaimResource claim(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    BilledClaim claim = claims.find(id).orElseThrow();
    audit.read("claim", claim.id(), claim.patientId().value());
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
        standings.of(claim),
        links.visits(claim),
        links.otherParts(claim).stream().map(ClaimResources::link).toList(),
        corrections.chain(claim.id()).stream().map(ClaimResources::link).toList(),
        following.payersInTurn(claim).stream().map(this::turn).toList(),
        decided.of(claim.id().value()),
        decided.lines(claim.id().value()),
        claims.findings(claim.id()),
        claims.timeline(claim.id()));
  }

  private static ChainLink link(BilledClaim c) {
    return new ChainLink(c.publicId(), c.controlNumber(), c.correction(), c.status().name());
  }

  private PayerTurn turn(BilledClaim claim) {
    var place = claim.following();
    return new PayerTurn(
        claim.publicId(),
        claim.controlNumber(),
        claim.snapshot().payer().name(),
        claim.status().name(),
        claim.owed().toString(),
        ledger.claimBalance(claim.id().value()).toString(),
        place != null && place.isForwarded());
  }

  /// Sends a claim that a payer had forwarded, and that the next one says it never got.
  @PostMapping("/claims/{id}/send-forwarded")
  ClaimResource sendForwarded(@PathVariable UUID id, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return claim(following.sendForwarded(id, BodyFields.text(body.reason())).publicId());
  }

  /// Asks the next payer for what a decided claim has left to the patient; comes back with the
  /// claim to it.
  @PostMapping("/claims/{id}/ask-next-payer")
  ClaimResource askNextPayer(@PathVariable UUID id) {
    return claim(nextPayers.ask(id).publicId());
  }

  /// Gives up the claim to a next payer: what is left is the patient's.
  @PostMapping("/claims/{id}/leave-to-patient")
  ClaimResource leaveToPatient(@PathVariable UUID id, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return claim(following.leaveToPatient(id, BodyFields.text(body.reason())).publicId());
  }

  /// Makes the claim that corrects this one.
  @PostMapping("/claims/{id}/corrections")
  ClaimResource correct(@PathVariable UUID id, @RequestBody CorrectionBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var how =
        Arrays.stream(Correction.values())
            .filter(c -> c.name().equals(body.how()))
            .findFirst()
            .orElseThrow(() ->
                new BadInput("how has to be one of " + Arrays.toString(Correction.values()) + "."));
    var made =
        corrections.correct(
            id,
            how,
            BodyFields.text(body.payerClaimControlNumber()),
            BodyFields.text(body.reason()));
    return claim(made.publicId());
  }

  /// Gives up a correction that no payer has; comes back with the claim that stands as before.
  @PostMapping("/claims/{id}/withdraw")
  ClaimResource withdraw(@PathVariable UUID id, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return claim(corrections.withdraw(id, BodyFields.text(body.reason())).publicId());
  }

  @GetMapping(value = "/claims/{id}/filing-proof.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> proof(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    audit.read("proof of filing", claim.controlNumber(), claim.patientId().value());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(proofs.pdf(claim));
  }
}
