package org.cleanclaim.edits.mce;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What the editor found in a stay.
public final class StayEdits {
  private final int version;
  private final int[] ofDiagnoses;
  private final int[] ofProcedures;
  private final int ofStay;

  /// @param ofDiagnoses bits of [EditKind], the principal diagnosis first
  StayEdits(int version, int[] ofDiagnoses, int[] ofProcedures, int ofStay) {
    this.version = version;
    this.ofDiagnoses = ofDiagnoses;
    this.ofProcedures = ofProcedures;
    this.ofStay = ofStay;
  }

  /// The version of the editor's tables: 431 is V43.1.
  public int version() {
    return version;
  }

  /// When the edits take effect; NONE for a stay without edits.
  public EditClass editClass() {
    int all = ofStay;
    for (int bits : ofDiagnoses) all |= bits;
    for (int bits : ofProcedures) all |= bits;
    EditClass result = EditClass.NONE;
    for (; all != 0; all &= all - 1) {
      result = result.and(EditKind.at(Integer.numberOfTrailingZeros(all)).editClass());
    }
    return result;
  }

  /// How often each kind was found: once for each code, once for what concerns the whole stay.
  public Map<EditKind, Integer> counts() {
    var counts = new EnumMap<EditKind, Integer>(EditKind.class);
    count(ofStay, counts);
    for (int bits : ofDiagnoses) count(bits, counts);
    for (int bits : ofProcedures) count(bits, counts);
    return Collections.unmodifiableMap(counts);
  }

  private static void count(int bits, Map<EditKind, Integer> counts) {
    for (; bits != 0; bits &= bits - 1) {
      counts.merge(EditKind.at(Integer.numberOfTrailingZeros(bits)), 1, Integer::sum);
    }
  }

  /// How many diagnoses the stay has, the principal one among them.
  public int diagnoses() {
    return ofDiagnoses.length;
  }

  /// How many procedures the stay has.
  public int procedures() {
    return ofProcedures.length;
  }

  /// The edits of the whole stay: age, sex, discharge status, admitting diagnosis.
  public Set<EditKind> ofStay() {
    return set(ofStay);
  }

  /// The edits of one diagnosis.
  ///
  /// @param index 0 is the principal diagnosis
  public Set<EditKind> ofDiagnosis(int index) {
    return set(ofDiagnoses[index]);
  }

  /// The edits of one procedure.
  ///
  /// @param index 0-based, in the order of the stay
  public Set<EditKind> ofProcedure(int index) {
    return set(ofProcedures[index]);
  }

  private static Set<EditKind> set(int bits) {
    var set = EnumSet.noneOf(EditKind.class);
    for (; bits != 0; bits &= bits - 1) {
      set.add(EditKind.at(Integer.numberOfTrailingZeros(bits)));
    }
    return set;
  }
}
