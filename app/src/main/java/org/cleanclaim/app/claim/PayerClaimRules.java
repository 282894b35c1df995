package org.cleanclaim.app.claim;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.PayerClaimRule.LateFacilityCharges;
import org.cleanclaim.app.claim.PayerClaimRule.VisitsOnClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.storage.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How each payer wants claims put together, as the practice keeps it.
@Component
@Transactional
public class PayerClaimRules {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;
  private final ReadOnce<Long, PayerClaimRule> rules = new ReadOnce<>(this::read);

  PayerClaimRules(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public PayerClaimRule of(long payerId) {
    return rules.find(payerId).orElse(PayerClaimRule.USUAL);
  }

  private Map<Long, PayerClaimRule> read(Set<Long> payers) {
    var found = new HashMap<Long, PayerClaimRule>();
    jdbc.sql(
            """
            select payer_id, visits_on_claim, is_split_by_year, late_facility_charges, why
            from payer_claim_rule
            where payer_id = any (:payers)
            """)
        .param("payers", payers.toArray(Long[]::new))
        .query(row -> {
          found.put(
              row.getLong("payer_id"),
              new PayerClaimRule(
                  VisitsOnClaim.valueOf(row.getString("visits_on_claim")),
                  row.getBoolean("is_split_by_year"),
                  LateFacilityCharges.valueOf(row.getString("late_facility_charges")),
                  row.getString("why")));
        });
    return found;
  }

  /// Holds for claims that are made from now on.
  ///
  /// @throws IllegalStateException when it does not say where the payer says so
  public void keep(Payer payer, PayerClaimRule rule) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    if (rule.why().strip().length() < 5) {
      throw new IllegalStateException("Say where the payer says so, in at least five characters.");
    }
    jdbc.sql(
            """
            insert into payer_claim_rule (payer_id, visits_on_claim, is_split_by_year, late_facility_charges, why,
              decided_by, decided_at)
            values (:payer, :visits, :year, :late, :why, :actor, :now)
            on conflict (payer_id) do update
            set visits_on_claim = excluded.visits_on_claim, is_split_by_year = excluded.is_split_by_year,
              late_facility_charges = excluded.late_facility_charges, why = excluded.why,
              decided_by = excluded.decided_by, decided_at = excluded.decided_at
            """)
        .param("payer", payer.id())
        .param("visits", rule.visitsOnClaim().name())
        .param("year", rule.isSplitByYear())
        .param("late", rule.lateFacilityCharges().name())
        .param("why", rule.why().strip())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("kept claim rules", "payer", payer.slug(), null, rule.why().strip());
  }
}
