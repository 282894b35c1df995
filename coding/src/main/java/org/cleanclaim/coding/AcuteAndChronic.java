package org.cleanclaim.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.CodeResolver;

/// A condition described as both acute and chronic: where the classification has a code for each
/// and none for both, both are coded, the acute one first (Official Guidelines I.B.8).
final class AcuteAndChronic {
  private static final String ACUTE = "acute";
  private static final String CHRONIC = "chronic";
  private static final String ACUTE_STEM = ClinicalWord.ofPhrase(ACUTE).getFirst().stem();
  private static final String CHRONIC_STEM = ClinicalWord.ofPhrase(CHRONIC).getFirst().stem();

  /// How far before the condition the two words may stand.
  private static final int REACH = 3;

  private final Edition codes;
  private final CodeResolver resolver;

  AcuteAndChronic(Edition codes, CodeResolver resolver) {
    this.codes = codes;
    this.resolver = resolver;
  }

  /// The wording itself, or the two that it stands for.
  List<Part> parts(ReadSentence sentence, Part whole) {
    TermIndex.Found match = whole.match();
    Set<String> near = whole.near();
    if (!areBothSaid(sentence.words(), match) || isOneCode(whole)) return List.of(whole);
    var candidates = new ArrayList<TermIndex.Found>(List.of(match));
    sentence.also(code -> code.charAt(0) != 'Z').stream()
        .filter(also -> also.first() < match.last() && also.last() == match.last())
        .forEach(candidates::add);
    Optional<Part> acute = part(candidates, without(near, CHRONIC_STEM), ACUTE, CHRONIC);
    Optional<Part> chronic = part(candidates, without(near, ACUTE_STEM), CHRONIC, ACUTE);
    if (acute.isEmpty() || chronic.isEmpty()) return List.of(whole);
    return List.of(acute.get(), chronic.get());
  }

  private static boolean areBothSaid(List<ClinicalWord> words, TermIndex.Found match) {
    for (int i = Math.max(0, match.first() - REACH); i + 1 < match.last(); i++) {
      String one = words.get(i).stem();
      String other = words.get(i + 1).stem();
      if (one.equals(ACUTE_STEM) && other.equals(CHRONIC_STEM)) return true;
      if (one.equals(CHRONIC_STEM) && other.equals(ACUTE_STEM)) return true;
    }
    return false;
  }

  private boolean isOneCode(Part whole) {
    return titles(whole).stream()
            .anyMatch(title -> title.contains(ACUTE) && title.contains(CHRONIC))
        || codes
            .find(whole.match().code())
            .map(entry -> entry.title().toLowerCase(Locale.ROOT))
            .filter(title -> title.contains(ACUTE) && title.contains(CHRONIC))
            .isPresent();
  }

  private Optional<Part> part(
      List<TermIndex.Found> candidates, Set<String> near, String wanted, String other) {
    return candidates.stream()
        .map(candidate -> new Part(candidate, near))
        .filter(part -> isOnly(titles(part), wanted, other))
        .findFirst();
  }

  private static boolean isOnly(List<String> titles, String wanted, String other) {
    return !titles.isEmpty()
        && titles.stream().allMatch(title -> title.contains(wanted) && !title.contains(other));
  }

  private List<String> titles(Part part) {
    return resolver.resolve(part.match().code(), part.near()).stream()
        .map(entry -> entry.title().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Set<String> without(Set<String> near, String stem) {
    var less = new HashSet<>(near);
    less.remove(stem);
    return less;
  }
}
