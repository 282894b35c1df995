package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The Relative Value File of CMS as text of fixed columns, below lines that begin with `HDR`.
final class RelativeValueText implements RuleLayout {
  private static final int[][] PLACES = {
    {0, 5},
    {5, 7},
    {57, 58},
    {59, 65},
    {66, 72},
    {75, 81},
    {83, 89},
    {102, 103},
    {103, 106},
    {106, 109},
    {109, 112},
    {112, 115},
    {115, 116},
    {116, 117},
    {117, 118},
    {118, 119},
    {119, 120},
    {127, 132},
    {132, 140},
    {145, 147},
    {150, 157},
    {157, 164},
    {164, 171}
  };

  @Override
  public PublicationKind kind() {
    return PublicationKind.MPFS_RVU;
  }

  @Override
  public boolean fits(Contents file) {
    return file.firstLine().startsWith("HDR")
        && file.head()
            .lines()
            .filter(line -> !line.startsWith("HDR"))
            .findFirst()
            .filter(line -> line.matches("[A-Z0-9]{5}.{52}[A-Z] .{6} .*"))
            .isPresent();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("HDR") || line.isBlank()) continue;
        var cells = new ArrayList<String>(PLACES.length);
        for (int[] place : PLACES) {
          if (line.length() < place[0]) throw lines.damage("The line ends early.");
          cells.add(line.substring(place[0], Math.min(place[1], line.length())).strip());
        }
        RelativeValueCsv.check(cells, lines.number());
        rows.add(List.copyOf(cells));
      }
      lines.requireEnded();
    }
    return RelativeValueCsv.result(file, dating, rows);
  }
}
