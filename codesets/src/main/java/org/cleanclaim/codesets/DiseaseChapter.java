package org.cleanclaim.codesets;

import java.util.List;
import java.util.Optional;

/// A chapter of the Tabular List of ICD-10-CM, known without it by the codes' beginnings (ICD-10-CM
/// Tabular List, table of contents; unchanged since FY2016 but for chapter 22, new in FY2020).
///
/// @param number `1` to `22`
/// @param first its first category
/// @param last the last category that its letters leave room for
public record DiseaseChapter(String number, String first, String last, String title) {
  private static final List<DiseaseChapter> ALL =
      List.of(
          new DiseaseChapter("1", "A00", "B99", "Infectious and parasitic diseases"),
          new DiseaseChapter("2", "C00", "D49", "Neoplasms"),
          new DiseaseChapter("3", "D50", "D89", "Blood and immune disorders"),
          new DiseaseChapter("4", "E00", "E89", "Endocrine, nutritional and metabolic diseases"),
          new DiseaseChapter("5", "F01", "F99", "Mental and behavioral disorders"),
          new DiseaseChapter("6", "G00", "G99", "Nervous system"),
          new DiseaseChapter("7", "H00", "H59", "Eye and adnexa"),
          new DiseaseChapter("8", "H60", "H95", "Ear and mastoid process"),
          new DiseaseChapter("9", "I00", "I99", "Circulatory system"),
          new DiseaseChapter("10", "J00", "J99", "Respiratory system"),
          new DiseaseChapter("11", "K00", "K95", "Digestive system"),
          new DiseaseChapter("12", "L00", "L99", "Skin and subcutaneous tissue"),
          new DiseaseChapter("13", "M00", "M99", "Musculoskeletal system"),
          new DiseaseChapter("14", "N00", "N99", "Genitourinary system"),
          new DiseaseChapter("15", "O00", "O9A", "Pregnancy, childbirth and the puerperium"),
          new DiseaseChapter("16", "P00", "P96", "Perinatal period"),
          new DiseaseChapter("17", "Q00", "QA9", "Congenital malformations"),
          new DiseaseChapter("18", "R00", "R99", "Symptoms, signs and abnormal findings"),
          new DiseaseChapter("19", "S00", "T88", "Injury, poisoning and other external causes"),
          new DiseaseChapter("20", "V00", "Y99", "External causes of morbidity"),
          new DiseaseChapter("21", "Z00", "Z99", "Factors influencing health status"),
          new DiseaseChapter("22", "U00", "U85", "Codes for special purposes"));

  public static List<DiseaseChapter> all() {
    return ALL;
  }

  /// The chapter that a code lies in.
  public static Optional<DiseaseChapter> of(String code) {
    if (code.length() < 3) return Optional.empty();
    String category = code.substring(0, 3);
    return ALL.stream()
        .filter(c -> category.compareTo(c.first) >= 0 && category.compareTo(c.last) <= 0)
        .findFirst();
  }
}
