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
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects another payer of the claim (loops 2320 and 2330).
final class OtherCoverageAssembly {
  private final Segment sbr;
  private final Values values;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private @Nullable Money paid;
  private @Nullable Money patientOwes;
  private PartyName subscriberName = new OrganizationName("");
  private @Nullable MemberId memberId;
  private @Nullable Address address;
  private String payerName = "";
  private PayerId payerId = Parties.NO_PAYER_ID;
  private String payerIdQualifier = "PI";
  private @Nullable Address payerAddress;
  private final List<Reference> subscriberReferences = new ArrayList<>(0);
  private @Nullable String payerNumber;
  private String entity = "";
  private boolean assignsBenefits = true;
  private String release = "Y";
  private @Nullable String signatureSource;
  private final List<String> remarks = new ArrayList<>();
  private final List<Parties.ProviderBuilder> providers = new ArrayList<>();
  private final ParticularsCollector particulars;

  OtherCoverageAssembly(Segment sbr, Values values) {
    this.sbr = sbr;
    this.values = values;
    this.particulars = new ParticularsCollector(values);
  }

  void take(Segment segment) {
    switch (segment.id()) {
      case "CAS" -> adjustments.addAll(Adjustments.read(segment, values));
      case "AMT" -> amount(segment);
      case "OI" -> {
        assignsBenefits = segment.elementIs(3, "Y");
        signatureSource = Values.orNull(segment.element(4));
        release = segment.element(6).isEmpty() ? "Y" : segment.element(6);
      }
      case "MIA" -> Outcomes.inpatient(segment, particulars, remarks);
      case "MOA" -> Outcomes.outpatient(segment, particulars, remarks);
      case "NM1" -> name(segment);
      case "N3", "N4" -> {
        if (entity.equals("IL")) address = Parties.address(segment, address);
        if (entity.equals("PR")) payerAddress = Parties.address(segment, payerAddress);
      }
      case "REF" -> reference(segment);
      default -> particulars.take(segment);
    }
  }

  private void amount(Segment amt) {
    switch (amt.element(1)) {
      case "D" -> paid = values.money(amt, 2);
      case "EAF" -> patientOwes = values.money(amt, 2);
      default -> particulars.take(amt);
    }
  }

  private void name(Segment nm1) {
    entity = nm1.element(1);
    switch (entity) {
      case "IL" -> {
        subscriberName = Values.name(nm1);
        memberId = MemberId.parse(nm1.element(9)).orElse(null);
      }
      case "PR" -> {
        payerName = nm1.element(3);
        payerId = values.payerId(nm1, 9);
        if (!nm1.isEmpty(8)) payerIdQualifier = nm1.element(8);
      }
      default ->
          ProviderRole.ofCode(entity)
              .ifPresent(role -> providers.add(new Parties.ProviderBuilder(role, nm1, values)));
    }
  }

  private void reference(Segment ref) {
    if (!providers.isEmpty() && !entity.equals("PR") && !entity.equals("IL")) {
      providers.getLast().take(ref);
    } else if (entity.equals("PR") && ref.elementIs(1, "F8")) {
      payerNumber = Values.orNull(ref.element(2));
    } else if (entity.equals("IL")) {
      subscriberReferences.add(new Reference(ref.element(1), ref.element(2)));
    } else {
      particulars.reference(ref);
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
            Values.orNull(sbr.element(4)),
            Values.orNull(sbr.element(5)),
            subscriberReferences),
        Relationship.ofCode(sbr.element(2)).orElse(Relationship.UNKNOWN),
        new ClaimPayer(payerName, payerId, payerAddress, payerIdQualifier, List.of()),
        paid,
        patientOwes,
        payerNumber,
        adjustments,
        assignsBenefits,
        release,
        remarks,
        providers.stream().map(Parties.ProviderBuilder::build).toList(),
        particulars.build(),
        signatureSource);
  }
}
