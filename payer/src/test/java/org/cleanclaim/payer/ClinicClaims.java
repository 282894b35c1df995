package org.cleanclaim.payer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
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
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;

/// Claims of one clinic to the payer `P1`, for tests.
final class ClinicClaims {
  static final LocalDate SERVED = LocalDate.of(2026, 3, 2);

  private ClinicClaims() {}

  /// One unit.
  static ServiceLine line(int number, String code, String charge) {
    return new ServiceLine(
        number,
        "L" + number,
        new ProcedureCode(code),
        List.of(),
        null,
        Money.of(charge),
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

  /// A claim to the payer as the patient's first.
  static Claim claim(String number, String member, ServiceLine... lines) {
    var address = new Address("1 Test Street", null, "Marlow", "OH", "432150001");
    var name = new PersonName("Test", "Pat");
    var born = LocalDate.of(1970, 5, 5);
    return new Claim(
        ClaimType.PROFESSIONAL,
        new ClaimControlNumber(number),
        ClaimFrequency.ORIGINAL,
        null,
        new Provider(
            ProviderRole.BILLING,
            new OrganizationName("A Clinic"),
            new Npi("1234567893"),
            null,
            new TaxId("471852369", TaxId.Kind.EMPLOYER),
            address,
            null,
            List.of()),
        new Subscriber(
            name,
            new MemberId(member),
            born,
            Sex.FEMALE,
            address,
            PayerSequence.PRIMARY,
            FilingIndicator.COMMERCIAL,
            null,
            null),
        new ClaimPatient(name, born, Sex.FEMALE, address, Relationship.SELF),
        new ClaimPayer("A Payer", new PayerId("P1"), null),
        Money.sum(Arrays.stream(lines).map(ServiceLine::charge).toList()),
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
        List.of(Diagnosis.of(new Icd10Cm("I10"))),
        List.of(),
        List.of(),
        List.of(),
        Arrays.asList(lines),
        null,
        List.of(),
        Particulars.NONE,
        Formalities.NONE);
  }
}
