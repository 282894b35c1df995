package org.cleanclaim.x12.crosscheck;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;

/// A check over the segments of one transaction, in file order.
public interface Crosscheck {

  /// Takes the next segment.
  ///
  /// @param loop where the guide has it, empty outside any
  void take(Segment segment, String loop);

  /// The transaction is over.
  void end();

  /// The checks for transactions of a type and version.
  static List<Crosscheck> of(String type, String version, Faults faults) {
    var checks = new ArrayList<Crosscheck>();
    checks.add(new LevelCrosscheck(faults));
    if (type.equals("837")) checks.add(new ClaimCrosscheck(version, faults));
    if (type.equals("835")) checks.add(new RemittanceCrosscheck(faults));
    return checks;
  }
}
