package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.TypedCharge;
import org.cleanclaim.app.charge.TypedDrug;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.claim.LateCharges;
import org.cleanclaim.app.claim.VisitReconciliation;
import org.cleanclaim.app.claim.VisitReconciliation.OpenVisit;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Visits whose charges and claims do not meet, and charges that come late.
@RestController
@RequestMapping("/api/v1")
class ReconciliationResources {

  /// A charge that comes after the others of its visit.
  record LateBody(
      @Nullable String procedure,
      @Nullable List<String> modifiers,
      @Nullable String units,
      @Nullable List<String> diagnoses,
      @Nullable TypedDrug drug,
      @Nullable String reason) {}

  record Withdrawal(@Nullable String reason) {}

  /// The claim that has all charges.
  record UpToDate(UUID claim, String controlNumber, String status, String billed) {}

  private final VisitReconciliation reconciliation;
  private final LateCharges late;
  private final Charges charges;
  private final Charts charts;
  private final Encounters encounters;

  ReconciliationResources(
      VisitReconciliation reconciliation,
      LateCharges late,
      Charges charges,
      Charts charts,
      Encounters encounters) {
    this.reconciliation = reconciliation;
    this.late = late;
    this.charges = charges;
    this.charts = charts;
    this.encounters = encounters;
  }

  @GetMapping("/reconciliation")
  ListPage<OpenVisit> open(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return reconciliation.open(page);
  }

  /// Adds a charge to a visit that has charges.
  @PostMapping("/encounters/{id}/late-charges")
  List<Charge> add(@PathVariable UUID id, @RequestBody LateBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var visit = encounters.find(id).orElseThrow().id();
    return captured(charges.add(visit, entry(visit, body), BodyFields.text(body.reason())));
  }

  /// Replaces one line.
  @PutMapping("/encounters/{id}/charges/{line}")
  List<Charge> correct(@PathVariable UUID id, @PathVariable int line, @RequestBody LateBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var visit = encounters.find(id).orElseThrow().id();
    return captured(
        charges.correct(visit, line, entry(visit, body), BodyFields.text(body.reason())));
  }

  /// Takes one line back; answers with those that are left.
  @PostMapping("/encounters/{id}/charges/{line}/withdraw")
  List<Charge> withdraw(
      @PathVariable UUID id, @PathVariable int line, @RequestBody Withdrawal body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var visit = encounters.find(id).orElseThrow().id();
    charges.withdraw(visit, line, BodyFields.text(body.reason()));
    return charges.ofEncounter(visit);
  }

  private static List<Charge> captured(CaptureResult result) {
    return switch (result) {
      case CaptureResult.Captured(var all) -> all;
      case CaptureResult.NotPriced(String message) -> throw new IllegalStateException(message);
    };
  }

  private ChargeEntry entry(EncounterId visit, LateBody body) {
    var coded =
        charts.get(visit).codes().stream()
            .filter(c -> c.system() == CodeSystem.ICD10CM)
            .map(ChartCode::code)
            .toList();
    try {
      return new TypedCharge(
              body.procedure(),
              String.join(" ", strings(body.modifiers())),
              body.units(),
              strings(body.diagnoses()),
              body.drug() == null ? TypedDrug.NONE : body.drug())
          .read(coded);
    } catch (IllegalArgumentException e) {
      throw new BadInput("The charge cannot be read: " + e.getMessage());
    }
  }

  private static List<String> strings(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }

  /// Brings a claim up to the charges and final codes of its visits; one that a payer has is
  /// replaced.
  @PostMapping("/claims/{id}/late-charges")
  UpToDate bringUpToDate(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = late.bringUpToDate(id);
    return new UpToDate(
        claim.publicId(),
        claim.controlNumber(),
        claim.status().name(),
        claim.totalCharge().toString());
  }
}
