package org.cleanclaim.x12;

import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Finding;

/// A whole file as read. What could not be read stands in the findings; the rest is here all the
/// same.
///
/// @param outside what stands in no interchange
public record X12File(
    String fileName, Outside outside, List<Interchange> interchanges, List<Finding> findings) {
  public X12File {
    interchanges = List.copyOf(interchanges);
    findings = List.copyOf(findings);
  }

  /// A file that consists of interchanges.
  public X12File(String fileName, List<Interchange> interchanges, List<Finding> findings) {
    this(fileName, Outside.NOTHING, interchanges, findings);
  }

  /// All that the file holds, also what stands in no interchange.
  public List<Transaction> transactions() {
    var groups =
        Stream.concat(
            outside.groups().stream(), interchanges.stream().flatMap(i -> i.groups().stream()));
    return groups.flatMap(g -> g.transactions().stream()).toList();
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::blocks);
  }
}
