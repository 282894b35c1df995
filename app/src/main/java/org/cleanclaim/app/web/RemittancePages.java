package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.remittance.BankDeposits;
import org.cleanclaim.app.remittance.BankStatement;
import org.cleanclaim.app.remittance.CombinedDeposits;
import org.cleanclaim.app.remittance.DepositLists;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.remittance.ManualMatch;
import org.cleanclaim.app.remittance.MatchHistory;
import org.cleanclaim.app.remittance.NegativeRemittances;
import org.cleanclaim.app.remittance.RemittanceRefusal;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.remittance.UndoMatch;
import org.cleanclaim.app.statement.CreditBalances;
import org.cleanclaim.app.statement.RefundLists;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What remittances leave to decide and what the bank shows.
@Controller
class RemittancePages {
  /// Which page of each of the three lists about deposits is shown.
  private record BankPages(int deposits, int missing, int aside) {
    static final BankPages FIRST = new BankPages(1, 1, 1);
  }

  private final Pages pages;
  private final ExceptionQueue exceptions;
  private final Remittances remittances;
  private final ManualMatch matching;
  private final UndoMatch undo;
  private final MatchHistory history;
  private final CreditBalances credits;
  private final RefundLists refundLists;
  private final BankDeposits deposits;
  private final DepositLists lists;
  private final NegativeRemittances negative;
  private final CombinedDeposits combined;
  private final AuditTrail audit;

  RemittancePages(
      Pages pages,
      ExceptionQueue exceptions,
      Remittances remittances,
      ManualMatch matching,
      UndoMatch undo,
      MatchHistory history,
      CreditBalances credits,
      RefundLists refundLists,
      BankDeposits deposits,
      DepositLists lists,
      NegativeRemittances negative,
      CombinedDeposits combined,
      AuditTrail audit) {
    this.pages = pages;
    this.exceptions = exceptions;
    this.remittances = remittances;
    this.matching = matching;
    this.undo = undo;
    this.history = history;
    this.credits = credits;
    this.refundLists = refundLists;
    this.deposits = deposits;
    this.lists = lists;
    this.negative = negative;
    this.combined = combined;
    this.audit = audit;
  }

  @GetMapping("/remittances/exceptions/{id}")
  ResponseEntity<String> exception(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    var item = exceptions.find(id).orElseThrow();
    audit.record("read", "remittance exception", id, null, null);
    var values = new LinkedHashMap<String, Object>();
    values.put("item", item);
    matching.choice(id).ifPresent(choice -> values.put("choice", choice));
    credits.ofPayment(id).ifPresent(credit -> values.put("credit", credit));
    values.put("refunds", refundLists.ofPayment(id));
    values.put("matches", history.of(id));
    return pages.page(
        request, "remittances", item.kind().title(), "remittance/exception.jte", values);
  }

  @PostMapping("/remittances/exceptions/{id}")
  ResponseEntity<String> decide(
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String claim) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (reason.isBlank() && !action.equals("match")) {
      throw new RemittanceRefusal("Say why. Go back and fill in the reason; nothing was changed.");
    }
    switch (action) {
      case "release" -> remittances.release(id, reason.strip());
      case "discard" -> remittances.discard(id, reason.strip());
      case "match" -> matching.match(id, claim, reason);
      case "undo" -> undo.undo(id, reason);
      case "not-ours" -> matching.notOurs(id, reason.strip());
      case "settle" -> matching.settle(id, reason.strip());
      default -> throw new RemittanceRefusal("There is no such action.");
    }
    return seeOther("/remittances");
  }

  @GetMapping("/remittances/bank")
  ResponseEntity<String> bank(
      HttpServletRequest request,
      @RequestParam(name = "deposits", defaultValue = "1") int depositPage,
      @RequestParam(name = "missing", defaultValue = "1") int missingPage,
      @RequestParam(name = "aside", defaultValue = "1") int asidePage) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return bank(request, HttpStatus.OK, "", "", new BankPages(depositPage, missingPage, asidePage));
  }

  @PostMapping("/remittances/bank")
  ResponseEntity<String> takeStatement(HttpServletRequest request, @RequestParam String statement) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    try {
      var taken = deposits.take(BankStatement.read(statement), null);
      return bank(
          request,
          HttpStatus.OK,
          "%d deposits taken, %d known already, %d matched."
              .formatted(taken.added(), taken.known(), taken.matched()),
          "",
          BankPages.FIRST);
    } catch (RemittanceRefusal refusal) {
      return bank(request, HttpStatus.BAD_REQUEST, refusal.sentence(), statement, BankPages.FIRST);
    }
  }

  private ResponseEntity<String> bank(
      HttpServletRequest request,
      HttpStatus status,
      String word,
      String statement,
      BankPages shown) {
    return pages.page(
        request,
        status,
        "remittances",
        "Bank deposits",
        "remittance/bank.jte",
        Map.of(
            "word",
            word,
            "hasFailed",
            status.isError(),
            "statement",
            statement,
            "deposits",
            lists.withoutRemittance(shown.deposits()),
            "missing",
            lists.withoutDeposit(shown.missing()),
            "aside",
            lists.putAside(shown.aside())));
  }

  /// A deposit beside the remittances that could be in it.
  @GetMapping("/remittances/bank/{id}")
  ResponseEntity<String> deposit(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    var deposit = combined.find(id).orElseThrow();
    return pages.page(
        request,
        "remittances",
        "Deposit of " + deposit.depositedOn(),
        "remittance/deposit.jte",
        Map.of("deposit", deposit, "remittances", combined.near(deposit, page)));
  }

  @PostMapping("/remittances/bank/{id}")
  ResponseEntity<String> matchDeposit(
      @PathVariable UUID id, @RequestParam(defaultValue = "") List<UUID> remittance) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    combined.match(id, remittance);
    return seeOther("/remittances/bank");
  }

  @PostMapping("/remittances/bank/{id}/put-aside")
  ResponseEntity<String> putAside(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    deposits.putAside(id, why);
    return seeOther("/remittances/bank");
  }

  @PostMapping("/remittances/bank/taken-later")
  ResponseEntity<String> takenLater(
      @RequestParam UUID remittance, @RequestParam(defaultValue = "") String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    negative.takenLater(remittance, why);
    return seeOther("/remittances/bank");
  }

  @PostMapping("/remittances/bank/{id}/take-up")
  ResponseEntity<String> takeUp(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    deposits.takeUp(id);
    return seeOther("/remittances/bank");
  }

  private static ResponseEntity<String> seeOther(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}
