package org.cleanclaim.app.laboratory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.identifier.CliaNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The certificates of the practice's laboratory. On no day there are two: one that is entered
/// takes the place of what stood for its days.
@Component
@Transactional
public class CliaCertificates {
  private static final String SELECT =
      """
      select number, lower(valid) as from_day, upper(valid) as until_day, entered_by
      from clia_certificate
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CliaCertificates(
      JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// All, the latest first.
  @Transactional(readOnly = true)
  public List<CliaCertificate> all() {
    return jdbc.sql(SELECT + "order by lower(valid) desc")
        .query(CliaCertificates::certificate)
        .list();
  }

  /// The one that covers tests of a day.
  @Transactional(readOnly = true)
  public Optional<CliaNumber> on(LocalDate day) {
    return jdbc.sql(SELECT + "where valid @> :day::date")
        .param("day", day)
        .query(CliaCertificates::certificate)
        .optional()
        .map(CliaCertificate::number);
  }

  /// Enters a certificate for its days.
  ///
  /// @throws IllegalArgumentException with a sentence, when a field cannot be read
  public void enter(TypedCertificate typed) {
    var read = typed.read();
    clear(read.valid());
    insert(new CliaCertificate(read.number(), read.valid(), Acting.actor().name()));
    changed("entered", read.number(), read.valid());
  }

  /// Takes a certificate back that the laboratory does not have.
  ///
  /// @param from its first day
  public void withdraw(LocalDate from) {
    var known = all().stream().filter(c -> c.valid().from().equals(from)).findFirst().orElseThrow();
    clear(known.valid());
    changed("withdrew", known.number(), known.valid());
  }

  private void changed(String what, CliaNumber number, EffectivePeriod valid) {
    audit.record(what + " the CLIA certificate", "certificate", number, null, null);
    events.publishEvent(new CliaCertificatesChanged(Acting.actor().organizationId(), valid));
  }

  // What stands before or after the days stays.
  private void clear(EffectivePeriod days) {
    var touched =
        jdbc.sql(SELECT + "where valid && daterange(:from, :until)")
            .param("from", days.from())
            .param("until", days.until())
            .query(CliaCertificates::certificate)
            .list();
    jdbc.sql("delete from clia_certificate where valid && daterange(:from, :until)")
        .param("from", days.from())
        .param("until", days.until())
        .update();
    for (CliaCertificate one : touched) {
      if (one.valid().from().isBefore(days.from())) {
        insert(part(one, one.valid().from(), days.from()));
      }
      var until = days.until();
      if (until != null && (one.valid().until() == null || until.isBefore(one.valid().until()))) {
        insert(part(one, until, one.valid().until()));
      }
    }
  }

  private static CliaCertificate part(
      CliaCertificate of, LocalDate from, @Nullable LocalDate until) {
    return new CliaCertificate(of.number(), new EffectivePeriod(from, until), of.enteredBy());
  }

  private void insert(CliaCertificate certificate) {
    jdbc.sql(
            """
            insert into clia_certificate (number, valid, entered_by, entered_at)
            values (:number, daterange(:from, :until), :by, :now)
            """)
        .param("number", certificate.number().value())
        .param("from", certificate.valid().from())
        .param("until", certificate.valid().until())
        .param("by", certificate.enteredBy())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static CliaCertificate certificate(ResultSet row, int n) throws SQLException {
    return new CliaCertificate(
        new CliaNumber(row.getString("number")),
        new EffectivePeriod(
            row.getObject("from_day", LocalDate.class),
            row.getObject("until_day", LocalDate.class)),
        row.getString("entered_by"));
  }
}
