package org.cleanclaim.app.encounter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.claim.Accident;
import org.jspecify.annotations.Nullable;

/// The accident behind a visit as somebody typed it. Workers' compensation and automobile insurers
/// pay for nothing else.
///
/// @param happenedOn its day
/// @param state in which an automobile accident happened, two letters
public record TypedAccident(
    boolean isAuto,
    boolean isEmployment,
    boolean isOther,
    @Nullable String happenedOn,
    @Nullable String state) {
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(Accident accident) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// Reads the fields.
  ///
  /// @param servedOn the day of the visit, before which the accident was
  public Read read(LocalDate servedOn) {
    var fields = new TypedFields();
    var causes = new ArrayList<String>();
    if (isAuto) causes.add("AA");
    if (isEmployment) causes.add("EM");
    if (isOther) causes.add("OA");
    if (causes.isEmpty() || causes.size() > 2) {
      fields.fault("causes", "Choose one or two kinds of accident.");
    }
    var day = fields.day("happenedOn", text(happenedOn)).orElse(null);
    if (day == null && fields.faults().get("happenedOn") == null) {
      fields.fault("happenedOn", "Enter the day of the accident.");
    }
    if (day != null && day.isAfter(servedOn)) {
      fields.fault("happenedOn", "The accident lies after the visit.");
    }
    String where = text(state).toUpperCase(java.util.Locale.ROOT);
    if (isAuto && where.isEmpty()) {
      fields.fault("state", "Enter the state in which the automobile accident happened.");
    }
    if (!where.isEmpty() && !STATE.matcher(where).matches()) {
      fields.fault("state", "A state has two letters, such as OH.");
    }
    return fields.faults().isEmpty()
        ? new Read.Whole(new Accident(causes, day, where.isEmpty() ? null : where))
        : new Read.Faulty(fields.faults());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
