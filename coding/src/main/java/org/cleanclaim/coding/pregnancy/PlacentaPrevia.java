package org.cleanclaim.coding.pregnancy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Suggestion;

/// Placenta previa beside vaginal bleeding is the one with hemorrhage (Alphabetic Index, Placenta,
/// previa, with hemorrhage; I.A.15), unless the provider says that it is without.
final class PlacentaPrevia {
  private static final Pattern NOT_TOLD = Pattern.compile("O44([024])(.*)");
  private static final Pattern BLEEDING = Pattern.compile("N93[89]|O209|O469");
  private static final Pattern WITHOUT =
      Pattern.compile("(?i)[ ,(]*(?:without|no|not|w/o)\\b[^.;\\n]{0,30}\\b(?:bleed|hemorrhag)");

  private final Edition codes;

  PlacentaPrevia(Edition codes) {
    this.codes = codes;
  }

  List<Suggestion> settle(Documentation note, List<Suggestion> all) {
    boolean isBleeding = all.stream().anyMatch(s -> BLEEDING.matcher(s.code()).lookingAt());
    return isBleeding ? all.stream().map(s -> withHemorrhage(note.text(), s)).toList() : all;
  }

  private Suggestion withHemorrhage(String text, Suggestion placenta) {
    return beside(text, placenta)
        .map(entry ->
            ObstetricCodes.besides(
                entry, placenta, placenta.evidence(), "with the bleeding that is told (I.A.15)"))
        .orElse(placenta);
  }

  /// Each code without hemorrhage, or where nothing is told of it, stands before the one with it.
  private Optional<CodeEntry> beside(String text, Suggestion placenta) {
    Matcher code = NOT_TOLD.matcher(placenta.code());
    boolean isSaid =
        placenta.evidence().stream()
            .anyMatch(at -> WITHOUT.matcher(text).region(at.end(), text.length()).lookingAt());
    if (!code.matches() || isSaid) return Optional.empty();
    int with = Integer.parseInt(code.group(1)) + 1;
    return codes.find("O44" + with + code.group(2));
  }
}
