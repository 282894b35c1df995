package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects another payer of the claim (loops 2320 and 2330).
final class OtherCoverageAssembly {
  private final Segment sbr;
  private final Faults faults;
  private final Values values;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private @Nullable Money paid;
  private @Nullable Money patientOwes;
  private PartyName subscriberName = new OrganizationName("");
  private @Nullable MemberId memberId;
  private @Nullable Address address;
  private String payerName = "";
  private String payerId = "";
  private @Nullable String payerNumber;
  private String entity = "";

  OtherCoverageAssembly(Segment sbr, Faults faults) {
    this.sbr = sbr;
    this.faults = faults;
    this.values = new Values(faults);
  }

  void take(Segment segment) {
    switch (segment.id()) {
      case "CAS" -> adjustments.addAll(Adjustments.read(segment, values, faults));
      case "AMT" -> {
        if (segment.element(1).equals("D")) paid = values.money(segment, 2);
        if (segment.element(1).equals("EAF")) patientOwes = values.money(segment, 2);
      }
      case "NM1" -> {
        entity = segment.element(1);
        if (entity.equals("IL")) {
          subscriberName = Values.name(segment);
          memberId = MemberId.parse(segment.element(9)).orElse(null);
        } else if (entity.equals("PR")) {
          payerName = segment.element(3);
          payerId = segment.element(9);
        }
      }
      case "N3", "N4" -> {
        if (entity.equals("IL")) address = Parties.address(segment, address);
      }
      case "REF" -> {
        if (entity.equals("PR") && segment.element(1).equals("F8")) {
          payerNumber = Values.orNull(segment.element(2));
        }
      }
      default -> {}
    }
  }

  OtherCoverage build() {
    return new OtherCoverage(
        new Subscriber(
            subscriberName,
            memberId,
            null,
            Sex.UNKNOWN,
            address,
            PayerSequence.ofCode(sbr.element(1)).orElse(PayerSequence.SECONDARY),
            FilingIndicator.ofCode(sbr.element(9)).orElse(null),
            Values.orNull(sbr.element(3)),
            Values.orNull(sbr.element(4))),
        Relationship.ofCode(sbr.element(2)).orElse(Relationship.UNKNOWN),
        new ClaimPayer(payerName, PayerId.parse(payerId).orElse(new PayerId("??")), null),
        paid,
        patientOwes,
        payerNumber,
        adjustments);
  }
}
