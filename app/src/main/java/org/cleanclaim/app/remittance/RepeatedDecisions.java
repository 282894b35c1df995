package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.remittance.RemittancePoster.Share;
import org.cleanclaim.app.remittance.StandingDecisions.Part;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A payer that decides on a claim again without taking its first decision back pays more, but
/// neither reduces the charge nor leaves it to the patient a second time, and on a claim that is
/// void it reduces and leaves nothing. The same holds for a claim whose correction it has decided
/// ([DecidedCorrections]): what is left there is its payment, which it has to have back. Nor does
/// it reduce anything on a correction that it refuses while its first decision stands. What the
/// decision that does not count took off is taken out again, and put back when the one that does is
/// reversed. Of a payer that comes after others that is what was posted, which may be less than it
/// said ([OwnReductions]).
@Component
class RepeatedDecisions {
  private static final int AT_ONCE = 500;

  /// @param isAfterVoid whether the payer had taken a void of the claim before
  private record Decision(
      long paymentId, long claimId, String payer, boolean isAfterVoid, Part whole) {}

  private record Released(long claimId, Share share, Money amount) {}

  private record Reduction(String postedBy, Share share) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final ClaimsAtPayer claims;
  private final DecidedCorrections corrections;
  private final Ledger ledger;

  RepeatedDecisions(
      JdbcClient jdbc,
      JsonColumns json,
      ClaimsAtPayer claims,
      DecidedCorrections corrections,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.json = json;
    this.claims = claims;
    this.corrections = corrections;
    this.ledger = ledger;
  }

  /// Looks at the claims of a remittance of which there is more than one decision, or a correction.
  /// Doing it again changes nothing.
  void settle(long remittanceId, Remittance header, String keyPrefix) {
    var looked = new TreeSet<>(corrections.chains(remittanceId));
    looked.addAll(repeated(remittanceId));
    settle(List.copyOf(looked), header, keyPrefix);
  }

  private List<Long> repeated(long remittanceId) {
    return jdbc.sql(
            """
            select p.claim_id
            from claim_payment p
            where p.remittance_id = :remittance and p.claim_id is not null
              and exists (select from claim_payment q
                where q.claim_id = p.claim_id and q.claim_payment_id <> p.claim_payment_id)
            """)
        .param("remittance", remittanceId)
        .query(Long.class)
        .list();
  }

  /// Looks at a claim again of whose decisions one is gone.
  void settleAnew(ClaimId claim, Remittance header, String key) {
    settle(corrections.chain(claim.value()), header, key);
  }

  private void settle(List<Long> claimIds, Remittance header, String keyPrefix) {
    for (int from = 0; from < claimIds.size(); from += AT_ONCE) {
      settleSome(
          claimIds.subList(from, Math.min(claimIds.size(), from + AT_ONCE)), header, keyPrefix);
    }
  }

  private void settleSome(List<Long> claimIds, Remittance header, String keyPrefix) {
    lock(claimIds);
    var ended = corrections.ended(claimIds);
    var payable = claims.payable(claimIds);
    var decisions = decisions(claimIds, payable);
    var parts = parts(decisions, payable);
    var released = released(claimIds);
    var reductions = reductions(payable);
    var poster = new RemittancePoster(header);
    for (PayableClaim claim : payable) {
      var due = due(claim, ended, decisions, parts, reductions);
      released.stream()
          .filter(r -> r.claimId() == claim.id().value())
          .forEach(r -> due.merge(r.share(), r.amount().negated(), Money::plus));
      due.values().removeIf(Money::isZero);
      if (due.isEmpty()) continue;
      String key = keyPrefix + "-again-" + claim.controlNumber();
      ledger.post(poster.decidedAgain(claim, due, key).build());
    }
    claims.correctionsOwed(claimIds, ended.overtaken().keySet(), keyPrefix);
  }

  private void lock(List<Long> claimIds) {
    jdbc.sql("select claim_id from claim where claim_id = any (:ids) order by claim_id for update")
        .param("ids", claimIds.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  /// What has to be taken out of what was posted of a claim's decisions, payer by payer.
  private static Map<Share, Money> due(
      PayableClaim claim,
      DecidedCorrections.Ended endedClaims,
      List<Decision> decisions,
      Map<Long, List<Part>> parts,
      Map<Reduction, Money> reductions) {
    Map<String, List<List<Part>>> byPayer = new LinkedHashMap<>();
    var ended = new ArrayList<Part>();
    for (Decision decision : decisions) {
      if (decision.claimId() != claim.id().value()) continue;
      var all = new ArrayList<Part>();
      all.add(decision.whole());
      all.addAll(parts.getOrDefault(decision.paymentId(), List.of()));
      if (decision.isAfterVoid() || endedClaims.contains(decision.claimId())) {
        ended.addAll(all);
      } else {
        byPayer.computeIfAbsent(decision.payer(), k -> new ArrayList<>()).add(all);
      }
    }
    Map<Share, Money> due = new LinkedHashMap<>();
    var posted = new LinkedHashSet<Reduction>();
    Stream.concat(
            ended.stream(),
            byPayer.values().stream()
                .flatMap(ofPayer -> StandingDecisions.superseded(ofPayer).stream()))
        .forEach(part ->
            StandingDecisions.settled(part)
                .forEach(adjustment ->
                    RemittancePoster.shares(adjustment, part.line(), part.isWhole(), claim, true)
                        .forEach((share, amount) -> {
                          if (claim.follows() != null && AdjustmentKind.isContractual(adjustment)) {
                            posted.add(new Reduction(part.postedBy(), share));
                          } else {
                            due.merge(share, amount.negated(), Money::plus);
                          }
                        })));
    for (Reduction reduction : posted) {
      Money amount = reductions.getOrDefault(reduction, Money.ZERO);
      due.merge(reduction.share(), amount.negated(), Money::plus);
    }
    return due;
  }

  /// What was written down of claims that follow others, by the postings that did.
  private Map<Reduction, Money> reductions(List<PayableClaim> payable) {
    var following =
        payable.stream().filter(c -> c.follows() != null).map(c -> c.id().value()).toList();
    var reductions = new HashMap<Reduction, Money>();
    if (following.isEmpty()) return reductions;
    jdbc.sql(
            """
            select p.idempotency_key, e.account, e.encounter_id, e.line, e.memo, sum(e.amount) as amount
            from entry e
            join posting p using (posting_id)
            where e.claim_id = any (:ids) and e.account = 'CONTRACTUAL_ADJUSTMENT'
            group by p.idempotency_key, e.account, e.encounter_id, e.line, e.memo
            """)
        .param("ids", following.toArray(Long[]::new))
        .query(row -> {
          reductions.put(
              new Reduction(row.getString("idempotency_key"), share(row)), money(row, "amount"));
        });
    return reductions;
  }

  /// The decisions that no reversal took back, the earliest first.
  private List<Decision> decisions(List<Long> claimIds, List<PayableClaim> payable) {
    var byMonth =
        payable.stream()
            .filter(claim -> claim.isCapitated(null))
            .map(claim -> claim.id().value())
            .toList();
    return jdbc.sql(
            """
            select p.claim_payment_id, p.claim_id, r.payer_key, r.trace, r.paid as remitted, r.paid_on, r.money_digest,
              p.position, p.charged, p.adjustments::text as adjustments, c.total_charge,
              case when p.match = 'MANUAL' then coalesce((
                select m.posting_key from payment_match m
                where m.claim_payment_id = p.claim_payment_id and m.undone_at is null),
                'match-' || p.claim_payment_id) end as matched_by,
              exists (select from claim v
                where v.replaces_claim_id = c.claim_id and v.status <> 'VOIDED' and v.correction = 'VOID'
                  and v.taken_over_at < r.posted_at) as is_after_void
            from claim_payment p
            join remittance r using (remittance_id)
            join claim c on c.claim_id = p.claim_id
            where p.claim_id = any (:ids) and p.status_code not in ('22', '25')
              and not exists (select from claim_payment q where q.reverses_claim_payment_id = p.claim_payment_id)
            order by p.claim_id, r.paid_on, p.remittance_id, p.position
            """)
        .param("ids", claimIds.toArray(Long[]::new))
        .query((row, n) ->
            new Decision(
                row.getLong("claim_payment_id"),
                row.getLong("claim_id"),
                row.getString("payer_key"),
                row.getBoolean("is_after_void"),
                new Part(
                    postedBy(row),
                    null,
                    null,
                    money(row, "total_charge"),
                    money(row, "charged"),
                    Money.ZERO,
                    json.readList(row.getString("adjustments"), Adjustment.class),
                    byMonth.contains(row.getLong("claim_id")))))
        .list();
  }

  private static String postedBy(ResultSet row) throws SQLException {
    String matched = row.getString("matched_by");
    if (matched != null) return matched;
    String prefix =
        PostingKeys.prefix(
            row.getString("payer_key"),
            row.getString("trace"),
            money(row, "remitted"),
            row.getObject("paid_on", LocalDate.class),
            row.getString("money_digest"));
    return PostingKeys.of(prefix, row.getInt("position"));
  }

  private Map<Long, List<Part>> parts(List<Decision> decisions, List<PayableClaim> payable) {
    Map<Long, Map<Integer, Money>> charges = new HashMap<>();
    Map<Long, PayableClaim> known = new HashMap<>();
    for (PayableClaim claim : payable) {
      known.put(claim.id().value(), claim);
      var lines = charges.computeIfAbsent(claim.id().value(), k -> new HashMap<>());
      claim.lines().forEach(line -> lines.put(line.number(), line.charge()));
    }
    var postedBy = new HashMap<Long, String>();
    decisions.forEach(d -> postedBy.put(d.paymentId(), d.whole().postedBy()));
    Map<Long, List<Part>> parts = new HashMap<>();
    jdbc.sql(
            """
            select claim_payment_id, claim_id, line, procedure, charged, paid, adjustments::text as adjustments
            from line_adjudication
            where claim_payment_id = any (:payments)
            order by claim_payment_id, position
            """)
        .param("payments", decisions.stream().map(Decision::paymentId).toArray(Long[]::new))
        .query(row -> {
          Integer line = row.getObject("line", Integer.class);
          PayableClaim claim = known.get(row.getLong("claim_id"));
          Money charged = money(row, "charged");
          Money billed =
              line == null
                  ? charged
                  : charges
                      .getOrDefault(row.getLong("claim_id"), Map.of())
                      .getOrDefault(line, charged);
          parts
              .computeIfAbsent(row.getLong("claim_payment_id"), k -> new ArrayList<>())
              .add(
                  new Part(
                      Objects.requireNonNull(postedBy.get(row.getLong("claim_payment_id"))),
                      line,
                      row.getString("procedure"),
                      billed,
                      charged,
                      money(row, "paid"),
                      json.readList(row.getString("adjustments"), Adjustment.class),
                      claim != null && claim.isCapitated(line)));
        });
    return parts;
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }

  private List<Released> released(List<Long> claimIds) {
    return jdbc.sql(
            """
            select e.claim_id, e.account, e.encounter_id, e.line, e.memo, sum(e.amount) as amount
            from entry e
            join posting p using (posting_id)
            where e.claim_id = any (:ids) and p.kind = :kind and e.account <> 'INSURANCE_RECEIVABLE'
            group by e.claim_id, e.account, e.encounter_id, e.line, e.memo
            """)
        .param("ids", claimIds.toArray(Long[]::new))
        .param("kind", RemittancePoster.DECIDED_AGAIN)
        .query((row, n) -> new Released(row.getLong("claim_id"), share(row), money(row, "amount")))
        .list();
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(
        Account.valueOf(row.getString("account")),
        new EncounterId(row.getLong("encounter_id")),
        row.getObject("line", Integer.class),
        row.getString("memo"));
  }
}
