package org.cleanclaim.coding.guideline;

import java.util.List;
import java.util.Map;

/// Which symptoms belong to which diagnoses: a symptom that a coded diagnosis explains is not coded
/// besides it (section I.B.5). Prefixes of codes; a selection for everyday practice.
public final class IntegralSymptoms {
  private static final Map<String, List<String>> BELONGS_TO =
      Map.ofEntries(
          Map.entry(
              "R05", List.of("J0", "J1", "J2", "J40", "J42", "J43", "J44", "J45", "U07", "I50")),
          Map.entry(
              "R06",
              List.of(
                  "J1", "J2", "J43", "J44", "J45", "J81", "J96", "I50", "I11", "I13", "I2", "I48",
                  "D5", "D64")),
          Map.entry(
              "R07", List.of("I20", "I21", "I25", "J0", "J18", "K21", "S20", "S22", "M94", "I30")),
          Map.entry("R00", List.of("I47", "I48", "I49", "I44", "I45", "F41", "E05")),
          Map.entry(
              "R50",
              List.of(
                  "J0", "J1", "J2", "N1", "N30", "N39", "H65", "H66", "U07", "L03", "A", "B", "K35",
                  "K57")),
          Map.entry("R10", List.of("K", "N1", "N2", "N30", "A08")),
          Map.entry("R11", List.of("K", "A08", "G43", "N1", "N2", "O21")),
          Map.entry("R19", List.of("K5", "A08", "K9")),
          Map.entry("R12", List.of("K21")),
          Map.entry("R30", List.of("N1", "N30", "N39", "N40", "N41")),
          Map.entry("R31", List.of("N1", "N2", "N30")),
          Map.entry("R35", List.of("N30", "N39", "E1")),
          Map.entry("R39", List.of("N30", "N39")),
          Map.entry("R51", List.of("G43", "G44", "J0", "S06", "S09", "I16")),
          Map.entry("R42", List.of("H81", "I95", "G43", "I48")),
          Map.entry(
              "R53", List.of("D5", "D64", "E03", "F32", "F33", "I50", "I11", "J0", "J1", "U07")),
          Map.entry("R55", List.of("I44", "I47", "I49", "I95")),
          Map.entry("R60", List.of("I50", "I11", "I13", "N18", "I87", "I83")),
          Map.entry("R73", List.of("E10", "E11", "E13")),
          Map.entry("R21", List.of("L", "B0")),
          Map.entry("R23", List.of("L")),
          Map.entry("R20", List.of("G5", "G6", "M54", "E114")),
          Map.entry("R45", List.of("F")),
          Map.entry("G47", List.of("F32", "F33", "F41", "F43")),
          Map.entry("H92", List.of("H60", "H65", "H66", "H61")),
          Map.entry("J029", List.of("J02", "J03", "J06")),
          Map.entry(
              "M255",
              List.of(
                  "M1", "M22", "M23", "M70", "M75", "M76", "M77", "S4", "S5", "S6", "S7", "S8",
                  "S9")),
          Map.entry("M254", List.of("M1", "S8")),
          Map.entry("M545", List.of("S39", "S33", "M51", "M48", "M47", "M543", "M544", "N2")),
          Map.entry("M542", List.of("S16", "S13", "M50", "M47")),
          Map.entry("M79", List.of("S", "M1", "M72", "L03")));

  private IntegralSymptoms() {}

  /// Whether the code stands for a symptom or sign.
  public static boolean isSymptom(String code) {
    return code.charAt(0) == 'R'
        || code.startsWith("M255")
        || code.startsWith("M254")
        || code.startsWith("M796")
        || code.startsWith("H92");
  }

  /// Whether the diagnosis explains the symptom.
  public static boolean isIntegral(String symptom, String diagnosis) {
    if (symptom.equals(diagnosis)) return false;
    for (var entry : BELONGS_TO.entrySet()) {
      if (symptom.startsWith(entry.getKey())
          && !diagnosis.startsWith(entry.getKey())
          && entry.getValue().stream().anyMatch(diagnosis::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
