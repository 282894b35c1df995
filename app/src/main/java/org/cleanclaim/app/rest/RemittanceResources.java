package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.remittance.BankDeposits;
import org.cleanclaim.app.remittance.BankStatement;
import org.cleanclaim.app.remittance.CombinedDeposits;
import org.cleanclaim.app.remittance.DepositLists;
import org.cleanclaim.app.remittance.EobEntry;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.remittance.ManualMatch;
import org.cleanclaim.app.remittance.MatchHistory;
import org.cleanclaim.app.remittance.NegativeRemittances;
import org.cleanclaim.app.remittance.PostResult;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.remittance.TypedEob;
import org.cleanclaim.app.remittance.UndoMatch;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What remittances leave to decide, explanations of benefits from paper, and what the bank shows.
@RestController
@RequestMapping("/api/v1")
class RemittanceResources {

  /// @param reason why, in words
  /// @param claim our number, where a payment is matched
  /// @param remittance where a deposit is matched
  /// @param remittances where a deposit is made up of several
  record Decision(
      @Nullable String reason,
      @Nullable String claim,
      @Nullable UUID remittance,
      @Nullable List<UUID> remittances) {
    private String why() {
      if (reason == null || reason.isBlank()) throw new BadInput("Say why in \"reason\".");
      return reason.strip();
    }
  }

  private final ExceptionQueue exceptions;
  private final Remittances remittances;
  private final ManualMatch matching;
  private final UndoMatch undo;
  private final MatchHistory history;
  private final EobEntry eobs;
  private final BankDeposits deposits;
  private final DepositLists lists;
  private final NegativeRemittances negative;
  private final CombinedDeposits combined;

  RemittanceResources(
      ExceptionQueue exceptions,
      Remittances remittances,
      ManualMatch matching,
      UndoMatch undo,
      MatchHistory history,
      EobEntry eobs,
      BankDeposits deposits,
      DepositLists lists,
      NegativeRemittances negative,
      CombinedDeposits combined) {
    this.exceptions = exceptions;
    this.remittances = remittances;
    this.matching = matching;
    this.undo = undo;
    this.history = history;
    this.eobs = eobs;
    this.deposits = deposits;
    this.lists = lists;
    this.negative = negative;
    this.combined = combined;
  }

  @GetMapping("/remittances/exceptions")
  ListPage<ExceptionQueue.Item> exceptions(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return exceptions.open(page);
  }

  @PostMapping("/remittances/exceptions/{id}/release")
  PostResult release(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    return remittances.release(id, decision.why());
  }

  @PostMapping("/remittances/exceptions/{id}/discard")
  ExceptionQueue.Item discard(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    remittances.discard(id, decision.why());
    return exceptions.find(id).orElseThrow();
  }

  @PostMapping("/remittances/exceptions/{id}/match")
  ExceptionQueue.Item match(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (decision.claim() == null) throw new BadInput("Name our number in \"claim\".");
    matching.match(id, decision.claim(), decision.reason() == null ? "" : decision.reason());
    return exceptions.find(id).orElseThrow();
  }

  /// A match by hand was wrong: the payment waits for its claim again.
  @PostMapping("/remittances/exceptions/{id}/undo-match")
  ExceptionQueue.Item undoMatch(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    undo.undo(id, decision.why());
    return exceptions.find(id).orElseThrow();
  }

  /// The claims that a payment was matched to by hand.
  @GetMapping("/remittances/exceptions/{id}/matches")
  List<MatchHistory.Matched> matches(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return history.of(id);
  }

  @PostMapping("/remittances/exceptions/{id}/not-ours")
  ExceptionQueue.Item notOurs(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    matching.notOurs(id, decision.why());
    return exceptions.find(id).orElseThrow();
  }

  @PostMapping("/remittances/exceptions/{id}/settle")
  ExceptionQueue.Item settle(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    matching.settle(id, decision.why());
    return exceptions.find(id).orElseThrow();
  }

  /// Takes an explanation of benefits; what does not add up is refused with each sum.
  @PostMapping("/remittances/eob")
  PostResult eob(@RequestBody TypedEob eob) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    return switch (eobs.post(eob)) {
      case EobEntry.Result.Taken taken -> taken.result();
      case EobEntry.Result.DoesNotAddUp off ->
          throw new BadInput(
              "It does not add up, and nothing was kept: "
                  + off.failures().stream()
                      .map(BalanceProof.Equation::inWords)
                      .collect(Collectors.joining("; ")));
    };
  }

  /// Takes a bank's list of deposits; lines that came before are passed over.
  @PostMapping(value = "/deposits", consumes = "text/csv")
  BankDeposits.Imported deposits(@RequestBody String statement) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    return deposits.take(BankStatement.read(statement), null);
  }

  @GetMapping("/deposits/without-remittance")
  ListPage<DepositLists.OpenDeposit> withoutRemittance(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return lists.withoutRemittance(page);
  }

  @GetMapping("/remittances/without-deposit")
  ListPage<DepositLists.MissingDeposit> withoutDeposit(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return lists.withoutDeposit(page);
  }

  /// A negative remittance that no bank will show.
  @PostMapping("/remittances/{id}/taken-later")
  List<DepositLists.MissingDeposit> takenLater(
      @PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    negative.takenLater(id, decision.why());
    return lists.withoutDeposit(1).rows();
  }

  @PostMapping("/deposits/{id}/match")
  List<DepositLists.OpenDeposit> matchDeposit(
      @PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var several = decision.remittances();
    if (several != null) {
      combined.match(id, several);
    } else {
      if (decision.remittance() == null) throw new BadInput("Name the remittance.");
      deposits.match(id, decision.remittance());
    }
    return lists.withoutRemittance(1).rows();
  }

  @PostMapping("/deposits/{id}/put-aside")
  List<DepositLists.OpenDeposit> putAside(@PathVariable UUID id, @RequestBody Decision decision) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    deposits.putAside(id, decision.why());
    return lists.withoutRemittance(1).rows();
  }

  @PostMapping("/deposits/{id}/take-up")
  List<DepositLists.OpenDeposit> takeUp(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    deposits.takeUp(id);
    return lists.withoutRemittance(1).rows();
  }

  @GetMapping("/deposits/put-aside")
  ListPage<DepositLists.AsideDeposit> putAside(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return lists.putAside(page);
  }
}
