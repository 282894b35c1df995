package org.cleanclaim.pricing.physician;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.junit.jupiter.api.Test;

class PhysicianPricerTest {
  private static final List<String> VALUE_COLUMNS =
      List.of(
          "hcpcs",
          "mod",
          "status",
          "work",
          "pe_nonfac",
          "pe_fac",
          "mp",
          "pctc",
          "global",
          "pre",
          "intra",
          "post",
          "mult",
          "bilat",
          "asst",
          "cosurg",
          "team",
          "endo_base",
          "cf",
          "family",
          "opps_pe_nonfac",
          "opps_pe_fac",
          "opps_mp");
  private static final Locality PLAIN = new Locality("00001", "01");
  private static final PhysicianPricer PRICER =
      new PhysicianPricer(
          PhysicianTables.of(
              RuleTables.of(
                  new RuleTables.Table(
                      "values",
                      VALUE_COLUMNS,
                      List.of(
                          row("X0001", "", "A", "1.30", "1.35", "0.57", "0.10", "0", ""),
                          row("X0002", "", "A", "4.00", "5.00", "3.00", "1.00", "2", ""),
                          row("X0003", "", "A", "2.00", "2.50", "1.50", "0.50", "2", ""),
                          row("X0004", "", "A", "1.11", "1.23", "0.77", "0.13", "2", ""),
                          row("X0005", "", "B", "1.00", "1.00", "1.00", "0.10", "0", ""),
                          row("X0006", "", "A", "0.45", "0.43", "0.43", "0.01", "5", ""),
                          row("X0010", "", "A", "2.00", "2.00", "1.00", "0.20", "3", "X0010"),
                          row("X0011", "", "A", "3.00", "3.00", "2.00", "0.30", "3", "X0010"),
                          row("X0012", "", "A", "2.50", "2.50", "1.50", "0.25", "3", "X0010"),
                          row("X0020", "", "A", "2.00", "7.00", "7.00", "0.20", "4", ""),
                          row("X0020", "TC", "A", "0.00", "6.00", "6.00", "0.05", "4", ""),
                          row("X0020", "26", "A", "2.00", "1.00", "1.00", "0.15", "4", "")))),
              RuleTables.of(
                  new RuleTables.Table(
                      "indices",
                      List.of("mac", "locality", "work", "pe", "mp"),
                      List.of(List.of("00001", "01", "1", "1", "1"))))));

  private static List<String> row(
      String code,
      String part,
      String status,
      String work,
      String elsewhere,
      String facility,
      String liability,
      String multiple,
      String family) {
    return List.of(
        code, part, status, work, elsewhere, facility, liability, "0", "090", "0.10", "0.80",
        "0.10", multiple, "1", "2", "2", "1", family, "10.0000", "99", "0.00", "0.00", "0.00");
  }

  private static ServiceLine line(int number, String code, String... modifiers) {
    return new ServiceLine(number, code, List.of(modifiers), 1, "11", null, null);
  }

  private static List<LinePrice> price(ServiceLine... lines) {
    return price(List.of(lines));
  }

  private static List<LinePrice> price(List<ServiceLine> lines) {
    return PRICER.price(lines, PLAIN, Practitioner.PHYSICIAN, Participation.PARTICIPATING);
  }

  private static String allowed(LinePrice price) {
    return switch (price) {
      case LinePrice.Priced priced -> priced.allowed().toString();
      case LinePrice.Refused refused -> refused.finding().message();
    };
  }

  @Test
  void paysByTheSetting() {
    var inOffice = price(line(1, "X0001"));
    var inHospital = price(new ServiceLine(1, "X0001", List.of(), 1, "22", null, null));

    assertThat(allowed(inOffice.getFirst())).isEqualTo("27.50");
    assertThat(allowed(inHospital.getFirst())).isEqualTo("19.70");
  }

  @Test
  void ranksOperationsOfADay() {
    var prices = price(line(1, "X0003"), line(2, "X0002"));

    assertThat(prices).extracting(PhysicianPricerTest::allowed).containsExactly("25.00", "100.00");
  }

  @Test
  void bothSidesCountBeforeTheRank() {
    var prices = price(line(1, "X0002"), line(2, "X0003", "50"));

    assertThat(prices).extracting(PhysicianPricerTest::allowed).containsExactly("100.00", "37.50");
  }

  @Test
  void takesTheBaseOffFurtherEndoscopies() {
    var prices = price(line(1, "X0011"), line(2, "X0012"));

    assertThat(prices).extracting(PhysicianPricerTest::allowed).containsExactly("63.00", "10.50");
  }

  @Test
  void theBaseIsHeldByAnyOtherEndoscopyOfItsFamily() {
    var prices = price(line(1, "X0010"), line(2, "X0011"), line(3, "X0002"));

    // 63.00 is the second operation of the day, after 100.00
    assertThat(prices)
        .extracting(PhysicianPricerTest::allowed)
        .containsExactly("0.00", "31.50", "100.00");
    assertThat(price(line(1, "X0010")))
        .extracting(PhysicianPricerTest::allowed)
        .containsExactly("42.00");
  }

  @Test
  void anAssistantWhoIsNoPhysicianIsNotReducedTwice() {
    var assistant =
        PRICER.price(
            List.of(line(1, "X0002", "AS")),
            PLAIN,
            Practitioner.PHYSICIAN_ASSISTANT,
            Participation.PARTICIPATING);

    assertThat(allowed(assistant.getFirst())).isEqualTo("13.60");
  }

  @Test
  void reducesThePartsOfFurtherImaging() {
    var prices = price(line(1, "X0020"), line(2, "X0020", "TC"));

    assertThat(prices).extracting(PhysicianPricerTest::allowed).containsExactly("92.00", "30.25");
  }

  @Test
  void reducesFurtherUnitsOfTherapy() {
    var prices = price(new ServiceLine(1, "X0006", List.of("GP"), 3, "11", null, null));

    assertThat(allowed(prices.getFirst())).isEqualTo("22.40");
  }

  @Test
  void paysLessToOthersAndNoMoreThanTheCharge() {
    var charged = new ServiceLine(1, "X0001", List.of(), 1, "11", Money.of("20"), null);
    var nurse =
        PRICER.price(
            List.of(line(1, "X0001")),
            PLAIN,
            Practitioner.NURSE_PRACTITIONER,
            Participation.NOT_PARTICIPATING);

    assertThat(allowed(price(charged).getFirst())).isEqualTo("20.00");
    assertThat(allowed(nurse.getFirst())).isEqualTo("22.21");
  }

  @Test
  void namesWhatIsMissingInsteadOfPayingNothing() {
    var elsewhere =
        PRICER.price(
            List.of(line(1, "X0001")),
            new Locality("00009", "09"),
            Practitioner.PHYSICIAN,
            Participation.PARTICIPATING);

    assertThat(allowed(elsewhere.getFirst())).contains("00009-09");
    assertThat(allowed(price(line(1, "X9999")).getFirst())).contains("no code X9999");
    assertThat(allowed(price(line(1, "X0005")).getFirst())).contains("status B");
    assertThat(allowed(price(line(1, "X0001", "TC")).getFirst())).contains("no part TC");
    assertThat(allowed(price(line(1, "X0002", "22")).getFirst())).contains("by report");
    assertThat(
            allowed(price(new ServiceLine(1, "X0001", List.of(), -1, "11", null, null)).getFirst()))
        .contains("-1 units");
    assertThat(
            allowed(
                price(new ServiceLine(1, "X0001", List.of(), 1, "11", Money.of("-1"), null))
                    .getFirst()))
        .contains("negative");
  }

  @Test
  void stepsAddUpAndTheOrderOfLinesDoesNotMatter() {
    var random = new Random(7);
    var codes =
        List.of("X0001", "X0002", "X0003", "X0004", "X0006", "X0010", "X0011", "X0012", "X0020");
    for (int round = 0; round < 500; round++) {
      var lines = new ArrayList<ServiceLine>();
      for (int i = 1; i <= 6; i++) {
        String code = codes.get(random.nextInt(codes.size()));
        lines.add(line(i, code, random.nextInt(4) == 0 ? "80" : "59"));
      }
      var prices = price(lines);
      for (LinePrice price : prices) {
        if (price instanceof LinePrice.Priced priced) {
          assertThat(Money.sum(priced.steps().stream().map(PriceStep::amount).toList()))
              .isEqualTo(priced.allowed());
          assertThat(priced.medicareShare().plus(priced.patientShare()))
              .isEqualTo(priced.allowed());
        }
      }
      var unmodified = lines.stream().map(l -> line(l.number(), l.code())).toList();
      var shuffled = new ArrayList<>(unmodified);
      Collections.shuffle(shuffled, random);
      assertThat(PhysicianPricer.total(price(shuffled)))
          .isEqualTo(PhysicianPricer.total(price(unmodified)));
    }
  }
}
