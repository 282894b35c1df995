package org.cleanclaim.app.chart;

import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Finding;

/// Something beside the codes themselves that may keep a chart from being made final. Domains that
/// know of such things provide one.
public interface FinalStop {

  /// What stands against it now; errors stop, warnings are told.
  List<Finding> stops(EncounterId encounterId);
}
