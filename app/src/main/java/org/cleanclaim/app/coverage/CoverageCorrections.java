package org.cleanclaim.app.coverage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was entered wrongly on a policy, put right, and its end. Claims that a payer has keep what
/// they said.
@Component
@Transactional
public class CoverageCorrections {
  private final JdbcClient jdbc;
  private final Coverages coverages;
  private final Payers payers;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CoverageCorrections(
      JdbcClient jdbc,
      Coverages coverages,
      Payers payers,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.coverages = coverages;
    this.payers = payers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Says why Medicare pays second, for a policy on which it was not said or is said wrong.
  ///
  /// @throws CoverageRefusal when it is no policy of Medicare, or pays first
  public void correctMedicareSecond(
      long coverageId, MedicareSecondReason medicareSecond, String reason) {
    var coverage = coverages.get(coverageId);
    if (!payers.get(coverage.payerId()).filing().isMedicare()) {
      throw new CoverageRefusal("Only a policy of Medicare says why it pays second.");
    }
    if (coverage.sequence() == PayerSequence.PRIMARY) {
      throw new CoverageRefusal(
          "%s pays first. Set the order of the coverages, and say there why Medicare pays second."
              .formatted(coverage.planName()));
    }
    jdbc.sql(
            """
            update coverage set medicare_second = :code, version = version + 1
            where coverage_id = :id
            """)
        .param("code", medicareSecond.code())
        .param("id", coverageId)
        .update();
    tell("corrected why Medicare is second", coverage, reason);
  }

  /// Corrects the member id of a policy.
  public void correctMemberId(long coverageId, MemberId memberId, String reason) {
    var coverage = coverages.get(coverageId);
    jdbc.sql(
            "update coverage set member_id = :member, version = version + 1 where coverage_id ="
                + " :id")
        .param("member", memberId.value())
        .param("id", coverageId)
        .update();
    tell("corrected member id", coverage, reason);
  }

  /// Corrects the carrier's accident number of a policy.
  public void correctCasualtyNumber(long coverageId, String number, String reason) {
    var coverage = coverages.get(coverageId);
    jdbc.sql(
            """
            update coverage set property_casualty_claim_number = :number, version = version + 1
            where coverage_id = :id
            """)
        .param("number", number)
        .param("id", coverageId)
        .update();
    tell("corrected accident number", coverage, reason);
  }

  /// Corrects the plan's name and the group number of a policy.
  ///
  /// @param group null for a policy without one
  public void correctPlan(long coverageId, String plan, @Nullable String group, String reason) {
    var coverage = coverages.get(coverageId);
    jdbc.sql(
            """
            update coverage set plan_name = :plan, group_number = :group, version = version + 1
            where coverage_id = :id
            """)
        .param("plan", plan)
        .param("group", group)
        .param("id", coverageId)
        .update();
    tell("corrected plan", coverage, reason);
  }

  /// Ends a policy: from that day on it covers nothing.
  ///
  /// @throws CoverageRefusal when it would last longer, over days on which its place is taken
  public void end(long coverageId, LocalDate until, String reason) {
    var from = coverages.get(coverageId).period().from();
    correctDays(coverageId, new EffectivePeriod(from, until), reason);
  }

  /// Corrects the days of a policy. Whoever held it first held it from the new first day.
  ///
  /// @throws CoverageRefusal when its place is taken on some of the days
  public void correctDays(long coverageId, EffectivePeriod days, String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var coverage = coverages.get(coverageId);
    TakenPlaces.refuse(
        coverages.inOrder(List.of(coverage.during(days))),
        coverages.inOrder(coverages.ofPatient(coverage.patientId())));
    jdbc.sql(
            """
            update subscriber s set effective = daterange(:from, upper(s.effective))
            where s.coverage_id = :id and s.superseded_at is null and lower(s.effective) > :from
              and not exists (
                select from subscriber e
                where e.coverage_id = :id and e.superseded_at is null and lower(e.effective) < lower(s.effective))
            """)
        .param("from", days.from())
        .param("id", coverageId)
        .update();
    jdbc.sql(
            """
            update coverage set effective = daterange(:from, :until), version = version + 1
            where coverage_id = :id
            """)
        .param("from", days.from())
        .param("until", days.until())
        .param("id", coverageId)
        .update();
    boolean isEnd = days.from().equals(coverage.period().from());
    tell(isEnd ? "ended" : "corrected days", coverage, reason);
  }

  /// Takes a policy back that the patient never had: on no day is it in force. It stays on record,
  /// and so do claims that were billed under it.
  public void withdraw(long coverageId, String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var coverage = coverages.get(coverageId);
    jdbc.sql(
            """
            update coverage
            set withdrawn_effective = effective, effective = 'empty', withdrawn_by = :actor, withdrawn_at = :now,
              version = version + 1
            where coverage_id = :id and withdrawn_effective is null
            """)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", coverageId)
        .update();
    tell("withdrew", coverage, reason);
  }

  private void tell(String what, Coverage coverage, String reason) {
    long patient = coverage.patientId().value();
    audit.record(what, "coverage", coverage.id(), patient, reason);
    events.publishEvent(new RegistrationChanged(Acting.actor().organizationId(), patient));
  }
}
