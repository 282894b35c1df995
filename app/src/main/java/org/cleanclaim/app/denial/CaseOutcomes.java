package org.cleanclaim.app.denial;

import java.util.List;
import java.util.Set;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Settles cases whose corrected claim the payer has decided, and those of decisions that it took
/// back or made anew by itself.
@Component
@Transactional
class CaseOutcomes {

  /// What a remittance says of a line.
  ///
  /// @param refused amount of the line for which it opened a case of its own
  /// @param isByMonth whether the payer's sum per member and month covers it
  private record Answer(Money allowed, Money refused, boolean isByMonth) {}

  private final JdbcClient jdbc;
  private final DenialRecords records;
  private final AppealRecords appeals;
  private final Denials denials;
  private final CaseReturns returns;

  CaseOutcomes(
      JdbcClient jdbc,
      DenialRecords records,
      AppealRecords appeals,
      Denials denials,
      CaseReturns returns) {
    this.jdbc = jdbc;
    this.records = records;
    this.appeals = appeals;
    this.denials = denials;
    this.returns = returns;
  }

  /// Looks through the claims that a remittance decides. A settled case stays as it is.
  void settle(long remittanceId) {
    records
        .correctedBy(decided(remittanceId))
        .forEach((denial, correction) -> settle(denial, remittanceId, correction));
  }

  /// The remittance that a payment came with.
  long remittance(long claimPaymentId) {
    return jdbc.sql("select remittance_id from claim_payment where claim_payment_id = :id")
        .param("id", claimPaymentId)
        .query(Long.class)
        .single();
  }

  /// The claims that a remittance decides.
  List<Long> decided(long remittanceId) {
    return jdbc.sql(
            """
            select distinct claim_id from claim_payment
            where remittance_id = :id and claim_id is not null
            order by claim_id
            """)
        .param("id", remittanceId)
        .query(Long.class)
        .list();
  }

  /// The payer has decided a denied claim anew, by itself or after an appeal, and without a
  /// correction: what it allows now settles the case, and what it refuses again has a case of its
  /// own. A case that has been appealed goes on while the payer refuses what is left of it, and
  /// while it has only taken its decision back.
  ///
  /// @param continued the appealed cases whose refusal the remittance says again
  void decidedAnew(long remittanceId, List<Long> claims, Set<Long> continued) {
    for (DenialCase denial : records.superseded(remittanceId, claims)) {
      if (continued.contains(denial.id())) continue;
      var answers = answers(denial, remittanceId, denial.claimId());
      if (answers.isEmpty() && appeals.used(denial.id()) > 0) continue;
      Money allowed = Money.sum(answers.stream().map(Answer::allowed).toList());
      if (isByMonth(answers, allowed)) {
        coveredByMonth(denial, denial.claimId(), remittanceId, Action.CLOSE);
        continue;
      }
      Status outcome = allowed.isPositive() ? Status.WON : Status.CLOSED;
      returns.keep(denial, denial.claimId(), remittanceId, outcome);
      if (allowed.isPositive()) {
        records.recover(denial, allowed.min(denial.amount()));
        denials.finish(
            denial,
            outcome,
            Action.CLOSE,
            "Decided anew",
            "The payer allows $%s now, by itself".formatted(allowed));
      } else {
        denials.finish(
            denial,
            outcome,
            Action.CLOSE,
            "Decided anew",
            answers.isEmpty()
                ? "The payer took the decision back"
                : "The payer refuses it again, which is a case of its own");
      }
    }
  }

  private void settle(DenialCase denial, long remittanceId, long correction) {
    var answers = answers(denial, remittanceId, correction);
    if (answers.isEmpty()) return;
    Money allowed = Money.sum(answers.stream().map(Answer::allowed).toList());
    Action done =
        denial.action() == Action.BILL_OTHER_PAYER
            ? Action.BILL_OTHER_PAYER
            : Action.CORRECT_AND_REBILL;
    if (isByMonth(answers, allowed)) {
      coveredByMonth(denial, correction, remittanceId, done);
      return;
    }
    boolean isRefused = answers.stream().anyMatch(a -> a.refused().isPositive());
    Status outcome = !allowed.isPositive() ? Status.LOST : isRefused ? Status.PART_WON : Status.WON;
    returns.keep(denial, correction, remittanceId, outcome);
    records.recover(denial, allowed.min(denial.amount()));
    denials.finish(
        denial,
        outcome,
        done,
        outcome.title(),
        "The payer allows $%s on the corrected claim".formatted(allowed));
  }

  /// Whether nothing is allowed or refused any more since the payer pays it by the month.
  private static boolean isByMonth(List<Answer> answers, Money allowed) {
    return !allowed.isPositive()
        && answers.stream().anyMatch(Answer::isByMonth)
        && answers.stream().noneMatch(a -> a.refused().isPositive());
  }

  /// Neither won nor lost: there is no payment of the claim that could be had.
  private void coveredByMonth(
      DenialCase denial, long decidedClaim, long remittanceId, Action action) {
    returns.keep(denial, decidedClaim, remittanceId, Status.CLOSED);
    denials.finish(
        denial,
        Status.CLOSED,
        action,
        "Decided anew",
        "The payer's monthly payment covers it (CO-24): nothing more is to be had");
  }

  private List<Answer> answers(DenialCase denial, long remittanceId, long claimId) {
    return jdbc.sql(
            """
            select l.allowed, l.outcome = 'CAPITATED' as is_by_month,
              (select coalesce(sum(d.amount), 0) from denial_case d
                where d.claim_payment_id = l.claim_payment_id
                  and (d.line = l.line or :line::int is null)) as refused
            from line_adjudication l
            join claim_payment p using (claim_payment_id)
            where p.remittance_id = :remittance and p.claim_id = :claim and l.outcome <> 'REVERSED'
              and (l.line = :line or :line::int is null)
            """)
        .param("remittance", remittanceId)
        .param("claim", claimId)
        .param("line", denial.line())
        .query((row, n) ->
            new Answer(
                Money.of(row.getBigDecimal("allowed").toPlainString()),
                Money.of(row.getBigDecimal("refused").toPlainString()),
                row.getBoolean("is_by_month")))
        .list();
  }
}
