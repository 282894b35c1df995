package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.authorization.ReviewItem.Trace;
import org.cleanclaim.kernel.eligibility.AnswerParties;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Rejection;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.EligibilityAnswers;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads 271 answers, one for each subscriber or dependent, or one for a payer or provider that was
/// refused.
final class EligibilityAnswerReader {
  private static final String PAYER = "20";
  private static final String RECEIVER = "21";
  private static final String SUBSCRIBER = "22";
  private static final String DEPENDENT = "23";

  private final Transaction.Header header;
  private final List<Segment> segments;
  private final Values values;
  private final List<EligibilityAnswer> answers = new ArrayList<>();

  private String level = "";
  private @Nullable ParticipantBuilder payer;
  private @Nullable ParticipantBuilder receiver;
  private @Nullable ParticipantBuilder subscriber;
  private @Nullable ParticipantBuilder dependent;
  private @Nullable ParticipantBuilder named;
  private List<Trace> traces = new ArrayList<>();
  private ParticularsCollector dates;
  private final List<Rejection> upperRejections = new ArrayList<>();
  private List<Rejection> rejections = new ArrayList<>();
  private final List<Benefit> benefits = new ArrayList<>();
  private @Nullable BenefitAssembly benefit;
  private boolean isAnswered;

  EligibilityAnswerReader(Transaction.Header header, List<Segment> segments, Faults faults) {
    this.header = header;
    this.segments = segments;
    this.values = new Values(faults);
    this.dates = new ParticularsCollector(values);
  }

  Transaction read() {
    segments.forEach(this::take);
    finish();
    finishUpper();
    return new EligibilityAnswers(header, answers);
  }

  private void take(Segment segment) {
    if (segment.is("HL")) {
      level(segment.element(3));
    } else if (segment.is("EB")) {
      finishBenefit();
      benefit = new BenefitAssembly(segment.keep(), values);
    } else if (benefit != null) {
      benefit.take(segment);
    } else {
      ofLevel(segment);
    }
  }

  private void level(String code) {
    finish();
    level = code;
    named = null;
    switch (code) {
      case PAYER -> {
        finishUpper();
        payer = null;
        receiver = null;
        subscriber = null;
        dependent = null;
      }
      case RECEIVER -> {
        receiver = null;
        subscriber = null;
        dependent = null;
      }
      case SUBSCRIBER -> {
        subscriber = null;
        dependent = null;
      }
      default -> dependent = null;
    }
  }

  private void ofLevel(Segment segment) {
    switch (segment.id()) {
      case "TRN" ->
          traces.add(
              new Trace(
                  segment.element(1),
                  segment.element(2),
                  segment.element(3),
                  Values.orNull(segment.element(4))));
      case "NM1" -> name(segment);
      case "AAA" -> rejection(segment);
      case "DTP" -> dates.take(segment);
      default -> {
        if (named != null) named.take(segment);
      }
    }
  }

  private void name(Segment nm1) {
    named = new ParticipantBuilder(nm1, values);
    switch (level) {
      case PAYER -> payer = named;
      case RECEIVER -> receiver = named;
      case SUBSCRIBER -> subscriber = named;
      case DEPENDENT -> dependent = named;
      default -> {}
    }
  }

  private void rejection(Segment aaa) {
    String where =
        switch (level) {
          case PAYER -> payer == null ? "transaction" : "payer";
          case RECEIVER -> "provider";
          case SUBSCRIBER -> "subscriber";
          case DEPENDENT -> "dependent";
          default -> "transaction";
        };
    var rejection =
        new Rejection(where, aaa.element(1), aaa.element(3), Values.orNull(aaa.element(4)));
    if (isPerson()) {
      rejections.add(rejection);
    } else {
      upperRejections.add(rejection);
    }
  }

  private boolean isPerson() {
    return level.equals(SUBSCRIBER) || level.equals(DEPENDENT);
  }

  private void finishBenefit() {
    if (benefit != null) benefits.add(benefit.build());
    benefit = null;
  }

  private void finish() {
    finishBenefit();
    boolean hasContent = isPerson() && (!benefits.isEmpty() || !rejections.isEmpty());
    if (hasContent) answer();
    if (hasContent || level.equals(DEPENDENT)) {
      traces = new ArrayList<>();
      dates = new ParticularsCollector(values);
    }
    benefits.clear();
    rejections = new ArrayList<>();
  }

  /// A payer or provider that was refused is an answer, when nobody is answered below it.
  private void finishUpper() {
    if (!upperRejections.isEmpty() && !isAnswered) answer();
    upperRejections.clear();
    isAnswered = false;
  }

  private void answer() {
    isAnswered = true;
    var all = new ArrayList<>(upperRejections);
    all.addAll(rejections);
    answers.add(
        new EligibilityAnswer(
            traces,
            new AnswerParties(built(payer), built(receiver), built(subscriber), built(dependent)),
            EligibilityAnswer.status(benefits, all),
            dates.build().dates(),
            benefits,
            all));
  }

  private static @Nullable Participant built(@Nullable ParticipantBuilder builder) {
    return builder == null ? null : builder.build();
  }
}
