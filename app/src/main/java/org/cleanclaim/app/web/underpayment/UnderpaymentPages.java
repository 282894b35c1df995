package org.cleanclaim.app.web.underpayment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.underpayment.Underpayment;
import org.cleanclaim.app.underpayment.Underpayment.State;
import org.cleanclaim.app.underpayment.UnderpaymentLists;
import org.cleanclaim.app.underpayment.UnderpaymentLists.Filter;
import org.cleanclaim.app.underpayment.UnderpaymentLists.Order;
import org.cleanclaim.app.underpayment.UnderpaymentLists.Shown;
import org.cleanclaim.app.underpayment.Underpayments;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The work list of underpayments, and one of them with the steps of the contract's price.
@Controller
class UnderpaymentPages {
  private static final List<String> HEADS =
      List.of(
          "claim",
          "patient",
          "payer",
          "line",
          "procedure",
          "served_on",
          "paid_on",
          "charged",
          "expected",
          "allowed",
          "difference",
          "recovered",
          "contract",
          "term",
          "taken_off",
          "state",
          "remittance");

  private final Pages pages;
  private final UnderpaymentLists lists;
  private final Underpayments underpayments;
  private final Payers payers;
  private final AuditTrail audit;

  UnderpaymentPages(
      Pages pages,
      UnderpaymentLists lists,
      Underpayments underpayments,
      Payers payers,
      AuditTrail audit) {
    this.pages = pages;
    this.lists = lists;
    this.underpayments = underpayments;
    this.payers = payers;
    this.audit = audit;
  }

  /// The filters as they stand in the address.
  record Asked(
      @Nullable String state,
      @Nullable String payer,
      @Nullable String reason,
      @Nullable String sort) {
    Filter filter() {
      return new Filter(
          choice(Shown.values(), state, Shown.WAITING),
          blankToNull(payer),
          blankToNull(reason),
          choice(Order.values(), sort, Order.AMOUNT));
    }

    private static <C extends Enum<C>> C choice(C[] choices, @Nullable String text, C otherwise) {
      for (C choice : choices) if (choice.name().equals(text)) return choice;
      return otherwise;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }

  /// What somebody has typed into a form that was refused.
  private record Typed(State state, String note, String recovered) {
    static final Typed NOTHING = new Typed(State.DISPUTED, "", "");
  }

  @GetMapping("/underpayments")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    var filter = asked.filter();
    var listed = lists.page(filter, page);
    audit.record("read", "underpayment list", "page", null, null);
    var values = new LinkedHashMap<String, Object>();
    values.put("page", listed);
    values.put("totals", UnderpaymentLists.totals(listed.rows()));
    values.put("filter", filter);
    values.put("payers", payers.all());
    return pages.page(request, "remittances", "Underpayments", "underpayment/list.jte", values);
  }

  @GetMapping(value = "/underpayments.csv", produces = "text/csv")
  void csv(HttpServletResponse response, @ModelAttribute Asked asked) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    audit.record("exported underpayments", "underpayment list", "csv", null, null);
    CsvAnswer.<Underpayment>write(
        response,
        "underpayments.csv",
        HEADS,
        to -> lists.each(asked.filter(), to),
        u ->
            Csv.line(
                u.controlNumber(),
                u.patient(),
                u.payer(),
                u.line(),
                u.procedure(),
                u.servedOn(),
                u.paidOn(),
                u.charged(),
                u.expected(),
                u.allowed(),
                u.amount(),
                u.recovered(),
                u.contract(),
                u.term(),
                String.join("; ", u.reasons()),
                u.state(),
                u.trace()));
  }

  @GetMapping("/underpayments/{id}")
  ResponseEntity<String> one(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return one(request, id, "", Typed.NOTHING);
  }

  private ResponseEntity<String> one(
      HttpServletRequest request, UUID id, String problem, Typed typed) {
    var underpayment = lists.find(id).orElseThrow();
    audit.record("read", "underpayment", id, null, null);
    var values = new LinkedHashMap<String, Object>();
    values.put("underpayment", underpayment);
    values.put("steps", lists.steps(id));
    values.put("problem", problem);
    values.put("note", typed.note());
    values.put("recovered", typed.recovered());
    values.put("chosen", typed.state());
    return pages.page(
        request,
        "remittances",
        "Underpayment of " + underpayment.controlNumber(),
        "underpayment/underpayment.jte",
        values);
  }

  @PostMapping("/underpayments/{id}")
  ResponseEntity<String> work(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam State state,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String recovered) {
    AccessDeniedForActor.unless(
        state == State.WRITTEN_OFF ? Permission.APPROVE_WRITE_OFF : Permission.WORK_DENIAL);
    var amount = recovered.isBlank() ? Money.ZERO : Money.parse(recovered).orElse(null);
    var typed = new Typed(state, note, recovered);
    if (amount == null) {
      return one(request, id, "\"" + recovered + "\" is no dollar amount.", typed);
    }
    try {
      underpayments.work(id, state, note, amount);
    } catch (IllegalArgumentException e) {
      return one(request, id, String.valueOf(e.getMessage()), typed);
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/underpayments/" + id))
        .build();
  }
}
