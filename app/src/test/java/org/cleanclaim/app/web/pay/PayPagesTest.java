package org.cleanclaim.app.web.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Dollars;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.junit.jupiter.api.Test;

/// The public pages, asked for by somebody who has not signed in.
class PayPagesTest {
  private static final int LARGEST_PAGE_BYTES = 200_000;
  private static final Pattern FIGURES =
      Pattern.compile("\\$[\\d,]+(?:\\.\\d\\d)?|\\b\\d{1,3}(?:,\\d{3})+\\b|\\b[\\d.]+ %");
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();

  private final DemoServer server = DemoServer.shared();

  private HttpResponse<String> get(String path) {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Every page with each state, area, credential, setting and position in turn.
  private static List<String> pages() {
    var pages = new ArrayList<>(List.of("/pay", "/pay/career"));
    for (UsState state : UsState.values()) pages.add("/pay?state=" + state.name());
    for (String c : BUILT_IN.credentials()) {
      pages.add("/pay?credential=%s&years=1&credential2=CPC&credential2=%s".formatted(c, c));
      pages.add("/pay?credential=%s&years=12&state2=WY".formatted(c));
    }
    for (String m : BUILT_IN.keys(Dimension.METRO)) pages.add("/pay?metro=" + encoded(m));
    for (String s : BUILT_IN.keys(Dimension.SETTING)) pages.add("/pay?setting=" + encoded(s));
    for (String p : BUILT_IN.keys(Dimension.POSITION)) pages.add("/pay?position=" + encoded(p));
    return pages;
  }

  @Test
  void everyFigureOnEveryPageIsThatOfARowOrItsConversion() {
    Set<String> rows = new HashSet<>(Set.of("2,080"));
    for (Figure f : BUILT_IN.figures()) {
      rows.add(Dollars.of(f.amount()));
      rows.add(Dollars.of(f.converted().amount()));
    }
    for (Headcount h : BUILT_IN.headcounts()) {
      rows.add("%,d".formatted(h.value().longValueExact()));
      rows.add(h.value().toPlainString() + " %");
    }
    for (Effect e : BUILT_IN.effects()) rows.add(e.percent().toPlainString() + " %");

    for (String page : pages()) {
      var response = get(page);
      assertThat(response.statusCode()).as(page).isEqualTo(200);
      var shown = figures(response.body());
      assertThat(rows).as(page).containsAll(shown);
      if (!page.equals("/pay/career")) assertThat(shown).as(page).hasSizeGreaterThan(100);
    }
  }

  private static Set<String> figures(String page) {
    String text = page.replaceAll("<[^>]*>", " ");
    var shown = new HashSet<String>();
    var matcher = FIGURES.matcher(text);
    while (matcher.find()) shown.add(matcher.group());
    return shown;
  }

  @Test
  void everyRowOfPayAndEmploymentIsOnThePage() {
    var shown = figures(get("/pay").body());

    for (Figure f : BUILT_IN.figures()) assertThat(shown).contains(Dollars.of(f.amount()));
    for (Headcount h : BUILT_IN.headcounts()) {
      assertThat(shown)
          .contains(
              h.unit() == Headcount.Unit.PEOPLE
                  ? "%,d".formatted(h.value().longValueExact())
                  : h.value().toPlainString() + " %");
    }
  }

  @Test
  void pagesAreSmall() {
    for (String page :
        List.of("/pay", "/pay/career", "/pay?credential=CCS&state=FL&credential2=CPC&state2=WY")) {
      assertThat(get(page).body().getBytes(StandardCharsets.UTF_8).length)
          .as(page)
          .isLessThan(LARGEST_PAGE_BYTES);
    }
  }

  @Test
  void everyFigureSaysWhoPublishedItWhenAndOfWhom() {
    var page = get("/pay?credential=CPC&years=3&state=Florida&setting=outpatient+hospital").body();

    assertThat(page)
        .contains(
            "$55,440 to $60,097",
            "AAPC 2021, members, median 10 years in the industry, mean",
            "AAPC 2021 · billers and coders · mean",
            "Salary.com 2022",
            "Not in these tables:")
        .doesNotContain("{", "null");
  }

  @Test
  void unknownNamesAreAnsweredWithTheNearest() {
    assertThat(get("/pay?state=Florda").body()).contains("the state \"Florda\"", "Florida");
    assertThat(get("/pay?credential=CPX&metro=Nowhere").body()).contains("\"CPX\"", "\"Nowhere\"");
    assertThat(get("/pay?state=%3Cscript%3E").body()).doesNotContain("<script>");
    assertThat(get("/pay?years=many").body()).contains("is no number of years");
  }

  @Test
  void theCareerPageTellsOfEveryCredentialAndTheExplorerLeadsThere() {
    assertThat(get("/pay").body()).contains("href=\"/pay/career\"");
    assertThat(get("/pay/career").body())
        .contains("CPC-P", "CCS-P", "ICD-10-PCS", "AHIMA", "href=\"/pay\"");
  }

  @Test
  void theApiGivesTheSameFiguresWithoutSignIn() {
    var tables = get("/api/v1/pay");
    assertThat(tables.statusCode()).isEqualTo(200);
    assertThat(tables.body()).contains("\"amount\":\"58055.00\"", "\"publisher\":\"AAPC\"");

    var estimate =
        get("/api/v1/pay/estimate?credential=CPC&years=3&state=FL&setting=outpatient+hospital");
    assertThat(estimate.body()).contains("\"low\":\"55440.00\"", "\"high\":\"60097.00\"");

    var unknown = get("/api/v1/pay/estimate?state=Florda");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("Florida");
    assertThat(get("/api/v1/pay/career").body()).contains("\"code\":\"CIC\"");
    assertThat(get("/api/v1/claims").statusCode()).isEqualTo(401);
  }
}
