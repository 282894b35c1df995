package org.cleanclaim.coding.guideline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// What stays after an operation, where the assessment says that it was done: `s/p CABG`,
/// `pacemaker in place` (Official Guidelines I.C.21.c.3). An operation that is only named may be a
/// planned one.
public final class AfterSurgery {
  private static final int CONFIDENCE = 90;

  /// How far before the operation it may be said to be over.
  private static final int REACH = 50;

  private static final Pattern DONE =
      Pattern.compile(
          "\\b(?:s/p|status[ -]post|history of|hx of|h/o|prior|previous)(?:"
              + " (?!with\\b|and\\b)[^\\s.,;:]+){0,4} $");

  private static final Pattern THERE =
      Pattern.compile("\\w*(?: status\\b| (?:is )?in (?:place|situ)\\b)");

  private static final Set<String> SIDES = Set.of("right", "left", "bilater");

  private static final List<Operation> OPERATIONS = read();

  private final CodeResolver resolver;

  public AfterSurgery(CodeResolver resolver) {
    this.resolver = resolver;
  }

  private record Operation(String code, Pattern words) {}

  private static List<Operation> read() {
    var operations = new ArrayList<Operation>();
    var in = Objects.requireNonNull(AfterSurgery.class.getResourceAsStream("operations.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) continue;
        List<String> cells = List.of(line.split("\\|", 2));
        String words = cells.get(1).replace(";", "|");
        operations.add(new Operation(cells.get(0), Pattern.compile("\\b(?:" + words + ")\\b")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(operations);
  }

  /// The status codes that the assessment calls for.
  ///
  /// @param coded the suggestions so far
  public List<Suggestion> of(ReadNote note, List<Suggestion> coded) {
    var found = new ArrayList<Suggestion>();
    for (ReadSentence sentence : note.sentences()) {
      if (sentence.section() != SectionKind.ASSESSMENT) continue;
      var taken = new ArrayList<Evidence>();
      for (Operation operation : OPERATIONS) {
        place(note, sentence, operation)
            .filter(at -> taken.stream().noneMatch(other -> at.end() == other.end()))
            .flatMap(at -> {
              taken.add(at);
              return suggestion(sentence, operation, at);
            })
            .filter(made -> isNew(made, coded) && isNew(made, found))
            .ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isNew(Suggestion made, List<Suggestion> others) {
    return others.stream().noneMatch(other -> other.code().equals(made.code()));
  }

  private static Optional<Evidence> place(
      ReadNote note, ReadSentence sentence, Operation operation) {
    String text = sentence.text();
    int start = sentence.sentence().start();
    Matcher words = operation.words().matcher(text);
    while (words.find()) {
      Matcher done = DONE.matcher(text).region(Math.max(0, words.start() - REACH), words.start());
      boolean isDone = done.find();
      boolean isThere = THERE.matcher(text).region(words.end(), text.length()).lookingAt();
      if (!isDone && !isThere) continue;
      Assertion said =
          AssertionReader.read(
              note.note().text(), sentence.sentence(), start + words.start(), start + words.end());
      if (said != Assertion.PAST && said != Assertion.AFFIRMED) continue;
      int from = start + (isDone ? done.start() : words.start());
      int to = start + words.end();
      String quote = note.note().text().substring(from, to);
      return Optional.of(new Evidence(note.note().documentId(), from, to, quote));
    }
    return Optional.empty();
  }

  private Optional<Suggestion> suggestion(ReadSentence sentence, Operation operation, Evidence at) {
    return resolver.resolve(operation.code(), near(sentence, at)).stream()
        .findFirst()
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                CONFIDENCE,
                List.of(at),
                List.of(
                    "“%s” was done before and stays: %s (I.C.21.c.3)"
                        .formatted(at.quote(), Icd10Cm.written(entry.code()))),
                List.of()));
  }

  /// The words of the operation; its side may stand elsewhere in the sentence, if it names one
  /// only.
  private static Set<String> near(ReadSentence sentence, Evidence at) {
    var near = new HashSet<String>();
    for (ClinicalWord word : ClinicalWord.ofPhrase(at.quote())) near.add(word.stem());
    if (near.stream().anyMatch(SIDES::contains)) return near;
    List<String> told = SIDES.stream().filter(sentence.stems()::contains).toList();
    if (told.size() == 1) near.addAll(told);
    return near;
  }
}
