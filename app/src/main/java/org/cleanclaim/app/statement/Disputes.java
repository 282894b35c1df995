package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Patients who do not agree with a bill. While a dispute is open, what it is about is not due, no
/// statement asks for it, its age stands still, and nothing goes to collection.
@Component
@Transactional
public class Disputes {
  /// Where a dispute stands.
  public enum Status {
    OPEN,
    BILL_STANDS,
    CORRECTED,
    WITHDRAWN
  }

  /// A dispute as it is kept.
  ///
  /// @param visit null when all of the household's bill is disputed
  public record Dispute(
      UUID id,
      UUID patient,
      String name,
      @Nullable String visit,
      LocalDate openedOn,
      LocalDate answerBy,
      String what,
      Status status,
      String openedBy,
      @Nullable LocalDate resolvedOn,
      @Nullable String resolvedBy,
      @Nullable String answer) {}

  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final Households households;
  private final BillingPolicies policies;
  private final BillingDay days;
  private final AuditTrail audit;

  Disputes(
      JdbcClient jdbc,
      Encounters encounters,
      Households households,
      BillingPolicies policies,
      BillingDay days,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.households = households;
    this.policies = policies;
    this.days = days;
    this.audit = audit;
  }

  /// Logs a dispute; its answer is due by the policy's days. Whoever answers for several people has
  /// one bill, so that a dispute about all of it is about the visits of each of them.
  ///
  /// @param visit of anybody in the patient's household; null for all of the bill
  public Dispute open(PatientId patientId, @Nullable UUID visit, String what, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    if (what.isBlank()) throw new BillingRefusal("Say what the patient does not agree with.");
    days.requireCome(on, "A dispute");
    var household = households.of(patientId);
    Long encounterId = null;
    if (visit != null) {
      var encounter = encounters.find(visit).orElseThrow();
      if (!household.records().contains(encounter.patientId().value())) {
        throw new BillingRefusal("This visit is on somebody else's bill.");
      }
      encounterId = encounter.id().value();
    }
    refuseOverlap(household, encounterId);
    UUID id =
        jdbc.sql(
                """
                insert into billing_dispute (patient_id, encounter_id, opened_on, answer_by, what, status, opened_by)
                values (:patient, :encounter, :on, :answerBy, :what, 'OPEN', :actor)
                returning public_id
                """)
            .param("patient", patientId.value())
            .param("encounter", encounterId)
            .param("on", on)
            .param("answerBy", on.plusDays(policies.current().disputeAnswerDays()))
            .param("what", what.strip())
            .param("actor", Acting.actor().name())
            .query(UUID.class)
            .single();
    audit.record("opened", "billing dispute", id, patientId.value(), what);
    return find(id).orElseThrow();
  }

  /// One balance has one open dispute: two would stop its clocks twice and be answered differently.
  private void refuseOverlap(Household household, @Nullable Long encounterId) {
    jdbc.sql(
            """
            select opened_on from billing_dispute
            where patient_id = any (:patients) and status = 'OPEN'
              and (encounter_id is null or :encounter::bigint is null or encounter_id = :encounter)
            order by billing_dispute_id
            limit 1
            """)
        .param("patients", household.recordIds())
        .param("encounter", encounterId)
        .query(LocalDate.class)
        .optional()
        .ifPresent(since -> {
          throw new BillingRefusal(
              "A dispute of %s about the same balance is open: answer that one first, then open another."
                  .formatted(since));
        });
  }

  /// Answers a dispute: the clocks run again from where they stood.
  public Dispute resolve(UUID id, Status outcome, String answer, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    var dispute = find(id).orElseThrow();
    if (outcome == Status.OPEN) throw new BillingRefusal("An answer is not that it stays open.");
    if (answer.isBlank()) throw new BillingRefusal("Say what the patient was answered.");
    days.requireCome(on, "An answer");
    if (on.isBefore(dispute.openedOn())) {
      throw new BillingRefusal("The answer is dated before the dispute.");
    }
    int resolved =
        jdbc.sql(
                """
                update billing_dispute
                set status = :status, resolved_on = :on, resolved_by = :actor, answer = :answer, version = version + 1
                where public_id = :id and status = 'OPEN'
                """)
            .param("status", outcome.name())
            .param("on", on)
            .param("actor", Acting.actor().name())
            .param("answer", answer.strip())
            .param("id", id)
            .update();
    if (resolved == 0) throw new BillingRefusal("This was answered already.");
    audit.record("answered", "billing dispute", id, null, answer);
    return find(id).orElseThrow();
  }

  @Transactional(readOnly = true)
  public List<Dispute> of(Household household) {
    return jdbc.sql(
            SELECT + "where d.patient_id = any (:patients) order by d.billing_dispute_id desc")
        .param("patients", household.recordIds())
        .query(Disputes::dispute)
        .list();
  }

  /// A page of those without an answer, by the day it is due.
  @Transactional(readOnly = true)
  public ListPage<Dispute> open(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "where d.status = 'OPEN' order by d.answer_by, d.billing_dispute_id"
                + ListPage.PART),
        Disputes::dispute,
        page);
  }

  /// A page of all of them, the open ones first by the day of their answer.
  @Transactional(readOnly = true)
  public ListPage<Dispute> list(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "order by d.status <> 'OPEN', d.answer_by, d.billing_dispute_id"
                + ListPage.PART),
        Disputes::dispute,
        page);
  }

  @Transactional(readOnly = true)
  public Optional<Dispute> find(UUID id) {
    return jdbc.sql(SELECT + "where d.public_id = :id")
        .param("id", id)
        .query(Disputes::dispute)
        .optional();
  }

  private static final String SELECT =
      """
      select d.*, p.public_id as patient_public, p.last_name || ', ' || p.first_name as name, v.visit_number
      from billing_dispute d
      join patient p using (patient_id)
      left join encounter v on v.encounter_id = d.encounter_id
      """;

  private static Dispute dispute(ResultSet row, int n) throws SQLException {
    return new Dispute(
        row.getObject("public_id", UUID.class),
        row.getObject("patient_public", UUID.class),
        row.getString("name"),
        row.getString("visit_number"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("answer_by", LocalDate.class),
        row.getString("what"),
        Status.valueOf(row.getString("status")),
        row.getString("opened_by"),
        Rows.day(row, "resolved_on"),
        row.getString("resolved_by"),
        row.getString("answer"));
  }
}
