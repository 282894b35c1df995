package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The payments of posted remittances that found their claims.
@Component
@Transactional(readOnly = true)
public class MatchedPayments {

  /// A payment on a claim of ours.
  ///
  /// @param lines the lines of the claim that the services belong to, in their order; 0 where it
  ///   cannot be told
  public record MatchedPayment(
      long claimId, long payerId, long claimPaymentId, ClaimPayment payment, List<Integer> lines) {
    public MatchedPayment {
      lines = List.copyOf(lines);
    }
  }

  /// A payment with the day on which it was paid.
  record Dated(MatchedPayment matched, LocalDate paidOn) {}

  private record Place(
      long remittanceId, UUID remittance, LocalDate paidOn, int position, boolean isReversal) {}

  private record Match(long claimId, long payerId, long claimPaymentId, List<Integer> lines) {}

  private final JdbcClient jdbc;
  private final RemittanceReadings readings;

  MatchedPayments(JdbcClient jdbc, RemittanceReadings readings) {
    this.jdbc = jdbc;
    this.readings = readings;
  }

  /// Gives those of a remittance one after another, in its order.
  public void each(long remittanceId, Consumer<MatchedPayment> receiver) {
    UUID publicId =
        jdbc.sql("select public_id from remittance where remittance_id = :id")
            .param("id", remittanceId)
            .query(UUID.class)
            .single();
    var matches = matches(remittanceId);
    var position = new AtomicInteger();
    readings.payments(
        publicId,
        payment -> {
          var match = matches.get(position.incrementAndGet());
          if (match == null) return;
          receiver.accept(
              new MatchedPayment(
                  match.claimId(),
                  match.payerId(),
                  match.claimPaymentId(),
                  payment,
                  match.lines()));
        });
  }

  /// The payments on the same claim that came before one and stand, the latest first.
  public List<MatchedPayment> before(MatchedPayment payment) {
    return standing(List.of(payment.claimId())).stream()
        .map(Dated::matched)
        .filter(m -> m.claimPaymentId() < payment.claimPaymentId() && !m.payment().isReversal())
        .toList()
        .reversed();
  }

  /// The payments that decide a claim now, none of them taken back; when all were, the last
  /// reversal alone.
  ///
  /// @param claims the claim, with those that it corrects and those that correct it
  List<Dated> standing(Collection<Long> claims) {
    var places =
        jdbc.sql(
                """
                select r.remittance_id, r.public_id, r.paid_on, p.position, p.status_code = '22' as is_reversal
                from claim_payment p
                join remittance r using (remittance_id)
                where p.claim_id = any (:claims)
                  and not exists (
                    select from claim_payment q where q.reverses_claim_payment_id = p.claim_payment_id)
                order by r.remittance_id, p.position
                """)
            .param("claims", claims.toArray(Long[]::new))
            .query((row, n) ->
                new Place(
                    row.getLong("remittance_id"),
                    row.getObject("public_id", UUID.class),
                    row.getObject("paid_on", LocalDate.class),
                    row.getInt("position"),
                    row.getBoolean("is_reversal")))
            .list();
    var decisions = places.stream().filter(p -> !p.isReversal()).toList();
    var wanted = decisions.isEmpty() && !places.isEmpty() ? List.of(places.getLast()) : decisions;
    return wanted.stream().map(this::dated).toList();
  }

  private Dated dated(Place place) {
    var match =
        Objects.requireNonNull(matches(place.remittanceId()).get(place.position()), "matched");
    return new Dated(
        new MatchedPayment(
            match.claimId(),
            match.payerId(),
            match.claimPaymentId(),
            readings.payment(place.remittance(), place.position()),
            match.lines()),
        place.paidOn());
  }

  private Map<Integer, Match> matches(long remittanceId) {
    var matches = new HashMap<Integer, Match>();
    jdbc.sql(
            """
            select p.claim_payment_id, p.position, p.claim_id, c.payer_id,
              array(select coalesce(l.line, 0) from line_adjudication l
                where l.claim_payment_id = p.claim_payment_id order by l.position) as lines
            from claim_payment p
            join claim c using (claim_id)
            where p.remittance_id = :id
            """)
        .param("id", remittanceId)
        .query(
            (RowCallbackHandler)
                row ->
                    matches.put(
                        row.getInt("position"),
                        new Match(
                            row.getLong("claim_id"),
                            row.getLong("payer_id"),
                            row.getLong("claim_payment_id"),
                            List.of((Integer[]) row.getArray("lines").getArray()))));
    return matches;
  }
}
