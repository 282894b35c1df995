package org.cleanclaim.app.patient;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.jspecify.annotations.Nullable;

/// Who answers for a patient's bill from a day on, as somebody typed it, field by field.
///
/// @param relationship of the guarantor to the patient
public record TypedGuarantor(
    @Nullable String last,
    @Nullable String first,
    @Nullable String relationship,
    @Nullable String line1,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String from) {

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(LocalDate from, Guarantor guarantor) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// A form with the patient's address, where most guarantors live.
  public static TypedGuarantor at(Patient patient) {
    var address = patient.address();
    return new TypedGuarantor(
        "",
        "",
        "",
        address.line1(),
        address.city(),
        text(address.state()),
        text(address.postalCode()),
        "",
        "",
        "");
  }

  /// Reads the fields.
  public Read read(PatientId patient) {
    var fields = new TypedFields();
    var name =
        new PersonName(
            fields.needed("last", text(last), "the last name"),
            fields.needed("first", text(first), "the first name"));
    var address = fields.address("", text(line1), "", text(city), text(state), text(postalCode));
    var readPhone = fields.phone("phone", text(phone));
    var readEmail = fields.email("email", text(email));
    var related = related(fields);
    var day = fields.day("from", text(from)).orElse(null);
    if (day == null) fields.fault("from", "Enter the first day on which they answer.");
    if (!fields.faults().isEmpty() || day == null || related == null) {
      return new Read.Faulty(fields.faults());
    }
    return new Read.Whole(
        day,
        new Guarantor(
            new UUID(0, 0),
            patient,
            name,
            related,
            address,
            readPhone,
            readEmail,
            EffectivePeriod.from(day)));
  }

  private @Nullable GuarantorRelation related(TypedFields fields) {
    for (GuarantorRelation one : GuarantorRelation.values()) {
      if (one.name().equals(text(relationship).toUpperCase(Locale.ROOT))) return one;
    }
    fields.fault("relationship", "Choose one of the list; the patient alone needs no guarantor.");
    return null;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
