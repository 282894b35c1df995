package org.cleanclaim.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.statement.AccountState;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.BillingWishes;
import org.cleanclaim.app.statement.Disputes;
import org.cleanclaim.app.statement.Dunning.Decision;
import org.cleanclaim.app.statement.Language;
import org.cleanclaim.app.statement.PatientAccount;
import org.cleanclaim.app.statement.PatientAccount.Happening;
import org.cleanclaim.app.statement.PatientAccounts;
import org.cleanclaim.app.statement.Receipt;
import org.cleanclaim.app.statement.Statement;
import org.cleanclaim.app.statement.Statement.Ageing;
import org.cleanclaim.app.statement.StatementExceptions;
import org.cleanclaim.app.statement.StatementLinks;
import org.cleanclaim.app.statement.StatementRun;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.app.statement.VisitShare;
import org.cleanclaim.app.statement.VisitShares;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Patient accounts and their statements.
@RestController
@RequestMapping("/api/v1/billing")
class BillingResources {
  /// What a visit has left to a patient.
  ///
  /// @param due whether something of it has to be paid now
  /// @param waiting of it for insurance: all of it, or what lines with an open denial have left
  /// @param waitsFor what insurance has still to do; null when it is done
  record ShareResource(
      @Nullable UUID visit,
      @Nullable String visitNumber,
      @Nullable LocalDate servedOn,
      Money owed,
      Money waiting,
      boolean due,
      boolean disputed,
      @Nullable String waitsFor) {
    static ShareResource of(VisitShare share) {
      return new ShareResource(
          share.visit(),
          share.visitNumber(),
          share.servedOn(),
          share.owed(),
          share.waiting(),
          share.isDue(),
          share.isDisputed(),
          share.waitsFor());
    }
  }

  /// A statement.
  record StatementResource(
      UUID id,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      Money balance,
      Money dueNow,
      Language language,
      int step,
      @Nullable LocalDate nextOn,
      Statement.Content content) {
    static StatementResource of(Statement s) {
      return new StatementResource(
          s.publicId(),
          s.number(),
          s.issuedOn(),
          s.dueOn(),
          s.balance(),
          s.dueNow(),
          s.language(),
          s.step(),
          s.nextOn(),
          s.content());
    }
  }

  /// An account with all that is owed, why, and what comes next.
  record AccountResource(
      UUID holder,
      String responsible,
      List<UUID> patients,
      AccountState state,
      String why,
      String nextAction,
      @Nullable LocalDate nextOn,
      Money balance,
      Money due,
      Money waiting,
      Money disputed,
      Money credit,
      Ageing ageing,
      BillingWishes.Wish wish,
      List<ShareResource> shares,
      List<StatementResource> statements,
      List<BillingMoneyResources.PaymentResource> payments,
      List<BillingCareResources.PlanResource> plans,
      List<Disputes.Dispute> disputes,
      List<BillingCareResources.ApplicationResource> applications,
      List<String> obstacles,
      List<Happening> timeline) {
    static AccountResource of(PatientAccount a) {
      var standing = a.standing();
      return new AccountResource(
          standing.household().holder().publicId(),
          standing.household().responsible(),
          standing.household().members().stream().map(p -> p.publicId()).toList(),
          a.state(),
          a.why(),
          a.nextAction(),
          a.nextOn(),
          standing.balance(),
          standing.due(),
          standing.waiting(),
          standing.disputed(),
          standing.credit(),
          a.ageing(),
          a.wish(),
          standing.shares().stream().map(ShareResource::of).toList(),
          a.statements().stream().map(StatementResource::of).toList(),
          a.payments().stream()
              .map((Receipt r) -> BillingMoneyResources.PaymentResource.of(r))
              .toList(),
          a.plans().stream().map(BillingCareResources.PlanResource::of).toList(),
          a.disputes(),
          a.applications().stream()
              .map((Assistance.Application f) -> BillingCareResources.ApplicationResource.of(f))
              .toList(),
          a.obstacles(),
          a.timeline());
    }
  }

  /// A line of a run.
  ///
  /// @param step null when nothing goes out
  record RunLine(
      UUID patient,
      String responsible,
      Money balance,
      Money due,
      @Nullable Integer step,
      @Nullable String reason,
      @Nullable LocalDate until) {
    static RunLine of(StatementRun.Line line) {
      var standing = line.standing();
      var holder = standing.household().holder().publicId();
      String responsible = standing.household().responsible();
      return switch (line.decision()) {
        case Decision.Send send ->
            new RunLine(
                holder,
                responsible,
                standing.balance(),
                standing.due(),
                send.step(),
                null,
                send.nextOn());
        case Decision.Wait wait ->
            new RunLine(
                holder,
                responsible,
                standing.balance(),
                standing.due(),
                null,
                wait.reason(),
                wait.until());
      };
    }
  }

  /// What a run has done.
  ///
  /// @param refused statements that did not add up
  record RunResource(
      LocalDate on,
      List<StatementResource> issued,
      List<RunLine> waiting,
      int refused,
      Money due) {}

  /// @param address the path that opens the statement, shown this once
  record LinkResource(UUID id, String address, Instant expiresAt) {}

  /// @param language ENGLISH or SPANISH
  record WishBody(@Nullable String language, @Nullable String holdReason) {}

  record ReasonBody(@Nullable String why) {}

  record DayBody(@Nullable LocalDate on) {}

  private final PatientAccounts accounts;
  private final BillingWishes wishes;
  private final VisitShares shares;
  private final StatementRun run;
  private final Statements statements;
  private final StatementLinks links;
  private final StatementExceptions exceptions;
  private final BillingFields fields;
  private final AuditTrail audit;

  BillingResources(
      PatientAccounts accounts,
      BillingWishes wishes,
      VisitShares shares,
      StatementRun run,
      Statements statements,
      StatementLinks links,
      StatementExceptions exceptions,
      BillingFields fields,
      AuditTrail audit) {
    this.accounts = accounts;
    this.wishes = wishes;
    this.shares = shares;
    this.run = run;
    this.statements = statements;
    this.links = links;
    this.exceptions = exceptions;
    this.fields = fields;
    this.audit = audit;
  }

  @GetMapping("/accounts/{patient}")
  AccountResource account(
      @PathVariable UUID patient, @RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var id = fields.patient(patient);
    audit.read("patient account", patient, id.value());
    return AccountResource.of(accounts.of(id, fields.day(on)));
  }

  @PutMapping("/accounts/{patient}/wish")
  AccountResource wish(@PathVariable UUID patient, @RequestBody WishBody body) {
    wishes.save(
        fields.household(patient),
        new BillingWishes.Wish(
            BillingFields.one(Language.values(), "language", body.language()), body.holdReason()));
    return account(patient, null);
  }

  @PostMapping("/visits/{visit}/release")
  void release(@PathVariable UUID visit, @RequestBody ReasonBody body) {
    shares.release(visit, BodyFields.text(body.why()));
  }

  @GetMapping("/statements/run")
  List<RunLine> preview(@RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return run.preview(fields.day(on)).stream().map(RunLine::of).toList();
  }

  @PostMapping("/statements/run")
  RunResource run(@RequestBody DayBody body) {
    var outcome = run.run(fields.day(body.on()));
    return new RunResource(
        outcome.on(),
        outcome.issued().stream().map(StatementResource::of).toList(),
        outcome.waiting().stream().map(RunLine::of).toList(),
        outcome.refused(),
        outcome.due());
  }

  @GetMapping("/accounts/{patient}/statement")
  StatementResource next(
      @PathVariable UUID patient, @RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var id = fields.patient(patient);
    audit.read("statement preview", patient, id.value());
    return StatementResource.of(statements.preview(id, fields.day(on)));
  }

  @GetMapping("/statements/{id}")
  StatementResource statement(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var statement = statements.find(id).orElseThrow();
    audit.read("statement", statement.number(), statement.patientId());
    return StatementResource.of(statement);
  }

  @GetMapping("/statements/{id}/links")
  List<StatementLinks.Link> links(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return links.of(statements.find(id).orElseThrow());
  }

  @PostMapping("/statements/{id}/links")
  LinkResource link(@PathVariable UUID id) {
    var made = links.make(statements.find(id).orElseThrow());
    return new LinkResource(made.id(), "/bill/" + made.secret(), made.expiresAt());
  }

  @PostMapping("/links/{link}/revoke")
  void revoke(@PathVariable UUID link) {
    links.revoke(link);
  }

  @GetMapping("/exceptions")
  List<StatementExceptions.Refused> exceptions() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return exceptions.open();
  }

  @PostMapping("/exceptions/{id}/settle")
  List<StatementExceptions.Refused> settle(@PathVariable UUID id, @RequestBody ReasonBody body) {
    exceptions.settle(id, BodyFields.text(body.why()));
    return exceptions.open();
  }
}
