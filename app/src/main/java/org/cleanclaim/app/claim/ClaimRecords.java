package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of claims and their timelines.
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
  private final AuthorizationUses uses;
  private final Clock clock;

  ClaimRecords(JdbcClient jdbc, JsonColumns json, AuthorizationUses uses, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.uses = uses;
    this.clock = clock;
  }

  /// @param draft the claim before payer rules changed it; null when they changed nothing
  void revise(
      BilledClaim claim,
      Claim snapshot,
      @Nullable Claim draft,
      long payerId,
      long coverageId,
      LocalDate fileBy) {
    jdbc.sql(
            """
            update claim
            set snapshot = :snapshot::jsonb, draft = :draft::jsonb, total_charge = :total, revision = revision + 1, status = 'DRAFT',
              served_from = coalesce(:from, served_from), served_through = coalesce(:through, served_through),
              payer_id = :payer, coverage_id = :coverage, file_by = :fileBy, version = version + 1
            where claim_id = :id
            """)
        .param("snapshot", json.write(snapshot))
        .param("draft", draft == null ? null : json.write(draft))
        .param("total", snapshot.totalCharge().toBigDecimal())
        .param("from", snapshot.servedFrom().orElse(null), Types.DATE)
        .param("through", snapshot.servedThrough().orElse(null), Types.DATE)
        .param("payer", payerId)
        .param("coverage", coverageId)
        .param("fileBy", fileBy)
        .param("id", claim.id().value())
        .update();
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
        .param("ids", values(ids))
        .query(row -> {
          drafts.put(
              new ClaimId(row.getLong("claim_id")), json.read(row.getString("draft"), Claim.class));
        });
    return drafts;
  }

  private static Long[] values(List<ClaimId> ids) {
    return ids.stream().map(ClaimId::value).toArray(Long[]::new);
  }

  /// A claim on its way to another state.
  ///
  /// @param fileId the file behind it; null when there is none
  record Move(ClaimId id, ClaimStatus status, String what, String why, @Nullable Long fileId) {}

  /// A line of a claim's timeline.
  record Note(
      ClaimId id, String what, String why, @Nullable String nextStep, @Nullable Long fileId) {}

  void move(ClaimId id, ClaimStatus status, String what, String why, @Nullable Long fileId) {
    move(List.of(new Move(id, status, what, why, fileId)));
  }

  /// Moves claims and writes why into their timelines. One that is voided or replaced gives back
  /// what it used of authorizations.
  void move(List<Move> moves) {
    if (moves.isEmpty()) return;
    jdbc.sql(
            """
            update claim c
            set status = m.status, version = c.version + 1,
              first_sent_at = case when m.status = 'SENT' then coalesce(c.first_sent_at, :now) else c.first_sent_at end,
              last_sent_at = case when m.status = 'SENT' then :now else c.last_sent_at end,
              adjudicated_at = case when m.status = 'ADJUDICATED' then coalesce(c.adjudicated_at, :now)
                else c.adjudicated_at end
            from unnest(:ids::bigint[], :statuses::text[]) as m (claim_id, status)
            where c.claim_id = m.claim_id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("ids", values(moves.stream().map(Move::id).toList()))
        .param("statuses", moves.stream().map(m -> m.status().name()).toArray(String[]::new))
        .update();
    for (Move move : moves) {
      if (move.status() == ClaimStatus.VOIDED || move.status() == ClaimStatus.REPLACED) {
        uses.reverse(
            move.id().value(), "The claim was " + move.status().title().toLowerCase(Locale.ROOT));
      }
    }
    note(
        moves.stream()
            .map(m -> new Note(m.id(), m.what(), m.why(), m.status().nextStep(), m.fileId()))
            .toList());
  }

  void note(ClaimId id, String what, String why, @Nullable String nextStep, @Nullable Long fileId) {
    note(List.of(new Note(id, what, why, nextStep, fileId)));
  }

  void note(List<Note> notes) {
    if (notes.isEmpty()) return;
    jdbc.sql(
            """
            insert into claim_event (claim_id, happened_at, actor, what, why, next_step, exchanged_file_id)
            select claim, :now, :actor, what, why, next, file
            from unnest(:ids::bigint[], :whats::text[], :whys::text[], :nexts::text[], :files::bigint[])
              with ordinality as e (claim, what, why, next, file, position)
            order by position
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("ids", values(notes.stream().map(Note::id).toList()))
        .param("whats", notes.stream().map(Note::what).toArray(String[]::new))
        .param("whys", notes.stream().map(Note::why).toArray(String[]::new))
        .param("nexts", notes.stream().map(Note::nextStep).toArray(String[]::new))
        .param("files", notes.stream().map(Note::fileId).toArray(Long[]::new))
        .update();
  }

  void keepPayerNumber(ClaimId id, String payerClaimControlNumber) {
    jdbc.sql(
            "update claim set payer_claim_control_number = :number, version = version + 1 where"
                + " claim_id = :id")
        .param("number", payerClaimControlNumber)
        .param("id", id.value())
        .update();
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

  /// Keeps that a claim comes after that of another payer.
  void follow(ClaimId id, BilledClaim.Following following) {
    jdbc.sql(
            """
            update claim
            set follows_claim_id = :earlier, owed = :owed, is_forwarded = :forwarded, is_taken_back = :takenBack,
              version = version + 1
            where claim_id = :id
            """)
        .param("earlier", following.earlier().value())
        .param("owed", following.owed().toBigDecimal())
        .param("forwarded", following.isForwarded())
        .param("takenBack", following.isTakenBack())
        .param("id", id.value())
        .update();
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
