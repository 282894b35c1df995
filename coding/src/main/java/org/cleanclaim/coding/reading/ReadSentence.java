package org.cleanclaim.coding.reading;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.specificity.Sides;
import org.cleanclaim.coding.specificity.TellingWords;
import org.jspecify.annotations.Nullable;

/// A sentence of a note with the wordings of the classification in it.
public final class ReadSentence {
  private final Documentation note;
  private final Sentence sentence;
  private final TermIndex terms;
  private final boolean[] barriers;
  private final boolean[] denied;
  private final List<TermIndex.Found> mentions;
  private final Set<String> telling;
  private final boolean isOfUlcer;
  private final Map<Stretch, Assertion> said = new HashMap<>();
  private @Nullable String text;
  private @Nullable Set<String> stems;

  /// Chronic and pressure ulcers, of diabetics too, whose codes say how deep they are.
  private static final Pattern ULCER = Pattern.compile("L97|L984|L89|E\\d\\d62[12]");

  private record Stretch(int first, int last) {}

  ReadSentence(Documentation note, Sentence sentence, TermIndex terms, Sides sides) {
    this.note = note;
    this.sentence = sentence;
    this.terms = terms;
    this.barriers = sentence.barriers(note.text());
    this.denied = sentence.denied(note.text());
    this.mentions = terms.find(sentence.words(), barriers, denied);
    this.isOfUlcer = mentions.stream().anyMatch(m -> ULCER.matcher(m.code()).lookingAt());
    this.telling = mentions.isEmpty() ? Set.of() : TellingWords.of(sentence.words(), denied, sides);
  }

  public Sentence sentence() {
    return sentence;
  }

  public SectionKind section() {
    return sentence.section();
  }

  public List<ClinicalWord> words() {
    return sentence.words();
  }

  /// In small letters.
  public String text() {
    String known = text;
    if (known == null) {
      known = note.text().substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
      text = known;
    }
    return known;
  }

  /// Those of all its words.
  public Set<String> stems() {
    Set<String> known = stems;
    if (known == null) {
      known = new HashSet<>();
      for (ClinicalWord word : words()) known.add(word.stem());
      stems = known;
    }
    return Collections.unmodifiableSet(known);
  }

  /// What it names, from left to right, no word used twice.
  public List<TermIndex.Found> mentions() {
    return mentions;
  }

  /// What else it names of the wanted codes, though other wordings may have taken the words.
  ///
  /// @param isWanted by code
  public List<TermIndex.Found> also(Predicate<String> isWanted) {
    return terms.findAlso(words(), barriers, denied, isWanted);
  }

  /// The stems that tell which of several codes is meant; none where nothing is named.
  public Set<String> telling() {
    return telling;
  }

  /// Whether it names an ulcer whose code says how deep it is.
  public boolean isOfUlcer() {
    return isOfUlcer;
  }

  /// By word: whether nothing reaches from the word before over to it.
  public boolean[] barriers() {
    return barriers.clone();
  }

  /// The place of words `first` (inclusive) to `last` (exclusive).
  public Evidence evidence(int first, int last) {
    int start = words().get(first).start();
    int end = words().get(last - 1).end();
    return new Evidence(note.documentId(), start, end, note.text().substring(start, end));
  }

  /// What is said of the condition that those words name, whatever the section says.
  public Assertion said(int first, int last) {
    return said.computeIfAbsent(
        new Stretch(first, last),
        at ->
            AssertionReader.read(
                note.text(),
                sentence,
                words().get(at.first()).start(),
                words().get(at.last() - 1).end()));
  }
}
