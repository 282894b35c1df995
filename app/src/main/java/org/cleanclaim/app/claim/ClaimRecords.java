package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.edits.HistoryNeed;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.ProcedureCode;
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
        adjudicated_at, correction, follows_claim_id, owed, is_forwarded, part,
      """
          + ClaimSources.COLUMN.formatted("claim.claim_id")
          + "from claim\n";

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final AuthorizationUses uses;
  private final ClaimSources sources;
  private final Clock clock;

  ClaimRecords(
      JdbcClient jdbc,
      JsonColumns json,
      AuthorizationUses uses,
      ClaimSources sources,
      Clock clock) {
    this.sources = sources;
    this.jdbc = jdbc;
    this.json = json;
    this.uses = uses;
    this.clock = clock;
  }

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

  /// @param draft the claim before payer rules changed it; null when they changed nothing
  /// @param link null for a claim that corrects none
  ClaimId insert(Claim snapshot, @Nullable Claim draft, Owner owner, @Nullable Link link) {
    long id =
        jdbc.sql(
                """
                insert into claim (control_number, encounter_id, patient_id, payer_id, coverage_id, frequency, status,
                  snapshot, draft, total_charge, served_from, served_through, file_by, created_at, replaces_claim_id,
                  correction, correction_reason, is_number_typed, part, follows_claim_id, owed, is_forwarded)
                values (:control, :encounter, :patient, :payer, :coverage, :frequency, 'DRAFT', :snapshot::jsonb,
                  :draft::jsonb, :total, :from, :through, :fileBy, :now, :earlier, :how, :why, :typed, :part,
                  (select follows_claim_id from claim where claim_id = :earlier),
                  (select owed from claim where claim_id = :earlier), false)
                returning claim_id
                """)
            .param("control", snapshot.controlNumber().value())
            .param("encounter", owner.encounter().value())
            .param("patient", owner.patient().value())
            .param("payer", owner.payerId())
            .param("coverage", owner.coverageId())
            .param("part", owner.part())
            .param("frequency", snapshot.frequency().name())
            .param("snapshot", json.write(snapshot))
            .param("draft", draft == null ? null : json.write(draft))
            .param("total", snapshot.totalCharge().toBigDecimal())
            .param("from", snapshot.servedFrom().orElseThrow())
            .param("through", snapshot.servedThrough().orElseThrow())
            .param("fileBy", owner.fileBy())
            .param("now", Timestamp.from(clock.instant()))
            .param("earlier", link == null ? null : link.earlier().value())
            .param("how", link == null ? null : link.how().name())
            .param("why", link == null ? null : link.reason())
            .param("typed", link != null && link.isNumberTyped())
            .query(Long.class)
            .single();
    sources.keep(new ClaimId(id), owner.sources());
    return new ClaimId(id);
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
    return jdbc.sql("select draft from claim where claim_id = :id and draft is not null")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(text -> json.read(text, Claim.class));
  }

  /// Moves a claim and writes why into its timeline. One that is voided or replaced gives back what
  /// it used of authorizations.
  void move(ClaimId id, ClaimStatus status, String what, String why, @Nullable Long fileId) {
    var now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            update claim
            set status = :status, version = version + 1,
              first_sent_at = case when :status = 'SENT' then coalesce(first_sent_at, :now::timestamptz) else first_sent_at end,
              last_sent_at = case when :status = 'SENT' then :now else last_sent_at end,
              adjudicated_at = case when :status = 'ADJUDICATED' then coalesce(adjudicated_at, :now::timestamptz)
                else adjudicated_at end
            where claim_id = :id
            """)
        .param("status", status.name())
        .param("now", now)
        .param("id", id.value())
        .update();
    if (status == ClaimStatus.VOIDED || status == ClaimStatus.REPLACED) {
      uses.reverse(id.value(), "The claim was " + status.title().toLowerCase(Locale.ROOT));
    }
    note(id, what, why, status.nextStep(), fileId);
  }

  void note(ClaimId id, String what, String why, @Nullable String nextStep, @Nullable Long fileId) {
    jdbc.sql(
            """
            insert into claim_event (claim_id, happened_at, actor, what, why, next_step, exchanged_file_id)
            values (:id, :now, :actor, :what, :why, :next, :file)
            """)
        .param("id", id.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("what", what)
        .param("why", why)
        .param("next", nextStep)
        .param("file", fileId)
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
            update claim set follows_claim_id = :earlier, owed = :owed, is_forwarded = :forwarded, version = version + 1
            where claim_id = :id
            """)
        .param("earlier", following.earlier().value())
        .param("owed", following.owed().toBigDecimal())
        .param("forwarded", following.isForwarded())
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
    return jdbc.sql(
            SELECT
                + """
                where claim_id in (select v.claim_id from claim_visit v where v.encounter_id = :encounter)
                  and status not in ('VOIDED', 'REPLACED')
                  and correction is distinct from 'VOID' and follows_claim_id is null
                order by claim_id
                """)
        .param("encounter", encounter.value())
        .query(this::claim)
        .list();
  }

  List<BilledClaim> ofPatient(PatientId patient) {
    return jdbc.sql(
            SELECT
                + "where patient_id in (select same_person(:patient)) order by served_from desc,"
                + " claim_id desc")
        .param("patient", patient.value())
        .query(this::claim)
        .list();
  }

  /// The patient's other claims to first payers that stand and that the rules may ask about. A
  /// correction counts when it has taken the place of the claim it corrects, and that claim until
  /// then.
  List<Claim> others(BilledClaim claim, HistoryNeed need) {
    return jdbc.sql(
            """
            select snapshot
            from claim
            where patient_id in (select same_person(:patient)) and claim_id <> :claim and status not in ('VOIDED', 'REPLACED')
              and correction is distinct from 'VOID' and (correction is null or taken_over_at is not null)
              and follows_claim_id is null and not (encounter_id = :encounter and :follows)
              and claim_id not in (
                select o.replaces_claim_id from claim o where o.claim_id = :claim and o.replaces_claim_id is not null)
              and served_from <= :through
              and (served_through >= :from
                or served_through >= :limitedFrom
                  and exists (
                    select from jsonb_array_elements(snapshot -> 'lines') as line
                    where line -> 'procedure' ->> 'value' = any (string_to_array(:limited, ' '))))
            order by served_from desc, claim_id desc
            """)
        .param("patient", claim.patientId().value())
        .param("claim", claim.id().value())
        .param("encounter", claim.encounterId().value())
        .param("follows", claim.following() != null)
        .param("from", need.from())
        .param("through", need.through())
        .param("limitedFrom", need.limitedFrom())
        .param(
            "limited",
            need.limited().stream().map(ProcedureCode::value).collect(Collectors.joining(" ")))
        .query((row, n) -> json.read(row.getString("snapshot"), Claim.class))
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
    return new BilledClaim(
        new ClaimId(row.getLong("claim_id")),
        row.getObject("public_id", UUID.class),
        row.getString("control_number"),
        new EncounterId(row.getLong("encounter_id")),
        new PatientId(row.getLong("patient_id")),
        row.getLong("payer_id"),
        row.getLong("coverage_id"),
        ClaimStatus.valueOf(row.getString("status")),
        row.getInt("revision"),
        json.read(row.getString("snapshot"), Claim.class),
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
            row.getBoolean("is_forwarded"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
