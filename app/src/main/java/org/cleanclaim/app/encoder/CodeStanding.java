package org.cleanclaim.app.encoder;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeEntry;
import org.jspecify.annotations.Nullable;

/// How a code stands on a day of service.
public sealed interface CodeStanding {

  /// May be submitted.
  record Valid(CodeEntry entry) implements CodeStanding {}

  /// A heading: more characters are needed.
  record Incomplete(CodeEntry entry) implements CodeStanding {}

  /// Comes into force later.
  record NotYet(LocalDate from, String edition, String title) implements CodeStanding {}

  /// No longer in force.
  ///
  /// @param since the first day on which it was gone
  /// @param edition the first edition without it
  /// @param replacements codes to look at instead, by the publisher's conversion table; may be
  ///   empty
  record Retired(LocalDate since, String edition, String title, List<Replacement> replacements)
      implements CodeStanding {
    public Retired {
      replacements = List.copyOf(replacements);
    }
  }

  /// No installed edition has it.
  record Unknown() implements CodeStanding {}

  /// A code that stands for a former one.
  ///
  /// @param title null where no installed edition has the code
  record Replacement(String code, @Nullable String title) {}
}
