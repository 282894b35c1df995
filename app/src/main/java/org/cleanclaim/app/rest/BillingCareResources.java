package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.statement.AgencyNews;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.Disputes;
import org.cleanclaim.app.statement.GivenUpTooMuch;
import org.cleanclaim.app.statement.PaymentPlan;
import org.cleanclaim.app.statement.PaymentPlans;
import org.cleanclaim.app.statement.SmallBalances;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.BillingCsv;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Plans, assistance, disputes, small balances and collections.
@RestController
@RequestMapping("/api/v1/billing")
class BillingCareResources {
  /// A payment plan.
  record PlanResource(
      UUID id,
      Money total,
      Money paid,
      Money left,
      LocalDate agreedOn,
      String note,
      PaymentPlan.Status status,
      @Nullable LocalDate endedOn,
      @Nullable String endedWhy,
      List<PaymentPlan.Instalment> instalments) {
    static PlanResource of(PaymentPlan p) {
      return new PlanResource(
          p.publicId(),
          p.total(),
          p.paid(),
          p.left(),
          p.agreedOn(),
          p.note(),
          p.status(),
          p.endedOn(),
          p.endedWhy(),
          p.instalments());
    }
  }

  /// An application for assistance.
  record ApplicationResource(
      UUID id,
      UUID patient,
      LocalDate receivedOn,
      int povertyPercent,
      int policyPercent,
      Assistance.Status status,
      @Nullable Integer grantedPercent,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveThrough,
      @Nullable String why,
      String takenBy,
      @Nullable String decidedBy) {
    static ApplicationResource of(Assistance.Application a) {
      return new ApplicationResource(
          a.id(),
          a.patient(),
          a.receivedOn(),
          a.povertyPercent(),
          a.policyPercent(),
          a.status(),
          a.grantedPercent(),
          a.effectiveFrom(),
          a.effectiveThrough(),
          a.why(),
          a.takenBy(),
          a.decidedBy());
    }
  }

  /// A balance at an agency.
  ///
  /// @param amount at the hand-over
  /// @param asked what the agency asks for by what it was told last
  record PlacementResource(
      UUID id,
      UUID patient,
      String agency,
      Money amount,
      Money asked,
      Money paid,
      LocalDate firstStatementOn,
      LocalDate placedOn,
      Collections.Status status,
      @Nullable LocalDate endedOn,
      @Nullable String endedWhy) {
    static PlacementResource of(Collections.Placement p) {
      return new PlacementResource(
          p.id(),
          p.patient(),
          p.agency(),
          p.amount(),
          p.asked(),
          p.paid(),
          p.firstStatementOn(),
          p.placedOn(),
          p.status(),
          p.endedOn(),
          p.endedWhy());
    }
  }

  /// @param obstacles what forbids the hand-over; empty when it may go
  record CandidateResource(UUID patient, String responsible, Money due, List<String> obstacles) {
    static CandidateResource of(Collections.Candidate c) {
      var standing = c.standing();
      return new CandidateResource(
          standing.household().holder().publicId(),
          standing.household().responsible(),
          standing.due(),
          c.obstacles());
    }
  }

  /// What became of a small balance.
  ///
  /// @param why what kept it; empty when it was given up
  record SmallBalanceResource(String responsible, Money amount, boolean givenUp, String why) {}

  record PlanBody(
      int months, @Nullable LocalDate firstDueOn, @Nullable String note, @Nullable LocalDate on) {}

  /// What was taken back of what had been given up.
  record TakenBackResource(Money amount) {}

  record EndBody(@Nullable String why, @Nullable LocalDate on) {}

  record DayBody(@Nullable LocalDate on) {}

  /// @param evidence what proves the income, and where it is kept
  record ApplicationBody(
      int householdSize,
      @Nullable String yearlyIncome,
      @Nullable String evidence,
      @Nullable LocalDate receivedOn) {}

  /// @param outcome APPROVED or DENIED by another person, WITHDRAWN by who took it
  record DecisionBody(
      @Nullable String outcome,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      @Nullable String why,
      @Nullable LocalDate on) {}

  /// @param visit null for all of the bill
  record DisputeBody(@Nullable UUID visit, @Nullable String what, @Nullable LocalDate on) {}

  /// @param outcome BILL_STANDS, CORRECTED or WITHDRAWN
  record AnswerBody(@Nullable String outcome, @Nullable String answer, @Nullable LocalDate on) {}

  record PlacementBody(@Nullable String agency, @Nullable LocalDate on) {}

  /// Something that an agency has to be told.
  record NewsResource(PlacementResource placement, Money due, String causes, String what) {
    static NewsResource of(AgencyNews.News n) {
      return new NewsResource(
          PlacementResource.of(n.placement()), n.due(), n.causes(), n.sentence());
    }
  }

  /// What is done with a placement: `tell`, `recall` or `settle`.
  record PlacementDeed(@Nullable String action, @Nullable String why, @Nullable LocalDate on) {}

  private final PaymentPlans plans;
  private final Assistance assistance;
  private final Disputes disputes;
  private final SmallBalances smallBalances;
  private final Collections collections;
  private final AgencyNews news;
  private final GivenUpTooMuch givenUp;
  private final BillingFields fields;

  BillingCareResources(
      PaymentPlans plans,
      Assistance assistance,
      Disputes disputes,
      SmallBalances smallBalances,
      Collections collections,
      AgencyNews news,
      GivenUpTooMuch givenUp,
      BillingFields fields) {
    this.plans = plans;
    this.assistance = assistance;
    this.disputes = disputes;
    this.smallBalances = smallBalances;
    this.collections = collections;
    this.news = news;
    this.givenUp = givenUp;
    this.fields = fields;
  }

  @GetMapping("/plans")
  ListPage<PlanResource> plans(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return plans.list(page).map(PlanResource::of);
  }

  @GetMapping("/accounts/{patient}/plans/terms")
  List<PaymentPlan.Instalment> terms(
      @PathVariable UUID patient, @RequestParam int months, @RequestParam LocalDate firstDueOn) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return plans.terms(fields.household(patient), months, firstDueOn);
  }

  @PostMapping("/accounts/{patient}/plans")
  PlanResource agree(@PathVariable UUID patient, @RequestBody PlanBody body) {
    if (body.firstDueOn() == null) throw new BadInput("Name the day in \"firstDueOn\".");
    return PlanResource.of(
        plans.agree(
            fields.household(patient),
            body.months(),
            body.firstDueOn(),
            BodyFields.text(body.note()),
            fields.day(body.on())));
  }

  @PostMapping("/plans/{id}/cancel")
  PlanResource cancel(@PathVariable UUID id, @RequestBody EndBody body) {
    return PlanResource.of(plans.cancel(id, BodyFields.text(body.why()), fields.day(body.on())));
  }

  /// Completes and breaks the plans that are to be on a day.
  @PostMapping("/plans/review")
  List<PlanResource> review(@RequestBody DayBody body) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    return plans.review(fields.day(body.on())).stream().map(PlanResource::of).toList();
  }

  @GetMapping("/assistance")
  ListPage<ApplicationResource> applications(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return assistance.list(page).map(ApplicationResource::of);
  }

  @PostMapping("/accounts/{patient}/assistance")
  ApplicationResource apply(@PathVariable UUID patient, @RequestBody ApplicationBody body) {
    return ApplicationResource.of(
        assistance.apply(
            fields.household(patient),
            new Assistance.Form(
                body.householdSize(),
                BillingFields.amount("yearlyIncome", body.yearlyIncome()),
                BodyFields.text(body.evidence()),
                fields.day(body.receivedOn()))));
  }

  @PostMapping("/assistance/{id}/decision")
  ApplicationResource decide(@PathVariable UUID id, @RequestBody DecisionBody body) {
    String why = BodyFields.text(body.why());
    var on = fields.day(body.on());
    return switch (BodyFields.text(body.outcome())) {
      case "APPROVED" -> {
        if (body.from() == null || body.through() == null) {
          throw new BadInput("Name the days in \"from\" and \"through\".");
        }
        yield ApplicationResource.of(assistance.approve(id, body.from(), body.through(), why, on));
      }
      case "DENIED" -> ApplicationResource.of(assistance.deny(id, why, on));
      case "WITHDRAWN" -> ApplicationResource.of(assistance.withdraw(id, why, on));
      default -> throw new BadInput("\"outcome\" is APPROVED, DENIED or WITHDRAWN.");
    };
  }

  @GetMapping("/disputes")
  ListPage<Disputes.Dispute> disputes(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return disputes.list(page);
  }

  @PostMapping("/accounts/{patient}/disputes")
  Disputes.Dispute dispute(@PathVariable UUID patient, @RequestBody DisputeBody body) {
    return disputes.open(
        fields.patient(patient), body.visit(), BodyFields.text(body.what()), fields.day(body.on()));
  }

  @PostMapping("/disputes/{id}/answer")
  Disputes.Dispute answer(@PathVariable UUID id, @RequestBody AnswerBody body) {
    return disputes.resolve(
        id,
        BillingFields.one(Disputes.Status.values(), "outcome", body.outcome()),
        BodyFields.text(body.answer()),
        fields.day(body.on()));
  }

  @PostMapping("/small-balances")
  List<SmallBalanceResource> smallBalances(@RequestBody DayBody body) {
    return smallBalances.run(fields.day(body.on())).stream()
        .map(o -> new SmallBalanceResource(o.name(), o.amount(), o.isGivenUp(), o.why()))
        .toList();
  }

  @GetMapping("/collections")
  ListPage<PlacementResource> placements(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return collections.list(page).map(PlacementResource::of);
  }

  @GetMapping("/collections/candidates")
  List<CandidateResource> candidates(@RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return collections.candidates(fields.day(on)).stream().map(CandidateResource::of).toList();
  }

  @PostMapping("/accounts/{patient}/collection")
  PlacementResource place(@PathVariable UUID patient, @RequestBody PlacementBody body) {
    return PlacementResource.of(
        collections.place(
            fields.household(patient), BodyFields.text(body.agency()), fields.day(body.on())));
  }

  @PostMapping("/collections/{id}/deeds")
  PlacementResource deed(@PathVariable UUID id, @RequestBody PlacementDeed deed) {
    String why = BodyFields.text(deed.why());
    var on = fields.day(deed.on());
    return PlacementResource.of(
        switch (BodyFields.text(deed.action())) {
          case "tell" -> news.tell(id, why, on).placement();
          case "recall" -> collections.recall(id, why, on);
          case "settle" -> collections.settle(id, why, on);
          default -> throw new BadInput("\"action\" is tell, recall or settle.");
        });
  }

  /// What agencies do not know yet.
  @GetMapping("/collections/untold")
  List<NewsResource> untold() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return news.untold().stream().map(NewsResource::of).toList();
  }

  /// The file for an agency of what it was told on a day.
  @GetMapping(value = "/collections/told.csv", produces = "text/csv")
  String told(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    return BillingCsv.told(news.toldOn(on));
  }

  /// Takes back write-offs and small balances as far as less is left to the patients by now.
  @PostMapping("/accounts/{patient}/given-up/take-back")
  TakenBackResource takeBack(@PathVariable UUID patient, @RequestBody EndBody body) {
    return new TakenBackResource(
        givenUp.takeBack(fields.household(patient), BodyFields.text(body.why())));
  }

  /// The file for an agency of what was handed over on a day.
  @GetMapping(value = "/collections/handed-over.csv", produces = "text/csv")
  String handedOver(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    return BillingCsv.handedOver(on, ListPage.whole(collections::list));
  }

  /// The file for an agency of what was called back on a day.
  @GetMapping(value = "/collections/recalled.csv", produces = "text/csv")
  String recalled(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    return BillingCsv.recalled(on, ListPage.whole(collections::list));
  }
}
