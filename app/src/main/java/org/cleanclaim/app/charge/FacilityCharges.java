package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Captures the charges of hospital bills and posts them as unbilled. A visit that has charges
/// keeps them; a corrected line replaces one and reverses its posting.
@Component
@Transactional
public class FacilityCharges {
  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  FacilityCharges(
      JdbcClient jdbc,
      Encounters encounters,
      Ledger ledger,
      AuditTrail audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /// Captures all lines of a visit, in their order.
  public List<FacilityCharge> capture(EncounterId encounterId, List<FacilityCharge> lines) {
    var existing = ofEncounter(encounterId);
    if (!existing.isEmpty()) return existing;
    var encounter = encounters.get(encounterId);
    int number = 0;
    for (FacilityCharge line : lines) add(encounter, ++number, 1, line);
    audit.record(
        "captured facility charges", "encounter", encounterId, encounter.patientId().value(), null);
    return ofEncounter(encounterId);
  }

  /// Adds a line to a visit that has charges: a late charge.
  ///
  /// @throws IllegalStateException when no reason is given, or the visit has no charges yet
  public List<FacilityCharge> add(EncounterId encounterId, FacilityCharge line, String reason) {
    if (reason.strip().length() < 5) {
      throw new IllegalStateException(
          "Say why the charge comes late, in at least five characters.");
    }
    var known = ofEncounter(encounterId);
    if (known.isEmpty()) {
      throw new IllegalStateException("The visit has no charges yet. Capture them first.");
    }
    var encounter = encounters.get(encounterId);
    int last = known.stream().mapToInt(FacilityCharge::line).max().orElse(0);
    add(encounter, last + 1, 1, line);
    audit.record(
        "added late facility charge",
        "encounter",
        encounterId,
        encounter.patientId().value(),
        reason.strip());
    changed(encounterId);
    return ofEncounter(encounterId);
  }

  /// Replaces one line by a corrected one; the money of the first is reversed.
  public List<FacilityCharge> correct(
      EncounterId encounterId, int line, FacilityCharge corrected, String reason) {
    var encounter = encounters.get(encounterId);
    var old =
        ofEncounter(encounterId).stream().filter(c -> c.line() == line).findFirst().orElseThrow();
    int revision =
        jdbc.sql(
                """
                select max(revision) from facility_charge where encounter_id = :encounter and line = :line
                """)
            .param("encounter", encounterId.value())
            .param("line", line)
            .query(Integer.class)
            .single();
    long id = add(encounter, line, revision + 1, corrected);
    jdbc.sql(
            """
            update facility_charge set replaced_by = :new
            where encounter_id = :encounter and line = :line and revision = :revision
            """)
        .param("new", id)
        .param("encounter", encounterId.value())
        .param("line", line)
        .param("revision", revision)
        .update();
    post(
        encounter,
        old,
        "CORRECTION",
        reason,
        "facility-charge-reversal-" + encounterId + "-" + line + "-" + revision,
        old.amount().negated());
    audit.record(
        "corrected facility charge line " + line,
        "encounter",
        encounterId,
        encounter.patientId().value(),
        reason);
    changed(encounterId);
    return ofEncounter(encounterId);
  }

  private void changed(EncounterId visit) {
    events.publishEvent(new ChargesChanged(Acting.actor().organizationId(), visit.value()));
  }

  /// The lines in force of a visit.
  @Transactional(readOnly = true)
  public List<FacilityCharge> ofEncounter(EncounterId encounterId) {
    return jdbc.sql(
            """
            select line, revenue_code, procedure, modifiers, units, amount, served_from, served_through,
              ndc, ndc_quantity, ndc_unit
            from facility_charge
            where encounter_id = :encounter and replaced_by is null
            order by line
            """)
        .param("encounter", encounterId.value())
        .query(FacilityCharges::charge)
        .list();
  }

  private long add(Encounter encounter, int number, int revision, FacilityCharge line) {
    var procedure = line.procedure();
    long id =
        jdbc.sql(
                """
                insert into facility_charge (encounter_id, line, revision, revenue_code, procedure, modifiers, units,
                  amount, served_from, served_through, ndc, ndc_quantity, ndc_unit, captured_by, captured_at)
                values (:encounter, :line, :revision, :revenue, :procedure, :modifiers, :units, :amount, :from,
                  :through, :ndc, :ndcQuantity, :ndcUnit, :actor, :now)
                returning facility_charge_id
                """)
            .param("encounter", encounter.id().value())
            .param("line", number)
            .param("revision", revision)
            .param("revenue", line.revenueCode())
            .param("procedure", procedure == null ? null : procedure.value())
            .param(
                "modifiers", line.modifiers().stream().map(Modifier::value).toArray(String[]::new))
            .param("units", line.units())
            .param("amount", line.amount().toBigDecimal())
            .param("from", line.servedFrom())
            .param("through", line.servedThrough())
            .params(ChargedDrug.columns(line.drug()))
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    post(
        encounter,
        line.onLine(number),
        "CHARGE",
        "Charge of department " + line.revenueCode(),
        "facility-charge-" + id,
        line.amount());
    return id;
  }

  private void post(
      Encounter encounter,
      FacilityCharge line,
      String kind,
      String reason,
      String key,
      Money amount) {
    if (amount.isZero()) return;
    ledger.post(
        PostingDraft.of(kind, reason, "visit " + encounter.visitNumber(), key, line.servedFrom())
            .about(encounter.patientId().value(), encounter.id().value(), null, null)
            .debit(Account.UNBILLED, amount, line.line(), line.revenueCode())
            .credit(Account.CHARGES, amount, line.line(), line.revenueCode())
            .build());
  }

  private static FacilityCharge charge(ResultSet row, int n) throws SQLException {
    String procedure = row.getString("procedure");
    BigDecimal units = row.getBigDecimal("units").stripTrailingZeros();
    return new FacilityCharge(
        row.getInt("line"),
        row.getString("revenue_code"),
        procedure == null ? null : new ProcedureCode(procedure),
        Arrays.stream((String[]) row.getArray("modifiers").getArray()).map(Modifier::new).toList(),
        units.scale() < 0 ? units.setScale(0) : units,
        Money.of(row.getBigDecimal("amount").toPlainString()),
        row.getObject("served_from", LocalDate.class),
        row.getObject("served_through", LocalDate.class),
        ChargedDrug.of(row));
  }
}
