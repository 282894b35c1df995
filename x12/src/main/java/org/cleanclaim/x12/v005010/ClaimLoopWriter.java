package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// Writes one claim: loop 2300 and what stands below it.
final class ClaimLoopWriter {
  private static final int CODES_OF_A_SEGMENT = 12;

  private final SegmentWriter out;
  private final Claim claim;
  private final ParticularsWriter particulars;

  private ClaimLoopWriter(SegmentWriter out, Claim claim) {
    this.out = out;
    this.claim = claim;
    this.particulars = new ParticularsWriter(out, claim.particulars());
  }

  static void write(SegmentWriter out, Claim claim) {
    new ClaimLoopWriter(out, claim).write();
  }

  private void write() {
    head();
    dates();
    admission(claim.admission());
    particulars.attachments();
    if (claim.patientPaid() != null) out.segment("AMT", "F5", claim.patientPaid().toX12());
    particulars.amounts();
    reference("9F", claim.referralNumber());
    reference("G1", claim.authorizationNumber());
    reference("F8", claim.payerClaimControlNumber());
    reference("X4", claim.cliaNumber());
    for (Reference reference : claim.otherReferences()) {
      reference(reference.qualifier(), reference.value());
    }
    particulars.fileInformation();
    if (claim.note() != null) out.segment("NTE", "ADD", out.text(claim.note()));
    particulars.notes();
    particulars.certifications();
    codes();
    particulars.repricings();
    for (Provider provider : claim.providers()) {
      // The one to pay stands beside the billing provider.
      if (provider.role() != ProviderRole.PAY_TO) Parties.writeProvider(out, provider);
    }
    claim.otherCoverages().forEach(this::otherCoverage);
    var lines = new ServiceLineWriter(out, claim.type());
    claim.lines().forEach(lines::write);
  }

  private void head() {
    boolean isInstitutional = claim.type() == ClaimType.INSTITUTIONAL;
    String place =
        isInstitutional
            ? claim.billType()
            : claim.placeOfService() == null ? "" : claim.placeOfService().value();
    var form = claim.formalities();
    String list = form.placeList() == null ? isInstitutional ? "A" : "B" : form.placeList();
    out.segment(
        "CLM",
        out.text(claim.controlNumber().value()),
        claim.totalCharge().toX12(),
        "",
        "",
        out.composite(place, list, claim.frequency().code()),
        signature(isInstitutional),
        code(form.assignment(), claim.acceptsAssignment(), "A", "C"),
        code(form.benefitsAssigned(), claim.assignsBenefits(), "Y", "N"),
        claim.releaseOfInformation(),
        form.signatureSource(),
        accident(claim.accident()),
        form.program(),
        "",
        "",
        "",
        "",
        "",
        "",
        form.submission(),
        form.delayReason());
  }

  private String signature(boolean isInstitutional) {
    String sent = claim.formalities().providerSignature();
    if (sent == null && isInstitutional) return "";
    return code(sent, claim.hasSignatureOnFile(), "Y", "N");
  }

  /// What was sent, as long as it says what the claim says.
  private static String code(@Nullable String sent, boolean isYes, String yes, String no) {
    if (sent != null && sent.equals(yes) == isYes) return sent;
    return isYes ? yes : no;
  }

  private String accident(@Nullable Accident accident) {
    if (accident == null) return "";
    var causes = accident.causes();
    return out.composite(
        causes.isEmpty() ? "" : causes.get(0),
        causes.size() > 1 ? causes.get(1) : "",
        "",
        accident.state());
  }

  private void dates() {
    day("431", claim.onsetOn());
    if (claim.accident() != null) day("439", claim.accident().happenedOn());
    // With an hour they stand among the particulars.
    if (isWithoutTime("435")) day("435", claim.admittedOn());
    if (isWithoutTime("096")) day("096", claim.dischargedOn());
    particulars.periods();
  }

  private boolean isWithoutTime(String qualifier) {
    return claim.particulars().dates().stream().noneMatch(d -> d.qualifier().equals(qualifier));
  }

  private void day(String qualifier, @Nullable LocalDate date) {
    if (date != null) out.segment("DTP", qualifier, "D8", SegmentWriter.day(date));
  }

  private void admission(@Nullable Admission admission) {
    if (admission == null) return;
    out.segment("CL1", admission.typeCode(), admission.sourceCode(), admission.patientStatus());
  }

  private void reference(String qualifier, @Nullable String value) {
    if (value != null) out.segment("REF", qualifier, out.text(value));
  }

  private void codes() {
    List<String> diagnoses = new ArrayList<>();
    for (int i = 0; i < claim.diagnoses().size(); i++) {
      Diagnosis diagnosis = claim.diagnoses().get(i);
      diagnoses.add(
          out.composite(
              i == 0 ? "ABK" : "ABF",
              diagnosis.code().value(),
              "",
              "",
              "",
              "",
              "",
              "",
              diagnosis.presentOnAdmission()));
    }
    boolean isInstitutional = claim.type() == ClaimType.INSTITUTIONAL;
    if (isInstitutional) {
      if (!diagnoses.isEmpty()) out.segment("HI", diagnoses.removeFirst());
      information(true);
    }
    segments(diagnoses);
    information(false);
  }

  /// Codes of one list share a segment. Admitting diagnosis, reason for the visit, external causes
  /// and DRG stand before the other diagnoses, the rest behind them.
  private void information(boolean isBeforeDiagnoses) {
    List<String> together = new ArrayList<>();
    String list = "";
    for (InformationCode code : claim.informationCodes()) {
      boolean isEarly =
          switch (code.kind()) {
            case ADMITTING_DIAGNOSIS, REASON_FOR_VISIT, EXTERNAL_CAUSE, DRG ->
                claim.type() == ClaimType.INSTITUTIONAL;
            default -> false;
          };
      if (isEarly != isBeforeDiagnoses) continue;
      String segment = family(code);
      if (!segment.equals(list)) segments(together);
      list = segment;
      together.add(composite(code));
    }
    segments(together);
  }

  // The principal procedure stands alone, other anesthesia procedures beside the first one, and
  // diagnoses of the ninth revision beside their principal one.
  private String family(InformationCode code) {
    if (claim.type() != ClaimType.INSTITUTIONAL && code.list().equals("BK")) return "BF";
    return code.kind() == InformationCode.Kind.OTHER_ANESTHESIA_PROCEDURE
        ? InformationCode.Kind.ANESTHESIA_PROCEDURE.list()
        : code.list();
  }

  private String composite(InformationCode code) {
    boolean isSpan = code.through() != null && !code.through().equals(code.from());
    String date = SegmentWriter.day(code.from());
    if (isSpan || code.kind() == InformationCode.Kind.OCCURRENCE_SPAN) {
      date += "-" + SegmentWriter.day(code.through());
    }
    return out.composite(
        code.list(),
        out.text(code.code()),
        code.from() == null ? "" : date.length() > 8 ? "RD8" : "D8",
        code.from() == null ? "" : date,
        code.amount() == null ? "" : code.amount().toX12(),
        "",
        "",
        "",
        code.presentOnAdmission());
  }

  private void segments(List<String> composites) {
    for (int from = 0; from < composites.size(); from += CODES_OF_A_SEGMENT) {
      int to = Math.min(from + CODES_OF_A_SEGMENT, composites.size());
      out.segment("HI", composites.subList(from, to).toArray(String[]::new));
    }
    composites.clear();
  }

  private void otherCoverage(OtherCoverage other) {
    var subscriber = other.subscriber();
    var more = new ParticularsWriter(out, other.particulars());
    out.segment(
        "SBR",
        subscriber.sequence().code(),
        other.relationship().code(),
        out.text(subscriber.groupNumber()),
        out.text(subscriber.groupName()),
        subscriber.insuranceType(),
        "",
        "",
        "",
        subscriber.filing() == null ? "" : subscriber.filing().code());
    Adjustments.write(other.adjustments(), out);
    if (other.paid() != null) out.segment("AMT", "D", other.paid().toX12());
    if (other.patientOwes() != null) out.segment("AMT", "EAF", other.patientOwes().toX12());
    more.amounts();
    out.segment(
        "OI",
        "",
        "",
        other.assignsBenefits() ? "Y" : "N",
        other.signatureSource(),
        "",
        other.releaseOfInformation());
    more.outcome(other.remarks());
    Parties.writeName(
        out,
        "IL",
        subscriber.name(),
        subscriber.memberId() == null ? null : "MI",
        subscriber.memberId() == null ? null : subscriber.memberId().value());
    Parties.writeAddress(out, subscriber.address());
    for (Reference reference : subscriber.references()) {
      reference(reference.qualifier(), reference.value());
    }
    Parties.writePayer(out, other.payer());
    Parties.writeAddress(out, other.payer().address());
    more.periods();
    more.references();
    reference("F8", other.payerClaimControlNumber());
    for (Provider provider : other.providers()) Parties.writeProvider(out, provider);
  }
}
