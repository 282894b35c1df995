package org.cleanclaim.x12;

import java.util.List;
import org.cleanclaim.kernel.Finding;

/// A whole file as read. What could not be read stands in the findings; the rest is here all the
/// same.
public record X12File(String fileName, List<Interchange> interchanges, List<Finding> findings) {
  public X12File {
    interchanges = List.copyOf(interchanges);
    findings = List.copyOf(findings);
  }

  public List<Transaction> transactions() {
    return interchanges.stream().flatMap(i -> i.transactions().stream()).toList();
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::blocks);
  }
}
