package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.edits.HistoryNeed;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What patients were billed besides, as far as the rules ask for it.
@Component
class ClaimHistory {

  /// A claim and what its rules need to know of others.
  record Asked(BilledClaim claim, HistoryNeed need) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;

  ClaimHistory(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The patients' other claims to first payers that stand and that the rules may ask about, the
  /// latest service first; a claim without others is left out. A correction counts when it has
  /// taken the place of the claim it corrects, and that claim until then.
  Map<ClaimId, List<Claim>> others(List<Asked> asked) {
    var found = new HashMap<ClaimId, List<Claim>>();
    jdbc.sql(
            """
            with asked as materialized (
              select a.*, record
              from unnest(:claims::bigint[], :patients::bigint[], :encounters::bigint[], :follows::boolean[],
                :froms::date[], :throughs::date[], :limitedFroms::date[], :limited::text[])
                as a (claim, patient, encounter, follows, first_day, last_day, limited_from, limited)
              cross join lateral same_person(a.patient) as record
            )
            select a.claim, c.snapshot
            from asked a
            cross join lateral (select * from claim where claim.patient_id = a.record offset 0) c
            where c.claim_id <> a.claim and c.status not in ('VOIDED', 'REPLACED')
              and c.correction is distinct from 'VOID' and (c.correction is null or c.taken_over_at is not null)
              and c.follows_claim_id is null and not (c.encounter_id = a.encounter and a.follows)
              and c.claim_id not in (
                select o.replaces_claim_id from claim o where o.claim_id = a.claim and o.replaces_claim_id is not null)
              and c.served_from <= a.last_day
              and (c.served_through >= a.first_day
                or c.served_through >= a.limited_from
                  and exists (
                    select from jsonb_array_elements(c.snapshot -> 'lines') as line
                    where line -> 'procedure' ->> 'value' = any (string_to_array(a.limited, ' '))))
            order by c.served_from desc, c.claim_id desc
            """)
        .param("claims", asked.stream().map(a -> a.claim.id().value()).toArray(Long[]::new))
        .param(
            "patients", asked.stream().map(a -> a.claim.patientId().value()).toArray(Long[]::new))
        .param(
            "encounters",
            asked.stream().map(a -> a.claim.encounterId().value()).toArray(Long[]::new))
        .param(
            "follows", asked.stream().map(a -> a.claim.following() != null).toArray(Boolean[]::new))
        .param("froms", asked.stream().map(a -> a.need.from().toString()).toArray(String[]::new))
        .param(
            "throughs", asked.stream().map(a -> a.need.through().toString()).toArray(String[]::new))
        .param(
            "limitedFroms",
            asked.stream().map(a -> a.need.limitedFrom().toString()).toArray(String[]::new))
        .param("limited", asked.stream().map(a -> limited(a.need)).toArray(String[]::new))
        .query(row -> {
          found
              .computeIfAbsent(new ClaimId(row.getLong("claim")), id -> new ArrayList<>())
              .add(json.read(row.getString("snapshot"), Claim.class));
        });
    return found;
  }

  private static String limited(HistoryNeed need) {
    return need.limited().stream().map(ProcedureCode::value).collect(Collectors.joining(" "));
  }
}
