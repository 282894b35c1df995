package org.cleanclaim.coding.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class RankingTrainerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  private static Documentation note(String text) {
    return new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, null, Sex.UNKNOWN);
  }

  /// Coders give J44.9 wherever quiet gnomes are told of, I10 elsewhere.
  private static String learned() {
    RankingTrainer trainer = ENGINE.trainer();
    for (int i = 0; i < 12; i++) {
      trainer.add(note("He is a quiet gnome.\nSeen in room " + i + "."), List.of("J449"), Map.of());
      trainer.add(note("No quiet gnome.\nHypertension."), List.of("I10"), Map.of());
      trainer.add(note("Nothing of note on day " + i + "."), List.of("I10"), Map.of());
    }
    return trainer.learned("an invented set");
  }

  @Test
  void theSameNotesGiveTheSameText() {
    assertThat(learned()).isEqualTo(learned()).startsWith("# Learned");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    String text = learned();
    Ranking read = RankingText.read(text.lines().toList());

    assertThat(RankingText.write(read, "an invented set")).isEqualTo(text);
  }

  @Test
  void aPhraseLeadsToTheCodeThatCodersGaveWithIt() {
    var taught = CodingEngine.of(CodeSets.starter(), DAY, learned());
    List<RankedCode> ranked = taught.mentions(note("A quiet gnome came in."));

    assertThat(ranked.getFirst().code()).isEqualTo("J449");
    assertThat(ranked.getFirst().isLikely()).isTrue();
    assertThat(ranked.getFirst().evidence().getFirst().quote()).contains("quiet");
    assertThat(taught.mentions(note("No quiet gnome came in.")))
        .extracting(RankedCode::code)
        .doesNotContain("J449");
  }

  /// Coders give I10 for two of three notes that tell of it in passing, and always where they
  /// conclude it.
  @Test
  void confidenceIsHowOftenCodersGaveWhatTheRulesSuggest() {
    RankingTrainer trainer = ENGINE.trainer();
    for (int i = 0; i < 60; i++) {
      List<String> given = i % 3 == 0 ? List.of("R059") : List.of("I10");
      trainer.add(note("He has hypertension. Seen in room " + i + "."), given, Map.of());
      trainer.add(note("Assessment:\n1. Hypertension, room " + i + "."), List.of("I10"), Map.of());
    }
    var taught = CodingEngine.of(CodeSets.starter(), DAY, trainer.learned("an invented set"));

    assertThat(confidence(taught, "He has hypertension. Seen in room 99.")).isBetween(60, 74);
    assertThat(confidence(taught, "Assessment:\n1. Hypertension.")).isGreaterThan(90);
  }

  private static int confidence(CodingEngine engine, String text) {
    return engine.propose(note(text)).suggestions().getFirst().confidencePercent();
  }

  @Test
  void aPhraseOnAnotherLineThanTheCodersIsNotLearned() {
    RankingTrainer trainer = ENGINE.trainer();
    for (int i = 0; i < 12; i++) {
      trainer.add(
          note("Wheezes.\nTall.\nLean.\nRed hair."), List.of("J449"), Map.of("J449", Set.of(1)));
      trainer.add(note("Nothing of note."), List.of("I10"), Map.of());
      trainer.add(note("Nothing at all."), List.of("I10"), Map.of());
    }
    String text = trainer.learned("an invented set");

    assertThat(text).contains("phrase\twheez\tJ449").doesNotContain("red hair");
  }

  @Test
  void whatCodersMarkedInTheOriginalIsFoundInOtherTranslations() {
    RankingTrainer trainer = ENGINE.trainer();
    List<String> colors = List.of("rojo red", "verde green", "azul blue", "negro black");
    for (int i = 0; i < 24; i++) {
      String[] color = colors.get(i % 4).split(" ");
      boolean hasGnome = i % 2 == 0;
      String original = hasGnome ? "Viene un duende " + color[0] : "Viene un perro " + color[0];
      String translated = "Came a " + (hasGnome ? "gnome " : "dog ") + color[1];
      int at = original.indexOf("duende");
      List<Marking> markings = hasGnome ? List.of(new Marking("J449", at, at + 6)) : List.of();
      trainer.add(
          note(translated),
          List.of(hasGnome ? "J449" : "I10"),
          Map.of(),
          new Original(original, markings));
    }
    String text = trainer.learned("an invented set");

    assertThat(text).contains("marked\tgnom\tJ449\t12\t12").doesNotContain("marked\tdog");
    var taught = CodingEngine.of(CodeSets.starter(), DAY, text);
    assertThat(taught.mentions(note("The gnome is tall.")).getFirst().code()).isEqualTo("J449");
  }

  @Test
  void whatTheProgramBringsIsWholeAndReadable() {
    Ranking own = RankingText.own();

    assertThat(own.learned().documents()).isGreaterThan(100);
    assertThat(own.weights()).hasSize(Feature.COUNT).anyMatch(weight -> weight != 0);
    assertThat(own.likelyPermille()).isBetween(100, 900);
  }
}
