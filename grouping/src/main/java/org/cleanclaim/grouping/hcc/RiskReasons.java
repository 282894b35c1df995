package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Why a score is what it is: which diagnosis gave which category, and what became of it.
public final class RiskReasons {
  private final RiskScorer scorer;

  public RiskReasons(RiskScorer scorer) {
    this.scorer = scorer;
  }

  /// A condition category that diagnoses gave.
  ///
  /// @param isOfEveryMember whether it never counts, since all members of the model have it
  /// @param droppedBy the category that takes it in by hierarchy
  public record Condition(
      int category,
      String label,
      List<String> diagnoses,
      boolean isCounted,
      boolean isOfEveryMember,
      OptionalInt droppedBy) {}

  /// A diagnosis that an age or sex edit changed or left out.
  public record Edited(String diagnosis, String reason) {}

  /// All categories of the member's diagnoses, by number.
  public List<Condition> conditions(RiskScore score, Collection<String> diagnoses) {
    List<Integer> counted = score.categories();
    var conditions = new ArrayList<Condition>();
    for (int category : score.categoriesBefore()) {
      boolean isCounted = counted.contains(category);
      boolean isOfEveryMember = scorer.tables().left().get(category);
      conditions.add(
          new Condition(
              category,
              scorer.tables().label(category),
              evidence(score.member(), category, diagnoses),
              isCounted,
              isOfEveryMember,
              isCounted || isOfEveryMember
                  ? OptionalInt.empty()
                  : above(category, score.categoriesBefore())));
    }
    return conditions;
  }

  /// The diagnoses that edits changed.
  public List<Edited> edited(Member member, Collection<String> diagnoses) {
    var edited = new ArrayList<Edited>();
    for (String diagnosis : new LinkedHashSet<>(diagnoses)) {
      if (scorer.conflicts().has(diagnosis, member.sex())) {
        edited.add(new Edited(diagnosis, "a diagnosis of the other sex (Medicare Code Editor)"));
        continue;
      }
      Optional<DiagnosisEdit> edit = scorer.tables().edit(diagnosis, member);
      edit.ifPresent(found -> edited.add(new Edited(diagnosis, found.reason())));
    }
    return edited;
  }

  /// The diagnoses that have no category in the model.
  public List<String> withoutCategory(Collection<String> diagnoses) {
    return diagnoses.stream()
        .distinct()
        .filter(diagnosis -> scorer.tables().categories(diagnosis).length == 0)
        .toList();
  }

  private List<String> evidence(Member member, int category, Collection<String> diagnoses) {
    var evidence = new ArrayList<String>();
    for (String diagnosis : new LinkedHashSet<>(diagnoses)) {
      var found = new BitSet();
      scorer.addCategories(found, member, diagnosis);
      if (found.get(category)) evidence.add(diagnosis);
    }
    return evidence;
  }

  private OptionalInt above(int category, List<Integer> found) {
    return found.stream()
        .mapToInt(Integer::intValue)
        .filter(parent -> scorer.tables().below(parent).get(category))
        .findFirst();
  }
}
