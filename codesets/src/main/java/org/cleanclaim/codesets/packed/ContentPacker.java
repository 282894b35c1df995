package org.cleanclaim.codesets.packed;

import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeChanges;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TermTable;

/// Packs any table; [ContentUnpacker] is its mirror, [CodeTable] that of a code list.
public final class ContentPacker {
  private final PackedOutput out = new PackedOutput();

  private ContentPacker() {}

  /// @throws IllegalArgumentException for changes, which are applied to a list and not kept
  public static byte[] pack(Content content) {
    var packer = new ContentPacker();
    switch (content) {
      case CodeList list -> {
        return CodeTablePacker.pack(list);
      }
      case CodeChanges _ -> throw new IllegalArgumentException("changes are not kept");
      case CodeClasses classes ->
          packer.out.list(
              classes.rows(),
              row -> {
                packer.out.text(row.code());
                packer.out.text(row.kind());
              });
      case TabularList list -> packer.out.list(list.entries(), packer::entry);
      case AlphabeticIndex index -> packer.out.list(index.terms(), packer::term);
      case TermTable table -> {
        packer.out.texts(table.columns());
        packer.out.list(table.rows(), packer::tableRow);
      }
      case ExemptCodes exempt -> packer.out.texts(exempt.codes());
      case Crosswalk crosswalk -> packer.out.list(crosswalk.links(), packer::link);
      case ProcedureTables tables -> packer.out.list(tables.tables(), packer::procedureTable);
      case Definitions definitions ->
          packer.out.list(definitions.definitions(), packer::definition);
      case CodePairs pairs -> packer.pairs(pairs);
      case RuleTables rules -> packer.out.list(rules.tables(), packer::ruleTable);
    }
    return packer.out.toBytes();
  }

  private void entry(TabularList.Entry entry) {
    out.text(entry.level().name());
    out.text(entry.id());
    out.text(entry.title());
    out.optionalText(entry.parent());
    out.list(entry.notes(), this::note);
    out.list(
        entry.seventhCharacters(),
        choice -> {
          out.number(choice.character());
          out.text(choice.meaning());
        });
    out.flag(entry.placeholder());
  }

  private void note(Note note) {
    out.text(note.kind().name());
    out.text(note.text());
    out.texts(note.codes());
  }

  private void term(AlphabeticIndex.Term term) {
    out.number(term.level());
    out.text(term.title());
    out.text(term.nonessential());
    out.texts(term.codes());
    out.texts(term.manifestations());
    out.list(term.references(), this::reference);
  }

  private void reference(AlphabeticIndex.Reference reference) {
    out.text(reference.kind().name());
    out.text(reference.text());
    out.texts(reference.codes());
  }

  private void tableRow(TermTable.Row row) {
    out.number(row.level());
    out.text(row.title());
    out.text(row.nonessential());
    out.texts(row.cells());
    out.list(row.references(), this::reference);
  }

  private void link(Crosswalk.Link link) {
    out.text(link.from());
    out.text(link.to());
    out.number(link.since() == null ? 0 : (int) link.since().toEpochDay());
    out.text(link.flags());
  }

  private void procedureTable(ProcedureTables.Table table) {
    out.list(table.axes(), this::choice);
    out.text(table.definition());
    out.list(
        table.rows(),
        row ->
            out.list(
                row.columns(),
                column -> {
                  out.text(column.title());
                  out.list(column.choices(), this::choice);
                }));
  }

  private void pairs(CodePairs pairs) {
    out.texts(pairs.codes());
    out.ints(pairs.days());
    out.texts(pairs.reasons());
    out.longs(pairs.size(), pairs::row);
  }

  private void ruleTable(RuleTables.Table table) {
    out.text(table.name());
    out.texts(table.columns());
    out.list(table.rows(), out::texts);
  }

  private void choice(ProcedureTables.Choice choice) {
    out.text(choice.axis());
    out.number(choice.character());
    out.text(choice.meaning());
  }

  private void definition(Definitions.Definition definition) {
    out.number(definition.section());
    out.text(definition.axis());
    out.text(definition.term());
    out.text(definition.definition());
    out.text(definition.explanation());
    out.texts(definition.includes());
  }
}
