package org.cleanclaim.app.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Who holds a policy from a day on, as somebody typed it, field by field.
///
/// @param relationship of the patient to the subscriber
/// @param first empty for an employer, under workers' compensation
/// @param line1 empty with city, state and ZIP code when it is the patient's address
public record TypedSubscriber(
    @Nullable String relationship,
    @Nullable String last,
    @Nullable String first,
    @Nullable String bornOn,
    @Nullable String sex,
    @Nullable String line1,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String from,
    @Nullable String reason) {

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(LocalDate from, Subscriber subscriber, String reason) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// The fields of whoever holds the policy now, to be changed.
  public static TypedSubscriber of(Coverage coverage) {
    var name = coverage.subscriberName();
    var address = coverage.subscriberAddress();
    return new TypedSubscriber(
        coverage.relationship().name(),
        switch (name) {
          case null -> "";
          case PersonName person -> person.last();
          case OrganizationName organization -> organization.name();
        },
        name instanceof PersonName person ? text(person.first()) : "",
        coverage.subscriberBornOn() == null ? "" : coverage.subscriberBornOn().toString(),
        coverage.subscriberSex() == null ? "" : coverage.subscriberSex().name(),
        address == null ? "" : address.line1(),
        address == null ? "" : address.city(),
        address == null ? "" : text(address.state()),
        address == null ? "" : text(address.postalCode()),
        "",
        "");
  }

  /// Reads the fields.
  ///
  /// @param today for the birth date, which does not lie after it
  public Read read(long coverageId, LocalDate today) {
    var fields = new TypedFields();
    var related = related(fields);
    boolean isSelf = related == Relationship.SELF;
    PartyName name = null;
    LocalDate born = null;
    Sex readSex = null;
    if (!isSelf) {
      String readLast = fields.needed("last", text(last), "the subscriber's name");
      String readFirst = fields.optional("first", text(first));
      name =
          readFirst == null ? new OrganizationName(readLast) : new PersonName(readLast, readFirst);
      born = fields.day("bornOn", text(bornOn)).orElse(null);
      if (born != null && born.isAfter(today)) {
        fields.fault("bornOn", "The birth date lies after today.");
      }
      readSex = typedSex();
    }
    var address = isSelf ? null : address(fields);
    var first = fields.day("from", text(from)).orElse(null);
    if (first == null) fields.fault("from", "Enter the first day on which it is so.");
    if (text(reason).length() < 5) {
      fields.fault("reason", "Say in five characters or more why it is changed.");
    }
    if (!fields.faults().isEmpty() || first == null || related == null) {
      return new Read.Faulty(fields.faults());
    }
    return new Read.Whole(
        first,
        new Subscriber(
            new UUID(0, 0),
            coverageId,
            related,
            name,
            born,
            readSex,
            address,
            EffectivePeriod.from(first),
            text(reason),
            "",
            Instant.EPOCH,
            null),
        text(reason));
  }

  private @Nullable Relationship related(TypedFields fields) {
    for (Relationship one : Relationship.values()) {
      if (one.name().equals(text(relationship).toUpperCase(Locale.ROOT))) return one;
    }
    fields.fault("relationship", "Choose one of the list.");
    return null;
  }

  private @Nullable Sex typedSex() {
    for (Sex one : Sex.values()) {
      if (one.name().equals(text(sex).toUpperCase(Locale.ROOT))) return one;
    }
    return null;
  }

  private @Nullable Address address(TypedFields fields) {
    boolean isPatients =
        text(line1).isEmpty()
            && text(city).isEmpty()
            && text(state).isEmpty()
            && text(postalCode).isEmpty();
    return isPatients
        ? null
        : fields.address("", text(line1), "", text(city), text(state), text(postalCode));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
