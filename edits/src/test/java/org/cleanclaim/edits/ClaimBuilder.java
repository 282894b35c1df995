package org.cleanclaim.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;

/// A clean claim, changed word by word into what a test needs.
final class ClaimBuilder {
  static final LocalDate SERVED = LocalDate.of(2026, 3, 2);
  private static final Npi NPI = new Npi("1234567893");

  private Npi rendering = NPI;
  private String number = "T1";
  private String memberId = "M123456789";
  private LocalDate bornOn = LocalDate.of(1970, 5, 5);
  private Sex sex = Sex.FEMALE;
  private FilingIndicator filing = FilingIndicator.COMMERCIAL;
  private PayerSequence sequence = PayerSequence.PRIMARY;
  private String insuranceType;
  private Accident accident;
  private String authorization;
  private String casualtyNumber;
  private Money total;
  private String taxId = "123456789";
  private String employer;
  private String zip = "432150001";
  private String place = "11";
  private String taxonomy = "207Q00000X";
  private boolean hasRenderingNumber = true;
  private boolean hasBillingNumbers = true;
  private List<Integer> pointers = List.of(1);
  private String street = "1 Test Street";
  private String city = "Marlow";
  private String state = "OH";
  private String payer = "P1";
  private String patient = "Pat";
  private String lineAuthorization;
  private LocalDate through;
  private boolean isCoveredTwice;
  private String specialty;
  private Provider lineProvider;
  private final List<String> diagnoses = new ArrayList<>();
  private final List<ServiceLine> lines = new ArrayList<>();

  static ClaimBuilder aClaim() {
    return new ClaimBuilder();
  }

  ClaimBuilder renderedBy(String npi) {
    rendering = new Npi(npi);
    return this;
  }

  /// The taxonomy of who rendered the services.
  ClaimBuilder specialty(String value) {
    specialty = value;
    return this;
  }

  /// Who rendered the lines that follow.
  ClaimBuilder linesRenderedBy(String npi) {
    lineProvider = rendering(new Npi(npi));
    return this;
  }

  private Provider rendering(Npi npi) {
    return new Provider(
        ProviderRole.RENDERING,
        new PersonName("Test", patient),
        npi,
        specialty == null ? null : new Taxonomy(specialty),
        null,
        null,
        null,
        List.of());
  }

  ClaimBuilder numbered(String value) {
    number = value;
    return this;
  }

  ClaimBuilder member(String value) {
    memberId = value;
    return this;
  }

  ClaimBuilder born(LocalDate value) {
    bornOn = value;
    return this;
  }

  ClaimBuilder sex(Sex value) {
    sex = value;
    return this;
  }

  ClaimBuilder filedWith(FilingIndicator value) {
    filing = value;
    return this;
  }

  ClaimBuilder accident(Accident value) {
    accident = value;
    return this;
  }

  ClaimBuilder authorized(String value) {
    authorization = value;
    return this;
  }

  ClaimBuilder casualty(String value) {
    casualtyNumber = value;
    return this;
  }

  ClaimBuilder total(String value) {
    total = Money.of(value);
    return this;
  }

  ClaimBuilder taxId(String value) {
    taxId = value;
    return this;
  }

  ClaimBuilder employer(String value) {
    employer = value;
    return this;
  }

  ClaimBuilder zip(String value) {
    zip = value;
    return this;
  }

  ClaimBuilder place(String value) {
    place = value;
    return this;
  }

  ClaimBuilder taxonomy(String value) {
    taxonomy = value;
    return this;
  }

  ClaimBuilder withoutRenderingNumber() {
    hasRenderingNumber = false;
    return this;
  }

  ClaimBuilder withoutBillingNumbers() {
    hasBillingNumbers = false;
    return this;
  }

  ClaimBuilder pointingTo(Integer... values) {
    pointers = List.of(values);
    return this;
  }

  ClaimBuilder living(String atStreet, String inCity, String inState) {
    street = atStreet;
    city = inCity;
    state = inState;
    return this;
  }

  ClaimBuilder payer(String id) {
    payer = id;
    return this;
  }

  ClaimBuilder patient(String firstName) {
    patient = firstName;
    return this;
  }

  ClaimBuilder alsoCovered() {
    isCoveredTwice = true;
    return this;
  }

  /// To a payer that comes after another.
  ///
  /// @param reason why Medicare does; null when it is not said
  ClaimBuilder second(String reason) {
    sequence = PayerSequence.SECONDARY;
    insuranceType = reason;
    return this;
  }

  /// The authorization of the lines that follow.
  ClaimBuilder lineAuthorized(String value) {
    lineAuthorization = value;
    return this;
  }

  /// The last day of the lines that follow.
  ClaimBuilder through(LocalDate value) {
    through = value;
    return this;
  }

  ClaimBuilder diagnosis(String... codes) {
    diagnoses.addAll(Arrays.asList(codes));
    return this;
  }

  ClaimBuilder line(String code, String charge, String... modifiers) {
    return line(code, charge, "1", SERVED, modifiers);
  }

  ClaimBuilder line(
      String code, String charge, String units, LocalDate served, String... modifiers) {
    return line(new ProcedureCode(code), null, charge, units, served, modifiers);
  }

  /// A line that a revenue code alone names.
  ClaimBuilder revenueLine(String revenue, String charge, String... modifiers) {
    return line(null, revenue, charge, "1", SERVED, modifiers);
  }

  private ClaimBuilder line(
      ProcedureCode procedure,
      String revenue,
      String charge,
      String units,
      LocalDate served,
      String... modifiers) {
    lines.add(
        new ServiceLine(
            lines.size() + 1,
            null,
            procedure,
            Arrays.stream(modifiers).map(Modifier::new).toList(),
            revenue,
            Money.of(charge),
            new BigDecimal(units),
            "UN",
            pointers,
            null,
            served,
            through == null ? served : through,
            null,
            lineAuthorization,
            null,
            lineProvider == null ? List.of() : List.of(lineProvider),
            List.of(),
            null,
            Particulars.NONE,
            LineMarks.NONE));
    return this;
  }

  Claim build() {
    if (diagnoses.isEmpty()) diagnoses.add("I10");
    var address = new Address(street, null, city, state, zip);
    var name = new PersonName("Test", patient);
    return new Claim(
        ClaimType.PROFESSIONAL,
        new ClaimControlNumber(number),
        ClaimFrequency.ORIGINAL,
        null,
        new Provider(
            ProviderRole.BILLING,
            new OrganizationName("Test practice"),
            hasBillingNumbers ? NPI : null,
            new Taxonomy(taxonomy),
            hasBillingNumbers ? new TaxId(taxId, TaxId.Kind.EMPLOYER) : null,
            address,
            null,
            List.of()),
        new Subscriber(
            employer == null ? name : new OrganizationName(employer),
            memberId == null ? null : new MemberId(memberId),
            bornOn,
            sex,
            address,
            sequence,
            filing,
            null,
            null,
            insuranceType,
            List.of()),
        new ClaimPatient(name, bornOn, sex, address, Relationship.SELF),
        new ClaimPayer("Payer", new PayerId(payer), null),
        total == null ? Money.sum(lines.stream().map(ServiceLine::charge).toList()) : total,
        new PlaceOfService(place),
        null,
        true,
        true,
        "Y",
        true,
        accident,
        null,
        null,
        null,
        null,
        authorization,
        null,
        casualtyNumber,
        null,
        null,
        diagnoses.stream().map(d -> Diagnosis.of(new Icd10Cm(d))).toList(),
        List.of(rendering(hasRenderingNumber ? rendering : null)),
        isCoveredTwice ? List.of(second(name, address)) : List.of(),
        List.of(),
        lines,
        null,
        List.of(),
        Particulars.NONE,
        Formalities.NONE);
  }

  private static OtherCoverage second(PersonName name, Address address) {
    var subscriber =
        new Subscriber(
            name,
            new MemberId("A1"),
            null,
            Sex.UNKNOWN,
            address,
            PayerSequence.SECONDARY,
            FilingIndicator.AUTOMOBILE,
            null,
            null);
    return new OtherCoverage(
        subscriber,
        Relationship.SELF,
        new ClaimPayer("Auto carrier", new PayerId("P2"), null),
        null,
        null,
        null,
        List.of(),
        true,
        "Y",
        List.of(),
        List.of(),
        Particulars.NONE);
  }
}
