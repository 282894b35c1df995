package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Captures charges and posts them as unbilled. A correction replaces a charge and reverses its
/// posting.
@Component
@Transactional
public class Charges {
  private static final String SELECT =
      """
      select charge_id, encounter_id, line, revision, procedure, modifiers, units, unit_price, amount, diagnoses,
        served_on, ndc, ndc_quantity, ndc_unit, captured_by
      from charge
      """;

  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final FeeSchedules fees;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final ReadOnce<EncounterId, List<Charge>> inForce = new ReadOnce<>(this::read);

  Charges(
      JdbcClient jdbc,
      Encounters encounters,
      FeeSchedules fees,
      Ledger ledger,
      AuditTrail audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.fees = fees;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /// Captures all lines of a visit, or none of them. A visit that has charges keeps them.
  public CaptureResult capture(EncounterId encounterId, List<ChargeEntry> entries) {
    var existing = ofEncounter(encounterId);
    if (!existing.isEmpty()) return new CaptureResult.Captured(existing);
    var encounter = encounters.get(encounterId);
    var prices = new ArrayList<Money>();
    for (ChargeEntry entry : entries) {
      var price = fees.charge(entry.procedure(), entry.modifiers(), encounter.servedOn());
      if (price.isEmpty()) return notPriced(entry.procedure(), encounter.servedOn());
      prices.add(price.get());
    }
    for (int i = 0; i < entries.size(); i++) {
      add(encounter, i + 1, 1, entries.get(i), prices.get(i), Acting.actor().name());
    }
    audit.record("captured charges", "encounter", encounterId, encounter.patientId().value(), null);
    return new CaptureResult.Captured(ofEncounter(encounterId));
  }

  /// Adds a line to a visit that has charges: a late charge.
  ///
  /// @throws IllegalStateException when no reason is given
  public CaptureResult add(EncounterId encounterId, ChargeEntry entry, String reason) {
    return add(encounterId, entry, reason, Acting.actor().name());
  }

  /// As [#add], of a charge that is somebody else's work than the actor's.
  ///
  /// @param capturedBy whose work the charge is
  public CaptureResult add(
      EncounterId encounterId, ChargeEntry entry, String reason, String capturedBy) {
    if (reason.strip().length() < 5) {
      throw new IllegalStateException(
          "Say why the charge comes late, in at least five characters.");
    }
    var encounter = encounters.get(encounterId);
    var price = fees.charge(entry.procedure(), entry.modifiers(), encounter.servedOn());
    if (price.isEmpty()) return notPriced(entry.procedure(), encounter.servedOn());
    int last =
        jdbc.sql("select coalesce(max(line), 0) from charge where encounter_id = :encounter")
            .param("encounter", encounterId.value())
            .query(Integer.class)
            .single();
    add(encounter, last + 1, 1, entry, price.get(), capturedBy);
    audit.record(
        "added late charge",
        "encounter",
        encounterId,
        encounter.patientId().value(),
        reason.strip());
    changed(encounterId);
    return new CaptureResult.Captured(ofEncounter(encounterId));
  }

  /// Replaces one line by a corrected one; the money of the first is reversed.
  ///
  /// @throws IllegalStateException when no reason is given, or there is no such line
  public CaptureResult correct(
      EncounterId encounterId, int line, ChargeEntry entry, String reason) {
    return correct(encounterId, line, entry, reason, Acting.actor().name());
  }

  /// As [#correct], of a charge that is somebody else's work than the actor's.
  ///
  /// @param capturedBy whose work the corrected charge is
  public CaptureResult correct(
      EncounterId encounterId, int line, ChargeEntry entry, String reason, String capturedBy) {
    requireReason(reason);
    var encounter = encounters.get(encounterId);
    var price = fees.charge(entry.procedure(), entry.modifiers(), encounter.servedOn());
    if (price.isEmpty()) return notPriced(entry.procedure(), encounter.servedOn());
    var old = inForce(encounterId, line);
    var corrected = add(encounter, line, old.revision() + 1, entry, price.get(), capturedBy);
    jdbc.sql("update charge set replaced_by = :new where charge_id = :old")
        .param("new", corrected)
        .param("old", old.id())
        .update();
    reverse(encounter, old, reason);
    audit.record(
        "corrected charge line " + line,
        "encounter",
        encounterId,
        encounter.patientId().value(),
        reason);
    changed(encounterId);
    return new CaptureResult.Captured(ofEncounter(encounterId));
  }

  /// Takes a line back that should not have been charged; its money is reversed.
  ///
  /// @throws IllegalStateException when no reason is given, or there is no such line
  public void withdraw(EncounterId encounterId, int line, String reason) {
    requireReason(reason);
    var encounter = encounters.get(encounterId);
    var old = inForce(encounterId, line);
    jdbc.sql("update charge set withdrawn_at = :now, withdrawn_by = :actor where charge_id = :old")
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("old", old.id())
        .update();
    reverse(encounter, old, reason);
    audit.record(
        "withdrew charge line " + line,
        "encounter",
        encounterId,
        encounter.patientId().value(),
        reason.strip());
    changed(encounterId);
  }

  private void changed(EncounterId visit) {
    events.publishEvent(new ChargesChanged(Acting.actor().organizationId(), visit.value()));
  }

  private static void requireReason(String reason) {
    if (reason.strip().length() < 5) {
      throw new IllegalStateException(
          "Say why the charge is changed, in at least five characters.");
    }
  }

  private Charge inForce(EncounterId encounterId, int line) {
    return ofEncounter(encounterId).stream()
        .filter(c -> c.line() == line)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "Line %d is not charged any more. Look at the charges again.".formatted(line)));
  }

  private void reverse(Encounter encounter, Charge old, String reason) {
    ledger.post(
        posting(
            encounter,
            old,
            "CORRECTION",
            reason.strip(),
            "charge-reversal-" + old.id(),
            old.amount().negated()));
  }

  /// The charges in force of a visit, by line.
  @Transactional(readOnly = true)
  public List<Charge> ofEncounter(EncounterId encounterId) {
    return inForce.find(encounterId).orElse(List.of());
  }

  /// Reads the charges of visits that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<EncounterId> visits) {
    inForce.ahead(visits);
  }

  private Map<EncounterId, List<Charge>> read(Set<EncounterId> visits) {
    return jdbc
        .sql(
            SELECT
                + "where encounter_id = any (:visits) and replaced_by is null and withdrawn_at is"
                + " null order by line")
        .param("visits", visits.stream().map(EncounterId::value).toArray(Long[]::new))
        .query(Charges::charge)
        .stream()
        .collect(Collectors.groupingBy(Charge::encounterId));
  }

  private long add(
      Encounter encounter,
      int line,
      int revision,
      ChargeEntry entry,
      Money price,
      String capturedBy) {
    // Charges are whole units or fractions of one; a fraction of a cent goes half up as in every
    // price of the house.
    Money amount = price.times(entry.units(), RoundingMode.HALF_UP);
    long id =
        jdbc.sql(
                """
                insert into charge (encounter_id, line, revision, procedure, modifiers, units, unit_price, amount,
                  diagnoses, served_on, ndc, ndc_quantity, ndc_unit, captured_by, captured_at)
                values (:encounter, :line, :revision, :procedure, :modifiers, :units, :price, :amount, :diagnoses,
                  :servedOn, :ndc, :ndcQuantity, :ndcUnit, :actor, :now)
                returning charge_id
                """)
            .param("encounter", encounter.id().value())
            .param("line", line)
            .param("revision", revision)
            .param("procedure", entry.procedure().value())
            .param(
                "modifiers", entry.modifiers().stream().map(Modifier::value).toArray(String[]::new))
            .param("units", entry.units())
            .param("price", price.toBigDecimal())
            .param("amount", amount.toBigDecimal())
            .param(
                "diagnoses", entry.diagnoses().stream().map(Icd10Cm::value).toArray(String[]::new))
            .param("servedOn", encounter.servedOn())
            .params(ChargedDrug.columns(entry.drug()))
            .param("actor", capturedBy)
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    var charge =
        jdbc.sql(SELECT + "where charge_id = :id").param("id", id).query(Charges::charge).single();
    ledger.post(
        posting(
            encounter, charge, "CHARGE", "Charge " + entry.procedure(), "charge-" + id, amount));
    return id;
  }

  private static PostingDraft posting(
      Encounter encounter, Charge charge, String kind, String reason, String key, Money amount) {
    return PostingDraft.of(kind, reason, "charge " + charge.id(), key, charge.servedOn())
        .about(encounter.patientId().value(), encounter.id().value(), null, null)
        .debit(Account.UNBILLED, amount, charge.line(), charge.procedure().value())
        .credit(Account.CHARGES, amount, charge.line(), charge.procedure().value())
        .build();
  }

  private static CaptureResult notPriced(ProcedureCode procedure, LocalDate servedOn) {
    return new CaptureResult.NotPriced(
        "The fee schedule has no price for %s on %s. Add a row for that code and date, then capture again."
            .formatted(procedure, servedOn));
  }

  private static Charge charge(ResultSet row, int n) throws SQLException {
    return new Charge(
        row.getLong("charge_id"),
        new EncounterId(row.getLong("encounter_id")),
        row.getInt("line"),
        row.getInt("revision"),
        new ProcedureCode(row.getString("procedure")),
        strings(row, "modifiers").stream().map(Modifier::new).toList(),
        units(row.getBigDecimal("units")),
        Money.of(row.getBigDecimal("unit_price").toPlainString()),
        Money.of(row.getBigDecimal("amount").toPlainString()),
        strings(row, "diagnoses").stream().map(Icd10Cm::new).toList(),
        row.getObject("served_on", LocalDate.class),
        ChargedDrug.of(row),
        row.getString("captured_by"));
  }

  private static BigDecimal units(BigDecimal stored) {
    var plain = stored.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return Optional.of((String[]) row.getArray(column).getArray())
        .map(Arrays::asList)
        .orElseThrow();
  }
}
