package org.cleanclaim.coding.procedure;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Debridement: cutting tissue away is an excision, all else an extraction (Index: Debridement), of
/// the deepest layer that was reached (Official Guidelines B3.5).
final class Debridement {
  private static final Pattern NAMED = Pattern.compile("\\bdebrid\\w+");
  private static final Pattern CUT =
      Pattern.compile("(?<!non[- ])\\b(?:excisional|excisionally)\\b");
  private static final Pattern NOT_CUT =
      Pattern.compile(
          "\\b(?:non[- ]?excisional|pulse"
              + " lavage|irrigation|enzymatic|mechanical|brush\\w*|curett\\w+)\\b");

  /// A layer with its words and the body systems of its tables. Below the skin it is cut down to,
  /// an open approach.
  private record Layer(Pattern words, List<String> systems, Set<String> bodyPart) {}

  /// The deepest first.
  private static final List<Layer> LAYERS =
      List.of(
          layer("bones?|periosteum|osseous", List.of("0Q", "0P", "0N"), Set.of()),
          layer("muscles?|muscular", List.of("0K"), Set.of("muscle")),
          layer(
              "subcutaneous|subcuticular|fascia|fat",
              List.of("0J"),
              Set.of("subcutaneous", "tissue", "fascia")),
          layer("skin|epidermis|dermis", List.of("0H"), Set.of("skin")));

  private Debridement() {}

  private static Layer layer(String words, List<String> systems, Set<String> bodyPart) {
    return new Layer(Pattern.compile("\\b(?:" + words + ")\\b"), systems, bodyPart);
  }

  static boolean isNamed(String clause) {
    return NAMED.matcher(clause).find();
  }

  /// Empty where the record does not say how deep it went.
  static List<Meant> meant(String clause, String described) {
    String text = clause + ' ' + described;
    boolean isCut = CUT.matcher(text).find();
    if (isCut == NOT_CUT.matcher(text).find()) return List.of();
    for (String told : List.of(clause, described)) {
      for (Layer layer : LAYERS) {
        if (!layer.words().matcher(told).find()) continue;
        List<String> tables = layer.systems().stream().map(s -> s + (isCut ? 'B' : 'D')).toList();
        return List.of(new Meant(tables, layer.bodyPart(), List.of("Open")));
      }
    }
    return List.of();
  }
}
