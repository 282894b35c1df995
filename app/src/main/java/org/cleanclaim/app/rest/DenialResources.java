package org.cleanclaim.app.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.denial.Appeal;
import org.cleanclaim.app.denial.Appeals;
import org.cleanclaim.app.denial.CaseEvent;
import org.cleanclaim.app.denial.DenialCase;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialDesk;
import org.cleanclaim.app.denial.DenialFigures;
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.denial.Evidence;
import org.cleanclaim.app.denial.EvidenceKind;
import org.cleanclaim.app.denial.Guardrails;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Denial cases: what they are, what is allowed and why not, and the work on them.
@RestController
@RequestMapping("/api/v1/denials")
class DenialResources {

  /// @param allowed false when a guardrail forbids it
  /// @param because the guardrails' sentences
  /// @param missing evidence that it needs and that is not on hand
  record ActionResource(boolean allowed, List<String> because, Set<EvidenceKind> missing) {}

  record CaseResource(
      DenialCase denial,
      Map<Action, ActionResource> actions,
      List<Evidence> evidence,
      List<Appeal> appeals,
      List<CaseEvent> events) {}

  /// What is done with a case; the action says which fields are read.
  ///
  /// @param way how an appeal was sent
  /// @param won what a payer's decision on an appeal gives, in dollars
  record Deed(
      @Nullable String action,
      @Nullable String reason,
      @Nullable String kind,
      @Nullable String on,
      @Nullable String way,
      @Nullable String tracking,
      @Nullable String won) {}

  private final Denials denials;
  private final DenialDesk desk;
  private final Appeals appeals;
  private final DenialFigures figures;
  private final AuditTrail audit;

  DenialResources(
      Denials denials, DenialDesk desk, Appeals appeals, DenialFigures figures, AuditTrail audit) {
    this.denials = denials;
    this.desk = desk;
    this.appeals = appeals;
    this.figures = figures;
    this.audit = audit;
  }

  @GetMapping
  List<DenialCase> list(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String payer) {
    return denials.list(
        new DenialFilter(
            open ? "OPEN" : "ALL",
            cause.isBlank() ? null : cause,
            payer.isBlank() ? null : payer,
            null));
  }

  @GetMapping("/figures")
  DenialFigures.Figures figures(@RequestParam String from, @RequestParam String through) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return figures.of(BodyFields.day("from", from), BodyFields.day("through", through));
  }

  @GetMapping("/{id}")
  CaseResource one(@PathVariable UUID id) {
    var denial = denials.find(id).orElseThrow();
    AccessDeniedForActor.unlessOwner(denial.owner(), Permission.SEE_CLAIM);
    audit.record("read", "denial case", denial.id(), null, null);
    return resource(denial);
  }

  private CaseResource resource(DenialCase denial) {
    var actions = new LinkedHashMap<Action, ActionResource>();
    denials
        .standings(denial)
        .forEach((action, standing) -> actions.put(action, resource(standing)));
    return new CaseResource(
        denial, actions, denials.evidence(denial), appeals.of(denial), denials.events(denial));
  }

  private static ActionResource resource(Guardrails.Standing standing) {
    return new ActionResource(standing.isAllowed(), standing.refusals(), standing.missing());
  }

  /// Does one thing with a case: `evidence`, `correct`, `write-appeal`, `send-appeal`,
  /// `decide-appeal`, `bill-patient`, `bill-other-payer`, `close`.
  @PostMapping("/{id}/deeds")
  CaseResource deed(@PathVariable UUID id, @RequestBody Deed deed) {
    String owner = denials.find(id).orElseThrow().owner();
    AccessDeniedForActor.unlessOwner(owner, Permission.WORK_DENIAL);
    String reason = BodyFields.text(deed.reason());
    switch (BodyFields.text(deed.action())) {
      case "evidence" -> denials.addEvidence(id, kind(deed.kind()), reason);
      case "correct" -> desk.correct(id, reason);
      case "write-appeal" -> appeals.write(id);
      case "send-appeal" ->
          appeals.send(
              id,
              BodyFields.day("on", deed.on()),
              BodyFields.text(deed.way()),
              BodyFields.text(deed.tracking()));
      case "decide-appeal" ->
          appeals.decide(id, BodyFields.day("on", deed.on()), money(deed.won()));
      case "bill-patient" -> desk.billPatient(id, reason);
      case "bill-other-payer" -> desk.billOtherPayer(id, reason);
      case "close" -> desk.close(id, reason);
      default ->
          throw new BadInput(
              "action has to be one of evidence, correct, write-appeal, send-appeal, decide-appeal,"
                  + " bill-patient, bill-other-payer, close.");
    }
    return resource(denials.find(id).orElseThrow());
  }

  @GetMapping(value = "/{id}/appeals/{level}.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> letter(@PathVariable UUID id, @PathVariable int level) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var denial = denials.find(id).orElseThrow();
    audit.record("read", "appeal letter", denial.id(), null, null);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .body(appeals.pdf(denial, level));
  }

  private static EvidenceKind kind(@Nullable String text) {
    return Arrays.stream(EvidenceKind.values())
        .filter(k -> k.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new BadInput("kind has to be one of " + Arrays.toString(EvidenceKind.values()) + "."));
  }

  private static Money money(@Nullable String text) {
    return Money.parse(BodyFields.text(text))
        .orElseThrow(() -> new BadInput("won has to be an amount like 120.00."));
  }
}
