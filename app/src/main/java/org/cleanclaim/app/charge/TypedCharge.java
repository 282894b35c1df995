package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// A charge of a procedure as somebody typed it.
///
/// @param modifiers with blanks or commas between them
/// @param units empty for one
/// @param diagnoses that the service was given for, with or without their dots
public record TypedCharge(
    @Nullable String procedure,
    @Nullable String modifiers,
    @Nullable String units,
    List<String> diagnoses,
    TypedDrug drug) {

  public TypedCharge {
    diagnoses = List.copyOf(diagnoses);
  }

  /// Reads the fields.
  ///
  /// @param coded the diagnoses of the visit's chart, without dots
  /// @throws IllegalArgumentException with a sentence, when one cannot be
  public ChargeEntry read(Collection<String> coded) {
    if (diagnoses.isEmpty()) {
      throw new IllegalArgumentException("Choose the diagnoses that the service was given for.");
    }
    var given = diagnoses.stream().map(d -> new Icd10Cm(d.strip().replace(".", ""))).toList();
    for (Icd10Cm one : given) {
      if (!coded.contains(one.value())) {
        throw new IllegalArgumentException(
            "%s is no diagnosis of the chart. Choose one of the chart's, or code it there first."
                .formatted(one.dotted()));
      }
    }
    return new ChargeEntry(
        new ProcedureCode(text(procedure)),
        Stream.of(text(modifiers).split("[ ,]+"))
            .filter(m -> !m.isEmpty())
            .map(Modifier::new)
            .toList(),
        readUnits(),
        given,
        drug.read());
  }

  private BigDecimal readUnits() {
    String typed = text(units).isEmpty() ? "1" : text(units);
    if (!typed.matches("[0-9]{1,5}(\\.[0-9]{1,3})?")) {
      throw new IllegalArgumentException("Units are a number such as 1 or 2.5.");
    }
    var read = new BigDecimal(typed);
    if (read.signum() == 0) {
      throw new IllegalArgumentException("Units are more than zero.");
    }
    return read;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }
}
