package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.authorization.AuthorizationReview.Rejection;
import org.cleanclaim.kernel.authorization.ReviewItem;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads a 278, request or answer.
final class AuthorizationReader {
  private static final Participant NOBODY =
      Participant.of("", new OrganizationName(""), null, null);

  private final Values values;
  private boolean isAnswer;
  private String reference = "";
  private String level = "";
  private Participant reviewer = NOBODY;
  private @Nullable Participant requester;
  private @Nullable Participant subscriber;
  private @Nullable Participant dependent;
  private @Nullable ParticipantBuilder party;
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<ReviewItem> events = new ArrayList<>();
  private @Nullable ReviewItemAssembly event;
  private @Nullable ReviewItemAssembly service;

  private AuthorizationReader(Faults faults) {
    this.values = new Values(faults);
  }

  static Transaction read(Transaction.Header header, List<Segment> segments, Faults faults) {
    var reader = new AuthorizationReader(faults);
    segments.forEach(reader::take);
    reader.finishParty();
    reader.finishEvent();
    return new Transaction.AuthorizationReviewed(
        header,
        new AuthorizationReview(
            reader.isAnswer,
            reader.reference,
            reader.reviewer,
            reader.requester,
            reader.subscriber,
            reader.dependent,
            reader.rejections,
            reader.events));
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "BHT" -> {
        isAnswer = segment.elementIs(2, "11");
        reference = segment.element(3);
      }
      case "HL" -> level(segment);
      case "NM1" -> {
        finishParty();
        party = new ParticipantBuilder(segment, values);
      }
      case "AAA" -> rejection(segment);
      default -> {
        if (party != null) {
          party.take(segment);
        } else if (item() != null) {
          item().take(segment);
        }
      }
    }
  }

  private @Nullable ReviewItemAssembly item() {
    return service != null ? service : event;
  }

  private void level(Segment hl) {
    finishParty();
    level = hl.element(3);
    if (level.equals("EV")) {
      finishEvent();
      event = new ReviewItemAssembly(values);
    } else if (level.equals("SS") && event != null) {
      finishService();
      service = new ReviewItemAssembly(values);
    }
  }

  private void rejection(Segment aaa) {
    var rejection = new Rejection(level, aaa.element(3), Values.orNull(aaa.element(4)));
    if (item() != null) {
      item().reject(rejection);
    } else {
      rejections.add(rejection);
    }
  }

  private void finishParty() {
    if (party == null) return;
    Participant reviewed = party.build();
    party = null;
    switch (level) {
      case "20" -> reviewer = reviewed;
      case "21" -> requester = reviewed;
      case "22" -> subscriber = reviewed;
      case "23" -> dependent = reviewed;
      default -> {
        if (item() != null) item().provider(reviewed);
      }
    }
  }

  private void finishService() {
    if (service != null && event != null) event.service(service.build());
    service = null;
  }

  private void finishEvent() {
    finishService();
    if (event != null) events.add(event.build());
    event = null;
  }

  /// Collects one event or service.
  private static final class ReviewItemAssembly {
    private final Values values;
    private final ParticularsCollector particulars;
    private final List<ReviewItem.Trace> traces = new ArrayList<>();
    private ReviewItem.@Nullable Asked asked;
    private ReviewItem.@Nullable Decision decision;
    private final List<InformationCode> codes = new ArrayList<>();
    private ReviewItem.@Nullable Delivery delivery;
    private ReviewItem.@Nullable RequestedService requested;
    private @Nullable Admission admission;
    private final List<String> messages = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();
    private final List<Participant> providers = new ArrayList<>();
    private final List<ReviewItem> services = new ArrayList<>();

    ReviewItemAssembly(Values values) {
      this.values = values;
      this.particulars = new ParticularsCollector(values);
    }

    void reject(Rejection rejection) {
      refused.add(rejection);
    }

    void provider(Participant provider) {
      providers.add(provider);
    }

    void service(ReviewItem item) {
      services.add(item);
    }

    void take(Segment segment) {
      switch (segment.id()) {
        case "TRN" ->
            traces.add(
                new ReviewItem.Trace(
                    segment.element(1),
                    segment.element(2),
                    segment.element(3),
                    Values.orNull(segment.element(4))));
        case "UM" ->
            asked =
                new ReviewItem.Asked(
                    segment.element(1),
                    Values.orNull(segment.element(2)),
                    Values.orNull(segment.element(3)),
                    Values.orNull(segment.component(4, 1)),
                    Values.orNull(segment.component(4, 2)),
                    Values.orNull(segment.element(6)),
                    Values.orNull(segment.element(9)),
                    Values.orNull(segment.element(10)));
        case "CL1" ->
            admission =
                new Admission(
                    Values.orNull(segment.element(1)),
                    Values.orNull(segment.element(2)),
                    Values.orNull(segment.element(3)));
        case "HCR" ->
            decision =
                new ReviewItem.Decision(
                    segment.element(1),
                    Values.orNull(segment.element(2)),
                    Values.orNull(segment.element(3)));
        case "HI" -> codes(segment);
        case "HSD" ->
            delivery =
                new ReviewItem.Delivery(
                    Values.orNull(segment.element(1)),
                    Values.orNull(segment.element(2)),
                    Values.orNull(segment.element(3)),
                    Values.orNull(segment.element(4)),
                    Values.orNull(segment.element(5)),
                    Values.orNull(segment.element(6)));
        case "MSG" -> messages.add(segment.element(1));
        case "SV1", "SV2", "SV3" -> requested(segment);
        default -> particulars.take(segment);
      }
    }

    private void requested(Segment sv) {
      boolean isInstitutional = sv.is("SV2");
      int procedure = isInstitutional ? 2 : 1;
      int amount = procedure + 1;
      boolean isDental = sv.is("SV3");
      requested =
          new ReviewItem.RequestedService(
              sv.id(),
              isInstitutional ? Values.orNull(sv.element(1)) : null,
              sv.isEmpty(procedure) ? List.of() : sv.components(procedure),
              Values.orNull(sv.element(amount)),
              isDental ? null : Values.orNull(sv.element(amount + 1)),
              Values.orNull(sv.element(isDental ? 6 : amount + 2)));
    }

    private void codes(Segment hi) {
      for (int element = 1; element <= hi.elementCount(); element++) {
        String list = hi.component(element, 1);
        if (list.isEmpty()) continue;
        String date = hi.component(element, 4);
        codes.add(
            new InformationCode(
                InformationCode.Kind.ofList(list),
                list,
                hi.component(element, 2),
                date.isEmpty() ? null : values.fromText(hi, element, date),
                date.isEmpty() ? null : values.throughText(hi, element, date),
                null,
                null));
      }
    }

    ReviewItem build() {
      return new ReviewItem(
          traces,
          asked,
          decision,
          codes,
          delivery,
          requested,
          admission,
          particulars.build(),
          messages,
          refused,
          providers,
          services);
    }
  }
}
