package org.cleanclaim.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.CoverageCorrections;
import org.cleanclaim.app.coverage.CoverageDays;
import org.cleanclaim.app.coverage.CoverageOrder;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.OrderAdvice;
import org.cleanclaim.app.coverage.OrderAnswers;
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
import org.cleanclaim.pricing.cob.GroupCoverage;
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

  /// Answers to the questions who pays first; a missing one is not known.
  record Questions(
      @Nullable String on,
      @Nullable String entitlement,
      @Nullable String kidneyEligibleSince,
      @Nullable List<PlanAnswer> plans) {}

  /// Answers about one group plan.
  record PlanAnswer(
      long coverage,
      @Nullable String employment,
      @Nullable Integer employees,
      @Nullable String custody) {}

  record Days(@Nullable String from, @Nullable String through, @Nullable String reason) {}

  record Plan(@Nullable String plan, @Nullable String group, @Nullable String reason) {}

  record Withdrawal(@Nullable String reason) {}

  record Order(
      @Nullable List<Long> coverages, @Nullable String medicareSecond, @Nullable String reason) {}

  record End(@Nullable String through, @Nullable String reason) {}

  record Member(@Nullable String memberId, @Nullable String reason) {}

  /// @param code why another insurance pays before Medicare
  record MedicareSecond(@Nullable String code, @Nullable String reason) {}

  private final Patients patients;
  private final Coverages coverages;
  private final CoverageOrder order;
  private final CoverageCorrections corrections;
  private final Subscribers subscribers;
  private final Payers payers;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  CoverageResources(
      Patients patients,
      Coverages coverages,
      CoverageOrder order,
      CoverageCorrections corrections,
      Subscribers subscribers,
      Payers payers,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.patients = patients;
    this.coverages = coverages;
    this.order = order;
    this.corrections = corrections;
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
    corrections.end(id, through.plusDays(1), reason(end.reason()));
    return resource(coverages.get(id));
  }

  /// Corrects the days, also of one that has ended.
  @PostMapping("/{id}/days")
  CoverageResource days(@PathVariable UUID patient, @PathVariable long id, @RequestBody Days days) {
    own(patient, id);
    var fields = new TypedFields();
    var period =
        CoverageDays.read(BodyFields.text(days.from()), BodyFields.text(days.through()), fields);
    PatientResources.refuse(fields.faults());
    corrections.correctDays(id, period.orElseThrow(), reason(days.reason()));
    return resource(coverages.get(id));
  }

  @PostMapping("/{id}/plan")
  CoverageResource plan(@PathVariable UUID patient, @PathVariable long id, @RequestBody Plan plan) {
    own(patient, id);
    var fields = new TypedFields();
    String name =
        fields.needed(
            "plan", BodyFields.text(plan.plan()).strip(), "the plan's name as on the card");
    String group = fields.optional("group", BodyFields.text(plan.group()).strip());
    PatientResources.refuse(fields.faults());
    corrections.correctPlan(id, name, group, reason(plan.reason()));
    return resource(coverages.get(id));
  }

  /// Takes a policy back that was entered by mistake; answers with those that are left.
  @PostMapping("/{id}/withdraw")
  List<CoverageResource> withdraw(
      @PathVariable UUID patient, @PathVariable long id, @RequestBody Withdrawal withdrawal) {
    own(patient, id);
    corrections.withdraw(id, reason(withdrawal.reason()));
    return list(patient);
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
    corrections.correctMemberId(id, number, reason(member.reason()));
    return resource(coverages.get(id));
  }

  @PostMapping("/{id}/medicare-second")
  CoverageResource medicareSecond(
      @PathVariable UUID patient, @PathVariable long id, @RequestBody MedicareSecond second) {
    var own = own(patient, id);
    corrections.correctMedicareSecond(
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
        coverages.ofPatient(found.id(), on).stream()
            .filter(c -> c.period().contains(on))
            .map(c -> new OrderAdvice.Policy(c, payers.get(c.payerId()).filing()))
            .toList();
    return OrderAdvice.of(policies, found.bornOn(), on, answers(questions));
  }

  @PostMapping("/order")
  List<CoverageResource> order(@PathVariable UUID patient, @RequestBody Order wanted) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var found = patients.find(patient).orElseThrow();
    if (wanted.coverages() == null) {
      throw new BadInput("The field coverages is missing: their ids, the first pays first.");
    }
    String second = BodyFields.text(wanted.medicareSecond());
    order.set(
        found.id(),
        wanted.coverages(),
        second.isBlank() ? null : medicareSecond(second),
        BodyFields.text(wanted.reason()));
    return list(patient);
  }

  private static OrderAnswers answers(Questions asked) {
    var plans = new HashMap<Long, OrderAnswers.OfPlan>();
    for (PlanAnswer plan : asked.plans() == null ? List.<PlanAnswer>of() : asked.plans()) {
      plans.put(
          plan.coverage(),
          new OrderAnswers.OfPlan(
              one(GroupCoverage.Employment.values(), "employment", plan.employment()),
              plan.employees(),
              one(GroupCoverage.Custody.values(), "custody", plan.custody())));
    }
    return new OrderAnswers(
        one(MedicareOrder.Entitlement.values(), "entitlement", asked.entitlement()),
        asked.kidneyEligibleSince() == null
            ? null
            : BodyFields.day("kidneyEligibleSince", asked.kidneyEligibleSince()),
        plans);
  }

  private static <E extends Enum<E>> @Nullable E one(
      E[] values, String field, @Nullable String word) {
    return word == null ? null : BodyFields.one(values, field, word);
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
