package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes new claims, as drafts.
@Component
class NewClaims {

  /// What a new claim corrects.
  ///
  /// @param isNumberTyped the payer's number on it was typed, and is not the one on record
  record Link(ClaimId earlier, Correction how, String reason, boolean isNumberTyped) {}

  /// Whose claim it is.
  ///
  /// @param encounter its first visit
  /// @param part counts the claims of one bill to the policy
  /// @param sources where its lines come from; empty for one visit whole
  record Owner(
      EncounterId encounter,
      PatientId patient,
      long payerId,
      long coverageId,
      LocalDate fileBy,
      int part,
      List<ClaimSource> sources) {}

  /// A claim to be written.
  ///
  /// @param draft the claim before payer rules changed it; null when they changed nothing
  /// @param link null for a claim that corrects none
  record NewClaim(Claim snapshot, @Nullable Claim draft, Owner owner, @Nullable Link link) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final ClaimSources sources;
  private final Clock clock;

  NewClaims(JdbcClient jdbc, JsonColumns json, ClaimSources sources, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.sources = sources;
    this.clock = clock;
  }

  ClaimId insert(NewClaim one) {
    return insert(List.of(one)).getFirst();
  }

  /// Writes claims in one statement.
  ///
  /// @return their ids, in their order
  List<ClaimId> insert(List<NewClaim> claims) {
    var rows = new Columns(claims.size());
    for (int i = 0; i < claims.size(); i++) rows.set(i, claims.get(i));
    var ids = new HashMap<String, ClaimId>();
    jdbc.sql(
            """
            insert into claim (control_number, encounter_id, patient_id, payer_id, coverage_id, frequency, status,
              snapshot, draft, total_charge, served_from, served_through, file_by, created_at, replaces_claim_id,
              correction, correction_reason, is_number_typed, part, follows_claim_id, owed, is_forwarded,
              is_taken_back, codes_changed_at, charges_changed_at)
            select n.control, n.encounter, n.patient, n.payer, n.coverage, n.frequency, 'DRAFT', n.snapshot::jsonb,
              n.draft::jsonb, n.total, n.served_from, n.served_through, n.file_by, :now, n.earlier, n.how, n.why, n.typed,
              n.part, e.follows_claim_id, e.owed, false, coalesce(e.is_taken_back, false),
              case when n.how <> 'VOID' then e.codes_changed_at end,
              case when n.how <> 'VOID' then e.charges_changed_at end
            from unnest(:controls::text[], :encounters::bigint[], :patients::bigint[], :payers::bigint[],
              :coverages::bigint[], :frequencies::text[], :snapshots::text[], :drafts::text[], :totals::numeric[],
              :froms::date[], :throughs::date[], :fileBys::date[], :earlier::bigint[], :hows::text[], :whys::text[],
              :typed::boolean[], :parts::int[])
              with ordinality as n (control, encounter, patient, payer, coverage, frequency, snapshot, draft, total,
                served_from, served_through, file_by, earlier, how, why, typed, part, position)
            left join lateral (select * from claim where claim_id = n.earlier offset 0) e on true
            order by n.position
            returning claim_id, control_number
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("controls", rows.controls)
        .param("encounters", rows.encounters)
        .param("patients", rows.patients)
        .param("payers", rows.payers)
        .param("coverages", rows.coverages)
        .param("frequencies", rows.frequencies)
        .param("snapshots", rows.snapshots)
        .param("drafts", rows.drafts)
        .param("totals", rows.totals)
        .param("froms", rows.froms)
        .param("throughs", rows.throughs)
        .param("fileBys", rows.fileBys)
        .param("earlier", rows.earlier)
        .param("hows", rows.hows)
        .param("whys", rows.whys)
        .param("typed", rows.typed)
        .param("parts", rows.parts)
        .query(row -> {
          ids.put(row.getString("control_number"), new ClaimId(row.getLong("claim_id")));
        });
    var made = List.of(rows.controls).stream().map(ids::get).toList();
    for (int i = 0; i < made.size(); i++) {
      var linked = claims.get(i).owner().sources();
      if (!linked.isEmpty()) sources.keep(made.get(i), linked);
    }
    return made;
  }

  private final class Columns {
    private final String[] controls;
    private final Long[] encounters;
    private final Long[] patients;
    private final Long[] payers;
    private final Long[] coverages;
    private final String[] frequencies;
    private final String[] snapshots;
    private final @Nullable String[] drafts;
    private final BigDecimal[] totals;
    private final String[] froms;
    private final String[] throughs;
    private final String[] fileBys;
    private final @Nullable Long[] earlier;
    private final @Nullable String[] hows;
    private final @Nullable String[] whys;
    private final Boolean[] typed;
    private final Integer[] parts;

    Columns(int size) {
      controls = new String[size];
      encounters = new Long[size];
      patients = new Long[size];
      payers = new Long[size];
      coverages = new Long[size];
      frequencies = new String[size];
      snapshots = new String[size];
      drafts = new @Nullable String[size];
      totals = new BigDecimal[size];
      froms = new String[size];
      throughs = new String[size];
      fileBys = new String[size];
      earlier = new @Nullable Long[size];
      hows = new @Nullable String[size];
      whys = new @Nullable String[size];
      typed = new Boolean[size];
      parts = new Integer[size];
    }

    void set(int i, NewClaim claim) {
      var snapshot = claim.snapshot();
      var owner = claim.owner();
      var link = claim.link();
      controls[i] = snapshot.controlNumber().value();
      encounters[i] = owner.encounter().value();
      patients[i] = owner.patient().value();
      payers[i] = owner.payerId();
      coverages[i] = owner.coverageId();
      frequencies[i] = snapshot.frequency().name();
      snapshots[i] = json.write(snapshot);
      drafts[i] = claim.draft() == null ? null : json.write(claim.draft());
      totals[i] = snapshot.totalCharge().toBigDecimal();
      froms[i] = snapshot.servedFrom().orElseThrow().toString();
      throughs[i] = snapshot.servedThrough().orElseThrow().toString();
      fileBys[i] = owner.fileBy().toString();
      earlier[i] = link == null ? null : link.earlier().value();
      hows[i] = link == null ? null : link.how().name();
      whys[i] = link == null ? null : link.reason();
      typed[i] = link != null && link.isNumberTyped();
      parts[i] = owner.part();
    }
  }
}
