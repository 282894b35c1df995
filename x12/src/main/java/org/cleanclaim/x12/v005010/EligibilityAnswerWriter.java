package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.authorization.ReviewItem.Trace;
import org.cleanclaim.kernel.eligibility.AnswerParties;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Rejection;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry.Person;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// Writes 271, 005010X279A1. Neighbours with the same payer, receiver or subscriber share the
/// level.
final class EligibilityAnswerWriter {
  private static final String VERSION = "005010X279A1";

  private final SegmentWriter out;
  private final Levels levels;
  private int payerLevel;
  private int receiverLevel;
  private int subscriberLevel;
  private @Nullable AnswerParties last;

  private EligibilityAnswerWriter(SegmentWriter out) {
    this.out = out;
    this.levels = new Levels(out);
  }

  static void answers(SegmentWriter out, Envelope envelope, List<EligibilityAnswer> answers) {
    out.transaction(
        "271",
        VERSION,
        () -> {
          var writer = new EligibilityAnswerWriter(out);
          out.begin(envelope, "0022", "11", envelope.controlNumber(), "");
          answers.forEach(writer::answer);
        });
  }

  /// The answer with the parties and the number of the question it answers.
  static EligibilityAnswer to(
      EligibilityInquiry inquiry, EligibilityAnswer answer, String originator) {
    var npi = inquiry.provider().npi();
    var memberId = inquiry.memberId();
    var dependent = inquiry.dependent();
    var parties =
        new AnswerParties(
            Participant.of(
                "PR",
                new OrganizationName(inquiry.payer().name()),
                "PI",
                inquiry.payer().id().value()),
            Participant.of(
                "1P",
                inquiry.provider().name(),
                npi == null ? null : "XX",
                npi == null ? null : npi.value()),
            person("IL", inquiry.subscriber(), memberId == null ? null : memberId.value()),
            dependent == null ? null : person("03", dependent, null));
    return new EligibilityAnswer(
        List.of(new Trace("2", inquiry.trace(), originator)),
        parties,
        answer.status(),
        answer.dates(),
        answer.benefits(),
        answer.rejections());
  }

  private static Participant person(String entity, Person person, @Nullable String memberId) {
    return new Participant(
        entity,
        person.name(),
        memberId == null ? null : "MI",
        memberId,
        null,
        List.of(),
        List.of(),
        null,
        null,
        person.bornOn(),
        person.bornOn() == null ? null : person.sex());
  }

  private void answer(EligibilityAnswer answer) {
    var parties = answer.parties();
    boolean isNew = last == null || !same(last.payer(), parties.payer());
    if (isNew) {
      payerLevel = levels.open(0, "20", parties.receiver() != null || parties.subscriber() != null);
      rejections(answer, "transaction");
      if (parties.payer() != null) {
        new ParticipantWriter(out, parties.payer()).name().references().contacts();
      }
      rejections(answer, "payer");
    }
    isNew = isNew || last == null || !same(last.receiver(), parties.receiver());
    if (isNew && parties.receiver() != null) {
      receiverLevel = levels.open(payerLevel, "21", parties.subscriber() != null);
      new ParticipantWriter(out, parties.receiver()).name().references().address();
      rejections(answer, "provider");
      new ParticipantWriter(out, parties.receiver()).taxonomy();
    }
    person(answer, parties, isNew);
    last = parties;
  }

  private static boolean same(@Nullable Participant one, @Nullable Participant other) {
    return one == null ? other == null : one.equals(other);
  }

  private void person(EligibilityAnswer answer, AnswerParties parties, boolean isBelowNew) {
    Participant subscriber = parties.subscriber();
    Participant dependent = parties.dependent();
    if (subscriber != null && dependent == null) {
      levels.open(receiverLevel, "22", false);
      person(answer, subscriber, "subscriber");
    } else if (subscriber != null && dependent != null) {
      boolean isShared =
          !isBelowNew
              && last != null
              && last.dependent() != null
              && same(last.subscriber(), subscriber);
      if (!isShared) {
        subscriberLevel = levels.open(receiverLevel, "22", true);
        new ParticipantWriter(out, subscriber).name().references().address().taxonomy().birth();
      }
      levels.open(subscriberLevel, "23", false);
      person(answer, dependent, "dependent");
    }
  }

  private void person(EligibilityAnswer answer, Participant person, String ofLevel) {
    for (Trace trace : answer.traces()) {
      out.segment(
          "TRN",
          trace.kind(),
          out.text(trace.number()),
          out.text(trace.originator()),
          out.text(trace.supplement()));
    }
    var writer = new ParticipantWriter(out, person).name().references().address();
    rejections(answer, ofLevel);
    writer.taxonomy().birth();
    answer.dates().forEach(date -> ParticularsWriter.period(out, date));
    answer.benefits().forEach(this::benefit);
  }

  private void rejections(EligibilityAnswer answer, String ofLevel) {
    for (Rejection rejection : answer.rejections()) {
      if (rejection.level().equals(ofLevel)) {
        out.segment(
            "AAA", rejection.validity(), "", rejection.reasonCode(), rejection.followUpCode());
      }
    }
  }

  private void benefit(Benefit benefit) {
    var elements = new ArrayList<@Nullable String>();
    elements.add(benefit.kindCode());
    elements.add(benefit.coverageLevel());
    elements.add(out.repeated(benefit.serviceTypes()));
    elements.add(benefit.insuranceType());
    elements.add(out.text(benefit.planName()));
    elements.add(benefit.timePeriod());
    elements.add(benefit.amount() == null ? "" : benefit.amount().toX12());
    elements.add(benefit.percent() == null ? "" : benefit.percent().toPlainString());
    elements.add(benefit.countKind());
    elements.add(benefit.count() == null ? "" : benefit.count().toPlainString());
    elements.add(benefit.authorizationRequired());
    elements.add(benefit.inNetwork());
    elements.add(out.composite(benefit.procedure().stream().map(out::text).toArray(String[]::new)));
    out.segment("EB", elements.toArray(String[]::new));
    for (var delivery : benefit.deliveries()) {
      out.segment(
          "HSD",
          delivery.quantityKind(),
          delivery.quantity(),
          delivery.frequencyUnit(),
          delivery.frequency(),
          delivery.periodKind(),
          delivery.periods());
    }
    var particulars = new ParticularsWriter(out, benefit.particulars());
    particulars.references();
    particulars.periods();
    for (var rejection : benefit.rejections()) {
      out.segment(
          "AAA", rejection.validity(), "", rejection.reasonCode(), rejection.followUpCode());
    }
    benefit.messages().forEach(message -> out.segment("MSG", out.text(message)));
    for (Benefit.Setting setting : benefit.settings()) {
      out.segment(
          "III", setting.list(), setting.code(), setting.category(), out.text(setting.words()));
    }
    for (Participant provider : benefit.providers()) {
      out.segment("LS", "2120");
      new ParticipantWriter(out, provider).name().references().address().contacts().taxonomy();
      out.segment("LE", "2120");
    }
  }
}
