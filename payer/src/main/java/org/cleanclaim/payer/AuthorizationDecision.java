package org.cleanclaim.payer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.authorization.AuthorizationReview.Rejection;
import org.cleanclaim.kernel.authorization.ReviewItem;
import org.cleanclaim.kernel.authorization.ReviewItem.Decision;
import org.cleanclaim.kernel.authorization.ReviewItem.RequestedService;
import org.cleanclaim.kernel.authorization.ReviewItem.Trace;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Participant;
import org.jspecify.annotations.Nullable;

/// What the payer says when it is asked for its leave (278). It wants to be asked about the codes
/// of its book; needs a diagnosis to decide; and gives no more units of a code at once than
/// [#MOST_UNITS].
final class AuthorizationDecision {
  /// So many at once; who needs more asks again.
  static final BigDecimal MOST_UNITS = BigDecimal.valueOf(12);

  private static final String SERVICE_DAYS = "472";

  private AuthorizationDecision() {}

  /// @param numbers gives the payer's next number
  static AuthorizationReview answer(
      PayerBook book, AuthorizationReview asked, LocalDate today, Supplier<String> numbers) {
    var subscriber = asked.subscriber();
    Member member =
        subscriber == null || subscriber.id() == null
            ? null
            : book.member(new MemberId(subscriber.id())).orElse(null);
    if (member == null) {
      return answer(asked, List.of(new Rejection("22", "75", "C")), List.of());
    }
    var events = new ArrayList<ReviewItem>();
    for (ReviewItem event : asked.events()) events.add(event(book, member, event, today, numbers));
    return answer(asked, List.of(), events);
  }

  private static AuthorizationReview answer(
      AuthorizationReview asked, List<Rejection> rejections, List<ReviewItem> events) {
    return new AuthorizationReview(
        true,
        asked.reference(),
        asked.reviewer(),
        asked.requester() == null ? null : named(asked.requester()),
        asked.subscriber(),
        asked.dependent(),
        rejections,
        events);
  }

  private static Participant named(Participant who) {
    return Participant.of(who.entity(), who.name(), who.idQualifier(), who.id());
  }

  private static ReviewItem event(
      PayerBook book, Member member, ReviewItem event, LocalDate today, Supplier<String> numbers) {
    var services = new ArrayList<ReviewItem>();
    boolean hasDiagnosis = !event.codes().isEmpty();
    String number = null;
    for (ReviewItem service : event.services()) {
      String code = decision(book, member, service, today, hasDiagnosis);
      boolean isGiven = code.equals("A1") || code.equals("A6");
      if (isGiven && number == null) number = numbers.get();
      services.add(service(service, code, isGiven ? number : null));
    }
    var traces =
        event.traces().stream().map(t -> new Trace("2", t.number(), t.originator())).toList();
    return new ReviewItem(
        traces,
        event.asked(),
        null,
        List.of(),
        null,
        null,
        null,
        Particulars.NONE,
        hasDiagnosis ? List.of() : List.of("A diagnosis is needed to decide"),
        List.of(),
        List.of(),
        services);
  }

  private static String decision(
      PayerBook book, Member member, ReviewItem item, LocalDate today, boolean hasDiagnosis) {
    var day = day(item);
    if (!member.coverage().contains(day == null ? today : day)) return "A3";
    var service = item.service();
    if (service == null || !isRequired(book, service)) return "NA";
    if (!hasDiagnosis) return "A4";
    return units(service).compareTo(MOST_UNITS) > 0 ? "A6" : "A1";
  }

  private static boolean isRequired(PayerBook book, RequestedService service) {
    return service.procedure().size() > 1
        && ProcedureCode.parse(service.procedure().get(1))
            .filter(book.authorizationRequired()::contains)
            .isPresent();
  }

  private static @Nullable LocalDate day(ReviewItem item) {
    return item.particulars().dates().stream()
        .filter(date -> date.qualifier().equals(SERVICE_DAYS))
        .map(QualifiedDate::from)
        .findFirst()
        .orElse(null);
  }

  private static BigDecimal units(RequestedService service) {
    try {
      return service.quantity() == null ? BigDecimal.ONE : new BigDecimal(service.quantity());
    } catch (NumberFormatException e) {
      return BigDecimal.ONE;
    }
  }

  private static ReviewItem service(ReviewItem asked, String code, @Nullable String number) {
    var wanted = asked.service();
    RequestedService given = wanted;
    if (wanted != null && code.equals("A6")) {
      given =
          new RequestedService(
              wanted.segment(),
              wanted.revenueCode(),
              wanted.procedure(),
              wanted.amount(),
              wanted.unit(),
              MOST_UNITS.toPlainString());
    }
    return new ReviewItem(
        asked.traces().stream().map(t -> new Trace("2", t.number(), t.originator())).toList(),
        null,
        new Decision(code, number, null),
        List.of(),
        null,
        given,
        null,
        asked.particulars(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
