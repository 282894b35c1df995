package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry.Person;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.EligibilityInquiries;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads 270 questions.
final class EligibilityInquiryReader {
  private final Transaction.Header header;
  private final List<Segment> segments;
  private final Values values;
  private final List<EligibilityInquiry> inquiries = new ArrayList<>();

  private ClaimPayer payer = new ClaimPayer("", new PayerId("??"), null);
  private Provider provider =
      new Provider(
          ProviderRole.BILLING, new OrganizationName(""), null, null, null, null, null, List.of());
  private @Nullable PersonBuilder subscriber;
  private @Nullable PersonBuilder dependent;
  private @Nullable MemberId memberId;
  private Relationship relationship = Relationship.SELF;
  private String trace = "";
  private @Nullable String originator;
  private @Nullable LocalDate asOf;
  private List<String> serviceTypes = new ArrayList<>();
  private boolean isOpen;

  private static final class PersonBuilder {
    PartyName name = new OrganizationName("");
    @Nullable LocalDate bornOn;
    Sex sex = Sex.UNKNOWN;

    Person build() {
      return new Person(name, bornOn, sex);
    }
  }

  EligibilityInquiryReader(Transaction.Header header, List<Segment> segments, Faults faults) {
    this.header = header;
    this.segments = segments;
    this.values = new Values(faults);
  }

  Transaction read() {
    segments.forEach(this::take);
    finish();
    return new EligibilityInquiries(header, inquiries);
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "HL" -> level(segment.element(3));
      case "TRN" -> {
        trace = segment.element(2);
        String by = segment.element(3);
        originator = by.equals(EligibilityWriter.ORIGINATOR) ? null : Values.orNull(by);
      }
      case "NM1" -> name(segment);
      case "DMG" -> {
        PersonBuilder person = dependent == null ? subscriber : dependent;
        if (person != null) {
          person.bornOn = values.date(segment, 2);
          person.sex = Sex.ofCode(segment.element(3));
        }
      }
      case "INS" ->
          relationship = Relationship.ofCode(segment.element(2)).orElse(Relationship.OTHER);
      case "DTP" -> asOf = values.from(segment, 3);
      case "EQ" -> {
        isOpen = true;
        serviceTypes.addAll(segment.repetitions(1));
      }
      default -> {}
    }
  }

  private void level(String code) {
    switch (code) {
      case "22" -> {
        finish();
        subscriber = new PersonBuilder();
        dependent = null;
        memberId = null;
        relationship = Relationship.SELF;
      }
      case "23" -> {
        finish();
        dependent = new PersonBuilder();
        relationship = Relationship.CHILD;
      }
      default -> finish();
    }
  }

  private void name(Segment nm1) {
    switch (nm1.element(1)) {
      case "PR", "2B", "36", "GP", "P5" ->
          payer =
              new ClaimPayer(
                  nm1.element(3),
                  PayerId.parse(nm1.element(9)).orElse(Parties.NO_PAYER_ID),
                  null,
                  nm1.isEmpty(8) ? "PI" : nm1.element(8),
                  List.of());
      case "1P", "FA", "80" ->
          provider = new Parties.ProviderBuilder(ProviderRole.BILLING, nm1, values).build();
      case "IL" -> {
        if (subscriber != null) {
          subscriber.name = Values.name(nm1);
          memberId = MemberId.parse(nm1.element(9)).orElse(null);
        }
      }
      case "03" -> {
        if (dependent != null) dependent.name = Values.name(nm1);
      }
      default -> {}
    }
  }

  private void finish() {
    if (isOpen && subscriber != null) {
      inquiries.add(
          new EligibilityInquiry(
              trace,
              payer,
              provider,
              subscriber.build(),
              memberId,
              dependent == null ? null : dependent.build(),
              relationship,
              asOf == null ? LocalDate.EPOCH : asOf,
              serviceTypes,
              originator));
    }
    isOpen = false;
    serviceTypes = new ArrayList<>();
    asOf = null;
  }
}
