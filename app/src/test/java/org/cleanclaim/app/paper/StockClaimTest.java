package org.cleanclaim.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.paper.PaperClaims.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.cleanclaim.app.paper.StockClaim.Page;
import org.junit.jupiter.api.Test;

/// Claims on pre-printed stock.
class StockClaimTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @Test
  void aSecondaryClaimFillsItsItemsAndGoesOverThreePages() {
    var stock = StockClaim.of(read("practice.x12"), TODAY);

    assertThat(stock.form()).isEqualTo(PaperForm.CMS_1500);
    assertThat(stock.pages()).hasSize(3);
    var last = stock.pages().getLast();
    assertThat(at(last, 10, "1")).isEqualTo("MARTINEZ, LUIS, A");
    assertThat(at(last, 10, "50")).isEqualTo("MARTINEZ JR, ELENA, R");
    assertThat(at(last, 12, "42")).as("child of the insured").isEqualTo("X");
    assertThat(at(last, 18, "1")).isEqualTo("MARTINEZ, JORGE");
    assertThat(at(last, 20, "1")).isEqualTo("OTHGRP1");
    assertThat(at(last, 26, "1")).isEqualTo("LAKESHORE GOLD");
    assertThat(at(last, 26, "52")).as("another plan").isEqualTo("X");
    assertThat(at(last, 22, "45")).isEqualTo("OH");
    assertThat(at(last, 38, "3")).isEqualTo("S134XXA");
    assertThat(at(last, 38, "50")).isEqualTo("7");
    assertThat(at(last, 38, "62")).isEqualTo("PCN2026998877");
    assertThat(at(last, 40, "50")).isEqualTo("AUTH778899");
    assertThat(at(last, 44, "25")).as("the thirteenth line").isEqualTo("96372");
    assertThat(at(last, 16, "1")).isEqualTo("43201-1234");
  }

  @Test
  void onlyTheLastPageHasTheTotalAndWhatWasPaid() {
    var stock = StockClaim.of(read("practice.x12"), TODAY);

    for (Page page : stock.pages().subList(0, 2)) {
      assertThat(at(page, 56, "51")).isEqualTo("CONTINUED");
      assertThat(at(page, 56, "58")).isEmpty();
      assertThat(at(page, 56, "61")).isEmpty();
    }
    var last = stock.pages().getLast();
    assertThat(at(last, 56, "50").strip()).isEqualTo("1315");
    assertThat(at(last, 56, "58")).isEqualTo("00");
    assertThat(at(last, 56, "61").strip()).as("patient and other payer").isEqualTo("745");
    assertThat(at(last, 7, "32")).isEqualTo("PAGE 03 OF 03");
  }

  @Test
  void whatDoesNotFitIsToldWithItsBoxOnce() {
    var stock = StockClaim.of(read("practice.x12"), TODAY);

    assertThat(stock.cuts()).extracting(StockClaim.Cut::box).containsExactly("5", "7");
    assertThat(stock.cuts().getFirst().sentence())
        .contains("28 characters fit", "4410 LONG MEADOW BOULEVARD APT 12B", "has 34");
  }

  @Test
  void aStayFillsItsFormLocatorsWithPayersInTheirOrder() {
    var stock = StockClaim.of(read("hospital.x12"), TODAY);

    assertThat(stock.form()).isEqualTo(PaperForm.UB_04);
    assertThat(stock.cuts()).isEmpty();
    assertThat(stock.pages()).hasSize(2);
    var first = stock.pages().getFirst();
    var last = stock.pages().getLast();
    assertThat(at(first, 2, "78")).isEqualTo("0111");
    assertThat(at(first, 4, "50")).isEqualTo("12-3456789");
    assertThat(at(first, 8, "1")).isEqualTo("06171945");
    assertThat(at(first, 8, "19")).isEqualTo("08");
    assertThat(at(first, 8, "28")).isEqualTo("14");
    assertThat(at(first, 11, "1")).as("the fifth occurrence").isEqualTo("05");
    assertThat(at(first, 13, "47").strip()).as("seven covered days").isEqualTo("7");
    assertThat(at(first, 14, "47").strip()).as("the fourth value").isEqualTo("3");
    assertThat(at(first, 18, "31")).as("rate of the room").isEqualTo("2500.00");
    assertThat(at(first, 42, "1")).isEqualTo("MEDICARE");
    assertThat(at(first, 42, "43").strip()).isEqualTo("30000");
    assertThat(at(first, 43, "1")).isEqualTo("HARBOR HEALTH PLAN");
    assertThat(at(first, 51, "32")).isEqualTo("DCN445566");
    assertThat(at(first, 53, "2.5")).as("with its sign").isEqualTo("I2510  Y");
    assertThat(at(first, 55, "42")).isEqualTo("236");
    assertThat(at(first, 57, "1")).isEqualTo("02100Z9");
    assertThat(at(first, 59, "31")).isEqualTo("02HV33Z");
    assertThat(at(first, 40, "60")).as("no total before the last page").isEmpty();
    assertThat(at(last, 40, "60").strip()).isEqualTo("48250");
    assertThat(at(last, 40, "68")).isEqualTo("50");
    assertThat(at(last, 40, "11").strip() + at(last, 40, "17").strip()).isEqualTo("22");
    assertThat(at(last, 18, "1")).as("the 23rd line").isEqualTo("0921");
  }

  @Test
  void noValueIsPrintedOverAnotherNorOffThePaper() {
    for (String file : List.of("practice.x12", "hospital.x12")) {
      var stock = StockClaim.of(read(file), TODAY);
      var layout = stock.form().layout();
      for (Page page : stock.pages()) {
        var taken = new HashSet<String>();
        for (var one : page.printed()) {
          for (int i = 0; i < one.text().length(); i++) {
            if (one.text().charAt(i) == ' ') continue;
            var column = one.column().add(BigDecimal.valueOf(i));
            assertThat(taken.add(one.line() + "/" + column)).as(one.toString()).isTrue();
          }
          var right =
              layout
                  .leftInches()
                  .add(
                      one.column()
                          .add(BigDecimal.valueOf(one.text().length() - 1L))
                          .movePointLeft(1));
          assertThat(right).as(one.toString()).isLessThanOrEqualTo(new BigDecimal("8.5"));
          assertThat(one.line()).isBetween(1, 65);
        }
      }
    }
  }

  @Test
  void theOffsetMovesEachCharacterByItsMillimetres() {
    var stock = StockClaim.of(read("hospital.x12"), TODAY);

    var plain = firstCharacter(stock.pdf(PaperOffset.NONE));
    var moved =
        firstCharacter(stock.pdf(new PaperOffset(new BigDecimal("2.5"), new BigDecimal("-1.0"))));

    assertThat(plain.getUnicode()).isEqualTo(moved.getUnicode());
    assertThat(millimetres(moved.getX() - plain.getX())).isEqualTo("2.5");
    assertThat(millimetres(moved.getY() - plain.getY())).isEqualTo("-1.0");
    assertThatThrownBy(() -> new PaperOffset(new BigDecimal("31"), BigDecimal.ZERO))
        .isInstanceOf(PaperRefusal.class)
        .hasMessageContaining("30 millimetres");
  }

  private static String millimetres(float points) {
    return new BigDecimal(Float.toString(points))
        .multiply(new BigDecimal("25.4"))
        .divide(new BigDecimal(72), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Test
  void everyBoxFindsItsSegmentOfThe837() {
    var claim = read("practice.x12");
    var segments = ClaimSegments.of(claim);

    for (var one : StockClaim.of(claim, TODAY).pages().getFirst().printed()) {
      if (one.element().isEmpty() || one.element().equals("PS1")) continue;
      assertThat(segments.find(one.element())).as(one.box() + " " + one.element()).isPresent();
    }
    int account = segments.find("CLM01").orElseThrow();
    assertThat(segments.all().get(account - 1).text()).startsWith("CLM*C2026-000123*1315");
    int insured = segments.find("2330A NM103").orElseThrow();
    assertThat(segments.all().get(insured - 1).text()).contains("MARTINEZ*JORGE");
    var self = ClaimSegments.of(read("hospital.x12"));
    int patient = self.find("2010CA NM103, else 2010BA").orElseThrow();
    assertThat(self.all().get(patient - 1).text()).contains("NM1*IL*1*WHITFIELD*ARTHUR");
  }

  private static String at(Page page, int line, String column) {
    return page.printed().stream()
        .filter(p -> p.line() == line && p.column().compareTo(new BigDecimal(column)) == 0)
        .map(StockClaim.Printed::text)
        .findFirst()
        .orElse("");
  }

  private static TextPosition firstCharacter(byte[] pdf) {
    var found = new ArrayList<TextPosition>();
    try (var document = Loader.loadPDF(pdf)) {
      var stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
              found.addAll(positions);
            }
          };
      stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getFirst();
  }
}
