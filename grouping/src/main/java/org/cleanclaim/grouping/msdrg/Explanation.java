package org.cleanclaim.grouping.msdrg;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.grouping.msdrg.HacFinding.Standing;

/// Says in words how a stay came to its DRG.
final class Explanation {
  private final Grouping grouping;
  private final GrouperTables tables;
  private final List<String> steps = new ArrayList<>();

  private Explanation(Grouping grouping, GrouperTables tables) {
    this.grouping = grouping;
    this.tables = tables;
  }

  static List<String> of(Grouping grouping, GrouperTables tables) {
    var explanation = new Explanation(grouping, tables);
    explanation.tell();
    return List.copyOf(explanation.steps);
  }

  private void tell() {
    GrouperVersion version = grouping.version();
    steps.add(
        "Grouper %s, discharges from %s to %s."
            .formatted(version.title(), version.from(), version.until().minusDays(1)));
    DrgResult initial = grouping.initial();
    if (initial.returnCode() == ReturnCode.OK) {
      steps.add(
          "Principal diagnosis %s: major diagnostic category %02d%s."
              .formatted(
                  grouping.principal().code(),
                  initial.mdc(),
                  tables.mdcTitle(initial.mdc(), version).map(t -> ", " + t).orElse("")));
    }
    grouping.secondaries().forEach(this::tellWeight);
    grouping.procedures().stream()
        .filter(p -> p.isRecognized() && p.affects() != Affects.NONE)
        .forEach(p -> steps.add("Procedure " + p.code() + " decides the DRG."));
    grouping.procedures().stream()
        .filter(p -> !p.isRecognized())
        .forEach(p -> steps.add("Procedure " + p.code() + " is not known to this version."));
    if (!grouping.initialFormula().isEmpty()) {
      steps.add("First formula that holds: " + grouping.initialFormula() + ".");
    }
    steps.add("Before hospital-acquired conditions: " + named(initial) + ".");
    tellHac();
    steps.add("Final: " + named(grouping.last()) + ".");
  }

  private void tellWeight(DiagnosisEffect secondary) {
    String code = secondary.code();
    if (!secondary.isRecognized()) {
      steps.add("Secondary diagnosis " + code + " is not known to this version and left out.");
      return;
    }
    switch (secondary.initial()) {
      case MCC, CC ->
          steps.add(
              "Secondary diagnosis %s counts as %s%s."
                  .formatted(
                      code,
                      secondary.initial(),
                      secondary.affects() == Affects.NONE ? "" : " and decides the DRG"));
      case MCC_EXCLUDED, CC_EXCLUDED ->
          steps.add(
              "Secondary diagnosis %s does not count: excluded by principal diagnosis %s, or only for those discharged alive."
                  .formatted(code, grouping.principal().code()));
      case MCC_EXCLUDED_BY_DRG_LOGIC, CC_EXCLUDED_BY_DRG_LOGIC ->
          steps.add("Secondary diagnosis %s does not count in this DRG's formula.".formatted(code));
      case NEITHER -> {}
    }
  }

  private void tellHac() {
    for (DiagnosisEffect secondary : grouping.secondaries()) {
      for (HacFinding finding : secondary.hacs()) {
        if (finding.standing() != Standing.CRITERIA_MET) continue;
        steps.add(
            "%s was not present on admission and meets hospital-acquired condition %02d%s: it counts no more."
                .formatted(
                    secondary.code(),
                    finding.hac(),
                    tables
                        .hacTitle(finding.hac(), grouping.version())
                        .map(t -> " (" + t + ")")
                        .orElse("")));
      }
    }
  }

  private String named(DrgResult result) {
    String title = tables.drgTitle(result.drg(), grouping.version()).map(t -> " " + t).orElse("");
    String drg = "DRG %03d%s".formatted(result.drg(), title);
    return result.returnCode() == ReturnCode.OK
        ? drg
        : drg + ", because " + result.returnCode().meaning();
  }
}
