package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry.Person;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.x12.Envelope;

/// Writes eligibility questions and answers: 270 and 271, 005010X279A1.
public final class EligibilityWriter {
  // TRN03: ten characters, 9 for a number of our own kind.
  static final String ORIGINATOR = "9CLNCLAIMS";
  private static final String VERSION = "005010X279A1";

  private final SegmentWriter out;
  private final Levels levels;

  private EligibilityWriter(SegmentWriter out) {
    this.out = out;
    this.levels = new Levels(out);
  }

  public static byte[] inquiries(
      Envelope envelope, String groupNumber, List<EligibilityInquiry> inquiries) {
    return SegmentWriter.interchange(
        envelope, "HS", groupNumber, VERSION, out -> inquiries(out, envelope, inquiries));
  }

  static void inquiries(SegmentWriter out, Envelope envelope, List<EligibilityInquiry> inquiries) {
    out.transaction(
        "270",
        VERSION,
        () -> {
          var writer = new EligibilityWriter(out);
          out.begin(envelope, "0022", "13", envelope.controlNumber(), "");
          inquiries.forEach(writer::inquiry);
        });
  }

  /// Answers beside the questions they answer, paired by position.
  public static byte[] answers(
      Envelope envelope,
      String groupNumber,
      List<EligibilityInquiry> asked,
      List<EligibilityAnswer> answers) {
    var complete = new ArrayList<EligibilityAnswer>();
    for (int i = 0; i < asked.size(); i++) {
      complete.add(EligibilityAnswerWriter.to(asked.get(i), answers.get(i), ORIGINATOR));
    }
    return SegmentWriter.interchange(
        envelope,
        "HB",
        groupNumber,
        VERSION,
        out -> EligibilityAnswerWriter.answers(out, envelope, complete));
  }

  private void inquiry(EligibilityInquiry inquiry) {
    boolean hasDependent = inquiry.dependent() != null;
    int source = levels.open(0, "20", true);
    Parties.writePayer(out, inquiry.payer());
    int receiver = levels.open(source, "21", true);
    Reference id = Parties.nameId(inquiry.provider());
    Parties.writeName(
        out,
        "1P",
        inquiry.provider().name(),
        id == null ? null : id.qualifier(),
        id == null ? null : id.value());
    int subscriber = levels.open(receiver, "22", hasDependent);
    if (!hasDependent) trace(inquiry);
    Parties.writeName(
        out,
        "IL",
        inquiry.subscriber().name(),
        inquiry.memberId() == null ? null : "MI",
        inquiry.memberId() == null ? null : inquiry.memberId().value());
    if (!hasDependent) {
      person(inquiry, inquiry.subscriber());
    } else if (inquiry.dependent() != null) {
      demographics(inquiry.subscriber());
      levels.open(subscriber, "23", false);
      trace(inquiry);
      Parties.writeName(out, "03", inquiry.dependent().name(), null, null);
      person(inquiry, inquiry.dependent());
    }
  }

  private void trace(EligibilityInquiry inquiry) {
    String by = inquiry.originator() == null ? ORIGINATOR : out.text(inquiry.originator());
    out.segment("TRN", "1", out.text(inquiry.trace()), by);
  }

  private void person(EligibilityInquiry inquiry, Person person) {
    demographics(person);
    out.segment("DTP", "291", "D8", SegmentWriter.day(inquiry.asOf()));
    inquiry.serviceTypes().forEach(type -> out.segment("EQ", type));
  }

  private void demographics(Person person) {
    if (person.bornOn() != null) {
      out.segment(
          "DMG",
          "D8",
          SegmentWriter.day(person.bornOn()),
          person.sex() == Sex.UNKNOWN ? "" : person.sex().code());
    }
  }
}
