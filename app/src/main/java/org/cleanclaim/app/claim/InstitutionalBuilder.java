package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.app.charge.FacilityCharge;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// Freezes an institutional claim (837I) from a stay, its final codes and its charges.
final class InstitutionalBuilder {
  private static final String STATEMENT = "434";
  private static final String ADMISSION = "435";
  private static final String DISCHARGE_HOUR = "096";

  private final Encounter visit;
  private final HospitalStay stay;
  private final List<ChartCode> codes;
  private final List<FacilityCharge> charges;

  InstitutionalBuilder(
      Encounter visit, HospitalStay stay, List<ChartCode> codes, List<FacilityCharge> charges) {
    this.visit = visit;
    this.stay = stay;
    this.codes = codes;
    this.charges = charges;
  }

  /// @param common the claim of the same patient, payer and provider, without what is institutional
  Claim build(Claim common) {
    return new Claim(
        ClaimType.INSTITUTIONAL,
        common.controlNumber(),
        common.frequency(),
        common.payerClaimControlNumber(),
        common.billingProvider(),
        common.subscriber(),
        common.patient(),
        common.payer(),
        Money.sum(charges.stream().map(FacilityCharge::amount).toList()),
        null,
        stay.billType(),
        common.acceptsAssignment(),
        common.assignsBenefits(),
        common.releaseOfInformation(),
        common.hasSignatureOnFile(),
        null,
        null,
        stay.admittedOn(),
        stay.dischargeHour() == null ? null : stay.dischargedOn(),
        common.patientPaid(),
        common.authorizationNumber(),
        common.referralNumber(),
        null,
        null,
        common.note(),
        diagnoses(),
        providers(),
        common.otherCoverages(),
        common.otherReferences(),
        charges.stream().map(c -> line(common.controlNumber().value(), c)).toList(),
        new Admission(stay.admissionType(), stay.admissionSource(), stay.patientStatus()),
        informationCodes(),
        particulars(),
        Formalities.NONE);
  }

  // Loops 2310A, 2310B and, for outpatients only, 2310F.
  private List<Provider> providers() {
    return Stream.of(
            Optional.of(attending(visit.renderingProvider())),
            visit.provider(ProviderRole.OPERATING),
            visit.provider(ProviderRole.REFERRING).filter(p -> !stay.isInpatient()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Provider attending(Provider provider) {
    return new Provider(
        ProviderRole.ATTENDING,
        provider.name(),
        provider.npi(),
        provider.taxonomy(),
        provider.taxId(),
        provider.address(),
        provider.contact(),
        provider.secondaryIds());
  }

  private List<Diagnosis> diagnoses() {
    return codes.stream()
        .filter(c -> c.system() == CodeSystem.ICD10CM && !isExternalCause(c))
        .map(c -> new Diagnosis(new Icd10Cm(c.code()), indicator(c)))
        .toList();
  }

  /// Causes from outside have a list of their own on the bill (chapter 20 of ICD-10-CM).
  private static boolean isExternalCause(ChartCode code) {
    return code.system() == CodeSystem.ICD10CM && code.code().matches("[V-Y].*");
  }

  private @Nullable String indicator(ChartCode code) {
    return stay.isInpatient() ? code.presentOnAdmission() : null;
  }

  private List<InformationCode> informationCodes() {
    var all = new ArrayList<InformationCode>();
    for (ChartCode code : codes) {
      if (isExternalCause(code)) all.add(code(Kind.EXTERNAL_CAUSE, code.code(), indicator(code)));
    }
    if (stay.isInpatient()) all.addAll(procedures());
    for (InformationCode code : stay.codes()) {
      if (!isProcedure(code)) all.add(code);
    }
    return all;
  }

  private static boolean isProcedure(InformationCode code) {
    return code.kind() == Kind.PRINCIPAL_PROCEDURE || code.kind() == Kind.OTHER_PROCEDURE;
  }

  // The chart says what was done, the stay on which day.
  private List<InformationCode> procedures() {
    var all = new ArrayList<InformationCode>();
    for (ChartCode code : codes) {
      if (code.system() != CodeSystem.ICD10PCS) continue;
      var kind = all.isEmpty() ? Kind.PRINCIPAL_PROCEDURE : Kind.OTHER_PROCEDURE;
      var day =
          stay.codes().stream()
              .filter(c -> isProcedure(c) && c.code().equals(code.code()) && c.from() != null)
              .map(InformationCode::from)
              .findFirst()
              .orElse(stay.admittedOn() == null ? stay.servedFrom() : stay.admittedOn());
      all.add(new InformationCode(kind, kind.list(), code.code(), day, null, null, null));
    }
    return all;
  }

  private static InformationCode code(Kind kind, String code, @Nullable String indicator) {
    return new InformationCode(kind, kind.list(), code, null, null, null, indicator);
  }

  private Particulars particulars() {
    var dates = new ArrayList<QualifiedDate>();
    if (stay.dischargeHour() != null) {
      dates.add(new QualifiedDate(DISCHARGE_HOUR, null, null, stay.dischargeHour()));
    }
    dates.add(new QualifiedDate(STATEMENT, stay.servedFrom(), stay.servedThrough(), null, true));
    if (stay.admittedOn() != null && stay.admissionHour() != null) {
      dates.add(
          new QualifiedDate(ADMISSION, stay.admittedOn(), stay.admittedOn(), stay.admissionHour()));
    }
    return new Particulars(dates, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static ServiceLine line(String number, FacilityCharge charge) {
    return new ServiceLine(
        charge.line(),
        number + "L" + charge.line(),
        charge.procedure(),
        charge.modifiers(),
        charge.revenueCode(),
        charge.amount(),
        charge.units(),
        charge.isByDay() ? "DA" : "UN",
        List.of(),
        null,
        charge.servedFrom(),
        charge.servedThrough(),
        charge.drug(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        Particulars.NONE,
        LineMarks.NONE);
  }
}
