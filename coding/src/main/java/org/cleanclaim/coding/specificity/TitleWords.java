package org.cleanclaim.coding.specificity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.search.ClinicalWord;

/// The words of titles of the tabular list by their stems, each title read once.
final class TitleWords {
  static final String UNSPECIFIED = "unspecifi";
  static final String OTHER = "other";

  private static final Set<String> NEUTRAL =
      Set.of(
          UNSPECIFIED,
          OTHER,
          "specifi",
          "nos",
          "nec",
          "withoutelsewher",
          "elsewher",
          "classifi",
          "region",
          "site");
  private static final Set<String> ABSENT = Set.of("uncomplic", "withoutintract", "simpl");

  private static final Pattern PARTIAL = Pattern.compile("(?i)\\bpartial");

  /// What a title denies; the place behind it it does not: `without foreign body of right forearm`.
  private static final Pattern WITHOUT =
      Pattern.compile(
          "(?i)\\bwithout .+?(?=,| in | with | (?:of )?(?:right|left|bilateral|unspecified)\\b|$)");

  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> additions = new ConcurrentHashMap<>();

  /// What a title adds to the one above it, in stems.
  Set<String> distinguishing(CodeEntry child, Set<String> own) {
    Set<String> says = new HashSet<>(additions.computeIfAbsent(child.title(), this::said));
    says.removeAll(own);
    return says;
  }

  /// The stems of a title without what it denies.
  private Set<String> said(String title) {
    Set<String> stems = stems(title);
    for (String stem : List.copyOf(stems)) {
      if (stem.startsWith("without")) stems.remove(stem.substring("without".length()));
    }
    stems.removeIf(
        stem -> NEUTRAL.contains(stem) || stem.startsWith("without") || ABSENT.contains(stem));
    if (!PARTIAL.matcher(title).find()) stems.remove("part");
    stems.removeAll(behindWithout(title));
    return Set.copyOf(stems);
  }

  /// The stems of what a title denies.
  Set<String> behindWithout(String title) {
    var denied = new HashSet<String>();
    WITHOUT.matcher(title).results().forEach(without -> denied.addAll(stems(without.group())));
    return denied;
  }

  /// All stems but those in parentheses; a copy.
  Set<String> stems(String title) {
    return new HashSet<>(known.computeIfAbsent(title, TitleWords::read));
  }

  private static Set<String> read(String title) {
    var stems = new HashSet<String>();
    for (ClinicalWord word : ClinicalWord.ofPhrase(title)) {
      if (!word.optional()) stems.add(word.stem());
    }
    return Set.copyOf(stems);
  }
}
