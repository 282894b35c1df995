package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Claims and their timelines as they stand in the database.
@Component
class ClaimRecords {
  private static final String SELECT =
      """
      select claim_id, public_id, control_number, encounter_id, patient_id, payer_id, coverage_id, status, revision,
        snapshot, total_charge, served_from, payer_claim_control_number, file_by, created_at, first_sent_at,
        adjudicated_at, correction, follows_claim_id, owed, is_forwarded, is_taken_back,
        part,
      """
          + ClaimSources.COLUMN.formatted("claim.claim_id")
          + "from claim\n";

  /// A revision of a claim, whose snapshot never changes.
  private record Frozen(long claim, int revision) {}

  private final JdbcClient jdbc;
  private final ReadOnce<Frozen, Claim> snapshots = new ReadOnce<>();
  private final JsonColumns json;

  ClaimRecords(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The claim as it was before payer rules changed it; empty when they changed nothing.
  Optional<Claim> draft(ClaimId id) {
    return Optional.ofNullable(drafts(List.of(id)).get(id));
  }

  /// Claims as they were before payer rules changed them; those that they did not change are left
  /// out.
  Map<ClaimId, Claim> drafts(List<ClaimId> ids) {
    var drafts = new HashMap<ClaimId, Claim>();
    jdbc.sql("select claim_id, draft from claim where claim_id = any (:ids) and draft is not null")
        .param("ids", ids.stream().map(ClaimId::value).toArray(Long[]::new))
        .query(row -> {
          drafts.put(
              new ClaimId(row.getLong("claim_id")), json.read(row.getString("draft"), Claim.class));
        });
    return drafts;
  }

  List<ClaimEvent> timeline(ClaimId id) {
    return jdbc.sql(
            """
            select happened_at, actor, what, why, next_step, exchanged_file_id
            from claim_event
            where claim_id = :id
            order by claim_event_id
            """)
        .param("id", id.value())
        .query((row, n) ->
            new ClaimEvent(
                row.getTimestamp("happened_at").toInstant(),
                row.getString("actor"),
                row.getString("what"),
                row.getString("why"),
                row.getString("next_step"),
                row.getObject("exchanged_file_id", Long.class)))
        .list();
  }

  Optional<BilledClaim> find(ClaimId id) {
    return jdbc.sql(SELECT + "where claim_id = :id")
        .param("id", id.value())
        .query(this::claim)
        .optional();
  }

  List<BilledClaim> all(Collection<Long> ids) {
    return jdbc.sql(SELECT + "where claim_id = any (:ids) order by claim_id")
        .param("ids", ids.toArray(Long[]::new))
        .query(this::claim)
        .list();
  }

  Optional<BilledClaim> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(this::claim)
        .optional();
  }

  /// The claim to another policy that stands for the same part of a visit's bill.
  Optional<BilledClaim> samePart(BilledClaim claim, long coverageId) {
    return jdbc.sql(
            SELECT
                + """
                where encounter_id = :encounter and coverage_id = :coverage and part = :part
                  and status not in ('VOIDED', 'REPLACED') and correction is distinct from 'VOID'
                order by claim_id desc
                limit 1
                """)
        .param("encounter", claim.encounterId().value())
        .param("coverage", coverageId)
        .param("part", claim.part())
        .query(this::claim)
        .optional();
  }

  /// The claims that follow one directly.
  List<BilledClaim> followers(ClaimId earlier) {
    return jdbc.sql(SELECT + "where follows_claim_id = :earlier order by claim_id")
        .param("earlier", earlier.value())
        .query(this::claim)
        .list();
  }

  /// The claim, held for the rest of the transaction: whoever changes it next waits.
  Optional<BilledClaim> lock(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id for update")
        .param("id", publicId)
        .query(this::claim)
        .optional();
  }

  Optional<BilledClaim> find(String controlNumber) {
    return jdbc.sql(SELECT + "where control_number = :number")
        .param("number", controlNumber)
        .query(this::claim)
        .optional();
  }

  Optional<BilledClaim> findByPayerNumber(String payerClaimControlNumber) {
    return jdbc.sql(SELECT + "where payer_claim_control_number = :number order by claim_id limit 1")
        .param("number", payerClaimControlNumber)
        .query(this::claim)
        .optional();
  }

  /// The claims to the first payer that stand and hold the visit or some of it, the first first.
  List<BilledClaim> ofVisit(EncounterId encounter) {
    return ofVisits(List.of(encounter)).getOrDefault(encounter, List.of());
  }

  /// The same of several visits; one that no claim holds is left out.
  Map<EncounterId, List<BilledClaim>> ofVisits(List<EncounterId> encounters) {
    var found = new HashMap<EncounterId, List<BilledClaim>>();
    jdbc.sql(
            """
            select asked.visit, c.*
            from (
              select claim_id, encounter_id as visit from claim where encounter_id = any (:encounters)
              union
              select claim_id, encounter_id from claim_source where encounter_id = any (:encounters)) asked
            join (%s) c using (claim_id)
            where c.status not in ('VOIDED', 'REPLACED') and c.correction is distinct from 'VOID'
              and c.follows_claim_id is null
            order by claim_id
            """
                .formatted(SELECT))
        .param("encounters", encounters.stream().map(EncounterId::value).toArray(Long[]::new))
        .query((row, n) ->
            found
                .computeIfAbsent(new EncounterId(row.getLong("visit")), v -> new ArrayList<>())
                .add(claim(row, n)))
        .list();
    return found;
  }

  /// Those of the claims that bill a visit whose chart was final and is open again. A void repeats
  /// what it voids, and a next payer gets what the payer before has decided.
  Set<Long> withOpenChart(Collection<Long> ids) {
    return Set.copyOf(
        jdbc.sql(
                """
                select v.claim_id
                from claim_visit v
                join chart k using (encounter_id)
                join claim c using (claim_id)
                where v.claim_id = any (:ids) and k.finalized_at is not null and k.status <> 'FINAL_CODED'
                  and c.follows_claim_id is null and c.correction is distinct from 'VOID'
                """)
            .param("ids", ids.toArray(Long[]::new))
            .query(Long.class)
            .set());
  }

  /// Whether the final codes of its visits are others than it has, and no correction is on its way.
  boolean isBehindChart(ClaimId id) {
    return isBehind("codes_changed_at", id);
  }

  /// Whether its charges say something else than its payer was told, and no correction is on its
  /// way.
  boolean isBehindCharges(ClaimId id) {
    return isBehind("charges_changed_at", id);
  }

  private boolean isBehind(String changedAt, ClaimId id) {
    return jdbc.sql(
            """
            select c.%s is not null and not exists (
              select from claim n where n.replaces_claim_id = c.claim_id and n.status <> 'VOIDED')
            from claim c
            where c.claim_id = :id
            """
                .formatted(changedAt))
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  List<BilledClaim> ofPatient(PatientId patient) {
    return ofPatients(List.of(patient)).getOrDefault(patient, List.of());
  }

  /// The claims of each patient, the latest service first; one without claims is left out.
  Map<PatientId, List<BilledClaim>> ofPatients(List<PatientId> patients) {
    var found = new HashMap<PatientId, List<BilledClaim>>();
    jdbc.sql(
            """
            with own as materialized (
              select asked.patient, record
              from unnest(:patients::bigint[]) as asked (patient)
              cross join lateral same_person(asked.patient) as record
            )
            select own.patient as asked_for, c.*
            from own
            cross join lateral (%s where claim.patient_id = own.record offset 0) c
            order by c.served_from desc, c.claim_id desc
            """
                .formatted(SELECT))
        .param("patients", patients.stream().map(PatientId::value).distinct().toArray(Long[]::new))
        .query((row, n) ->
            found
                .computeIfAbsent(new PatientId(row.getLong("asked_for")), p -> new ArrayList<>())
                .add(claim(row, n)))
        .list();
    return found;
  }

  /// The claims that have not gone, of services that began in a period.
  List<BilledClaim> unsent(EffectivePeriod served) {
    return jdbc.sql(
            SELECT
                + """
                where status in ('DRAFT', 'HELD', 'READY') and served_from <@ daterange(:from, :until)
                order by claim_id
                """)
        .param("from", served.from())
        .param("until", served.until())
        .query(this::claim)
        .list();
  }

  List<ReadyClaims> waiting() {
    return jdbc.sql(
            """
            select p.payer_id, p.slug, p.name, count(*) as claims, sum(c.total_charge) as billed
            from claim c
            join payer p using (payer_id)
            where c.status = 'READY'
            group by p.payer_id
            order by p.name
            """)
        .query((row, n) ->
            new ReadyClaims(
                row.getLong("payer_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getInt("claims"),
                Money.of(row.getBigDecimal("billed").toPlainString())))
        .list();
  }

  List<BilledClaim> ready(long payerId) {
    return jdbc.sql(
            SELECT + "where payer_id = :payer and status = 'READY' order by claim_id for update")
        .param("payer", payerId)
        .query(this::claim)
        .list();
  }

  private BilledClaim claim(ResultSet row, int n) throws SQLException {
    var frozen = new Frozen(row.getLong("claim_id"), row.getInt("revision"));
    String snapshot = row.getString("snapshot");
    return new BilledClaim(
        new ClaimId(frozen.claim),
        row.getObject("public_id", UUID.class),
        row.getString("control_number"),
        new EncounterId(row.getLong("encounter_id")),
        new PatientId(row.getLong("patient_id")),
        row.getLong("payer_id"),
        row.getLong("coverage_id"),
        ClaimStatus.valueOf(row.getString("status")),
        frozen.revision,
        snapshots.once(frozen, () -> json.read(snapshot, Claim.class)),
        Money.of(row.getBigDecimal("total_charge").toPlainString()),
        row.getObject("served_from", LocalDate.class),
        row.getString("payer_claim_control_number"),
        row.getObject("file_by", LocalDate.class),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "first_sent_at"),
        instant(row, "adjudicated_at"),
        row.getString("correction") == null
            ? null
            : Correction.valueOf(row.getString("correction")),
        following(row),
        row.getInt("part"),
        ClaimSources.read(row));
  }

  private static BilledClaim.@Nullable Following following(ResultSet row) throws SQLException {
    var earlier = row.getObject("follows_claim_id", Long.class);
    return earlier == null
        ? null
        : new BilledClaim.Following(
            new ClaimId(earlier),
            Money.of(row.getBigDecimal("owed").toPlainString()),
            row.getBoolean("is_forwarded"),
            row.getBoolean("is_taken_back"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
