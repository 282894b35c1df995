package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger.LedgerLine;
import org.cleanclaim.kernel.Money;

/// A plan has changed what it had left to a patient of a visit.
///
/// @param on the day of its last word
/// @param before what it had left to the patient before that
/// @param now what it leaves to them by now
/// @param isOpen it took its decision back, and has made no other yet
public record DecidedAnew(LocalDate on, Money before, Money now, boolean isOpen) {
  private static final String REVERSAL = "REVERSAL";
  private static final Set<String> DECISIONS = Set.of("REMITTANCE", REVERSAL);

  /// What plans have changed of a visit.
  ///
  /// @param lines of the visit, in the order in which they were posted
  static List<DecidedAnew> of(List<LedgerLine> lines) {
    var byPlan = new LinkedHashMap<Long, LinkedHashMap<Long, List<LedgerLine>>>();
    for (LedgerLine line : lines) {
      Long payer = line.payerId();
      if (payer == null || !DECISIONS.contains(line.kind())) continue;
      byPlan
          .computeIfAbsent(payer, id -> new LinkedHashMap<>())
          .computeIfAbsent(line.postingId(), id -> new ArrayList<>())
          .add(line);
    }
    return byPlan.values().stream()
        .map(postings -> ofPlan(List.copyOf(postings.values())))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The last change of a plan: what it left before it took a decision back, or before a decision
  /// that takes something off, against what it leaves now.
  private static Optional<DecidedAnew> ofPlan(List<List<LedgerLine>> postings) {
    Money now = Money.ZERO;
    Money before = Money.ZERO;
    LocalDate on = null;
    boolean isOpen = false;
    for (List<LedgerLine> posting : postings) {
      var first = posting.getFirst();
      Money left = left(posting);
      boolean isBack = first.kind().equals(REVERSAL);
      boolean isChange = isBack || left.isNegative();
      if (isChange && !isOpen) before = now;
      if (isChange || isOpen) on = first.effectiveOn();
      isOpen = isBack;
      now = now.plus(left);
    }
    return on == null || before.equals(now)
        ? Optional.empty()
        : Optional.of(new DecidedAnew(on, before, now, isOpen));
  }

  private static Money left(List<LedgerLine> posting) {
    return Money.sum(
        posting.stream()
            .filter(line -> line.account() == Account.PATIENT_RECEIVABLE)
            .map(LedgerLine::amount)
            .toList());
  }

  /// As the patient reads it.
  public String sentence(Language language) {
    String day = language.day(on);
    String had = Statement.dollars(before);
    return isOpen
        ? language.of(
            "Your plan took its decision back on %s and has not decided anew yet: before, it left %s to you."
                .formatted(day, had),
            "Su plan retiró su decisión el %s y aún no ha decidido de nuevo: antes le dejaba %s a usted."
                .formatted(day, had))
        : language.of(
            "Your plan decided anew on %s: before, it left %s to you; now, %s."
                .formatted(day, had, Statement.dollars(now)),
            "Su plan decidió de nuevo el %s: antes le dejaba %s a usted; ahora, %s."
                .formatted(day, had, Statement.dollars(now)));
  }
}
