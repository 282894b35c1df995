package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects a subscriber level (2000B) and the patient level below it (2000C), when there is one.
final class InsuredPartyBuilder {
  private final Values values;
  private PayerSequence sequence = PayerSequence.PRIMARY;
  private Relationship relationship = Relationship.SELF;
  private @Nullable String groupNumber;
  private @Nullable String groupName;
  private @Nullable FilingIndicator filing;
  private Person subscriber = new Person();
  private @Nullable Person patient;
  private String payerName = "";
  private PayerId payerId = Parties.NO_PAYER_ID;
  private String payerIdQualifier = "PI";
  private @Nullable String insuranceType;
  private List<Reference> payerReferences = List.of();
  private List<Reference> subscriberReferences = List.of();
  private @Nullable Address payerAddress;
  private @Nullable String casualtyNumber;
  private String entity = "";

  private static final class Person {
    PartyName name = new OrganizationName("");
    @Nullable MemberId memberId;
    @Nullable LocalDate bornOn;
    Sex sex = Sex.UNKNOWN;
    @Nullable Address address;
  }

  InsuredPartyBuilder(Values values) {
    this.values = values;
  }

  void beginPatient() {
    patient = new Person();
    entity = "";
    casualtyNumber = null;
  }

  void take(Segment segment) {
    switch (segment.id()) {
      case "SBR" -> {
        sequence = PayerSequence.ofCode(segment.element(1)).orElse(PayerSequence.PRIMARY);
        if (!segment.element(2).isEmpty()) {
          relationship = Relationship.ofCode(segment.element(2)).orElse(Relationship.UNKNOWN);
        }
        groupNumber = Values.orNull(segment.element(3));
        groupName = Values.orNull(segment.element(4));
        insuranceType = Values.orNull(segment.element(5));
        filing = FilingIndicator.ofCode(segment.element(9)).orElse(null);
      }
      case "PAT" -> {
        if (patient != null) {
          relationship = Relationship.ofCode(segment.element(1)).orElse(Relationship.UNKNOWN);
        }
      }
      case "NM1" -> name(segment);
      case "N3", "N4" -> address(segment);
      case "DMG" -> {
        Person person = current();
        person.bornOn = values.date(segment, 2);
        person.sex = Sex.ofCode(segment.element(3));
      }
      case "REF" -> {
        var reference = new Reference(segment.element(1), segment.element(2));
        if (reference.qualifier().equals("Y4")) {
          casualtyNumber = Values.orNull(segment.element(2));
        } else if (entity.equals("PR")) {
          payerReferences = Seldom.with(payerReferences, reference);
        } else if (entity.equals("IL")) {
          subscriberReferences = Seldom.with(subscriberReferences, reference);
        }
      }
      default -> {}
    }
  }

  private void name(Segment nm1) {
    entity = nm1.element(1);
    switch (entity) {
      case "IL", "QC" -> {
        Person person = current();
        person.name = Values.name(nm1);
        if (!nm1.isEmpty(9)) person.memberId = MemberId.parse(nm1.element(9)).orElse(null);
      }
      case "PR" -> {
        payerName = nm1.element(3);
        payerId = values.payerId(nm1, 9);
        if (!nm1.isEmpty(8)) payerIdQualifier = nm1.element(8);
      }
      default -> {}
    }
  }

  private void address(Segment segment) {
    switch (entity) {
      case "IL", "QC" -> {
        Person person = current();
        person.address = Parties.address(segment, person.address);
      }
      case "PR" -> payerAddress = Parties.address(segment, payerAddress);
      default -> {}
    }
  }

  private Person current() {
    return patient == null ? subscriber : patient;
  }

  Subscriber subscriber() {
    return new Subscriber(
        subscriber.name,
        subscriber.memberId,
        subscriber.bornOn,
        subscriber.sex,
        subscriber.address,
        sequence,
        filing,
        groupNumber,
        groupName,
        insuranceType,
        subscriberReferences);
  }

  ClaimPatient patient() {
    Person person = patient == null ? subscriber : patient;
    return new ClaimPatient(
        person.name,
        person.bornOn,
        person.sex,
        person.address,
        patient == null ? Relationship.SELF : relationship);
  }

  ClaimPayer payer() {
    return new ClaimPayer(payerName, payerId, payerAddress, payerIdQualifier, payerReferences);
  }

  @Nullable String casualtyNumber() {
    return casualtyNumber;
  }
}
