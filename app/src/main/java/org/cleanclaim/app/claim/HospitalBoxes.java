package org.cleanclaim.app.claim;

import static org.cleanclaim.app.claim.PaperWords.address;
import static org.cleanclaim.app.claim.PaperWords.codes;
import static org.cleanclaim.app.claim.PaperWords.day;
import static org.cleanclaim.app.claim.PaperWords.npi;
import static org.cleanclaim.app.claim.PaperWords.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.app.claim.ClaimPaper.Box;
import org.cleanclaim.app.claim.ClaimPaper.Column;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.ProviderRole;

/// The boxes of a hospital's claim, by their numbers on the UB-04.
final class HospitalBoxes {
  static final List<Column> COLUMNS =
      List.of(
          new Column("42", "Revenue code", "2400 SV201"),
          new Column("44", "Service and modifiers", "2400 SV202"),
          new Column("45", "Days", "2400 DTP*472"),
          new Column("46", "Units", "2400 SV205"),
          new Column("47", "Charge", "2400 SV203"));

  private HospitalBoxes() {}

  static List<Box> of(Claim claim) {
    var subscriber = claim.subscriber();
    var patient = claim.patient();
    var billing = claim.billingProvider();
    var admission = claim.admission();
    var boxes = new ArrayList<Box>();
    boxes.add(
        Box.of(
            "1",
            "Billing provider",
            "2010AA NM103, N3, N4",
            billing.name().display() + ", " + address(billing.address())));
    boxes.add(Box.of("2", "Pay to", "2010AB N3, N4", provider(claim, ProviderRole.PAY_TO)));
    boxes.add(Box.of("3a", "Our claim number", "CLM01", claim.controlNumber().value()));
    boxes.add(
        Box.of(
            "4",
            "Type of bill",
            "CLM05-1, CLM05-3",
            "0" + claim.billType() + claim.frequency().code()));
    boxes.add(
        Box.of(
            "5",
            "Tax number",
            "2010AA REF*EI",
            billing.taxId() == null ? null : billing.taxId().value()));
    boxes.add(Box.of("6", "Bill from and through", "DTP*434", period(claim)));
    boxes.add(Box.of("8", "Patient", "2010CA NM103, else 2010BA", patient.name().display()));
    boxes.add(Box.of("9", "Patient's address", "2010CA N3, N4", address(patient.address())));
    boxes.add(Box.of("10", "Born", "DMG02", day(patient.bornOn())));
    boxes.add(Box.of("11", "Sex", "DMG03", patient.sex()));
    boxes.add(Box.of("12", "Admitted", "DTP*435", day(claim.admittedOn())));
    boxes.add(Box.of("13", "Hour of admission", "DTP*435", time(claim, "435")));
    boxes.add(
        Box.of(
            "14", "Type of admission", "CL101", admission == null ? null : admission.typeCode()));
    boxes.add(
        Box.of(
            "15", "Point of origin", "CL102", admission == null ? null : admission.sourceCode()));
    boxes.add(Box.of("16", "Hour of discharge", "DTP*096", time(claim, "096")));
    boxes.add(
        Box.of(
            "17", "Patient status", "CL103", admission == null ? null : admission.patientStatus()));
    boxes.add(Box.of("18-28", "Conditions", "HI*BG", codes(claim, Kind.CONDITION)));
    boxes.add(Box.of("31-34", "Occurrences", "HI*BH", codes(claim, Kind.OCCURRENCE)));
    boxes.add(Box.of("35-36", "Spans", "HI*BI", codes(claim, Kind.OCCURRENCE_SPAN)));
    boxes.add(Box.of("39-41", "Values", "HI*BE", codes(claim, Kind.VALUE)));
    boxes.add(Box.of("47", "Total charge", "CLM02", claim.totalCharge()));
    boxes.add(Box.of("50", "Payer", "2010BB NM103", claim.payer().name()));
    boxes.add(Box.of("51", "Payer's id", "2010BB NM109", claim.payer().id().value()));
    boxes.add(Box.of("52", "Release of information", "CLM09", claim.releaseOfInformation()));
    boxes.add(Box.of("53", "Pay the provider", "CLM08", claim.assignsBenefits() ? "YES" : "NO"));
    boxes.add(Box.of("54", "Paid by payers before", "2320 AMT*D", paidBefore(claim)));
    boxes.add(Box.of("56", "NPI", "2010AA NM109", npi(Optional.of(billing))));
    boxes.add(Box.of("58", "Insured", "2010BA NM103", subscriber.name().display()));
    boxes.add(Box.of("59", "Patient is the insured's", "SBR02 or PAT01", patient.relationship()));
    boxes.add(
        Box.of(
            "60",
            "Insured's number",
            "2010BA NM109",
            subscriber.memberId() == null ? null : subscriber.memberId().value()));
    boxes.add(Box.of("61", "Plan", "2000B SBR04", subscriber.groupName()));
    boxes.add(Box.of("62", "Group number", "2000B SBR03", subscriber.groupNumber()));
    boxes.add(Box.of("63", "Authorization", "REF*G1", claim.authorizationNumber()));
    boxes.add(Box.of("64", "Payer's number", "REF*F8", claim.payerClaimControlNumber()));
    boxes.add(
        Box.of(
            "67",
            "Principal diagnosis",
            "HI*ABK",
            claim.diagnoses().isEmpty() ? null : diagnosis(claim.diagnoses().getFirst())));
    boxes.add(
        Box.of(
            "67A-Q",
            "Other diagnoses",
            "HI*ABF",
            claim.diagnoses().stream()
                .skip(1)
                .map(HospitalBoxes::diagnosis)
                .collect(Collectors.joining("; "))));
    boxes.add(
        Box.of("69", "Admitting diagnosis", "HI*ABJ", codes(claim, Kind.ADMITTING_DIAGNOSIS)));
    boxes.add(Box.of("70", "Reasons for the visit", "HI*APR", codes(claim, Kind.REASON_FOR_VISIT)));
    boxes.add(Box.of("71", "DRG", "HI*DR", codes(claim, Kind.DRG)));
    boxes.add(Box.of("72", "External causes", "HI*ABN", codes(claim, Kind.EXTERNAL_CAUSE)));
    boxes.add(
        Box.of("74", "Principal procedure", "HI*BBR", codes(claim, Kind.PRINCIPAL_PROCEDURE)));
    boxes.add(Box.of("74a-e", "Other procedures", "HI*BBQ", codes(claim, Kind.OTHER_PROCEDURE)));
    boxes.add(
        Box.of(
            "76",
            "Attending",
            "2310A NM103, NM109",
            (provider(claim, ProviderRole.ATTENDING) + " " + npi(claim, ProviderRole.ATTENDING))
                .strip()));
    boxes.add(
        Box.of(
            "77",
            "Operating",
            "2310B NM103, NM109",
            (provider(claim, ProviderRole.OPERATING) + " " + npi(claim, ProviderRole.OPERATING))
                .strip()));
    boxes.add(Box.of("80", "Note", "NTE*ADD", claim.note()));
    return boxes;
  }

  private static String diagnosis(Diagnosis diagnosis) {
    String sign = diagnosis.presentOnAdmission();
    return diagnosis.code().value() + (sign == null ? "" : " " + sign);
  }

  private static String period(Claim claim) {
    return claim.particulars().dates().stream()
        .filter(d -> d.qualifier().equals("434"))
        .findFirst()
        .map(d -> day(d.from()) + " to " + day(d.through()))
        .orElse("");
  }

  private static String time(Claim claim, String qualifier) {
    return claim.particulars().dates().stream()
        .filter(d -> d.qualifier().equals(qualifier) && d.time() != null)
        .map(QualifiedDate::time)
        .findFirst()
        .orElse("");
  }

  private static String paidBefore(Claim claim) {
    return claim.otherCoverages().stream()
        .map(OtherCoverage::paid)
        .filter(java.util.Objects::nonNull)
        .map(Money::toString)
        .collect(Collectors.joining("; "));
  }

  static List<String> row(ServiceLine line) {
    return List.of(
        line.revenueCode() == null ? "" : line.revenueCode(),
        PaperWords.service(line),
        day(line.servedFrom()) + " to " + day(line.servedThrough()),
        line.unitsBilled().toPlainString(),
        line.charge().toString());
  }
}
