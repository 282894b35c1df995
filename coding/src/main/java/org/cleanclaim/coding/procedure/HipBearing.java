package org.cleanclaim.coding.procedure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bearing of a replaced hip or knee, which is the device value of its table: what the head is
/// made of, on what the liner is made of. Source: ICD-10-PCS table 0SR; Official Guidelines B6.1a.
final class HipBearing {
  private static final String MATERIAL =
      "ceramic|delta|biolox|alumina|cobalt[- ]chrom\\w*|cocr|metal(?:lic)?|oxidized"
          + " zirconium|oxinium|(?:highly )?(?:cross[- ]?linked )?polyethylene|poly|xlpe";
  private static final Pattern PAIR =
      Pattern.compile("\\b(" + MATERIAL + ")[- ]on[- ](" + MATERIAL + ")\\b");
  private static final Pattern HEAD = near("(?:femoral )?head");
  private static final Pattern LINER = near("liner|insert|acetabular bearing");

  /// Of which the socket is left as it is.
  private static final Pattern HALF =
      Pattern.compile("\\b(?:hemi[- ]?arthroplasty|hemi[- ]?replacement)\\b");

  private HipBearing() {}

  private static Pattern near(String part) {
    return Pattern.compile(
        "\\b("
            + MATERIAL
            + ")\\b[^.;,]{0,25}?\\b(?:"
            + part
            + ")\\b|\\b(?:"
            + part
            + ")\\b[^.;,]{0,25}?\\b("
            + MATERIAL
            + ")\\b");
  }

  /// As the table words it; empty where the record names no bearing.
  static Optional<String> in(String lower) {
    Matcher pair = PAIR.matcher(lower);
    if (pair.find()) return value(kind(pair.group(1)), kind(pair.group(2)));
    if (HALF.matcher(lower).find()) {
      return material(HEAD, lower).map(head -> "Synthetic Substitute, " + head);
    }
    return material(HEAD, lower)
        .flatMap(head -> material(LINER, lower).flatMap(liner -> value(head, liner)));
  }

  private static Optional<String> material(Pattern part, String lower) {
    Matcher found = part.matcher(lower);
    if (!found.find()) return Optional.empty();
    return Optional.of(kind(found.group(1) != null ? found.group(1) : found.group(2)));
  }

  private static String kind(String material) {
    if (material.contains("poly") || material.equals("xlpe")) return "Polyethylene";
    if (material.startsWith("oxi")) return "Oxidized Zirconium";
    boolean isMetal = material.startsWith("metal") || material.startsWith("co");
    return isMetal ? "Metal" : "Ceramic";
  }

  private static Optional<String> value(String head, String liner) {
    if (head.equals("Polyethylene")) return Optional.empty();
    if (liner.equals(head)) return Optional.of("Synthetic Substitute, " + head);
    return liner.equals("Polyethylene")
        ? Optional.of("Synthetic Substitute, " + head + " on Polyethylene")
        : Optional.empty();
  }
}
