package org.cleanclaim.x12.v005010;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry.Person;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// Writes eligibility questions and answers: 270 and 271, 005010X279A1.
public final class EligibilityWriter {
  // TRN03: ten characters, 9 for a number of our own kind.
  private static final String ORIGINATOR = "9CLNCLAIMS";
  private static final String VERSION = "005010X279A1";

  private final SegmentWriter out;
  private int level;

  private EligibilityWriter(SegmentWriter out) {
    this.out = out;
  }

  public static byte[] inquiries(
      Envelope envelope, String groupNumber, List<EligibilityInquiry> inquiries) {
    return SegmentWriter.interchange(
        envelope,
        "HS",
        groupNumber,
        VERSION,
        out ->
            out.transaction(
                "270",
                VERSION,
                () -> {
                  var writer = new EligibilityWriter(out);
                  writer.begin(envelope, "13");
                  inquiries.forEach(i -> writer.inquiry(i, null));
                }));
  }

  /// Answers beside the questions they answer, paired by position.
  public static byte[] answers(
      Envelope envelope,
      String groupNumber,
      List<EligibilityInquiry> asked,
      List<EligibilityAnswer> answers) {
    return SegmentWriter.interchange(
        envelope,
        "HB",
        groupNumber,
        VERSION,
        out ->
            out.transaction(
                "271",
                VERSION,
                () -> {
                  var writer = new EligibilityWriter(out);
                  writer.begin(envelope, "11");
                  for (int i = 0; i < asked.size(); i++)
                    writer.inquiry(asked.get(i), answers.get(i));
                }));
  }

  private void begin(Envelope envelope, String purpose) {
    out.segment(
        "BHT",
        "0022",
        purpose,
        envelope.controlNumber(),
        SegmentWriter.day(envelope.preparedAt().toLocalDate()),
        DateTimeFormatter.ofPattern("HHmm").format(envelope.preparedAt()));
  }

  private void inquiry(EligibilityInquiry inquiry, @Nullable EligibilityAnswer answer) {
    boolean hasDependent = inquiry.dependent() != null;
    int source = open(0, "20", true);
    Parties.writeName(
        out,
        "PR",
        new OrganizationName(inquiry.payer().name()),
        "PI",
        inquiry.payer().id().value());
    int receiver = open(source, "21", true);
    Parties.writeName(
        out,
        "1P",
        inquiry.provider().name(),
        inquiry.provider().npi() == null ? null : "XX",
        inquiry.provider().npi() == null ? null : inquiry.provider().npi().value());
    int subscriber = open(receiver, "22", hasDependent);
    if (!hasDependent) trace(inquiry, answer);
    Parties.writeName(
        out,
        "IL",
        inquiry.subscriber().name(),
        inquiry.memberId() == null ? null : "MI",
        inquiry.memberId() == null ? null : inquiry.memberId().value());
    if (!hasDependent) {
      person(inquiry, inquiry.subscriber(), answer);
    } else if (inquiry.dependent() != null) {
      demographics(inquiry.subscriber());
      open(subscriber, "23", false);
      trace(inquiry, answer);
      Parties.writeName(out, "03", inquiry.dependent().name(), null, null);
      person(inquiry, inquiry.dependent(), answer);
    }
  }

  private int open(int parent, String code, boolean hasChild) {
    level++;
    out.segment(
        "HL",
        Integer.toString(level),
        parent == 0 ? "" : Integer.toString(parent),
        code,
        hasChild ? "1" : "0");
    return level;
  }

  private void trace(EligibilityInquiry inquiry, @Nullable EligibilityAnswer answer) {
    out.segment("TRN", answer == null ? "1" : "2", out.text(inquiry.trace()), ORIGINATOR);
  }

  private void person(
      EligibilityInquiry inquiry, Person person, @Nullable EligibilityAnswer answer) {
    if (answer != null) {
      answer
          .rejections()
          .forEach(r -> out.segment("AAA", "N", "", r.reasonCode(), r.followUpCode()));
    }
    demographics(person);
    if (answer == null) {
      out.segment("DTP", "291", "D8", SegmentWriter.day(inquiry.asOf()));
      inquiry.serviceTypes().forEach(type -> out.segment("EQ", type));
      return;
    }
    if (answer.coverage() != null) {
      out.segment("DTP", "346", "D8", SegmentWriter.day(answer.coverage().from()));
      if (answer.coverage().until() != null) {
        out.segment("DTP", "347", "D8", SegmentWriter.day(answer.coverage().until().minusDays(1)));
      }
    }
    answer.benefits().forEach(this::benefit);
  }

  private void demographics(Person person) {
    if (person.bornOn() != null) {
      out.segment("DMG", "D8", SegmentWriter.day(person.bornOn()), person.sex().code());
    }
  }

  private void benefit(Benefit benefit) {
    out.segment(
        "EB",
        benefit.kindCode(),
        benefit.coverageLevel(),
        out.repeated(benefit.serviceTypes()),
        benefit.insuranceType(),
        out.text(benefit.planName()),
        benefit.timePeriod(),
        benefit.amount() == null ? null : benefit.amount().toX12(),
        benefit.percent() == null ? null : benefit.percent().toPlainString(),
        "",
        "",
        "",
        benefit.inNetwork());
    benefit.messages().forEach(message -> out.segment("MSG", out.text(message)));
  }
}
