package org.cleanclaim.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.paper.ClaimPaper.Box;
import org.cleanclaim.app.paper.ClaimPaper.Page;
import org.junit.jupiter.api.Test;

/// Claims on paper in plain words.
class ClaimPaperTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final ClaimPaper practice = ClaimPaper.of(PaperClaims.read("practice.x12"), TODAY);
  private final ClaimPaper hospital = ClaimPaper.of(PaperClaims.read("hospital.x12"), TODAY);

  @Test
  void eachBoxShowsItsNumberItsElementAndItsWholeValue() {
    var last = practice.pages().getLast();

    assertThat(practice.pages()).extracting(p -> p.rows().size()).containsExactly(6, 6, 1);
    assertThat(last.boxes())
        .contains(
            new Box("26", "Our claim number", "CLM01", "C2026-000123"),
            new Box("28", "Total charge", "CLM02", "1315.00"),
            new Box("1a", "Insured's number", "2010BA NM109", "HBR000123456"),
            new Box("9", "Other insured", "2330A NM103", "MARTINEZ, JORGE"),
            new Box("9a", "Other policy or group", "2320 SBR03, else 2330A NM109", "OTHGRP1"),
            new Box("9d", "Other plan", "2320 SBR04, else 2330B NM103", "LAKESHORE GOLD"),
            new Box("10a", "Work", "CLM11 EM", "no"),
            new Box("10b", "Auto accident", "CLM11 AA", "yes"),
            new Box("10c", "Other accident", "CLM11 OA", "yes"),
            new Box("29", "Paid", "AMT*F5 and 2320 AMT*D", "745.00"),
            new Box("33b", "Its taxonomy", "2000A PRV03", "ZZ207Q00000X"));
    assertThat(value(last, "20")).isEqualTo("no");
    assertThat(value(last, "5")).as("more than fits on stock").contains("BOULEVARD APT 12B");
    assertThat(practice.pages().getFirst().boxes()).noneMatch(b -> b.words().equals("Paid"));
  }

  @Test
  void aHospitalsBillHasTheLineOfTheTotalTheRatesAndTheTaxonomy() {
    var first = hospital.pages().getFirst();
    var last = hospital.pages().getLast();

    assertThat(last.boxes())
        .contains(
            new Box("42", "Code of the total", "CLM02", "0001"),
            new Box("47", "Total charge", "CLM02", "48250.50"));
    assertThat(value(last, "81")).isEqualTo("B3");
    assertThat(cell(first, "Service and modifiers, or rate", 0)).isEqualTo("2500.00");
    assertThat(value(first, "50")).isEqualTo("MEDICARE, HARBOR HEALTH PLAN");
  }

  @Test
  void whatStandsOnStockStandsInPlainWordsAndNothingElse() {
    for (String file : List.of("practice.x12", "hospital.x12")) {
      var claim = PaperClaims.read(file);
      var stock = StockClaim.of(claim, TODAY);
      var plain = ClaimPaper.of(claim, TODAY);
      for (int i = 0; i < stock.pages().size(); i++) {
        var boxes = stock.pages().get(i).printed().stream().map(StockClaim.Printed::box).toList();
        var page = plain.pages().get(i);
        assertThat(page.boxes()).extracting(Box::box).allMatch(boxes::contains);
        assertThat(boxes)
            .allMatch(box ->
                page.boxes().stream().anyMatch(b -> b.box().equals(box))
                    || page.columns().stream().anyMatch(c -> c.box().equals(box)));
      }
    }
  }

  @Test
  void thePdfSaysWhichFormTheNumbersBelongToAndThatItIsNotTheForm() throws IOException {
    try (var document = Loader.loadPDF(practice.pdf())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("page 3 of 3", "CMS-1500 (02/12)", "Not the form itself", "REF*EI", "96372");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(Page page, String box) {
    return page.boxes().stream()
        .filter(b -> b.box().equals(box))
        .map(Box::value)
        .findFirst()
        .orElse("");
  }

  private static String cell(Page page, String words, int row) {
    for (int i = 0; i < page.columns().size(); i++) {
      if (page.columns().get(i).words().equals(words)) return page.rows().get(row).get(i);
    }
    return "";
  }
}
