package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.LineCopy;
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
    var particulars = announced.with(claim.particulars(), null);
    return ClaimCopy.of(claim).particulars(particulars).lines(lines).copy();
  }

  private ServiceLine line(ServiceLine line) {
    return LineCopy.of(line).particulars(with(line.particulars(), line.number())).copy();
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
}
