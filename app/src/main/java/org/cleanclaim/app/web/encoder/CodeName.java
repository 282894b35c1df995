package org.cleanclaim.app.web.encoder;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;

/// A code together with its system, and how addresses name it: `E11.9`, `HCPCS:J1100`.
public record CodeName(CodeSystem system, String code) {
  private static final List<CodeSystem> ORDER =
      List.of(
          CodeSystem.ICD10CM,
          CodeSystem.ICD10PCS,
          CodeSystem.HCPCS,
          CodeSystem.CPT,
          CodeSystem.MODIFIER,
          CodeSystem.PLACE_OF_SERVICE,
          CodeSystem.REVENUE,
          CodeSystem.CARC,
          CodeSystem.RARC,
          CodeSystem.TAXONOMY);

  /// For addresses.
  public String id() {
    return system == CodeSystem.ICD10CM ? written() : system.name() + ":" + code;
  }

  /// For people.
  public String written() {
    return CodeViews.written(system, code);
  }

  /// Reads a name; one without system means the first system that has such a code.
  static Optional<CodeName> parse(
      String text, Optional<CodeSystem> preferred, LocalDate day, CodeSets codeSets) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    int colon = name.indexOf(':');
    if (colon >= 0) {
      String code = plain(name.substring(colon + 1));
      return Look.system(name.substring(0, colon)).map(system -> new CodeName(system, code));
    }
    String code = plain(name);
    if (code.isEmpty()) return Optional.empty();
    if (name.contains(".")) return Optional.of(new CodeName(CodeSystem.ICD10CM, code));
    var systems = Stream.concat(preferred.stream(), ORDER.stream()).distinct().toList();
    return systems.stream()
        .filter(system -> codeSets.find(system, code, day).isPresent())
        .findFirst()
        .or(() -> systems.stream().filter(system -> isInAny(codeSets, system, code)).findFirst())
        .or(() -> systems.stream().findFirst())
        .map(system -> new CodeName(system, code));
  }

  private static boolean isInAny(CodeSets codeSets, CodeSystem system, String code) {
    return codeSets.editions(system).stream().anyMatch(e -> e.find(code).isPresent());
  }

  private static String plain(String text) {
    return text.replace(".", "").replace("-", "").strip();
  }
}
