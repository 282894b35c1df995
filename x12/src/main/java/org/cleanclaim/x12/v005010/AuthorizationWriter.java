package org.cleanclaim.x12.v005010;

import java.util.List;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.authorization.AuthorizationReview.Rejection;
import org.cleanclaim.kernel.authorization.ReviewItem;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// Writes requests for a payer's leave and their answers: 278, 005010X217, one transaction set
/// each.
public final class AuthorizationWriter {
  private static final String VERSION = "005010X217";

  private final SegmentWriter out;
  private final Levels levels;

  private AuthorizationWriter(SegmentWriter out) {
    this.out = out;
    this.levels = new Levels(out);
  }

  public static byte[] write(
      Envelope envelope, String groupNumber, List<AuthorizationReview> reviews) {
    return SegmentWriter.interchange(
        envelope, "HI", groupNumber, VERSION, out -> reviews(out, envelope, reviews));
  }

  static void reviews(SegmentWriter out, Envelope envelope, List<AuthorizationReview> reviews) {
    for (AuthorizationReview review : reviews) {
      out.transaction("278", VERSION, () -> new AuthorizationWriter(out).review(envelope, review));
    }
  }

  private void review(Envelope envelope, AuthorizationReview review) {
    out.begin(envelope, "0007", review.isAnswer() ? "11" : "13", review.reference(), "");
    int parent = levels.open(0, "20", review.requester() != null);
    rejections(review.rejections(), "20");
    party(review.reviewer()).contacts();
    if (review.requester() != null) {
      parent = levels.open(parent, "21", review.subscriber() != null);
      party(review.requester()).contacts();
      rejections(review.rejections(), "21");
      new ParticipantWriter(out, review.requester()).taxonomy();
    }
    boolean hasEvents = !review.events().isEmpty();
    if (review.subscriber() != null) {
      parent = levels.open(parent, "22", review.dependent() != null || hasEvents);
      party(review.subscriber());
      rejections(review.rejections(), "22");
      new ParticipantWriter(out, review.subscriber()).birth();
    }
    if (review.dependent() != null) {
      parent = levels.open(parent, "23", hasEvents);
      party(review.dependent());
      rejections(review.rejections(), "23");
      new ParticipantWriter(out, review.dependent()).birth();
    }
    for (ReviewItem event : review.events()) {
      int own = levels.open(parent, "EV", !event.services().isEmpty());
      item(event, "EV");
      for (ReviewItem service : event.services()) {
        levels.open(own, "SS", false);
        item(service, "SS");
      }
    }
  }

  private ParticipantWriter party(Participant who) {
    return new ParticipantWriter(out, who).name().references().address();
  }

  private void rejections(List<Rejection> rejections, String ofLevel) {
    for (Rejection rejection : rejections) {
      if (rejection.level().equals(ofLevel)) {
        out.segment("AAA", "N", "", rejection.reasonCode(), rejection.followUpCode());
      }
    }
  }

  private void item(ReviewItem item, String ofLevel) {
    for (var trace : item.traces()) {
      out.segment(
          "TRN",
          trace.kind(),
          out.text(trace.number()),
          out.text(trace.originator()),
          out.text(trace.supplement()));
    }
    rejections(item.rejections(), ofLevel);
    asked(item.asked());
    if (item.decision() != null) {
      var decision = item.decision();
      out.segment(
          "HCR", decision.code(), out.text(decision.authorizationNumber()), decision.reasonCode());
    }
    var particulars = new ParticularsWriter(out, item.particulars());
    particulars.references();
    particulars.periods();
    codes(item.codes());
    service(item.service());
    if (item.delivery() != null) {
      var delivery = item.delivery();
      out.segment(
          "HSD",
          delivery.quantityKind(),
          delivery.quantity(),
          delivery.frequencyUnit(),
          delivery.frequency(),
          delivery.periodKind(),
          delivery.periods());
    }
    particulars.certifications();
    var admission = item.admission();
    if (admission != null) {
      out.segment("CL1", admission.typeCode(), admission.sourceCode(), admission.patientStatus());
    }
    particulars.attachments();
    for (String message : item.messages()) out.segment("MSG", out.text(message));
    item.providers().forEach(provider -> party(provider).contacts().taxonomy());
  }

  private void asked(ReviewItem.@Nullable Asked asked) {
    if (asked == null) return;
    out.segment(
        "UM",
        asked.category(),
        asked.certificationType(),
        asked.serviceType(),
        out.composite(asked.facilityCode(), asked.facilityList()),
        "",
        asked.urgency(),
        "",
        "",
        asked.releaseOfInformation(),
        asked.delayReason());
  }

  private void codes(List<InformationCode> codes) {
    if (codes.isEmpty()) return;
    out.segment(
        "HI",
        codes.stream()
            .map(code ->
                out.composite(
                    code.list(),
                    out.text(code.code()),
                    code.from() == null ? "" : "D8",
                    SegmentWriter.day(code.from())))
            .toArray(String[]::new));
  }

  private void service(ReviewItem.@Nullable RequestedService service) {
    if (service == null) return;
    String procedure =
        out.composite(service.procedure().stream().map(out::text).toArray(String[]::new));
    switch (service.segment()) {
      case "SV2" ->
          out.segment(
              "SV2",
              service.revenueCode(),
              procedure,
              service.amount(),
              service.unit(),
              service.quantity());
      case "SV3" -> out.segment("SV3", procedure, service.amount(), "", "", "", service.quantity());
      default ->
          out.segment("SV1", procedure, service.amount(), service.unit(), service.quantity());
    }
  }
}
