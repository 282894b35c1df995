package org.cleanclaim.app.web.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.Caller;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Dollars;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.estimate.ProfileQuestion;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.junit.jupiter.api.Test;

/// The public pages, asked for by somebody who has not signed in.
class PayPagesTest {
  private static final int LARGEST_PAGE_BYTES = 200_000;
  private static final Pattern FIGURES =
      Pattern.compile("\\$[\\d,]+(?:\\.\\d\\d)?|\\b\\d{1,3}(?:,\\d{3})+\\b|\\b[\\d.]+ %");
  private static final Pattern AMOUNTS = Pattern.compile("\\$[\\d,]+(?:\\.\\d\\d)?");
  private static final Pattern TABLES =
      Pattern.compile("(?s)(?:<figcaption>((?:(?!</figure>|<table).)*))?<table(.*?)</table>");
  private static final Pattern CAPTIONS = Pattern.compile("(?s)<caption>(.*?)</caption>");
  private static final Pattern LINES = Pattern.compile("(?s)<tr([^>]*)>(.*?)</tr>");
  private static final Career CAREER = Career.builtIn();
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();

  private final DemoServer server = DemoServer.shared();

  private HttpResponse<String> get(String path) {
    return Caller.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
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
    for (String s : ProfileQuestion.settings(BUILT_IN, CAREER))
      pages.add("/pay?setting=" + encoded(s));
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

  /// Whatever has a digit: amounts, counts, years, ends of bands.
  @Test
  void everyNumberOnEveryPageIsOneOfARowOrOfTheQuestion() {
    Set<String> rows = new HashSet<>(Set.of("2,080", "2"));
    for (Figure f : BUILT_IN.figures()) {
      rows.addAll(numbers(f.key() + " " + f.label() + " " + Dollars.of(f.amount())));
      rows.addAll(numbers(Dollars.of(f.converted().amount())));
    }
    for (Headcount h : BUILT_IN.headcounts()) {
      rows.addAll(numbers(h.key() + " " + h.measure() + " " + h.source().title()));
      rows.addAll(numbers("%,d".formatted(h.value().longValueExact())));
    }
    for (Effect e : BUILT_IN.effects()) {
      rows.addAll(numbers(e.percent().toPlainString() + " " + e.source().title()));
    }
    Set<String> career = new HashSet<>(numbers(CAREER.toString()));

    for (String page : pages()) {
      var allowed = new HashSet<>(page.equals("/pay/career") ? career : rows);
      if (!page.equals("/pay/career")) allowed.addAll(numbers(page));
      String main = get(page).body();
      main = main.substring(main.indexOf("<main"), main.indexOf("</main>"));
      var shown = numbers(text(main));
      assertThat(shown).as(page).isNotEmpty();
      assertThat(allowed).as(page).containsAll(shown);
    }
  }

  private static Set<String> numbers(String text) {
    var numbers = new HashSet<String>();
    var matcher = Pattern.compile("\\d+(?:[,.]\\d+)*").matcher(text);
    while (matcher.find()) numbers.add(matcher.group());
    return numbers;
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }

  /// Beside each amount in a table stand the name, publisher, year, population and statistic of a
  /// row that has the amount: in its own line, or in the table's caption.
  @Test
  void everyAmountInATableStandsBesideTheLabelOfItsRow() {
    for (String page : pages()) {
      if (page.equals("/pay/career")) continue;
      String body = get(page).body();
      int seen = 0;
      for (var table = TABLES.matcher(body); table.find(); ) {
        String caption =
            text(Objects.requireNonNullElse(table.group(1), ""))
                + text(first(CAPTIONS, table.group(2)));
        for (var line = LINES.matcher(table.group(2)); line.find(); ) {
          if (line.group(1).contains("pay-factor")) continue;
          String said = caption + " " + text(line.group(2));
          for (var amount = AMOUNTS.matcher(said); amount.find(); seen++) {
            String written = amount.group();
            assertThat(BUILT_IN.figures())
                .as("%s: %s in %s", page, written, said)
                .anyMatch(f -> isBeside(f, written, said));
          }
        }
      }
      assertThat(seen).as(page).isGreaterThan(100);
    }
  }

  private static boolean isBeside(Figure figure, String written, String said) {
    String name =
        switch (figure.dimension()) {
          case NATIONAL -> "United States";
          case STATE -> UsState.titleOf(figure.key());
          default -> figure.key().replace("|", ", ");
        };
    return (Dollars.of(figure.amount()).equals(written)
            || Dollars.of(figure.converted().amount()).equals(written))
        && said.contains(name)
        && said.contains(figure.source().title())
        && said.contains(figure.population())
        && said.contains(figure.statistic().title());
  }

  private static String first(Pattern pattern, String html) {
    var matcher = pattern.matcher(html);
    return matcher.find() ? matcher.group(1) : "";
  }

  @Test
  void theServerAnswersWithinATenthOfASecond() {
    for (String page : List.of("/pay", "/pay?credential=CPC&years=3&state=FL&state2=WY")) {
      long fastest = Long.MAX_VALUE;
      for (int i = 0; i < 20; i++) {
        long began = System.nanoTime();
        get(page);
        fastest = Math.min(fastest, System.nanoTime() - began);
      }
      assertThat(Duration.ofNanos(fastest)).as(page).isLessThan(Duration.ofMillis(100));
    }
  }

  @Test
  void aSettingWithoutFiguresSaysSoAndNamesThoseThatHaveSome() {
    assertThat(get("/pay?credential=CPC&years=3&state=FL&setting=outpatient+hospital").body())
        .contains(
            "$29,430 to $74,200",
            "Setting: outpatient hospital",
            "not published: widened",
            "published near it: Hospital inpatient",
            "value=\"outpatient hospital\"");
  }

  @Test
  void whatDoesNotBoundTheRangeStandsApartWithItsReason() {
    assertThat(get("/pay?credential=CCS&years=1&state=FL").body())
        .contains("no bound of it", "of another or a wider profession", "AHIMA 2019");
    assertThat(get("/api/v1/pay/estimate?credential=CCS&years=1&state=FL").body())
        .contains("\"why\":\"OTHER_PROFESSION\"", "\"why\":\"COUNTRY\"");
  }

  @Test
  void positionsGoFromClerkToManager() {
    String page = get("/pay").body();
    String ladder = page.substring(page.indexOf("id=\"positions\""));

    assertThat(ladder.indexOf("Billing Clerk I")).isPositive();
    assertThat(ladder.indexOf("Billing Clerk I")).isLessThan(ladder.indexOf("Billing Analyst II"));
    assertThat(ladder.indexOf("Billing Analyst II")).isLessThan(ladder.indexOf("Billing Manager"));
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
    var page =
        get("/pay?credential=CPC&years=3&state=Florida&setting=inpatient+and+outpatient+hospital")
            .body();

    assertThat(page)
        .contains(
            "$45,456 to $74,200",
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
        get(
            "/api/v1/pay/estimate?credential=CPC&years=3&state=FL&setting=inpatient+and+outpatient+hospital");
    assertThat(estimate.body()).contains("\"low\":\"45456.00\"", "\"high\":\"74200.00\"");

    var unknown = get("/api/v1/pay/estimate?state=Florda");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("Florida");
    assertThat(get("/api/v1/pay/career").body()).contains("\"code\":\"CIC\"");
    assertThat(get("/api/v1/claims").statusCode()).isEqualTo(401);
  }
}
