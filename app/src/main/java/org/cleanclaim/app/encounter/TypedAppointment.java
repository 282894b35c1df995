package org.cleanclaim.app.encounter;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.TypedFields;
import org.jspecify.annotations.Nullable;

/// An appointment as somebody typed it, field by field.
///
/// @param account number of the patient
/// @param what they come for, in words
public record TypedAppointment(
    @Nullable String account, @Nullable String on, @Nullable String what) {

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(Patient patient, LocalDate on, String what) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// Reads the fields.
  ///
  /// @param patient whose number it is; empty when nobody's
  /// @param today before which nobody is expected any more
  public Read read(Optional<Patient> patient, LocalDate today) {
    var fields = new TypedFields();
    if (patient.isEmpty()) fields.fault("account", "Nobody has this account number.");
    var day = fields.day("on", text(on)).orElse(null);
    if (day == null) fields.fault("on", "Enter the day.");
    if (day != null && day.isBefore(today)) fields.fault("on", "The day lies before today.");
    if (day != null && day.isAfter(today.plusYears(2))) {
      fields.fault("on", "The day lies more than two years ahead.");
    }
    String purpose = fields.needed("what", text(what), "what the patient comes for");
    if (!fields.faults().isEmpty() || day == null || patient.isEmpty()) {
      return new Read.Faulty(fields.faults());
    }
    return new Read.Whole(patient.get(), day, purpose);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
