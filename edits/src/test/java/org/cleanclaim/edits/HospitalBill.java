package org.cleanclaim.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Sex;

/// A clean hospital bill of a stay from 1 to 5 March 2026, changed into what a test needs.
final class HospitalBill {
  static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  static final LocalDate THROUGH = LocalDate.of(2026, 3, 5);

  private FilingIndicator filing = FilingIndicator.MEDICARE_PART_A;
  private String billType = "11";
  private ClaimFrequency frequency = ClaimFrequency.ORIGINAL;
  private LocalDate from = FROM;
  private LocalDate through = THROUGH;
  private LocalDate bornOn;
  private Sex sex;
  private LocalDate admittedOn = FROM;
  private String patientStatus = "01";
  private String revenueCode = "0300";
  private String procedure;
  private LocalDate servedOn = FROM;
  private String presentOnAdmission = "Y";
  private String payerNumber;
  private boolean hasAdmission = true;
  private List<String> diagnoses = List.of("I10");
  private final List<InformationCode> codes =
      new ArrayList<>(List.of(code(Kind.ADMITTING_DIAGNOSIS, "I10", null, null, null)));

  static HospitalBill aBill() {
    return new HospitalBill();
  }

  HospitalBill billType(String value) {
    billType = value;
    return this;
  }

  HospitalBill frequency(ClaimFrequency value, String payersNumber) {
    frequency = value;
    payerNumber = payersNumber;
    return this;
  }

  HospitalBill filedWith(FilingIndicator value) {
    filing = value;
    return this;
  }

  HospitalBill from(LocalDate value) {
    from = value;
    return this;
  }

  HospitalBill admittedOn(LocalDate value) {
    admittedOn = value;
    return this;
  }

  HospitalBill stay(LocalDate first, LocalDate last) {
    from = first;
    through = last;
    admittedOn = first;
    servedOn = first;
    return this;
  }

  HospitalBill patient(LocalDate birth, Sex registered) {
    bornOn = birth;
    sex = registered;
    return this;
  }

  HospitalBill status(String value) {
    patientStatus = value;
    return this;
  }

  HospitalBill line(String revenue, String hcpcs, LocalDate day) {
    revenueCode = revenue;
    procedure = hcpcs;
    servedOn = day;
    return this;
  }

  HospitalBill present(String value) {
    presentOnAdmission = value;
    return this;
  }

  HospitalBill diagnoses(String... values) {
    diagnoses = Arrays.asList(values);
    return this;
  }

  HospitalBill withoutAdmission() {
    hasAdmission = false;
    codes.clear();
    return this;
  }

  HospitalBill admitting(String diagnosis) {
    codes.set(0, code(Kind.ADMITTING_DIAGNOSIS, diagnosis, null, null, null));
    return this;
  }

  HospitalBill with(Kind kind, String code, LocalDate from, LocalDate through, String amount) {
    codes.add(code(kind, code, from, through, amount));
    return this;
  }

  private static InformationCode code(
      Kind kind, String code, LocalDate from, LocalDate through, String amount) {
    return new InformationCode(
        kind, kind.list(), code, from, through, amount == null ? null : Money.of(amount), null);
  }

  Claim build() {
    Claim base = ClaimBuilder.aClaim().filedWith(filing).line("99213", "100.00").build();
    var line =
        new ServiceLine(
            1,
            null,
            procedure == null ? null : new ProcedureCode(procedure),
            List.of(),
            revenueCode,
            Money.of("100.00"),
            BigDecimal.ONE,
            "UN",
            List.of(),
            null,
            servedOn,
            servedOn,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            Particulars.NONE,
            LineMarks.NONE);
    var dates = List.of(new QualifiedDate("434", from, through, null));
    return new Claim(
        ClaimType.INSTITUTIONAL,
        base.controlNumber(),
        frequency,
        payerNumber,
        base.billingProvider(),
        base.subscriber(),
        patient(base.patient()),
        base.payer(),
        base.totalCharge(),
        null,
        billType,
        true,
        true,
        "Y",
        true,
        null,
        null,
        admittedOn,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        diagnoses.stream().map(d -> new Diagnosis(new Icd10Cm(d), presentOnAdmission)).toList(),
        base.providers(),
        List.of(),
        List.of(),
        List.of(line),
        hasAdmission ? new Admission("1", "1", patientStatus) : null,
        codes,
        new Particulars(dates, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        Formalities.NONE);
  }

  private ClaimPatient patient(ClaimPatient usual) {
    return new ClaimPatient(
        usual.name(),
        bornOn == null ? usual.bornOn() : bornOn,
        sex == null ? usual.sex() : sex,
        usual.address(),
        usual.relationship());
  }
}
