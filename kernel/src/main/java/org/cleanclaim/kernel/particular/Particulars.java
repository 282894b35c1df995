package org.cleanclaim.kernel.particular;

import java.util.List;
import org.cleanclaim.kernel.party.Reference;

/// Everything of a claim, line, coverage or payment that has a code of its own but no named field,
/// in the order of the file.
public record Particulars(
    List<QualifiedDate> dates,
    List<Reference> references,
    List<QualifiedAmount> amounts,
    List<QualifiedQuantity> quantities,
    List<Note> notes,
    List<AttachmentNotice> attachments,
    List<Certification> certifications,
    List<Repricing> repricings) {

  public static final Particulars NONE =
      new Particulars(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Particulars {
    dates = List.copyOf(dates);
    references = List.copyOf(references);
    amounts = List.copyOf(amounts);
    quantities = List.copyOf(quantities);
    notes = List.copyOf(notes);
    attachments = List.copyOf(attachments);
    certifications = List.copyOf(certifications);
    repricings = List.copyOf(repricings);
  }

  /// Particulars without a repricer's word.
  public Particulars(
      List<QualifiedDate> dates,
      List<Reference> references,
      List<QualifiedAmount> amounts,
      List<QualifiedQuantity> quantities,
      List<Note> notes,
      List<AttachmentNotice> attachments,
      List<Certification> certifications) {
    this(dates, references, amounts, quantities, notes, attachments, certifications, List.of());
  }
}
