package org.cleanclaim.edits.payerrule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
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
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;

/// Makes the claims of examples: an invented office visit of a patient of 55 to a commercial payer,
/// changed by what the example says. The visit is on 2026-03-02, or on the first day of a rule that
/// is not in force then.
final class ExampleClaim {
  private static final LocalDate SERVED = LocalDate.of(2026, 3, 2);

  private static final int DAYS_LATER = 7;
  private static final Npi NPI = new Npi("1234567893");
  private static final Taxonomy FAMILY_MEDICINE = new Taxonomy("207Q00000X");

  private ExampleClaim() {}

  /// @throws FieldWriter.Misfit when the example names a value that its field cannot hold
  static Claim of(RuleExample example) throws FieldWriter.Misfit {
    return of(example, SERVED);
  }

  /// The same for a rule that is in force through a period.
  static Claim of(RuleExample example, EffectivePeriod period) throws FieldWriter.Misfit {
    return of(example, visited(period));
  }

  /// The day of the visit.
  static LocalDate visited(EffectivePeriod period) {
    return period.contains(SERVED) ? SERVED : period.from();
  }

  /// The day on which examples are judged.
  static LocalDate judged(EffectivePeriod period) {
    return visited(period).plusDays(DAYS_LATER);
  }

  private static Claim of(RuleExample example, LocalDate served) throws FieldWriter.Misfit {
    var draft = new ClaimDraft(plainVisit(served));
    draft.total = null;
    if (!example.lines().isEmpty()) {
      draft.lines = new ArrayList<>();
      for (int i = 0; i < example.lines().size(); i++) {
        draft.lines.add(new LineDraft(line(i + 1, served)));
      }
    }
    for (var entry : inOrder(example.claimFields())) {
      if (entry.getKey().isOfLine()) {
        for (LineDraft line : draft.lines) {
          LineFieldWriter.write(entry.getKey(), entry.getValue(), line);
        }
      } else {
        FieldWriter.write(entry.getKey(), entry.getValue(), draft);
      }
    }
    for (int i = 0; i < example.lines().size(); i++) {
      for (var entry : inOrder(example.lines().get(i))) {
        LineFieldWriter.write(entry.getKey(), entry.getValue(), draft.lines.get(i));
      }
    }
    return draft.toClaim();
  }

  private static List<Map.Entry<ClaimField, List<String>>> inOrder(
      Map<ClaimField, List<String>> values) {
    return values.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
  }

  static Claim plainVisit() {
    return plainVisit(SERVED);
  }

  private static Claim plainVisit(LocalDate served) {
    var address = new Address("1 Example Street", null, "Columbus", "OH", "432150001");
    var name = new PersonName("Example", "Pat");
    return new Claim(
        ClaimType.PROFESSIONAL,
        new ClaimControlNumber("EXAMPLE"),
        ClaimFrequency.ORIGINAL,
        null,
        new Provider(
            ProviderRole.BILLING,
            new OrganizationName("Example practice"),
            NPI,
            FAMILY_MEDICINE,
            new TaxId("123456789", TaxId.Kind.EMPLOYER),
            address,
            null,
            List.of()),
        new Subscriber(
            name,
            new MemberId("M123456789"),
            LocalDate.of(1970, 5, 5),
            Sex.FEMALE,
            address,
            PayerSequence.PRIMARY,
            FilingIndicator.COMMERCIAL,
            null,
            null),
        new ClaimPatient(name, LocalDate.of(1970, 5, 5), Sex.FEMALE, address, Relationship.SELF),
        new ClaimPayer("Example payer", new PayerId("EXAMPLE"), null),
        Money.of("100"),
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
        List.of(
            new Provider(
                ProviderRole.RENDERING, name, NPI, FAMILY_MEDICINE, null, null, null, List.of())),
        List.of(),
        List.of(),
        List.of(line(1, served)),
        null,
        List.of(),
        Particulars.NONE,
        Formalities.NONE);
  }

  private static ServiceLine line(int number, LocalDate served) {
    return new ServiceLine(
        number,
        null,
        new ProcedureCode("99213"),
        List.of(),
        null,
        Money.of("100"),
        BigDecimal.ONE,
        "UN",
        List.of(1),
        null,
        served,
        served,
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
