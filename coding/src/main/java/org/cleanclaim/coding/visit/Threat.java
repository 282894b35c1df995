package org.cleanclaim.coding.visit;

import java.util.List;
import org.cleanclaim.coding.EncounterSetting;

/// Illnesses that threaten life or bodily function in the near term without treatment, by their
/// codes: heart attack, pulmonary embolism, stroke, sepsis, ketoacidosis, respiratory and acute
/// kidney failure, peritonitis and the like. Source: AMA CPT E/M guidelines of 2021 and 2023, the
/// definition of such problems.
final class Threat {
  private static final List<String> BEGINNINGS =
      List.of(
          """
          A40 A41 R652 G00 G45 I21 I22 I26 I33 I46 I470 I472 I4901 I60 I61 I62 I63 I710 I711 I713 I715 I718
          J80 J81 J960 J962 K65 K550 K631 K720 N17 O15 R57 R402 T782 T8111 T8112 E0800 E0801 E081 E0900 E0901
          E091 E100 E101 E1100 E1101 E111 E1300 E1301 E131 D65 I161 G931 G935 G936
          """
              .split("\\s+"));

  private Threat() {}

  /// Whether a visit for the illness is one for the threat. In an office it is the follow-up of one
  /// that has passed where the note calls it stable or better.
  static boolean is(String code, EncounterSetting setting, boolean isStable) {
    boolean isThreat = BEGINNINGS.stream().anyMatch(code::startsWith);
    return isThreat && !(setting == EncounterSetting.OUTPATIENT && isStable);
  }
}
