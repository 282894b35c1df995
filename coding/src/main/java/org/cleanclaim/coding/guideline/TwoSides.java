package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.specificity.BothSides;
import org.cleanclaim.coding.specificity.MissingDetail;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A condition that a note names on the right and on the left by itself has the code for both
/// sides, where there is one (Official Guidelines, section I.B.13).
public final class TwoSides {
  private final Edition codes;
  private final MissingDetail missingDetail;

  public TwoSides(Edition codes, MissingDetail missingDetail) {
    this.codes = codes;
    this.missingDetail = missingDetail;
  }

  /// The suggestions with one in the place of each pair; it stands where the first of them did.
  public List<Suggestion> settle(Documentation note, List<Suggestion> suggestions) {
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : suggestions) {
      Optional<Suggestion> first =
          settled.stream().filter(before -> isOtherSide(before, each)).findFirst();
      Optional<CodeEntry> both =
          first
              .flatMap(before -> codes.find(before.code()))
              .flatMap(entry -> BothSides.of(codes, note.servedOn(), entry));
      if (first.isPresent() && both.isPresent()) {
        settled.set(settled.indexOf(first.get()), joined(first.get(), each, both.get()));
      } else {
        settled.add(each);
      }
    }
    return settled;
  }

  private static boolean isOtherSide(Suggestion one, Suggestion other) {
    return Side.of(one.title()).isOpposite(Side.of(other.title()))
        && one.code().substring(0, 3).equals(other.code().substring(0, 3))
        && BothSides.areOfOneCondition(one.title(), other.title());
  }

  private Suggestion joined(Suggestion one, Suggestion other, CodeEntry both) {
    var path = new ArrayList<>(one.path());
    path.add(
        "%s and %s are one condition on both sides: %s (I.B.13)"
            .formatted(
                Icd10Cm.written(one.code()),
                Icd10Cm.written(other.code()),
                Icd10Cm.written(both.code())));
    return new Suggestion(
        one.system(),
        both.code(),
        both.title(),
        Math.min(one.confidencePercent(), other.confidencePercent()),
        Stream.concat(one.evidence().stream(), other.evidence().stream()).toList(),
        path,
        missingDetail.of(both));
  }
}
