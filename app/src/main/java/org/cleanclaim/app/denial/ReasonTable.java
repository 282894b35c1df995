package org.cleanclaim.app.denial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.AdjustmentGroup;

/// The readable table of denials, `reasons.tsv`: the first line that fits a refusal says what it
/// means.
public final class ReasonTable {
  private static final String ALL = "*";
  private static final int COLUMNS = 10;
  private static final ReasonTable BUILT_IN = read();

  /// A line: what it fits and what it says.
  ///
  /// @param reason code, `=class` or `*`
  public record Line(
      String group, String reason, String remark, String payer, Classification classification) {

    boolean fits(
        AdjustmentGroup who,
        String code,
        String reasonClass,
        List<String> remarks,
        FilingIndicator filing) {
      return isAllOr(group, who.name())
          && (isAllOr(reason, code) || reason.equals("=" + reasonClass))
          && (remark.equals(ALL) || remarks.contains(remark))
          && isAllOr(payer, filing.code());
    }

    private static boolean isAllOr(String pattern, String value) {
      return pattern.equals(ALL) || pattern.equals(value);
    }
  }

  private final List<Line> lines;

  private ReasonTable(List<Line> lines) {
    this.lines = lines;
  }

  /// The table that comes with the product.
  public static ReasonTable builtIn() {
    return BUILT_IN;
  }

  public List<Line> lines() {
    return lines;
  }

  /// What a refusal means; the table's last line fits all.
  ///
  /// @param reasonClass class of the reason in the list of reasons, `other` when it has none
  Classification of(
      AdjustmentGroup group,
      String reason,
      String reasonClass,
      List<String> remarks,
      FilingIndicator filing) {
    return lines.stream()
        .filter(line -> line.fits(group, reason, reasonClass, remarks, filing))
        .findFirst()
        .orElseThrow()
        .classification();
  }

  private static ReasonTable read() {
    var lines = new ArrayList<Line>();
    try (InputStream in = ReasonTable.class.getResourceAsStream("reasons.tsv");
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("group\t"))
          .forEach(line -> lines.add(line(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReasonTable(List.copyOf(lines));
  }

  private static Line line(String text) {
    String[] fields = text.split("\t", -1);
    if (fields.length != COLUMNS) throw new IllegalStateException("reasons.tsv: " + text);
    return new Line(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        new Classification(
            fields[4],
            RootCause.valueOf(fields[5]),
            Role.valueOf(fields[6]).name(),
            fields[7].equals("yes"),
            Action.valueOf(fields[8]),
            fields[9]));
  }
}
