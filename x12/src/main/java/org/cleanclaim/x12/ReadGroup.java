package org.cleanclaim.x12;

import java.util.List;

/// A functional group with its transaction sets.
public record ReadGroup(Group group, List<Transaction> transactions) {
  public ReadGroup {
    transactions = List.copyOf(transactions);
  }
}
