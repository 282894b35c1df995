package org.cleanclaim.app.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.AppliedChange;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimFixes;
import org.cleanclaim.app.claim.ClaimFixes.Chosen;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.FindingOverrides;
import org.cleanclaim.app.claim.Fix;
import org.cleanclaim.app.claim.FixKind;
import org.cleanclaim.app.claim.FixOutcome;
import org.cleanclaim.app.claim.FixUndo;
import org.cleanclaim.app.claim.ShownFinding;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.FindingLists;
import org.cleanclaim.app.worklist.FindingLists.FindingFilter;
import org.cleanclaim.app.worklist.FindingLists.ListedFinding;
import org.cleanclaim.app.worklist.FindingLists.State;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Scrubbing, findings, overrides, and the same fix for many claims.
@RestController
@RequestMapping("/api/v1")
class FindingResources {
  /// A claim after a scrub.
  record Scrubbed(UUID claimId, String status, int revision, List<ShownFinding> findings) {}

  record OverrideRequest(@Nullable String rule, @Nullable String place, @Nullable String reason) {}

  record UndoRequest(@Nullable String reason) {}

  record Pick(@Nullable UUID claimId, @Nullable Integer revision) {}

  /// @param reason needed to apply, not to preview
  record FixRequest(
      @Nullable String rule,
      @Nullable String kind,
      @Nullable String value,
      @Nullable List<Pick> claims,
      @Nullable String reason) {}

  /// What would come, or came, of one claim.
  ///
  /// @param result PREVIEWED, APPLIED or REFUSED
  record Outcome(
      UUID claimId,
      String controlNumber,
      String result,
      @Nullable String before,
      @Nullable String after,
      @Nullable String status,
      @Nullable Long errorsLeft,
      @Nullable String why) {}

  record FixAnswer(long ready, long held, int refused, List<Outcome> outcomes) {}

  private final Claims claims;
  private final FindingLists findings;
  private final FindingOverrides overrides;
  private final ClaimFixes fixes;
  private final FixUndo undo;
  private final AuditTrail audit;

  FindingResources(
      Claims claims,
      FindingLists findings,
      FindingOverrides overrides,
      ClaimFixes fixes,
      FixUndo undo,
      AuditTrail audit) {
    this.claims = claims;
    this.findings = findings;
    this.overrides = overrides;
    this.fixes = fixes;
    this.undo = undo;
    this.audit = audit;
  }

  @GetMapping("/findings")
  ListPage<ListedFinding> findings(
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String layer,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String payer,
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var wanted = oneOf("state", state, State.values());
    var list = findings.findingPage(new FindingFilter(rule, layer, severity, payer, wanted), page);
    audit.record("listed findings", "finding list", "api", null, null);
    return list;
  }

  @PostMapping("/claims/{id}/scrub")
  Scrubbed scrub(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return scrubbed(claims.scrubAgain(id));
  }

  @PostMapping("/claims/{id}/overrides")
  Scrubbed override(@PathVariable UUID id, @RequestBody OverrideRequest request) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return done(
        overrides.override(
            id,
            given("rule", request.rule()),
            given("place", request.place()),
            given("reason", request.reason())));
  }

  @DeleteMapping("/claims/{id}/overrides/{override}")
  Scrubbed withdraw(@PathVariable UUID id, @PathVariable UUID override) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return done(overrides.withdraw(id, override));
  }

  @PostMapping("/findings/fixes/preview")
  FixAnswer preview(@RequestBody FixRequest request) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return answer(fixes.preview(given("rule", request.rule()), fix(request), chosen(request)));
  }

  @PostMapping("/findings/fixes/apply")
  FixAnswer apply(@RequestBody FixRequest request) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return answer(
        fixes.apply(
            given("rule", request.rule()),
            fix(request),
            chosen(request),
            given("reason", request.reason())));
  }

  @GetMapping("/claims/{id}/changes")
  List<AppliedChange> changes(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    audit.read("claim", claim.id(), claim.patientId().value());
    return undo.changes(claim.id());
  }

  @PostMapping("/claims/{id}/changes/{revision}/undo")
  Scrubbed undo(
      @PathVariable UUID id, @PathVariable int revision, @RequestBody UndoRequest request) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    undo.undo(id, revision, given("reason", request.reason()))
        .ifPresent(why -> {
          throw new IllegalStateException(why);
        });
    return scrubbed(claims.find(id).orElseThrow());
  }

  private Scrubbed scrubbed(BilledClaim claim) {
    return new Scrubbed(
        claim.publicId(),
        claim.status().name(),
        claim.revision(),
        claims.findings(claim.id()).stream()
            .filter(f -> f.revision() == claim.revision())
            .toList());
  }

  private Scrubbed done(FindingOverrides.Result result) {
    return switch (result) {
      case FindingOverrides.Result.Done(var claim) -> scrubbed(claim);
      case FindingOverrides.Result.Refused(String why) -> throw new IllegalStateException(why);
      case FindingOverrides.Result.NotAllowed(var needed) -> throw new AccessDeniedForActor(needed);
    };
  }

  private static Fix fix(FixRequest request) {
    FixKind kind = oneOf("kind", given("kind", request.kind()), FixKind.values());
    if (kind.takesValue()) return new Fix(kind, given("value", request.value()));
    return new Fix(kind, request.value() == null ? "" : request.value());
  }

  private static List<Chosen> chosen(FixRequest request) {
    var picks = request.claims() == null ? List.<Pick>of() : request.claims();
    return picks.stream()
        .map(p -> {
          if (p.claimId() == null || p.revision() == null) {
            throw new BadInput("Each of claims needs claimId and revision, as listed in findings.");
          }
          return new Chosen(p.claimId(), p.revision());
        })
        .toList();
  }

  private static FixAnswer answer(ClaimFixes.Report report) {
    if (!report.problem().isEmpty()) throw new BadInput(report.problem());
    return new FixAnswer(
        report.ready(),
        report.held(),
        report.refusals().size(),
        report.outcomes().stream().map(FindingResources::outcome).toList());
  }

  private static Outcome outcome(FixOutcome outcome) {
    return switch (outcome) {
      case FixOutcome.Previewed p ->
          new Outcome(
              p.claimId(),
              p.controlNumber(),
              "PREVIEWED",
              p.before(),
              p.after(),
              null,
              p.errorsLeft(),
              null);
      case FixOutcome.Applied a ->
          new Outcome(
              a.claimId(),
              a.controlNumber(),
              "APPLIED",
              a.before(),
              a.after(),
              a.status().name(),
              null,
              null);
      case FixOutcome.Refused r ->
          new Outcome(r.claimId(), r.controlNumber(), "REFUSED", null, null, null, null, r.why());
    };
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) throw new BadInput("The field " + name + " is missing.");
    return value.strip();
  }

  private static <E extends Enum<E>> E oneOf(String name, String text, E[] values) {
    String wanted = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values)
        .filter(v -> v.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "%s has to be one of %s, not %s."
                    .formatted(
                        name,
                        String.join(", ", Arrays.stream(values).map(Enum::name).toList()),
                        text)));
  }
}
