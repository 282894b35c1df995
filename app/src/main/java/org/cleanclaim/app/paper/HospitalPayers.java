package org.cleanclaim.app.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.jspecify.annotations.Nullable;

/// The lines A, B and C of the UB-04, one for each payer in their order (form locators 50 to 65).
/// Medicare wants its name as the one word, whoever its contractor is (Medicare Claims Processing
/// Manual, CMS Pub. 100-04, chapter 25, section 75).
final class HospitalPayers {
  private record Turn(
      ClaimPayer payer,
      Subscriber subscriber,
      Relationship relationship,
      String release,
      boolean assigns,
      @Nullable Money paid,
      @Nullable String authorization,
      @Nullable String control) {}

  private final Claim claim;
  private final FormPen pen;

  HospitalPayers(Claim claim, FormPen pen) {
    this.claim = claim;
    this.pen = pen;
  }

  void fill() {
    var npi = claim.billingProvider().npi();
    pen.put("npi", npi == null ? null : npi.value());
    var turns = turns();
    for (int i = 0; i < turns.size(); i++) turn(i, turns.get(i));
  }

  private List<Turn> turns() {
    var turns = new ArrayList<Turn>();
    turns.add(
        new Turn(
            claim.payer(),
            claim.subscriber(),
            claim.patient().relationship(),
            claim.releaseOfInformation(),
            claim.assignsBenefits(),
            null,
            claim.authorizationNumber() != null
                ? claim.authorizationNumber()
                : claim.referralNumber(),
            claim.payerClaimControlNumber()));
    for (var other : claim.otherCoverages()) {
      turns.add(
          new Turn(
              other.payer(),
              other.subscriber(),
              other.relationship(),
              other.releaseOfInformation(),
              other.assignsBenefits(),
              other.paid(),
              null,
              other.payerClaimControlNumber()));
    }
    turns.sort(Comparator.comparing(t -> t.subscriber().sequence()));
    return turns;
  }

  private void turn(int at, Turn turn) {
    var subscriber = turn.subscriber();
    var filing = subscriber.filing();
    boolean isMedicare = filing != null && filing.isMedicare();
    pen.put("payer", at, isMedicare ? "MEDICARE" : FormWords.bare(turn.payer().name()));
    pen.put("plan", at, turn.payer().id().value());
    pen.put("release", at, turn.release());
    pen.put("assigned", at, turn.assigns() ? "Y" : "N");
    if (turn.paid() != null) pen.money("paid", "paidCents", at, turn.paid());
    pen.put("insured", at, FormWords.comma(subscriber.name()));
    pen.put("relation", at, turn.relationship().code());
    pen.put("member", at, subscriber.memberId() == null ? null : subscriber.memberId().value());
    pen.put("groupName", at, subscriber.groupName());
    pen.put("groupNumber", at, subscriber.groupNumber());
    pen.put("authorization", at, turn.authorization());
    pen.put("control", at, turn.control());
  }
}
