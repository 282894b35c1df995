package org.cleanclaim.coding.guideline;

import java.util.List;

/// What stands beside a code makes it another one, whose title says both.
///
/// @param plain the code, or how it begins
/// @param partners how the codes beside it begin
/// @param combined the code for both
/// @param isPartnerKept whether the other condition is coded besides
record CombinedPair(
    String plain, List<String> partners, String combined, boolean isPartnerKept, String why) {
  static final List<String> LOWER_RESPIRATORY_INFECTION =
      List.of("J12", "J13", "J14", "J15", "J16", "J17", "J18", "J20", "J21", "J22");

  static final List<CombinedPair> ALL =
      List.of(
          disc("M5124", "M5114"),
          disc("M5125", "M5115"),
          disc("M5126", "M5116"),
          disc("M5127", "M5117"),
          disc("M5020", "M5010"),
          disc("M5021", "M5011"),
          disc("M50220", "M50120"),
          disc("M50221", "M50121"),
          disc("M50222", "M50122"),
          disc("M50223", "M50123"),
          disc("M5023", "M5013"),
          new CombinedPair(
              "J449",
              LOWER_RESPIRATORY_INFECTION,
              "J440",
              true,
              "the index has it under Disease, lung, obstructive, with; code also the infection"),
          new CombinedPair(
              "J101",
              List.of("J18"),
              "J1000",
              false,
              "the index has it under Influenza, identified influenza virus, with, pneumonia"),
          new CombinedPair(
              "J101",
              List.of("J12", "J13", "J14", "J15", "J16"),
              "J1008",
              true,
              "with another specified pneumonia, which is coded also (note at J10.08)"),
          new CombinedPair(
              "J111",
              List.of("J18"),
              "J1100",
              false,
              "the index has it under Influenza, with, pneumonia"),
          new CombinedPair(
              "J111",
              List.of("J12", "J13", "J14", "J15", "J16"),
              "J1108",
              true,
              "with a specified pneumonia, which is coded also (note at J11.08)"),
          new CombinedPair(
              "I2510",
              List.of("I200"),
              "I25110",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new CombinedPair(
              "I2510",
              List.of("I201"),
              "I25111",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new CombinedPair(
              "I2510",
              List.of("I2089"),
              "I25118",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new CombinedPair(
              "I2510",
              List.of("I209"),
              "I25119",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new CombinedPair(
              "D649", List.of("N18"), "D631", true, "\"in (due to) (with)\" assumes it (I.A.15)"),
          new CombinedPair(
              "D649",
              List.of("C"),
              "D630",
              true,
              "\"in (due to) (with)\" assumes it (I.A.15); the neoplasm stands first (I.C.2.c.1)"),
          new CombinedPair(
              "N400",
              List.of("R350", "R351", "R391", "R338", "N138", "N394"),
              "N401",
              true,
              "with symptoms of the lower urinary tract, which are coded besides (note at N40.1)"));

  /// A displaced disc beside radiculopathy or sciatica.
  private static CombinedPair disc(String displaced, String withRadiculopathy) {
    return new CombinedPair(
        displaced,
        List.of("M541", "M543", "M544"),
        withRadiculopathy,
        false,
        "Excludes1 notes at M54.1, M54.3 and M54.4: that of a disc is coded with the disc");
  }
}
