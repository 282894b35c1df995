package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.springframework.stereotype.Component;

/// Our numbers of claims: `CC000123`.
@Component
class ClaimNumbers {
  private static final String COUNTER = "claim";

  private final FileExchange files;

  ClaimNumbers(FileExchange files) {
    this.files = files;
  }

  ClaimControlNumber next() {
    return number(files.nextNumber(COUNTER));
  }

  /// Those of one bill's claims. Whoever else makes a claim waits until this transaction ends.
  List<ClaimControlNumber> ofBill(int count) {
    var numbers = new ArrayList<ClaimControlNumber>();
    for (int i = 0; i < count; i++) numbers.add(next());
    return numbers;
  }

  /// Those of a batch of bills, for which nobody waits. The transaction that asks must not have
  /// drawn a number before: it would wait for itself.
  List<ClaimControlNumber> ofBatch(int count) {
    long first = files.nextNumbers(COUNTER, count);
    var numbers = new ArrayList<ClaimControlNumber>();
    for (int i = 0; i < count; i++) numbers.add(number(first + i));
    return numbers;
  }

  private static ClaimControlNumber number(long number) {
    return new ClaimControlNumber("CC%06d".formatted(number));
  }
}
