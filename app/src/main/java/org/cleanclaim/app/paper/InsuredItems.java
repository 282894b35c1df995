package org.cleanclaim.app.paper;

import static org.cleanclaim.app.paper.FormWords.bare;
import static org.cleanclaim.app.paper.FormWords.comma;

import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.Relationship;

/// The items of the CMS-1500 about the insured and other insurance (4, 6, 7, 9, 10d, 11) as all
/// payers but Medicare want them (NUCC 1500 instructions, 02/12).
final class InsuredItems {
  private final Claim claim;
  private final FormPen pen;

  InsuredItems(Claim claim, FormPen pen) {
    this.claim = claim;
    this.pen = pen;
  }

  void fill() {
    var subscriber = claim.subscriber();
    pen.put("insured", comma(subscriber.name()));
    pen.cross(relation(claim.patient().relationship()));
    pen.address(subscriber.address(), "insuredStreet", "insuredCity", "insuredState", "insuredZip");
    other();
    pen.put(
        "claimCodes",
        claim.informationCodes(InformationCode.Kind.CONDITION).stream()
            .map(InformationCode::code)
            .collect(Collectors.joining(" ")));
    pen.put("groupNumber", subscriber.groupNumber());
    pen.threeParts("insuredBorn", subscriber.bornOn());
    pen.sex(subscriber.sex(), "insuredMale", "insuredFemale");
    if (claim.propertyCasualtyClaimNumber() != null) {
      pen.put("otherIdKind", "Y4");
      pen.put("otherId", claim.propertyCasualtyClaimNumber());
    }
    pen.put("planName", subscriber.groupName());
  }

  /// The box for what the patient is to an insured.
  static String relation(Relationship relationship) {
    return switch (relationship) {
      case SELF -> "self";
      case SPOUSE -> "spouse";
      case CHILD -> "child";
      case EMPLOYEE, ORGAN_DONOR, CADAVER_DONOR, LIFE_PARTNER, OTHER, UNKNOWN -> "relative";
    };
  }

  private void other() {
    Optional<OtherCoverage> other = claim.otherCoverages().stream().findFirst();
    pen.either("another", "noOther", other.isPresent());
    if (other.isEmpty()) return;
    var insured = other.get().subscriber();
    pen.put("otherInsured", comma(insured.name()));
    pen.put("otherGroup", FormWords.policy(insured));
    pen.put(
        "otherPlan",
        insured.groupName() != null ? insured.groupName() : bare(other.get().payer().name()));
    claim.otherCoverages().stream()
        .skip(1)
        .forEach(more ->
            pen.leave(
                "otherInsured",
                "Other insured: the form has room for one, so %s is not on it."
                    .formatted(more.payer().name())));
  }
}
