package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.particular.AttachmentNotice;
import org.cleanclaim.kernel.particular.Particulars;
import org.jspecify.annotations.Nullable;

/// What a claim says of its documents: a notice (PWK) of each, on the claim or on the line that it
/// is about, beside those that were on it for other reasons.
final class AnnouncedRecords {
  /// So many notices have room on a claim or line (837, PWK).
  static final int MOST_NOTICES = 10;

  private final List<ClaimAttachment> attachments;

  private AnnouncedRecords(List<ClaimAttachment> attachments) {
    this.attachments = attachments;
  }

  /// The claim with notices of these documents and of no other of ours.
  static Claim on(Claim claim, List<ClaimAttachment> attachments) {
    var announced = new AnnouncedRecords(attachments);
    var lines = claim.lines().stream().map(announced::line).toList();
    return copy(claim, announced.with(claim.particulars(), null), lines);
  }

  private ServiceLine line(ServiceLine line) {
    return copy(line, with(line.particulars(), line.number()));
  }

  private Particulars with(Particulars before, @Nullable Integer line) {
    var notices = new ArrayList<AttachmentNotice>();
    for (AttachmentNotice notice : before.attachments()) {
      String number = notice.controlNumber();
      if (number == null || !number.startsWith(ClaimAttachments.PREFIX)) notices.add(notice);
    }
    for (ClaimAttachment one : attachments) {
      boolean isHere = line == null ? one.serviceLine() == null : line.equals(one.serviceLine());
      if (isHere) {
        notices.add(
            new AttachmentNotice(one.reportType(), one.transmission(), one.controlNumber()));
      }
    }
    if (notices.equals(before.attachments())) return before;
    return new Particulars(
        before.dates(),
        before.references(),
        before.amounts(),
        before.quantities(),
        before.notes(),
        notices,
        before.certifications(),
        before.repricings());
  }

  private static Claim copy(Claim claim, Particulars particulars, List<ServiceLine> lines) {
    return new Claim(
        claim.type(),
        claim.controlNumber(),
        claim.frequency(),
        claim.payerClaimControlNumber(),
        claim.billingProvider(),
        claim.subscriber(),
        claim.patient(),
        claim.payer(),
        claim.totalCharge(),
        claim.placeOfService(),
        claim.billType(),
        claim.acceptsAssignment(),
        claim.assignsBenefits(),
        claim.releaseOfInformation(),
        claim.hasSignatureOnFile(),
        claim.accident(),
        claim.onsetOn(),
        claim.admittedOn(),
        claim.dischargedOn(),
        claim.patientPaid(),
        claim.authorizationNumber(),
        claim.referralNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.cliaNumber(),
        claim.note(),
        claim.diagnoses(),
        claim.providers(),
        claim.otherCoverages(),
        claim.otherReferences(),
        lines,
        claim.admission(),
        claim.informationCodes(),
        particulars,
        claim.formalities());
  }

  private static ServiceLine copy(ServiceLine line, Particulars particulars) {
    return new ServiceLine(
        line.number(),
        line.controlNumber(),
        line.procedure(),
        line.modifiers(),
        line.revenueCode(),
        line.charge(),
        line.unitsBilled(),
        line.unit(),
        line.diagnosisPointers(),
        line.placeOfService(),
        line.servedFrom(),
        line.servedThrough(),
        line.drug(),
        line.authorizationNumber(),
        line.note(),
        line.providers(),
        line.priorAdjudications(),
        line.dental(),
        particulars,
        line.marks());
  }
}
