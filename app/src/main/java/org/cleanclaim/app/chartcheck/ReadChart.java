package org.cleanclaim.app.chartcheck;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.kernel.Finding;

/// What came of one chart of a file.
public sealed interface ReadChart {
  /// By what the file names the chart; its place where it does not.
  String name();

  /// What there is to say of it.
  List<Finding> findings(ChartChecks checks);

  /// A chart that can be checked.
  ///
  /// @param ofFile what is to be said of its notes themselves, and of its id
  record Ready(String name, CodedChart chart, List<Finding> ofFile) implements ReadChart {
    public Ready {
      ofFile = List.copyOf(ofFile);
    }

    @Override
    public List<Finding> findings(ChartChecks checks) {
      var findings = new ArrayList<>(ofFile);
      findings.addAll(checks.check(chart));
      return findings;
    }
  }

  /// A chart that cannot be understood; the others of the file are read.
  ///
  /// @param place the row or the place in the list
  record Refused(String name, String place, String reason, String remedy) implements ReadChart {

    @Override
    public List<Finding> findings(ChartChecks checks) {
      return List.of(finding());
    }

    /// The refusal in the form of all findings.
    public Finding finding() {
      return OfFile.finding("CHART-NOT-READ", place, reason, remedy);
    }
  }
}
