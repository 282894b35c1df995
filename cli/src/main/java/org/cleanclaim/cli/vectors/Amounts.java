package org.cleanclaim.cli.vectors;

import org.cleanclaim.kernel.Money;
import tools.jackson.databind.JsonNode;

/// Dollar amounts as cases write them: numbers with or without decimals.
final class Amounts {
  private Amounts() {}

  static Money money(JsonNode number) {
    return Money.of(number.decimalValue().toPlainString());
  }
}
