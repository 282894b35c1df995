package org.cleanclaim.codesets.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void cutsWordsAndMarksWhatStandsInBrackets() {
    assertThat(texts("Ménière's disease, T9-T10"))
        .containsExactly("meniere", "disease", "t9", "t10");
    assertThat(Words.of("Anemia (essential)"))
        .extracting(Words.Word::optional)
        .containsExactly(false, true);
    assertThat(texts("(teno)synovitis of finger(s)"))
        .containsExactly("synovitis", "tenosynovitis", "of", "finger");
  }

  @Test
  void foldsFormsOfAWord() {
    for (var forms :
        List.of(
            List.of("neuropathy", "neuropathies", "neuropathic"),
            List.of("anaemia", "anemia", "anemias", "anemic"),
            List.of("oedema", "edema"),
            List.of("stenosis", "stenoses", "stenotic"),
            List.of("dislocation", "dislocated", "dislocations"),
            List.of("infection", "infectious", "infective", "infected"),
            List.of("malignant", "malignancy"),
            List.of("artery", "arteries", "arterial"))) {
      assertThat(forms.stream().map(Stems::of).distinct()).as("%s", forms).hasSize(1);
    }
    assertThat(Stems.of("gastritis")).isNotEqualTo(Stems.of("gastric"));
    assertThat(Stems.of("arthritis")).isNotEqualTo(Stems.of("arthropathy"));
  }

  @Test
  void countsChangesBetweenSpellings() {
    assertThat(Spelling.changes("fractrue", "fracture", 2)).isEqualTo(1);
    assertThat(Spelling.changes("blod", "blood", 2)).isEqualTo(1);
    assertThat(Spelling.changes("kitten", "sitting", 3)).isEqualTo(3);
    assertThat(Spelling.changes("radius", "humerus", 2)).isGreaterThan(2);
  }

  @Test
  void readsItsOwnLists() {
    var language = MedicalLanguage.shared();

    assertThat(language.terms("renal")).isEqualTo(language.terms("kidney"));
    assertThat(language.meanings("fx")).isNotEmpty();
    assertThat(language.drops("of")).isTrue();
  }

  private static List<String> texts(String text) {
    return Words.of(text).stream().map(Words.Word::text).toList();
  }
}
