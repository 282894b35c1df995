package org.cleanclaim.coding.visit;

import java.util.Set;

/// Categories of ICD-10-CM whose conditions last a year or until death, which is what the
/// guidelines call chronic.
final class Chronic {
  private static final Set<String> CATEGORIES =
      Set.of(
          ("B18 B20 D57 D66 D67 D86 E03 E05 E08 E09 E10 E11 E13 E21 E22 E23 E24 E27 E66 E78 E84"
                  + " E85 F01 F02 F03 F10 F11 F20 F25 F31 F32 F33 F34 F40 F41 F42 F43 F84 F90 G20"
                  + " G30 G31 G35 G40 G43 G47 G61 G62 G70 G71 G80 G82 H35 H40 I10 I11 I12 I13 I15"
                  + " I20 I25 I27 I42 I48 I50 I69 I70 I71 I73 I87 J41 J42 J43 J44 J45 J47 J84 K21"
                  + " K50 K51 K58 K70 K73 K74 K90 L20 L40 M05 M06 M10 M15 M16 M17 M18 M19 M32 M34"
                  + " M35 M45 M47 M50 M51 M79 M80 M81 N18 N40 N80 N81 Q90 Z94")
              .split(" "));

  private Chronic() {}

  /// Whether a code is of a chronic condition. Cancer is.
  static boolean is(String code) {
    return CATEGORIES.contains(code.substring(0, Math.min(3, code.length())))
        || (code.startsWith("C") && code.compareTo("C97") < 0);
  }
}
