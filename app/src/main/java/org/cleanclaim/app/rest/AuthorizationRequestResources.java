package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.Authorization;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationNeed;
import org.cleanclaim.app.authorization.AuthorizationRequest;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Authorizations asked for by 278.
@RestController
@RequestMapping("/api/v1/authorizations")
class AuthorizationRequestResources {
  record ServiceLine(@Nullable String code, @Nullable String units) {}

  record Need(
      @Nullable UUID patient,
      @Nullable String payer,
      @Nullable String kind,
      @Nullable List<ServiceLine> services,
      @Nullable String from,
      @Nullable String through,
      @Nullable List<String> diagnoses,
      @Nullable String placeOfService,
      @Nullable String urgency,
      @Nullable String note) {}

  /// @param next what to do after the answer, empty while there is none
  record RequestResource(AuthorizationRequest request, String next) {}

  record Asked(UUID authorization, List<RequestResource> requests) {}

  private final AuthorizationRequests requests;
  private final Authorizations authorizations;
  private final Patients patients;
  private final Payers payers;
  private final FileExchange files;
  private final Deliveries deliveries;
  private final AuditTrail audit;

  AuthorizationRequestResources(
      AuthorizationRequests requests,
      Authorizations authorizations,
      Patients patients,
      Payers payers,
      FileExchange files,
      Deliveries deliveries,
      AuditTrail audit) {
    this.requests = requests;
    this.authorizations = authorizations;
    this.patients = patients;
    this.payers = payers;
    this.files = files;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  @PostMapping("/requests")
  @ResponseStatus(HttpStatus.CREATED)
  Asked ask(@RequestBody Need need) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    if (need.patient() == null) throw new BadInput("The field patient is missing.");
    var patient =
        patients
            .find(need.patient())
            .orElseThrow(() -> new BadInput("There is no patient " + need.patient() + "."));
    var payer =
        payers.all().stream()
            .filter(p -> p.slug().equals(need.payer()))
            .findFirst()
            .orElseThrow(() -> new BadInput("There is no payer " + need.payer() + "."));
    return asked(requests.ask(patient.id(), payer.id(), read(need)));
  }

  @PostMapping("/{id}/requests")
  Asked again(@PathVariable UUID id) {
    return asked(requests.askAgain(id));
  }

  @GetMapping("/{id}/requests")
  Asked list(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var one = authorizations.find(id).orElseThrow();
    audit.read("authorization", id, one.patientId().value());
    return asked(one);
  }

  /// @param which question or answer: the 278 as it went or as the newest answer came
  @GetMapping(value = "/{id}/requests/{request}/files/{which}", produces = "application/edi-x12")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id, @PathVariable UUID request, @PathVariable String which) {
    var found = read(id, request);
    return file(
        switch (which) {
          case "question" ->
              deliveries.asItWent(Optional.ofNullable(found.questionFile()).orElseThrow());
          case "answer" ->
              files.find(Optional.ofNullable(found.answerFile()).orElseThrow()).orElseThrow();
          default -> throw new BadInput("There are the files question and answer.");
        });
  }

  @GetMapping(
      value = "/{id}/requests/{request}/answers/{answer}/file",
      produces = "application/edi-x12")
  ResponseEntity<byte[]> answer(
      @PathVariable UUID id, @PathVariable UUID request, @PathVariable UUID answer) {
    return file(files.find(read(id, request).answer(answer).orElseThrow().file()).orElseThrow());
  }

  private AuthorizationRequest read(UUID id, UUID request) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var one = authorizations.find(id).orElseThrow();
    audit.read("authorization", id, one.patientId().value());
    return requests.of(one).stream()
        .filter(r -> r.publicId().equals(request))
        .findFirst()
        .orElseThrow();
  }

  private ResponseEntity<byte[]> file(ExchangedFile file) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .body(files.content(file));
  }

  private Asked asked(Authorization one) {
    return new Asked(
        one.publicId(),
        requests.of(one).stream()
            .map(r -> new RequestResource(r, r.outcome() == null ? "" : r.outcome().nextStep()))
            .toList());
  }

  private static AuthorizationNeed read(Need need) {
    var services = new ArrayList<AuthorizationNeed.Service>();
    for (ServiceLine line : need.services() == null ? List.<ServiceLine>of() : need.services()) {
      var code =
          ProcedureCode.parse(BodyFields.text(line.code()).strip())
              .orElseThrow(() ->
                  new BadInput("services: \"" + line.code() + "\" is no code such as 97110."));
      services.add(new AuthorizationNeed.Service(code, units(line.units())));
    }
    return new AuthorizationNeed(
        need.kind() == null
            ? AuthorizationKind.PRIOR_AUTHORIZATION
            : BodyFields.one(AuthorizationKind.values(), "kind", need.kind()),
        services,
        BodyFields.day("from", need.from()),
        BodyFields.day("through", need.through()),
        need.diagnoses() == null ? List.of() : need.diagnoses(),
        place(need.placeOfService()),
        need.urgency() == null
            ? null
            : BodyFields.one(AuthorizationNeed.Urgency.values(), "urgency", need.urgency()),
        need.note());
  }

  private static @Nullable PlaceOfService place(@Nullable String text) {
    if (text == null) return null;
    return PlaceOfService.parse(text)
        .orElseThrow(() -> new BadInput("placeOfService has two digits such as 11."));
  }

  private static BigDecimal units(@Nullable String text) {
    if (text == null) return BigDecimal.ONE;
    if (!text.strip().matches("[0-9]{1,5}(\\.[0-9]{1,3})?")) {
      throw new BadInput("services: units are a number above zero, not \"" + text + "\".");
    }
    return new BigDecimal(text.strip());
  }
}
