package org.cleanclaim.app.chartcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.coding.check.ChartChecks;
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

  /// What there is to say of it.
  List<Finding> findings(ChartChecks checks);

  /// A chart that can be checked.
  ///
  /// @param ofNotes what is to be said of its notes themselves
  record Ready(String name, CodedChart chart, List<Finding> ofNotes) implements ReadChart {
    public Ready {
      ofNotes = List.copyOf(ofNotes);
    }

    @Override
    public List<Finding> findings(ChartChecks checks) {
      var findings = new ArrayList<>(ofNotes);
      findings.addAll(checks.check(chart));
      return findings;
    }
  }

  /// A chart that cannot be understood; the others of the file are read.
  ///
  /// @param place the row or the place in the list
  record Refused(String name, String place, String reason, String remedy) implements ReadChart {
    private static final LocalDate ALWAYS = LocalDate.of(2015, 10, 1);

    @Override
    public List<Finding> findings(ChartChecks checks) {
      return List.of(finding());
    }

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
