package org.cleanclaim.cli.posting;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;

/// Puts the invented claims into an empty database as if each had been registered, billed and sent.
public final class BilledClaims {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final int BATCH = 500;

  private final Organization practice;
  private final Payer payer;
  private final JsonColumns json = new JsonColumns();

  public BilledClaims(Organization practice, Payer payer) {
    this.practice = practice;
    this.payer = payer;
  }

  /// A frozen claim of four lines, as JSON.
  public String snapshot() {
    return json.write(snapshot(InventedClaim.of(1)));
  }

  void fill(Connection connection, int claims) throws SQLException {
    connection.setAutoCommit(false);
    long organization = practice.id();
    String people =
        """
        insert into patient (patient_id, organization_id, account_number, last_name, first_name, born_on, sex,
          address_line, city, state, postal_code, created_at)
        overriding system value
        select n, %1$d, 'A' || n, 'LAST' || n, 'FIRST', date '1960-01-01' + n %% 10000, 'FEMALE', '1 Road', 'Dover', 'DE',
          '19901', now()
        from generate_series(1, %2$d) n;
        insert into coverage (coverage_id, organization_id, patient_id, payer_id, sequence, plan_name, member_id,
          effective)
        overriding system value
        select n, %1$d, n, %3$d, 'PRIMARY', 'Plan', 'M' || n, daterange('2025-01-01', null)
        from generate_series(1, %2$d) n;
        insert into subscriber (organization_id, coverage_id, relationship, effective, saved_by, saved_at)
        select %1$d, n, 'SELF', daterange('2025-01-01', null), 'bench', now()
        from generate_series(1, %2$d) n;
        insert into encounter (encounter_id, organization_id, visit_number, patient_id, provider_name, provider_npi,
          provider_taxonomy, specialty, setting, place_of_service, served_on, created_at)
        overriding system value
        select n, %1$d, 'V' || n, n, 'Provider', '1234567893', '207Q00000X', 'Family', 'OUTPATIENT', '11', '2026-01-05',
          now()
        from generate_series(1, %2$d) n;
        """
            .formatted(organization, claims, payer.id());
    String billed =
        """
        insert into posting (organization_id, kind, reason, source, idempotency_key, effective_on, posted_at, actor)
        select %1$d, 'BILLED', 'Billed', 'claim ' || control_number, 'billed-' || claim_id, served_from, now(), 'bench'
        from claim;
        insert into entry (organization_id, posting_id, position, account, amount, patient_id, encounter_id, claim_id,
          payer_id, memo, effective_on)
        select %1$d, p.posting_id, s.position, s.account, s.sign * c.total_charge, c.patient_id, c.encounter_id,
          c.claim_id, c.payer_id, 'billed', p.effective_on
        from claim c
        join posting p on p.idempotency_key = 'billed-' || c.claim_id
        cross join (values (1, 'INSURANCE_RECEIVABLE', 1), (2, 'UNBILLED', -1)) as s (position, account, sign);
        """
            .formatted(organization);
    try (var statement = connection.createStatement()) {
      statement.execute(people);
      try (var insert =
          connection.prepareStatement(
              """
              insert into claim (claim_id, organization_id, control_number, encounter_id, patient_id, payer_id, coverage_id,
                status, snapshot, total_charge, served_from, served_through, payer_claim_control_number, file_by,
                created_at, first_sent_at)
              overriding system value
              values (?, ?, ?, ?, ?, ?, ?, 'AT_PAYER', ?::jsonb, ?, '2026-01-05', '2026-01-05', ?, '2027-01-05', now(),
                now())
              """)) {
        for (int number = 1; number <= claims; number++) {
          add(insert, InventedClaim.of(number));
          if (number % BATCH == 0 || number == claims) insert.executeBatch();
        }
      }
      statement.execute(billed);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  private void add(PreparedStatement insert, InventedClaim claim) throws SQLException {
    insert.setLong(1, claim.number());
    insert.setLong(2, practice.id());
    insert.setString(3, claim.controlNumber());
    insert.setLong(4, claim.number());
    insert.setLong(5, claim.number());
    insert.setLong(6, payer.id());
    insert.setLong(7, claim.number());
    insert.setString(8, json.write(snapshot(claim)));
    insert.setBigDecimal(9, Money.ofCents(claim.charge()).toBigDecimal());
    insert.setString(10, claim.payerNumber());
    insert.addBatch();
  }

  private Claim snapshot(InventedClaim claim) {
    var name = new PersonName("LAST" + claim.number(), "FIRST", null, null);
    var born = LocalDate.of(1960, 1, 1);
    var billing =
        new Provider(
            ProviderRole.BILLING,
            new OrganizationName(practice.name()),
            practice.npi(),
            practice.taxonomy(),
            practice.taxId(),
            practice.address(),
            null,
            List.of());
    return new Claim(
        ClaimType.PROFESSIONAL,
        new ClaimControlNumber(claim.controlNumber()),
        ClaimFrequency.ORIGINAL,
        null,
        billing,
        new Subscriber(
            name,
            new MemberId("M" + claim.number()),
            born,
            Sex.FEMALE,
            practice.address(),
            PayerSequence.PRIMARY,
            payer.filing(),
            null,
            "Plan"),
        new ClaimPatient(name, born, Sex.FEMALE, practice.address(), Relationship.SELF),
        new ClaimPayer(payer.name(), payer.electronicId(), null),
        Money.ofCents(claim.charge()),
        new PlaceOfService("11"),
        null,
        true,
        true,
        "Y",
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(Diagnosis.of(new Icd10Cm("I10")), Diagnosis.of(new Icd10Cm("E119"))),
        List.of(),
        List.of(),
        List.of(),
        claim.lines().stream().map(line -> line(claim, line)).toList(),
        null,
        List.of(),
        Particulars.NONE,
        Formalities.NONE);
  }

  private static ServiceLine line(InventedClaim claim, InventedClaim.Line line) {
    return new ServiceLine(
        line.number(),
        claim.controlNumber() + "L" + line.number(),
        new ProcedureCode(line.procedure()),
        List.of(),
        null,
        Money.ofCents(line.charge()),
        BigDecimal.ONE,
        "UN",
        List.of(1),
        null,
        SERVED,
        SERVED,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        Particulars.NONE,
        LineMarks.NONE);
  }
}
