package org.cleanclaim.app.web.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.Authorization;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationNeed;
import org.cleanclaim.app.authorization.AuthorizationNeed.Urgency;
import org.cleanclaim.app.authorization.AuthorizationRefusal;
import org.cleanclaim.app.authorization.AuthorizationRequest;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.authorization.ServiceRange;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form by which a payer is asked for an authorization (278).
@Controller
public class AuthorizationRequestPages {
  /// Fields as typed.
  ///
  /// @param services a code, or a code with its units as `97110 x 12`, one after the other
  public record TypedNeed(
      @Nullable String payer,
      @Nullable String kind,
      @Nullable String services,
      @Nullable String from,
      @Nullable String through,
      @Nullable String diagnoses,
      @Nullable String place,
      @Nullable String urgency,
      @Nullable String note) {}

  private final Pages pages;
  private final AuthorizationRequests requests;
  private final Authorizations authorizations;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final FileExchange files;
  private final Deliveries deliveries;
  private final AuditTrail audit;

  AuthorizationRequestPages(
      Pages pages,
      AuthorizationRequests requests,
      Authorizations authorizations,
      Patients patients,
      Coverages coverages,
      Payers payers,
      FileExchange files,
      Deliveries deliveries,
      AuditTrail audit) {
    this.pages = pages;
    this.requests = requests;
    this.authorizations = authorizations;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.files = files;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  /// @param like an authorization that runs out, whose services are asked for again; null for none
  @GetMapping("/authorizations/request")
  ResponseEntity<String> blank(
      HttpServletRequest request,
      @RequestParam UUID patient,
      @RequestParam(required = false) @Nullable UUID like) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var found = patients.find(patient).orElseThrow();
    if (like != null) {
      var earlier = authorizations.find(like).orElseThrow();
      return form(request, HttpStatus.OK, found, again(earlier), "");
    }
    String slug =
        coverages
            .primary(found.id(), authorizations.today())
            .map(coverage -> payers.get(coverage.payerId()).slug())
            .orElse("");
    var typed = new TypedNeed(slug, "", "", "", "", "", "11", "", "");
    return form(request, HttpStatus.OK, found, typed, "");
  }

  // The first code of a range stands for it: the payer is asked by codes.
  private TypedNeed again(Authorization earlier) {
    var entry = earlier.entry();
    String services =
        entry.services().stream().map(ServiceRange::first).collect(Collectors.joining(", "));
    String number = entry.number() == null ? "" : "More of authorization " + entry.number();
    return new TypedNeed(
        payers.get(earlier.payerId()).slug(),
        entry.kind().name(),
        services,
        authorizations.today().toString(),
        "",
        "",
        "11",
        "",
        number);
  }

  @PostMapping("/authorizations/request")
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam UUID patient, @ModelAttribute TypedNeed typed) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var found = patients.find(patient).orElseThrow();
    var payer = payers.all().stream().filter(p -> p.slug().equals(typed.payer())).findFirst();
    if (payer.isEmpty()) {
      return form(
          request, HttpStatus.UNPROCESSABLE_CONTENT, found, typed, "Choose a payer of the list.");
    }
    var faults = new ArrayList<String>();
    var services = services(text(typed.services()), faults);
    var from = day("The first day", text(typed.from()), faults);
    var through = day("The last day", text(typed.through()), faults);
    var place = PlaceOfService.parse(text(typed.place()));
    if (place.isEmpty() && !text(typed.place()).isEmpty()) {
      faults.add("A place of service has two digits such as 11.");
    }
    if (!faults.isEmpty() || from == null || through == null) {
      return form(
          request, HttpStatus.UNPROCESSABLE_CONTENT, found, typed, String.join(" ", faults));
    }
    try {
      var need =
          new AuthorizationNeed(
              text(typed.kind()).equals(AuthorizationKind.REFERRAL.name())
                  ? AuthorizationKind.REFERRAL
                  : AuthorizationKind.PRIOR_AUTHORIZATION,
              services,
              from,
              through,
              words(text(typed.diagnoses())),
              place.orElse(null),
              Arrays.stream(Urgency.values())
                  .filter(u -> u.name().equals(text(typed.urgency())))
                  .findFirst()
                  .orElse(null),
              text(typed.note()).isEmpty() ? null : text(typed.note()));
      return to(requests.ask(found.id(), payer.get().id(), need).publicId());
    } catch (AuthorizationRefusal refusal) {
      return form(request, HttpStatus.CONFLICT, found, typed, String.valueOf(refusal.getMessage()));
    }
  }

  @PostMapping("/authorizations/{id}/ask-again")
  ResponseEntity<String> again(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    return to(requests.askAgain(id).publicId());
  }

  @GetMapping("/authorizations/{id}/requests/{request}/question.x12")
  ResponseEntity<byte[]> question(@PathVariable UUID id, @PathVariable UUID request) {
    return file(
        deliveries.asItWent(Optional.ofNullable(read(id, request).questionFile()).orElseThrow()));
  }

  @GetMapping("/authorizations/{id}/requests/{request}/answers/{answer}.x12")
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
        .contentType(MediaType.TEXT_PLAIN)
        .body(files.content(file));
  }

  private static List<AuthorizationNeed.Service> services(String text, List<String> faults) {
    var services = new ArrayList<AuthorizationNeed.Service>();
    String plain =
        text.toUpperCase(Locale.ROOT).replaceAll("\\s*[X×*]\\s*(?=[0-9.]+(\\s|,|;|$))", "@");
    for (String word : words(plain)) {
      String[] parts = word.split("@", 2);
      var code = ProcedureCode.parse(parts[0]);
      boolean isCount = parts.length == 1 || parts[1].matches("[0-9]{1,5}(\\.[0-9]{1,3})?");
      if (code.isEmpty() || !isCount) {
        faults.add("\"%s\" is no code such as 97110 or 97110 x 12.".formatted(word));
        continue;
      }
      services.add(
          new AuthorizationNeed.Service(
              code.get(), parts.length == 1 ? BigDecimal.ONE : new BigDecimal(parts[1])));
    }
    if (services.isEmpty() && faults.isEmpty()) faults.add("Name at least one service.");
    return services;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static @Nullable LocalDate day(String what, String text, List<String> faults) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(what + " is written 2026-03-31.");
      return null;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      TypedNeed typed,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("payers", payers.all());
    values.put("typed", typed);
    values.put("refusal", refusal);
    return pages.page(
        request,
        status,
        "authorizations",
        "Ask for an authorization",
        "authorization/request.jte",
        values);
  }

  private static ResponseEntity<String> to(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/authorizations/" + id))
        .build();
  }
}
