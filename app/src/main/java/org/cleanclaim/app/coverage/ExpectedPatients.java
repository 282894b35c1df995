package org.cleanclaim.app.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is expected, under which policy, and what its payer said of it, in one query.
@Component
@Transactional(readOnly = true)
public class ExpectedPatients {

  /// How well an expected patient's coverage is known.
  public enum Standing {
    NO_COVERAGE("No coverage", "Ask the patient; without one a good-faith estimate is due"),
    NOT_ASKED("Not asked", "Ask the payer"),
    WAITING("Asked", ""),
    ACTIVE("Active", ""),
    TROUBLE("Needs somebody", "Read the answer");

    private final String title;
    private final String nextStep;

    Standing(String title, String nextStep) {
      this.title = title;
      this.nextStep = nextStep;
    }

    public String title() {
      return title;
    }

    /// What to do, empty for nothing.
    public String nextStep() {
      return nextStep;
    }
  }

  /// Somebody is expected.
  ///
  /// @param plan the first policy in force that day; null for none
  /// @param check the last question about it and a day near that one; null for none
  public record Expected(
      UUID appointment,
      LocalDate on,
      String what,
      UUID patientPublicId,
      String accountNumber,
      String patient,
      @Nullable String payer,
      @Nullable String plan,
      @Nullable UUID check,
      Standing standing) {
    @Override
    public String toString() {
      return "Expected[" + appointment + "]";
    }
  }

  private final JdbcClient jdbc;

  ExpectedPatients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of those of a span of days, both included, by day and name.
  ///
  /// @param patient null for all
  /// @param words beginning of a name or an account number; empty for all
  /// @param standing null for all
  public ListPage<Expected> list(
      LocalDate first,
      LocalDate last,
      @Nullable UUID patient,
      String words,
      @Nullable Standing standing,
      int page) {
    return ListPage.of(
        jdbc.sql(
                """
                with expected as (
                  select a.public_id, a.on_day, a.what, w.public_id as patient_public_id, w.account_number,
                    w.last_name || ', ' || w.first_name as patient, c.payer, c.plan_name, e.public_id as check_id,
                    case
                      when c.coverage_id is null then 'NO_COVERAGE'
                      when e.status is null then 'NOT_ASKED'
                      when e.status = 'ASKED' and e.refused is null then 'WAITING'
                      when e.status = 'ACTIVE' and (e.is_in_order or e.settled_at is not null) then 'ACTIVE'
                      else 'TROUBLE'
                    end as standing
                  from appointment a
                  join patient p on p.patient_id = a.patient_id
                  join patient w on w.patient_id = coalesce(p.merged_into, p.patient_id)
                  left join lateral (
                    select v.coverage_id, v.plan_name, y.name as payer
                    from coverage v
                    join payer y on y.payer_id = v.payer_id
                    where v.patient_id = any (array(select same_person(a.patient_id))) and v.effective @> a.on_day
                    order by array_position(array['PRIMARY', 'SECONDARY', 'TERTIARY'], v.sequence)
                    limit 1) c on true
                  left join lateral (
                    select k.public_id, k.status, k.refused, k.is_in_order, k.settled_at
                    from eligibility_check k
                    where k.coverage_id = c.coverage_id and abs(k.as_of - a.on_day) <= :near
                    order by k.eligibility_check_id desc
                    limit 1) e on true
                  where a.cancelled_at is null and a.on_day between :first and :last
                    and (cast(:patient as uuid) is null or w.public_id = :patient)
                    and (:words = '' or starts_with(lower(w.last_name || ', ' || w.first_name), :words)
                      or lower(w.account_number) = :words))
                select *
                from expected
                where cast(:standing as text) is null or standing = :standing
                order by on_day, patient, public_id
                """
                    + ListPage.PART)
            .param("near", EligibilityDesk.NEAR_DAYS)
            .param("first", first)
            .param("last", last)
            .param("patient", patient)
            .param("words", words.strip().toLowerCase(Locale.ROOT))
            .param("standing", standing == null ? null : standing.name()),
        ExpectedPatients::expected,
        page);
  }

  private static Expected expected(ResultSet row, int n) throws SQLException {
    return new Expected(
        row.getObject("public_id", UUID.class),
        row.getObject("on_day", LocalDate.class),
        row.getString("what"),
        row.getObject("patient_public_id", UUID.class),
        row.getString("account_number"),
        row.getString("patient"),
        row.getString("payer"),
        row.getString("plan_name"),
        row.getObject("check_id", UUID.class),
        Standing.valueOf(row.getString("standing")));
  }
}
