package org.cleanclaim.cli.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.grouping.msdrg.DiagnosisEffect;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.ProcedureEffect;
import tools.jackson.databind.JsonNode;

/// Counts in how many places groupings and known answers say the same of single codes: weight, part
/// in the DRG, sign of presence on admission, acquired condition, operation.
final class CodeEffects {
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  void add(JsonNode expected, Grouping grouping) {
    add(expected.path("pdx"), "principal diagnosis", grouping.principal());
    for (int i = 0; i < grouping.secondaries().size(); i++) {
      add(expected.path("sdx").path(i), "secondary diagnosis", grouping.secondaries().get(i));
    }
    for (int i = 0; i < grouping.procedures().size(); i++) {
      JsonNode known = expected.path("px").path(i);
      ProcedureEffect effect = grouping.procedures().get(i);
      count("procedure, known code", known, "recognized", effect.isRecognized());
      count("procedure, operation", known, "or", effect.isOperation());
      count("procedure, part in the DRG", known, "affects_drg", effect.affects());
    }
  }

  private void add(JsonNode known, String what, DiagnosisEffect effect) {
    count(what + ", known code", known, "recognized", effect.isRecognized());
    count(what + ", initial weight", known, "initial_severity", effect.initial());
    count(what + ", final weight", known, "final_severity", effect.last());
    count(what + ", part in the DRG", known, "affects_drg", effect.affects());
    count(what + ", presence on admission", known, "poa", effect.poa());
    var hacs = new ArrayList<String>();
    for (JsonNode hac : known.path("hacs")) {
      hacs.add(hac.path("hac").asInt() + " " + hac.path("status").asString());
    }
    List<String> ours =
        effect.hacs().stream().map(hac -> hac.hac() + " HAC_" + hac.standing()).toList();
    count(what + ", acquired conditions", hacs.equals(ours));
  }

  private void count(String what, JsonNode known, String field, Object said) {
    count(what, known.path(field).asString().equals(said.toString()));
  }

  private void count(String what, boolean isEqual) {
    int[] count = counts.computeIfAbsent(what, w -> new int[2]);
    if (isEqual) count[0]++;
    count[1]++;
  }

  /// A line for each thing that is said of codes.
  List<String> notes() {
    return counts.entrySet().stream()
        .map(entry ->
            "%s: %,d of %,d agree"
                .formatted(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
        .toList();
  }
}
