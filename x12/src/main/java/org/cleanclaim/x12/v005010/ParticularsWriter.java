package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.AttachmentNotice;
import org.cleanclaim.kernel.particular.Certification;
import org.cleanclaim.kernel.particular.Note;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.particular.QualifiedQuantity;
import org.cleanclaim.kernel.particular.Repricing;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// Writes what has a code of its own but no named field, each kind at its place among the others.
final class ParticularsWriter {
  private final SegmentWriter out;
  private final Particulars particulars;

  ParticularsWriter(SegmentWriter out, Particulars particulars) {
    this.out = out;
    this.particulars = particulars;
  }

  /// DTP segments.
  void periods() {
    for (QualifiedDate date : particulars.dates()) period(out, date);
  }

  /// One DTP segment: a day, a period, a time or a day with a time.
  static void period(SegmentWriter out, QualifiedDate date) {
    if (date.from() == null) {
      out.segment("DTP", date.qualifier(), "TM", date.time());
    } else if (date.time() != null) {
      out.segment("DTP", date.qualifier(), "DT", SegmentWriter.day(date.from()) + date.time());
    } else if (date.isPeriod()) {
      out.segment(
          "DTP",
          date.qualifier(),
          "RD8",
          SegmentWriter.day(date.from()) + "-" + SegmentWriter.day(date.through()));
    } else {
      out.segment("DTP", date.qualifier(), "D8", SegmentWriter.day(date.from()));
    }
  }

  /// DTM segments.
  void moments() {
    for (QualifiedDate date : particulars.dates()) {
      out.segment("DTM", date.qualifier(), SegmentWriter.day(date.from()), date.time());
    }
  }

  void references() {
    for (Reference reference : particulars.references()) {
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
  }

  /// AMT segments; the amounts of MIA and MOA are written with those.
  void amounts() {
    for (QualifiedAmount amount : particulars.amounts()) {
      if (!isOfOutcome(amount.qualifier())) {
        out.segment("AMT", amount.qualifier(), amount.amount().toX12());
      }
    }
  }

  /// QTY segments.
  void quantities() {
    for (QualifiedQuantity quantity : particulars.quantities()) {
      if (quantity.basis() == null && !isOfOutcome(quantity.qualifier())) {
        out.segment("QTY", quantity.qualifier(), quantity.quantity().toPlainString());
      }
    }
  }

  /// MEA segments.
  void measurements() {
    for (QualifiedQuantity quantity : particulars.quantities()) {
      if (quantity.basis() != null) {
        out.segment(
            "MEA", quantity.basis(), quantity.qualifier(), quantity.quantity().toPlainString());
      }
    }
  }

  void attachments() {
    for (AttachmentNotice attachment : particulars.attachments()) {
      String number = attachment.controlNumber();
      out.segment(
          "PWK",
          attachment.reportType(),
          attachment.transmission(),
          "",
          "",
          number == null ? null : "AC",
          number == null ? null : out.text(number));
    }
  }

  /// K3 segments.
  void fileInformation() {
    for (Note note : particulars.notes()) {
      if (note.kind().equals("K3")) out.segment("K3", out.text(note.text()));
    }
  }

  /// NTE segments.
  void notes() {
    for (Note note : particulars.notes()) {
      if (!note.kind().equals("K3")) out.segment("NTE", note.kind(), out.text(note.text()));
    }
  }

  void certifications() {
    for (Certification certification : particulars.certifications()) {
      var elements = new ArrayList<String>();
      elements.add(certification.category());
      elements.add(certification.applies() ? "Y" : "N");
      elements.addAll(certification.conditions());
      out.segment("CRC", elements.toArray(String[]::new));
    }
  }

  /// HCP segments.
  void repricings() {
    for (Repricing repricing : particulars.repricings()) {
      out.segment(
          "HCP",
          repricing.method(),
          amount(repricing.allowed()),
          amount(repricing.savings()),
          out.text(repricing.organization()),
          number(repricing.rate()),
          out.text(repricing.groupCode()),
          amount(repricing.groupAmount()),
          repricing.revenueCode(),
          repricing.procedureList(),
          out.text(repricing.procedure()),
          repricing.unitKind(),
          number(repricing.count()),
          repricing.rejection(),
          repricing.compliance(),
          repricing.exception());
    }
  }

  private static String amount(@Nullable Money amount) {
    return amount == null ? "" : amount.toX12();
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  /// MIA or MOA with its amounts, quantities and remark codes; nothing when there is none of them.
  ///
  /// @param remarks remark codes in the order of the segment
  void outcome(List<String> remarks) {
    boolean isInpatient =
        particulars.amounts().stream().anyMatch(a -> a.qualifier().startsWith("MIA"))
            || particulars.quantities().stream().anyMatch(q -> q.qualifier().startsWith("MIA"));
    String segment = isInpatient ? "MIA" : "MOA";
    var elements = new @Nullable String[isInpatient ? 24 : 9];
    boolean isThere = !remarks.isEmpty();
    for (QualifiedAmount amount : particulars.amounts()) {
      int at = element(amount.qualifier(), segment);
      if (at > 0) elements[at - 1] = amount.amount().toX12();
      isThere |= at > 0;
    }
    for (QualifiedQuantity quantity : particulars.quantities()) {
      int at = element(quantity.qualifier(), segment);
      if (at > 0) elements[at - 1] = quantity.quantity().toPlainString();
      isThere |= at > 0;
    }
    int[] places = isInpatient ? new int[] {5, 20, 21, 22, 23} : new int[] {3, 4, 5, 6, 7};
    for (int i = 0; i < Math.min(places.length, remarks.size()); i++) {
      elements[places[i] - 1] = remarks.get(i);
    }
    if (isThere) out.segment(segment, elements);
  }

  private static int element(String qualifier, String segment) {
    return isOfOutcome(qualifier) && qualifier.startsWith(segment)
        ? Integer.parseInt(qualifier.substring(3))
        : 0;
  }

  private static boolean isOfOutcome(String qualifier) {
    return qualifier.length() == 5 && (qualifier.startsWith("MIA") || qualifier.startsWith("MOA"));
  }
}
