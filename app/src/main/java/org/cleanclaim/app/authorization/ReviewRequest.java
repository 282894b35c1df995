package org.cleanclaim.app.authorization;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.authorization.ReviewItem;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A need as the request that goes to the payer (278, 005010X217): one event with its services.
final class ReviewRequest {
  private ReviewRequest() {}

  /// @param trace our number, which comes back in the answer
  static AuthorizationReview of(
      String trace,
      Organization practice,
      String payerName,
      PayerId payerNumber,
      Patient patient,
      Coverage coverage,
      AuthorizationNeed need) {
    boolean isSelf = coverage.relationship() == Relationship.SELF;
    var self = person(isSelf ? "IL" : "QC", patient.name(), null, patient);
    var subscriber =
        isSelf || coverage.subscriberName() == null
            ? person("IL", patient.name(), coverage.memberId().value(), patient)
            : subscriber(coverage.subscriberName(), coverage);
    return new AuthorizationReview(
        false,
        trace,
        Participant.of("X3", new OrganizationName(payerName), "PI", payerNumber.value()),
        Participant.of("1P", new OrganizationName(practice.name()), "XX", practice.npi().value()),
        subscriber,
        isSelf ? null : self,
        List.of(),
        List.of(event(trace, practice, need)));
  }

  private static ReviewItem event(String trace, Organization practice, AuthorizationNeed need) {
    var codes = new ArrayList<InformationCode>();
    for (String diagnosis : need.diagnoses()) {
      String list = codes.isEmpty() ? "ABK" : "ABF";
      codes.add(
          new InformationCode(
              InformationCode.Kind.ofList(list),
              list,
              diagnosis.replace(".", ""),
              null,
              null,
              null,
              null));
    }
    String note = need.note();
    return new ReviewItem(
        List.of(new ReviewItem.Trace("1", trace, "9" + practice.npi().value().substring(1))),
        new ReviewItem.Asked(
            need.kind() == AuthorizationKind.REFERRAL ? "SC" : "HS",
            "I",
            "1",
            need.place() == null ? null : need.place().value(),
            need.place() == null ? null : "B",
            need.urgency() == null ? null : need.urgency().code(),
            "Y",
            null),
        null,
        codes,
        null,
        null,
        null,
        Particulars.NONE,
        note == null ? List.of() : List.of(note),
        List.of(),
        List.of(),
        need.services().stream().map(service -> service(service, need)).toList());
  }

  private static ReviewItem service(AuthorizationNeed.Service service, AuthorizationNeed need) {
    var days = new QualifiedDate("472", need.from(), need.through(), null);
    return new ReviewItem(
        List.of(),
        null,
        null,
        List.of(),
        null,
        new ReviewItem.RequestedService(
            "SV1",
            null,
            List.of("HC", service.procedure().value()),
            null,
            "UN",
            service.units().stripTrailingZeros().toPlainString()),
        null,
        new Particulars(
            List.of(days), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Participant subscriber(PartyName name, Coverage coverage) {
    return new Participant(
        "IL",
        name,
        "MI",
        coverage.memberId().value(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        coverage.subscriberBornOn(),
        coverage.subscriberBornOn() == null ? null : coverage.subscriberSex());
  }

  private static Participant person(
      String entity, PartyName name, @Nullable String memberId, Patient patient) {
    return new Participant(
        entity,
        name,
        memberId == null ? null : "MI",
        memberId,
        null,
        List.of(),
        List.of(),
        null,
        null,
        patient.bornOn(),
        patient.sex() == Sex.UNKNOWN ? null : patient.sex());
  }
}
