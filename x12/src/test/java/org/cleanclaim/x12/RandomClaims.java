package org.cleanclaim.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.DentalService;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.particular.AttachmentNotice;
import org.cleanclaim.kernel.particular.Note;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.remittance.Adjustment;

/// Claims and parts of claims as chance will have them; the same seed gives the same ones.
final class RandomClaims {
  private final Random random;

  RandomClaims(Random random) {
    this.random = random;
  }

  Claim claim(ClaimType type, int number) {
    boolean isInstitutional = type == ClaimType.INSTITUTIONAL;
    boolean isSelf = random.nextBoolean();
    var address = address();
    var name = person();
    var born = day();
    var subscriber =
        new Subscriber(
            name,
            new MemberId("M" + random.nextInt(100_000)),
            born,
            Sex.FEMALE,
            address,
            PayerSequence.PRIMARY,
            FilingIndicator.COMMERCIAL,
            maybe(() -> "G" + random.nextInt(100)),
            null);
    var patient =
        isSelf
            ? new ClaimPatient(name, born, Sex.FEMALE, address, Relationship.SELF)
            : new ClaimPatient(person(), day(), Sex.MALE, address(), Relationship.CHILD);
    return new Claim(
        type,
        new ClaimControlNumber("C" + number),
        pick(ClaimFrequency.ORIGINAL, ClaimFrequency.REPLACEMENT),
        maybe(() -> "P" + random.nextInt(1000)),
        provider(ProviderRole.BILLING),
        subscriber,
        patient,
        new ClaimPayer("A PAYER", new PayerId("P1"), maybe(this::address)),
        money(),
        isInstitutional ? null : new PlaceOfService(pick("11", "22")),
        isInstitutional ? pick("11", "13") : null,
        random.nextBoolean(),
        random.nextBoolean(),
        pick("Y", "I"),
        !isInstitutional && random.nextBoolean(),
        isInstitutional ? null : maybe(() -> new Accident(List.of("AA"), day(), "OH")),
        type == ClaimType.PROFESSIONAL ? maybe(this::day) : null,
        maybe(this::day),
        isInstitutional ? null : maybe(this::day),
        maybe(this::money),
        maybe(() -> "A" + random.nextInt(100)),
        maybe(() -> "R" + random.nextInt(100)),
        maybe(() -> "PC" + random.nextInt(100)),
        maybe(() -> "36D0000001"),
        maybe(() -> "A NOTE"),
        several(4, () -> new Diagnosis(new Icd10Cm(pick("I10", "E119", "J029")), null)),
        several(2, () -> provider(pick(ProviderRole.REFERRING, ProviderRole.RENDERING))),
        several(2, this::otherCoverage),
        several(2, () -> new Reference("EA", "MR" + random.nextInt(100))),
        several(4, () -> line(type, random.nextInt(900) + 1)),
        isInstitutional ? new Admission("1", maybe(() -> "7"), "01") : null,
        isInstitutional ? codes() : List.of(),
        particulars(),
        Formalities.NONE);
  }

  private List<InformationCode> codes() {
    var codes = new ArrayList<InformationCode>();
    var day = day();
    codes.add(code(InformationCode.Kind.ADMITTING_DIAGNOSIS, "R05", null, null, null));
    if (random.nextBoolean()) {
      codes.add(code(InformationCode.Kind.DRG, "470", null, null, null));
    }
    codes.add(code(InformationCode.Kind.PRINCIPAL_PROCEDURE, "0SR90J9", day, day, null));
    codes.add(code(InformationCode.Kind.OCCURRENCE_SPAN, "74", day, day.plusDays(3), null));
    codes.add(code(InformationCode.Kind.OCCURRENCE, "11", day, day, null));
    codes.add(code(InformationCode.Kind.VALUE, "80", null, null, money()));
    codes.add(code(InformationCode.Kind.CONDITION, "09", null, null, null));
    return codes;
  }

  private static InformationCode code(
      InformationCode.Kind kind, String code, LocalDate from, LocalDate through, Money amount) {
    return new InformationCode(kind, kind.list(), code, from, through, amount, null);
  }

  private ServiceLine line(ClaimType type, int number) {
    boolean isInstitutional = type == ClaimType.INSTITUTIONAL;
    var from = day();
    return new ServiceLine(
        number,
        maybe(() -> "L" + number),
        new ProcedureCode(type == ClaimType.DENTAL ? "D0120" : pick("99213", "J1100")),
        several(3, () -> new Modifier(pick("25", "RT", "59"))),
        isInstitutional ? "0450" : null,
        money(),
        BigDecimal.valueOf(random.nextInt(9) + 1),
        "UN",
        isInstitutional ? List.of() : several(4, () -> random.nextInt(12) + 1),
        isInstitutional ? null : maybe(() -> new PlaceOfService("22")),
        from,
        from.plusDays(random.nextInt(3)),
        maybe(() -> new Drug("00002143380", BigDecimal.valueOf(2), "ML")),
        maybe(() -> "LA" + random.nextInt(10)),
        maybe(() -> "A LINE NOTE"),
        several(2, () -> provider(pick(ProviderRole.RENDERING, ProviderRole.ORDERING))),
        several(2, () -> adjudication(isInstitutional)),
        type == ClaimType.DENTAL
            ? new DentalService(
                several(2, () -> pick("10", "20")),
                maybe(() -> "I"),
                several(2, () -> new DentalService.Tooth("14", several(2, () -> pick("M", "O")))))
            : null,
        particulars(),
        LineMarks.NONE);
  }

  private LineAdjudication adjudication(boolean isInstitutional) {
    return new LineAdjudication(
        new PayerId("P2"),
        money(),
        new ProcedureCode("99213"),
        List.of(),
        isInstitutional ? pick("0450", "0361") : null,
        BigDecimal.ONE,
        adjustments(),
        maybe(this::day),
        maybe(this::money));
  }

  private OtherCoverage otherCoverage() {
    return new OtherCoverage(
        new Subscriber(
            person(),
            new MemberId("M" + random.nextInt(100)),
            null,
            Sex.UNKNOWN,
            maybe(this::address),
            PayerSequence.SECONDARY,
            FilingIndicator.MEDICARE_PART_B,
            null,
            maybe(() -> "A GROUP")),
        Relationship.SPOUSE,
        new ClaimPayer("OTHER PAYER", new PayerId("P2"), null),
        maybe(this::money),
        maybe(this::money),
        maybe(() -> "OP" + random.nextInt(100)),
        adjustments(),
        random.nextBoolean(),
        pick("Y", "I"),
        several(3, () -> pick("MA01", "N30")),
        List.of(),
        Particulars.NONE);
  }

  List<Adjustment> adjustments() {
    // One group after the other, as they are written.
    var all = new ArrayList<Adjustment>();
    for (AdjustmentGroup group : List.of(AdjustmentGroup.CO, AdjustmentGroup.PR)) {
      for (int i = random.nextInt(8); i > 0; i--) {
        all.add(Adjustment.of(group, pick("45", "1", "B7"), money()));
      }
    }
    return all;
  }

  Particulars particulars() {
    var day = day();
    return new Particulars(
        several(2, () -> new QualifiedDate("454", day, day, null)),
        List.of(),
        several(2, () -> new QualifiedAmount("F4", money())),
        List.of(),
        several(2, () -> new Note("K3", "STATE DATA")),
        several(2, () -> new AttachmentNotice("OZ", "EL", maybe(() -> "DOC1"))),
        List.of());
  }

  private Provider provider(ProviderRole role) {
    boolean isBilling = role == ProviderRole.BILLING;
    return new Provider(
        role,
        isBilling ? new OrganizationName("A CLINIC") : person(),
        new Npi("1234567893"),
        null,
        isBilling ? new TaxId("471852369", TaxId.Kind.EMPLOYER) : null,
        isBilling ? new Address("1 PLAIN ST", null, "MARLOW", "OH", "432150001") : null,
        null,
        isBilling ? List.of() : several(2, () -> new Reference("G2", "X" + random.nextInt(9))));
  }

  PartyName person() {
    return new PersonName(
        "LAST" + random.nextInt(50), "FIRST", maybe(() -> "M"), maybe(() -> "JR"));
  }

  private Address address() {
    return new Address(
        random.nextInt(900) + " PLAIN ST", maybe(() -> "APT 2"), "MARLOW", "OH", "43215");
  }

  LocalDate day() {
    return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
  }

  Money money() {
    return Money.ofCents(random.nextInt(1_000_000));
  }

  <T> List<T> several(int most, Supplier<T> one) {
    var list = new ArrayList<T>();
    for (int i = random.nextInt(most + 1); i > 0; i--) list.add(one.get());
    return list;
  }

  <T> T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  @SafeVarargs
  final <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
