package org.cleanclaim.app.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.FileRemarks;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The questions that payers were asked about policies, and those that somebody has to look at.
@Component
@Transactional(readOnly = true)
public class EligibilityChecks {
  /// A batch is answered by the next business day (CAQH CORE infrastructure rule); two days leave
  /// room for a weekend.
  private static final Duration PATIENCE = Duration.ofDays(2);

  // Whether a payer that knows patients by name, birth date and sex was asked about other ones.
  private static final String PATIENT_CORRECTED =
      """
      exists (
        select from patient_before b
        where b.patient_id = any (array(select same_person(p.patient_id))) and b.replaced_at > e.asked_at
          and (b.facts -> 'name' ->> 'last', b.facts -> 'name' ->> 'first', b.facts ->> 'bornOn', b.facts ->> 'sex')
            is distinct from (p.last_name, p.first_name, p.born_on::text, p.sex))\
      """;

  private static final String SELECT =
      """
      select e.public_id, e.coverage_id, p.public_id as patient_public_id, p.last_name || ', ' || p.first_name as patient,
        y.name as payer, c.plan_name, e.trace, e.as_of, e.asked_at, e.why, e.answered_at, e.refused, e.answer, e.settled_by,
        e.settled_note, coalesce(e.coverage_version <> c.version, false) or %s as is_changed_since, q.public_id as question_file, a.public_id as answer_file,
        %s
      from eligibility_check e
        join coverage c using (coverage_id)
        join patient r on r.patient_id = c.patient_id
        join patient p on p.patient_id = coalesce(r.merged_into, r.patient_id)
        join payer y on y.payer_id = c.payer_id
        left join exchanged_file q on q.exchanged_file_id = e.question_file_id
        left join exchanged_file a on a.exchanged_file_id = e.answer_file_id
      """
          .formatted(PATIENT_CORRECTED, FileRemarks.COLUMN.formatted("e.question_file_id"));

  // The last question about a policy that is in force on the day asked about, when something is
  // wrong with it and nobody has settled it.
  private static final String TO_SEE =
      """
      where e.settled_at is null and not e.is_in_order and (e.answered_at is not null or e.refused is not null or e.asked_at < :patience)
        and e.eligibility_check_id = (
          select max(l.eligibility_check_id) from eligibility_check l where l.coverage_id = e.coverage_id)
        and exists (select from coverage k where k.coverage_id = e.coverage_id and k.effective @> e.as_of)
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  EligibilityChecks(
      JdbcClient jdbc,
      JsonColumns json,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<EligibilityCheck> find(UUID id) {
    return jdbc.sql(SELECT + "where e.public_id = :id").param("id", id).query(this::row).optional();
  }

  /// All questions about a patient's policies, the latest first.
  public List<EligibilityCheck> ofPatient(PatientId patient) {
    return jdbc.sql(
            SELECT
                + "where c.patient_id = any (array(select same_person(:patient)))"
                + " order by e.eligibility_check_id desc")
        .param("patient", patient.value())
        .query(this::row)
        .list();
  }

  /// A page of what somebody has to look at, by day of service: the last question about each
  /// policy, when something is wrong with it and nobody has settled it. A policy that has been
  /// ended before the day needs nobody any more.
  public ListPage<EligibilityCheck> exceptions(int page) {
    return ListPage.of(
        jdbc.sql(SELECT + TO_SEE + "order by e.as_of, e.eligibility_check_id" + ListPage.PART)
            .param("patience", Timestamp.from(patience())),
        this::row,
        page);
  }

  /// How many somebody has to look at.
  public int exceptionCount() {
    return jdbc.sql("select count(*) from eligibility_check e " + TO_SEE)
        .param("patience", Timestamp.from(patience()))
        .query(Integer.class)
        .single();
  }

  /// The last question about a policy.
  Optional<RecheckRule.Last> last(long coverageId) {
    var zone = ZoneId.of(organizations.current().timeZone());
    return jdbc.sql(
            """
            select e.asked_at, e.as_of, e.status, e.coverage_version, e.answer #>> '{rejections,0,followUpCode}' as follow_up,
              %s as is_patient_corrected
            from eligibility_check e
              join coverage c using (coverage_id)
              join patient r on r.patient_id = c.patient_id
              join patient p on p.patient_id = coalesce(r.merged_into, r.patient_id)
            where e.coverage_id = :coverage
            order by e.eligibility_check_id desc
            limit 1
            """
                .formatted(PATIENT_CORRECTED))
        .param("coverage", coverageId)
        .query((row, n) ->
            new RecheckRule.Last(
                LocalDate.ofInstant(row.getTimestamp("asked_at").toInstant(), zone),
                row.getObject("as_of", LocalDate.class),
                row.getString("status").equals("ASKED")
                    ? null
                    : EligibilityAnswer.Status.valueOf(row.getString("status")),
                row.getObject("coverage_version", Integer.class),
                row.getBoolean("is_patient_corrected"),
                row.getString("follow_up")))
        .optional();
  }

  /// Takes a check off the list of what has to be looked at.
  ///
  /// @param note what was done
  @Transactional
  public EligibilityCheck settle(UUID id, String note) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    var check = find(id).orElseThrow();
    if (note.strip().length() < 5) {
      throw new CoverageRefusal("Say in five characters or more what was done about it.");
    }
    jdbc.sql(
            """
            update eligibility_check set settled_at = :now, settled_by = :actor, settled_note = :note
            where public_id = :id and settled_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("note", note.strip())
        .param("id", id)
        .update();
    audit.record("settled eligibility", "coverage", check.coverageId(), null, note.strip());
    return find(id).orElseThrow();
  }

  /// The time before which a question should have been answered by now.
  public Instant patience() {
    return clock.instant().minus(PATIENCE);
  }

  /// Today at the practice.
  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }

  private EligibilityCheck row(ResultSet row, int n) throws SQLException {
    String answer = row.getString("answer");
    return new EligibilityCheck(
        row.getObject("public_id", UUID.class),
        row.getLong("coverage_id"),
        row.getObject("patient_public_id", UUID.class),
        row.getString("patient"),
        row.getString("payer"),
        row.getString("plan_name"),
        row.getString("trace"),
        row.getObject("as_of", LocalDate.class),
        row.getTimestamp("asked_at").toInstant(),
        row.getString("why"),
        instant(row.getTimestamp("answered_at")),
        row.getString("refused"),
        answer == null ? null : json.read(answer, EligibilityAnswer.class),
        row.getObject("question_file", UUID.class),
        row.getString("remarks"),
        row.getObject("answer_file", UUID.class),
        row.getBoolean("is_changed_since"),
        row.getString("settled_by"),
        row.getString("settled_note"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
