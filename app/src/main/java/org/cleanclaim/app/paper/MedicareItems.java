package org.cleanclaim.app.paper;

import static org.cleanclaim.app.paper.FormWords.bare;
import static org.cleanclaim.app.paper.FormWords.comma;

import java.util.Comparator;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.Relationship;

/// The items of the CMS-1500 about the insured and other insurance (4, 6, 7, 9, 10d, 11) as
/// Medicare wants them: they are about the insurance that pays before Medicare, and empty but for
/// the word NONE when there is none. Supplemental insurance is not listed; item 9 is for Medigap
/// policies whose benefits are assigned, which are not registered as such. Source: Medicare Claims
/// Processing Manual (CMS Pub. 100-04), chapter 26, sections 10.2 and 10.3.
final class MedicareItems {
  private static final String SAME = "SAME";

  private final Claim claim;
  private final FormPen pen;

  MedicareItems(Claim claim, FormPen pen) {
    this.claim = claim;
    this.pen = pen;
  }

  void fill() {
    medicaid();
    var before = before();
    if (before.isEmpty()) {
      pen.put("groupNumber", "NONE");
      return;
    }
    first(before.getFirst());
    before.stream()
        .skip(1)
        .forEach(more ->
            pen.leave(
                "groupNumber",
                "Item 11 has room for one insurance before Medicare, so %s is not on the form."
                    .formatted(more.payer().name())));
  }

  private List<OtherCoverage> before() {
    var own = claim.subscriber().sequence();
    return claim.otherCoverages().stream()
        .filter(other -> other.subscriber().sequence().compareTo(own) < 0)
        .sorted(Comparator.comparing(other -> other.subscriber().sequence()))
        .toList();
  }

  private void first(OtherCoverage first) {
    var insured = first.subscriber();
    boolean isPatient = first.relationship() == Relationship.SELF;
    pen.put("insured", isPatient ? SAME : comma(insured.name()));
    pen.cross(InsuredItems.relation(first.relationship()));
    var address = insured.address();
    if (isPatient || (address != null && address.equals(claim.patient().address()))) {
      pen.put("insuredStreet", SAME);
    } else {
      pen.address(address, "insuredStreet", "insuredCity", "insuredState", "insuredZip");
    }
    pen.put("groupNumber", FormWords.policy(insured));
    if (!isPatient) {
      pen.threeParts("insuredBorn", insured.bornOn());
      pen.sex(insured.sex(), "insuredMale", "insuredFemale");
    }
    pen.put(
        "planName", insured.groupName() != null ? insured.groupName() : bare(first.payer().name()));
  }

  // Item 10d is for the number of a patient who has Medicaid too, and for nothing else.
  private void medicaid() {
    claim.otherCoverages().stream()
        .map(OtherCoverage::subscriber)
        .filter(s -> s.filing() == FilingIndicator.MEDICAID && s.memberId() != null)
        .findFirst()
        .ifPresent(s -> pen.put("claimCodes", "MCD" + s.memberId().value()));
  }
}
