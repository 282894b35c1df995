package org.cleanclaim.coding.specificity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;

/// The part of the body that another one belongs to: where the tabular list divides a condition by
/// limbs only, a foot is of the lower limb, as the Index says (`Cellulitis, foot - see Cellulitis,
/// lower limb`).
final class LargerParts {
  private static final List<Part> PARTS =
      List.of(
          new Part(
              stems("hand wrist forearm elbow arm shoulder"), stems("upper limb arm extremity")),
          new Part(
              stems("foot ankle heel calf shin knee thigh leg"),
              stems("lower limb leg extremity")));

  private LargerParts() {}

  /// @param of stems of parts
  /// @param says what the larger part is called by
  private record Part(Set<String> of, Set<String> says) {}

  private static Set<String> stems(String words) {
    return ClinicalWord.ofPhrase(words).stream()
        .map(ClinicalWord::stem)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The words with those of the limb that they name a part of; the same where they name none or
  /// parts of both.
  static Set<String> with(Set<String> said) {
    List<Part> named =
        PARTS.stream().filter(part -> part.of().stream().anyMatch(said::contains)).toList();
    if (named.size() != 1) return said;
    var stems = new HashSet<String>(said);
    stems.addAll(named.getFirst().says());
    return stems;
  }
}
