package org.cleanclaim.coding.guideline;

import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.specificity.Side;

/// Which symptoms belong to which diagnoses: a symptom that a coded diagnosis explains is not coded
/// besides it, one that is not routinely part of it is (Official Guidelines I.B.5, I.B.6). Prefixes
/// of codes; a selection for everyday practice. Pain of a joint or a limb belongs to a disease or
/// injury of the same place on the same side only.
public final class IntegralSymptoms {
  private static final Map<String, List<String>> BELONGS_TO =
      Map.ofEntries(
          Map.entry(
              "R05", List.of("J0", "J1", "J2", "J40", "J42", "J43", "J44", "J45", "U07", "I50")),
          Map.entry(
              "R060",
              List.of(
                  "J09", "J1", "J2", "J43", "J44", "J45", "J81", "J90", "J96", "I26", "I50", "I110",
                  "I130", "I132", "U07")),
          Map.entry("R062", List.of("J20", "J21", "J44", "J45")),
          Map.entry("R070", List.of("J02", "J03", "J06")),
          Map.entry(
              "R071", List.of("I26", "I30", "J13", "J14", "J15", "J18", "S20", "S22", "M940")),
          Map.entry(
              "R078", List.of("I20", "I21", "I22", "I2511", "I257", "I30", "S20", "S22", "M940")),
          Map.entry(
              "R079", List.of("I20", "I21", "I22", "I2511", "I257", "I30", "S20", "S22", "M940")),
          Map.entry("R000", List.of("I47", "I48", "E05")),
          Map.entry("R001", List.of("I44", "I45", "I495")),
          Map.entry("R002", List.of("I47", "I48", "I49", "F410", "E05")),
          Map.entry(
              "R50",
              List.of(
                  "A0", "A37", "A38", "A40", "A41", "A87", "B01", "B05", "B06", "B08", "B27", "B34",
                  "G00", "G01", "G02", "G03", "H66", "I33", "J0", "J10", "J11", "J12", "J13", "J14",
                  "J15", "J16", "J17", "J18", "J20", "J21", "J22", "K35", "K570", "K572", "K5732",
                  "K65", "L03", "M00", "M86", "N10", "N12", "N136", "U07")),
          Map.entry(
              "R10",
              List.of(
                  "A0", "K25", "K26", "K27", "K28", "K29", "K35", "K36", "K37", "K50", "K51", "K52",
                  "K550", "K56", "K57", "K58", "K65", "K80", "K81", "K82", "K83", "K85", "K860",
                  "K861", "N10", "N132", "N20", "N23")),
          Map.entry("R102", List.of("N30", "N70", "N71", "N73", "N80")),
          Map.entry(
              "R11",
              List.of(
                  "A0", "G43", "H81", "K25", "K26", "K27", "K28", "K29", "K3184", "K35", "K52",
                  "K56", "K80", "K81", "K85", "N10", "N132", "N20", "N23", "O21")),
          Map.entry("R197", List.of("A0", "K50", "K51", "K52", "K580", "K90")),
          Map.entry("R12", List.of("K21")),
          Map.entry("R30", List.of("N10", "N30", "N34", "N390", "N41")),
          Map.entry("R31", List.of("N02", "N132", "N20", "N21", "N30")),
          Map.entry("R350", List.of("N30", "N390")),
          Map.entry("R358", List.of("E10", "E11", "E13")),
          Map.entry("R39", List.of("N30", "N390")),
          Map.entry("R51", List.of("G43", "G44", "J01", "J10", "J11", "S06", "S09", "I16")),
          Map.entry("R42", List.of("H81", "H83", "I951")),
          Map.entry(
              "R53", List.of("D5", "D64", "E03", "F32", "F33", "I50", "I11", "J0", "J1", "U07")),
          Map.entry("R55", List.of("I44", "I47", "I49", "I951")),
          Map.entry("R60", List.of("I50", "I110", "I130", "I132", "I872", "I890", "N04")),
          Map.entry("R73", List.of("E10", "E11", "E13")),
          Map.entry("R21", List.of("A38", "B0", "L1", "L2", "L3", "L4", "L5")),
          Map.entry("R20", List.of("G5", "G6", "M541", "M543", "M544", "E114")),
          Map.entry("R450", List.of("F40", "F41")),
          Map.entry("R452", List.of("F32", "F33")),
          Map.entry("R454", List.of("F30", "F31", "F32", "F33", "F41")),
          Map.entry("H92", List.of("H60", "H65", "H66", "H61")),
          Map.entry(
              "M255",
              List.of(
                  "M1", "M22", "M23", "M70", "M75", "M76", "M77", "S4", "S5", "S6", "S7", "S8",
                  "S9")),
          Map.entry("M254", List.of("M1", "S4", "S5", "S6", "S7", "S8", "S9")),
          Map.entry("M796", List.of("M1", "M72", "L03", "S4", "S5", "S6", "S7", "S8", "S9")));

  /// By how a code of a place begins the 5th character of the pain of the joint there (M25.5-).
  private static final Map<String, String> JOINT =
      Map.ofEntries(
          Map.entry("M16", "5"),
          Map.entry("M17", "6"),
          Map.entry("M18", "4"),
          Map.entry("M22", "6"),
          Map.entry("M23", "6"),
          Map.entry("M75", "1"),
          Map.entry("M702", "2"),
          Map.entry("M704", "6"),
          Map.entry("M705", "6"),
          Map.entry("M706", "5"),
          Map.entry("M760", "5"),
          Map.entry("M761", "5"),
          Map.entry("M766", "7"),
          Map.entry("M770", "2"),
          Map.entry("M771", "2"),
          Map.entry("S4", "1"),
          Map.entry("S5", "23"),
          Map.entry("S6", "34"),
          Map.entry("S7", "5"),
          Map.entry("S8", "67"),
          Map.entry("S9", "7"));

  /// The same for pain in a limb (M79.6-).
  private static final Map<String, String> LIMB =
      Map.of("S4", "02", "S5", "03", "S6", "034", "S7", "05", "S8", "06", "S9", "07", "M722", "7");

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
  ///
  /// @param side of the symptom, as far as it is told
  /// @param other side of the diagnosis
  public static boolean isIntegral(String symptom, Side side, String diagnosis, Side other) {
    if (symptom.equals(diagnosis) || side.isOpposite(other)) return false;
    for (var entry : BELONGS_TO.entrySet()) {
      if (symptom.startsWith(entry.getKey())
          && !diagnosis.startsWith(entry.getKey())
          && entry.getValue().stream().anyMatch(diagnosis::startsWith)) {
        return isSamePlace(symptom, diagnosis);
      }
    }
    return false;
  }

  private static boolean isSamePlace(String symptom, String diagnosis) {
    if (symptom.length() < 5) return true;
    char place = symptom.charAt(4);
    if (symptom.startsWith("M25")) {
      return isThere(JOINT, place, diagnosis) && isJointOf(place, diagnosis);
    }
    return !symptom.startsWith("M796") || isThere(LIMB, place, diagnosis);
  }

  /// The 5th character of M10 to M14 and M19 is the joint, as that of M25.5 is.
  private static boolean isJointOf(char place, String diagnosis) {
    boolean isByJoint =
        diagnosis.length() > 4 && diagnosis.matches("M1(?:[0-4]|9).*") && place != '9';
    char joint = isByJoint ? diagnosis.charAt(4) : place;
    return joint < '1' || joint > '7' || joint == place;
  }

  private static boolean isThere(Map<String, String> places, char place, String diagnosis) {
    boolean isOpen = place == '0' || place == '9';
    return isOpen
        || places.entrySet().stream()
            .filter(there -> diagnosis.startsWith(there.getKey()))
            .allMatch(there -> there.getValue().indexOf(place) >= 0);
  }
}
