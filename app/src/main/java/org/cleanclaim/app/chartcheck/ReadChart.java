package org.cleanclaim.app.chartcheck;

import java.time.LocalDate;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// What came of one chart of a file.
public sealed interface ReadChart {
  /// By what the file names the chart; its place where it does not.
  String name();

  /// A chart that can be checked.
  record Ready(String name, CodedChart chart) implements ReadChart {}

  /// A chart that cannot be understood; the others of the file are read.
  ///
  /// @param place the row or the place in the list
  record Refused(String name, String place, String reason, String remedy) implements ReadChart {
    private static final LocalDate ALWAYS = LocalDate.of(2015, 10, 1);

    /// The refusal in the form of all findings.
    public Finding finding() {
      return new Finding(
          new RuleId("CHART-NOT-READ"),
          Layer.STRUCTURE,
          Severity.ERROR,
          Place.field(place),
          reason,
          remedy,
          null,
          new Citation(
              "Charts of files, as docs/reference/chart-checks.md describes them",
              EffectivePeriod.from(ALWAYS)));
    }
  }
}
