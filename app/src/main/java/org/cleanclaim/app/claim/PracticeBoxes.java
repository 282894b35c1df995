package org.cleanclaim.app.claim;

import static org.cleanclaim.app.claim.PaperWords.address;
import static org.cleanclaim.app.claim.PaperWords.day;
import static org.cleanclaim.app.claim.PaperWords.npi;
import static org.cleanclaim.app.claim.PaperWords.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.app.claim.ClaimPaper.Box;
import org.cleanclaim.app.claim.ClaimPaper.Column;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// The boxes of a practice's claim, by their numbers on the CMS-1500.
final class PracticeBoxes {
  static final List<Column> COLUMNS =
      List.of(
          new Column("24A", "Days", "2400 DTP*472"),
          new Column("24B", "Place", "2400 SV105, else CLM05-1"),
          new Column("24D", "Service and modifiers", "2400 SV101"),
          new Column("24E", "Diagnoses", "2400 SV107"),
          new Column("24F", "Charge", "2400 SV102"),
          new Column("24G", "Units", "2400 SV104"),
          new Column("24J", "Rendered by (NPI)", "2310B or 2420A NM109"));

  private PracticeBoxes() {}

  static List<Box> of(Claim claim) {
    var subscriber = claim.subscriber();
    var patient = claim.patient();
    var billing = claim.billingProvider();
    Optional<OtherCoverage> other = claim.otherCoverages().stream().findFirst();
    var boxes = new ArrayList<Box>();
    boxes.add(Box.of("top", "Payer", "2010BB NM103", claim.payer().name()));
    boxes.add(
        Box.of(
            "1",
            "Kind of plan",
            "2000B SBR09",
            subscriber.filing() == null ? null : subscriber.filing().code()));
    boxes.add(Box.of("1a", "Insured's number", "2010BA NM109", member(claim)));
    boxes.add(Box.of("2", "Patient", "2010CA NM103, else 2010BA", patient.name().display()));
    boxes.add(
        Box.of(
            "3",
            "Patient's birth and sex",
            "DMG02, DMG03",
            day(patient.bornOn()) + " " + patient.sex()));
    boxes.add(Box.of("4", "Insured", "2010BA NM103", subscriber.name().display()));
    boxes.add(Box.of("5", "Patient's address", "2010CA N3, N4", address(patient.address())));
    boxes.add(Box.of("6", "Patient is the insured's", "SBR02 or PAT01", patient.relationship()));
    boxes.add(Box.of("7", "Insured's address", "2010BA N3, N4", address(subscriber.address())));
    boxes.add(
        Box.of(
            "9",
            "Other insured",
            "2330A NM103",
            other.map(o -> o.subscriber().name().display()).orElse(null)));
    boxes.add(
        Box.of(
            "9a",
            "Other policy or group",
            "2320 SBR03",
            other.map(o -> o.subscriber().groupNumber()).orElse(null)));
    boxes.add(
        Box.of("9d", "Other payer", "2330B NM103", other.map(o -> o.payer().name()).orElse(null)));
    boxes.add(Box.of("10", "Accident", "CLM11", accident(claim.accident())));
    boxes.add(Box.of("11", "Group number", "2000B SBR03", subscriber.groupNumber()));
    boxes.add(
        Box.of(
            "11a",
            "Insured's birth and sex",
            "2010BA DMG",
            day(subscriber.bornOn()) + " " + subscriber.sex()));
    boxes.add(
        Box.of("11b", "Carrier's claim number", "REF*Y4", claim.propertyCasualtyClaimNumber()));
    boxes.add(Box.of("11c", "Plan", "2000B SBR04", subscriber.groupName()));
    boxes.add(Box.of("11d", "Another plan", "loop 2320", other.isPresent() ? "YES" : "NO"));
    boxes.add(Box.of("12", "Release of information", "CLM09", claim.releaseOfInformation()));
    boxes.add(Box.of("13", "Pay the provider", "CLM08", claim.assignsBenefits() ? "YES" : "NO"));
    boxes.add(Box.of("14", "Illness began", "DTP*431", day(claim.onsetOn())));
    boxes.add(Box.of("17", "Referred by", "2310A NM103", provider(claim, ProviderRole.REFERRING)));
    boxes.add(Box.of("17b", "Its NPI", "2310A NM109", npi(claim, ProviderRole.REFERRING)));
    boxes.add(
        Box.of(
            "18",
            "In hospital",
            "DTP*435, DTP*096",
            (day(claim.admittedOn()) + " " + day(claim.dischargedOn())).strip()));
    boxes.add(Box.of("19", "Note", "NTE*ADD", claim.note()));
    boxes.add(Box.of("21", "Diagnoses (ICD-10: 0)", "HI*ABK, ABF", diagnoses(claim)));
    boxes.add(
        Box.of(
            "22",
            "Frequency and payer's number",
            "CLM05-3, REF*F8",
            (claim.frequency().code()
                    + " "
                    + (claim.payerClaimControlNumber() == null
                        ? ""
                        : claim.payerClaimControlNumber()))
                .strip()));
    boxes.add(Box.of("23", "Authorization", "REF*G1, 9F or X4", firstOf(claim)));
    boxes.add(
        Box.of(
            "25",
            "Tax number",
            "2010AA REF*EI",
            billing.taxId() == null ? null : billing.taxId().value()));
    boxes.add(Box.of("26", "Our claim number", "CLM01", claim.controlNumber().value()));
    boxes.add(Box.of("27", "Takes assignment", "CLM07", claim.acceptsAssignment() ? "YES" : "NO"));
    boxes.add(Box.of("28", "Total charge", "CLM02", claim.totalCharge()));
    boxes.add(Box.of("29", "Patient paid", "AMT*F5", claim.patientPaid()));
    boxes.add(
        Box.of(
            "31",
            "Provider's signature on file",
            "CLM06",
            claim.hasSignatureOnFile() ? "YES" : "NO"));
    boxes.add(
        Box.of(
            "32",
            "Where served",
            "2310C NM103, N3, N4",
            claim
                .provider(ProviderRole.SERVICE_FACILITY)
                .map(p -> p.name().display() + ", " + address(p.address()))
                .orElse(null)));
    boxes.add(
        Box.of(
            "33",
            "Billing provider",
            "2010AA NM103, N3, N4",
            billing.name().display() + ", " + address(billing.address())));
    boxes.add(Box.of("33a", "Its NPI", "2010AA NM109", npi(Optional.of(billing))));
    return boxes;
  }

  private static String member(Claim claim) {
    var member = claim.subscriber().memberId();
    return member == null ? "" : member.value();
  }

  private static String accident(@Nullable Accident accident) {
    if (accident == null) return "";
    String state = accident.state() == null ? "" : accident.state();
    return (String.join(" ", accident.causes()) + " " + day(accident.happenedOn()) + " " + state)
        .strip();
  }

  private static String diagnoses(Claim claim) {
    var text = new StringBuilder();
    for (int i = 0; i < claim.diagnoses().size(); i++) {
      if (i > 0) text.append("  ");
      text.append(letter(i + 1)).append(". ").append(claim.diagnoses().get(i).code().value());
    }
    return text.toString();
  }

  private static String firstOf(Claim claim) {
    if (claim.authorizationNumber() != null) return claim.authorizationNumber();
    if (claim.referralNumber() != null) return claim.referralNumber();
    return claim.cliaNumber() == null ? "" : claim.cliaNumber();
  }

  /// Diagnoses are lettered on paper.
  private static char letter(int position) {
    return (char) ('A' + position - 1);
  }

  static List<String> row(Claim claim, ServiceLine line) {
    var place = line.placeOfService() == null ? claim.placeOfService() : line.placeOfService();
    var own = line.providers().stream().filter(p -> p.role() == ProviderRole.RENDERING).findFirst();
    Optional<Provider> rendering = own.isPresent() ? own : claim.provider(ProviderRole.RENDERING);
    return List.of(
        day(line.servedFrom()) + " to " + day(line.servedThrough()),
        place == null ? "" : place.value(),
        PaperWords.service(line),
        line.diagnosisPointers().stream()
            .map(p -> Character.toString(letter(p)))
            .collect(Collectors.joining()),
        line.charge().toString(),
        line.unitsBilled().toPlainString(),
        npi(rendering));
  }
}
