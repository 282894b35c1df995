package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims that hold no more by their payer's own decision. A replacement, or a new claim in the
/// place of another, stands for the whole of the earlier claim (Medicare Claims Processing Manual,
/// Pub. 100-04, chapter 1 section 130): what was decided on the earlier one ends when the payer
/// decides the later one, whether or not it takes its first payment back (CLP02 22). A correction
/// that is refused as a whole decides nothing anew: the earlier decision stands, and what the
/// refusal takes off by contract beside what it refuses does not count.
@Component
@Transactional(readOnly = true)
class DecidedCorrections {
  private static final String CHAIN =
      """
      with recursive chain as (
        select c.claim_id, c.replaces_claim_id
        from claim c
        where c.claim_id in (%s)
        union
        select near.claim_id, near.replaces_claim_id
        from chain k
        cross join lateral (
          select c.claim_id, c.replaces_claim_id from claim c where c.claim_id = k.replaces_claim_id
          union all
          select c.claim_id, c.replaces_claim_id from claim c where c.replaces_claim_id = k.claim_id) near)
      """;

  private record Link(long claimId, @Nullable Long replaces, boolean isVoid) {}

  /// Whose decisions do not count among claims and their corrections.
  ///
  /// @param overtaken claims that hold no more, each with the latest claim by whose answer it ended
  /// @param undecided corrections of which the payer decides nothing, while a decision on a claim
  ///   before them stands
  record Ended(Map<Long, Long> overtaken, Set<Long> undecided) {
    private static final Ended NONE = new Ended(Map.of(), Set.of());

    Ended {
      overtaken = Map.copyOf(overtaken);
      undecided = Set.copyOf(undecided);
    }

    /// Whether what was decided on a claim does not count.
    boolean contains(long claimId) {
      return overtaken.containsKey(claimId) || undecided.contains(claimId);
    }
  }

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final ClaimsAtPayer claims;

  DecidedCorrections(JdbcClient jdbc, JsonColumns json, ClaimsAtPayer claims) {
    this.jdbc = jdbc;
    this.json = json;
    this.claims = claims;
  }

  /// The claims of a remittance that are corrected or are corrections, with all others of their
  /// chains.
  List<Long> chains(long remittanceId) {
    return jdbc.sql(
            CHAIN.formatted(
                    """
                    select p.claim_id from claim_payment p
                    join claim m on m.claim_id = p.claim_id
                    where p.remittance_id = :remittance and (m.replaces_claim_id is not null
                      or exists (select from claim n where n.replaces_claim_id = m.claim_id))
                    """)
                + "select claim_id from chain order by claim_id")
        .param("remittance", remittanceId)
        .query(Long.class)
        .list();
  }

  /// A claim with what it stands in the place of, and what stands in its place.
  List<Long> chain(long claimId) {
    return jdbc.sql(
            CHAIN.formatted("select :claim") + "select claim_id from chain order by claim_id")
        .param("claim", claimId)
        .query(Long.class)
        .list();
  }

  /// Of some claims and the others of their chains those whose decisions do not count.
  Ended ended(Collection<Long> claimIds) {
    var links =
        jdbc.sql(
                CHAIN.formatted("select unnest(:claims::bigint[])")
                    + """
                    select c.claim_id, c.replaces_claim_id,
                      c.correction = 'VOID' and c.taken_over_at is not null as is_void
                    from chain
                    join claim c using (claim_id)
                    where exists (select from claim o where c.claim_id = o.replaces_claim_id)
                      or c.replaces_claim_id is not null
                    """)
            .param("claims", claimIds.toArray(Long[]::new))
            .query((row, n) ->
                new Link(
                    row.getLong("claim_id"),
                    row.getObject("replaces_claim_id", Long.class),
                    row.getBoolean("is_void")))
            .list();
    if (links.isEmpty()) return Ended.NONE;
    Map<Long, Long> earlier = new HashMap<>();
    for (Link link : links) {
      if (link.replaces() != null) earlier.put(link.claimId(), link.replaces());
    }
    var decided = decided(links.stream().map(Link::claimId).toList());
    var overtaken = new HashMap<Long, Long>();
    var undecided = new HashSet<Long>();
    for (Link link : links) {
      if (!link.isVoid() && !decided.contains(link.claimId())) {
        if (follows(link.claimId(), earlier, decided)) undecided.add(link.claimId());
        continue;
      }
      // What a void takes back is the claim before it; what that one replaced went with it.
      Long from = link.isVoid() ? earlier.get(link.claimId()) : Long.valueOf(link.claimId());
      if (from == null) continue;
      for (Long one = earlier.get(from); one != null; one = earlier.get(one)) {
        overtaken.merge(one, link.claimId(), Math::max);
      }
    }
    return new Ended(overtaken, undecided);
  }

  /// Whether a claim stands in the place of one that is decided.
  private static boolean follows(long claimId, Map<Long, Long> earlier, Set<Long> decided) {
    for (Long one = earlier.get(claimId); one != null; one = earlier.get(one)) {
      if (decided.contains(one)) return true;
    }
    return false;
  }

  /// Claims on which a decision stands that is more than a refusal of the whole.
  private Set<Long> decided(List<Long> claimIds) {
    var byMonth =
        claims.payable(claimIds).stream()
            .filter(claim -> claim.isCapitated(null))
            .map(claim -> claim.id().value())
            .collect(Collectors.toSet());
    var decided = new HashSet<Long>();
    jdbc.sql(
            """
            select p.claim_id,
              p.paid <> 0 or exists (select from line_adjudication l
                where l.claim_payment_id = p.claim_payment_id and l.outcome = 'CAPITATED') as is_paid,
              p.adjustments::text as adjustments,
              coalesce((
                select jsonb_agg(a)
                from line_adjudication l, jsonb_array_elements(l.adjustments) a
                where l.claim_payment_id = p.claim_payment_id), '[]')::text as of_lines
            from claim_payment p
            join claim c using (claim_id)
            where p.claim_id = any (:claims) and c.correction is distinct from 'VOID'
              and p.status_code not in ('22', '25')
              and not exists (select from claim_payment q where q.reverses_claim_payment_id = p.claim_payment_id)
            """)
        .param("claims", claimIds.toArray(Long[]::new))
        .query(row -> {
          long claim = row.getLong("claim_id");
          if (decides(row, byMonth.contains(claim))) decided.add(claim);
        });
    return decided;
  }

  /// Whether something is paid, by this payment or by the month, or left to the patient; and where
  /// all was taken off, whether nothing of it is refused or waits still.
  private boolean decides(ResultSet row, boolean isByMonth) throws SQLException {
    var ofClaim = json.readList(row.getString("adjustments"), Adjustment.class);
    if (row.getBoolean("is_paid")
        || (isByMonth && ofClaim.stream().anyMatch(AdjustmentKind::isOfCapitation))) {
      return true;
    }
    var all = new ArrayList<>(ofClaim);
    all.addAll(json.readList(row.getString("of_lines"), Adjustment.class));
    return all.stream().anyMatch(one -> one.group() == AdjustmentGroup.PR)
        || (all.stream().anyMatch(one -> StandingDecisions.settles(one, false))
            && all.stream()
                .noneMatch(
                    one -> AdjustmentKind.isRefusal(one) || AdjustmentKind.isUndecided(one)));
  }
}
