package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.ExpectedPatients;
import org.cleanclaim.app.coverage.ExpectedPatients.Standing;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who is expected and how well their coverage is known.
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentResources {

  /// @param next what to do, empty for nothing
  record ExpectedResource(
      UUID id,
      LocalDate on,
      String what,
      UUID patient,
      String accountNumber,
      @Nullable String payer,
      @Nullable String plan,
      Standing standing,
      String next,
      @Nullable UUID check) {}

  private final ExpectedPatients expected;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  AppointmentResources(ExpectedPatients expected, EligibilityChecks checks, AuditTrail audit) {
    this.expected = expected;
    this.checks = checks;
    this.audit = audit;
  }

  /// @param from first day, today when missing
  /// @param through last day, a week later when missing
  /// @param patient null for all
  @GetMapping
  ListPage<ExpectedResource> list(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String through,
      @RequestParam(required = false) @Nullable UUID patient,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    audit.record("listed", "appointments", "api", null, null);
    var first = from.isBlank() ? checks.today() : BodyFields.day("from", from);
    var last = through.isBlank() ? first.plusDays(6) : BodyFields.day("through", through);
    return expected
        .list(first, last, patient, "", standing(standing), page)
        .map(one ->
            new ExpectedResource(
                one.appointment(),
                one.on(),
                one.what(),
                one.patientPublicId(),
                one.accountNumber(),
                one.payer(),
                one.plan(),
                one.standing(),
                one.standing().nextStep(),
                one.check()));
  }

  private static @Nullable Standing standing(String word) {
    if (word.isBlank()) return null;
    return Arrays.stream(Standing.values())
        .filter(one -> one.name().equals(word.strip()))
        .findFirst()
        .orElseThrow(() ->
            new BadInput("standing has to be one of " + Arrays.toString(Standing.values()) + "."));
  }
}
