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
/// @param certified what it gave that has a number; one without cannot go onto a claim
/// @param refused services that it did not certify, or certifies no more
/// @param sentences everything that it said, in words
record ReviewAnswer(
    Outcome outcome,
    List<Certification> certified,
    List<ServiceRange> refused,
    List<String> sentences) {
  private static final Set<String> GIVEN = Set.of("A1", "A2", "A6");
  private static final Set<String> NOT_GIVEN = Set.of("A3", "C");
  private static final Set<String> FIRST_DAYS = Set.of("472", "007", "AAH", "435");

  ReviewAnswer {
    certified = List.copyOf(certified);
    refused = List.copyOf(refused);
    sentences = List.copyOf(sentences);
  }

  /// A file of questions was refused whole by the payer's system.
  static ReviewAnswer refusedWhole(String why) {
    return new ReviewAnswer(Outcome.REFUSED, List.of(), List.of(), List.of(why + "."));
  }

  String inWords() {
    return outcome.title() + ". " + String.join(" ", sentences);
  }

  /// Whether it does not certify a service of what stands.
  boolean refuses(AuthorizationEntry stands) {
    return stands.services().stream().anyMatch(one -> refused.stream().anyMatch(one::overlaps));
  }

  /// Whether it certifies a service of what stands.
  boolean certifies(AuthorizationEntry stands) {
    return stands.services().stream()
        .anyMatch(
            one -> certified.stream().flatMap(c -> c.services().stream()).anyMatch(one::overlaps));
  }

  /// Reads an answer.
  static ReviewAnswer of(AuthorizationReview review) {
    var reading = new Reading();
    review.rejections().forEach(reading::refuse);
    for (ReviewItem event : review.events()) {
      reading.read(event, null);
      for (ReviewItem service : event.services()) reading.read(service, event);
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

  /// First and last day that an item names.
  private record Days(@Nullable LocalDate from, @Nullable LocalDate through) {}

  private static final class Reading {
    private final List<String> sentences = new ArrayList<>();
    private final Set<String> decisions = new HashSet<>();
    private final List<Certification> certified = new ArrayList<>();
    private final List<ServiceRange> refused = new ArrayList<>();
    private boolean isRefused;

    void refuse(Rejection rejection) {
      isRefused = true;
      sentences.add(PayerRefusal.of(rejection.reasonCode(), rejection.followUpCode()).sentence());
    }

    /// @param event the event of a service, whose decision, number and days hold for what the
    ///   service does not say itself; null for an event
    void read(ReviewItem item, @Nullable ReviewItem event) {
      item.rejections().forEach(this::refuse);
      sentences.addAll(item.messages());
      Decision above = event == null ? null : event.decision();
      var decision = item.decision() == null ? above : item.decision();
      boolean isOfWholeEvent = item.service() == null && !item.services().isEmpty();
      if (decision == null || isOfWholeEvent) return;
      decisions.add(decision.code());
      String number =
          decision.authorizationNumber() == null && above != null
              ? above.authorizationNumber()
              : decision.authorizationNumber();
      boolean isGiven = GIVEN.contains(decision.code());
      sentences.add(sentence(item, decision, number, isGiven));
      if (isGiven) certified.add(certification(item, event, number));
      if (NOT_GIVEN.contains(decision.code())) refused.addAll(services(item));
    }

    private static List<ServiceRange> services(ReviewItem item) {
      var service = item.service();
      return service == null || service.procedure().size() < 2
          ? List.of()
          : ServiceRange.of(service.procedure().get(1)).stream().toList();
    }

    private static Certification certification(
        ReviewItem item, @Nullable ReviewItem event, @Nullable String number) {
      var own = days(item);
      var whole = event == null ? own : days(event);
      var service = item.service();
      return new Certification(
          number,
          services(item),
          service == null ? null : number(service.quantity()),
          own.from() == null ? whole.from() : own.from(),
          own.through() == null ? whole.through() : own.through());
    }

    private static Days days(ReviewItem item) {
      LocalDate from = null;
      LocalDate through = null;
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
      return new Days(from, through);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
      try {
        return text == null ? null : new BigDecimal(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    private static String sentence(
        ReviewItem item, Decision decision, @Nullable String given, boolean isGiven) {
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
          given != null ? ", number " + given : isGiven ? ", without a number: call the payer" : "";
      return what + ": " + said + number + reason + ".";
    }

    ReviewAnswer answer() {
      var numbered = certified.stream().filter(one -> one.number() != null).toList();
      return new ReviewAnswer(
          outcome(numbered), Certification.joined(numbered), refused, sentences);
    }

    private Outcome outcome(List<Certification> numbered) {
      if (!numbered.isEmpty()) {
        boolean isAsAsked =
            Set.of("A1", "NA").containsAll(decisions)
                && numbered.size() == certified.size()
                && !isRefused;
        return isAsAsked ? Outcome.CERTIFIED : Outcome.MODIFIED;
      }
      if (!certified.isEmpty()) return Outcome.CALL;
      if (decisions.contains("A4")) return Outcome.PENDED;
      if (decisions.contains("A3") || decisions.contains("C")) return Outcome.DENIED;
      if (decisions.contains("CT")) return Outcome.CALL;
      if (decisions.contains("NA")) return Outcome.NOT_NEEDED;
      return isRefused ? Outcome.REFUSED : Outcome.CALL;
    }
  }
}
