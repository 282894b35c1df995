package org.cleanclaim.app.web.encoder;

import java.util.List;
import org.cleanclaim.codesets.book.ProcedureStep;
import org.cleanclaim.codesets.publication.TabularList;
import org.jspecify.annotations.Nullable;

/// What the left pane shows.
public sealed interface Found {

  /// Search results under the headings of their categories, the heading of the best one first.
  ///
  /// @param readAs how abbreviations were read: `fx → fracture`; may be empty
  /// @param isCut whether more codes fit than are shown
  record Search(List<Group> groups, String readAs, int count, boolean isCut) implements Found {}

  /// The results of one category.
  record Group(String system, String code, String title, List<Hit> hits) {}

  /// A code that was found.
  ///
  /// @param reason where it was found, in words; empty for its title or code
  record Hit(CodeName name, List<Marked> title, List<Marked> reason, boolean isBillable) {}

  /// Lines of an alphabetic index.
  ///
  /// @param trail the opened term and those above it, the main term first; empty for main terms
  /// @param paths whether each line says its whole path
  record Index(
      String book,
      List<IndexLine> trail,
      List<IndexLine> lines,
      List<String> letters,
      boolean paths,
      boolean isCut)
      implements Found {}

  /// A line of an index.
  ///
  /// @param depth below the opened term, from 0
  /// @param presumed whether it stands below `with` or `in`: the link is presumed
  record IndexLine(
      int ordinal,
      int depth,
      String title,
      String nonessential,
      List<Lead> codes,
      List<Lead> manifestations,
      List<Pointer> pointers,
      boolean hasMore,
      boolean isOpen,
      boolean presumed) {}

  /// A code that a line leads to.
  ///
  /// @param text as printed, with its dash
  record Lead(String text, String href, String get, boolean isIncomplete, @Nullable String id) {}

  /// A `see` with where it leads.
  ///
  /// @param href null when it leads nowhere
  /// @param remark what is still to be chosen or why it leads nowhere; may be empty
  record Pointer(
      String kind, String text, @Nullable String href, @Nullable String get, String remark) {}

  /// Rows of the table of neoplasms or of drugs.
  record Table(String title, List<String> columns, List<TableRow> rows, boolean isCut)
      implements Found {}

  /// A row of a table.
  record TableRow(
      int ordinal,
      int depth,
      String title,
      String nonessential,
      List<Lead> cells,
      List<Pointer> pointers,
      boolean hasMore,
      boolean isOpen) {}

  /// A part of the Tabular List.
  ///
  /// @param above from the chapter down
  /// @param lines the opened entry first; of the whole book its chapters
  record Tabular(List<TabularLine> above, List<TabularLine> lines) implements Found {}

  /// An entry of the Tabular List.
  ///
  /// @param isWhole whether its notes are shown in full
  record TabularLine(
      TabularList.Entry entry, int depth, String written, boolean isBillable, boolean isWhole) {}

  /// A procedure code on its way.
  ///
  /// @param step what the characters so far lead to
  /// @param good the beginning that the tables have
  /// @param chosen seven places, filled as far as chosen
  /// @param columns the characters that can still be chosen, place by place; the first is next
  record Procedures(
      ProcedureStep step, String good, List<Chosen> chosen, List<Column> columns, String title)
      implements Found {}

  /// A place of a procedure code.
  ///
  /// @param character empty while it is not chosen
  record Chosen(int position, String axis, String character, String meaning) {}

  /// What may stand at a place.
  record Column(int position, String axis, List<ProcedureStep.Option> options, boolean isNext) {}

  /// The user's codes: favorites, shared sets, recent ones.
  record Shelf(List<Kept> favorites, List<KeptSet> sets, List<Kept> recent) implements Found {}

  /// A kept code as it stands on the day.
  ///
  /// @param trouble why it may not be submitted on the day; empty when it may
  record Kept(CodeName name, String title, String trouble, List<CodeName> instead) {}

  /// A shared set.
  record KeptSet(String id, String name, String createdBy, List<Kept> codes) {}

  /// The book is not installed.
  record Missing(String book, String advice) implements Found {}
}
