package org.cleanclaim.edits.mce;

import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.publication.RuleTables;

/// A few codes of each flag.
final class SmallTables {
  private static final List<String> CODES = List.of("code", "from", "to", "flags");
  private static final String DIAGNOSES =
      """
      I10
      J18
      M05
      N40 MALE
      O80 FEMALE,MATERNITY
      P07 NEWBORN
      V01 ECODEPDX
      F02 MANIF
      Z51 REQSDX,UNACCEPTABLE
      Z85 UNACCEPTABLE
      R97 QADM
      S00 UNSPECIFIED
      Y65 WRNGPROC,ECODEPDX
      Z37 DELOUT
      E10 NCOV_B
      C92 NCOV_D
      C93 NCOV_E
      Z30 NCOV_G
      Z00 CLINTRIAL
      """;
  private static final String PROCEDURES =
      """
      0000001
      00A0000 NCOV_A
      00B00P0 NCOV_B_PXP,LCOV
      00B00K0 NCOV_B_KXP,LCOV
      00D0000 NCOV_D
      00E0000 NCOV_E
      00F0000 NCOV_F
      00G0000 NCOV_G,MALE
      00L0000 LCOV
      00S0000 LOS
      00C0000 CSECT
      00V0000 VAGDEL
      0Z0000A COV_Z006A
      0Z0000B COV_Z006B
      """;

  private SmallTables() {}

  static EditorTables tables() {
    return EditorTables.of(content());
  }

  static RuleTables content() {
    return new RuleTables(
        List.of(
            new RuleTables.Table("diagnoses", CODES, rows(DIAGNOSES)),
            new RuleTables.Table("procedures", CODES, rows(PROCEDURES)),
            new RuleTables.Table(
                "ages",
                List.of("type", "from", "to", "start_age", "end_age"),
                List.of(
                    List.of("Newborn", "1984-03-01", "2026-09-30", "0", "0"),
                    List.of("Maternity", "1984-03-01", "2019-09-30", "12", "55"),
                    List.of("Maternity", "2019-10-01", "2026-09-30", "9", "64"))),
            new RuleTables.Table(
                "discharge statuses",
                List.of("code", "from", "to"),
                List.of(
                    List.of("1", "1980-10-01", "2026-09-30"),
                    List.of("30", "1980-10-01", "2026-09-30")))));
  }

  private static List<List<String>> rows(String lines) {
    return Arrays.stream(lines.split("\n"))
        .map(line -> line.split(" ", 2))
        .map(cells ->
            List.of(cells[0], "2015-10-01", "2026-09-30", cells.length > 1 ? cells[1] : ""))
        .toList();
  }
}
