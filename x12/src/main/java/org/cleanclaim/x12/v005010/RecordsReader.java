package org.cleanclaim.x12.v005010;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.attachment.RecordsSent.Occasion;
import org.cleanclaim.kernel.attachment.SentRecord;
import org.cleanclaim.kernel.attachment.SentRecord.Format;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads a 275. A document that is not base64-coded is coded here, so that a record holds each in
/// the same way.
final class RecordsReader {
  private final Values values;
  private Occasion occasion = Occasion.UNASKED;
  private String reference = "";
  private LocalDate preparedOn = LocalDate.EPOCH;
  private String payerName = "";
  private String payerId = "";
  private String submitterName = "";
  private String submitterId = "";
  private String providerName = "";
  private @Nullable String providerNpi;
  private PersonName patient = new PersonName("", null, null, null);
  private @Nullable String memberId;
  private String claimNumber = "";
  private @Nullable LocalDate servedFrom;
  private @Nullable LocalDate servedThrough;
  private final List<SentRecord> records = new ArrayList<>();
  private boolean isInRecord;
  private String controlNumber = "";
  private @Nullable String asked;
  private @Nullable String line;
  private LocalDate sentOn = LocalDate.EPOCH;
  private Format format = Format.IMAGE;

  private RecordsReader(Faults faults) {
    this.values = new Values(faults);
  }

  static Transaction read(Transaction.Header header, List<Segment> segments, Faults faults) {
    var reader = new RecordsReader(faults);
    segments.forEach(reader::take);
    return new Transaction.RecordsReceived(header, reader.build(), segments);
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "BGN" -> {
        occasion = segment.elementIs(1, "11") ? Occasion.ASKED : Occasion.UNASKED;
        reference = segment.element(2);
        preparedOn = day(segment, 3, preparedOn);
      }
      case "NM1" -> party(segment);
      case "REF" -> reference(segment);
      case "LX" -> {
        isInRecord = true;
        controlNumber = "";
        asked = null;
        line = null;
        sentOn = preparedOn;
        format = Format.IMAGE;
      }
      case "TRN" -> controlNumber = segment.element(2);
      case "STC" -> asked = String.join(":", segment.components(1));
      case "DTP" -> date(segment);
      case "CAT" -> format = Format.ofCode(segment.element(2));
      case "BIN" ->
          records.add(
              new SentRecord(
                  controlNumber, asked, line, sentOn, format, base64(segment.element(2))));
      default -> {}
    }
  }

  private LocalDate day(Segment segment, int element, LocalDate otherwise) {
    var day = values.date(segment, element);
    return day == null ? otherwise : day;
  }

  private void party(Segment nm1) {
    String id = nm1.element(9);
    switch (nm1.element(1)) {
      case "PR" -> {
        payerName = nm1.element(3);
        payerId = id;
      }
      case "41" -> {
        submitterName = nm1.element(3);
        submitterId = id;
      }
      case "1P", "85" -> {
        providerName = nm1.element(3);
        providerNpi = Values.orNull(id);
      }
      case "QC" -> {
        patient =
            new PersonName(
                nm1.element(3),
                Values.orNull(nm1.element(4)),
                Values.orNull(nm1.element(5)),
                Values.orNull(nm1.element(7)));
        memberId = Values.orNull(id);
      }
      default -> {}
    }
  }

  private void reference(Segment ref) {
    if (ref.elementIs(1, "EJ")) claimNumber = ref.element(2);
    if (isInRecord && ref.elementIs(1, "6R")) line = Values.orNull(ref.element(2));
  }

  private void date(Segment dtp) {
    String text = dtp.element(3);
    var from = values.fromText(dtp, 3, text);
    if (dtp.elementIs(1, "368") && from != null) sentOn = from;
    if (!isInRecord && dtp.elementIs(1, "472")) {
      servedFrom = from;
      servedThrough = values.throughText(dtp, 3, text);
    }
  }

  private static String base64(String content) {
    try {
      Base64.getDecoder().decode(content);
      return content;
    } catch (IllegalArgumentException e) {
      return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private RecordsSent build() {
    return new RecordsSent(
        occasion,
        reference,
        preparedOn,
        payerName,
        payerId,
        submitterName,
        submitterId,
        providerName,
        providerNpi,
        patient,
        memberId,
        claimNumber,
        servedFrom,
        servedThrough,
        records);
  }
}
