package org.cleanclaim.app.remittance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the provider-level adjustments (PLB) of remittances, each with the claim that its
/// reference names: by our number of it, alone or among others, or by the payer's, which payers
/// often let further characters follow.
@Component
@Transactional
class ProviderAdjustments {
  /// Shorter references are too common to name a claim.
  private static final int SHORTEST_NUMBER = 6;

  private final JdbcClient jdbc;

  ProviderAdjustments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(PostingOrder order) {
    int position = 0;
    for (ProviderAdjustment adjustment : order.header().providerAdjustments()) {
      jdbc.sql(
              """
              insert into provider_adjustment (remittance_id, position, payer_id, provider_id, reason, account, reference,
                amount, claim_id)
              values (:remittance, :position, :payer, :provider, :reason, :account, :reference, :amount, coalesce((
                select claim_id
                from claim
                where control_number = any (:ours)
                order by claim_id
                limit 1), (
                select claim_id
                from claim
                where payer_id = :payer and payer_claim_control_number = any (:theirs)
                order by length(payer_claim_control_number) desc, claim_id
                limit 1)))
              """)
          .param("remittance", order.remittanceId())
          .param("position", ++position)
          .param("payer", order.payerId())
          .param("provider", adjustment.providerId())
          .param("reason", adjustment.reason())
          .param("account", ProviderAccount.of(adjustment).name())
          .param("reference", adjustment.reference())
          .param("amount", adjustment.amount().toBigDecimal())
          .param("ours", words(adjustment.reference()))
          .param("theirs", beginnings(adjustment.reference()))
          .update();
    }
  }

  private static String[] words(@Nullable String reference) {
    if (reference == null) return new String[0];
    return Arrays.stream(reference.strip().split("[^A-Za-z0-9]+"))
        .filter(w -> w.length() >= SHORTEST_NUMBER)
        .toArray(String[]::new);
  }

  private static String[] beginnings(@Nullable String reference) {
    if (reference == null) return new String[0];
    return IntStream.rangeClosed(SHORTEST_NUMBER, reference.length())
        .mapToObj(end -> reference.substring(0, end))
        .toArray(String[]::new);
  }
}
