package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Scores members by one model: diagnoses to categories, age and sex edits, hierarchies, then what
/// age and sex, categories, interactions and their number add in the member's segment.
public final class RiskScorer {
  private final RiskTables tables;
  private final SexConflicts conflicts;

  /// A scorer without sex edits.
  public RiskScorer(RiskTables tables) {
    this(tables, SexConflicts.NONE);
  }

  /// @param conflicts diagnoses that count for one sex only
  public RiskScorer(RiskTables tables, SexConflicts conflicts) {
    this.tables = tables;
    this.conflicts = conflicts;
  }

  public RiskTables tables() {
    return tables;
  }

  /// The score of a member in the segment to which the member belongs.
  ///
  /// @param diagnoses of risk-eligible encounters of the year before the payment year, without dots
  public RiskScore score(Member member, Collection<String> diagnoses) {
    return score(member, Segment.of(tables.model(), member), diagnoses);
  }

  /// The score of a member in any segment, as the CMS software states all of them.
  public RiskScore score(Member member, Segment segment, Collection<String> diagnoses) {
    BitSet found = found(member, diagnoses);
    BitSet counted = afterHierarchies(found);
    SegmentCoefficients coefficients = tables.coefficients(segment);
    var terms = new ArrayList<Coefficient>();
    switch (tables.model().family()) {
      case MEDICAL -> addDemographics(terms, member, segment, coefficients);
      case RENAL -> new RenalTerms(tables, member, segment, terms).add();
      case DRUGS -> DrugTerms.add(terms, member, segment, coefficients);
    }
    if (segment.hasDiagnoses()) addConditions(terms, member, counted, coefficients);
    return new RiskScore(tables, member, segment, found, counted, terms);
  }

  SexConflicts conflicts() {
    return conflicts;
  }

  /// The categories that a diagnosis gives in a member, after the age and sex edits.
  void addCategories(BitSet found, Member member, String diagnosis) {
    int[] categories = tables.categories(diagnosis);
    if (categories.length == 0 || conflicts.has(diagnosis, member.sex())) return;
    var edit = tables.edit(diagnosis, member);
    if (edit.isPresent()) {
      if (edit.get().category() > 0) found.set(edit.get().category());
      return;
    }
    for (int category : categories) found.set(category);
  }

  private BitSet found(Member member, Collection<String> diagnoses) {
    var found = new BitSet();
    for (String diagnosis : diagnoses) addCategories(found, member, diagnosis);
    return found;
  }

  private BitSet afterHierarchies(BitSet found) {
    BitSet standing = standing(found);
    var counted = (BitSet) standing.clone();
    for (int c = standing.nextSetBit(0); c >= 0; c = standing.nextSetBit(c + 1)) {
      if (tables.hasBelow(c)) counted.andNot(tables.below(c));
    }
    return counted;
  }

  /// Without the categories that never count, and those that count only beside others, none of
  /// which is there.
  private BitSet standing(BitSet found) {
    if (tables.needs().isEmpty() && tables.left().isEmpty()) return found;
    var standing = (BitSet) found.clone();
    standing.andNot(tables.left());
    for (Map.Entry<Integer, BitSet> need : tables.needs().entrySet()) {
      if (!need.getValue().intersects(found)) standing.clear(need.getKey());
    }
    return standing;
  }

  private static void addDemographics(
      List<Coefficient> terms, Member member, Segment segment, SegmentCoefficients coefficients) {
    int age = member.countedAge();
    boolean hasMedicaid = member.medicaid() != Medicaid.NONE;
    if (!segment.hasDiagnoses()) {
      String name =
          (hasMedicaid ? "mcaid_" : "nmcaid_")
              + (member.isOriginallyDisabled() ? "origdis_ne" : "norigdis_ne")
              + (member.sex() == Sex.FEMALE ? "f" : "m")
              + AgeBands.newEnrollee(age);
      add(terms, coefficients.named(name));
      return;
    }
    add(terms, coefficients.ofAge(member.sex(), age));
    if (member.isOriginallyDisabled()) {
      add(
          terms,
          coefficients.named(
              member.sex() == Sex.FEMALE
                  ? "originallydisabled_female"
                  : "originallydisabled_male"));
      add(terms, coefficients.named("origds"));
    }
    if (hasMedicaid) add(terms, coefficients.named("ltimcaid"));
  }

  private static void addConditions(
      List<Coefficient> terms, Member member, BitSet counted, SegmentCoefficients coefficients) {
    int conditions = 0;
    for (int c = counted.nextSetBit(0); c >= 0; c = counted.nextSetBit(c + 1)) {
      add(terms, coefficients.ofCategory(c));
      conditions++;
    }
    if (conditions == 0) return;
    for (SegmentCoefficients.Weighed weighed : coefficients.interactions()) {
      if (weighed.interaction().isMet(counted, member)) {
        terms.add(weighed.coefficient());
      }
    }
    add(terms, coefficients.ofCount(conditions));
  }

  private static void add(List<Coefficient> terms, @Nullable Coefficient coefficient) {
    if (coefficient != null) terms.add(coefficient);
  }
}
