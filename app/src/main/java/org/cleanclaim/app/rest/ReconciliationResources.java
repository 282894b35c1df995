package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.claim.LateCharges;
import org.cleanclaim.app.claim.VisitReconciliation;
import org.cleanclaim.app.claim.VisitReconciliation.OpenVisit;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
      @Nullable String reason) {}

  /// The claim that has all charges.
  record UpToDate(UUID claim, String controlNumber, String status, String billed) {}

  private final VisitReconciliation reconciliation;
  private final LateCharges late;
  private final Charges charges;
  private final Encounters encounters;

  ReconciliationResources(
      VisitReconciliation reconciliation,
      LateCharges late,
      Charges charges,
      Encounters encounters) {
    this.reconciliation = reconciliation;
    this.late = late;
    this.charges = charges;
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
    var added =
        charges.add(
            encounters.find(id).orElseThrow().id(), entry(body), BodyFields.text(body.reason()));
    return switch (added) {
      case CaptureResult.Captured(var all) -> all;
      case CaptureResult.NotPriced(String message) -> throw new IllegalStateException(message);
    };
  }

  private static ChargeEntry entry(LateBody body) {
    try {
      return new ChargeEntry(
          new ProcedureCode(BodyFields.text(body.procedure())),
          strings(body.modifiers()).stream().map(Modifier::new).toList(),
          new BigDecimal(body.units() == null ? "1" : body.units()),
          strings(body.diagnoses()).stream().map(d -> new Icd10Cm(d.replace(".", ""))).toList());
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
