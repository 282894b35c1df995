package org.cleanclaim.codesets.packed;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TermTable;

/// Decodes a whole table that [ContentPacker] packed.
public final class ContentUnpacker {
  private final PackedInput in;
  private final Map<String, String> texts = new HashMap<>();

  private ContentUnpacker(PackedInput in) {
    this.in = in;
  }

  /// What a table of the kind holds.
  public static Content unpack(PublicationKind kind, ByteBuffer packed) {
    if (kind.shape() == CodeList.class) return new CodeList(CodeTable.of(packed).rows());
    var unpacker = new ContentUnpacker(new PackedInput(packed, 0));
    return Objects.requireNonNull(SHAPES.get(kind.shape())).apply(unpacker);
  }

  private static final Map<Class<? extends Content>, Function<ContentUnpacker, Content>> SHAPES =
      Map.of(
          TabularList.class, u -> new TabularList(u.in.list(u::entry)),
          AlphabeticIndex.class, u -> new AlphabeticIndex(u.in.list(u::term)),
          TermTable.class, u -> new TermTable(u.in.texts(), u.in.list(u::tableRow)),
          ExemptCodes.class, u -> new ExemptCodes(u.in.texts()),
          CodeClasses.class, u -> new CodeClasses(u.in.list(u::codeClass)),
          Crosswalk.class, u -> new Crosswalk(u.in.list(u::link)),
          ProcedureTables.class, u -> new ProcedureTables(u.in.list(u::procedureTable)),
          Definitions.class, u -> new Definitions(u.in.list(u::definition)),
          CodePairs.class,
              u -> new CodePairs(u.in.texts(), u.in.ints(), u.in.texts(), u.in.longs()),
          RuleTables.class, u -> new RuleTables(u.in.list(u::ruleTable)));

  private CodeClasses.Row codeClass() {
    return new CodeClasses.Row(in.text(), repeatedText());
  }

  private RuleTables.Table ruleTable() {
    return new RuleTables.Table(in.text(), in.texts(), in.list(() -> in.list(this::repeatedText)));
  }

  private TabularList.Entry entry() {
    return new TabularList.Entry(
        TabularList.Level.valueOf(repeatedText()),
        in.text(),
        in.text(),
        in.optionalText(),
        in.list(this::note),
        in.list(() -> new TabularList.SeventhCharacter((char) in.number(), repeatedText())),
        in.flag());
  }

  private Note note() {
    return new Note(Note.Kind.valueOf(repeatedText()), in.text(), in.texts());
  }

  private AlphabeticIndex.Term term() {
    return new AlphabeticIndex.Term(
        in.number(), repeatedText(), in.text(), in.texts(), in.texts(), in.list(this::reference));
  }

  private AlphabeticIndex.Reference reference() {
    return new AlphabeticIndex.Reference(
        AlphabeticIndex.Reference.Kind.valueOf(repeatedText()), in.text(), in.texts());
  }

  private TermTable.Row tableRow() {
    return new TermTable.Row(
        in.number(), in.text(), in.text(), in.texts(), in.list(this::reference));
  }

  private Crosswalk.Link link() {
    String from = in.text();
    String to = in.text();
    int since = in.number();
    return new Crosswalk.Link(
        from, to, since == 0 ? null : LocalDate.ofEpochDay(since), repeatedText());
  }

  private ProcedureTables.Table procedureTable() {
    return new ProcedureTables.Table(
        in.list(this::choice),
        in.text(),
        in.list(() ->
            new ProcedureTables.Row(
                in.list(() -> new ProcedureTables.Column(repeatedText(), in.list(this::choice))))));
  }

  private ProcedureTables.Choice choice() {
    return new ProcedureTables.Choice(repeatedText(), (char) in.number(), repeatedText());
  }

  private Definitions.Definition definition() {
    return new Definitions.Definition(
        (char) in.number(), in.text(), in.text(), in.text(), in.text(), in.texts());
  }

  /// A text that stands in the table many times is kept once.
  private String repeatedText() {
    String text = in.text();
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
