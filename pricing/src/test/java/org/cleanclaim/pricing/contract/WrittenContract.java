package org.cleanclaim.pricing.contract;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;

/// A contract as a text, and services that it prices.
final class WrittenContract {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final String TEXT =
      """
      contract: Test 2026
      from: 2026-01-01
      until: 2027-01-01
      terms:
        - name: old visits
          from: 2026-01-01
          until: 2026-02-01
          codes: [99213]
          pays: {fees: {99213: 80.00}}
        - name: visits
          codes: [99202-99215]
          pays: {fees: {99213: 90.00, 12001: 1.00}}
        - name: knee
          codes: [27447]
          pays: {case_rate: 9000.00}
        - name: with the knee
          when_billed: [27447]
          codes: [J0000-J9999]
          pays: {included: true}
        - name: room
          revenue_codes: [0110-0169]
          pays: {per_diem: 1500.00}
        - name: imaging
          codes: [70010-76499]
          pays: {percent_of_medicare: 1.20, locality: 10112-00}
        - name: surgery
          codes: [10004-69990]
          pays: {percent_of_charge: 0.50}
      multiple_procedures:
        codes: [10004-69990]
        exempt: [20930]
        shares: [1.00, 0.50, 0.25]
      """;

  private WrittenContract() {}

  static Contract contract() {
    return contract(TEXT);
  }

  static Contract contract(String text) {
    return switch (read(text)) {
      case FileResult.Read<Contract> read -> read.content();
      case FileResult.Refused<Contract> refused -> throw new AssertionError(refused.problems());
    };
  }

  static FileResult<Contract> read(String text) {
    return ContractFile.read("test.yml", new StringReader(text), name -> new StringReader(""));
  }

  static ContractLine line(int number, String code, String charge, int units) {
    return new ContractLine(
        number,
        new ProcedureCode(code),
        null,
        List.of(),
        BigDecimal.valueOf(units),
        Money.of(charge),
        DAY,
        null);
  }
}
