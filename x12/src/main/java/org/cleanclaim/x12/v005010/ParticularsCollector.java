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
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects the segments that carry a value with its qualifier: DTP, DTM, REF, AMT, QTY, MEA, NTE,
/// K3, PWK, CRC, HCP.
final class ParticularsCollector {
  private final Values values;
  private List<QualifiedDate> dates = List.of();
  private List<Reference> references = List.of();
  private List<QualifiedAmount> amounts = List.of();
  private List<QualifiedQuantity> quantities = List.of();
  private List<Note> notes = List.of();
  private List<AttachmentNotice> attachments = List.of();
  private List<Certification> certifications = List.of();
  private List<Repricing> repricings = List.of();

  ParticularsCollector(Values values) {
    this.values = values;
  }

  /// Takes a segment; one of another kind is passed over.
  void take(Segment segment) {
    switch (segment.id()) {
      case "DTP" -> dates = Seldom.with(dates, period(segment));
      case "DTM" -> dates = Seldom.with(dates, moment(segment));
      case "REF" -> reference(segment);
      case "AMT" ->
          amounts =
              Seldom.with(
                  amounts, new QualifiedAmount(segment.element(1), values.money(segment, 2)));
      case "QTY" ->
          quantities =
              Seldom.with(
                  quantities,
                  new QualifiedQuantity(
                      segment.element(1),
                      values.quantity(segment, 2, BigDecimal.ZERO),
                      null,
                      Values.orNull(segment.component(3, 1))));
      case "MEA" ->
          quantities =
              Seldom.with(
                  quantities,
                  new QualifiedQuantity(
                      segment.element(2),
                      values.quantity(segment, 3, BigDecimal.ZERO),
                      segment.element(1),
                      Values.orNull(segment.component(4, 1))));
      case "NTE" -> notes = Seldom.with(notes, new Note(segment.element(1), segment.element(2)));
      case "K3" -> notes = Seldom.with(notes, new Note("K3", segment.element(1)));
      case "PWK" ->
          attachments =
              Seldom.with(
                  attachments,
                  new AttachmentNotice(
                      segment.element(1), segment.element(2), Values.orNull(segment.element(6))));
      case "HCP" -> repricings = Seldom.with(repricings, repricing(segment));
      case "CRC" -> certifications = Seldom.with(certifications, certification(segment));
      default -> {}
    }
  }

  void reference(Segment ref) {
    references = Seldom.with(references, new Reference(ref.element(1), ref.element(2)));
  }

  /// An amount under a name of its own, such as `MIA04`; nothing when the element is empty.
  void amount(Segment segment, int element) {
    if (segment.isEmpty(element)) return;
    amounts =
        Seldom.with(amounts, new QualifiedAmount(name(segment, element), money(segment, element)));
  }

  /// A quantity under a name of its own, such as `MIA01`; nothing when the element is empty.
  void quantity(Segment segment, int element) {
    if (segment.isEmpty(element)) return;
    var quantity = values.quantity(segment, element, BigDecimal.ZERO);
    quantities =
        Seldom.with(
            quantities, new QualifiedQuantity(name(segment, element), quantity, null, null));
  }

  private Money money(Segment segment, int element) {
    return values.money(segment, element);
  }

  private static String name(Segment segment, int element) {
    return "%s%02d".formatted(segment.id(), element);
  }

  private QualifiedDate period(Segment dtp) {
    if (dtp.elementIs(2, "TM")) {
      return new QualifiedDate(dtp.element(1), null, null, dtp.element(3));
    }
    String time = null;
    if (dtp.elementIs(2, "DT") && dtp.element(3).length() > 8) {
      time = dtp.element(3).substring(8);
    }
    var from = values.from(dtp, 3);
    boolean isPeriod = from != null && dtp.elementIs(2, "RD8");
    return new QualifiedDate(dtp.element(1), from, values.through(dtp, 3), time, isPeriod);
  }

  private QualifiedDate moment(Segment dtm) {
    var day = values.date(dtm, 2);
    return new QualifiedDate(dtm.element(1), day, day, Values.orNull(dtm.element(3)));
  }

  private Repricing repricing(Segment hcp) {
    return new Repricing(
        hcp.element(1),
        values.optionalMoney(hcp, 2),
        values.optionalMoney(hcp, 3),
        Values.orNull(hcp.element(4)),
        optionalQuantity(hcp, 5),
        Values.orNull(hcp.element(6)),
        values.optionalMoney(hcp, 7),
        Values.orNull(hcp.element(8)),
        Values.orNull(hcp.element(9)),
        Values.orNull(hcp.element(10)),
        Values.orNull(hcp.element(11)),
        optionalQuantity(hcp, 12),
        Values.orNull(hcp.element(13)),
        Values.orNull(hcp.element(14)),
        Values.orNull(hcp.element(15)));
  }

  private @Nullable BigDecimal optionalQuantity(Segment segment, int element) {
    return segment.isEmpty(element) ? null : values.quantity(segment, element, BigDecimal.ZERO);
  }

  private static Certification certification(Segment crc) {
    var conditions = new ArrayList<String>();
    for (int element = 3; element <= 7; element++) {
      if (!crc.isEmpty(element)) conditions.add(crc.element(element));
    }
    return new Certification(crc.element(1), crc.elementIs(2, "Y"), conditions);
  }

  Particulars build() {
    boolean isEmpty =
        dates.isEmpty()
            && references.isEmpty()
            && amounts.isEmpty()
            && quantities.isEmpty()
            && notes.isEmpty()
            && attachments.isEmpty()
            && certifications.isEmpty()
            && repricings.isEmpty();
    return isEmpty
        ? Particulars.NONE
        : new Particulars(
            dates, references, amounts, quantities, notes, attachments, certifications, repricings);
  }
}
