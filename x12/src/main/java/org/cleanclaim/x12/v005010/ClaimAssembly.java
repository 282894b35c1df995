package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects the segments of one claim (loop 2300 and below).
final class ClaimAssembly {
  private final String version;
  private final ClaimRoom room;
  private final Segment clm;
  private final Provider billing;
  private final @Nullable Provider payTo;
  private final InsuredPartyBuilder insured;
  private final ParticularsCollector particulars;
  private @Nullable Admission admission;
  private List<InformationCode> informationCodes = List.of();
  private final Values values;

  private @Nullable LocalDate onsetOn;
  private @Nullable LocalDate accidentOn;
  private @Nullable LocalDate admittedOn;
  private @Nullable LocalDate dischargedOn;
  private @Nullable Money patientPaid;
  private @Nullable String authorization;
  private @Nullable String referral;
  private @Nullable String payerNumber;
  private @Nullable String clia;
  private @Nullable String note;
  private List<Reference> references = List.of();
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private final List<Parties.ProviderBuilder> providers = new ArrayList<>();
  private List<OtherCoverage> others = List.of();
  private final List<ServiceLine> lines = new ArrayList<>();
  private @Nullable OtherCoverageAssembly other;
  private @Nullable ServiceLineAssembly line;
  private String serviceSegment = "";

  ClaimAssembly(
      String version,
      Segment clm,
      ClaimRoom room,
      Provider billing,
      @Nullable Provider payTo,
      InsuredPartyBuilder insured,
      Values values) {
    this.version = version;
    this.room = room;
    this.clm = room.claim(clm);
    this.billing = billing;
    this.payTo = payTo;
    this.insured = insured;
    this.values = values;
    this.particulars = new ParticularsCollector(values);
  }

  Segment clm() {
    return clm;
  }

  void take(Segment segment) {
    if (segment.is("LX")) {
      finishOther();
      finishLine();
      line = new ServiceLineAssembly(segment, room, values);
    } else if (line != null) {
      line.take(segment);
    } else if (segment.is("SBR")) {
      finishOther();
      other = new OtherCoverageAssembly(segment.keep(), values);
    } else if (other != null) {
      other.take(segment);
    } else {
      ofClaim(segment);
    }
  }

  private void ofClaim(Segment segment) {
    switch (segment.id()) {
      case "DTP" -> date(segment);
      case "AMT" -> {
        if (segment.elementIs(1, "F5")) {
          patientPaid = values.money(segment, 2);
        } else {
          particulars.take(segment);
        }
      }
      case "REF" -> reference(segment);
      case "NTE" -> {
        if (note == null && segment.elementIs(1, "ADD")) {
          note = Values.orNull(segment.element(2));
        } else {
          particulars.take(segment);
        }
      }
      case "CL1" ->
          admission =
              new Admission(
                  Values.orNull(segment.element(1)),
                  Values.orNull(segment.element(2)),
                  Values.orNull(segment.element(3)));
      case "HI" -> codes(segment);
      case "NM1" ->
          ProviderRole.ofCode(segment.element(1))
              .ifPresent(role -> providers.add(new Parties.ProviderBuilder(role, segment, values)));
      default -> {
        if (!providers.isEmpty() && Parties.isDetail(segment)) {
          providers.getLast().take(segment);
        } else {
          particulars.take(segment);
        }
      }
    }
  }

  private void date(Segment dtp) {
    boolean isDay = dtp.elementIs(2, "D8");
    switch (dtp.element(1)) {
      case "431" -> onsetOn = values.from(dtp, 3);
      case "439" -> accidentOn = values.from(dtp, 3);
      case "435" -> {
        admittedOn = values.from(dtp, 3);
        if (!isDay) particulars.take(dtp);
      }
      case "096" -> {
        if (isDay) {
          dischargedOn = values.from(dtp, 3);
        } else {
          particulars.take(dtp);
        }
      }
      default -> particulars.take(dtp);
    }
  }

  private void reference(Segment ref) {
    if (!providers.isEmpty()) {
      providers.getLast().take(ref);
      return;
    }
    String value = Values.orNull(ref.element(2));
    switch (ref.element(1)) {
      case "G1" -> authorization = value;
      case "9F" -> referral = value;
      case "F8" -> payerNumber = value;
      case "X4" -> clia = value;
      default ->
          references = Seldom.with(references, new Reference(ref.element(1), ref.element(2)));
    }
  }

  private void codes(Segment hi) {
    for (int element = 1; element <= hi.elementCount(); element++) {
      String list = hi.component(element, 1);
      switch (list) {
        case "ABK", "ABF" -> diagnosis(hi, element);
        case "" -> {}
        default -> {
          if (informationCodes.isEmpty()) informationCodes = new ArrayList<>();
          informationCodes.add(information(hi, element, list));
        }
      }
    }
  }

  private void diagnosis(Segment hi, int element) {
    Icd10Cm code = values.diagnosis(hi.component(element, 2));
    if (code == null) {
      values
          .faults()
          .add(
              Check.DIAGNOSIS,
              hi,
              "HI%02d does not hold an ICD-10-CM code.".formatted(element),
              "Correct the diagnosis code.");
      return;
    }
    diagnoses.add(new Diagnosis(code, Values.orNull(hi.component(element, 9))));
  }

  private InformationCode information(Segment hi, int element, String list) {
    String date = hi.component(element, 4);
    boolean isDated = !date.isEmpty();
    String amount = hi.component(element, 5);
    return new InformationCode(
        InformationCode.Kind.ofList(list),
        list,
        hi.component(element, 2),
        isDated ? values.fromText(hi, element, date) : null,
        isDated ? values.throughText(hi, element, date) : null,
        amount.isEmpty() ? null : Money.parse(amount).orElse(null),
        Values.orNull(hi.component(element, 9)));
  }

  private void finishOther() {
    if (other != null) others = Seldom.with(others, other.build());
    other = null;
  }

  private void finishLine() {
    if (line == null) return;
    line.build().ifPresent(lines::add);
    if (!line.serviceSegment().isEmpty()) serviceSegment = line.serviceSegment();
    line = null;
  }

  Optional<Claim> build() {
    finishOther();
    finishLine();
    var number = ClaimControlNumber.parse(clm.element(1));
    if (number.isEmpty()) {
      values
          .faults()
          .add(
              Check.CLAIM_CONTROL_NUMBER,
              clm,
              "CLM01, the claim's number, is missing or longer than 38 characters.",
              "Give the claim a number: without it no answer finds its way back.");
    }
    ClaimType type = type();
    String place = clm.component(5, 1);
    return number.map(control ->
        new Claim(
            type,
            control,
            ClaimFrequency.ofCode(clm.component(5, 3)).orElse(ClaimFrequency.ORIGINAL),
            payerNumber,
            billing,
            insured.subscriber(),
            insured.patient(),
            insured.payer(),
            values.money(clm, 2),
            type == ClaimType.INSTITUTIONAL ? null : values.place(place),
            type == ClaimType.INSTITUTIONAL ? Values.orNull(place) : null,
            clm.element(7).equals("A"),
            clm.element(8).equals("Y"),
            clm.element(9).isEmpty() ? "Y" : clm.element(9),
            clm.element(6).equals("Y"),
            accident(),
            onsetOn,
            admittedOn,
            dischargedOn,
            patientPaid,
            authorization,
            referral,
            insured.casualtyNumber(),
            clia,
            note,
            diagnoses,
            withPayTo(Parties.build(providers)),
            others,
            references,
            lines,
            admission,
            informationCodes,
            particulars.build(),
            formalities(type)));
  }

  /// By the services, which no other type has; without any by the guide.
  private ClaimType type() {
    return switch (serviceSegment) {
      case "SV1" -> ClaimType.PROFESSIONAL;
      case "SV2" -> ClaimType.INSTITUTIONAL;
      case "SV3" -> ClaimType.DENTAL;
      default ->
          version.contains("X223")
              ? ClaimType.INSTITUTIONAL
              : version.contains("X224") ? ClaimType.DENTAL : ClaimType.PROFESSIONAL;
    };
  }

  private List<Provider> withPayTo(List<Provider> others) {
    if (payTo == null) return others;
    var all = new ArrayList<Provider>(others.size() + 1);
    all.add(payTo);
    all.addAll(others);
    return all;
  }

  /// What the claim's own fields do not say already.
  private Formalities formalities(ClaimType type) {
    boolean isInstitutional = type == ClaimType.INSTITUTIONAL;
    boolean isUsuallySigned =
        isInstitutional ? clm.isEmpty(6) : clm.elementIs(6, "Y") || clm.elementIs(6, "N");
    String list = unless(clm.component(5, 2), isInstitutional ? "A" : "B", "");
    String assignment = unless(clm.element(7), "A", "C");
    String benefits = unless(clm.element(8), "Y", "N");
    boolean isUsual = isUsuallySigned && list == null && assignment == null && benefits == null;
    if (isUsual && isEmptyFrom10()) return Formalities.NONE;
    return new Formalities(
        list,
        isUsuallySigned ? null : clm.element(6),
        assignment,
        benefits,
        Values.orNull(clm.element(10)),
        Values.orNull(clm.element(12)),
        Values.orNull(clm.element(19)),
        Values.orNull(clm.element(20)));
  }

  private boolean isEmptyFrom10() {
    return clm.elementCount() < 10
        || (clm.isEmpty(10) && clm.isEmpty(12) && clm.isEmpty(19) && clm.isEmpty(20));
  }

  private static @Nullable String unless(String code, String usual, String alsoUsual) {
    return code.equals(usual) || code.equals(alsoUsual) ? null : Values.orNull(code);
  }

  private @Nullable Accident accident() {
    if (accidentOn == null && clm.isEmpty(11)) return null;
    var causes = new ArrayList<String>();
    for (int component = 1; component <= 3; component++) {
      String cause = clm.component(11, component);
      if (!cause.isEmpty()) causes.add(cause);
    }
    if (causes.isEmpty() && accidentOn == null) return null;
    return new Accident(causes, accidentOn, Values.orNull(clm.component(11, 4)));
  }
}
