package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Which charges one claim can carry together: those that agree in what is said once of a claim, as
/// many as its lines and diagnoses have room for. Every charge is in exactly one part, in its
/// order; a visit is torn apart only where it does not fit on one claim by itself.
///
/// Room: 50 lines and 12 diagnoses on a professional claim (837P, loop 2400 and segment HI), 999
/// lines on an institutional one (837I).
final class ClaimPartition<K> {
  static final int PROFESSIONAL_LINES = 50;
  static final int INSTITUTIONAL_LINES = 999;
  private static final int MOST_DIAGNOSES = 12;

  /// A charge with what has to agree on a claim.
  record Keyed<K>(BillableLine line, K key) {}

  /// A claim to be: charges that agree in their key.
  record Part<K>(K key, List<BillableLine> lines) {
    Part {
      lines = List.copyOf(lines);
    }
  }

  private final int mostLines;
  private final Map<EncounterId, Set<Icd10Cm>> diagnoses;
  private final List<Part<K>> parts = new ArrayList<>();

  private ClaimPartition(int mostLines, Map<EncounterId, Set<Icd10Cm>> diagnoses) {
    this.mostLines = mostLines;
    this.diagnoses = diagnoses;
  }

  /// @param diagnoses of visits whose diagnoses have to find room on a claim together
  static <K> List<Part<K>> of(
      Collection<Keyed<K>> lines, int mostLines, Map<EncounterId, Set<Icd10Cm>> diagnoses) {
    var byKey = new LinkedHashMap<K, Map<EncounterId, List<BillableLine>>>();
    for (Keyed<K> one : lines) {
      byKey
          .computeIfAbsent(one.key(), k -> new LinkedHashMap<>())
          .computeIfAbsent(one.line().visit().id(), v -> new ArrayList<>())
          .add(one.line());
    }
    var partition = new ClaimPartition<K>(mostLines, diagnoses);
    byKey.forEach((key, visits) -> partition.pack(key, visits.values()));
    return List.copyOf(partition.parts);
  }

  private void pack(K key, Collection<List<BillableLine>> visits) {
    var claim = new ArrayList<BillableLine>();
    var codes = new LinkedHashSet<Icd10Cm>();
    for (List<BillableLine> visit : visits) {
      var own = diagnoses.getOrDefault(visit.getFirst().visit().id(), Set.of());
      var together = new LinkedHashSet<>(codes);
      together.addAll(own);
      boolean fits = claim.size() + visit.size() <= mostLines && together.size() <= MOST_DIAGNOSES;
      if (!fits && !claim.isEmpty()) {
        parts.add(new Part<>(key, claim));
        claim.clear();
        codes.clear();
      }
      codes.addAll(own);
      for (BillableLine line : visit) {
        if (claim.size() == mostLines) {
          parts.add(new Part<>(key, claim));
          claim.clear();
        }
        claim.add(line);
      }
    }
    parts.add(new Part<>(key, claim));
  }
}
