package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.app.authorization.AuthorizationRequest.Outcome;
import org.cleanclaim.app.coverage.PayerRefusal;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.authorization.AuthorizationReview.Rejection;
import org.cleanclaim.kernel.authorization.ReviewItem;
import org.cleanclaim.kernel.authorization.ReviewItem.Decision;
import org.jspecify.annotations.Nullable;

/// A payer's answer to a request (278) as the practice uses it.
///
/// @param number the payer's, null when it gave none
/// @param services that it certified; empty when it certified the event as a whole
/// @param units that it certified together, null when it counts none
/// @param from first day, null when it said none
/// @param through last day, null when it said none
/// @param sentences everything that it said, in words
record ReviewAnswer(
    Outcome outcome,
    @Nullable String number,
    List<ServiceRange> services,
    @Nullable BigDecimal units,
    @Nullable LocalDate from,
    @Nullable LocalDate through,
    List<String> sentences) {
  private static final Set<String> FIRST_DAYS = Set.of("472", "007", "AAH", "435");

  ReviewAnswer {
    services = List.copyOf(services);
    sentences = List.copyOf(sentences);
  }

  /// Reads an answer.
  static ReviewAnswer of(AuthorizationReview review) {
    var reading = new Reading();
    review.rejections().forEach(reading::refuse);
    for (ReviewItem event : review.events()) {
      reading.read(event, null);
      for (ReviewItem service : event.services()) reading.read(service, event.decision());
    }
    return reading.answer();
  }

  /// Our number of the question, null when the answer does not return it.
  static @Nullable String trace(AuthorizationReview review) {
    return review.events().stream()
        .flatMap(event -> Stream.concat(Stream.of(event), event.services().stream()))
        .flatMap(item -> item.traces().stream())
        .filter(trace -> trace.kind().equals("2"))
        .map(ReviewItem.Trace::number)
        .findFirst()
        .orElse(review.reference());
  }

  private static final class Reading {
    private final List<String> sentences = new ArrayList<>();
    private final Set<String> decisions = new HashSet<>();
    private final List<ServiceRange> services = new ArrayList<>();
    private boolean isRefused;
    private @Nullable String number;
    private @Nullable BigDecimal units;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;

    void refuse(Rejection rejection) {
      isRefused = true;
      sentences.add(PayerRefusal.of(rejection.reasonCode(), rejection.followUpCode()).sentence());
    }

    /// @param above the decision on the event, which holds for a service without one
    void read(ReviewItem item, @Nullable Decision above) {
      item.rejections().forEach(this::refuse);
      sentences.addAll(item.messages());
      var decision = item.decision() == null ? above : item.decision();
      if (decision == null) return;
      String code = decision.code();
      boolean isGiven = code.equals("A1") || code.equals("A2") || code.equals("A6");
      boolean isOfWholeEvent = item.service() == null && !item.services().isEmpty();
      if (!isOfWholeEvent) {
        decisions.add(code);
        sentences.add(sentence(item, decision));
      }
      if (!isGiven) return;
      if (decision.authorizationNumber() != null && number == null) {
        number = decision.authorizationNumber();
      }
      if (item.service() != null) take(item.service());
      days(item);
    }

    private void take(ReviewItem.RequestedService service) {
      if (service.procedure().size() > 1) {
        ServiceRange.of(service.procedure().get(1)).ifPresent(services::add);
      }
      BigDecimal more = number(service.quantity());
      if (more != null) units = units == null ? more : units.add(more);
    }

    private void days(ReviewItem item) {
      for (var date : item.particulars().dates()) {
        if (FIRST_DAYS.contains(date.qualifier())) {
          if (date.from() != null && (from == null || date.from().isBefore(from))) {
            from = date.from();
          }
          if (date.through() != null && (through == null || date.through().isAfter(through))) {
            through = date.through();
          }
        } else if (date.qualifier().equals("036")) {
          through = date.through();
        }
      }
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
      try {
        return text == null ? null : new BigDecimal(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    private static String sentence(ReviewItem item, Decision decision) {
      var service = item.service();
      String what =
          service == null || service.procedure().size() < 2
              ? "The request"
              : service.procedure().get(1)
                  + (service.quantity() == null ? "" : ", units " + service.quantity());
      String said =
          switch (decision.code()) {
            case "A1" -> "certified";
            case "A2" -> "certified in part";
            case "A3" -> "not certified";
            case "A4" -> "not decided yet";
            case "A6" -> "certified otherwise than asked";
            case "C" -> "cancelled";
            case "CT" -> "to be talked over with the payer";
            case "NA" -> "needs no authorization";
            default -> "answered with " + decision.code();
          };
      String reason = decision.reasonCode() == null ? "" : ", reason code " + decision.reasonCode();
      String number =
          decision.authorizationNumber() == null
              ? ""
              : ", number " + decision.authorizationNumber();
      return what + ": " + said + number + reason + ".";
    }

    ReviewAnswer answer() {
      return new ReviewAnswer(outcome(), number, services, units, from, through, sentences);
    }

    private Outcome outcome() {
      boolean isGiven = decisions.stream().anyMatch(Set.of("A1", "A2", "A6")::contains);
      // A certification without its number cannot go onto a claim.
      if (isGiven && number == null) return Outcome.CALL;
      if (isGiven) {
        return Set.of("A1", "NA").containsAll(decisions) && !isRefused
            ? Outcome.CERTIFIED
            : Outcome.MODIFIED;
      }
      if (decisions.contains("A4")) return Outcome.PENDED;
      if (decisions.contains("A3") || decisions.contains("C")) return Outcome.DENIED;
      if (decisions.contains("CT")) return Outcome.CALL;
      if (decisions.contains("NA")) return Outcome.NOT_NEEDED;
      return isRefused ? Outcome.REFUSED : Outcome.CALL;
    }
  }
}
