package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.Authorization;
import org.cleanclaim.app.authorization.AuthorizationEntry;
import org.cleanclaim.app.authorization.AuthorizationFilter;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationSource;
import org.cleanclaim.app.authorization.AuthorizationStatus;
import org.cleanclaim.app.authorization.AuthorizationUse;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.authorization.RunOut;
import org.cleanclaim.app.authorization.ServiceRange;
import org.cleanclaim.app.authorization.TypedAuthorization;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.patient.Patients;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Authorizations and referrals of payers, and what claims used of them.
@RestController
@RequestMapping("/api/v1/authorizations")
class AuthorizationResources {

  /// @param unitsApproved null when the payer counts none
  /// @param version to be sent back with a change
  record AuthorizationResource(
      UUID id,
      UUID patient,
      String payer,
      AuthorizationKind kind,
      AuthorizationStatus status,
      @Nullable String number,
      AuthorizationSource source,
      List<String> services,
      @Nullable BigDecimal unitsApproved,
      BigDecimal unitsUsed,
      @Nullable BigDecimal unitsLeft,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable String contact,
      @Nullable String note,
      RunOut runOut,
      int version) {}

  record AuthorizationWithUses(AuthorizationResource authorization, List<AuthorizationUse> uses) {}

  /// @param patient and payer (slug) of a new one; not read for a change
  /// @param version and reason of a change; not read for a new one
  record AuthorizationBody(
      @Nullable UUID patient,
      @Nullable String payer,
      @Nullable String kind,
      @Nullable String status,
      @Nullable String number,
      @Nullable String source,
      @Nullable List<String> services,
      @Nullable String units,
      @Nullable String from,
      @Nullable String through,
      @Nullable String contact,
      @Nullable String note,
      @Nullable Integer version,
      @Nullable String reason) {}

  private final Authorizations authorizations;
  private final AuthorizationUses uses;
  private final Patients patients;
  private final Payers payers;
  private final AuditTrail audit;

  AuthorizationResources(
      Authorizations authorizations,
      AuthorizationUses uses,
      Patients patients,
      Payers payers,
      AuditTrail audit) {
    this.authorizations = authorizations;
    this.uses = uses;
    this.patients = patients;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping
  List<AuthorizationResource> list(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") String soon) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var filter =
        new AuthorizationFilter(
            status.isBlank() ? null : status(status),
            payer.isBlank() ? null : payer.strip(),
            q.isBlank() ? null : q.strip(),
            soon.equalsIgnoreCase("true"));
    audit.record("listed", "authorization list", "api", null, null);
    return authorizations.list(filter).stream().map(this::resource).toList();
  }

  @GetMapping("/{id}")
  AuthorizationWithUses one(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var found = authorizations.find(id).orElseThrow();
    audit.read("authorization", id, found.patientId().value());
    return new AuthorizationWithUses(resource(found), uses.of(found));
  }

  @PostMapping
  AuthorizationResource add(@RequestBody AuthorizationBody body) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    if (body.patient() == null) throw new BadInput("The field patient is missing.");
    var patient =
        patients
            .find(body.patient())
            .orElseThrow(() -> new BadInput("There is no patient " + body.patient() + "."));
    var payer =
        payers.all().stream()
            .filter(p -> p.slug().equals(body.payer()))
            .findFirst()
            .orElseThrow(() -> new BadInput("There is no payer " + body.payer() + "."));
    return resource(authorizations.add(patient.id(), payer.id(), entry(body)));
  }

  @PutMapping("/{id}")
  AuthorizationResource change(@PathVariable UUID id, @RequestBody AuthorizationBody body) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    if (body.version() == null) throw new BadInput("The field version is missing.");
    String reason = text(body.reason());
    if (reason.strip().length() < 5) {
      throw new BadInput("A change needs a reason of at least five characters.");
    }
    return resource(authorizations.change(id, body.version(), entry(body), reason.strip()));
  }

  private static AuthorizationEntry entry(AuthorizationBody body) {
    var services = body.services() == null ? List.<String>of() : body.services();
    var typed =
        new TypedAuthorization(
            text(body.kind()),
            text(body.status()),
            text(body.number()),
            text(body.source()),
            String.join(" ", services),
            text(body.units()),
            text(body.from()),
            text(body.through()),
            text(body.contact()),
            text(body.note()));
    return switch (typed.read()) {
      case TypedAuthorization.Read.Whole(var entry) -> entry;
      case TypedAuthorization.Read.Faulty(var faults) ->
          throw new BadInput(
              faults.entrySet().stream()
                  .sorted(java.util.Map.Entry.comparingByKey())
                  .map(fault -> fault.getKey() + ": " + fault.getValue())
                  .collect(Collectors.joining(" ")));
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static AuthorizationStatus status(String text) {
    return Arrays.stream(AuthorizationStatus.values())
        .filter(s -> s.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "status has to be one of " + Arrays.toString(AuthorizationStatus.values()) + "."));
  }

  private AuthorizationResource resource(Authorization one) {
    var entry = one.entry();
    var today = authorizations.today();
    return new AuthorizationResource(
        one.publicId(),
        one.patientPublicId(),
        one.payer(),
        entry.kind(),
        one.status(today),
        entry.number(),
        entry.source(),
        entry.services().stream().map(ServiceRange::toString).toList(),
        entry.unitsApproved(),
        one.unitsUsed(),
        one.unitsLeft(),
        entry.validFrom(),
        entry.validThrough(),
        entry.contact(),
        entry.note(),
        one.runOut(today),
        one.version());
  }
}
