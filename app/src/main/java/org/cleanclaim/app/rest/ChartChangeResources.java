package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChangeResult.Conflict;
import org.cleanclaim.app.chart.ChangeResult.Made;
import org.cleanclaim.app.chart.ChangeResult.MadeBefore;
import org.cleanclaim.app.chart.ChangeResult.Refused;
import org.cleanclaim.app.chart.ChartChange;
import org.cleanclaim.app.chart.ChartChanges;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.signing.PacketFacts;
import org.cleanclaim.app.signing.SignedCoding;
import org.cleanclaim.app.signing.SignedCodings;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Work on a chart: changes, each made once; the codes made final; the audit packets of signatures.
@RestController
@RequestMapping("/api/v1/charts/{encounterId}")
class ChartChangeResources {

  /// @param outcome MADE, or MADE_BEFORE when the key was known
  /// @param revision of the chart after the change
  record Answer(String outcome, long revision) {}

  /// @param isFinal whether the codes are final now
  /// @param findings what stopped it, or what was told
  /// @param secondReview why the codes wait for a second review; null when they do not
  record Final(boolean isFinal, List<Finding> findings, @Nullable String secondReview) {}

  record ReasonBody(@Nullable String reason) {}

  record AdmissionBody(@Nullable String indicator) {}

  private final Encounters encounters;
  private final ChartFinalizing finalizing;
  private final ChartReopening reopening;
  private final ChartCodes chartCodes;
  private final ChartChanges work;
  private final SignedCodings signed;
  private final AuditedCharts audited;
  private final AuditTrail audit;

  ChartChangeResources(
      Encounters encounters,
      ChartFinalizing finalizing,
      ChartReopening reopening,
      ChartCodes chartCodes,
      ChartChanges work,
      SignedCodings signed,
      AuditedCharts audited,
      AuditTrail audit) {
    this.encounters = encounters;
    this.finalizing = finalizing;
    this.reopening = reopening;
    this.chartCodes = chartCodes;
    this.work = work;
    this.signed = signed;
    this.audited = audited;
    this.audit = audit;
  }

  @PostMapping("/changes")
  Answer change(@PathVariable UUID encounterId, @RequestBody ChartChange change) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    return switch (work.make(sighted(encounterId).id(), change)) {
      case Made made -> new Answer("MADE", made.revision());
      case MadeBefore before -> new Answer("MADE_BEFORE", before.revision());
      case Conflict conflict -> throw new IllegalStateException(conflict.sentence());
      case Refused refused -> throw new IllegalStateException(refused.sentence());
    };
  }

  /// Whether a diagnosis of a stay was present on admission: Y, N, U, W; none takes it back.
  @PutMapping("/codes/{code}/admission")
  ResponseEntity<Void> admission(
      @PathVariable UUID encounterId, @PathVariable String code, @RequestBody AdmissionBody body) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    Icd10Cm diagnosis =
        Icd10Cm.parse(code)
            .orElseThrow(() -> new BadInput("This is no ICD-10-CM code: " + code + "."));
    String indicator = body.indicator();
    chartCodes.presentOnAdmission(
        sighted(encounterId).id(),
        diagnosis,
        indicator == null || indicator.isBlank() ? null : indicator.strip());
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/finalize")
  Final finalizeCodes(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    return switch (finalizing.finalizeCodes(sighted(encounterId).id())) {
      case FinalizeResult.Finalized done -> new Final(true, done.findings(), null);
      case FinalizeResult.Stopped stopped -> new Final(false, stopped.findings(), null);
      case FinalizeResult.UnderReview review -> new Final(false, review.findings(), review.why());
    };
  }

  @PostMapping("/reopen")
  ResponseEntity<Void> reopen(@PathVariable UUID encounterId, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    String reason = body.reason();
    if (reason == null || reason.isBlank()) throw new BadInput("The field reason is missing.");
    reopening.reopen(sighted(encounterId).id(), reason.strip());
    return ResponseEntity.noContent().build();
  }

  /// The signatures of the visit, the latest first.
  @GetMapping("/packets")
  List<SignedCoding> packets(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return signed.of(sighted(encounterId).id());
  }

  /// What the packet of a signature says: the coded encounter.
  @GetMapping("/packets/{number}")
  PacketFacts facts(@PathVariable UUID encounterId, @PathVariable int number) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = sighted(encounterId);
    var facts = signed.facts(encounter.id(), number).orElseThrow();
    record("read audit packet " + number, encounter);
    return facts;
  }

  /// The packet as the file that was signed.
  @GetMapping("/packets/{number}/file")
  ResponseEntity<byte[]> file(@PathVariable UUID encounterId, @PathVariable int number) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = sighted(encounterId);
    byte[] file = signed.file(encounter.id(), number).orElseThrow();
    record("exported audit packet " + number, encounter);
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=packet-" + number + ".zip")
        .contentType(MediaType.parseMediaType("application/zip"))
        .body(file);
  }

  /// The packet on paper: the same words, the same bytes each time.
  @GetMapping("/packets/{number}/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID encounterId, @PathVariable int number) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = sighted(encounterId);
    byte[] file = signed.paper(encounter.id(), number).orElseThrow();
    record("exported audit packet " + number, encounter);
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=packet-" + number + ".pdf")
        .contentType(MediaType.APPLICATION_PDF)
        .body(file);
  }

  private void record(String action, Encounter encounter) {
    audit.record(action, "encounter", encounter.id(), encounter.patientId().value(), null);
  }

  private Encounter sighted(UUID encounterId) {
    var encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return encounter;
  }
}
