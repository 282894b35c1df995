package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Dollars;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class PayCommandTest {
  private static final Pattern AMOUNTS =
      Pattern.compile("\\$[\\d,]+(?:\\.\\d\\d)?|\\b\\d{1,3}(?:,\\d{3})+\\b|\\b\\d+\\.\\d\\d\\b");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[,.]\\d+)*");
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();
  private static final String SURVEY =
      """
      dimension,key,population,stat,unit,amount,source,year
      state,FL,billers and coders,mean,annual,"61,000",AAPC,2024
      state,GA,billers and coders,mean,annual,*,AAPC,2024
      """;

  @TempDir Path folder;

  private Outcome run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", folder.resolve("home").toString()));
    return Outcome.of(all.toArray(String[]::new));
  }

  @Test
  void everyAmountThatIsPrintedIsThatOfARowOrItsConversion() {
    Set<String> rows = new HashSet<>(Set.of("2,080"));
    for (Figure f : BUILT_IN.figures()) {
      rows.add(Dollars.of(f.amount()));
      rows.add(Dollars.of(f.converted().amount()));
      rows.add(f.amount().toString());
      rows.add(f.converted().amount().toString());
    }
    for (Headcount h : BUILT_IN.headcounts()) {
      rows.add("%,d".formatted(h.value().longValueExact()));
    }
    var commands = new ArrayList<List<String>>();
    commands.add(List.of("pay"));
    for (UsState state : UsState.values()) commands.add(List.of("pay", "--state", state.title()));
    for (String c : BUILT_IN.credentials()) {
      commands.add(
          List.of("pay", "--credential", c, "--years-of-experience", "1", "--compare", "years=9"));
    }
    for (String p : BUILT_IN.keys(Dimension.POSITION))
      commands.add(List.of("pay", "--position", p));
    for (String m : BUILT_IN.keys(Dimension.METRO)) commands.add(List.of("pay", "--metro", m));

    for (List<String> command : commands) {
      for (String form : List.of("", "--json", "--csv")) {
        var arguments = new ArrayList<>(command);
        if (!form.isEmpty()) arguments.add(form);
        var outcome = run(arguments.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.said()).isEqualTo(Main.DONE);
        var shown = new HashSet<String>();
        var matcher = AMOUNTS.matcher(outcome.said());
        while (matcher.find()) shown.add(matcher.group());
        assertThat(shown).as(String.join(" ", arguments)).hasSizeGreaterThan(3);
        assertThat(rows).as(String.join(" ", arguments)).containsAll(shown);
      }
    }
  }

  @Test
  void everyNumberThatIsPrintedComesFromARowItsConversionOrTheQuestion() {
    Set<String> rows = new HashSet<>(Set.of("2,080"));
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
    for (var command :
        List.of(
            List.of("pay"),
            List.of("pay", "--state=Texas"),
            List.of("pay", "--position=Billing Manager"),
            List.of("pay", "--credential=CPC", "--years-of-experience=3", "--state=Florida"),
            List.of("pay", "--credential=CCS", "--compare", "credential=CPC;years=9"))) {
      var allowed = new HashSet<>(rows);
      allowed.addAll(numbers(String.join(" ", command)));
      var shown = numbers(run(command.toArray(String[]::new)).said());
      assertThat(shown).as(String.join(" ", command)).hasSizeGreaterThan(10);
      assertThat(allowed).as(String.join(" ", command)).containsAll(shown);
    }
  }

  private static Set<String> numbers(String text) {
    var numbers = new HashSet<String>();
    var matcher = NUMBERS.matcher(text);
    while (matcher.find()) numbers.add(matcher.group());
    return numbers;
  }

  @Test
  void everyAmountStandsBesideTheLabelOfItsRow() {
    for (var command :
        List.of(
            List.of("pay"),
            List.of("pay", "--credential=CCS,CPC", "--years-of-experience=1", "--state=WY"),
            List.of("pay", "--setting=outpatient hospital", "--position=Billing Manager"))) {
      int seen = 0;
      for (String line : run(command.toArray(String[]::new)).said().lines().toList()) {
        if (!line.contains("$") || line.contains(" to $") || line.contains(") to ")) continue;
        seen++;
        assertThat(BUILT_IN.figures())
            .as(line)
            .anyMatch(f ->
                line.contains(f.key())
                    && line.contains(f.label())
                    && line.contains(Dollars.of(f.amount(), f.basis()) + "  ")
                    && line.contains(
                        "(%s, converted)"
                            .formatted(Dollars.of(f.converted().amount(), f.converted().basis()))));
      }
      assertThat(seen).isGreaterThan(5);
    }
  }

  @Test
  void aSettingWithoutFiguresSaysSoInEveryForm() {
    assertThat(run("pay", "--setting=outpatient hospital").said())
        .contains("Setting: outpatient hospital (not published", "near it: Hospital inpatient");
    assertThat(run("pay", "--setting=outpatient hospital", "--json").said())
        .contains("\"basis\":\"NOT_PUBLISHED\"", "\"publishedNear\":[\"Hospital inpatient");
    assertThat(run("pay", "--setting=outpatient hospital", "--csv").said())
        .contains("Setting,outpatient hospital,not published");
    assertThat(run("pay", "--setting=moon").said()).contains("\"moon\"", "nearest names");
  }

  @Test
  void positionsGoFromClerkToManager() {
    String said = run("pay").said();

    assertThat(said.indexOf("Billing Clerk I ")).isPositive();
    assertThat(said.indexOf("Billing Clerk I ")).isLessThan(said.indexOf("Billing Manager "));
  }

  @Test
  void aProfileIsAnsweredWithARangeAndAllItRestsOn() {
    assertThat(
            run(
                    "pay",
                    "--credential=CPC",
                    "--years-of-experience=3",
                    "--state=Florida",
                    "--setting=inpatient and outpatient hospital",
                    "--compare",
                    "credential=CPC,COC;state=WY")
                .said())
        .contains(
            "$45,456 to $74,200 a year",
            "$21.85 (converted) to $35.67 (converted) an hour",
            "over 2,080 hours",
            "AAPC 2021, members, median 10 years in the industry, mean",
            "State: Wyoming (not published");
  }

  @Test
  void unknownNamesAreMisuseAndTheNearestAreOffered() {
    var outcome = run("pay", "--state", "Florda", "--credential", "CPX", "--metro", "Trentn");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.said()).contains("Florida", "CPC", "Trenton, NJ");
    assertThat(run("pay", "--compare", "salary=1").code()).isEqualTo(2);
    assertThat(run("pay", "--json", "--csv").code()).isEqualTo(2);
  }

  @Test
  void aNewerSurveyIsInstalledAndStandsBesideTheOlder() throws IOException {
    Path good = Files.writeString(folder.resolve("aapc-2024.csv"), SURVEY);
    Path shifted = Files.writeString(folder.resolve("bad.csv"), SURVEY + "state,HI,mean,1\n");

    var refused = run("pay", "install", shifted.toString());
    assertThat(refused.code()).isEqualTo(Main.FINDINGS);
    assertThat(refused.said()).contains("bad.csv, row 4", "4 cells");
    assertThat(run("pay").said()).doesNotContain("AAPC 2024");

    assertThat(run("pay", "install", good.toString()).said()).contains("1 pay figures");
    assertThat(run("pay").said())
        .contains("$61,000 a year  AAPC 2024", "$55,823 a year  AAPC 2021", "not released");
    assertThat(run("pay", "--csv").said())
        .contains("state,GA,billers and coders,mean,annual,not released by the publisher,AAPC");
    assertThat(run("pay", "--state=GA").said())
        .contains("Withheld by the publisher", "mean a year: not released by the publisher");
    assertThat(run("pay", "list").said()).contains("aapc-2024.csv", "AAPC 2024", "built in");
    assertThat(run("pay", "--state=FL").said()).contains("$61,000").doesNotContain("$55,823");
  }
}
