package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Rejection;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.EligibilityAnswers;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads 271 answers, one for each subscriber or dependent.
final class EligibilityAnswerReader {
  private final Transaction.Header header;
  private final List<Segment> segments;
  private final Values values;
  private final List<EligibilityAnswer> answers = new ArrayList<>();

  private String payerName = "";
  private @Nullable String payerId;
  private String level = "";
  private @Nullable String memberId;
  private @Nullable String trace;
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;
  private @Nullable LocalDate asOf;
  private List<Benefit> benefits = new ArrayList<>();
  private final List<Rejection> upperRejections = new ArrayList<>();
  private List<Rejection> rejections = new ArrayList<>();
  private boolean isPerson;

  EligibilityAnswerReader(Transaction.Header header, List<Segment> segments, Faults faults) {
    this.header = header;
    this.segments = segments;
    this.values = new Values(faults);
  }

  Transaction read() {
    segments.forEach(this::take);
    finish();
    if (answers.isEmpty() && !upperRejections.isEmpty()) {
      rejections.addAll(upperRejections);
      isPerson = true;
      finish();
    }
    return new EligibilityAnswers(header, answers);
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "HL" -> {
        finish();
        level = segment.element(3);
        isPerson = level.equals("22") || level.equals("23");
        if (level.equals("22")) memberId = null;
      }
      case "TRN" -> {
        if (trace == null || segment.element(1).equals("2"))
          trace = Values.orNull(segment.element(2));
      }
      case "NM1" -> {
        if (segment.element(1).equals("IL")) {
          memberId = Values.orNull(segment.element(9));
        } else if (level.equals("20")) {
          payerName = segment.element(3);
          payerId = Values.orNull(segment.element(9));
        }
      }
      case "AAA" -> rejection(segment);
      case "DTP" -> date(segment);
      case "EB" -> benefit(segment);
      case "MSG" -> {
        if (!benefits.isEmpty()) message(segment.element(1));
      }
      default -> {}
    }
  }

  private void rejection(Segment aaa) {
    String where =
        switch (level) {
          case "20" -> "payer";
          case "21" -> "provider";
          case "22" -> "subscriber";
          case "23" -> "dependent";
          default -> "transaction";
        };
    var rejection = new Rejection(where, aaa.element(3), Values.orNull(aaa.element(4)));
    if (isPerson) {
      rejections.add(rejection);
    } else {
      upperRejections.add(rejection);
    }
  }

  private void date(Segment dtp) {
    switch (dtp.element(1)) {
      case "346", "356", "348" -> from = values.from(dtp, 3);
      case "347", "357", "349" -> until = values.through(dtp, 3);
      case "291", "307" -> {
        asOf = values.from(dtp, 3);
        if (dtp.element(2).equals("RD8")) {
          from = values.from(dtp, 3);
          until = values.through(dtp, 3);
        }
      }
      default -> {}
    }
  }

  private void benefit(Segment eb) {
    BigDecimal percent = eb.element(8).isEmpty() ? null : values.quantity(eb, 8, BigDecimal.ZERO);
    benefits.add(
        new Benefit(
            eb.element(1),
            Values.orNull(eb.element(2)),
            eb.repetitions(3),
            Values.orNull(eb.element(4)),
            Values.orNull(eb.element(5)),
            Values.orNull(eb.element(6)),
            values.optionalMoney(eb, 7),
            percent,
            Values.orNull(eb.element(12)),
            List.of()));
  }

  private void message(String text) {
    var last = benefits.removeLast();
    var messages = new ArrayList<>(last.messages());
    messages.add(text);
    benefits.add(
        new Benefit(
            last.kindCode(),
            last.coverageLevel(),
            last.serviceTypes(),
            last.insuranceType(),
            last.planName(),
            last.timePeriod(),
            last.amount(),
            last.percent(),
            last.inNetwork(),
            messages));
  }

  private void finish() {
    boolean hasContent = isPerson && (!benefits.isEmpty() || !rejections.isEmpty());
    if (hasContent) {
      String plan =
          benefits.stream()
              .map(b -> b.planName() == null ? "" : b.planName())
              .filter(p -> !p.isEmpty())
              .findFirst()
              .orElse(null);
      EffectivePeriod coverage =
          from == null || (until != null && until.isBefore(from))
              ? null
              : new EffectivePeriod(from, until == null ? null : until.plusDays(1));
      answers.add(
          new EligibilityAnswer(
              trace,
              payerName,
              payerId,
              memberId,
              status(),
              plan,
              coverage,
              asOf,
              benefits,
              rejections));
    }
    if (isPerson && (hasContent || level.equals("23"))) {
      trace = null;
      from = null;
      until = null;
      asOf = null;
    }
    benefits = new ArrayList<>();
    rejections = new ArrayList<>();
  }

  private Status status() {
    if (benefits.stream().anyMatch(b -> b.kindCode().matches("[1-5]"))) return Status.ACTIVE;
    if (benefits.stream().anyMatch(b -> b.kindCode().matches("[6-8]"))) return Status.INACTIVE;
    return rejections.isEmpty() ? Status.UNKNOWN : Status.REJECTED;
  }
}
