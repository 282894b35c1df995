package org.cleanclaim.codesets.packed;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.PublicationKind;
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
    var unpacker = new ContentUnpacker(new PackedInput(packed, 0));
    return switch (kind) {
      case ICD10CM_TABULAR -> new TabularList(unpacker.in.list(unpacker::entry));
      case ICD10CM_INDEX, ICD10CM_EXTERNAL_CAUSES, ICD10PCS_INDEX ->
          new AlphabeticIndex(unpacker.in.list(unpacker::term));
      case ICD10CM_NEOPLASMS, ICD10CM_DRUGS ->
          new TermTable(unpacker.in.texts(), unpacker.in.list(unpacker::tableRow));
      case ICD10CM_POA_EXEMPT -> new ExemptCodes(unpacker.in.texts());
      case ICD10CM_SEX, ICD10CM_AGE ->
          new CodeClasses(
              unpacker.in.list(
                  () -> new CodeClasses.Row(unpacker.in.text(), unpacker.repeatedText())));
      case ICD10CM_CONVERSIONS, ICD10CM_TO_ICD9, ICD9_TO_ICD10CM ->
          new Crosswalk(unpacker.in.list(unpacker::link));
      case ICD10PCS_TABLES -> new ProcedureTables(unpacker.in.list(unpacker::procedureTable));
      case ICD10PCS_DEFINITIONS -> new Definitions(unpacker.in.list(unpacker::definition));
      case ICD10CM_CODES,
          ICD10PCS_CODES,
          HCPCS_CODES,
          CPT_CODES,
          MODIFIERS,
          PLACES_OF_SERVICE,
          CARCS,
          RARCS,
          REVENUE_CODES,
          TAXONOMY ->
          new CodeList(CodeTable.of(packed).rows());
    };
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
