package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Tables of the Medicare Code Editor: flags of diagnoses and procedures with their days, age
/// classes, discharge statuses. The files of both code systems have one heading; codes of
/// ICD-10-PCS all have seven characters and some begin with a digit.
final class EditorFlags implements RuleLayout {
  private static final String DAY = "[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
  private static final String NAME =
      "(NEWBORN|PEDIATRIC|MATERNITY|ADULT|FEMALE|MALE|ECODEPDX|MANIF|UNACCEPTABLE|REQSDX|QADM"
          + "|UNSPECIFIED|WRNGPROC|CLINTRIAL|COV_Z006[AB]|DELOUT|CSECT|VAGDEL|NCOV_[ABDEFG]"
          + "|NCOV_B_[KP]XP|LCOV|LOS)";
  private static final String FLAGS = "(" + NAME + "(," + NAME + ")*)?";
  private static final String HEADING = "code\tfrom\tto\tflags";

  private static final HeadedTable DIAGNOSES =
      table("diagnoses", HEADING, List.of("[A-Z][0-9A][0-9A-Z]{1,5}", DAY, DAY, FLAGS));
  private static final HeadedTable PROCEDURES =
      table("procedures", HEADING, List.of("[0-9A-Z]{7}", DAY, DAY, FLAGS));

  /// The two small tables.
  static final HeadedTable AGES =
      table(
          "ages",
          "type\tfrom\tto\tstart_age\tend_age",
          List.of("(?i)newborn|pediatric|maternity|adult", DAY, DAY, "\\d{1,3}", "\\d{1,3}"));

  static final HeadedTable STATUSES =
      table("discharge statuses", "code\tfrom\tto", List.of("\\d{1,2}", DAY, DAY));

  private static HeadedTable table(String name, String heading, List<String> checks) {
    return new HeadedTable(
        PublicationKind.MCE, name, '\t', heading, checks, EditorFlags::issue, "CMS, MCE");
  }

  /// Each issue holds all days since ICD-10 began, and so takes the place of the one before.
  private static Edition issue(Dating dating) {
    LocalDate stated = dating.stated();
    return stated != null
        ? Edition.ofFiscalYear(stated)
        : new Edition("since FY2016", LocalDate.of(2015, 10, 1));
  }

  @Override
  public PublicationKind kind() {
    return PublicationKind.MCE;
  }

  @Override
  public boolean fits(Contents file) {
    return DIAGNOSES.fits(file);
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    return (holdsProcedures(file) ? PROCEDURES : DIAGNOSES).read(file, dating);
  }

  private static boolean holdsProcedures(Contents file) throws IOException {
    boolean hasDigitFirst = false;
    try (var table = Table.of(Csv.whole(file, '\t'))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        String code = row.cell(0);
        if (code.length() < 7) return false;
        hasDigitFirst |= !code.isEmpty() && Character.isDigit(code.charAt(0));
      }
    }
    return hasDigitFirst;
  }
}
