package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimAttachments;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimEvent;
import org.cleanclaim.app.claim.ClaimHolds;
import org.cleanclaim.app.claim.ClaimLinks;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.FindingOverrides;
import org.cleanclaim.app.claim.FixUndo;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.ClaimStandings;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.followup.PayerCalls;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.remittance.DecisionReadings;
import org.cleanclaim.app.remittance.ProviderLevel;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.statement.PatientAccounts;
import org.cleanclaim.app.underpayment.AgreedAmounts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The claim, with all that is known of it.
@Controller
public class ClaimPages {
  private final Pages pages;
  private final Claims claims;
  private final Patients patients;
  private final PayerDirectory directory;
  private final Encounters encounters;
  private final Denials denials;
  private final ClaimStandings standings;
  private final ClaimCorrections corrections;
  private final FollowingClaims following;
  private final Payers payers;
  private final ClaimLinks links;
  private final ClaimAttachments attachments;
  private final RecordRequests requests;
  private final Deadlines deadlines;
  private final DecisionReadings decided;
  private final ProviderLevel providerLevel;
  private final AgreedAmounts agreed;
  private final Ledger ledger;
  private final FileExchange files;
  private final Authorizations authorizations;
  private final AuthorizationUses uses;
  private final AuditTrail audit;
  private final ClaimHolds holds;
  private final PayerCalls calls;
  private final FindingOverrides overrides;
  private final FixUndo undo;
  private final PatientAccounts accounts;

  ClaimPages(
      Pages pages,
      Claims claims,
      Patients patients,
      PayerDirectory directory,
      Encounters encounters,
      Denials denials,
      ClaimStandings standings,
      ClaimCorrections corrections,
      FollowingClaims following,
      Payers payers,
      ClaimLinks links,
      ClaimAttachments attachments,
      RecordRequests requests,
      Deadlines deadlines,
      DecisionReadings decided,
      ProviderLevel providerLevel,
      AgreedAmounts agreed,
      Ledger ledger,
      FileExchange files,
      Authorizations authorizations,
      AuthorizationUses uses,
      AuditTrail audit,
      ClaimHolds holds,
      PayerCalls calls,
      FindingOverrides overrides,
      FixUndo undo,
      PatientAccounts accounts) {
    this.pages = pages;
    this.claims = claims;
    this.patients = patients;
    this.directory = directory;
    this.encounters = encounters;
    this.denials = denials;
    this.standings = standings;
    this.corrections = corrections;
    this.following = following;
    this.payers = payers;
    this.links = links;
    this.attachments = attachments;
    this.requests = requests;
    this.deadlines = deadlines;
    this.decided = decided;
    this.providerLevel = providerLevel;
    this.agreed = agreed;
    this.ledger = ledger;
    this.files = files;
    this.authorizations = authorizations;
    this.uses = uses;
    this.audit = audit;
    this.holds = holds;
    this.calls = calls;
    this.overrides = overrides;
    this.undo = undo;
    this.accounts = accounts;
  }

  /// A file of the claim's timeline with its bytes as text.
  public record FileView(ExchangedFile file, String text) {}

  @GetMapping("/claims/{id}")
  ResponseEntity<String> claim(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    BilledClaim claim = claims.find(id).orElseThrow();
    audit.read("claim", claim.id(), claim.patientId().value());
    var timeline = claims.timeline(claim.id());
    var values = new LinkedHashMap<String, Object>();
    values.put("claim", claim);
    values.put("patient", patients.get(claim.patientId()));
    values.put("encounter", encounters.get(claim.encounterId()));
    values.put("findings", claims.findings(claim.id()));
    values.put("changes", undo.changes(claim.id()));
    values.put("timeline", timeline);
    values.put("holds", holds.of(claim.id()));
    values.put("calls", calls.of(claim.id()));
    values.put("phone", directory.claimsPhone(claim.payerId()));
    values.put("providerLevel", providerLevel.ofClaim(claim.id().value()));
    values.put("decisions", decided.of(claim.id().value()));
    values.put("agreed", agreed.of(claim));
    values.put("decidedLines", decided.lines(claim.id().value()));
    values.put("denials", denials.ofClaim(claim.id().value()));
    values.put("standing", standings.of(claim));
    values.put("chain", corrections.chain(claim.id()));
    values.put("attachments", attachments.of(claim.id()));
    values.put("requests", requests.of(claim.id()));
    values.put("visits", links.visits(claim));
    values.put("otherParts", links.otherParts(claim));
    values.put("payersInTurn", following.payersInTurn(claim));
    values.put(
        "unasked",
        following.unasked(claim).map(next -> payers.get(next.payerId()).name()).orElse(""));
    values.put("clocks", deadlines.ofClaim(claim.id().value()));
    values.put("correctionRefusal", corrections.refusal(claim).orElse(""));
    values.put("corrections", corrections.ways(claim));
    values.put("notReplaced", corrections.notReplaced(claim).orElse(""));
    values.put("ledger", ledger.ofClaim(claim.id().value()));
    values.put("balance", ledger.claimBalance(claim.id().value()));
    values.put("files", files(timeline));
    values.put("authorizations", uses.ofClaim(claim.id().value()));
    values.put("today", authorizations.today());
    values.put(
        "account",
        Acting.actor().may(Permission.SEE_LEDGER)
            ? Optional.of(accounts.of(claim.patientId(), authorizations.today()))
            : Optional.empty());
    return pages.page(
        request, "claims", "Claim " + claim.controlNumber(), "claim/claim.jte", values);
  }

  private java.util.List<FileView> files(java.util.List<ClaimEvent> timeline) {
    var views = new ArrayList<FileView>();
    timeline.stream()
        .map(ClaimEvent::fileId)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .forEach(fileId ->
            files
                .find((long) fileId)
                .ifPresent(f ->
                    views.add(
                        new FileView(f, new String(files.content(f), StandardCharsets.UTF_8)))));
    return views;
  }

  @PostMapping("/claims/{id}/rebuild")
  ResponseEntity<String> rebuild(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    claims.rebuild(
        claims.find(id).orElseThrow().id(), "Scrubbed again from the registration as it is now");
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/" + id))
        .build();
  }

  /// Takes a change back that was made to mend a finding.
  @PostMapping("/claims/{id}/changes/{revision}/undo")
  ResponseEntity<String> undo(
      @PathVariable UUID id,
      @PathVariable int revision,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    undo.undo(id, revision, reason)
        .ifPresent(why -> {
          throw new IllegalStateException(why);
        });
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/" + id))
        .build();
  }

  @PostMapping("/claims/{id}/overrides")
  ResponseEntity<String> override(
      @PathVariable UUID id,
      @RequestParam String rule,
      @RequestParam String place,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return backToClaim(id, overrides.override(id, rule, place, reason));
  }

  @PostMapping("/claims/{id}/overrides/{override}/withdraw")
  ResponseEntity<String> withdraw(@PathVariable UUID id, @PathVariable UUID override) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return backToClaim(id, overrides.withdraw(id, override));
  }

  private static ResponseEntity<String> backToClaim(UUID id, FindingOverrides.Result result) {
    return switch (result) {
      case FindingOverrides.Result.Done done ->
          ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/claims/" + id)).build();
      case FindingOverrides.Result.Refused(String why) -> throw new IllegalStateException(why);
      case FindingOverrides.Result.NotAllowed(var right) -> throw new AccessDeniedForActor(right);
    };
  }

  @GetMapping("/files/{id}")
  ResponseEntity<byte[]> file(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var file = files.find(id).filter(f -> !f.kind().equals(Credentials.PROOF_FILE)).orElseThrow();
    audit.record("downloaded", "file", file.name(), null, null);
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + file.name().replaceAll("[^\\w.-]", "_") + "\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(files.content(file));
  }
}
