package org.cleanclaim.app.rest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.underpayment.Underpayment;
import org.cleanclaim.app.underpayment.Underpayment.State;
import org.cleanclaim.app.underpayment.UnderpaymentLists;
import org.cleanclaim.app.underpayment.UnderpaymentLists.Filter;
import org.cleanclaim.app.underpayment.UnderpaymentLists.Order;
import org.cleanclaim.app.underpayment.UnderpaymentLists.Shown;
import org.cleanclaim.app.underpayment.Underpayments;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Underpayments by contract, what was done about them, and the contracts with payers.
@RestController
@RequestMapping("/api/v1")
class UnderpaymentResources {

  /// @param difference what the payer allowed too little
  record UnderpaymentResource(
      Underpayment underpayment, Money difference, List<Underpayment.Step> history) {}

  /// @param state disputed, recovered, accepted or written_off
  /// @param recovered dollars, with recovered
  record WorkBody(@Nullable String state, @Nullable String note, @Nullable String recovered) {}

  /// @param text of a contract file
  record ContractBody(@Nullable String text) {}

  private final UnderpaymentLists lists;
  private final Underpayments underpayments;
  private final Payers payers;
  private final PayerContracts contracts;
  private final AuditTrail audit;

  UnderpaymentResources(
      UnderpaymentLists lists,
      Underpayments underpayments,
      Payers payers,
      PayerContracts contracts,
      AuditTrail audit) {
    this.lists = lists;
    this.underpayments = underpayments;
    this.payers = payers;
    this.contracts = contracts;
    this.audit = audit;
  }

  @GetMapping("/underpayments")
  ListPage<Underpayment> list(
      @RequestParam(defaultValue = "waiting") String state,
      @RequestParam(required = false) @Nullable String payer,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(defaultValue = "amount") String sort,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    audit.record("read", "underpayment list", "api", null, null);
    return lists.page(
        new Filter(
            choice(Shown.class, "state", state), payer, reason, choice(Order.class, "sort", sort)),
        page);
  }

  @GetMapping("/underpayments/{id}")
  UnderpaymentResource one(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    var found = lists.find(id).orElseThrow();
    audit.record("read", "underpayment", id, null, null);
    return new UnderpaymentResource(found, found.amount(), lists.steps(id));
  }

  @PostMapping("/underpayments/{id}")
  UnderpaymentResource work(@PathVariable UUID id, @RequestBody WorkBody body) {
    State state = choice(State.class, "state", body.state() == null ? "" : body.state());
    AccessDeniedForActor.unless(
        state == State.WRITTEN_OFF ? Permission.APPROVE_WRITE_OFF : Permission.WORK_DENIAL);
    var _ = lists.find(id).orElseThrow();
    Money recovered =
        body.recovered() == null
            ? Money.ZERO
            : Money.parse(body.recovered())
                .orElseThrow(() -> new BadInput("recovered is no dollar amount."));
    try {
      underpayments.work(id, state, body.note() == null ? "" : body.note(), recovered);
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    var now = lists.find(id).orElseThrow();
    return new UnderpaymentResource(now, now.amount(), lists.steps(id));
  }

  @GetMapping("/payers/{payer}/contracts")
  List<PayerContracts.Kept> contracts(@PathVariable String payer) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return contracts.of(payer(payer));
  }

  @PostMapping("/payers/{payer}/contracts")
  PayerContracts.Kept add(@PathVariable String payer, @RequestBody ContractBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    return switch (contracts.add(payer(payer), body.text() == null ? "" : body.text())) {
      case PayerContracts.AddResult.Added added -> added.contract();
      case PayerContracts.AddResult.Refused refused ->
          throw new BadInput(String.join(" ", refused.problems()));
    };
  }

  private Payer payer(String slug) {
    return payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
  }

  private static <C extends Enum<C>> C choice(Class<C> choices, String name, String text) {
    try {
      return Enum.valueOf(choices, text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "%s has to be one of %s."
              .formatted(name, List.of(choices.getEnumConstants()))
              .toLowerCase(Locale.ROOT));
    }
  }
}
