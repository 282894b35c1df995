package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/// The ICD-10-CM and ICD-10-PCS order files of CMS: fixed columns, 1-5 order number, 7-13 code, 15
/// flag (0 heading, 1 valid for submission), 17-76 short title, 78 onward long title.
final class OrderFile implements Layout {
  private static final int LONG_TITLE = 77;

  @Override
  public boolean fits(Contents file) {
    return file.firstLine().matches("\\d{5} [0-9A-Z]{3,7} +\\S .*");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new CodeRows();
    boolean isDiagnosis = Character.isLetter(file.head().charAt(6));
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        check(line, isDiagnosis, lines);
        String code = line.substring(6, 13).strip();
        rows.add(
            new CodeList.Row(
                code,
                line.substring(LONG_TITLE).strip(),
                line.substring(16, 76).strip(),
                line.charAt(14) == '1',
                parent(rows, code),
                null,
                Map.of()),
            lines.number());
      }
      lines.requireEnded();
      if (!rows.last().billable()) {
        throw lines.damage("The file ends with a heading, so the codes below it are missing.");
      }
    }
    return Layout.one(
        isDiagnosis ? PublicationKind.ICD10CM_CODES : PublicationKind.ICD10PCS_CODES,
        dating.fiscal(),
        "CMS order file " + file.name(),
        rows.list());
  }

  private static void check(String line, boolean isDiagnosis, Lines lines) throws DamagedFile {
    if (line.length() <= LONG_TITLE) throw lines.damage("The line has fewer than 78 columns.");
    if (orderNumber(line) != lines.number()) {
      throw lines.damage(
          "The order number is not " + lines.number() + ", so lines are missing or damaged.");
    }
    String code = line.substring(6, 13).strip();
    boolean isCode = isDiagnosis ? Codes.isDiagnosis(code) : Codes.isProcedureOrTable(code);
    if (!isCode) throw lines.damage("Columns 7 to 13 hold no code.");
    char flag = line.charAt(14);
    if (flag != '0' && flag != '1') throw lines.damage("Column 15 is neither 0 nor 1.");
    if (line.charAt(5) != ' ' || line.charAt(13) != ' ' || line.charAt(76) != ' ') {
      throw lines.damage("The columns are shifted.");
    }
    if (line.substring(LONG_TITLE).isBlank()) throw lines.damage("The long title is missing.");
  }

  private static int orderNumber(String line) {
    int number = 0;
    for (int i = 0; i < 5; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  /// The longest heading that the code begins with.
  private static @Nullable String parent(CodeRows rows, String code) {
    for (int length = code.length() - 1; length >= 3; length--) {
      var candidate = rows.get(code.substring(0, length));
      if (candidate != null && !candidate.billable()) return candidate.code();
    }
    return null;
  }
}
