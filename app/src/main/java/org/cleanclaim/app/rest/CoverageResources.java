package org.cleanclaim.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.OrderAdvice;
import org.cleanclaim.app.coverage.Subscriber;
import org.cleanclaim.app.coverage.Subscribers;
import org.cleanclaim.app.coverage.TypedCoverage;
import org.cleanclaim.app.coverage.TypedSubscriber;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.pricing.cob.MedicareOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Policies of a patient and the order in which they pay.
@RestController
@RequestMapping("/api/v1/patients/{patient}/coverages")
class CoverageResources {
  record CoverageResource(
      long id,
      String payer,
      PayerSequence sequence,
      String plan,
      String memberId,
      @Nullable String group,
      Relationship relationship,
      @Nullable String subscriber,
      @Nullable String medicareSecond,
      LocalDate from,
      @Nullable LocalDate through) {}

  /// @param subscriber null when the patient is
  /// @param supersededAt when somebody corrected it; null for what holds
  record SubscriberResource(
      UUID id,
      @Nullable String subscriber,
      Relationship relationship,
      @Nullable LocalDate bornOn,
      LocalDate from,
      @Nullable LocalDate through,
      String reason,
      String savedBy,
      @Nullable Instant supersededAt) {}

  /// Answers to the questions whether Medicare pays first; a missing one is not known.
  record Questions(
      @Nullable String on,
      @Nullable String entitlement,
      @Nullable String kidneyEligibleSince,
      @Nullable String employment,
      @Nullable Integer employees,
      @Nullable Boolean accident) {}

  record Order(
      @Nullable List<Long> coverages, @Nullable String medicareSecond, @Nullable String reason) {}

  record End(@Nullable String through, @Nullable String reason) {}

  record Member(@Nullable String memberId, @Nullable String reason) {}

  /// @param code why another insurance pays before Medicare
  record MedicareSecond(@Nullable String code, @Nullable String reason) {}

  private final Patients patients;
  private final Coverages coverages;
  private final Subscribers subscribers;
  private final Payers payers;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  CoverageResources(
      Patients patients,
      Coverages coverages,
      Subscribers subscribers,
      Payers payers,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.patients = patients;
    this.coverages = coverages;
    this.subscribers = subscribers;
    this.payers = payers;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping
  List<CoverageResource> list(@PathVariable UUID patient) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var found = patients.find(patient).orElseThrow();
    audit.read("coverages", found.id(), found.id().value());
    return coverages.ofPatient(found.id()).stream().map(this::resource).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CoverageResource add(@PathVariable UUID patient, @RequestBody TypedCoverage typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var found = patients.find(patient).orElseThrow();
    return switch (typed.read(found.id(), payers.all(), checks.today())) {
      case TypedCoverage.Read.Whole(var coverage) -> resource(coverages.enter(coverage));
      case TypedCoverage.Read.Faulty(var faults) -> {
        PatientResources.refuse(faults);
        throw new IllegalStateException("faults without a fault");
      }
    };
  }

  @PostMapping("/{id}/end")
  CoverageResource end(@PathVariable UUID patient, @PathVariable long id, @RequestBody End end) {
    var own = own(patient, id);
    var through = BodyFields.day("through", end.through());
    if (through.isBefore(own.period().from())) {
      throw new BadInput("through lies before the first day of the coverage.");
    }
    coverages.end(id, through.plusDays(1), reason(end.reason()));
    return resource(coverages.get(id));
  }

  @PostMapping("/{id}/member-id")
  CoverageResource member(
      @PathVariable UUID patient, @PathVariable long id, @RequestBody Member member) {
    var own = own(patient, id);
    var fields = new TypedFields();
    var number =
        TypedCoverage.memberId(
            BodyFields.text(member.memberId()), payers.get(own.payerId()), fields);
    PatientResources.refuse(fields.faults());
    coverages.correctMemberId(id, number, reason(member.reason()));
    return resource(coverages.get(id));
  }

  @PostMapping("/{id}/medicare-second")
  CoverageResource medicareSecond(
      @PathVariable UUID patient, @PathVariable long id, @RequestBody MedicareSecond second) {
    var own = own(patient, id);
    coverages.correctMedicareSecond(
        own.id(), medicareSecond(BodyFields.text(second.code())), reason(second.reason()));
    return resource(coverages.get(id));
  }

  private static MedicareSecondReason medicareSecond(String code) {
    return MedicareSecondReason.ofCode(code.strip())
        .orElseThrow(() ->
            new BadInput(
                "Why Medicare pays second is one of "
                    + Arrays.stream(MedicareSecondReason.values())
                        .map(r -> "%s (%s)".formatted(r.code(), r.title()))
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  /// Whoever holds or held the policy, the latest first.
  @GetMapping("/{id}/subscribers")
  List<SubscriberResource> subscribers(@PathVariable UUID patient, @PathVariable long id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var found = patients.find(patient).orElseThrow();
    var own = own(found, id);
    audit.read("coverages", found.id(), found.id().value());
    return subscribers.ofCoverage(own.id()).stream().map(CoverageResources::resource).toList();
  }

  /// Somebody else holds the policy from a day on.
  @PostMapping("/{id}/subscribers")
  List<SubscriberResource> subscriber(
      @PathVariable UUID patient, @PathVariable long id, @RequestBody TypedSubscriber typed) {
    var own = own(patient, id);
    switch (typed.read(own.id(), checks.today())) {
      case TypedSubscriber.Read.Whole(var from, var subscriber, var reason) ->
          subscribers.from(from, own, subscriber, reason);
      case TypedSubscriber.Read.Faulty(var faults) -> PatientResources.refuse(faults);
    }
    return subscribers(patient, id);
  }

  private static SubscriberResource resource(Subscriber one) {
    var until = one.period().until();
    return new SubscriberResource(
        one.publicId(),
        one.name() == null ? null : one.name().display(),
        one.relationship(),
        one.bornOn(),
        one.period().from(),
        until == null ? null : until.minusDays(1),
        one.reason(),
        one.savedBy(),
        one.supersededAt());
  }

  @PostMapping("/advice")
  OrderAdvice advice(@PathVariable UUID patient, @RequestBody Questions questions) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var found = patients.find(patient).orElseThrow();
    var on = questions.on() == null ? checks.today() : BodyFields.day("on", questions.on());
    var policies =
        coverages.ofPatient(found.id()).stream()
            .filter(c -> c.period().contains(on))
            .map(c -> new OrderAdvice.Policy(c, payers.get(c.payerId()).filing()))
            .toList();
    return OrderAdvice.of(policies, found.bornOn(), on, answers(questions));
  }

  @PostMapping("/order")
  List<CoverageResource> order(@PathVariable UUID patient, @RequestBody Order order) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var found = patients.find(patient).orElseThrow();
    if (order.coverages() == null) {
      throw new BadInput("The field coverages is missing: their ids, the first pays first.");
    }
    String second = BodyFields.text(order.medicareSecond());
    coverages.order(
        found.id(),
        order.coverages(),
        second.isBlank() ? null : medicareSecond(second),
        BodyFields.text(order.reason()));
    return list(patient);
  }

  private static OrderAdvice.Questionnaire answers(Questions asked) {
    return new OrderAdvice.Questionnaire(
        asked.entitlement() == null
            ? null
            : BodyFields.one(
                MedicareOrder.Entitlement.values(), "entitlement", asked.entitlement()),
        asked.kidneyEligibleSince() == null
            ? null
            : BodyFields.day("kidneyEligibleSince", asked.kidneyEligibleSince()),
        asked.employment() == null
            ? null
            : BodyFields.one(MedicareOrder.Employment.values(), "employment", asked.employment()),
        asked.employees(),
        Boolean.TRUE.equals(asked.accident()));
  }

  private Coverage own(UUID patient, long id) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return own(patients.find(patient).orElseThrow(), id);
  }

  private Coverage own(Patient patient, long id) {
    return coverages.ofPatient(patient.id()).stream()
        .filter(c -> c.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static String reason(@Nullable String text) {
    String reason = BodyFields.text(text).strip();
    if (reason.length() < 5) {
      throw new BadInput("A change needs a reason of at least five characters.");
    }
    return reason;
  }

  private CoverageResource resource(Coverage one) {
    var until = one.period().until();
    return new CoverageResource(
        one.id(),
        payers.get(one.payerId()).slug(),
        one.sequence(),
        one.planName(),
        one.memberId().value(),
        one.groupNumber(),
        one.relationship(),
        Optional.ofNullable(one.subscriberName()).map(n -> n.display()).orElse(null),
        Optional.ofNullable(one.medicareSecond()).map(MedicareSecondReason::code).orElse(null),
        one.period().from(),
        until == null ? null : until.minusDays(1));
  }
}
