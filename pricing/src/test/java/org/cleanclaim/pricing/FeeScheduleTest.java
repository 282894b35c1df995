package org.cleanclaim.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.FeeSchedule.ReadResult;
import org.junit.jupiter.api.Test;

class FeeScheduleTest {
  private static final String HEADER = "code\tmodifier\tamount\tfrom\tuntil\n";

  @Test
  void picksThePriceOfTheDayAndOfTheModifier() throws IOException {
    var schedule =
        read(
            "99213\t\t100.00\t2025-01-01\t2026-01-01\n99213\t\t110.00\t2026-01-01\t\n99213\t26\t40.00\t2026-01-01\t\n");

    assertThat(schedule).isInstanceOf(ReadResult.Read.class);
    var prices = ((ReadResult.Read) schedule).schedule();
    var code = new ProcedureCode("99213");
    assertThat(prices.price(code, List.of(), LocalDate.of(2025, 12, 31)))
        .contains(Money.of("100.00"));
    assertThat(prices.price(code, List.of(), LocalDate.of(2026, 1, 1)))
        .contains(Money.of("110.00"));
    assertThat(prices.price(code, List.of(new Modifier("26")), LocalDate.of(2026, 1, 1)))
        .contains(Money.of("40.00"));
    assertThat(prices.price(code, List.of(), LocalDate.of(2024, 1, 1))).isEmpty();
  }

  @Test
  void refusesTheWholeFileAndNamesEachFaultyLine() throws IOException {
    var result =
        read(
            "99213\t\t\t2026-01-01\t\nXX\t\t5\t2026-01-01\t\n99214\t\t9\t2026-01-01\t\n99214\t\t8\t2026-06-01\t\n");

    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    assertThat(((ReadResult.Refused) result).problems())
        .hasSize(3)
        .allMatch(p -> p.contains("line "))
        .anyMatch(p -> p.contains("another price"));
  }

  private static ReadResult read(String rows) throws IOException {
    return FeeSchedule.read("fees.tsv", new StringReader(HEADER + rows));
  }
}
