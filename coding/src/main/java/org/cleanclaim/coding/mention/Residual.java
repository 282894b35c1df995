package org.cleanclaim.coding.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// Wordings of the classification that no clinician writes: what is left over, and which side.
final class Residual {
  private static final Pattern SIDE = Pattern.compile("\\b(?:right|left|bilateral)\\b");
  private static final Set<String> SAYS_NOTHING =
      Set.of("unspecifi", "nos", "nec", "withoutelsewher", "elsewher", "classifi");
  private static final Pattern DUE_TO = Pattern.compile("(?i)\\bdue to ([^,]+)");
  private static final String IN_DUE_TO = "in (due to)";
  private static final String MELANOMA = ClinicalWord.ofPhrase("melanoma").getFirst().stem();
  private static final Set<String> OF_SITES = Set.of("joint", "site", "skin");
  private static final Set<String> OF_FRACTURES = Set.of("displac", "traumat");
  private static final Set<String> OF_NEOPLASMS = Set.of("prim", "behavi");

  private static final String UNILATERAL = ClinicalWord.ofPhrase("unilateral").getFirst().stem();
  private static final List<String> ONE_SIDE =
      ClinicalWord.ofPhrase("left right").stream().map(ClinicalWord::stem).toList();

  private Residual() {}

  /// `Other diseases of lung`: the code for what has no code.
  static boolean isResidual(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    return lower.startsWith("other ") || lower.contains("not elsewhere classified");
  }

  static boolean isSide(String title) {
    return SIDE.matcher(title.toLowerCase(Locale.ROOT)).find();
  }

  /// Words that nobody needs to write: `unspecified`, that something is a `status`, that a fracture
  /// is displaced (I.C.19.c), that a malignant neoplasm is primary (I.C.2).
  static boolean saysNothing(String stem, Origin origin, List<ClinicalWord> words) {
    if (SAYS_NOTHING.contains(stem)) return true;
    if (stem.equals("stat") && words.size() > 3) return true;
    if (origin == Origin.INDEX && isOfASite(stem, words)) return true;
    if (origin == Origin.NEOPLASM_TABLE) return OF_NEOPLASMS.contains(stem);
    return OF_FRACTURES.contains(stem)
        && words.stream().anyMatch(word -> word.stem().equals("fractur"));
  }

  /// How the Index heads a list of sites: `Osteoarthritis, hand joint`, `Lipoma, site
  /// classification`, `Melanoma, skin, cheek`.
  private static boolean isOfASite(String stem, List<ClinicalWord> words) {
    if (!OF_SITES.contains(stem)) return false;
    if (words.stream().filter(word -> !word.optional()).count() < 3) return false;
    return switch (stem) {
      case "joint" -> words.getLast().stem().equals(stem);
      case "site" -> words.stream().anyMatch(word -> word.stem().equals("classifi"));
      default -> words.getFirst().stem().equals(MELANOMA);
    };
  }

  /// `Gout, in (due to) knee` stands below a cause that it does not say: it leads to gout due to
  /// renal impairment.
  static boolean lacksItsCause(String title, String wording) {
    if (!wording.contains(IN_DUE_TO)) return false;
    Matcher cause = DUE_TO.matcher(title);
    if (!cause.find()) return false;
    Set<String> says = stems(wording);
    return stems(cause.group(1)).stream().noneMatch(says::contains);
  }

  private static Set<String> stems(String words) {
    return ClinicalWord.ofPhrase(words).stream()
        .map(ClinicalWord::stem)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What the Index has as unilateral is told with its side: `Osteoarthritis, knee, unilateral` of
  /// the left knee.
  static List<Set<String>> ofOneSide(Set<String> stems) {
    if (!stems.contains(UNILATERAL) || stems.size() < 3) return List.of();
    return ONE_SIDE.stream()
        .map(side -> {
          Set<String> told = new LinkedHashSet<>(stems);
          told.remove(UNILATERAL);
          told.add(side);
          return told;
        })
        .toList();
  }

  /// Of bones clinicians say proximal and distal where the classification says upper and lower end.
  static Optional<Set<String>> ofAnEnd(Set<String> stems) {
    if (!stems.contains("end")) return Optional.empty();
    String end = stems.contains("upper") ? "upper" : stems.contains("lower") ? "lower" : "";
    if (end.isEmpty()) return Optional.empty();
    var named = new LinkedHashSet<String>(stems);
    named.remove("end");
    named.remove(end);
    named.add(end.equals("upper") ? "proxim" : "dist");
    return Optional.of(named);
  }
}
