package org.cleanclaim.x12.v005010;

import java.util.List;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.attachment.RecordsSent.Occasion;
import org.cleanclaim.kernel.attachment.SentRecord;
import org.cleanclaim.x12.Envelope;

/// Writes records that support claims: 275, 005010X210, one transaction set for each claim. The
/// documents are base64-coded, so that no separator stands in them.
public final class RecordsWriter {
  private static final String VERSION = "005010X210";

  private final SegmentWriter out;
  private final RecordsSent sent;

  private RecordsWriter(SegmentWriter out, RecordsSent sent) {
    this.out = out;
    this.sent = sent;
  }

  public static byte[] write(Envelope envelope, String groupNumber, List<RecordsSent> all) {
    return SegmentWriter.interchange(
        envelope,
        "PI",
        groupNumber,
        VERSION,
        out -> {
          for (RecordsSent one : all) {
            out.transaction("275", VERSION, () -> new RecordsWriter(out, one).body());
          }
        });
  }

  private void body() {
    out.segment(
        "BGN",
        sent.occasion().code(),
        out.text(sent.reference()),
        SegmentWriter.day(sent.preparedOn()));
    organization("PR", sent.payerName(), "PI", sent.payerId());
    organization("41", sent.submitterName(), "46", sent.submitterId());
    String npi = sent.providerNpi();
    organization("1P", sent.providerName(), npi == null ? "" : "XX", npi == null ? "" : npi);
    var patient = sent.patient();
    String member = sent.memberId();
    out.segment(
        "NM1",
        "QC",
        "1",
        out.text(patient.last()),
        out.text(patient.first()),
        out.text(patient.middle()),
        "",
        out.text(patient.suffix()),
        member == null ? "" : "MI",
        out.text(member));
    out.segment("REF", "EJ", out.text(sent.claimNumber()));
    served();
    int number = 0;
    for (SentRecord one : sent.records()) record(++number, one);
  }

  private void organization(String role, String name, String qualifier, String id) {
    out.segment("NM1", role, "2", out.text(name), "", "", "", "", qualifier, out.text(id));
  }

  private void served() {
    var from = sent.servedFrom();
    var through = sent.servedThrough();
    if (from == null) return;
    boolean isOneDay = through == null || through.equals(from);
    out.segment(
        "DTP",
        "472",
        isOneDay ? "D8" : "RD8",
        isOneDay
            ? SegmentWriter.day(from)
            : SegmentWriter.day(from) + "-" + SegmentWriter.day(through));
  }

  private void record(int number, SentRecord one) {
    out.segment("LX", Integer.toString(number));
    out.segment(
        "TRN", sent.occasion() == Occasion.ASKED ? "2" : "1", out.text(one.controlNumber()));
    String asked = one.asked();
    if (asked != null) {
      out.segment("STC", out.composite(asked.split(":", -1)));
    }
    if (one.line() != null) out.segment("REF", "6R", out.text(one.line()));
    out.segment("DTP", "368", "D8", SegmentWriter.day(one.sentOn()));
    out.segment("CAT", "AE", one.format().code());
    out.segment("EFI", "05");
    out.segment("BIN", Integer.toString(one.base64().length()), one.base64());
  }
}
